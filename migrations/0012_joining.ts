import { type Kysely, sql } from 'kysely';

/**
 * Who belongs to whom: what an invitation is for, guesses of codes, and what a network, a team and its accompanier see of each other.
 * Whoever left a network, or whose role ended, is out of it from that moment on.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const isNow = (row: string): string => `${row}.from_at <= now() and (${row}.until_at is null or ${row}.until_at > now())`;

const isAccompanied = (structure: string): string => `exists (select 1 from accompaniments a
  where a.structure_id = ${structure} and a.person_id = vises_person() and ${isNow('a')})`;

const isInNetwork = (structure: string): string => `vises_access() = 'network'
  and exists (select 1 from memberships m where m.structure_id = ${structure} and m.network_id = vises_network() and ${isNow('m')})`;

const isOfAMember = (network: string): string => `vises_access() = 'structure'
  and exists (select 1 from memberships m where m.structure_id = any (vises_structures()) and m.network_id = ${network})`;

const statements = [
  `create function vises_code() returns text language sql stable as $$ select nullif(current_setting('vises.code', true), '') $$`,

  // With a role it is for a person, without one for structures.
  `alter table invitations add column role text check (role in ('animator', 'releaser', 'researcher', 'accompanier')),
     add column label text not null default '', add column uses integer, add column made_by uuid references people`,
  `create index on invitations (network_id)`,
  `create index on accompaniments (network_id)`,
  `create index on grants (evaluation_id)`,

  // An invitation is reached by the code that was typed, and by no other way outside its network.
  `drop policy by_code on invitations`,
  `create policy by_code on invitations for select using (vises_access() in ('routing', 'structure') and code_hash = vises_code())`,
  `create policy used on invitations for update using (vises_access() in ('routing', 'structure') and code_hash = vises_code())
     with check (vises_access() in ('routing', 'structure') and code_hash = vises_code())`,
  `create table code_guesses (who text not null, at timestamptz not null)`,
  `create index on code_guesses (who, at)`,
  `create index on code_guesses (at)`,
  `alter table code_guesses enable row level security`,
  `alter table code_guesses force row level security`,
  `create policy guessing on code_guesses using (vises_access() = 'routing') with check (vises_access() = 'routing')`,

  // A network sees the structures that are in it now, and how far they are.
  ...[
    ['structures', 'structures.id'],
    ['evaluations', 'evaluations.structure_id'],
    ['question_states', 'question_states.structure_id'],
  ].flatMap(([table, structure = '']) => [
    `drop policy in_network on ${table}`,
    `create policy in_network on ${table} for select using (${isInNetwork(structure)})`,
  ]),
  `create policy in_network on accompaniments for select using (vises_access() = 'network' and network_id = vises_network())`,
  `create policy ended_by_network on accompaniments for update using (vises_access() = 'network' and network_id = vises_network())
     with check (vises_access() = 'network' and network_id = vises_network() and until_at is not null)`,
  `create policy in_network on people for select using (vises_access() = 'network'
     and exists (select 1 from network_roles r where r.person_id = people.id and r.network_id = vises_network()))`,
  `alter table audit add column network_id uuid`,
  `create index on audit (network_id, at) where network_id is not null`,
  `create policy own_network on audit for select using (vises_access() = 'network' and network_id = vises_network())`,
  `create policy in_network on audit for insert with check (vises_access() = 'network' and network_id = vises_network())`,

  // A network tells its teams what it changes about them, in their channels. It reads nothing there.
  `create policy to_members on outbox for insert with check (vises_access() = 'network' and structure_id is not null
     and exists (select 1 from channels c where c.id = channel_id and c.kind = 'team' and c.structure_id = outbox.structure_id)
     and exists (select 1 from memberships m where m.structure_id = outbox.structure_id and m.network_id = vises_network() and ${isNow('m')}))`,

  // Whoever has or had a role in it is told at their desk.
  `create policy to_colleagues on outbox for insert with check (vises_access() = 'network' and structure_id is null
     and exists (select 1 from desks d join network_roles r on r.person_id = d.person_id
       where d.channel_id = outbox.channel_id and r.network_id = vises_network()))`,

  // A team knows who accompanies it, and who animates the networks it is in.
  `create policy accompanying on people for select using (vises_access() = 'structure'
     and exists (select 1 from accompaniments a where a.person_id = people.id and a.structure_id = any (vises_structures())))`,
  `create policy of_members on network_roles for select using (${isOfAMember('network_roles.network_id')})`,
  `create policy of_members on cohorts for select using (${isOfAMember('cohorts.network_id')})`,

  // Whether its content may be read is asked before it is reached.
  `create policy accompanied on grants for select using (vises_access() = 'routing' and ${isAccompanied('grants.structure_id')})`,
  `create policy portfolio on grants for select using (vises_access() = 'portfolio' and structure_id = any (vises_structures()))`,
];
