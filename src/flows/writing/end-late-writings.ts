import { withAccess } from '../../store/database.ts';
import { overdueWritings } from '../../store/writings.ts';
import type { Needs } from '../needs.ts';
import { endLate } from './write-text.ts';

/** Longer than the model, its repairs and the tries of the job queue take together. */
const latestMs = 20 * 60_000;
const mostAtOnce = 200;

/**
 * Texts that have been waited for too long are given up and told so: the process that wrote them is gone, or no model is set up any more. So
 * that nobody waits for ever, and the structure can ask for the next.
 */
export async function endLateWritings(needs: Needs): Promise<number> {
  const before = new Date(needs.clock.now().getTime() - latestMs);
  const late = await withAccess(needs.db, { kind: 'operator' }, (tx) => overdueWritings(tx, before, mostAtOnce));
  let ended = 0;
  for (const { id, structureId } of late) {
    if (await withAccess(needs.db, { kind: 'structure', structures: [structureId] }, (tx) => endLate(needs, tx, id))) ended += 1;
  }
  return ended;
}
