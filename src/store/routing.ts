import { sql } from 'kysely';
import type { ChannelAddress, Fields, Incoming, PlatformName, Sender } from '../core/incoming.ts';
import type { Language } from '../core/language.ts';
import type { Tx } from './database.ts';
import { asJson } from './json.ts';

/** A place in a workspace, and whose it is. */
export interface Channel {
  id: string;
  address: ChannelAddress;
  kind: 'team' | 'direct' | 'accompanier' | 'network';
  language: Language;
  structureId?: string;
  evaluationId?: string;
}

export interface Arrived {
  /** False for a copy of something seen before. */
  fresh: boolean;
  channel: Channel;
  person: string;
}

interface Row {
  fresh: boolean;
  channel_id: string | null;
  kind: Channel['kind'];
  language: Language;
  structure_id: string | null;
  evaluation_id: string | null;
  person_id: string | null;
}

/**
 * The first step of every unit of work: claims the keys of a delivery and finds channel and person, in one round trip.
 * A key is claimed for good when the transaction commits; a copy that comes at the same moment waits for that. A replay claims only its
 * delivery's key: the message's own is held since it was parked.
 */
export async function arrive(tx: Tx, incoming: Incoming, newId: () => string, now: Date, isReplay = false): Promise<Arrived> {
  const { channel, sender } = incoming;
  const keys = isReplay ? keysOf(incoming).slice(0, 1) : keysOf(incoming);
  const { rows } = await sql<Row>`
    with claimed as (
      insert into event_keys (key, seen_at) select unnest(${keys}::text[]), ${now}::timestamptz on conflict do nothing returning key
    )
    select (select count(*) from claimed) = ${keys.length} as fresh,
      c.id as channel_id, c.kind, c.language, c.structure_id, c.evaluation_id, i.person_id
    from (select) as one
    left join channels c on c.platform = ${channel.platform} and c.workspace = ${channel.workspace} and c.key = ${channel.key}
    left join identities i on i.platform = ${sender.platform} and i.workspace = ${sender.workspace} and i.user_key = ${sender.user}`.execute(
    tx,
  );
  const [row] = rows;
  if (!row) throw new Error('The routing query gave no row.');
  const found = row.channel_id
    ? {
        id: row.channel_id,
        address: channel,
        kind: row.kind,
        language: row.language,
        ...(row.structure_id && { structureId: row.structure_id }),
        ...(row.evaluation_id && { evaluationId: row.evaluation_id }),
      }
    : await addChannel(tx, channel, incoming.direct, sender.language ?? 'fr');
  return { fresh: row.fresh, channel: found, person: row.person_id ?? (await addPerson(tx, sender, newId())) };
}

/** Event keys are forgotten after 30 days; the key of a message itself is kept for ever. */
function keysOf(incoming: Incoming): string[] {
  const { platform, workspace, key } = incoming.channel;
  const delivery = [incoming.deliveryKey, ...(incoming.copyKeys ?? [])].map((one) => `${platform}:${one}`);
  return incoming.kind === 'message' ? [...delivery, `message:${platform}:${workspace}:${key}:${incoming.message}`] : delivery;
}

async function addChannel(tx: Tx, address: ChannelAddress, direct: boolean, language: Language): Promise<Channel> {
  const { platform, workspace, key } = address;
  const kind = direct ? 'direct' : 'team';
  const row = await tx
    .insertInto('channels')
    .values({ platform, workspace, key, kind, language })
    .onConflict((conflict) => conflict.columns(['platform', 'workspace', 'key']).doUpdateSet({ key }))
    .returning(['id', 'structure_id', 'evaluation_id'])
    .executeTakeFirstOrThrow();
  return {
    id: row.id,
    address,
    kind,
    language,
    ...(row.structure_id && { structureId: row.structure_id }),
    ...(row.evaluation_id && { evaluationId: row.evaluation_id }),
  };
}

/** A channel that is known, with whose it is. */
export async function findChannel(tx: Tx, { platform, workspace, key }: ChannelAddress): Promise<Channel | undefined> {
  const row = await tx
    .selectFrom('channels')
    .select(['id', 'kind', 'language', 'structure_id', 'evaluation_id'])
    .where('platform', '=', platform)
    .where('workspace', '=', workspace)
    .where('key', '=', key)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      address: { platform, workspace, key },
      kind: row.kind as Channel['kind'],
      language: row.language as Language,
      ...(row.structure_id && { structureId: row.structure_id }),
      ...(row.evaluation_id && { evaluationId: row.evaluation_id }),
    }
  );
}

