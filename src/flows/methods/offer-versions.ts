import { changesFor } from '../../core/method-changes/compare.ts';
import { moveSlot, offerCard } from '../../core/method-changes/cards.ts';
import { withAccess } from '../../store/database.ts';
import { lockEvaluation } from '../../store/load-evaluation.ts';
import { saveMove } from '../../store/method-moves.ts';
import { getMethod } from '../../store/methods.ts';
import { offersDue } from '../../store/network-contents.ts';
import { homeOf } from '../../store/routing.ts';
import { queue } from '../evaluation/queue.ts';
import type { Needs } from '../needs.ts';

const mostAtOnce = 200;

/** Tells running evaluations once that their network has a new version. Nothing changes by that. Gives back how many were told. */
export async function offerVersions(needs: Needs): Promise<number> {
  const due = await withAccess(needs.db, { kind: 'operator' }, (tx) => offersDue(tx, mostAtOnce));
  const now = needs.clock.now();
  let told = 0;
  const failures: unknown[] = [];
  for (const { evaluationId, structureId, to } of due) {
    // One that cannot be told must not keep the others from it.
    const telling = withAccess(needs.db, { kind: 'structure', structures: [structureId] }, async (tx) => {
      const evaluation = await lockEvaluation(tx, evaluationId);
      const home = await homeOf(tx, evaluationId);
      if (!home || evaluation.state !== 'running' || evaluation.methodVersion === to) return;
      const [from, next] = [await getMethod(tx, evaluation.methodVersion), await getMethod(tx, to)];
      const owner = { structureId, evaluationId };
      await saveMove(tx, owner, { from: from.version, to, state: 'offered', decisions: {}, changed: {} }, now);
      if (evaluation.muted) return;
      const words = (needs.wordingFor?.(from) ?? needs.wording)[evaluation.language];
      const card = offerCard({ evaluation, from, to: next, words, changes: changesFor(evaluation, from, next) });
      const post = { place: { to: 'channel' }, message: card, slot: moveSlot, anew: true, priority: 'nudge' } as const;
      const { mirrors = [] } = evaluation;
      await queue(tx, { origin: home, home, mirrors, ...owner }, [post], now);
      told++;
    });
    await telling.catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} evaluations could not be told of a new version.`);
  return told;
}
