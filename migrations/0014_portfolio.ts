import { type Kysely, sql } from 'kysely';

/**
 * What those who accompany teams see of them and keep for themselves: how far each team is, what waits for whoever accompanies it, notes
 * that only their author reads, nudges by hand, and the passing on of a team to a colleague. Whoever no longer accompanies a team sees none
 * of it from that moment on, whatever the work names.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const isAccompanied = (structure: string): string => `exists (select 1 from accompaniments a
  where a.structure_id = ${structure} and a.person_id = vises_person() and a.from_at <= now() and (a.until_at is null or a.until_at > now()))`;

/** Where somebody acts for themselves all teams they accompany; in a portfolio those that it names. */
const isSeen = (
  structure: string,
): string => `(vises_access() = 'routing' or (vises_access() = 'portfolio' and ${structure} = any (vises_structures())))
  and ${isAccompanied(structure)}`;

/** Somebody's own, at their desk or in work that is done in their name. */
const oneself = (person: string): string =>
  `vises_access() in ('routing', 'portfolio', 'structure') and ${person} = vises_person()`;

const protectedBy = (table: string): string[] => [
  `alter table ${table} enable row level security`,
  `alter table ${table} force row level security`,
];

const statements = [
  // Asked in routing too: somebody who is in a team of their own and accompanies others sees both in one view.
  ...(
    [
      ['evaluations', 'evaluations.structure_id'],
      ['question_states', 'question_states.structure_id'],
      ['calls', 'calls.structure_id'],
      ['members', 'members.structure_id'],
      ['memberships', 'memberships.structure_id'],
      ['contacts', 'contacts.structure_id'],
      ['text_facts', 'text_facts.structure_id'],
    ] as const
  ).map(
    ([table, structure]) => `create policy progress on ${table} for select
       using (${isSeen(structure)})`,
  ),
  `create policy progress on cohorts for select using (vises_access() in ('routing', 'portfolio')
     and exists (select 1 from memberships m where m.cohort_id = cohorts.id and ${isSeen('m.structure_id')}))`,
  // How somebody looks at their portfolio, and what stands there now.
  `create table portfolio_views (
     person_id uuid primary key, filter jsonb not null default '{}', page integer not null default 1, shown text, changed_at timestamptz not null)`,
  ...protectedBy('portfolio_views'),
  `create policy oneself on portfolio_views using (${oneself('person_id')}) with check (${oneself('person_id')})`,
  `create policy due on portfolio_views for select using (vises_access() = 'operator')`,

  `create table private_notes (
     id uuid primary key, structure_id uuid not null references structures on delete cascade, person_id uuid not null,
     words text not null, hands_over boolean not null default false, from_name text, written_at timestamptz not null)`,
  `create index on private_notes (person_id, structure_id)`,
  ...protectedBy('private_notes'),
  `create policy oneself on private_notes using (${oneself('person_id')} and ${isAccompanied('private_notes.structure_id')})
     with check (${oneself('person_id')} and ${isAccompanied('private_notes.structure_id')})`,

  `create table briefs (person_id uuid not null, structure_id uuid not null references structures on delete cascade, at timestamptz not null)`,
  `create index on briefs (person_id, structure_id, at)`,
  ...protectedBy('briefs'),
  `create policy oneself on briefs using (${oneself('person_id')}) with check (${oneself('person_id')} and ${isAccompanied('briefs.structure_id')})`,

  `create table hand_nudges (
     id uuid primary key, batch_id uuid not null, structure_id uuid not null references structures on delete cascade,
     evaluation_id uuid not null references evaluations on delete cascade, question_id text not null, person_id uuid not null,
     text text not null, language text not null, state text not null default 'prepared' check (state in ('prepared', 'sent', 'left-out')),
     prepared_at timestamptz not null, sent_at timestamptz, due_at timestamptz)`,
  `create index on hand_nudges (batch_id)`,
  `create index on hand_nudges (evaluation_id, question_id) where state = 'sent'`,
  ...protectedBy('hand_nudges'),
  `create policy oneself on hand_nudges using (${oneself('person_id')}) with check (${oneself('person_id')} and ${isAccompanied('hand_nudges.structure_id')})`,
  // That a colleague nudged is known to all who accompany the team: nobody is nudged twice about the same question.
  `create policy progress on hand_nudges for select using (state = 'sent' and ${isSeen('hand_nudges.structure_id')})`,
  `create policy own_structure on hand_nudges for select using (vises_access() = 'structure' and structure_id = any (vises_structures()) and state = 'sent')`,

  // A team is passed on with a code that one colleague gives the other, who says yes.
  `create table handovers (
     id uuid primary key, structure_id uuid not null references structures on delete cascade, structure_name text not null,
     from_person uuid not null, from_name text not null, to_person uuid, code_hash text not null unique, words text not null default '',
     calls integer not null default 0, notes integer not null default 0,
     offered_at timestamptz not null, expires_at timestamptz not null,
     accepted_at timestamptz, declined_at timestamptz, withdrawn_at timestamptz)`,
  `create index on handovers (structure_id)`,
  ...protectedBy('handovers'),
  `create policy giving on handovers using (${oneself('from_person')}) with check (${oneself('from_person')})`,
  `create policy taking on handovers using (${oneself('to_person')}) with check (${oneself('to_person')})`,
  `create policy by_code on handovers for select using (vises_access() = 'routing' and code_hash = vises_code())`,
  `create policy claimed on handovers for update using (vises_access() = 'routing' and code_hash = vises_code())
     with check (vises_access() = 'routing' and code_hash = vises_code() and to_person = vises_person())`,
  // Notes that were marked for it go over once the colleague said yes.
  `create policy handed_over on private_notes for select using (vises_access() = 'structure' and hands_over
     and exists (select 1 from handovers h where h.structure_id = private_notes.structure_id and h.from_person = private_notes.person_id
       and h.to_person = vises_person() and h.accepted_at is not null and private_notes.written_at <= h.accepted_at))`,
];
