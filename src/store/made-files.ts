import type { MadeFile } from '../core/files.ts';
import type { Attachment } from '../core/message.ts';
import type { Tx } from './database.ts';

export type { MadeFile };

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

/** Those of these files that are still kept, by id. Asked as the dispatcher, by the ids that a message carries. */
export async function findMadeFiles(tx: Tx, ids: readonly string[]): Promise<Map<string, MadeFile>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.selectFrom('made_files').select(['id', 'name', 'type', 'bytes']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, name, type, bytes }) => [id, { name, type, bytes }]));
}

/** Asked as the dispatcher, by the id that a message carries. */
export const findMadeFile = async (tx: Tx, id: string): Promise<MadeFile | undefined> => (await findMadeFiles(tx, [id])).get(id);
