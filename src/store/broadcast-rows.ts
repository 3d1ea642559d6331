import { sql } from 'kysely';
import { type AudienceRow, type Exclusion, isExclusion } from '../core/broadcasts/audience.ts';
import type { ReleasedBroadcast, StandingBroadcast } from '../core/broadcasts/broadcast.ts';
import { type BroadcastLedger, checked } from '../core/broadcasts/ledger.ts';
import { deadlineOf, type DeliveryState, rank } from '../core/delivery.ts';
import type { Language } from '../core/language.ts';
import type { Message } from '../core/message.ts';
import type { Tx } from './database.ts';
import { asJson } from './json.ts';

/** The name in a channel of what a broadcast said there, so that it can be changed. */
const slotOf = (broadcast: string): string => `broadcast:${broadcast}`;

/** Writes the audience down, one row for each channel, before anything is sent. Access: the network. */
export async function fixAudience(
  tx: Tx,
  { id, network }: { id: string; network: string },
  rows: readonly (AudienceRow & { dueAt: Date })[],
  now: Date,
): Promise<void> {
  const written = rows.map(({ candidate, standing, excluded, dueAt }) => ({
    structure_id: candidate.structure,
    channel_id: candidate.channel,
    name: candidate.name,
    language: candidate.language,
    time_zone: candidate.timeZone,
    step_id: standing?.step ?? null,
    state: excluded ? 'excluded' : 'waiting',
    reason: excluded ?? null,
    due_at: dueAt,
  }));
  await sql`
    insert into broadcast_rows (broadcast_id, network_id, structure_id, channel_id, name, language, time_zone, step_id, state, reason, due_at, changed_at)
    select ${id}, ${network}, w.*, ${now}::timestamptz from jsonb_to_recordset(${asJson(written)}::jsonb) as w(
      structure_id uuid, channel_id uuid, name text, language text, time_zone text, step_id text, state text, reason text, due_at timestamptz)`.execute(
    tx,
  );
}

/** As if it had never been released. Only before anything was queued. Access: the network. */
export async function dropAudience(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('broadcast_rows').where('broadcast_id', '=', id).execute();
}

export interface DueRow {
  id: string;
  channel: string;
  language: Language;
  step?: string;
}

/** Rows whose time has come, held until the transaction ends; those that another process holds are left to it. Access: the network. */
export async function lockDueRows(tx: Tx, { id }: ReleasedBroadcast, now: Date, most: number): Promise<DueRow[]> {
  const { rows } = await sql<{ id: string; channel: string; language: Language; step: string | null }>`
    select id::text as id, channel_id as channel, language, step_id as step from broadcast_rows
    where broadcast_id = ${id} and state = 'waiting' and due_at <= ${now} and channel_id is not null
    order by due_at, id limit ${most} for update skip locked`.execute(tx);
  return rows.map(({ step, ...row }) => ({ ...row, ...(step && { step }) }));
}

