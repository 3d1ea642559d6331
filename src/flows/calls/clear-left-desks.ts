import { type Tx, withAccess } from '../../store/database.ts';
import { accompaniersOf, leftDesks, markDeskLeft } from '../../store/belonging.ts';
import { evaluationsOf } from '../../store/structures.ts';
import { lockEvaluation } from '../../store/load-evaluation.ts';
import { endGrantsWithoutAccompanier } from '../joining/leave.ts';
import type { Needs } from '../needs.ts';
import { followSharing, leaveDesk } from './follow-sharing.ts';

/**
 * Takes away what stands at desks of teams that are accompanied from there no longer, where that was ended for a whole network: it has
 * no right to the teams' words, so each team's part is done here. Gives back how many desks were left.
 */
export async function clearLeftDesks(needs: Needs): Promise<number> {
  const now = needs.clock.now();
  const left = await withAccess(needs.db, { kind: 'operator' }, (tx) => leftDesks(tx, now));
  let cleared = 0;
  const failures: unknown[] = [];
  for (const { structureId, person } of left) {
    const clearing = withAccess(needs.db, { kind: 'structure', structures: [structureId], person }, (tx) =>
      clearOne(needs, tx, { structureId, person }, now),
    );
    // One that cannot be cleared must not keep the others waiting.
    await clearing.then(() => cleared++).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} desks could not be cleared.`);
  return cleared;
}

async function clearOne(
  needs: Needs,
  tx: Tx,
  { structureId, person }: { structureId: string; person: string },
  now: Date,
): Promise<void> {
  // Whoever came back meanwhile keeps what is there.
  const isBack = (await accompaniersOf(tx, structureId)).some((each) => each.person === person);
  for (const evaluationId of isBack ? [] : await evaluationsOf(tx, structureId)) {
    await lockEvaluation(tx, evaluationId);
    await endGrantsWithoutAccompanier(tx, { structureId, evaluationId }, person, now);
    await leaveDesk({ needs, tx, now, evaluationId }, person);
    await followSharing({ needs, tx, now, evaluationId });
  }
  await markDeskLeft(tx, structureId, person, now);
}
