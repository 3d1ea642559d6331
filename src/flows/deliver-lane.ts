import { afterFailure, type Failure } from '../core/delivery.ts';
import type { MadeFile } from '../core/files.ts';
import { madeFilesIn, type Message } from '../core/message.ts';
import type { Clock, Delivery, Posted } from '../ports.ts';
import { DeliveryFailure } from '../ports.ts';
import type { Log } from '../store/log.ts';
import type { Claimed, Lane } from '../store/outbox-claims.ts';
import type { Outcome } from '../store/outbox-outcomes.ts';

export interface LaneNeeds {
  platforms: { post(delivery: Delivery): Promise<Posted> };
  /** The made files that are still kept, of these. */
  findFiles: (ids: readonly string[]) => Promise<ReadonlyMap<string, MadeFile>>;
  clock: Clock;
  log: Log;
  random: () => number;
  /** How long a platform may take before nobody knows whether the message arrived. */
  postMs: number;
}

const longestReason = 300;

/**
 * Sends the messages of a lane one after the other. After one that has to be tried again, those behind it go back untried: nothing
 * overtakes. Never rejects.
 *
 * @param mayGoOn false once there is no time left for another one; asked before each message but the first
 */
export async function deliverLane(
  needs: LaneNeeds,
  lane: Lane,
  { now, note, mayGoOn }: { now: () => Date; note: (outcome: Outcome) => void; mayGoOn: () => boolean },
): Promise<void> {
  /** What this lane itself posted under a slot, which is not written down yet. */
  const posted = new Map<string, string>();
  for (const [index, row] of lane.entries()) {
    if (index > 0 && !mayGoOn()) {
      for (const untried of lane.slice(index)) note({ row: untried, was: 'untried' });
      return;
    }
    const outcome = await deliver(needs, row, posted, now);
    note(outcome);
    if (outcome.was === 'sent' && row.slot !== undefined) posted.set(row.slot, outcome.message);
    if (outcome.was === 'failed' && (outcome.move.to === 'pending' || outcome.move.to === 'parked')) {
      for (const untried of lane.slice(index + 1)) note({ row: untried, was: 'untried' });
      return;
    }
  }
}

async function deliver(
  { platforms, findFiles, log, random, postMs }: LaneNeeds,
  row: Claimed,
  posted: ReadonlyMap<string, string>,
  now: () => Date,
): Promise<Outcome> {
  const update = row.slot === undefined || row.anew ? undefined : (posted.get(row.slot) ?? row.update);
  if (row.updateOnly && update === undefined) return { row, was: 'unneeded' };
  const thread = (row.threadSlot === undefined ? undefined : posted.get(row.threadSlot)) ?? row.thread;
  const fields = { deliveryId: row.id, channelId: row.channelId, platform: row.channel.platform, attempts: row.attempts };
  try {
    const files = await filesOf(row.message, findFiles);
    const { message } = await within(postMs, async () =>
      platforms.post({
        id: row.id,
        channel: row.channel,
        message: row.message,
        ...(thread !== undefined && { thread }),
        ...(update !== undefined && { update }),
        ...(row.privateTo !== undefined && { privateTo: row.privateTo }),
        ...(row.pin && { pin: true }),
        ...(row.reference !== undefined && { reference: row.reference }),
        ...(files && { files }),
      }),
    );
    return { row, was: 'sent', message, update };
  } catch (error) {
    const { failure, because } = failureOf(error);
    const move = afterFailure({ ...row, update: update !== undefined }, failure, now(), random());
    const line = { ...fields, outcome: failure.outcome, scope: failure.scope, becomes: move.to, because };
    if (!(error instanceof DeliveryFailure)) log.error({ ...line, err: error }, 'A platform failed in a way nobody foresaw');
    else if (move.to === 'dead' || move.to === 'expired') log.error(line, 'A message could not be delivered');
    else log.warn(line, 'A message was not delivered this time');
    return { row, was: 'failed', move, failure: because };
  }
}

async function filesOf(message: Message, find: LaneNeeds['findFiles']): Promise<ReadonlyMap<string, MadeFile> | undefined> {
  const ids = madeFilesIn(message);
  if (ids.length === 0) return undefined;
  return find(ids).catch((cause: unknown) => {
    throw new DeliveryFailure('later', 'its files could not be read', { cause });
  });
}

/** What nobody foresaw counts as later, for this message alone. Its words may quote people, so only its name is kept. */
function failureOf(error: unknown): { failure: Failure; because: string } {
  if (error instanceof DeliveryFailure) return { failure: error, because: error.message.slice(0, longestReason) };
  return {
    failure: { outcome: 'later', scope: 'message' },
    because: error instanceof Error ? `unforeseen ${error.name}` : 'unforeseen',
  };
}

/** A platform that does not answer in time may have taken the message. */
async function within<Result>(ms: number, work: () => Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new DeliveryFailure('unknown', `its platform did not answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}
