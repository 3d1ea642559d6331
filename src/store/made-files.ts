import type { ExportRecipe } from '../core/exported-text.ts';
import type { MadeFile } from '../core/files.ts';
import type { Attachment } from '../core/message.ts';
import type { Tx } from './database.ts';
import { asJson } from './json.ts';

export type { MadeFile };

/** Whose a made file is: a team's, a network's, or one person's at their desk. */
export type MadeFor = { structureId: string } | { networkId: string } | { person: string };

/** How long a made file can be had again. Whoever wants it later has it made anew. */
const keptMs = 30 * 24 * 3_600_000;

/** Keeps a file, so that a message can bring it. */
export const addMadeFile = (tx: Tx, id: string, { bytes, ...file }: MadeFile, madeFor: MadeFor, now: Date): Promise<Attachment> =>
  add(tx, id, { ...file, bytes: Buffer.from(bytes) }, madeFor, now);

/** Asks for a file, so that a message can bring it: it is made of this when the message is delivered, outside of all transactions. */
export const addFileToMake = (
  tx: Tx,
  id: string,
  { recipe, ...file }: Omit<MadeFile, 'bytes'> & { recipe: ExportRecipe },
  madeFor: MadeFor,
  now: Date,
): Promise<Attachment> => add(tx, id, { ...file, recipe: asJson(recipe) }, madeFor, now);

async function add(
  tx: Tx,
  id: string,
  file: { name: string; type: string } & ({ bytes: Buffer } | { recipe: string }),
  madeFor: MadeFor,
  now: Date,
): Promise<Attachment> {
  await tx
    .insertInto('made_files')
    .values({
      id,
      structure_id: 'structureId' in madeFor ? madeFor.structureId : null,
      network_id: 'networkId' in madeFor ? madeFor.networkId : null,
      person_id: 'person' in madeFor ? madeFor.person : null,
      ...file,
      made_at: now,
      until_at: new Date(now.getTime() + keptMs),
    })
    .execute();
  return { file: id, name: file.name, type: file.type };
}

/** Those of these files that are still kept, by id, and what the others are to be made of. Asked as the dispatcher, by the ids that a message carries. */
export async function findMadeFiles(
  tx: Tx,
  ids: readonly string[],
): Promise<{ made: Map<string, MadeFile>; toMake: Map<string, Omit<MadeFile, 'bytes'> & { recipe: ExportRecipe }> }> {
  const found = {
    made: new Map<string, MadeFile>(),
    toMake: new Map<string, Omit<MadeFile, 'bytes'> & { recipe: ExportRecipe }>(),
  };
  if (ids.length === 0) return found;
  const rows = await tx
    .selectFrom('made_files')
    .select(['id', 'name', 'type', 'bytes', 'recipe'])
    .where('id', 'in', ids)
    .execute();
  for (const { id, name, type, bytes, recipe } of rows) {
    if (bytes) found.made.set(id, { name, type, bytes });
    else if (recipe) found.toMake.set(id, { name, type, recipe: withTimes(recipe) });
  }
  return found;
}

/** Asked as the dispatcher. Nothing before it is made. */
export const findMadeFile = async (tx: Tx, id: string): Promise<MadeFile | undefined> =>
  (await findMadeFiles(tx, [id])).made.get(id);

/** It is made: what it was made of is no longer kept. Again changes nothing. */
export async function saveMade(tx: Tx, id: string, bytes: Uint8Array): Promise<void> {
  await tx
    .updateTable('made_files')
    .set({ bytes: Buffer.from(bytes), recipe: null })
    .where('id', '=', id)
    .where('bytes', 'is', null)
    .execute();
}

/** Times travel as text; all that is called `at` is one. */
const withTimes = (recipe: unknown): ExportRecipe =>
  JSON.parse(JSON.stringify(recipe), (key, value: unknown) =>
    key === 'at' && typeof value === 'string' ? new Date(value) : value,
  ) as ExportRecipe;
