/** What became of a broadcast, in channels. The parts always add up to the audience. */
export interface BroadcastLedger {
  audience: number;
  sent: number;
  failed: number;
  excluded: number;
  unknown: number;
  pending: number;
  cancelled: number;
}

/** The parts, in the order they are told. */
export const ledgerParts = ['sent', 'failed', 'excluded', 'unknown', 'pending', 'cancelled'] as const;
export type LedgerPart = (typeof ledgerParts)[number];

export const addsUp = (ledger: BroadcastLedger): boolean =>
  ledgerParts.reduce((sum, part) => sum + ledger[part], 0) === ledger.audience;

/**
 * A ledger that adds up.
 * @throws {Error} When it does not: then nothing about this broadcast may be told or done.
 */
export function checked(ledger: BroadcastLedger, broadcast: string): BroadcastLedger {
  if (!addsUp(ledger)) throw new Error(`The ledger of broadcast ${broadcast} does not add up: ${JSON.stringify(ledger)}`);
  return ledger;
}

/** Fewer than this many in trouble are single cases. */
const fewest = 10;
/** More than this part of those tried is no single case any more. */
const share = 0.2;

/** How many were tried, and how many of them did not surely arrive. */
export interface Tried {
  tried: number;
  trouble: number;
}

export const triedOf = ({ sent, failed, unknown }: Pick<BroadcastLedger, 'sent' | 'failed' | 'unknown'>): Tried => ({
  tried: sent + failed + unknown,
  trouble: failed + unknown,
});

/** Whether so much went wrong, since somebody last looked (`pardoned`), that a person should look before it goes on. */
export function isTooMuchTrouble(now: Tried, pardoned: Tried): boolean {
  const trouble = now.trouble - pardoned.trouble;
  return trouble >= fewest && trouble > share * (now.tried - pardoned.tried);
}
