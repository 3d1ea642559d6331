import { sql } from 'kysely';
import type { ChannelAddress, IncomingFile, PlatformName, Reference } from '../core/incoming.ts';
import type { Method, Tip } from '../core/method.ts';
import type { Tx } from './database.ts';
import { asJson } from './json.ts';
import { addNetworkMethod } from './methods.ts';

/** Keeps content files that somebody of a network sent, to be checked. As the network's own work. */
export async function addSent(
  tx: Tx,
  id: string,
  { networkId, person, channelId }: { networkId: string; person: string; channelId: string },
  file: IncomingFile,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('network_contents')
    .values({
      id,
      network_id: networkId,
      person_id: person,
      channel_id: channelId,
      name: file.name,
      ...('bytes' in file
        ? { archive: Buffer.from(file.bytes) }
        : { remote: asJson({ ...file.remote, size: String(file.size), type: file.type }) }),
      state: 'waiting',
      due_at: now,
      sent_at: now,
    })
    .execute();
}

/** Content files that wait to be checked. */
export interface Waiting {
  id: string;
  networkId: string;
  person: string;
  channelId: string;
  name: string;
  archive?: Uint8Array;
  remote?: { reference: Reference; size: number; type: string };
  from: { platform: PlatformName; workspace: string };
  attempts: number;
}

/** The files that are due, with the network of each. Asked as the operator. */
export async function dueContents(tx: Tx, now: Date): Promise<{ id: string; networkId: string }[]> {
  const rows = await tx
    .selectFrom('network_contents')
    .select(['id', 'network_id'])
    .where('state', '=', 'waiting')
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .limit(20)
    .execute();
  return rows.map((row) => ({ id: row.id, networkId: row.network_id }));
}

/** Takes one for a try, until then; nothing when another process has it. As the network's own work. */
export async function claimContent(tx: Tx, id: string, now: Date, until: Date): Promise<Waiting | undefined> {
  const row = await tx
    .updateTable('network_contents')
    .set((the) => ({ due_at: until, attempts: the('attempts', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .where('due_at', '<=', now)
    .returning(['network_id', 'person_id', 'channel_id', 'name', 'archive', 'remote', 'attempts'])
    .executeTakeFirst();
  if (!row) return undefined;
  const { platform, workspace } = await tx
    .selectFrom('channels')
    .select(['platform', 'workspace'])
    .where('id', '=', row.channel_id)
    .executeTakeFirstOrThrow();
  const { size, type, ...reference } = (row.remote ?? {}) as Reference;
  return {
    id,
    networkId: row.network_id,
    person: row.person_id,
    channelId: row.channel_id,
    name: row.name,
    ...(row.archive && { archive: row.archive }),
    ...(row.remote !== null && { remote: { reference, size: Number(size ?? 0), type: type ?? '' } }),
    from: { platform: platform as ChannelAddress['platform'], workspace },
    attempts: row.attempts,
  };
}

/** It was checked and can be published. */
export async function keepReady(
  tx: Tx,
  { id, networkId }: Pick<Waiting, 'id' | 'networkId'>,
  archive: Uint8Array,
  { method, tips }: { method: Method; tips: Tip[] },
): Promise<void> {
  await addNetworkMethod(tx, method, networkId);
  await tx
    .updateTable('network_contents')
    .set({
      state: 'ready',
      due_at: null,
      archive: Buffer.from(archive),
      remote: null,
      method_version: method.version,
      tips: asJson(tips),
    })
    .where('id', '=', id)
    .execute();
}

/** It cannot be used, or is not wanted any more: what it held is forgotten. */
export async function setAside(tx: Tx, id: string, state: 'faulty' | 'failed' | 'dropped'): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('network_contents')
    .set({ state, due_at: null, archive: null, remote: null })
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'ready'])
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** From now on the network's new evaluations begin with it. False when it was published or dropped before. */
export async function publishContent(tx: Tx, id: string, person: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('network_contents')
    .set({ state: 'published', published_at: now, published_by: person })
    .where('id', '=', id)
    .where('state', '=', 'ready')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** What a network published last. */
export interface NetworkContent {
  id: string;
  methodVersion: string;
  tips: Tip[];
  publishedAt: Date;
}

export async function currentContent(tx: Tx, networkId: string): Promise<NetworkContent | undefined> {
  const row = await tx
    .selectFrom('network_contents')
    .select(['id', 'method_version', 'tips', 'published_at'])
    .where('network_id', '=', networkId)
    .where('published_at', 'is not', null)
    .orderBy('published_at', 'desc')
    .executeTakeFirst();
  if (!row?.method_version || !row.published_at) return undefined;
  return { id: row.id, methodVersion: row.method_version, tips: row.tips as unknown as Tip[], publishedAt: row.published_at };
}

/** The files of what a network published last. */
export async function currentArchive(tx: Tx, networkId: string): Promise<Uint8Array | undefined> {
  const row = await tx
    .selectFrom('network_contents')
    .select('archive')
    .where('network_id', '=', networkId)
    .where('published_at', 'is not', null)
    .orderBy('published_at', 'desc')
    .executeTakeFirst();
  return row?.archive ?? undefined;
}

/** Whether it is still to be published, and the version it would be. */
export async function findReady(tx: Tx, id: string): Promise<{ methodVersion: string } | undefined> {
  const row = await tx
    .selectFrom('network_contents')
    .select('method_version')
    .where('id', '=', id)
    .where('state', '=', 'ready')
    .executeTakeFirst();
  return row?.method_version ? { methodVersion: row.method_version } : undefined;
}

/** The running evaluations whose network has published another version that they were not told of. Asked as the operator. */
export async function offersDue(tx: Tx, most: number): Promise<{ evaluationId: string; structureId: string; to: string }[]> {
  const { rows } = await sql<{ evaluationId: string; structureId: string; to: string }>`
    select e.id as "evaluationId", e.structure_id as "structureId", n.method_version as "to"
    from evaluations e
    join lateral (
      select m.network_id from memberships m where m.structure_id = e.structure_id and m.until_at is null order by m.from_at desc limit 1) m on true
    join lateral (
      select c.method_version from network_contents c where c.network_id = m.network_id and c.published_at is not null
      order by c.published_at desc limit 1) n on true
    left join method_moves v on v.evaluation_id = e.id
    where e.state = 'running' and e.method_version <> n.method_version and (v.to_version is null or v.to_version <> n.method_version)
    order by e.id limit ${most}`.execute(tx);
  return rows;
}
