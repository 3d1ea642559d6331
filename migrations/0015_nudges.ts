import { type Kysely, sql } from 'kysely';

/** When people work, what the companion reminds teams of by itself, and how often anybody is contacted unasked. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const ofOwnTeam = (table: string): string[] => [
  `alter table ${table} enable row level security`,
  `alter table ${table} force row level security`,
  `create policy own_structure on ${table} using (vises_access() = 'structure' and structure_id = any (vises_structures()))
     with check (vises_access() = 'structure' and structure_id = any (vises_structures()))`,
];

const statements = [
  // Only what somebody set: country and region, hours, days, closures. The rest follows from the territory and the time zone.
  `alter table structures add column calendar jsonb not null default '{}'`,
  `alter table people add column calendar jsonb not null default '{}'`,

  // One row per evaluation: when it is to be looked at next, and what was agreed about it. Nothing is due without a moment.
  `create table nudge_plans (
     evaluation_id uuid primary key references evaluations on delete cascade, structure_id uuid not null,
     due_at timestamptz, subject text, rung text, moved_to timestamptz, moved_by uuid, snoozed_until timestamptz, snoozed_by uuid,
     round integer not null default 0, shown_slot text, shown_question text, changed_at timestamptz not null)`,
  `create index on nudge_plans (due_at) where due_at is not null`,

  // The ledger: each nudge whose moment came, and what became of it.
  `create table nudges (
     id uuid primary key, evaluation_id uuid not null references evaluations on delete cascade, structure_id uuid not null,
     subject text not null, question_id text, rung text not null, round integer not null, person_id uuid,
     due_at timestamptz not null, at timestamptz not null,
     outcome text not null check (outcome in ('queued', 'dropped', 'closed')), because text)`,
  `create index on nudges (evaluation_id, at)`,
  `create index on nudges (at)`,
  // Whatever the number of processes, a nudge is said once.
  `create unique index nudges_once on nudges (evaluation_id, subject, round, rung) where outcome in ('queued', 'closed')`,

  // What somebody chose for themselves alone.
  `create table nudge_choices (
     structure_id uuid not null references structures on delete cascade, person_id uuid not null,
     snoozed_until timestamptz, stopped_at timestamptz, primary key (structure_id, person_id))`,

  ...['nudge_plans', 'nudges', 'nudge_choices'].flatMap(ofOwnTeam),
  // What is due, and whether it was late: not what is in it.
  `create policy due on nudge_plans for select using (vises_access() = 'operator')`,
  `create policy figures on nudges for select using (vises_access() = 'operator')`,
  // How often a team was nudged, for those who follow it.
  `create policy portfolio on nudges for select using (vises_access() = 'portfolio' and structure_id = any (vises_structures()))`,
  `create policy portfolio on nudge_plans for select using (vises_access() = 'portfolio' and structure_id = any (vises_structures()))`,

  // One budget for all who write unasked: each counts what the others sent, never reads it.
  `create index on contacts (channel_id, at)`,
  `create index on contacts (outbox_id)`,
  `create policy budget on contacts for select using (vises_access() = 'structure' and (
     exists (select 1 from members m where m.person_id = contacts.person_id and m.structure_id = any (vises_structures()))
     or exists (select 1 from accompaniments a where a.person_id = contacts.person_id and a.structure_id = any (vises_structures()))))`,
  `create policy portfolio_budget on contacts for select using (vises_access() = 'portfolio' and (
     person_id = vises_person() or structure_id = any (vises_structures())))`,
  `create policy network_budget on contacts for select using (vises_access() = 'network'
     and (exists (select 1 from memberships m where m.structure_id = contacts.structure_id and m.network_id = vises_network())
       or exists (select 1 from channels c where c.id = contacts.channel_id and c.network_id = vises_network())))`,
  // A team's accompanier has hours too.
  `create policy accompanies on people for select using (vises_access() = 'structure'
     and exists (select 1 from accompaniments a where a.person_id = people.id and a.structure_id = any (vises_structures())))`,
];
