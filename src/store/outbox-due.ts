import { sql } from 'kysely';
import { rank } from '../core/delivery.ts';
import { directKey, type PlatformName, type Reference } from '../core/incoming.ts';
import type { Message } from '../core/message.ts';
import type { Tx } from './database.ts';
import { isStopped, isWithheld, lockStopped } from './parking.ts';

export interface DueOptions {
  now: Date;
  /** At most this many channels, and this many of one workspace. */
  lanes: number;
  lanesPerWorkspace: number;
  /** What is owed to people, and nothing else. */
  repliesOnly?: boolean;
  /** At most this many lanes of what nobody waits for. */
  unhurried?: number;
  /** Platforms and workspaces (`platform/workspace`) that already have as much under way as they may. */
  fullPlatforms?: readonly PlatformName[];
  fullWorkspaces?: readonly string[];
}

/** A lane (a channel and a priority) with something due, and the place it is in. */
export interface DueLane {
  channelId: string;
  platform: PlatformName;
  workspace: string;
  channelKey: string;
  rank: number;
  /** Its channel or workspace is parked, and stays so until the transaction ends. */
  parked: boolean;
  /** People of other organisations are there, and nobody of the team has allowed the companion among them. */
  withheld: boolean;
  /** When its workspace was installed, as exactly as the database knows; null when nobody installed it. */
  installation: string | null;
  rows: [DueRow, ...DueRow[]];
}

/** A row that is due, locked until the transaction ends. */
export interface DueRow {
  id: string;
  attempts: number;
  deadline: Date | null;
  message: Message;
  slot: string | null;
  /** The message its slot names. */
  slotRef: string | null;
  updateOnly: boolean;
  /** To be posted even if its slot names a message. */
  anew: boolean;
  threadSlot: string | null;
  threadRef: string | null;
  isPrivate: boolean;
  /** The person it is for, as their platform knows them there. */
  userKey: string | null;
  pin: boolean;
  /** It is not for whoever is there: it speaks of a team's evaluation, or nobody there asked for it. */
  ofTeam: boolean;
  /** What the platform needs to write there, as it last told it. */
  reference: Reference | null;
  /** What it changes or replies to is still to be sent, by another lane. */
  waits: boolean;
}

/** Replies of one channel come in bursts of a few; what is not owed goes one by one, so that a crash leaves one in doubt and not ten. */
const repliesInARow = 10;

/**
 * The lanes that have something due, with their first rows, locked. Whoever wants to claim in a lane needs its first unfinished row;
 * lanes where another process was quicker are left out.
 */
export async function lockDue(tx: Tx, options: DueOptions): Promise<DueLane[]> {
  const heads = await findHeads(tx, options);
  if (heads.length === 0) return [];
  const stopped = await lockStopped(
    tx,
    heads.filter(({ parked }) => parked).map(({ channelId }) => channelId),
  );
  const locked = await lockRows(
    tx,
    heads.flatMap(({ ids }) => ids.filter((id) => id !== null)),
  );
  return heads.flatMap(({ ids, ...lane }) => {
    // It came back meanwhile: what is parked ahead of these rows goes before them.
    if (lane.parked && !stopped.has(lane.channelId)) return [];
    // Up to the first that is missing: it is not due, or another process has it.
    const end = ids.findIndex((id) => id === null || !locked.has(id));
    const [first, ...rest] = (end < 0 ? ids : ids.slice(0, end)).flatMap((id) => locked.get(id ?? '') ?? []);
    return first ? [{ ...lane, rows: [first, ...rest] }] : [];
  });
}

interface Head extends Omit<DueLane, 'rows'> {
  /** The rows of the lane from its first one on; null where one is not due. */
  ids: (string | null)[];
}

/**
 * Replies come before nudges and nudges before broadcasts, also within a channel, unless the first of the more urgent ones waits for
 * its next try. Workspaces take turns. Where only a few may go of what nobody waits for, what already waited for its pace goes before
 * the rest, and places with much to come before those with little: the end of a broadcast waits for them. `offset 0` keeps each question
 * about one channel, answered by its index.
 */
