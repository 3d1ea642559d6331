import { sql } from 'kysely';
import type { CalendarChoices, Place } from '../core/calendar/whose.ts';
import type { Pace, Status } from '../core/evaluation/evaluation.ts';
import type { Language } from '../core/language.ts';
import { type Group, type Method, type Path, questionsFor } from '../core/method.ts';
import { activeDays, type PortfolioTeam, type TeamProgress, type Waiting } from '../core/portfolio/facts.ts';
import { type Filter, readFilter } from '../core/portfolio/filter.ts';
import { draftsWaitingFor, type OpenCall, openCallsFor } from './calls.ts';
import type { Tx } from './database.ts';
import { asJson } from './json.ts';
import { getMethod } from './methods.ts';

interface Row {
  structure_id: string;
  name: string;
  time_zone: string;
  evaluation_id: string | null;
  method_version: string;
  state: TeamProgress['state'];
  path: Path;
  structure_group: Group;
  language: Language;
  pace: Pace;
  open_question: string | null;
  paused_until: Date | null;
  muted: boolean;
  last_sign_at: Date;
  channel: string | null;
  unreachable: boolean | null;
  states: { id: string; status: Status; asked: string | null }[] | null;
  members: number;
  active: number;
  unanswered: number;
  cohorts: { id: string; name: string }[] | null;
}

/**
 * How far these teams are, by name, and what waits for the accompanier. Asked in their portfolio, or in routing about the one who acts;
 * of a team they do not accompany today nothing comes back. Counts, dates and names of structures: nothing that was written.
 */
export async function portfolioOf(
  tx: Tx,
  { person, structures }: { person: string; structures: readonly string[] },
  now: Date,
): Promise<PortfolioTeam[]> {
  if (structures.length === 0) return [];
  const { rows } = await sql<Row>`
    select s.id as structure_id, s.name, s.time_zone, e.id as evaluation_id, e.method_version, e.state, e.path, e.structure_group, e.language,
      e.pace, e.open_question, e.paused_until, e.muted, e.last_sign_at, c.name as channel, c.id is null or c.parked_at is not null as unreachable,
      (select json_agg(json_build_object('id', q.question_id, 'status', q.status, 'asked', q.asked_at))
         from question_states q where q.evaluation_id = e.id) as states,
      (select count(*)::int from members m where m.structure_id = s.id and m.until_at is null and m.role <> 'guest') as members,
      (select count(*)::int from members m where m.structure_id = s.id and m.until_at is null and m.role <> 'guest'
         and m.last_spoke_at > ${now}::timestamptz - make_interval(days => ${activeDays})) as active,
      (select count(*)::int from hand_nudges n where n.evaluation_id = e.id and n.state = 'sent' and n.taken_back_at is null
         and n.due_at > e.last_sign_at and n.due_at <= ${now})
      + (select count(*)::int from nudges n where n.evaluation_id = e.id and n.outcome = 'queued' and n.rung <> 'accompanier'
         and n.at > e.last_sign_at and n.at <= ${now}) as unanswered,
      (select json_agg(json_build_object('id', k.id, 'name', k.name) order by k.name, k.id) from memberships b join cohorts k on k.id = b.cohort_id
         where b.structure_id = s.id and b.from_at <= ${now} and (b.until_at is null or b.until_at > ${now})) as cohorts
    from structures s
    left join lateral (
      select e.* from evaluations e where e.structure_id = s.id order by (e.state = 'ended'), e.started_at desc, e.id limit 1) e on true
    left join lateral (
      select c.id, c.name, c.parked_at from channels c
      where c.evaluation_id = e.id and c.kind = 'team' and c.role = 'home' order by c.created_at limit 1) c on true
    where s.id = any (${[...structures]}::uuid[])
      and exists (select from accompaniments a where a.structure_id = s.id and a.person_id = ${person}
        and (a.until_at is null or a.until_at > ${now}))
    order by s.name, s.id`.execute(tx);
  const calls = await openCallsFor(tx, structures);
  const drafts = await draftsWaitingFor(tx, { person, structures }, now);
  const teams: PortfolioTeam[] = [];
  for (const row of rows) {
    const method = row.evaluation_id === null ? undefined : await getMethod(tx, row.method_version);
    const waiting: Waiting[] = [
      ...calls.filter((call) => isWaiting(call, row, person)).map(waitingCall),
      ...drafts
        .filter((draft) => draft.evaluationId === row.evaluation_id && draft.wants === 'yes')
        .map(({ id, structureId, output, since }): Waiting => ({ kind: 'draft', structureId, id, output, since })),
    ];
    teams.push({
      structureId: row.structure_id,
      name: row.name,
      cohorts: row.cohorts ?? [],
      ...(method && { progress: progressFrom(row, method) }),
      waiting,
    });
  }
  return teams.toSorted(
    (a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }) || a.structureId.localeCompare(b.structureId),
  );
}

