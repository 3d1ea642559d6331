import { sql } from 'kysely';
import {
  type ChannelAddress,
  directKey,
  type Incoming,
  isHome,
  type PlatformName,
  type Reference,
  type Sender,
} from '../core/incoming.ts';
import type { Language } from '../core/language.ts';
import type { Tx } from './database.ts';
import { keyOfMessage } from './heard.ts';
import { asJson } from './json.ts';

/** A place in a workspace, and whose it is. */
export interface Channel {
  id: string;
  address: ChannelAddress;
  kind: 'team' | 'direct' | 'accompanier' | 'network';
  language: Language;
  structureId?: string;
  evaluationId?: string;
  /** Of an evaluation's channels one is its home; mirrors show what home shows. */
  role: 'home' | 'mirror';
  /** People of several organisations are in it; `sharedAllowed`: somebody of the team wants the companion there all the same. */
  shared: boolean;
  sharedAllowed: boolean;
  /** Nothing is said there for now. */
  parked: boolean;
}

export interface Arrived {
  /** False for a copy of something seen before. */
  fresh: boolean;
  channel: Channel;
  person: string;
  /** The person belongs to another organisation than the place. */
  external: boolean;
}

interface ChannelRow {
  id: string;
  kind: string;
  language: string;
  structure_id: string | null;
  evaluation_id: string | null;
  role: string;
  shared: boolean;
  shared_allowed: boolean;
  parked_at: Date | null;
}

type Row = { [Column in keyof Omit<ChannelRow, 'id'>]: ChannelRow[Column] } & {
  fresh: boolean;
  channel_id: string | null;
  reference: unknown;
  person_id: string | null;
  person_reference: unknown;
  external: boolean | null;
};

const channelColumns = [
  'id',
  'kind',
  'language',
  'structure_id',
  'evaluation_id',
  'role',
  'shared',
  'shared_allowed',
  'parked_at',
] as const;

const channelOf = (row: ChannelRow, { platform, workspace, key }: ChannelAddress): Channel => ({
  id: row.id,
  address: { platform, workspace, key },
  kind: row.kind as Channel['kind'],
  language: row.language as Language,
  ...(row.structure_id && { structureId: row.structure_id }),
  ...(row.evaluation_id && { evaluationId: row.evaluation_id }),
  role: row.role as Channel['role'],
  shared: row.shared,
  sharedAllowed: row.shared_allowed,
  parked: row.parked_at !== null,
});

/**
 * The first step of every unit of work: claims the keys of a delivery and finds channel and person, in one round trip.
 * A key is claimed for good when the transaction commits; a copy that comes at the same moment waits for that. A replay claims only its
 * delivery's key: the message's own is held since it was parked. What the platform tells of the place and the person is kept when it is
 * news, which it rarely is.
 */
export async function arrive(tx: Tx, incoming: Incoming, newId: () => string, now: Date, isReplay = false): Promise<Arrived> {
  const { channel, sender } = incoming;
  const keys = isReplay ? keysOf(incoming).slice(0, 1) : keysOf(incoming);
  const { rows } = await sql<Row>`
    with claimed as (
      insert into event_keys (key, seen_at) select unnest(${keys}::text[]), ${now}::timestamptz on conflict do nothing returning key
    )
    select (select count(*) from claimed) = ${keys.length} as fresh,
      c.id as channel_id, c.kind, c.language, c.structure_id, c.evaluation_id, c.role, c.shared, c.shared_allowed, c.parked_at, c.reference,
      i.person_id, i.reference as person_reference, i.external
    from (select) as one
    left join channels c on c.platform = ${channel.platform} and c.workspace = ${channel.workspace} and c.key = ${channel.key}
    left join identities i on i.platform = ${sender.platform} and i.workspace = ${sender.workspace} and i.user_key = ${sender.user}`.execute(
    tx,
  );
  const [row] = rows;
  if (!row) throw new Error('The routing query gave no row.');
  let found = row.channel_id === null ? await addChannel(tx, incoming) : channelOf({ ...row, id: row.channel_id }, channel);
  const person = row.person_id ?? (await addPerson(tx, sender, newId()));
  const isNews = row.fresh && !isReplay;
  if (isNews && row.channel_id !== null) found = await keepPlaceNews(tx, found, row.reference, incoming);
  if (isNews && row.person_id !== null) await keepPersonNews(tx, row, sender);
  return { fresh: row.fresh, channel: found, person, external: sender.external ?? row.external ?? false };
}

