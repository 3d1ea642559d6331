import type { Evaluation } from '../../core/evaluation/evaluation.ts';
import type { Post } from '../../core/message.ts';
import type { Method } from '../../core/method.ts';
import { isWorkingMoment, nextWorkingMoment } from '../../core/calendar/working-time.ts';
import { nudgeMessage, pastNudge } from '../../core/nudging/cards.ts';
import { noNudging, type Nudging } from '../../core/nudging/nudging.ts';
import { calendarFor, type Plan, planNudge, type PlannedNudge } from '../../core/nudging/plan.ts';
import type { Wording } from '../../core/words.ts';
import { type Contacted, holdBudget, reserveContact, roomFrom } from '../../store/contacts.ts';
import { type Tx, withAccess } from '../../store/database.ts';
import { getEvaluation } from '../../store/load-evaluation.ts';
import { getMethod } from '../../store/methods.ts';
import { type DuePlan, dueNudges, holdDue, noteNudge, nudgeKey, putOffNudge, savePlan, setShown } from '../../store/nudges.ts';
import { addPosts } from '../../store/outbox.ts';
import { homeOf } from '../../store/routing.ts';
import { sayAtDesk } from '../desks/say-at-desk.ts';
import { channelFor } from '../evaluation/queue.ts';
import type { Needs } from '../needs.ts';

/** What one run did. `moved`: to a moment of work, or to when the week's budget has room. */
export interface NudgeRun {
  sent: number;
  dropped: number;
  moved: number;
}

/** Looked at in one run; what is left is due in the next. */
const atOnce = 500;

/**
 * Says the nudges whose moment has come. Each is one transaction: the evaluation is held, or left to the process that holds it; the reason
 * is looked at again; the nudge is queued and noted, and the next one planned. A missed run is late, never lost; two at once say nothing twice.
 */
