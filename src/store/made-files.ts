import type { Attachment } from '../core/message.ts';
import type { Tx } from './database.ts';

/** A file that the companion made. */
export interface MadeFile {
  name: string;
  /** Its media type. */
  type: string;
  bytes: Uint8Array;
}

/** Whose a made file is: a team's, a network's, or one person's at their desk. */
export type MadeFor = { structureId: string } | { networkId: string } | { person: string };

/** How long a made file can be had again. Whoever wants it later has it made anew. */
const keptMs = 30 * 24 * 3_600_000;

/** Keeps a file, so that a message can bring it. */
export async function addMadeFile(tx: Tx, id: string, file: MadeFile, madeFor: MadeFor, now: Date): Promise<Attachment> {
  await tx
    .insertInto('made_files')
    .values({
      id,
      structure_id: 'structureId' in madeFor ? madeFor.structureId : null,
      network_id: 'networkId' in madeFor ? madeFor.networkId : null,
      person_id: 'person' in madeFor ? madeFor.person : null,
      name: file.name,
      type: file.type,
      bytes: Buffer.from(file.bytes),
      made_at: now,
      until_at: new Date(now.getTime() + keptMs),
    })
    .execute();
  return { file: id, name: file.name, type: file.type };
}

/** Asked as the dispatcher, by the id that a message carries. */
export async function findMadeFile(tx: Tx, id: string): Promise<MadeFile | undefined> {
  const row = await tx.selectFrom('made_files').select(['name', 'type', 'bytes']).where('id', '=', id).executeTakeFirst();
  return row && { name: row.name, type: row.type, bytes: row.bytes };
}
