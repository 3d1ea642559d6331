import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlatformName } from '../../src/core/incoming.ts';
import { type Bucket, type Buckets, keptBack, type PaceRule, paceRules, takeAll, takeToken } from '../../src/core/pace.ts';

const start = new Date('2026-03-02T09:00:00Z');
const after = (ms: number): Date => new Date(start.getTime() + ms);

const rule: PaceRule = { name: 'channel', per: 'channel', of: 'post', burst: 4, perSecond: 2 };

/** Takes as much as there is at each of these moments, and says when something was taken. */
function takenAt(rule: PaceRule, moments: number[]): number[] {
  let bucket: Bucket | undefined;
  const taken: number[] = [];
  for (const moment of [...moments].sort((a, b) => a - b)) {
    const result = takeToken(bucket, rule, after(moment));
    bucket = result.bucket;
    if (result.taken) taken.push(moment);
  }
  return taken;
}

const mostWithin = (moments: number[], windowMs: number): number =>
  Math.max(0, ...moments.map((from) => moments.filter((moment) => moment >= from && moment < from + windowMs).length));

function rulesOf(platform: PlatformName, name: string): PaceRule {
  const found = paceRules[platform].find((rule) => rule.name === name);
  if (!found) throw new Error(`No rule ${name}.`);
  return found;
}

describe('takeToken', () => {
  it('gives the whole burst to a bucket nobody touched, then says when the next token comes', () => {
    let bucket: Bucket | undefined;
    for (let i = 0; i < 4; i++) {
      const result = takeToken(bucket, rule, start);
      expect(result.taken).toBe(true);
      bucket = result.bucket;
    }
    expect(takeToken(bucket, rule, start)).toMatchObject({ taken: false, at: after(500) });
    expect(takeToken(bucket, rule, after(499))).toMatchObject({ taken: false, at: after(500) });
    expect(takeToken(bucket, rule, after(500))).toMatchObject({ taken: true });
  });

  it('never fills beyond the burst', () => {
    const result = takeToken({ tokens: 0, refilledAt: start }, rule, after(3_600_000));
    expect(result.bucket.tokens).toBe(3);
  });

  it('leaves what it is asked to leave', () => {
    expect(takeToken({ tokens: 2.5, refilledAt: start }, rule, start, 2)).toMatchObject({ taken: false, at: after(250) });
    expect(takeToken({ tokens: 3, refilledAt: start }, rule, start, 2)).toMatchObject({ taken: true });
  });

  it('does not gain from a clock that goes back', () => {
    const ahead = { tokens: 0, refilledAt: after(10_000) };
    const result = takeToken(ahead, rule, start);
    expect(result).toMatchObject({ taken: false, bucket: ahead });
  });

  it('finds its token at the time it was told, whatever the moment', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 5, noNaN: true }), fc.integer({ min: 0, max: 100_000 }), (tokens, ms) => {
        const result = takeToken({ tokens, refilledAt: start }, rule, after(ms));
        return result.taken || takeToken(result.bucket, rule, result.at).taken;
      }),
    );
  });
});

describe('takeAll', () => {
  const narrow = { ...rule, name: 'narrow', burst: 1, perSecond: 1 };

  it('takes of every bucket or of none', () => {
    const buckets: Buckets = new Map();
    const wanted = [
      { scope: 'wide', rule },
      { scope: 'narrow', rule: narrow },
    ];
    expect(takeAll(buckets, wanted, start, 'reply')).toEqual({ taken: true });
    expect(buckets.get('wide')?.tokens).toBe(3);
    expect(takeAll(buckets, wanted, start, 'reply')).toEqual({ taken: false, at: after(1000), by: narrow });
    expect(buckets.get('wide')?.tokens).toBe(3);
  });

  it('keeps tokens for replies when a broadcast asks', () => {
    const buckets: Buckets = new Map();
    const wanted = [{ scope: 'w', rule: rulesOf('slack', 'workspace') }];
    const takeAllOf = (priority: 'reply' | 'nudge' | 'broadcast'): number => {
      let count = 0;
      while (takeAll(buckets, wanted, start, priority).taken) count++;
      return count;
    };
    expect([takeAllOf('broadcast'), takeAllOf('nudge'), takeAllOf('reply')]).toEqual([3, 1, 1]);
  });
});

describe('the pace of each platform', () => {
  it.each<[PlatformName, string, number, number]>([
    ['slack', 'workspace', 60_000, 200],
    ['slack', 'updates', 60_000, 50],
    ['slack', 'channel', 10_000, 14],
    ['teams', 'conversation', 1000, 7],
    ['teams', 'conversation', 2000, 8],
    ['teams', 'conversation', 30_000, 60],
    ['teams', 'conversation-hour', 3_600_000, 1800],
    ['teams', 'tenant', 1000, 50],
    ['teams', 'tenant', 10_000, 300],
  ])('%s %s: in any %i ms at most %i', (platform, name, windowMs, most) => {
    const rule = rulesOf(platform, name);
    const every = Math.max(10, Math.round(windowMs / 2000));
    const eager = takenAt(
      rule,
      Array.from({ length: 6000 }, (_, i) => i * every),
    );
    expect(mostWithin(eager, windowMs)).toBeLessThanOrEqual(most);
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: windowMs * 3 }), { maxLength: 300 }),
        (moments) => mostWithin(takenAt(rule, moments), windowMs) <= most,
      ),
      { numRuns: 50 },
    );
  });

  it('leaves a broadcast something of every bucket', () => {
    for (const rule of Object.values(paceRules).flat()) expect(keptBack(rule, 'broadcast')).toBeLessThanOrEqual(rule.burst - 1);
  });
});