export async function sendDueNudges(needs: Needs): Promise<NudgeRun> {
  const now = needs.clock.now();
  const due = await withAccess(needs.db, { kind: 'operator' }, (tx) => dueNudges(tx, now, atOnce));
  const run: NudgeRun = { sent: 0, dropped: 0, moved: 0 };
  const failures: unknown[] = [];
  for (const { evaluationId, structureId } of due) {
    // One that cannot be said must not keep the others silent.
    const outcome = await withAccess(needs.db, { kind: 'structure', structures: [structureId] }, (tx) =>
      sendOne(needs, tx, evaluationId, now),
    ).catch((error: unknown) => void failures.push(error));
    if (outcome) run[outcome]++;
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} nudges could not be said.`);
  return run;
}

async function sendOne(needs: Needs, tx: Tx, id: string, now: Date): Promise<keyof NudgeRun | undefined> {
  const held = await holdDue(tx, id, now);
  if (!held) return undefined;
  const evaluation = await getEvaluation(tx, id);
  const method = await getMethod(tx, evaluation.methodVersion);
  const isHoliday = needs.isHoliday ?? (() => false);
  const plan = planNudge(evaluation, method, isHoliday, now);
  const next = 'next' in plan ? plan.next : undefined;
  const isDropped = await noteDropped(needs, tx, evaluation, held, plan, now);
  const done = isDropped ? 'dropped' : undefined;
  if (!next || next.at > now) {
    await savePlan(tx, { evaluation, next, changes: [], now });
    return done ?? (held.due ? 'moved' : undefined);
  }
  const calendar = calendarFor(evaluation, next.person);
  const home = await homeOf(tx, id);
  if (!home) {
    // The team has no channel any more: when it has one, its first turn plans again.
    await savePlan(tx, { evaluation, next: undefined, changes: [], now });
    return done;
  }
  const contacted: Contacted = next.person === undefined ? { channelId: home } : { person: next.person };
  const until = isWorkingMoment(now, calendar, isHoliday) ? await budgetFrom(tx, contacted, now) : now;
  if (until > now || !isWorkingMoment(now, calendar, isHoliday)) {
    if (!held.due) await savePlan(tx, { evaluation, next, changes: [], now });
    await putOffNudge(tx, id, nextWorkingMoment(until, calendar, isHoliday), next);
    return done ?? 'moved';
  }
  await say(needs, tx, { evaluation, method, next, home, contacted }, now);
  return 'sent';
}

async function budgetFrom(tx: Tx, contacted: Contacted, now: Date): Promise<Date> {
  await holdBudget(tx, contacted);
  return roomFrom(tx, contacted, now);
}

/** What was planned for this moment is not what is so any more: it is dropped, and the ledger says why. */
async function noteDropped(
  needs: Needs,
  tx: Tx,
  evaluation: Evaluation,
  { due }: DuePlan,
  plan: Plan,
  now: Date,
): Promise<boolean> {
  const isSame = 'next' in plan && due?.subject === plan.next.subject && due.rung === plan.next.rung;
  if (!due || isSame) return false;
  const because = 'none' in plan ? plan.none : 'changed';
  const { at: dueAt, subject, rung } = due;
  await noteNudge(tx, { id: needs.newId(), evaluation, subject, rung, dueAt, outcome: 'dropped', because }, now);
  return true;
}

interface ToSay {
  evaluation: Evaluation;
  method: Method;
  next: PlannedNudge;
  home: string;
  contacted: Contacted;
}

/** Queued, counted, noted, and the next one planned: all of it, or nothing. */
async function say(needs: Needs, tx: Tx, { evaluation, method, next, home, contacted }: ToSay, now: Date): Promise<void> {
  const id = needs.newId();
  const after = afterThis(needs, evaluation, method, next, now);
  const coming = planNudge(after, method, needs.isHoliday ?? (() => false), now);
  const following = 'next' in coming ? coming.next : undefined;
  const wording = needs.wordingFor?.(method) ?? needs.wording;
  const scene = { evaluation, method, wording, now, planned: next, ...(following && { after: following }) };
  const of = { structureId: evaluation.structure.id, evaluationId: evaluation.id };
  const key = nudgeKey(id);
  if (next.rung === 'accompanier' && next.person !== undefined) {
    const post = { priority: 'nudge' as const, message: (language: Evaluation['language']) => nudgeMessage(scene, language) };
    await sayAtDesk(tx, next.person, post, now, { ...of, key });
  } else {
    const slot = key;
    const place = next.person === undefined ? ({ to: 'channel' } as const) : ({ to: 'person', person: next.person } as const);
    const wanted: Post = { place, message: nudgeMessage(scene), slot, priority: 'nudge' };
    const { channelId, post } = await channelFor(tx, { origin: home, home }, wanted, place);
    await addPosts(tx, { channelId, ...of, key }, [post], now);
    if (next.person === undefined) await replaceShown(tx, evaluation, wording, { home, slot }, now);
  }
  await reserveContact(tx, `${key}/0`, contacted, now);
  const { subject, rung, question, person, at: dueAt } = next;
  await noteNudge(tx, { id, evaluation, subject, rung, question, ...(person && { person }), dueAt, outcome: 'queued' }, now);
  await savePlan(tx, { evaluation: after, next: following, changes: [], now });
  if (next.person === undefined) await setShown(tx, evaluation.id, { slot: key, question: next.question });
}

/** The evaluation once this nudge is said. */
function afterThis(needs: Needs, evaluation: Evaluation, method: Method, next: PlannedNudge, now: Date): Evaluation {
  const { movedTo: _moved, ...nudging }: Nudging = evaluation.nudging ?? noNudging;
  const { subject, rung } = next;
  return {
    ...evaluation,
    nudging: { ...nudging, nudged: [...nudging.nudged, { subject, rung, round: nudging.round, at: now }] },
  };
}

/** The newest takes the place of the one before, which becomes one line. */
async function replaceShown(
  tx: Tx,
  { id, structure, language, nudging }: Evaluation,
  wording: Wording,
  { home, slot }: { home: string; slot: string },
  now: Date,
): Promise<void> {
  const before = nudging?.shown?.slot;
  if (before === undefined || before === slot) return;
  const post: Post = {
    place: { to: 'channel' },
    message: pastNudge(wording[language], language, 'replaced'),
    slot: before,
    updateOnly: true,
  };
  await addPosts(tx, { channelId: home, structureId: structure.id, evaluationId: id }, [post], now);
}
