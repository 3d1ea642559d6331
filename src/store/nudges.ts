import { sql } from 'kysely';
import type { Change, Evaluation } from '../core/evaluation/evaluation.ts';
import type { Nudging } from '../core/nudging/nudging.ts';
import type { PlannedNudge } from '../core/nudging/plan.ts';
import { rank } from '../core/delivery.ts';
import { asJson } from './json.ts';
import type { Tx } from './database.ts';
import { sendAlong } from './pipelined.ts';

/** The posts of a nudge go by this name in the outbox. */
export const nudgeKey = (id: string): string => `nudge:${id}`;

/** And those that somebody sent by hand; a team and a question is nudged several times by each. */
const handNudgePrefix = 'nudge-by-hand/';
export const handNudgeKey = ({ evaluationId, question }: { evaluationId: string; question: string }, before: number): string =>
  `${handNudgePrefix}${evaluationId}/${question}/${before}`;

/** The plan of an evaluation as a turn leaves it. */
export interface PlanToSave {
  evaluation: Evaluation;
  next: PlannedNudge | undefined;
  changes: readonly Change[];
  now: Date;
  /** Whoever brought the turn: with their sign of life, what still waits to be said is taken back. */
  by?: string;
}

/** Writes the plan, what people chose, and calendars that were set, in one statement that is sent along. The evaluation must be locked. */
export async function savePlan(tx: Tx, { evaluation, next, changes, now, by }: PlanToSave): Promise<void> {
  const { id, structure, nudging } = evaluation;
  const rows = asJson(rowsOf(changes, nudging));
  const saving = sql`
    with d as (select ${rows}::jsonb as j),
    choices as (
      insert into nudge_choices (structure_id, person_id, snoozed_until, stopped_at)
      select ${structure.id}, r.person, r."snoozedUntil", case when r.stopped then ${now}::timestamptz end
      from d, jsonb_to_recordset(d.j->'choices') as r(person uuid, "snoozedUntil" timestamptz, stopped boolean)
      on conflict (structure_id, person_id) do update set snoozed_until = excluded.snoozed_until, stopped_at = excluded.stopped_at),
    closed as (
      insert into nudges (id, evaluation_id, structure_id, subject, rung, round, person_id, due_at, at, outcome, because)
      select gen_random_uuid(), ${id}, ${structure.id}, r.subject, r.rung, 0, ${by ?? null}::uuid, ${now}, ${now}, 'closed', 'done'
      from d, jsonb_to_recordset(d.j->'closed') as r(subject text, rung text) on conflict do nothing),
    own as (
      update people p set calendar = p.calendar || r.set from d, jsonb_to_recordset(d.j->'own') as r(person uuid, set jsonb) where p.id = r.person),
    ours as (
      update structures s set calendar = s.calendar || r.set from d, jsonb_to_recordset(d.j->'ours') as r(set jsonb) where s.id = ${structure.id}),
    taken_back as (
      update outbox set state = 'cancelled', done_at = ${now}, failure = 'the team gave a sign of life'
      where ${by !== undefined} and evaluation_id = ${id} and priority = ${rank.nudge} and state in ('pending', 'parked') and key like 'nudge:%'),
    needless as (
      update outbox set state = 'cancelled', done_at = ${now}, failure = 'the team answered first'
      where evaluation_id = ${id} and priority = ${rank.nudge} and state in ('pending', 'parked') and key like ${`${handNudgePrefix}%`}
        and (${evaluation.state !== 'running' || evaluation.muted} or question_id is distinct from ${evaluation.openQuestion ?? null})
      returning question_id, created_at),
    unsaid as (
      update hand_nudges h set taken_back_at = ${now} from needless n
      where h.evaluation_id = ${id} and h.state = 'sent' and h.question_id = n.question_id and h.due_at = n.created_at)
    insert into nudge_plans (evaluation_id, structure_id, due_at, subject, rung, moved_to, moved_by, snoozed_until, snoozed_by, round, changed_at)
    values (${id}, ${structure.id}, ${next?.at ?? null}, ${next?.subject ?? null}, ${next?.rung ?? null}, ${nudging?.movedTo ?? null}, ${by ?? null},
      ${nudging?.snoozedUntil ?? null}, ${by ?? null}, ${nudging?.round ?? 0}, ${now})
    on conflict (evaluation_id) do update set due_at = excluded.due_at, subject = excluded.subject, rung = excluded.rung,
      moved_by = case when excluded.moved_to is distinct from nudge_plans.moved_to then excluded.moved_by else nudge_plans.moved_by end,
      snoozed_by = case when excluded.snoozed_until is distinct from nudge_plans.snoozed_until then excluded.snoozed_by else nudge_plans.snoozed_by end,
      moved_to = excluded.moved_to, snoozed_until = excluded.snoozed_until, round = excluded.round, changed_at = excluded.changed_at`;
  await sendAlong(() => saving.execute(tx));
}

