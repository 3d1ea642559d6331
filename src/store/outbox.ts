import { sql } from 'kysely';
import { byRank, deadlineOf, deliveryStates, emptyLedger, type Ledger, rank } from '../core/delivery.ts';
import type { Place, Post, Priority } from '../core/message.ts';
import { asJson } from './json.ts';
import type { Tx } from './database.ts';
import { sendAlong } from './pipelined.ts';

/** Where the posts of a turn are said, and whose they are. */
export interface Target {
  channelId: string;
  /** Absent before a team has started: then nobody's words are in the message. */
  structureId?: string;
  evaluationId?: string;
  /** What the messages are about, where they do not say it themselves. */
  questionId?: string;
  /** A name for these posts that exists once for ever: adding them again changes nothing. */
  key?: string;
}

interface Row {
  position: number;
  key: string | null;
  priority: number;
  thread_slot: string | null;
  thread_message: string | null;
  private_to: string | null;
  slot: string | null;
  update_only: boolean;
  anew: boolean;
  pin: boolean;
  question_id: string | null;
  message: Post['message'];
  deadline: Date;
}

/**
 * Queues what a turn says, in this order, and wakes the dispatchers when the transaction commits.
 *
 * A post with a slot takes the place of an earlier one that still waits under the same name: only the newest is ever said, and what
 * hangs on that name finds it.
 */
export async function addPosts(tx: Tx, target: Target, posts: readonly Post[], now: Date): Promise<void> {
  if (posts.length === 0) return;
  const rows = newestOfEachSlot(posts).map((post, position) => rowOf(target, post, position, now));
  const adding = sql`
    with wanted as (
      select * from jsonb_to_recordset(${asJson(rows)}::jsonb) as w(
        position integer, key text, priority smallint, thread_slot text, thread_message text, private_to uuid, slot text,
        update_only boolean, anew boolean, pin boolean, question_id text, message jsonb, deadline timestamptz)
    ),
    replaced as (
      update outbox o
      set message = w.message, priority = least(o.priority, w.priority), question_id = w.question_id, deadline = w.deadline,
        thread_slot = w.thread_slot, thread_message = w.thread_message, private_to = w.private_to,
        update_only = o.update_only and w.update_only, anew = o.anew or w.anew, pin = o.pin or w.pin
      from wanted w
      where o.channel_id = ${target.channelId} and o.slot = w.slot and o.state = 'pending'
      returning o.slot
    ),
    added as (
      insert into outbox (channel_id, structure_id, evaluation_id, key, priority, thread_slot, thread_message, private_to, slot,
        update_only, anew, pin, question_id, message, not_before, deadline, created_at)
      select ${target.channelId}, ${target.structureId ?? null}, ${target.evaluationId ?? null}, w.key, w.priority, w.thread_slot,
        w.thread_message, w.private_to, w.slot, w.update_only, w.anew, w.pin, w.question_id, w.message, ${now}, w.deadline, ${now}
      from wanted w
      where not exists (select from replaced r where r.slot = w.slot)
      order by w.position
      on conflict do nothing
    )
    select pg_notify('outbox', '')`;
  await sendAlong(() => adding.execute(tx));
}

/** Said in the statement itself, as the index of what waits says it: a value is not known when the statement is planned. */
export const isWaiting = [sql.lit('pending'), sql.lit('parked')] as const;

/** Takes back what an evaluation still had to say, or only its nudges, say. Gives back how many messages that were. */
export async function cancelFor(tx: Tx, evaluationId: string, now: Date, only: readonly Priority[] = byRank): Promise<number> {
  const result = await tx
    .updateTable('outbox')
    .set({ state: 'cancelled', done_at: now })
    .where('evaluation_id', '=', evaluationId)
    .where('state', 'in', isWaiting)
    .where(
      'priority',
      'in',
      only.map((priority) => rank[priority]),
    )
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/** How many messages are in each state: of one evaluation, one channel, one broadcast, or of everything this access sees. */
export async function ledger(
  tx: Tx,
  of: { evaluationId?: string; channelId?: string; broadcastId?: string } = {},
): Promise<Ledger> {
  let counting = tx
    .selectFrom('outbox')
    .select(['state', sql<number>`count(*)::int`.as('count')])
    .groupBy('state');
  if (of.evaluationId) counting = counting.where('evaluation_id', '=', of.evaluationId);
  if (of.channelId) counting = counting.where('channel_id', '=', of.channelId);
  if (of.broadcastId) counting = counting.where('broadcast_id', '=', of.broadcastId);
  const found = emptyLedger();
  for (const row of await counting.execute()) {
    const state = deliveryStates.find((state) => state === row.state);
    if (state) found[state] = row.count;
    found.total += row.count;
  }
  return found;
}

/** What still has to leave, for the figures. */
export interface Backlog {
  pending: number;
  sending: number;
  parked: number;
  /** How long the oldest message that is due has been waiting. */
  oldestDueMs: number;
}

export async function backlog(tx: Tx, now: Date): Promise<Backlog> {
  const { rows } = await sql<{ state: 'pending' | 'sending' | 'parked'; count: number; oldest: Date | null }>`
    select state, count(*)::int as count, min(not_before) filter (where state = 'pending' and not_before <= ${now}) as oldest
    from outbox where state in ('pending', 'sending')
    group by state
    union all
    select state, count(*)::int, null from outbox where state = 'parked' group by state`.execute(tx);
  const found: Backlog = { pending: 0, sending: 0, parked: 0, oldestDueMs: 0 };
  for (const row of rows) {
    found[row.state] = row.count;
    if (row.oldest) found.oldestDueMs = Math.max(0, now.getTime() - row.oldest.getTime());
  }
  return found;
}

/** A later post of the same slot takes the place of an earlier one, at the earlier one's moment. */
function newestOfEachSlot(posts: readonly Post[]): Post[] {
  const kept: Post[] = [];
  const at = new Map<string, number>();
  for (const post of posts) {
    const earlier = post.slot === undefined ? undefined : at.get(post.slot);
    const replaced = earlier === undefined ? undefined : kept[earlier];
    if (earlier === undefined || !replaced) {
      if (post.slot !== undefined) at.set(post.slot, kept.length);
      kept.push(post);
    } else {
      kept[earlier] = {
        ...post,
        updateOnly: Boolean(replaced.updateOnly && post.updateOnly),
        anew: Boolean(replaced.anew || post.anew),
        pin: Boolean(replaced.pin || post.pin),
      };
    }
  }
  return kept;
}

function rowOf(target: Target, post: Post, position: number, now: Date): Row {
  const priority = post.priority ?? 'reply';
  return {
    position,
    key: target.key === undefined ? null : `${target.key}/${position}`,
    priority: rank[priority],
    ...columnsOf(post.place),
    slot: post.slot ?? null,
    update_only: post.updateOnly ?? false,
    anew: post.anew ?? false,
    pin: post.pin ?? false,
    question_id: post.message.about?.question ?? target.questionId ?? null,
    message: post.message,
    deadline: deadlineOf(priority, now),
  };
}

function columnsOf(place: Place): Pick<Row, 'thread_slot' | 'thread_message' | 'private_to'> {
  const of = place.to === 'thread' ? place.of : place.to === 'private' ? place.near : undefined;
  return {
    thread_slot: of && 'slot' in of ? of.slot : null,
    thread_message: of && 'message' in of ? of.message : null,
    private_to: place.to === 'private' ? place.person : null,
  };
}
