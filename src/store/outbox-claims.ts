import { sql } from 'kysely';
import { byRank } from '../core/delivery.ts';
import type { ChannelAddress, PlatformName, Reference } from '../core/incoming.ts';
import type { Message, Priority } from '../core/message.ts';
import { type Buckets, takeAll } from '../core/pace.ts';
import { asJson } from './json.ts';
import { type DueLane, type DueOptions, type DueRow, lockDue } from './outbox-due.ts';
import { bucketsOf, lockBuckets, saveBuckets, scopeOf } from './paces.ts';
import { becauseParked, becauseWithheld } from './parking.ts';
import type { Tx } from './database.ts';

/** A message in the hands of one dispatcher until `leaseUntil`. */
export interface Claimed {
  id: string;
  channelId: string;
  channel: ChannelAddress;
  /** The installation of its workspace that it is sent with. */
  installation: string | null;
  priority: Priority;
  /** This one included. */
  attempts: number;
  deadline: Date;
  message: Message;
  slot: string | undefined;
  /** The message to be changed: the one that the slot named when this was claimed. */
  update: string | undefined;
  updateOnly: boolean;
  /** Posted even if its slot names a message. */
  anew: boolean;
  threadSlot: string | undefined;
  thread: string | undefined;
  privateTo: string | undefined;
  pin: boolean;
  /** What the platform needs to write there. */
  reference: Reference | undefined;
}

/** Messages of one channel and priority, to be sent one after the other. */
export type Lane = [Claimed, ...Claimed[]];

export interface ClaimOptions extends DueOptions {
  /** The dispatcher that claims, and for how long. */
  by: string;
  leaseMs: number;
}

export interface Claim {
  lanes: Lane[];
  /** When something that had to wait for its pace can go. */
  next: Date | undefined;
  /** What ended without being sent. */
  ended: { platform: PlatformName; state: 'expired' | 'dead' | 'cancelled' | 'parked' }[];
}

const waitForEarlierMs = 1000;
const spreadAtOnce = 2000;

/**
 * Takes what is due, for as long as the lease says. Replies come before nudges and nudges before broadcasts; within a channel and
 * priority nothing overtakes what came before it; workspaces take turns; and nothing is taken that its platform's pace does not allow.
 */
export async function claimDue(tx: Tx, options: ClaimOptions): Promise<Claim> {
  const due = await lockDue(tx, options);
  if (due.length === 0) return { lanes: [], next: undefined, ended: [] };
  const plan = await planned(tx, due, options.now);
  await note(tx, plan, options);
  return {
    lanes: plan.lanes,
    next: earliest([...plan.deferred, ...plan.usedUp.values()].map(({ at }) => at)),
    ended: plan.ended,
  };
}

interface UsedUp {
  platform: PlatformName;
  workspace: string;
  rank: number;
  /** When the next token comes, and how long each one takes from then on. */
  at: Date;
  gapMs: number;
}

interface Plan {
  lanes: Lane[];
  deferred: { id: string; at: Date }[];
  /** Workspaces that have no token left for messages of this rank and below. */
  usedUp: Map<string, UsedUp>;
  ended: { id: string; platform: PlatformName; state: 'expired' | 'dead' | 'cancelled' | 'parked'; failure: string }[];
  parkedChannels: Set<string>;
}

async function planned(tx: Tx, due: readonly DueLane[], now: Date): Promise<Plan> {
  const scopes = due.flatMap((lane) => [...bucketsOf(lane, 'post'), ...bucketsOf(lane, 'update')].map(({ scope }) => scope));
  const buckets = await lockBuckets(tx, scopes, now);
  const plan: Plan = { lanes: [], deferred: [], usedUp: new Map(), ended: [], parkedChannels: new Set() };
  for (const lane of due) planLane(plan, lane, buckets, now);
  await saveBuckets(tx, buckets);
  return plan;
}

/** Goes through the rows of a lane for as long as they can be sent one after the other. */
function planLane(plan: Plan, lane: DueLane, buckets: Buckets, now: Date): void {
  const claimed: Claimed[] = [];
  /** Named by a message that goes out just before. */
  const slots = new Set<string>();
  for (const row of lane.rows) {
    const known = !row.anew && (row.slotRef !== null || (row.slot !== null && slots.has(row.slot)));
    const end = endOf(row, lane, known, now);
    if (end) {
      plan.ended.push({ id: row.id, platform: lane.platform, ...end });
      if (lane.parked && end.state === 'parked') plan.parkedChannels.add(lane.channelId);
      continue;
    }
    if (row.waits) {
      plan.deferred.push({ id: row.id, at: new Date(now.getTime() + waitForEarlierMs) });
      break;
    }
    const pace = takeAll(buckets, bucketsOf(lane, known ? 'update' : 'post'), now, priorityOf(lane.rank));
    if (!pace.taken) {
      const workspace = scopeOf(lane, 'workspace');
      if (pace.by.per === 'channel' || pace.by.of === 'update') plan.deferred.push({ id: row.id, at: pace.at });
      else if (!plan.usedUp.has(workspace)) plan.usedUp.set(workspace, { ...lane, at: pace.at, gapMs: 1000 / pace.by.perSecond });
      break;
    }
    claimed.push(claimedOf(row, lane));
    if (row.slot !== null) slots.add(row.slot);
  }
  const [first, ...rest] = claimed;
  if (first) plan.lanes.push([first, ...rest]);
}

