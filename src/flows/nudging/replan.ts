import { type Evaluation, stateOf } from '../../core/evaluation/evaluation.ts';
import type { Turn } from '../../core/evaluation/turn.ts';
import type { Post } from '../../core/message.ts';
import type { Method } from '../../core/method.ts';
import { pastNudge } from '../../core/nudging/cards.ts';
import { planNudge } from '../../core/nudging/plan.ts';
import type { Tx } from '../../store/database.ts';
import { savePlan, setShown } from '../../store/nudges.ts';
import type { Needs } from '../needs.ts';

export interface ToReplan {
  turn: Pick<Turn, 'evaluation' | 'changes'>;
  method: Method;
  now: Date;
  /** Whoever brought the turn. Absent for what the companion does by itself: nobody gave a sign of life. */
  by?: string;
}

/**
 * After a turn was stored: the next nudge is planned anew, from what is so now, and what waits to be said in vain is taken back. Gives the
 * change of a nudge that stands in the channel for a question that has moved on.
 */
export async function replan(needs: Needs, tx: Tx, { turn, method, now, by }: ToReplan): Promise<Post[]> {
  const evaluation = withSign(turn, now, by);
  const plan = planNudge(evaluation, method, needs.isHoliday ?? (() => false), now);
  const next = 'next' in plan ? plan.next : undefined;
  await savePlan(tx, { evaluation, next, changes: turn.changes, now, ...(by !== undefined && { by }) });
  const shown = evaluation.nudging?.shown;
  const isOver = evaluation.state === 'ended' || (shown?.question && stateOf(evaluation, shown.question).status !== 'open');
  if (!shown || !isOver) return [];
  await setShown(tx, evaluation.id, undefined);
  const { language } = evaluation;
  const message = pastNudge((needs.wordingFor?.(method) ?? needs.wording)[language], language, 'settled');
  return [{ place: { to: 'channel' }, message, slot: shown.slot, updateOnly: true }];
}

/** What somebody does is a sign of life: a moment that was given to the next nudge counts only when they give it now. */
function withSign({ evaluation, changes }: ToReplan['turn'], now: Date, by: string | undefined): Evaluation {
  if (by === undefined) return evaluation;
  const signed = { ...evaluation, lastSignAt: now };
  const isMovedNow = changes.some((change) => change.change === 'nudging-set' && change.set.movedTo);
  if (!evaluation.nudging || isMovedNow) return signed;
  const { movedTo: _past, ...nudging } = evaluation.nudging;
  return { ...signed, nudging };
}