/** The people behind users of a workspace, by user. */
export async function findPeople(
  tx: Tx,
  { platform, workspace, users }: { platform: PlatformName; workspace: string; users: string[] },
): Promise<Map<string, string>> {
  if (users.length === 0) return new Map();
  const rows = await tx
    .selectFrom('identities')
    .select(['user_key', 'person_id'])
    .where('platform', '=', platform)
    .where('workspace', '=', workspace)
    .where('user_key', 'in', users)
    .execute();
  return new Map(rows.map((row) => [row.user_key, row.person_id]));
}

/** Someone new. Two first messages at once make one person: the identity decides. */
async function addPerson(tx: Tx, sender: Sender, id: string): Promise<string> {
  const { platform, workspace, user } = sender;
  const { person_id } = await tx
    .insertInto('identities')
    .values({ platform, workspace, user_key: user, person_id: id })
    .onConflict((conflict) => conflict.columns(['platform', 'workspace', 'user_key']).doUpdateSet({ user_key: user }))
    .returning('person_id')
    .executeTakeFirstOrThrow();
  if (person_id === id) {
    await tx
      .insertInto('people')
      .values({
        id,
        name: sender.name ?? user,
        language: sender.language ?? null,
        time_zone: sender.timeZone ?? null,
        guest: sender.guest ?? false,
      })
      .execute();
  }
  return person_id;
}

/** Holds a channel until the transaction ends, so that two starts at once make one evaluation; gives what has begun there meanwhile. */
export async function lockChannel(tx: Tx, channelId: string): Promise<{ structureId: string; evaluationId: string } | undefined> {
  const row = await tx
    .selectFrom('channels')
    .select(['structure_id', 'evaluation_id'])
    .where('id', '=', channelId)
    .forUpdate()
    .executeTakeFirst();
  return row?.structure_id && row.evaluation_id ? { structureId: row.structure_id, evaluationId: row.evaluation_id } : undefined;
}

/** Gives a channel to a structure and its evaluation. */
export async function assignChannel(
  tx: Tx,
  channelId: string,
  to: { structureId: string; evaluationId: string; language: Language },
): Promise<void> {
  await tx
    .updateTable('channels')
    .set({ structure_id: to.structureId, evaluation_id: to.evaluationId, language: to.language })
    .where('id', '=', channelId)
    .execute();
}

/** Forgets a channel, with all that was to be said and was said there. */
export async function removeChannel(tx: Tx, channelId: string): Promise<void> {
  await tx.deleteFrom('channels').where('id', '=', channelId).execute();
}

/** Where an evaluation asks its questions. */
export async function homeOf(tx: Tx, evaluationId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('channels')
    .select('id')
    .where('evaluation_id', '=', evaluationId)
    .where('role', '=', 'home')
    .where('kind', '=', 'team')
    .executeTakeFirst();
  return row?.id;
}

export interface Membership {
  structureId: string;
  evaluationId: string;
  name: string;
}

/** The teams of one person, for a direct message: what they may speak about there. */
export async function membershipsOf(tx: Tx, person: string): Promise<Membership[]> {
  await sql`select set_config('vises.person', ${person}, true)`.execute(tx);
  const rows = await tx
    .selectFrom('members as m')
    .innerJoin('channels as c', 'c.structure_id', 'm.structure_id')
    .select(['c.structure_id', 'c.evaluation_id', 'c.key'])
    .where('m.person_id', '=', person)
    .where('m.until_at', 'is', null)
    .where('c.kind', '=', 'team')
    .where('c.role', '=', 'home')
    .orderBy('m.from_at')
    .execute();
  return rows.flatMap((row) =>
    row.structure_id && row.evaluation_id
      ? [{ structureId: row.structure_id, evaluationId: row.evaluation_id, name: row.key }]
      : [],
  );
}

/** What was filled in of a start form so far, in a channel where nothing has begun. */
export async function findStart(tx: Tx, channelId: string): Promise<Fields | undefined> {
  const row = await tx.selectFrom('starts').select('fields').where('channel_id', '=', channelId).executeTakeFirst();
  return row && (row.fields as Fields);
}

export async function saveStart(tx: Tx, channelId: string, user: string, fields: Fields, now: Date): Promise<void> {
  await tx
    .insertInto('starts')
    .values({ channel_id: channelId, by_user: user, fields: asJson(fields), at: now })
    .onConflict((conflict) => conflict.column('channel_id').doUpdateSet({ fields: asJson(fields), at: now, by_user: user }))
    .execute();
}

export async function dropStart(tx: Tx, channelId: string): Promise<void> {
  await tx.deleteFrom('starts').where('channel_id', '=', channelId).execute();
}