async function findHeads(
  tx: Tx,
  { now, lanes, lanesPerWorkspace, repliesOnly = false, unhurried = lanes, fullPlatforms = [], fullWorkspaces = [] }: DueOptions,
): Promise<Head[]> {
  const { rows } = await sql<Head>`
    select d.channel_id as "channelId", d.platform, d.workspace, d.key as "channelKey", d.priority as rank,
      d.channel_parked or exists (
        select from workspaces w where w.platform = d.platform and w.key = d.workspace and ${isStopped}) as parked,
      d.withheld,
      (select w.installed_at::text from workspaces w where w.platform = d.platform and w.key = d.workspace) as installation,
      array(
        select case when r.not_before <= ${now} then r.id::text end from outbox r
        where r.channel_id = d.channel_id and r.priority = d.priority and r.state in ('pending', 'sending') and r.id >= d.id
        order by r.id limit case when d.priority = 0 then ${repliesInARow}::integer else 1 end) as ids
    from (
     select e.*, row_number() over (partition by e.priority > ${rank.reply} order by e.priority, e.waited desc, e.backlog desc, e.turn, e.id) as place
     from (
      select o.id, o.channel_id, o.priority, c.platform, c.workspace, c.key, c.parked_at is not null as channel_parked,
        ${isWithheld} as withheld,
        row_number() over (partition by c.platform, c.workspace, o.priority order by o.id) as turn,
        case when o.priority = ${rank.broadcast} then count(*) over (partition by c.platform, c.workspace, o.priority) else 0 end as backlog,
        o.not_before > o.created_at as waited
      from outbox o join channels c on c.id = o.channel_id
      where o.state = 'pending' and o.not_before <= ${now} and o.priority <= ${repliesOnly ? rank.reply : rank.broadcast}
        and c.platform <> all (${fullPlatforms}::text[]) and c.platform || '/' || c.workspace <> all (${fullWorkspaces}::text[])
        and not exists (
          select from outbox e where e.channel_id = o.channel_id and e.state in ('pending', 'sending') and (
            (e.priority = o.priority and (e.id < o.id or e.state = 'sending'))
            or (e.priority < o.priority and (e.state = 'sending' or (e.not_before <= ${now} and not exists (
              select from outbox f where f.channel_id = e.channel_id and f.priority = e.priority and f.state in ('pending', 'sending')
                and f.id < e.id and f.not_before > ${now} offset 0)))))
          offset 0)
        and not exists (
          select from paces p where p.blocked_until > ${now} and p.scope in (
            c.platform || '/' || c.workspace, c.platform || '/' || c.workspace || '/' || c.id)
          offset 0)
     ) e
     where e.turn <= ${lanesPerWorkspace}
    ) d
    where d.priority = ${rank.reply} or d.place <= ${unhurried}
    order by d.priority, d.turn, d.id
    limit ${lanes}`.execute(tx);
  return rows;
}

async function lockRows(tx: Tx, ids: string[]): Promise<Map<string, DueRow>> {
  const { rows } = await sql<DueRow & { state: string }>`
    select o.id::text as id, o.state, o.attempts, o.deadline, o.message, o.slot, o.update_only as "updateOnly", o.anew, o.thread_slot as "threadSlot", o.pin,
      o.evaluation_id is not null or o.priority > 0 as "ofTeam",
      (select s.message_ref from said s where s.channel_id = o.channel_id and s.slot = o.slot) as "slotRef",
      coalesce(o.thread_message,
        (select s.message_ref from said s where s.channel_id = o.channel_id and s.slot = o.thread_slot)) as "threadRef",
      o.private_to is not null as "isPrivate",
      (select i.user_key from identities i where i.person_id = o.private_to and i.platform = c.platform and i.workspace = c.workspace
        order by i.linked_at, i.user_key limit 1) as "userKey",
      coalesce(c.reference, (select i.reference from identities i where c.kind = 'direct' and i.platform = c.platform
        and i.workspace = c.workspace and i.user_key = substr(c.key, ${directKey('').length + 1}::integer))) as reference,
      coalesce(o.slot, o.thread_slot) is not null and exists (
        select from outbox e where e.channel_id = o.channel_id and e.id < o.id and e.priority <> o.priority
          and e.state in ('pending', 'sending') and e.slot in (o.slot, o.thread_slot)) as waits
    from outbox o join channels c on c.id = o.channel_id
    where o.id = any (${ids}::bigint[])
    for update of o skip locked`.execute(tx);
  // Asked here and not there, where it would tempt the planner to go through all that is pending.
  return new Map(rows.filter(({ state }) => state === 'pending').map((row) => [row.id, row]));
}
