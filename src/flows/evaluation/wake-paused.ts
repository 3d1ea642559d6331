import { decide } from '../../core/evaluation/decide.ts';
import { withAccess } from '../../store/database.ts';
import { lockEvaluation } from '../../store/load-evaluation.ts';
import { getMethod } from '../../store/methods.ts';
import { pausesOver } from '../../store/moments.ts';
import { homeOf } from '../../store/routing.ts';
import { saveTurn } from '../../store/save-turn.ts';
import type { Needs } from '../needs.ts';
import { replan } from '../nudging/replan.ts';
import { queue } from './queue.ts';
import { sceneOf } from './take-turn.ts';

/** Ends the pauses whose day has come, each with its recap. A missed run is late, never lost; two at once wake nobody twice. */
export async function wakePaused(needs: Needs): Promise<number> {
  const now = needs.clock.now();
  const due = await withAccess(needs.db, { kind: 'operator' }, (tx) => pausesOver(tx, now));
  let woken = 0;
  const failures: unknown[] = [];
  for (const { id, structure_id } of due) {
    // One that cannot wake must not keep the others asleep.
    const waking = withAccess(needs.db, { kind: 'structure', structures: [structure_id] }, async (tx) => {
      const before = await lockEvaluation(tx, id);
      if (before.state !== 'paused' || !before.pausedUntil || before.pausedUntil > now) return 0;
      const method = await getMethod(tx, before.methodVersion);
      const home = await homeOf(tx, id);
      const by = before.carrier ?? before.members[0]?.person;
      if (!home || !by) return 0;
      const turn = decide(before, { what: 'pause-over' }, sceneOf(needs, before, method, by, { in: 'channel' }, now));
      await saveTurn(tx, { before, after: turn.evaluation, changes: turn.changes, channelId: home, now });
      await replan(needs, tx, { turn, method, now });
      const { mirrors = [] } = before;
      await queue(tx, { origin: home, home, mirrors, structureId: structure_id, evaluationId: id }, turn.say, now);
      return 1;
    });
    woken += await waking.catch((error: unknown) => {
      failures.push(error);
      return 0;
    });
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} pauses could not be ended.`);
  return woken;
}
