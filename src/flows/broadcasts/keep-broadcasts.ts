import { exclusionOf } from '../../core/broadcasts/audience.ts';
import { type ReleasedBroadcast, type StandingBroadcast, wasReleased } from '../../core/broadcasts/broadcast.ts';
import { broadcastCard, doneMessage } from '../../core/broadcasts/cards.ts';
import { isTooMuchTrouble, triedOf } from '../../core/broadcasts/ledger.ts';
import { releasedText, tipMessage, withdrawnMessage } from '../../core/broadcasts/tip-message.ts';
import { type BroadcastView, cardSlot, stepName } from '../../core/broadcasts/view.ts';
import type { Clock } from '../../ports.ts';
import { candidatesOf } from '../../store/broadcast-audience.ts';
import {
  broadcastLedger,
  broadcastsUnderWay,
  changeSaid,
  excludeRows,
  hasOldWords,
  holdRows,
  lockDueRows,
  type MessageFor,
  queueRows,
  setChangesDue,
} from '../../store/broadcast-rows.ts';
import { findBroadcast, isNewsToShow, networkOf, pardoned, saveStep } from '../../store/broadcasts.ts';
import { type Db, type Tx, withAccess } from '../../store/database.ts';
import type { Log } from '../../store/log.ts';
import { sayAtDesk } from '../desks/say-at-desk.ts';
import type { Needs } from '../needs.ts';
import { viewOf } from './desk-work.ts';
import { isByStep } from './prepare-broadcast.ts';

export type KeeperNeeds = Needs & { db: Db; clock: Clock; log: Log };

/**
 * So many at a time, and the next ones a little later: neither a pause nor a reply waits long for them, and what is due stays little
 * enough to be looked through often. Twice what two processes send in that time.
 */
const rowsAtOnce = 100;
const soonMs = 1000;
const everyMs = 5000;

/**
 * Keeps every broadcast going that is under way: queues the rows whose time has come, brings changed words to where the old ones stand,
 * stops what meets too much trouble, ends what is done, and shows its senders how it goes. Any number of processes may do it at once.
 * Resolves with whether there was more to queue than is done at a time. `only`: how it goes is not looked at.
 */
export async function keepBroadcasts(needs: KeeperNeeds, only?: 'queue'): Promise<boolean> {
  const now = needs.clock.now();
  let isMore = false;
  for (const { id, network } of await withAccess(needs.db, { kind: 'operator' }, (tx) => broadcastsUnderWay(tx, now))) {
    try {
      if (await keepOne(needs, id, network, only)) isMore = true;
    } catch (err) {
      needs.log.error({ err, broadcastId: id }, 'A broadcast could not be kept going this time; it is tried again');
    }
  }
  return isMore;
}

async function keepOne(needs: KeeperNeeds, id: string, network: string, only: 'queue' | undefined): Promise<boolean> {
  const inNetwork = <Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> =>
    withAccess(needs.db, { kind: 'network', network }, work, { retries: 3 });
  const queued = await inNetwork((tx) => queueSome(needs, tx, id));
  const changed = await inNetwork((tx) => changeSome(needs, tx, id));
  if (only === undefined) {
    await inNetwork((tx) => look(needs, tx, id));
    await inNetwork((tx) => showProgress(needs, tx, id));
  }
  return queued === rowsAtOnce || changed === rowsAtOnce;
}

/** Rows whose time has come; those that are to be left out by now are written down as such. Gives back how many there were. */
async function queueSome(needs: KeeperNeeds, tx: Tx, id: string): Promise<number> {
  const now = needs.clock.now();
  // Held, so that whoever pauses or cancels it waits for these rows, and finds them.
  const broadcast = await findBroadcast(tx, id, { lock: 'share' });
  if (broadcast?.state !== 'sending' || broadcast.startsAt > now) return 0;
  const due = await lockDueRows(tx, broadcast, now, rowsAtOnce);
  if (due.length === 0) return 0;
  const candidates = await candidatesOf(
    tx,
    broadcast.network,
    now,
    due.map(({ channel }) => channel),
  );
  const byChannel = new Map(candidates.map((candidate) => [candidate.channel, candidate]));
  const reasonOf = (channel: string) => {
    const candidate = byChannel.get(channel);
    // Whoever left the network since gets nothing of it.
    return candidate ? exclusionOf(candidate, broadcast.releasedTexts) : 'not-there';
  };
  const excluded = due.flatMap((row) => {
    const reason = reasonOf(row.channel);
    return reason ? [{ id: row.id, reason }] : [];
  });
  await excludeRows(tx, excluded, now);
  const left = new Set(excluded.map((row) => row.id));
  await queueRows(
    tx,
    broadcast,
    due.filter((row) => !left.has(row.id)),
    await wordsOf(needs, tx, broadcast),
    now,
  );
  return due.length;
}

/** How a channel reads it, as released. */
async function wordsOf(needs: KeeperNeeds, tx: Tx, broadcast: ReleasedBroadcast): Promise<MessageFor> {
  const { network } = await networkOf(tx, broadcast.network);
  return (language, step) => {
    const named = isByStep(broadcast) ? stepName(needs.method, step, language) : undefined;
    const text = releasedText(broadcast, language);
    if (text === undefined) throw new Error(`Broadcast ${broadcast.id} has no released text in ${language}.`);
    return tipMessage(
      { id: broadcast.id, network: network.name, text, ...(named && { step: named }) },
      needs.wording[language],
      language,
    );
  };
}

