import { createHash } from 'node:crypto';
import type { FileFailure } from '../core/files.ts';
import type { ChannelAddress, PlatformName, Reference } from '../core/incoming.ts';
import type { Tx } from './database.ts';

/** A file that is still at its platform. */
export interface WaitingFile {
  id: string;
  structureId: string;
  evaluationId: string;
  person: string | undefined;
  name: string;
  type: string;
  size: number;
  remote: Reference;
  /** How often it was tried, this time included. */
  attempts: number;
  from: Pick<ChannelAddress, 'platform' | 'workspace'>;
}

/** The files that are due, with the structure each belongs to, oldest first. Asked as the operator. */
export async function dueFiles(tx: Tx, now: Date, most: number): Promise<{ id: string; structureId: string }[]> {
  const rows = await tx
    .selectFrom('files')
    .select(['id', 'structure_id'])
    .where('bytes', 'is', null)
    .where('remote', 'is not', null)
    .where('failed', 'is', null)
    .where('erased_at', 'is', null)
    .where('fetch_after', '<=', now)
    .orderBy('fetch_after')
    .limit(most)
    .execute();
  return rows.map((row) => ({ id: row.id, structureId: row.structure_id }));
}

/** Takes a file that is due for one try, until then: whoever else looks meanwhile leaves it. As its structure's own work. */
export async function claimFile(tx: Tx, id: string, now: Date, until: Date): Promise<WaitingFile | undefined> {
  const row = await tx
    .updateTable('files')
    .set((the) => ({ fetch_after: until, fetch_attempts: the('fetch_attempts', '+', 1) }))
    .where('id', '=', id)
    .where('bytes', 'is', null)
    .where('failed', 'is', null)
    .where('erased_at', 'is', null)
    .where('fetch_after', '<=', now)
    .returning(['structure_id', 'evaluation_id', 'person_id', 'channel_id', 'name', 'type', 'size', 'remote', 'fetch_attempts'])
    .executeTakeFirst();
  if (!row?.evaluation_id || !row.channel_id) return undefined;
  const channel = await tx
    .selectFrom('channels')
    .select(['platform', 'workspace'])
    .where('id', '=', row.channel_id)
    .executeTakeFirst();
  if (!channel) return undefined;
  return {
    id,
    structureId: row.structure_id,
    evaluationId: row.evaluation_id,
    person: row.person_id ?? undefined,
    name: row.name,
    type: row.type,
    size: row.size,
    remote: row.remote as Reference,
    attempts: row.fetch_attempts,
    from: { platform: channel.platform as PlatformName, workspace: channel.workspace },
  };
}

/** The file has come. Nothing is kept of one that was erased meanwhile. */
export async function keepFile(tx: Tx, id: string, { bytes, type }: { bytes: Uint8Array; type: string }): Promise<void> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await tx
    .updateTable('files')
    .set({ bytes: Buffer.from(bytes), type, size: bytes.byteLength, sha256, fetch_after: null })
    .where('id', '=', id)
    .where('bytes', 'is', null)
    .where('erased_at', 'is', null)
    .execute();
}

export async function putOffFile(tx: Tx, id: string, until: Date): Promise<void> {
  await tx.updateTable('files').set({ fetch_after: until }).where('id', '=', id).where('bytes', 'is', null).execute();
}

/** It will not come. True the first time. */
export async function failFile(tx: Tx, id: string, why: FileFailure): Promise<boolean> {
  const result = await tx
    .updateTable('files')
    .set({ failed: why, fetch_after: null })
    .where('id', '=', id)
    .where('bytes', 'is', null)
    .where('failed', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
