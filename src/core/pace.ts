import type { PlatformName } from './incoming.ts';
import type { Priority } from './message.ts';

/**
 * A token bucket: up to `burst` at once, then `perSecond`. Over any stretch of s seconds it lets through at most
 * `burst + s × perSecond`, which is how the numbers below are chosen.
 */
export interface PaceRule {
  name: string;
  per: 'channel' | 'workspace';
  /** What it counts: new messages, changes of messages, or both. */
  of: 'post' | 'update' | 'both';
  burst: number;
  perSecond: number;
}

export interface Bucket {
  tokens: number;
  refilledAt: Date;
}

/**
 * What each platform allows our app. The limits are the platform's (for each app, so other apps do not count); the local page is ours
 * and has none.
 *
 * Slack: about one message a second in a channel with short bursts; 200 a minute in a workspace (5 + 60 × 3.25); 50 changes a minute.
 * Teams: 7 in 1 s, 8 in 2 s and 60 in 30 s (`conversation`) and 1,800 in an hour (`conversation-hour`); in a tenant 50 in a second
 * (20 + 21), and 21 from then on: older pages grant 30.
 */
export const paceRules: Record<PlatformName, readonly PaceRule[]> = {
  slack: [
    { name: 'channel', per: 'channel', of: 'post', burst: 4, perSecond: 1 },
    { name: 'workspace', per: 'workspace', of: 'post', burst: 5, perSecond: 3.25 },
    { name: 'updates', per: 'workspace', of: 'update', burst: 10, perSecond: 40 / 60 },
  ],
  teams: [
    { name: 'conversation', per: 'channel', of: 'both', burst: 6, perSecond: 1 },
    { name: 'conversation-hour', per: 'channel', of: 'both', burst: 60, perSecond: 0.48 },
    { name: 'tenant', per: 'workspace', of: 'both', burst: 20, perSecond: 21 },
  ],
  local: [],
};

/** The part of each burst that is left for what is more urgent, so that a reply never waits behind a broadcast. */
const kept: Record<Priority, number> = { reply: 0, nudge: 0.25, broadcast: 0.5 };

export const keptBack = (rule: PaceRule, priority: Priority): number => Math.floor(rule.burst * kept[priority]);

export type Taken = { taken: true; bucket: Bucket } | { taken: false; at: Date; bucket: Bucket };

/** Takes one token, or says when there will be one. A bucket nobody has touched is full. `keep` tokens stay where they are. */
export function takeToken(bucket: Bucket | undefined, rule: PaceRule, now: Date, keep = 0): Taken {
  const filled = refill(bucket, rule, now);
  const missing = 1 + keep - filled.tokens;
  // A thousandth of a token is rounding: waiting for it would end where it began. So is the hundredth of a millisecond below.
  if (missing <= 0.001) return { taken: true, bucket: { ...filled, tokens: filled.tokens - 1 } };
  return { taken: false, bucket: filled, at: new Date(now.getTime() + Math.ceil((missing / rule.perSecond) * 1000 - 0.01)) };
}

function refill(bucket: Bucket | undefined, rule: PaceRule, now: Date): Bucket {
  if (!bucket) return { tokens: rule.burst, refilledAt: now };
  // The clock of another machine may be ahead of ours: then nothing has flowed in yet.
  const elapsedMs = Math.max(0, now.getTime() - bucket.refilledAt.getTime());
  if (elapsedMs === 0) return bucket;
  return { tokens: Math.min(rule.burst, bucket.tokens + (elapsedMs / 1000) * rule.perSecond), refilledAt: now };
}

/** Buckets by the name of what they limit. */
export type Buckets = Map<string, Bucket>;

/**
 * Takes one token of every rule, or none at all. When one is missing, `by` is the rule that makes wait longest and `at` when it has a
 * token. The buckets given are changed.
 */
export function takeAll(
  buckets: Buckets,
  wanted: readonly { scope: string; rule: PaceRule }[],
  now: Date,
  priority: Priority,
): { taken: true } | { taken: false; at: Date; by: PaceRule } {
  const after: [string, Bucket][] = [];
  let wait: { at: Date; by: PaceRule } | undefined;
  for (const { scope, rule } of wanted) {
    const result = takeToken(buckets.get(scope), rule, now, keptBack(rule, priority));
    if (result.taken) after.push([scope, result.bucket]);
    else if (!wait || result.at > wait.at) wait = { at: result.at, by: rule };
  }
  if (wait) return { taken: false, ...wait };
  for (const [scope, bucket] of after) buckets.set(scope, bucket);
  return { taken: true };
}
