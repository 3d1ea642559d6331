import type { ExportRecipe } from '../../core/exported-text.ts';
import type { MadeFile } from '../../core/files.ts';
import { type Db, withAccess } from '../../store/database.ts';
import { findMadeFiles, saveMade } from '../../store/made-files.ts';

export type MakeFile = (recipe: ExportRecipe) => Promise<Uint8Array>;

/**
 * The files of a message, by id. Those that were only asked for are made now, while no transaction is open, and kept. One that is no
 * longer there is left out.
 */
export async function gatherFiles(
  db: Db,
  make: MakeFile | undefined,
  ids: readonly string[],
): Promise<ReadonlyMap<string, MadeFile>> {
  const asDispatcher = <Result>(work: Parameters<typeof withAccess<Result>>[2]): Promise<Result> =>
    withAccess(db, { kind: 'dispatcher' }, work, { retries: 2 });
  const { made, toMake } = await asDispatcher((tx) => findMadeFiles(tx, ids));
  for (const [id, { recipe, ...file }] of toMake) {
    if (!make) throw new Error('This process makes no files.');
    const bytes = await make(recipe);
    await asDispatcher((tx) => saveMade(tx, id, bytes));
    made.set(id, { ...file, bytes });
  }
  return made;
}
