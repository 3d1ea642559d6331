import { createHash } from 'node:crypto';
import type { FileRef } from '../core/answer.ts';
import type { IncomingFile } from '../core/incoming.ts';
import type { Tx } from './database.ts';
import { asJson } from './json.ts';

/**
 * Files live in the database, with their hash. Their question is known once the turn is decided. What is still at its platform is
 * written down as waiting, and fetched later.
 */
export async function addFiles(
  tx: Tx,
  of: { structureId: string; evaluationId: string; person: string; channelId: string },
  files: IncomingFile[],
  newId: () => string,
  now: Date,
): Promise<FileRef[]> {
  if (files.length === 0) return [];
  const rows = files.map((file) => ({
    id: newId(),
    structure_id: of.structureId,
    evaluation_id: of.evaluationId,
    person_id: of.person,
    channel_id: of.channelId,
    name: file.name,
    type: file.type,
    added_at: now,
    ...('bytes' in file ? withBytes(file.bytes) : { size: file.size, sha256: '', remote: asJson(file.remote), fetch_after: now }),
  }));
  await tx.insertInto('files').values(rows).execute();
  return rows.map(({ id, name, type, size }) => ({ id, name, type, bytes: size }));
}

const withBytes = (bytes: Uint8Array) => ({
  size: bytes.byteLength,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  bytes: Buffer.from(bytes),
});
