import type { Incoming } from '../core/incoming.ts';
import type { Turn } from '../core/evaluation/turn.ts';
import type { Received } from '../ports.ts';
import { type Tx, withAccess } from '../store/database.ts';
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
 * A replay brings a delivery key of its own, for a message whose key was claimed when it was parked.
 */
export async function receive(needs: Needs, incoming: Incoming, isReplay = false): Promise<Dealt> {
  try {
    return await withAccess(needs.db, { kind: 'routing' }, async (tx) => {
      const dealt = await deal(needs, tx, incoming, isReplay);
      if (dealt.formErrors) throw new FormRefused(dealt);
      return dealt;
    });
  } catch (error) {
    if (error instanceof FormRefused) return error.dealt;
    throw error;
  }
}

/** A refused form changes nothing: its key is free again, so that a copy of it is refused in the same words, and not taken for stored. */
class FormRefused extends Error {
  readonly dealt: Dealt;

  constructor(dealt: Dealt) {
    super('A form was refused.');
    this.dealt = dealt;
  }
}

async function deal(needs: Needs, tx: Tx, incoming: Incoming, isReplay: boolean): Promise<Dealt> {
  const now = needs.clock.now();
  const { fresh, channel, person } = await arrive(tx, incoming, needs.newId, now, isReplay);
  if (!fresh) return { fresh: false, readings: [] };
  if (channel.kind === 'direct') return receiveDirect(needs, tx, incoming, channel, person, now);
  if (!channel.evaluationId || !channel.structureId) return beforeStart(needs, tx, incoming, channel, person, now);
  const { structureId, evaluationId } = channel;
  return takeTurn(needs, tx, incoming, { channel, person, structureId, evaluationId }, now);
}