/** Keeps how to write to a place and whether it is shared, where that differs from what was known. */
export async function keepPlaceNews(
  tx: Tx,
  channel: Channel,
  known: unknown,
  { reference, shared }: Pick<Incoming, 'reference' | 'shared'>,
): Promise<Channel> {
  const isMoved = reference !== undefined && !isSame(reference, known);
  const isOther = shared !== undefined && shared !== channel.shared;
  if (!isMoved && !isOther) return channel;
  await tx
    .updateTable('channels')
    .set({ ...(isMoved && { reference: asJson(reference) }), ...(isOther && { shared, shared_told_at: null }) })
    .where('id', '=', channel.id)
    .execute();
  return isOther ? { ...channel, shared } : channel;
}

/** Whatever the order of its names. */
const isSame = (reference: Reference, known: unknown): boolean =>
  known !== null && inOrder(reference) === inOrder(known as Reference);
const inOrder = (reference: Reference): string => JSON.stringify(Object.entries(reference).sort(([a], [b]) => (a < b ? -1 : 1)));

async function keepPersonNews(tx: Tx, row: Row, { platform, workspace, user, reference, external }: Sender): Promise<void> {
  const isMoved = reference !== undefined && !isSame(reference, row.person_reference);
  const isOther = external !== undefined && external !== row.external;
  if (!isMoved && !isOther) return;
  await tx
    .updateTable('identities')
    .set({ ...(isMoved && { reference: asJson(reference) }), ...(isOther && { external }) })
    .where('platform', '=', platform)
    .where('workspace', '=', workspace)
    .where('user_key', '=', user)
    .execute();
}

/** Event keys are forgotten after 30 days; the key of a message itself is kept for ever. */
export function keysOf(incoming: Incoming): string[] {
  const { platform } = incoming.channel;
  const delivery = [incoming.deliveryKey, ...(incoming.copyKeys ?? [])].map((one) => `${platform}:${one}`);
  return incoming.kind === 'message' ? [...delivery, keyOfMessage(incoming)] : delivery;
}

/** The place that something came from, which nobody had heard of yet. */
export async function addChannel(
  tx: Tx,
  incoming: Pick<Incoming, 'channel' | 'direct' | 'sender' | 'reference' | 'shared'>,
): Promise<Channel> {
  const { channel, direct, sender, reference, shared = false } = incoming;
  const { platform, workspace, key } = channel;
  const kind = direct || isHome(channel) ? 'direct' : 'team';
  const row = await tx
    .insertInto('channels')
    .values({
      platform,
      workspace,
      key,
      kind,
      language: sender.language ?? 'fr',
      shared,
      ...(reference && { reference: asJson(reference) }),
    })
    .onConflict((conflict) => conflict.columns(['platform', 'workspace', 'key']).doUpdateSet({ key }))
    .returning(channelColumns)
    .executeTakeFirstOrThrow();
  return channelOf(row, channel);
}

/** The conversation that one user has with the companion, whether or not they ever wrote there. */
export async function directChannel(
  tx: Tx,
  { platform, workspace, user }: Pick<Sender, 'platform' | 'workspace' | 'user'>,
  language: Language,
): Promise<Channel> {
  const address = { platform, workspace, key: directKey(user) };
  const known = await findChannel(tx, address);
  return known ?? addChannel(tx, { channel: address, direct: true, sender: { platform, workspace, user, language } });
}

/** A channel that is known, with whose it is. */
export async function findChannel(tx: Tx, address: ChannelAddress): Promise<Channel | undefined> {
  const row = await tx
    .selectFrom('channels')
    .select(channelColumns)
    .where('platform', '=', address.platform)
    .where('workspace', '=', address.workspace)
    .where('key', '=', address.key)
    .executeTakeFirst();
  return row && channelOf(row, address);
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
    .values({
      platform,
      workspace,
      user_key: user,
      person_id: id,
      external: sender.external ?? false,
      ...(sender.reference && { reference: asJson(sender.reference) }),
    })
    .onConflict((conflict) => conflict.columns(['platform', 'workspace', 'user_key']).doUpdateSet({ user_key: user }))
    .returning('person_id')
    .executeTakeFirstOrThrow();
  if (person_id === id) {
    await tx
      .insertInto('people')
      .values({
        id,
        // A platform's id is no name: the team reads a phrase until one is known.
        name: sender.name ?? '',
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
    .set({ structure_id: to.structureId, evaluation_id: to.evaluationId, language: to.language, role: 'home' })
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
