import { sql } from 'kysely';
import type { ChannelAddress, Incoming } from '../core/incoming.ts';
import type { Tx } from './database.ts';
import { asJson } from './json.ts';
import { type Channel, findChannel, keepPlaceNews, keysOf } from './routing.ts';

/** A channel with what was last heard of the companion being there. */
export interface KnownPlace {
  channel: Channel;
  name?: string;
  /** Absent: nothing was heard yet. `removed` and `closed`: nothing can be said there. */
  state?: 'here' | 'removed' | 'closed';
  /** When that happened, as the platform tells. */
  at?: Date;
  namedAt?: Date;
}

/** True the first time this event of a place is seen. */
export async function claimPlaceEvent(tx: Tx, incoming: Incoming, now: Date): Promise<boolean> {
  const keys = keysOf(incoming);
  const { rows } = await sql`
    insert into event_keys (key, seen_at) select unnest(${keys}::text[]), ${now}::timestamptz on conflict do nothing returning key`.execute(
    tx,
  );
  return rows.length === keys.length;
}

/** The place, held until the transaction ends: what happens to it comes one after the other. */
export async function lockPlace(tx: Tx, address: ChannelAddress): Promise<KnownPlace | undefined> {
  // Workspaces are held before channels, by whoever parks and resumes.
  await sql`select from workspaces where platform = ${address.platform} and key = ${address.workspace} for share`.execute(tx);
  const row = await tx
    .selectFrom('channels')
    .select(['id', 'name', 'place', 'place_at', 'named_at'])
    .where('platform', '=', address.platform)
    .where('workspace', '=', address.workspace)
    .where('key', '=', address.key)
    .forUpdate()
    .executeTakeFirst();
  const channel = row && (await findChannel(tx, address));
  if (!row || !channel) return undefined;
  return {
    channel,
    ...(row.name && { name: row.name }),
    ...(row.place && { state: row.place as 'here' | 'removed' | 'closed' }),
    ...(row.place_at && { at: row.place_at }),
    ...(row.named_at && { namedAt: row.named_at }),
  };
}

/** Keeps what an event of a known place brings beside the event itself: how to write there, whether it is shared. */
export async function keepNews(tx: Tx, channel: Channel, incoming: Incoming): Promise<Channel> {
  const row = await tx.selectFrom('channels').select('reference').where('id', '=', channel.id).executeTakeFirst();
  return keepPlaceNews(tx, channel, row?.reference ?? null, incoming);
}

/** Whether the companion is there, since then. */
export async function setPlace(tx: Tx, channelId: string, state: NonNullable<KnownPlace['state']>, at: Date): Promise<void> {
  await tx.updateTable('channels').set({ place: state, place_at: at }).where('id', '=', channelId).execute();
}

export async function renamePlace(tx: Tx, channelId: string, name: string, at: Date): Promise<void> {
  await tx.updateTable('channels').set({ name, named_at: at }).where('id', '=', channelId).execute();
}

/**
 * The same place has another key from now on. What a new row of that key holds already is taken over, unless something has begun there:
 * then nothing moves. True when the place is found under its new key afterwards.
 */
export async function movePlace(tx: Tx, place: KnownPlace, to: ChannelAddress): Promise<boolean> {
  const other = await lockPlace(tx, to);
  if (other?.channel.id === place.channel.id) return true;
  if (other?.channel.evaluationId) {
    if (place.channel.evaluationId) return false;
    await tx.deleteFrom('channels').where('id', '=', place.channel.id).execute();
    return true;
  }
  if (other) {
    await sql`
      update channels c set reference = coalesce(o.reference, c.reference), name = coalesce(o.name, c.name), shared = o.shared
      from channels o where c.id = ${place.channel.id} and o.id = ${other.channel.id}`.execute(tx);
    await tx.deleteFrom('channels').where('id', '=', other.channel.id).execute();
  }
  await tx.updateTable('channels').set({ key: to.key }).where('id', '=', place.channel.id).execute();
  return true;
}

/** True the first time that a shared place is told what to do there. */
export async function markSharedTold(tx: Tx, channelId: string, now: Date): Promise<boolean> {
  const result = await tx
    .updateTable('channels')
    .set({ shared_told_at: now })
    .where('id', '=', channelId)
    .where('shared_told_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Somebody of the team lets the companion work where people of other organisations are. It is written in the audit who that was. */
export async function allowShared(
  tx: Tx,
  {
    channelId,
    structureId,
    evaluationId,
    person,
  }: { channelId: string; structureId?: string; evaluationId?: string; person: string },
  now: Date,
): Promise<void> {
  await tx.updateTable('channels').set({ shared_allowed: true }).where('id', '=', channelId).execute();
  await tx
    .insertInto('audit')
    .values({
      at: now,
      what: 'shared-allowed',
      person_id: person,
      structure_id: structureId ?? null,
      evaluation_id: evaluationId ?? null,
      details: asJson({ channel: channelId }),
    })
    .execute();
}

/** True for the one who is to tell that nothing can be said in a channel any more; until it is back, nobody else is. */
export async function claimTelling(tx: Tx, channelId: string, now: Date): Promise<boolean> {
  const result = await tx
    .updateTable('channels')
    .set({ lost_told_at: now })
    .where('id', '=', channelId)
    .where('lost_told_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Channels of teams that refused a message, and nobody has been told. Where a whole workspace is gone there is nobody to tell there. */
export async function untoldLosses(tx: Tx): Promise<{ id: string; structureId: string; evaluationId: string; name?: string }[]> {
  const rows = await tx
    .selectFrom('channels')
    .select(['id', 'structure_id', 'evaluation_id', 'name'])
    .where('kind', '=', 'team')
    .where('parked_at', 'is not', null)
    .where('lost_told_at', 'is', null)
    .where('evaluation_id', 'is not', null)
    .orderBy('parked_at')
    .limit(200)
    .execute();
  return rows.flatMap(({ id, structure_id, evaluation_id, name }) =>
    structure_id && evaluation_id ? [{ id, structureId: structure_id, evaluationId: evaluation_id, ...(name && { name }) }] : [],
  );
}
