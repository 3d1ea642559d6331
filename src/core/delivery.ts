import type { Priority } from './message.ts';

/**
 * The life of a row of the outbox, which is the ledger of what was to be said.
 *
 * `pending` waits for its turn · `sending` is in the hands of a process · `sent` was taken by the platform · `ambiguous` may have
 * arrived and is not tried again · `parked` waits for its channel or workspace to come back · `dead` was refused · `expired` found no
 * way before its deadline · `cancelled` is no longer wanted.
 */
export const deliveryStates = ['pending', 'sending', 'sent', 'ambiguous', 'parked', 'dead', 'expired', 'cancelled'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** What goes first has the smaller number, in the outbox too. */
export const rank: Record<Priority, number> = { reply: 0, nudge: 1, broadcast: 2 };
export const byRank: readonly Priority[] = ['reply', 'nudge', 'broadcast'];

const second = 1000;
const hour = 3_600_000;

/**
 * How long a message is worth trying. A reply is owed, even after a weekend's outage. A nudge belongs to its moment: half a day later
 * a new one is better than the old one. A broadcast has a day.
 */
const worthTryingMs: Record<Priority, number> = { reply: 72 * hour, nudge: 12 * hour, broadcast: 24 * hour };

export const deadlineOf = (priority: Priority, from: Date): Date => new Date(from.getTime() + worthTryingMs[priority]);

/** One try of a row. `attempts` counts this one. */
export interface Try {
  priority: Priority;
  attempts: number;
  deadline: Date;
  /** It was to change a message that is there, so doing it again does no harm. */
  update: boolean;
  /** It may only change a message, never post one. */
  updateOnly: boolean;
}

/** What a platform reported: the same words as `DeliveryFailure`. */
export interface Failure {
  outcome: 'later' | 'never' | 'unknown';
  scope: 'message' | 'channel' | 'workspace';
  retryAfterMs?: number | undefined;
}

export type Move =
  /** Tried again at this time; `holds` says what else has to wait until then. `anew`: as a new message, not as a change. */
  | { to: 'pending'; at: Date; holds?: 'channel' | 'workspace'; anew?: true }
  /** Waits until this channel or workspace is back, or the deadline. */
  | { to: 'parked'; scope: 'channel' | 'workspace' }
  | { to: 'dead' | 'ambiguous' | 'expired' };

const firstWaitMs = 5 * second;
const longestWaitMs = 15 * 60 * second;

/**
 * The wait before the next try: 5 s, 10 s, 20 s … up to 15 minutes, and up to a quarter more, so that what failed together does not
 * come back together. `random` is between 0 and 1.
 */
export function backOffMs(attempts: number, random: number): number {
  const wait = Math.min(firstWaitMs * 2 ** Math.max(0, attempts - 1), longestWaitMs);
  return Math.round(wait * (1 + random / 4));
}

/**
 * After how many tries a reply with an unknown outcome is given up as ambiguous: about an hour and a half. Fewer would leave a team
 * without an answer in a short outage; more could fill a channel with copies when only the platform's confirmations are lost.
 */
export const unknownTries = 12;

/** Where a row goes after a try that failed. */
export function afterFailure(row: Try, failure: Failure, now: Date, random: number): Move {
  switch (failure.outcome) {
    case 'never':
      if (failure.scope !== 'message') return { to: 'parked', scope: failure.scope };
      // The message to be changed may be gone from the platform. What it says is still owed, so it is said once more as a new one.
      if (row.update && !row.updateOnly) return { to: 'pending', at: now, anew: true };
      return { to: 'dead' };
    case 'unknown':
      if (row.update) return again(row, failure, now, random);
      if (row.priority !== 'reply' || row.attempts >= unknownTries) return { to: 'ambiguous' };
      return again(row, failure, now, random);
    case 'later':
      return again(row, failure, now, random);
  }
}

/** Where a row goes that a process had in hand when it died: it may have been sent. The lease was wait enough. */
export function afterCrash(row: Pick<Try, 'priority' | 'update' | 'attempts'>): 'pending' | 'ambiguous' {
  return row.update || (row.priority === 'reply' && row.attempts < unknownTries) ? 'pending' : 'ambiguous';
}

function again(row: Try, failure: Failure, now: Date, random: number): Move {
  const waitMs = failure.retryAfterMs === undefined ? backOffMs(row.attempts, random) : Math.max(failure.retryAfterMs, second);
  const at = new Date(now.getTime() + waitMs);
  if (at >= row.deadline) return { to: 'expired' };
  // Only a clear refusal for now says something about the other messages of the place.
  return failure.outcome === 'later' && failure.scope !== 'message'
    ? { to: 'pending', at, holds: failure.scope }
    : { to: 'pending', at };
}

/** How many rows are in each state, and all of them. */
export type Ledger = Record<DeliveryState, number> & { total: number };

export const emptyLedger = (): Ledger => ({
  pending: 0,
  sending: 0,
  sent: 0,
  ambiguous: 0,
  parked: 0,
  dead: 0,
  expired: 0,
  cancelled: 0,
  total: 0,
});

export const ledgerAddsUp = (ledger: Ledger): boolean =>
  deliveryStates.reduce((sum, state) => sum + ledger[state], 0) === ledger.total;

/** The ledger in the words people are told. The five always add up to the total. */
export interface ToldLedger {
  sent: number;
  failed: number;
  unknown: number;
  pending: number;
  cancelled: number;
}

export const toldAs = (ledger: Ledger): ToldLedger => ({
  sent: ledger.sent,
  failed: ledger.dead + ledger.expired,
  unknown: ledger.ambiguous,
  pending: ledger.pending + ledger.sending + ledger.parked,
  cancelled: ledger.cancelled,
});
