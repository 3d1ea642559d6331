import { type Kysely, sql } from 'kysely';

/**
 * The data model. Forward only, and additive from here on, so that an old process can run beside a new one.
 *
 * Row security: a unit of work says what it may touch (`vises.access`, `vises.structures`, …, set for the transaction), and every
 * table with people's words refuses the rest. `channels`, `identities`, `workspaces`, `networks`, `event_keys` and `methods` stand
 * outside: they are the routing table and hold no words of a team.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...settings, ...routing, ...people, ...evaluations, ...texts, ...delivery, ...upkeep]) {
    await sql.raw(statement).execute(db);
  }
  for (const table of ofStructure) await sql.raw(ownRows(table)).execute(db);
  for (const statement of policies) await sql.raw(statement).execute(db);
}

const settings = [
  `create function vises_access() returns text language sql stable as $$ select coalesce(current_setting('vises.access', true), '') $$`,
  `create function vises_structures() returns uuid[] language sql stable as
     $$ select coalesce(nullif(current_setting('vises.structures', true), ''), '{}')::uuid[] $$`,
  `create function vises_person() returns uuid language sql stable as $$ select nullif(current_setting('vises.person', true), '')::uuid $$`,
  `create function vises_network() returns uuid language sql stable as $$ select nullif(current_setting('vises.network', true), '')::uuid $$`,
];

const routing = [
  `create table workspaces (
     id uuid primary key default gen_random_uuid(),
     platform text not null, key text not null, name text,
     secrets bytea, secrets_key text,
     installed_at timestamptz not null default now(), parked_at timestamptz, parked_because text,
     unique (platform, key))`,
  `create table networks (id uuid primary key default gen_random_uuid(), name text not null, kind text not null, created_at timestamptz not null default now())`,
  `create table structures (
     id uuid primary key default gen_random_uuid(),
     name text not null, structure_group text not null, territory text not null default '', country text,
     language text not null, time_zone text not null, vocabulary text not null default '',
     created_at timestamptz not null default now())`,
  `create table methods (
     version text primary key, name text not null, network_id uuid references networks, content jsonb not null,
     added_at timestamptz not null default now())`,
  `create table evaluations (
     id uuid primary key default gen_random_uuid(),
     structure_id uuid not null references structures on delete cascade,
     method_version text not null references methods,
     state text not null check (state in ('running', 'paused', 'ended')),
     path text not null, structure_group text not null, language text not null, pace text not null,
     carrier_id uuid, relay_id uuid,
     open_question text, paused_until timestamptz, muted boolean not null default false, trial boolean not null default false,
     model_on boolean not null default false, hears_everything boolean not null default true,
     after_evaluation_id uuid references evaluations on delete set null,
     version integer not null default 1,
     started_at timestamptz not null, last_sign_at timestamptz not null, ended_at timestamptz)`,
  `create index on evaluations (structure_id)`,
  `create index on evaluations (paused_until) where state = 'paused'`,
  `create table channels (
     id uuid primary key default gen_random_uuid(),
     platform text not null, workspace text not null, key text not null,
     kind text not null default 'team' check (kind in ('team', 'direct', 'accompanier', 'network')),
     structure_id uuid references structures on delete set null,
     network_id uuid references networks on delete set null,
     evaluation_id uuid references evaluations on delete set null,
     role text not null default 'home' check (role in ('home', 'mirror')),
     language text not null default 'fr',
     parked_at timestamptz, parked_because text,
     created_at timestamptz not null default now(),
     unique (platform, workspace, key))`,
  `create index on channels (evaluation_id)`,
  `create table identities (
     platform text not null, workspace text not null, user_key text not null, person_id uuid not null,
     linked_at timestamptz not null default now(), primary key (platform, workspace, user_key))`,
  `create index on identities (person_id)`,
  `create table starts (
     channel_id uuid primary key references channels on delete cascade, fields jsonb not null, by_user text not null, at timestamptz not null)`,
  `create table event_keys (key text primary key, seen_at timestamptz not null)`,
  `create index on event_keys (seen_at)`,
];

const people = [
  `create table people (
     id uuid primary key, name text not null, language text, time_zone text, guest boolean not null default false,
     created_at timestamptz not null default now(), erased_at timestamptz)`,
  `create table cohorts (id uuid primary key default gen_random_uuid(), network_id uuid not null references networks, name text not null, created_at timestamptz not null default now())`,
  `create table network_roles (
     network_id uuid not null references networks, person_id uuid not null references people, role text not null check (role in ('animator', 'releaser', 'researcher', 'accompanier')),
     from_at timestamptz not null default now(), until_at timestamptz, primary key (network_id, person_id, role, from_at))`,
  `create table invitations (
     id uuid primary key default gen_random_uuid(), network_id uuid not null references networks, cohort_id uuid references cohorts,
     accompanier_id uuid references people, code_hash text not null unique, uses_left integer, expires_at timestamptz, revoked_at timestamptz,
     created_at timestamptz not null default now())`,
  `create table memberships (
     id uuid primary key default gen_random_uuid(), structure_id uuid not null references structures on delete cascade,
     network_id uuid not null references networks, cohort_id uuid references cohorts,
     from_at timestamptz not null default now(), until_at timestamptz)`,
  `create table accompaniments (
     id uuid primary key default gen_random_uuid(), structure_id uuid not null references structures on delete cascade,
     person_id uuid not null references people, network_id uuid references networks,
     from_at timestamptz not null default now(), until_at timestamptz)`,
  `create table members (
     structure_id uuid not null references structures on delete cascade, person_id uuid not null references people,
     role text not null default 'member' check (role in ('carrier', 'relay', 'member', 'guest')),
     job text, from_at timestamptz not null default now(), until_at timestamptz, welcomed_at timestamptz, last_spoke_at timestamptz,
     primary key (structure_id, person_id))`,
  `create table grants (
     id uuid primary key default gen_random_uuid(), structure_id uuid not null references structures on delete cascade,
     evaluation_id uuid not null references evaluations on delete cascade,
     kind text not null check (kind in ('content', 'fears-and-limits')), granted_by uuid not null references people,
     from_at timestamptz not null, until_at timestamptz)`,
];

const evaluations = [
  `create table question_states (
     evaluation_id uuid not null references evaluations on delete cascade,
     question_id text not null,
     structure_id uuid not null,
     status text not null check (status in ('open', 'answered', 'skipped', 'not-yet', 'not-for-us', 'parked', 'differ')),
     recheck boolean not null default false, recheck_because text,
     attempts integer not null default 0, reason text, quorum integer,
     version integer not null default 1,
     answer_version integer, asked_at timestamptz, changed_at timestamptz not null,
     primary key (evaluation_id, question_id))`,
  `create table contributions (
     id uuid primary key,
     evaluation_id uuid not null references evaluations on delete cascade, structure_id uuid not null,
     question_id text not null, person_id uuid not null references people,
     state text not null check (state in ('kept', 'beside', 'aside', 'differs', 'withdrawn')),
     channel_id uuid references channels on delete set null, message_ref text,
     version integer not null default 1, added_at timestamptz not null, changed_at timestamptz not null)`,
  `create index on contributions (evaluation_id, question_id)`,
  `create unique index on contributions (channel_id, message_ref) where message_ref is not null`,
  `create table contribution_versions (
     contribution_id uuid not null references contributions on delete cascade, version integer not null, structure_id uuid not null,
     origin text not null check (origin in ('said', 'form', 'press', 'edit', 'copied', 'dictated')),
     text text not null, value jsonb, at timestamptz not null, redacted_at timestamptz,
     primary key (contribution_id, version))`,
  `create table answer_versions (
     evaluation_id uuid not null references evaluations on delete cascade, question_id text not null, version integer not null,
     structure_id uuid not null,
     how text not null check (how in ('kept', 'both', 'merged', 'replaced', 'corrected', 'edited', 'started', 'copied', 'withdrawn')),
     value jsonb, text text not null, made_by uuid references people, made_at timestamptz not null, message_ref text, redacted_at timestamptz,
     primary key (evaluation_id, question_id, version))`,
  `create table answer_sources (
     evaluation_id uuid not null, question_id text not null, answer_version integer not null, structure_id uuid not null,
     contribution_id uuid not null references contributions on delete cascade, contribution_version integer not null,
     primary key (evaluation_id, question_id, answer_version, contribution_id),
     foreign key (evaluation_id, question_id, answer_version) references answer_versions on delete cascade)`,
  `create table answer_items (
     id uuid primary key, evaluation_id uuid not null references evaluations on delete cascade, question_id text not null, structure_id uuid not null,
     position integer not null, retired_at timestamptz)`,
  `create index on answer_items (evaluation_id, question_id)`,
  `create table answer_item_versions (
     item_id uuid not null references answer_items on delete cascade, version integer not null, structure_id uuid not null,
     answer_version integer not null, text text not null, fields jsonb not null, at timestamptz not null, redacted_at timestamptz,
     primary key (item_id, version))`,
  `create table consents (
     id uuid primary key default gen_random_uuid(), structure_id uuid not null, item_id uuid not null references answer_items on delete cascade,
     scope text not null check (scope in ('yes-public', 'yes-internal', 'no', 'unknown')),
     recorded_by uuid references people, recorded_at timestamptz not null, until_at timestamptz, withdrawn_at timestamptz)`,
  `create index on consents (item_id)`,
  `create table files (
     id uuid primary key, structure_id uuid not null references structures on delete cascade, evaluation_id uuid references evaluations on delete cascade,
     question_id text, person_id uuid references people, name text not null, type text not null, size integer not null, sha256 text not null,
     bytes bytea, added_at timestamptz not null, erased_at timestamptz)`,
  `create table pendings (
     id uuid primary key, evaluation_id uuid not null references evaluations on delete cascade, structure_id uuid not null,
     person_id uuid not null references people, question_id text, kind text not null, payload jsonb not null, added_at timestamptz not null)`,
  `create index on pendings (evaluation_id)`,
  `create table calls (
     id uuid primary key, structure_id uuid not null references structures on delete cascade, evaluation_id uuid not null references evaluations on delete cascade,
     question_id text, kind text not null check (kind in ('help', 'parked', 'differ')), words text, opened_by uuid references people,
     opened_at timestamptz not null, taken_by uuid references people, closed_at timestamptz)`,
  `create index on calls (evaluation_id)`,
];

const texts = [
  `create table drafts (
     id uuid primary key default gen_random_uuid(), structure_id uuid not null references structures on delete cascade,
     evaluation_id uuid not null references evaluations on delete cascade, output_id text not null, language text not null,
     state text not null, made text not null check (made in ('assembled', 'written')), version integer not null default 1,
     wanted_by uuid references people, wanted_at timestamptz not null)`,
  `create table draft_versions (
     draft_id uuid not null references drafts on delete cascade, version integer not null, structure_id uuid not null,
     made_by uuid references people, made_with jsonb not null default '{}', at timestamptz not null, primary key (draft_id, version))`,
  `create table sentences (
     draft_id uuid not null, version integer not null, position integer not null, key uuid not null, structure_id uuid not null,
     text text not null, verdict text not null, reasons jsonb not null default '[]', redacted_at timestamptz,
     primary key (draft_id, version, position), foreign key (draft_id, version) references draft_versions on delete cascade)`,
  `create table supports (
     id uuid primary key default gen_random_uuid(), structure_id uuid not null, draft_id uuid not null references drafts on delete cascade, sentence_key uuid not null,
     evaluation_id uuid not null, question_id text not null, answer_version integer not null,
     item_id uuid references answer_items on delete cascade, item_version integer,
     foreign key (evaluation_id, question_id, answer_version) references answer_versions on delete cascade)`,
  `create index on supports (evaluation_id, question_id)`,
  `create table reviews (
     id uuid primary key default gen_random_uuid(), structure_id uuid not null, draft_id uuid not null references drafts on delete cascade, version integer not null,
     person_id uuid not null references people, decision text not null, note text, at timestamptz not null, fell_at timestamptz)`,
];

const delivery = [
  `create table outbox (
     id bigint generated always as identity primary key,
     channel_id uuid not null references channels on delete cascade, structure_id uuid, evaluation_id uuid,
     priority smallint not null, broadcast_id uuid, key text,
     thread_slot text, thread_message text, private_to uuid, slot text, update_only boolean not null default false, pin boolean not null default false,
     question_id text, message jsonb not null,
     state text not null default 'pending' check (state in ('pending', 'sending', 'sent', 'ambiguous', 'parked', 'dead', 'expired', 'cancelled')),
     attempts integer not null default 0, not_before timestamptz not null, deadline timestamptz,
     lease_until timestamptz, leased_by text,
     created_at timestamptz not null, done_at timestamptz, message_ref text, failure text)`,
  `create unique index on outbox (key) where key is not null`,
  `create unique index on outbox (broadcast_id, channel_id) where broadcast_id is not null`,
  `create index outbox_due on outbox (channel_id, priority, id) where state in ('pending', 'sending')`,
  `create index outbox_when on outbox (not_before) where state = 'pending'`,
  `create index outbox_evaluation on outbox (evaluation_id) where state in ('pending', 'sending')`,
  `create table said (
     channel_id uuid not null references channels on delete cascade, message_ref text not null,
     slot text, structure_id uuid, evaluation_id uuid, question_id text, private_to uuid, kind text not null, about jsonb, at timestamptz not null,
     primary key (channel_id, message_ref))`,
  `create unique index on said (channel_id, slot) where slot is not null`,
  `create table paces (scope text primary key, tokens double precision not null, refilled_at timestamptz not null, blocked_until timestamptz)`,
  `create table contacts (
     id bigint generated always as identity primary key, structure_id uuid, person_id uuid, channel_id uuid, outbox_id bigint, at timestamptz not null)`,
  `create index on contacts (person_id, at)`,
  `create table parked_deliveries (
     id uuid primary key, platform text not null, delivery_key text not null, payload jsonb not null, error text not null,
     at timestamptz not null, replayed_at timestamptz)`,
  `create table audit (
     id bigint generated always as identity primary key, at timestamptz not null, structure_id uuid, evaluation_id uuid, person_id uuid,
     what text not null, question_id text, details jsonb not null default '{}')`,
  `create index on audit (structure_id, at)`,
];

/** What was said never changes; erasing a person's words leaves the row and takes the words. */
const upkeep = [
  `create function vises_only_redact() returns trigger language plpgsql as $$
   begin
     if new.redacted_at is null then raise exception 'versions never change: add a new one'; end if;
     return new;
   end $$`,
  ...['contribution_versions', 'answer_versions', 'answer_item_versions', 'sentences'].map(
    (table) => `create trigger only_redact before update on ${table} for each row execute function vises_only_redact()`,
  ),
  `create function vises_append_only() returns trigger language plpgsql as $$ begin raise exception 'the audit only grows'; end $$`,
  `create trigger append_only before update or delete on audit for each row execute function vises_append_only()`,
];

