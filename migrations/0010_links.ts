import { type Kysely, sql } from 'kysely';

/**
 * One person with several accounts, and one evaluation in several channels: both are joined by a code that is typed on the other side,
 * and both can be taken apart again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** For a row `l` of `links`: it counts today, and the one who acts is the person it leads to. */
const ofOneself = 'l.parted_at is null and l.person_id = vises_person()';
const isJoined = `exists (select from links l where ${ofOneself} and network_roles.person_id in (l.person_id, l.own_person_id))`;

const statements = [
  // Part of the routing table: whose account it was before it was linked; null for one that never was.
  `alter table identities add column own_person_id uuid`,
  // Part of the routing table too. `own_person_id` is whoever arrived with the account, `person_id` who they are while this counts;
  // `carried` is what came along and goes back.
  `create table links (
     id uuid primary key default gen_random_uuid(), own_person_id uuid not null, person_id uuid not null, carried jsonb not null default '{}',
     linked_at timestamptz not null, parted_at timestamptz, check (own_person_id <> person_id))`,
  `create unique index on links (own_person_id) where parted_at is null`,
  `create index on links (person_id) where parted_at is null`,
  // What was said and decided keeps its author; this is who that is today.
  `create function vises_who(person uuid) returns uuid language sql stable as
     $$ select coalesce((select l.person_id from links l where l.own_person_id = person and l.parted_at is null), person) $$`,
  `create policy carried_out on network_roles for update using (vises_access() = 'routing' and ${isJoined})
     with check (vises_access() = 'routing' and ${isJoined})`,
  `create policy carried_in on network_roles for insert with check (vises_access() = 'routing'
     and person_id = vises_person() and exists (select from links l where ${ofOneself}))`,
  `create policy carried on network_roles for select using (vises_access() = 'routing' and ${isJoined})`,

  // Only the hash of a code is kept. A code for a channel belongs to the structure whose evaluation will be shown there.
  `create table link_codes (
     id uuid primary key, code_hash text not null unique, kind text not null check (kind in ('account', 'mirror')),
     person_id uuid not null, platform text not null, workspace text not null, user_key text not null,
     structure_id uuid references structures on delete cascade, evaluation_id uuid references evaluations on delete cascade,
     made_at timestamptz not null, expires_at timestamptz not null, typed_by uuid, used_at timestamptz,
     check ((kind = 'mirror') = (evaluation_id is not null and structure_id is not null)))`,
  `create index on link_codes (person_id)`,
  `create index on link_codes (typed_by) where used_at is null`,
  `create table link_tries (
     id bigint generated always as identity primary key, person_id uuid not null, at timestamptz not null)`,
  `create index on link_tries (person_id, at)`,
  ...['link_codes', 'link_tries'].flatMap((table) => [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy typed on ${table} using (vises_access() = 'routing') with check (vises_access() = 'routing')`,
  ]),
  `create policy own_structure on link_codes using (vises_access() = 'structure' and structure_id = any (vises_structures()))
     with check (vises_access() = 'structure' and structure_id = any (vises_structures()))`,

  // Since when whoever carries the process knows that nothing can be said in a channel.
  `alter table channels add column lost_told_at timestamptz`,
  `create index channels_lost on channels (parked_at) where parked_at is not null and lost_told_at is null`,
];
