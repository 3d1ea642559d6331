import { sql } from 'kysely';
import { directKey } from '../core/incoming.ts';
import type { Claimed } from './outbox-claims.ts';
import type { Tx } from './database.ts';

/**
 * Counts what people did not ask for, nudges and broadcasts, as they are delivered: by channel, and by person where it is for one alone.
 * A reply is owed and never counts; nor does the change of a message that is there already.
 */
export async function noteContacts(
  tx: Tx,
  sent: readonly { row: Claimed; message: string; update: string | undefined }[],
  now: Date,
): Promise<void> {
  const ids = sent.filter(({ row, message, update }) => row.priority !== 'reply' && message !== update).map(({ row }) => row.id);
  if (ids.length === 0) return;
  await sql`
    insert into contacts (structure_id, person_id, channel_id, outbox_id, at)
    select o.structure_id, coalesce(o.private_to, (
        select i.person_id from identities i where c.kind = 'direct' and i.platform = c.platform and i.workspace = c.workspace
          and i.user_key = substr(c.key, ${directKey('').length + 1}::integer))),
      o.channel_id, o.id, ${now}
    from outbox o join channels c on c.id = o.channel_id
    where o.id = any (${ids}::bigint[]) and o.state = 'sent' and o.done_at = ${now}
      and not exists (select from contacts known where known.outbox_id = o.id)`.execute(tx);
}

const weekMs = 7 * 24 * 3_600_000;

/** How many messages nobody asked for a person or a channel gets in seven days, whoever sends them: the bot, an accompanier, a network. */
export const contactsAWeek = 3;

/** Whom a contact reaches: all who read a channel, or one person alone. */
export type Contacted = { channelId: string } | { person: string };

/**
 * How often somebody, or a channel, was contacted unasked in the seven days before `now`, or may have been, or is about to be. A unit of
 * work counts what it may see; what it queued itself is always among it.
 */
export async function contactsInWeek(tx: Tx, of: Contacted, now: Date): Promise<number> {
  const since = new Date(now.getTime() - weekMs);
  const { rows } = await sql<{ n: number }>`
    select (
      (select count(*) from contacts c where ${known(of)} and c.at > ${since} and c.at <= ${now}) +
      (select count(*) from outbox o where ${waiting(of)} and o.priority > 0 and not o.update_only
        and (o.state in ('pending', 'sending', 'parked') or (o.state = 'ambiguous' and o.done_at > ${since}))
        and not exists (select from contacts k where k.outbox_id = o.id))
    )::int as n`.execute(tx);
  return rows[0]?.n ?? 0;
}

/** When the budget of somebody, or of a channel, has room for one more: `now`, or when the contacts that fill it are a week old. */
export async function roomFrom(tx: Tx, of: Contacted, now: Date, most = contactsAWeek): Promise<Date> {
  if ((await contactsInWeek(tx, of, now)) < most) return now;
  const row = await sql<{ at: Date }>`
    select c.at from contacts c where ${known(of)} and c.at <= ${now} order by c.at desc offset ${most - 1} limit 1`.execute(tx);
  // What is still on its way has no moment yet: then it is to be asked again a day later.
  const fills = row.rows[0]?.at;
  const free = fills ? new Date(fills.getTime() + weekMs) : now;
  return free > now ? free : new Date(now.getTime() + dayMs);
}

/** Counts a queued contact from now on, before it is delivered, so that whoever asks next knows of it. `key` is the post's own. */
export async function reserveContact(tx: Tx, key: string, of: Contacted, now: Date): Promise<void> {
  await sql`
    insert into contacts (structure_id, person_id, channel_id, outbox_id, at)
    select o.structure_id, ${'person' in of ? of.person : null}::uuid, o.channel_id, o.id, ${now} from outbox o where o.key = ${key}
      and not exists (select from contacts known where known.outbox_id = o.id)`.execute(tx);
}

/** Lets one unit of work at a time look at somebody's budget and use it, until it ends. */
export async function holdBudget(tx: Tx, of: Contacted): Promise<void> {
  const whose = 'person' in of ? of.person : of.channelId;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`contacts of ${whose}`}, 0))`.execute(tx);
}

const dayMs = 24 * 3_600_000;

const known = (of: Contacted) => ('person' in of ? sql`c.person_id = ${of.person}` : sql`c.channel_id = ${of.channelId}`);

const waiting = (of: Contacted) =>
  'channelId' in of
    ? sql`o.channel_id = ${of.channelId}`
    : sql`(o.private_to = ${of.person} or o.channel_id in (
        select d.id from channels d join identities i on i.platform = d.platform and i.workspace = d.workspace
        where i.person_id = ${of.person} and d.kind = 'direct' and d.key = ${directKey('')}::text || i.user_key))`;
