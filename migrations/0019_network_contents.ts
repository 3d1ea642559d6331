import { type Kysely, sql } from 'kysely';

/** A network's own method, tips and phrases, as the files it sent; and each evaluation's way from one version to the next. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table network_contents (
     id uuid primary key, network_id uuid not null references networks on delete cascade, person_id uuid not null,
     channel_id uuid not null references channels on delete cascade,
     name text not null, archive bytea, remote jsonb, attempts integer not null default 0, due_at timestamptz,
     state text not null check (state in ('waiting', 'faulty', 'ready', 'published', 'dropped', 'failed')),
     method_version text references methods, tips jsonb, sent_at timestamptz not null, published_at timestamptz, published_by uuid)`,
  `create index on network_contents (network_id, published_at)`,
  `create index on network_contents (due_at) where due_at is not null`,
  `alter table network_contents enable row level security`,
  `alter table network_contents force row level security`,
  `create policy own_network on network_contents using (vises_access() = 'network' and network_id = vises_network())
     with check (vises_access() = 'network' and network_id = vises_network())`,
  // What is published is for every team of the network; what is due is seen by whoever checks it.
  `create policy published on network_contents for select using (vises_access() in ('routing', 'structure') and published_at is not null)`,
  `create policy due on network_contents for select using (vises_access() = 'operator')`,

  `create table method_moves (
     evaluation_id uuid primary key references evaluations on delete cascade,
     structure_id uuid not null references structures on delete cascade,
     from_version text not null references methods, to_version text not null references methods,
     state text not null check (state in ('offered', 'open', 'done', 'undone', 'declined')),
     decisions jsonb not null default '{}', changed jsonb not null default '{}', at timestamptz not null)`,
  `alter table method_moves enable row level security`,
  `alter table method_moves force row level security`,
  `create policy own_structure on method_moves using (vises_access() = 'structure' and structure_id = any (vises_structures()))
     with check (vises_access() = 'structure' and structure_id = any (vises_structures()))`,
  `create policy due on method_moves for select using (vises_access() = 'operator')`,
  `create policy append_of_contents on audit for insert with check (vises_access() = 'network' and structure_id is null)`,
  `create policy due on memberships for select using (vises_access() = 'operator')`,
];
