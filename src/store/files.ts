import { createHash } from 'node:crypto';
import type { FileRef } from '../core/answer.ts';
import type { IncomingFile } from '../core/incoming.ts';
import type { Tx } from './database.ts';

/** Files live in the database, with their hash. Their question is known once the turn is decided. */
export async function addFiles(
  tx: Tx,
  of: { structureId: string; evaluationId: string; person: string },
  files: IncomingFile[],
  newId: () => string,
  now: Date,
): Promise<FileRef[]> {
  if (files.length === 0) return [];
  const rows = files.map(({ name, type, bytes }) => ({
    id: newId(),
    structure_id: of.structureId,
    evaluation_id: of.evaluationId,
    person_id: of.person,
    name,
    type,
    size: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: Buffer.from(bytes),
    added_at: now,
  }));
  await tx.insertInto('files').values(rows).execute();
  return rows.map(({ id, name, type, size }) => ({ id, name, type, bytes: size }));
}