/** It is open, in nobody else's hands, not answered yet, and what it was about is still so. */
function isWaiting(call: OpenCall, row: Row, person: string): boolean {
  if (call.structureId !== row.structure_id || call.answeredAt) return false;
  if (call.takenBy !== undefined && call.takenBy !== person) return false;
  if (call.kind === 'help' || call.question === undefined) return true;
  const status = row.states?.find(({ id }) => id === call.question)?.status;
  return status === undefined || status === call.kind;
}

const waitingCall = ({ id, kind, structureId, question, openedAt }: OpenCall): Waiting => ({
  kind: kind === 'help' ? 'call' : kind,
  structureId,
  id,
  ...(question && { question }),
  since: openedAt,
});

const settled: readonly Status[] = ['answered', 'differ', 'not-for-us'];

function progressFrom(row: Row, method: Method): TeamProgress {
  const path = questionsFor(method, row.path, row.structure_group);
  const states = new Map(row.states?.map((state) => [state.id, state]));
  const stages = method.stages.map((stage) => {
    const questions = path.filter((question) => stage.steps.some((step) => step.questions.includes(question)));
    const done = questions.filter(({ id }) => settled.includes(states.get(id)?.status ?? 'open')).length;
    return { id: stage.id, label: stage.short, done, total: questions.length };
  });
  const open = path.find(({ id }) => id === row.open_question)?.id;
  const openStage = method.stages.find((stage) => stage.steps.some((step) => step.questions.some(({ id }) => id === open)));
  const stage = openStage?.id ?? stages.find(({ done, total }) => done < total)?.id;
  const asked = open === undefined ? undefined : states.get(open)?.asked;
  return {
    evaluationId: row.evaluation_id ?? '',
    method,
    questions: path.toSorted((a, b) => Number(b.askedAtStart ?? false) - Number(a.askedAtStart ?? false)).map(({ id }) => id),
    state: row.state,
    language: row.language,
    timeZone: row.time_zone,
    pace: row.pace,
    ...(row.channel !== null && { channel: row.channel }),
    unreachable: row.unreachable ?? true,
    stages,
    ...(stage !== undefined && { stage }),
    ...(open !== undefined && { openQuestion: open }),
    ...(asked && { openSince: new Date(asked) }),
    ...(row.paused_until && { pausedUntil: row.paused_until }),
    muted: row.muted,
    lastSignAt: row.last_sign_at,
    members: row.members,
    active: row.active,
    unanswered: row.unanswered,
  };
}

/** How somebody looked at their portfolio last. */
export async function findView(tx: Tx, person: string): Promise<{ filter: Filter; page: number; shown?: string }> {
  const row = await tx
    .selectFrom('portfolio_views')
    .select(['filter', 'page', 'shown'])
    .where('person_id', '=', person)
    .executeTakeFirst();
  const filter = readFilter((row?.filter ?? {}) as Record<string, unknown>);
  return { filter, page: row?.page ?? 1, ...(row?.shown && { shown: row.shown }) };
}

/** Keeps how somebody looks at their portfolio; `shown` tells one picture of it from another. */
export async function saveView(
  tx: Tx,
  person: string,
  { filter, page, shown }: { filter: Filter; page: number; shown: string },
  now: Date,
): Promise<void> {
  const view = { filter: asJson(filter), page, shown, changed_at: now };
  await tx
    .insertInto('portfolio_views')
    .values({ person_id: person, ...view })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(view))
    .execute();
}

/** What the calendar of a team follows from. */
export async function whereabouts(tx: Tx, structureId: string): Promise<Place> {
  const row = await tx
    .selectFrom('structures')
    .select(['territory', 'time_zone', 'language', 'calendar'])
    .where('id', '=', structureId)
    .executeTakeFirstOrThrow();
  const { territory, time_zone: timeZone, language } = row;
  return { territory, timeZone, language: language as Language, calendar: row.calendar as CalendarChoices };
}