const ofStructure = [
  'evaluations',
  'memberships',
  'accompaniments',
  'members',
  'grants',
  'question_states',
  'contributions',
  'contribution_versions',
  'answer_versions',
  'answer_sources',
  'answer_items',
  'answer_item_versions',
  'consents',
  'files',
  'pendings',
  'calls',
  'drafts',
  'draft_versions',
  'sentences',
  'supports',
  'reviews',
  'outbox',
  'said',
  'contacts',
  'audit',
];

const ownRows = (table: string): string => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy own_structure on ${table} using (vises_access() = 'structure' and structure_id = any (vises_structures()))
    with check (vises_access() = 'structure' and structure_id = any (vises_structures()));`;

const forced = (table: string): string =>
  `alter table ${table} enable row level security; alter table ${table} force row level security`;

const policies = [
  // A structure is seen by its own work, by its accompanier (portfolio) and by its network.
  forced('structures'),
  `create policy own on structures using (vises_access() in ('structure', 'portfolio') and id = any (vises_structures()))
     with check (vises_access() in ('structure') and id = any (vises_structures()))`,
  `create policy in_network on structures for select using (vises_access() = 'network'
     and exists (select 1 from memberships m where m.structure_id = structures.id and m.network_id = vises_network()))`,
  `create policy in_network on memberships for select using (vises_access() = 'network' and network_id = vises_network())`,

  // A person is seen by the structures they belong to, and by themselves. Anybody may arrive.
  forced('people'),
  `create policy arrive on people for insert with check (vises_access() in ('routing', 'structure'))`,
  `create policy in_structure on people for select using (vises_access() = 'structure'
     and exists (select 1 from members m where m.person_id = people.id and m.structure_id = any (vises_structures())))`,
  `create policy renamed on people for update using (vises_access() = 'structure'
     and exists (select 1 from members m where m.person_id = people.id and m.structure_id = any (vises_structures())))`,
  `create policy oneself on people for select using (id = vises_person())`,

  // A direct message is about the teams of the one who writes it.
  `create policy oneself on members for select using (vises_access() = 'routing' and person_id = vises_person())`,

  // Portfolio and network see how far, never what was written.
  `create policy portfolio on evaluations for select using (vises_access() = 'portfolio' and structure_id = any (vises_structures()))`,
  `create policy portfolio on question_states for select using (vises_access() = 'portfolio' and structure_id = any (vises_structures()))`,
  `create policy portfolio on accompaniments for select using (vises_access() = 'portfolio' and person_id = vises_person())`,
  `create policy portfolio on calls for select using (vises_access() = 'portfolio' and structure_id = any (vises_structures()))`,
  `create policy in_network on evaluations for select using (vises_access() = 'network'
     and exists (select 1 from memberships m where m.structure_id = evaluations.structure_id and m.network_id = vises_network()))`,
  `create policy in_network on question_states for select using (vises_access() = 'network'
     and exists (select 1 from memberships m where m.structure_id = question_states.structure_id and m.network_id = vises_network()))`,

  // Delivery. The dispatcher sees what is to be said and where, and nothing else. Before a start there is no structure yet.
  `create policy dispatch on outbox using (vises_access() = 'dispatcher') with check (vises_access() = 'dispatcher')`,
  `create policy unstarted on outbox for insert with check (vises_access() = 'routing' and structure_id is null)`,
  `create policy dispatch on said using (vises_access() = 'dispatcher') with check (vises_access() = 'dispatcher')`,
  `create policy unstarted on said for select using (vises_access() = 'routing' and structure_id is null)`,
  `create policy dispatch on contacts using (vises_access() = 'dispatcher') with check (vises_access() = 'dispatcher')`,

  // A network's own tables. An invitation is found by its code before anything else is known.
  ...['cohorts', 'network_roles', 'invitations'].flatMap((table) => [
    forced(table),
    `create policy own_network on ${table} using (vises_access() = 'network' and network_id = vises_network())
       with check (vises_access() = 'network' and network_id = vises_network())`,
  ]),
  `create policy by_code on invitations for select using (vises_access() = 'routing')`,

  forced('starts'),
  `create policy before_start on starts using (vises_access() = 'routing') with check (vises_access() = 'routing')`,
  forced('paces'),
  `create policy dispatch on paces using (vises_access() = 'dispatcher') with check (vises_access() = 'dispatcher')`,
  forced('parked_deliveries'),
  `create policy park on parked_deliveries for insert with check (vises_access() = 'routing')`,
  `create policy operate on parked_deliveries using (vises_access() = 'operator') with check (vises_access() = 'operator')`,
  `create policy append on audit for insert with check (vises_access() in ('routing', 'operator'))`,

  // The moments that wake by themselves: which evaluation is due, not what is in it.
  `create policy due on evaluations for select using (vises_access() = 'operator')`,
];
