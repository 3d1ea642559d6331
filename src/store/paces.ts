import { sql } from 'kysely';
import type { ChannelAddress } from '../core/incoming.ts';
import { type Buckets, type PaceRule, paceRules } from '../core/pace.ts';
import type { Tx } from './database.ts';

/** A place by the names its limits go by in `paces`. */
export type Paced = Pick<ChannelAddress, 'platform' | 'workspace'> & { channelId: string };

/** What is told to wait as a whole. */
export const scopeOf = (place: Paced, what: 'workspace' | 'channel'): string =>
  what === 'workspace' ? `${place.platform}/${place.workspace}` : `${place.platform}/${place.workspace}/${place.channelId}`;

/** The buckets that one message, or one change of a message, takes a token from. */
export function bucketsOf(place: Paced, kind: 'post' | 'update'): { scope: string; rule: PaceRule }[] {
  return paceRules[place.platform]
    .filter((rule) => rule.of === 'both' || rule.of === kind)
    .map((rule) => ({ rule, scope: `${scopeOf(place, rule.per)}:${rule.name}` }));
}

/**
 * The buckets of these scopes, ours until the transaction ends: other processes wait for it, so that all share one pace. Always taken
 * in the same order, so that two processes never wait for each other.
 */
export async function lockBuckets(tx: Tx, scopes: Iterable<string>, now: Date): Promise<Buckets> {
  const sorted = [...new Set(scopes)].sort();
  if (sorted.length === 0) return new Map();
  const { rows } = await sql<{ scope: string; tokens: number; refilled_at: Date }>`
    insert into paces (scope, tokens, refilled_at)
    select scope, -1, ${now} from unnest(${sorted}::text[]) with ordinality as wanted(scope, position) order by position
    on conflict (scope) do update set scope = excluded.scope
    returning scope, tokens, refilled_at`.execute(tx);
  const untouched = -1;
  return new Map(
    rows.filter((row) => row.tokens !== untouched).map((row) => [row.scope, { tokens: row.tokens, refilledAt: row.refilled_at }]),
  );
}

export async function saveBuckets(tx: Tx, buckets: Buckets): Promise<void> {
  if (buckets.size === 0) return;
  const rows = [...buckets].map(([scope, bucket]) => ({ scope, tokens: bucket.tokens, refilled_at: bucket.refilledAt }));
  await sql`
    update paces p set tokens = s.tokens, refilled_at = s.refilled_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s(scope text, tokens double precision, refilled_at timestamptz)
    where p.scope = s.scope and p.scope = any (${[...buckets.keys()]}::text[])`.execute(tx);
}

/** Nothing is sent there before this time. A longer wait that was already told stays. */
export async function hold(tx: Tx, scope: string, until: Date, now: Date): Promise<void> {
  await sql`
    insert into paces (scope, tokens, refilled_at, blocked_until) values (${scope}, 0, ${now}, ${until})
    on conflict (scope) do update set blocked_until = greatest(paces.blocked_until, excluded.blocked_until)`.execute(tx);
}