/** These turned out to be left out when their time came. Access: the network. */
export async function excludeRows(tx: Tx, rows: readonly { id: string; reason: Exclusion }[], now: Date): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    update broadcast_rows r set state = 'excluded', reason = d.reason, changed_at = ${now}
    from jsonb_to_recordset(${asJson(rows)}::jsonb) as d(id bigint, reason text)
    where r.id = d.id and r.id = any (${rows.map(({ id }) => id)}::bigint[]) and r.state = 'waiting'`.execute(tx);
}

/** What a channel reads, by its language and step: the same words for all of them are written once. */
export type MessageFor = (language: Language, step: string | undefined) => Message;

/**
 * Queues rows that were locked as due, one message for each channel, once and for ever: a second one for the same channel is refused by
 * the database. Only a broadcast that somebody released can be queued. Access: the network.
 */
export async function queueRows(
  tx: Tx,
  broadcast: ReleasedBroadcast,
  rows: readonly DueRow[],
  messageFor: MessageFor,
  now: Date,
): Promise<number> {
  if (rows.length === 0) return 0;
  const result = await sql`
    with messages as (
      select * from jsonb_to_recordset(${asJson(messagesOf(rows, messageFor))}::jsonb) as m(language text, step text, message jsonb)
    ),
    added as (
      insert into outbox (channel_id, structure_id, priority, broadcast_id, slot, message, not_before, deadline, created_at)
      select r.channel_id, r.structure_id, ${rank.broadcast}, r.broadcast_id, ${slotOf(broadcast.id)}, m.message, ${now}::timestamptz,
        ${deadlineOf('broadcast', now)}::timestamptz, ${now}::timestamptz
      from broadcast_rows r join messages m on m.language = r.language and m.step is not distinct from r.step_id
      where r.id = any (${rows.map(({ id }) => id)}::bigint[]) and r.state = 'waiting' and r.structure_id is not null
      order by r.id
      returning id, broadcast_id, channel_id
    )
    update broadcast_rows r set state = 'queued', outbox_id = a.id, said_version = ${broadcast.releasedVersion}, changed_at = ${now}
    from added a where r.broadcast_id = a.broadcast_id and r.channel_id = a.channel_id`.execute(tx);
  await sql`select pg_notify('outbox', '')`.execute(tx);
  return Number(result.numAffectedRows ?? 0);
}

function messagesOf(rows: readonly Pick<DueRow, 'language' | 'step'>[], messageFor: MessageFor) {
  const kinds = new Map(rows.map(({ language, step }) => [`${language} ${step ?? ''}`, { language, step }]));
  return [...kinds.values()].map(({ language, step }) => ({ language, step: step ?? null, message: messageFor(language, step) }));
}

/** Which version of the words has to stand in the channels: of what was taken back, none. */
export const versionToStand = (broadcast: StandingBroadcast): number => (broadcast.withdrawnAt ? -1 : broadcast.releasedVersion);

/**
 * Brings what was said up to the words that count now: what waits takes them, what stands in a channel is changed there. At most so many
 * at once; gives back how many that were. Access: the network.
 */
export async function changeSaid(
  tx: Tx,
  broadcast: StandingBroadcast,
  messageFor: MessageFor,
  now: Date,
  most: number,
): Promise<number> {
  const version = versionToStand(broadcast);
  const { rows } = await sql<DueRow & { state: string; step: string | null }>`
    select r.id::text as id, r.channel_id as channel, r.language, r.step_id as step, r.state from broadcast_rows r
    left join outbox o on o.id = r.outbox_id
    where r.broadcast_id = ${broadcast.id} and r.said_version is distinct from ${version} and r.channel_id is not null
      and (r.state = 'sent' or (r.state = 'queued' and o.state in ('pending', 'parked')))
    order by r.id limit ${most} for update of r skip locked`.execute(tx);
  if (rows.length === 0) return 0;
  const ids = rows.map(({ id }) => id);
  const messages = messagesOf(
    rows.map(({ language, step }) => ({ language, ...(step && { step }) })),
    messageFor,
  );
  await sql`
    with messages as (
      select * from jsonb_to_recordset(${asJson(messages)}::jsonb) as m(language text, step text, message jsonb)
    ),
    changed as (
      update outbox o set message = m.message
      from broadcast_rows r join messages m on m.language = r.language and m.step is not distinct from r.step_id
      where r.id = any (${ids}::bigint[]) and r.state = 'queued' and o.id = r.outbox_id and o.state in ('pending', 'parked')
      returning r.id
    ),
    added as (
      insert into outbox (channel_id, structure_id, priority, slot, update_only, key, message, not_before, deadline, created_at)
      select r.channel_id, r.structure_id, ${rank.broadcast}, ${slotOf(broadcast.id)}, true,
        'broadcast-change:' || r.broadcast_id || ':' || ${version}::text || ':' || r.channel_id, m.message, ${now}::timestamptz,
        ${deadlineOf('broadcast', now)}::timestamptz, ${now}::timestamptz
      from broadcast_rows r join messages m on m.language = r.language and m.step is not distinct from r.step_id
      where r.id = any (${ids}::bigint[]) and r.state = 'sent' and r.structure_id is not null
      on conflict do nothing
    )
    update broadcast_rows r set said_version = ${version}
    where r.id = any (${ids}::bigint[]) and (r.state = 'sent' or r.id in (select id from changed))`.execute(tx);
  await sql`select pg_notify('outbox', '')`.execute(tx);
  return rows.length;
}

/** What waits for its turn is held back; what a process has in hand may still arrive. The broadcast must be `paused` already. */
export async function holdRows(tx: Tx, id: string): Promise<void> {
  await sql`
    update outbox set state = 'parked', failure = 'its broadcast is paused', deadline = null
    where broadcast_id = ${id} and state = 'pending'`.execute(tx);
}

/** What was held back goes on, with a day of its own. The broadcast must be `sending` already. */
export async function letGoOn(tx: Tx, id: string, now: Date): Promise<void> {
  await sql`
    update outbox set state = 'pending', failure = null, not_before = ${now}, deadline = ${deadlineOf('broadcast', now)}
    where broadcast_id = ${id} and state = 'parked' and failure = 'its broadcast is paused'`.execute(tx);
  await sql`select pg_notify('outbox', '')`.execute(tx);
}

/** What was not sent will not be. The broadcast must be `cancelled` already, or on its way there in this transaction. */
export async function cancelRows(tx: Tx, id: string, now: Date): Promise<void> {
  await sql`update broadcast_rows set state = 'cancelled', changed_at = ${now} where broadcast_id = ${id} and state = 'waiting'`.execute(
    tx,
  );
  await sql`
    update outbox set state = 'cancelled', done_at = ${now} where broadcast_id = ${id} and state in ('pending', 'parked')`.execute(
    tx,
  );
}

/** What surely did not arrive is tried again: the same messages, so that nothing comes twice. */
export const resendFailed = (tx: Tx, id: string, now: Date): Promise<void> => sendAgain(tx, id, ['dead', 'expired'], now);

/** What may have arrived is sent again, for somebody who would rather have it come twice than not at all. */
export const resendUnknown = (tx: Tx, id: string, now: Date): Promise<void> => sendAgain(tx, id, ['ambiguous'], now);

async function sendAgain(tx: Tx, id: string, states: DeliveryState[], now: Date): Promise<void> {
  await sql`
    update outbox set state = 'pending', attempts = 0, failure = null, done_at = null, not_before = ${now}, deadline = ${deadlineOf('broadcast', now)}
    where broadcast_id = ${id} and state = any (${states})`.execute(tx);
  await sql`select pg_notify('outbox', '')`.execute(tx);
}

/**
 * What became of a broadcast so far.
 * @throws {Error} When it does not add up.
 */
export async function broadcastLedger(tx: Tx, id: string): Promise<BroadcastLedger> {
  const row = await tx
    .selectFrom('broadcast_ledgers')
    .select(['audience', 'sent', 'failed', 'excluded', 'unknown', 'pending', 'cancelled'])
    .where('broadcast_id', '=', id)
    .executeTakeFirstOrThrow();
  return checked({ ...row, audience: row.audience ?? 0 }, id);
}

/** How many of its channels were left out for each reason, the most frequent first. */
export async function excludedFor(tx: Tx, id: string): Promise<[Exclusion, number][]> {
  const { rows } = await sql<{ reason: string; count: number }>`
    select reason, count(*)::int as count from broadcast_rows
    where broadcast_id = ${id} and state = 'excluded' group by reason order by count desc, reason`.execute(tx);
  return rows.flatMap(({ reason, count }) => (isExclusion(reason) ? [[reason, count] as [Exclusion, number]] : []));
}

/** One line of the report. */
export interface ReportRow {
  name: string;
  language: string;
  step?: string;
  state: string;
  reason?: string;
  failure?: string;
  at: Date;
}

export async function reportRows(tx: Tx, id: string): Promise<ReportRow[]> {
  const { rows } = await sql<
    Omit<ReportRow, 'step' | 'reason' | 'failure'> & Record<'step' | 'reason' | 'failure', string | null>
  >`
    select r.name, r.language, r.step_id as step, r.state, r.reason, o.failure, r.changed_at as at
    from broadcast_rows r left join outbox o on o.id = r.outbox_id
    where r.broadcast_id = ${id} order by r.name, r.id`.execute(tx);
  return rows.map(({ step, reason, failure, ...row }) => ({
    ...row,
    ...(step && { step }),
    ...(reason && { reason }),
    ...(failure && { failure }),
  }));
}

/** The networks with something under way, and what that is. Access: operator. */
export async function broadcastsUnderWay(tx: Tx, now: Date): Promise<{ id: string; network: string }[]> {
  const { rows } = await sql<{ id: string; network: string }>`
    select id, network_id as network from broadcasts
    where (state in ('sending', 'paused') and starts_at <= ${now}) or changes_due order by starts_at, id`.execute(tx);
  return rows;
}

/** When the next team that waits for its moment gets it, and in which time zone; nothing when none waits. Access: the network. */
export async function nextWaiting(tx: Tx, id: string, now: Date): Promise<{ next?: { at: Date; timeZone: string } }> {
  const { rows } = await sql<{ at: Date; timeZone: string }>`
    select due_at as at, time_zone as "timeZone" from broadcast_rows
    where broadcast_id = ${id} and state = 'waiting' and due_at > ${now} order by due_at, id limit 1`.execute(tx);
  return rows[0] ? { next: rows[0] } : {};
}

/** Whether what stands in the channels has still to be changed. */
export async function setChangesDue(tx: Tx, id: string, due: boolean): Promise<void> {
  await sql`update broadcasts set changes_due = ${due} where id = ${id} and changes_due <> ${due}`.execute(tx);
}

/** Whether something of it may still change: it waits, or is in the hands of a process, with older words than those that count. */
export async function hasOldWords(tx: Tx, broadcast: StandingBroadcast): Promise<boolean> {
  const { rows } = await sql<{ some: boolean }>`
    select exists (select from broadcast_rows where broadcast_id = ${broadcast.id} and state in ('queued', 'sent')
      and said_version is distinct from ${versionToStand(broadcast)}) as some`.execute(tx);
  return rows[0]?.some === true;
}