function rowsOf(changes: readonly Change[], nudging: Nudging | undefined) {
  const sets = changes.flatMap((change) => (change.change === 'nudging-set' ? [change.set] : []));
  const calendars = changes.flatMap((change) => (change.change === 'calendar-set' ? [change] : []));
  return {
    choices: sets.flatMap(({ choice }) =>
      choice ? [nudging?.choices.find(({ person }) => person === choice.person) ?? choice] : [],
    ),
    closed: sets.flatMap(({ closed }) => (closed ? ['before-due', 'overdue'].map((rung) => ({ subject: closed, rung })) : [])),
    own: calendars.flatMap(({ person, set }) => (person === undefined ? [] : [{ person, set }])),
    ours: calendars.flatMap(({ person, set }) => (person === undefined ? [{ set }] : [])),
  };
}

/** What is due, the longest overdue first, and what has no plan yet. Asked as the operator. */
export async function dueNudges(tx: Tx, now: Date, most: number): Promise<{ evaluationId: string; structureId: string }[]> {
  const { rows } = await sql<{ evaluation_id: string; structure_id: string }>`
    (select evaluation_id, structure_id from nudge_plans where due_at <= ${now} order by due_at limit ${most})
    union all
    (select e.id, e.structure_id from evaluations e where e.state = 'running' and not exists (
      select from nudge_plans n where n.evaluation_id = e.id) limit ${most})`.execute(tx);
  return rows.map(({ evaluation_id, structure_id }) => ({ evaluationId: evaluation_id, structureId: structure_id }));
}

/**
 * Holds an evaluation until the transaction ends, and gives what is due of it at that moment; nothing when somebody else holds it, or when
 * there is nothing to do any more.
 */
export async function holdDue(tx: Tx, evaluationId: string, now: Date): Promise<DuePlan | undefined> {
  const held = await sql`select from evaluations where id = ${evaluationId} for update skip locked`.execute(tx);
  if (held.rows.length === 0) return undefined;
  // Only what is read after the lock is sure: whoever held it before may have said it.
  const row = await tx
    .selectFrom('nudge_plans')
    .select(['due_at', 'subject', 'rung'])
    .where('evaluation_id', '=', evaluationId)
    .executeTakeFirst();
  if (!row) return {};
  const { due_at: at, subject, rung } = row;
  return at && at <= now && subject && rung ? { due: { at, subject, rung } } : undefined;
}

/** What was planned for a moment that has come; without `due` nothing was planned yet. */
export interface DuePlan {
  due?: { at: Date; subject: string; rung: string };
}

/** Puts a nudge off to a moment when it may be said. */
export async function putOffNudge(tx: Tx, evaluationId: string, until: Date, next: PlannedNudge): Promise<void> {
  await tx
    .updateTable('nudge_plans')
    .set({ due_at: until, subject: next.subject, rung: next.rung })
    .where('evaluation_id', '=', evaluationId)
    .execute();
}

export interface NudgeToNote {
  id: string;
  evaluation: Evaluation;
  subject: string;
  rung: string;
  question?: string;
  person?: string;
  dueAt: Date;
  outcome: 'queued' | 'dropped';
  because?: string;
}

/** One line of the ledger. A nudge that was queued before is refused by the database. */
export async function noteNudge(tx: Tx, nudge: NudgeToNote, now: Date): Promise<void> {
  const { id, evaluation, subject, rung, question, person, dueAt, outcome, because } = nudge;
  await tx
    .insertInto('nudges')
    .values({
      id,
      evaluation_id: evaluation.id,
      structure_id: evaluation.structure.id,
      subject,
      rung,
      round: evaluation.nudging?.round ?? 0,
      question_id: question ?? null,
      person_id: person ?? null,
      due_at: dueAt,
      at: now,
      outcome,
      because: because ?? null,
    })
    .execute();
}

/** The newest nudge in the team's channel; nothing when there is none any more. */
export async function setShown(tx: Tx, evaluationId: string, shown: Nudging['shown']): Promise<void> {
  await tx
    .updateTable('nudge_plans')
    .set({ shown_slot: shown?.slot ?? null, shown_question: shown?.question ?? null })
    .where('evaluation_id', '=', evaluationId)
    .execute();
}

/** What became of nudges in the last seven days, and what should have been looked at and was not. */
export interface NudgeFigures {
  /** Their moment came. */
  expected: number;
  sent: number;
  dropped: number;
  /** Due for longer than `lateMs` and still waiting. */
  late: number;
}

/** The moments come every minute: ten of them missed, and something is wrong. */
const lateMs = 10 * 60_000;
const weekMs = 7 * 24 * 3_600_000;

/** Expected is sent, dropped and late together: silence is noticed. Asked as the operator. */
export async function nudgeFigures(tx: Tx, now: Date): Promise<NudgeFigures> {
  const { rows } = await sql<{ sent: number; dropped: number; late: number }>`
    select count(*) filter (where outcome = 'queued')::int as sent, count(*) filter (where outcome = 'dropped')::int as dropped,
      (select count(*)::int from nudge_plans where due_at <= ${new Date(now.getTime() - lateMs)}) as late
    from nudges where at > ${new Date(now.getTime() - weekMs)} and outcome in ('queued', 'dropped')`.execute(tx);
  const { sent = 0, dropped = 0, late = 0 } = rows[0] ?? {};
  return { expected: sent + dropped + late, sent, dropped, late };
}
