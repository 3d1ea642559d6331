import type { Incoming } from '../core/incoming.ts';
import type { Turn } from '../core/evaluation/turn.ts';
import type { Received } from '../ports.ts';
import { withAccess } from '../store/database.ts';
import { arrive } from '../store/routing.ts';
import { beforeStart } from './evaluation/start-evaluation.ts';
import { receiveDirect } from './evaluation/receive-direct.ts';
import { takeTurn } from './evaluation/take-turn.ts';
import type { Needs } from './needs.ts';

export interface Dealt extends Received {
  /** How it was understood, where a turn was made of it. */
  readings: Turn['readings'];
}

/**
 * The one way in. In one transaction: the delivery's key is claimed, the place and the person are found, the evaluation is held, the core
 * decides, and what changed and what is to be said are stored. When this resolves, it is committed; when it rejects, nothing happened.
 */
export async function receive(needs: Needs, incoming: Incoming): Promise<Dealt> {
  const now = needs.clock.now();
  return withAccess(needs.db, { kind: 'routing' }, async (tx) => {
    const { fresh, channel, person } = await arrive(tx, incoming, needs.newId, now);
    if (!fresh) return { fresh: false, readings: [] };
    if (channel.kind === 'direct') return receiveDirect(needs, tx, incoming, channel, person, now);
    if (!channel.evaluationId || !channel.structureId) return beforeStart(needs, tx, incoming, channel, person, now);
    return takeTurn(
      needs,
      tx,
      incoming,
      { channel, person, structureId: channel.structureId, evaluationId: channel.evaluationId },
      now,
    );
  });
}
