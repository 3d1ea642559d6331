/**
 * Counts of a network's structures, as they may be told. What is published never leads back to one structure:
 *
 * - a count is told from five structures up, and rounded down to a multiple of five: so any two published counts, of whatever slices and
 *   days, differ by nothing or by at least five;
 * - a published count stays as it is until at least five structures came or went since it was taken;
 * - where one cell holds more than 85 % of a slice, only the slice's total is told: its others, and what nearly all have in common, could
 *   be worked out from it.
 */
export const fewest = 5;
export const mostOfSlice = 0.85;

/** How many structures are in each cell of one slice. */
export type Counts = ReadonlyMap<string, number>;

/** What was last told of one count, and how many there truly were then. */
export interface Told {
  published: number;
  counted: number;
}

/** What is told of one slice. A cell that is not in it is not told. */
export interface SliceTold {
  total?: number;
  cells: Map<string, number>;
}

/** The cell that stands for the whole slice. */
export const totalCell = 'total';

/**
 * What may be told of a slice now, and what has to be remembered for the next time.
 *
 * @param told what was last told of each of its cells, and of its total
 */
export function publish(counts: Counts, told: ReadonlyMap<string, Told>): { slice: SliceTold; told: Map<string, Told> } {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const next = new Map(told);
  const tell = (cell: string, count: number): number | undefined => {
    const before = told.get(cell);
    const stays = before !== undefined && before.published >= fewest && Math.abs(count - before.counted) < fewest;
    const now = stays ? before : { published: roundedDown(count), counted: count };
    next.set(cell, now);
    return count < fewest || now.published < fewest ? undefined : now.published;
  };
  const toldTotal = tell(totalCell, total);
  const cells = new Map<string, number>();
  const isEven = [...counts.values()].every((count) => count <= mostOfSlice * total);
  for (const [cell, count] of counts) {
    const toldCount = tell(cell, count);
    if (toldTotal !== undefined && isEven && toldCount !== undefined) cells.set(cell, toldCount);
  }
  return { slice: { ...(toldTotal !== undefined && { total: toldTotal }), cells }, told: next };
}

const roundedDown = (count: number): number => Math.floor(count / fewest) * fewest;
