import { describe, expect, it } from 'vitest';
import {
  afterCrash,
  afterFailure,
  backOffMs,
  deadlineOf,
  emptyLedger,
  type Failure,
  ledgerAddsUp,
  toldAs,
  type Try,
  unknownTries,
} from '../../src/core/delivery.ts';
import type { Priority } from '../../src/core/message.ts';

const now = new Date('2026-03-02T09:00:00Z');
const later = (ms: number): Date => new Date(now.getTime() + ms);

const aTry = (over: Partial<Try> = {}): Try => ({
  priority: 'reply',
  attempts: 1,
  deadline: deadlineOf('reply', now),
  update: false,
  updateOnly: false,
  ...over,
});
const failure = (over: Partial<Failure> = {}): Failure => ({ outcome: 'later', scope: 'message', ...over });
const move = (row: Partial<Try>, why: Partial<Failure>) => afterFailure(aTry(row), failure(why), now, 0);

describe('a message that could not be delivered for now', () => {
  it('waits 5 s, 10 s, 20 s and so on, and never more than 15 minutes', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 50].map((attempts) => backOffMs(attempts, 0) / 1000)).toEqual([
      5, 10, 20, 40, 80, 160, 320, 640, 900, 900,
    ]);
  });

  it('spreads the tries of messages that failed together, by a quarter at most', () => {
    expect(backOffMs(1, 0.5)).toBe(5625);
    expect(backOffMs(20, 0.999)).toBeLessThanOrEqual(900_000 * 1.25);
  });

  it('waits as long as the platform asks, and at least a second', () => {
    expect(move({ attempts: 7 }, { retryAfterMs: 30_000 })).toEqual({ to: 'pending', at: later(30_000) });
    expect(move({}, { retryAfterMs: 0 })).toEqual({ to: 'pending', at: later(1000) });
  });

  it('holds its channel or workspace too when the platform says so', () => {
    expect(move({}, { retryAfterMs: 2000, scope: 'workspace' })).toEqual({ to: 'pending', at: later(2000), holds: 'workspace' });
    expect(move({}, { retryAfterMs: 2000, scope: 'channel' })).toEqual({ to: 'pending', at: later(2000), holds: 'channel' });
    expect(move({}, { scope: 'workspace', outcome: 'unknown' })).toEqual({ to: 'pending', at: later(5000) });
  });

  it.each<[Priority, number]>([
    ['reply', 72],
    ['nudge', 12],
    ['broadcast', 24],
  ])('gives a %s %i hours', (priority, hours) => {
    const deadline = deadlineOf(priority, now);
    expect(deadline).toEqual(later(hours * 3_600_000));
    const last = (msLeft: number) =>
      afterFailure(aTry({ priority, deadline }), failure(), new Date(deadline.getTime() - msLeft), 0);
    expect(last(5001)).toMatchObject({ to: 'pending' });
    expect(last(5000)).toEqual({ to: 'expired' });
  });
});

describe('a message that was refused', () => {
  it.each<Priority>(['reply', 'nudge', 'broadcast'])('is dead at once (%s)', (priority) => {
    expect(move({ priority }, { outcome: 'never' })).toEqual({ to: 'dead' });
  });

  it('is parked with its channel or workspace', () => {
    expect(move({}, { outcome: 'never', scope: 'channel' })).toEqual({ to: 'parked', scope: 'channel' });
    expect(move({ priority: 'broadcast' }, { outcome: 'never', scope: 'workspace' })).toEqual({
      to: 'parked',
      scope: 'workspace',
    });
  });

  it('is said once more as a new message when the one to change is gone, unless only a change was wanted', () => {
    expect(move({ update: true }, { outcome: 'never' })).toEqual({ to: 'pending', at: now, anew: true });
    expect(move({ update: true, updateOnly: true }, { outcome: 'never' })).toEqual({ to: 'dead' });
  });
});

describe('a message that may have arrived', () => {
  it('is sent again when it is a reply, up to a limit', () => {
    expect(move({ attempts: 1 }, { outcome: 'unknown' })).toEqual({ to: 'pending', at: later(5000) });
    expect(move({ attempts: unknownTries }, { outcome: 'unknown' })).toEqual({ to: 'ambiguous' });
  });

  it.each<Priority>(['nudge', 'broadcast'])('is not sent again when it is a %s', (priority) => {
    expect(move({ priority }, { outcome: 'unknown' })).toEqual({ to: 'ambiguous' });
    expect(afterCrash({ priority, update: false, attempts: 1 })).toBe('ambiguous');
  });

  it.each<Priority>(['reply', 'nudge', 'broadcast'])('is simply redone when it changes a known message (%s)', (priority) => {
    expect(move({ priority, update: true, attempts: 40 }, { outcome: 'unknown' })).toMatchObject({ to: 'pending' });
    expect(afterCrash({ priority, update: true, attempts: 40 })).toBe('pending');
  });

  it('is sent again after a crash when it is a reply', () => {
    expect(afterCrash({ priority: 'reply', update: false, attempts: 1 })).toBe('pending');
    expect(afterCrash({ priority: 'reply', update: false, attempts: unknownTries })).toBe('ambiguous');
  });
});

describe('the ledger', () => {
  const ledger = { pending: 1, sending: 2, sent: 4, ambiguous: 8, parked: 16, dead: 32, expired: 64, cancelled: 128, total: 255 };

  it('tells every row once', () => {
    expect(toldAs(ledger)).toEqual({ sent: 4, failed: 96, unknown: 8, pending: 19, cancelled: 128 });
    expect(Object.values(toldAs(ledger)).reduce((sum, count) => sum + count)).toBe(ledger.total);
  });

  it('knows when it does not add up', () => {
    expect(ledgerAddsUp(ledger)).toBe(true);
    expect(ledgerAddsUp(emptyLedger())).toBe(true);
    expect(ledgerAddsUp({ ...ledger, total: 256 })).toBe(false);
  });
});