/** What stands in channels is changed to the words that were released last, or to a word that they were taken back. */
async function changeSome(needs: KeeperNeeds, tx: Tx, id: string): Promise<number> {
  const now = needs.clock.now();
  const broadcast = await findBroadcast(tx, id, { lock: 'share' });
  if (!broadcast || !wasReleased(broadcast)) return 0;
  const changed = await changeSaid(tx, broadcast, await wordsThatStand(needs, tx, broadcast), now, rowsAtOnce);
  if (changed === 0 && !(await hasOldWords(tx, broadcast))) await setChangesDue(tx, id, false);
  return changed;
}

async function wordsThatStand(needs: KeeperNeeds, tx: Tx, broadcast: StandingBroadcast): Promise<MessageFor> {
  if (!broadcast.withdrawnAt) return wordsOf(needs, tx, { ...broadcast, state: 'sending' });
  const { network } = await networkOf(tx, broadcast.network);
  return (language) => withdrawnMessage(network.name, needs.wording[language], language);
}

/** Too much trouble stops it until a person has looked; nothing left to do ends it. */
async function look(needs: KeeperNeeds, tx: Tx, id: string): Promise<void> {
  const now = needs.clock.now();
  const seen = await broadcastLedger(tx, id);
  const isTroubled = isTooMuchTrouble(triedOf(seen), await pardoned(tx, id));
  if (seen.pending > 0 && !isTroubled) return;
  const broadcast = await findBroadcast(tx, id, { lock: 'update' });
  if (broadcast?.state !== 'sending') return;
  const ledger = await broadcastLedger(tx, id);
  if (ledger.pending === 0) {
    await saveStep(tx, id, { state: 'done', doneAt: now });
    return;
  }
  await saveStep(tx, id, { state: 'paused', pausedBecause: 'errors' });
  await holdRows(tx, id);
  needs.log.warn({ broadcastId: id, ...triedOf(ledger) }, 'A broadcast was paused because too many of its messages failed');
  await tell(needs, tx, await viewNow(needs, tx, id, now), now, (desk) => ({
    message: doneMessage('stopped-by-errors', desk, { trouble: triedOf(ledger).trouble, tried: triedOf(ledger).tried }),
  }));
}

async function viewNow(needs: KeeperNeeds, tx: Tx, id: string, now: Date): Promise<BroadcastView> {
  const broadcast = await findBroadcast(tx, id);
  if (!broadcast) throw new Error(`The broadcast ${id} is gone while it is under way.`);
  return viewOf(needs, tx, broadcast, now);
}

/** The card at the desks of those who prepared and released it, changed in place when there is news. */
async function showProgress(needs: KeeperNeeds, tx: Tx, id: string): Promise<void> {
  const now = needs.clock.now();
  const view = await viewNow(needs, tx, id, now);
  const { broadcast, ledger, feedback, canUndo, next } = view;
  const shown = JSON.stringify([broadcast.state, broadcast.version, ledger, feedback, canUndo, next]);
  if (!(await isNewsToShow(tx, id, shown))) return;
  await tell(needs, tx, view, now, (desk) => ({ message: broadcastCard(view, desk), slot: cardSlot(id) }));
}

type Told = Parameters<typeof broadcastCard>[1];

async function tell(
  needs: KeeperNeeds,
  tx: Tx,
  { broadcast, colleagues }: BroadcastView,
  now: Date,
  what: (desk: Told) => { message: ReturnType<typeof broadcastCard>; slot?: string },
): Promise<void> {
  const senders = new Set([broadcast.preparedBy, ...(wasReleased(broadcast) ? [broadcast.releasedBy] : [])]);
  for (const { person } of colleagues.filter((each) => senders.has(each.person))) {
    const { slot } = what({ wording: needs.wording, language: 'fr', person });
    await sayAtDesk(
      tx,
      person,
      { message: (language) => what({ wording: needs.wording, language, person }).message, ...(slot !== undefined && { slot }) },
      now,
    );
  }
}

export interface Keeper {
  start(): void;
  /** Begins nothing more, and waits for what is under way. */
  stop(): Promise<void>;
}

/** Keeps broadcasts going every few seconds, and queues what is left of one sooner. */
export function createKeeper(needs: KeeperNeeds, pauseMs = everyMs): Keeper {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let isOver = false;
  let lookedAt = Number.NEGATIVE_INFINITY;
  const keep = async (): Promise<void> => {
    const now = needs.clock.now().getTime();
    const isTime = now - lookedAt >= pauseMs;
    if (isTime) lookedAt = now;
    const isMore = await keepBroadcasts(needs, isTime ? undefined : 'queue').catch((err: unknown) => {
      needs.log.warn({ err }, 'Broadcasts could not be looked after; trying again');
      return false;
    });
    wait(isMore ? Math.min(soonMs, pauseMs) : pauseMs);
  };
  const wait = (ms: number): void => {
    if (isOver) return;
    timer = setTimeout(() => {
      running = keep();
    }, ms);
  };
  return {
    start: () => wait(pauseMs),
    async stop() {
      isOver = true;
      clearTimeout(timer);
      await running;
    },
  };
}