function endOf(
  row: DueRow,
  lane: DueLane,
  known: boolean,
  now: Date,
): Pick<Plan['ended'][number], 'state' | 'failure'> | undefined {
  if (row.deadline && row.deadline <= now) return { state: 'expired', failure: 'its deadline passed' };
  if (lane.parked) return { state: 'parked', failure: becauseParked };
  if (lane.withheld && row.ofTeam) return { state: 'parked', failure: becauseWithheld };
  if (row.isPrivate && row.userKey === null) return { state: 'dead', failure: 'the person has no identity in this workspace' };
  if (row.updateOnly && !known && !row.waits) return { state: 'cancelled', failure: 'there is no message to change' };
  return undefined;
}

async function note(tx: Tx, plan: Plan, { by, now, leaseMs }: ClaimOptions): Promise<void> {
  const ids = plan.lanes.flat().map((row) => row.id);
  if (ids.length > 0) {
    await sql`
      update outbox set state = 'sending', attempts = attempts + 1, leased_by = ${by}, lease_until = ${new Date(now.getTime() + leaseMs)}
      where id = any (${ids}::bigint[])`.execute(tx);
  }
  if (plan.deferred.length > 0) {
    await sql`
      update outbox o set not_before = d.at from jsonb_to_recordset(${asJson(plan.deferred)}::jsonb) as d(id bigint, at timestamptz)
      where o.id = d.id and o.id = any (${plan.deferred.map(({ id }) => id)}::bigint[])`.execute(tx);
  }
  if (plan.ended.length > 0) {
    await sql`
      update outbox o set state = e.state, failure = e.failure, done_at = case when e.state <> 'parked' then ${now}::timestamptz end
      from jsonb_to_recordset(${asJson(plan.ended)}::jsonb) as e(id bigint, state text, failure text)
      where o.id = e.id and o.id = any (${plan.ended.map(({ id }) => id)}::bigint[])`.execute(tx);
  }
  if (plan.parkedChannels.size > 0) {
    await sql`
      update outbox set state = 'parked', failure = ${becauseParked}
      where channel_id = any (${[...plan.parkedChannels]}::uuid[]) and state = 'pending'`.execute(tx);
  }
  for (const usedUp of plan.usedUp.values()) await spread(tx, usedUp, now);
}

/**
 * Gives what is due in a workspace without tokens a time each, at the workspace's pace. Only so that it is not looked at again and
 * again until then: the token is taken when it is claimed.
 */
async function spread(tx: Tx, { platform, workspace, rank, at, gapMs }: UsedUp, now: Date): Promise<void> {
  await sql`
    update outbox o set not_before = ${at}::timestamptz + (waiting.turn - 1) * make_interval(secs => ${gapMs / 1000})
    from (
      select id, row_number() over (order by priority, id) as turn from (
        select o.id, o.priority from outbox o join channels c on c.id = o.channel_id
        where o.state = 'pending' and o.not_before <= ${now} and o.priority >= ${rank}
          and c.platform = ${platform} and c.workspace = ${workspace}
        order by o.priority, o.id
        limit ${spreadAtOnce}
        for update of o skip locked
      ) locked
    ) waiting
    where o.id = waiting.id`.execute(tx);
}

const earliest = (dates: readonly Date[]): Date | undefined => dates.toSorted((a, b) => a.getTime() - b.getTime())[0];

const priorityOf = (rank: number): Priority => byRank[rank] ?? 'broadcast';

const claimedOf = (row: DueRow, lane: DueLane): Claimed => ({
  id: row.id,
  channelId: lane.channelId,
  channel: { platform: lane.platform, workspace: lane.workspace, key: lane.channelKey },
  installation: lane.installation,
  priority: priorityOf(lane.rank),
  attempts: row.attempts + 1,
  deadline: row.deadline ?? new Date(8.64e15),
  message: row.message,
  slot: row.slot ?? undefined,
  update: row.anew ? undefined : (row.slotRef ?? undefined),
  updateOnly: row.updateOnly,
  anew: row.anew,
  threadSlot: row.threadSlot ?? undefined,
  thread: row.threadRef ?? undefined,
  privateTo: row.userKey ?? undefined,
  pin: row.pin,
  reference: row.reference ?? undefined,
});
