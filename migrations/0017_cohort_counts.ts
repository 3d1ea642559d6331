import { type Kysely, sql } from 'kysely';

/** What a network was last told of its structures, so that nothing can be worked out from two tellings; and a network sees those that are in it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const isMember = (structure: string): string => `exists (select 1 from memberships m where m.structure_id = ${structure}
  and m.network_id = vises_network() and (m.until_at is null or m.until_at > now()))`;

const statements = [
  `create table published_counts (
     network_id uuid not null references networks on delete cascade, slice text not null, cell text not null,
     published integer not null, counted integer not null, at timestamptz not null,
     primary key (network_id, slice, cell))`,
  `alter table published_counts enable row level security`,
  `alter table published_counts force row level security`,
  `create policy own_network on published_counts using (vises_access() = 'network' and network_id = vises_network())
     with check (vises_access() = 'network' and network_id = vises_network())`,

  // Whoever has left a network is no longer seen by it.
  `alter policy in_network on structures using (vises_access() = 'network' and ${isMember('structures.id')})`,
  `alter policy in_network on evaluations using (vises_access() = 'network' and ${isMember('evaluations.structure_id')})`,
  `alter policy in_network on question_states using (vises_access() = 'network' and ${isMember('question_states.structure_id')})`,
];
