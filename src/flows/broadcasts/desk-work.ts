import { leftOut, reached, resolveAudience } from '../../core/broadcasts/audience.ts';
import { type Broadcast, maySteer, type Refusal, type Sender, wasReleased } from '../../core/broadcasts/broadcast.ts';
import { broadcastCard, refusedMessage } from '../../core/broadcasts/cards.ts';
import { type BroadcastView, cardSlot, type Desk } from '../../core/broadcasts/view.ts';
import type { Message } from '../../core/message.ts';
import { broadcastLedger, excludedFor, nextWaiting } from '../../store/broadcast-rows.ts';
import { candidatesOf } from '../../store/broadcast-audience.ts';
import { feedbackOf, findBroadcast, networkOf } from '../../store/broadcasts.ts';
import type { Tx } from '../../store/database.ts';
import { addPosts } from '../../store/outbox.ts';
import type { Dealt } from '../receive.ts';
import type { Broadcasting, Needs } from '../needs.ts';

/** What people do with broadcasts at their desks needs this too. */
export type BroadcastNeeds = Needs & { broadcasting: Broadcasting };

/** One thing that somebody does at their desk with a broadcast of their network, entered as that network's own work. */
export interface DeskWork {
  needs: BroadcastNeeds;
  tx: Tx;
  desk: Desk;
  sender: Sender;
  network: string;
  /** Where it is answered. */
  channel: string;
  now: Date;
}

export const answered: Dealt = { fresh: true, readings: [] };

/** Says something where it was asked. */
export async function say({ tx, channel, now }: DeskWork, message: Message, slot?: string): Promise<Dealt> {
  await addPosts(tx, { channelId: channel }, [{ place: { to: 'origin' }, message, ...(slot !== undefined && { slot }) }], now);
  return answered;
}

export const refuse = (work: DeskWork, why: Refusal): Promise<Dealt> => say(work, refusedMessage(why, work.desk));

/** Everything that is shown of a broadcast, as it stands. */
export async function viewOf(needs: Needs, tx: Tx, broadcast: Broadcast, now: Date): Promise<BroadcastView> {
  const { network, cohorts, colleagues } = await networkOf(tx, broadcast.network);
  const view = {
    broadcast,
    network,
    cohorts,
    colleagues: colleagues.filter(({ guest }) => !guest),
    method: needs.method,
    feedback: await feedbackOf(tx, broadcast.id, broadcast.network),
  };
  if (wasReleased(broadcast))
    return {
      ...view,
      ledger: await broadcastLedger(tx, broadcast.id),
      leftOut: await excludedFor(tx, broadcast.id),
      canUndo: maySteer(broadcast, 'undo', now).ok,
      ...(broadcast.state === 'sending' && (await nextWaiting(tx, broadcast.id, now))),
    };
  const candidates = await candidatesOf(tx, broadcast.network, now);
  const rows = resolveAudience(candidates, broadcast.filter, broadcast.texts, now);
  return { ...view, reached: reached(rows).map(({ candidate }) => candidate.name), leftOut: leftOut(rows) };
}

/** Shows how a broadcast stands, in the place of the card that stood for it. */
export async function show(work: DeskWork, id: string, { anew = false }: { anew?: boolean } = {}): Promise<Dealt> {
  const { needs, tx, channel, now } = work;
  const broadcast = await findBroadcast(tx, id);
  if (!broadcast) return refuse(work, 'stale');
  const view = await viewOf(needs, tx, broadcast, now);
  const message = broadcastCard(view, work.desk);
  await addPosts(
    tx,
    { channelId: channel },
    [{ place: { to: 'origin' }, message, slot: cardSlot(id), ...(anew && { anew }) }],
    now,
  );
  return answered;
}
