import type { SeenNumber } from './numbers.ts';
import type { Token } from '../tokens.ts';
import { made, type Unit } from './units.ts';

const before = /(?<!\p{L})een (dag|week|maand|jaar|uur|minuut|man|stuk|keer|kilometer|meter|kilo|euro) of $/u;

/** "een dag of veertien", "een man of twintig": in Dutch what is counted may stand before a number that is about so many. */
export const isSomeBefore = (folded: string, start: number): boolean => before.test(folded.slice(Math.max(0, start - 20), start));

/** What such a number counts; "een stuk of tien" has its noun behind it, as other numbers have. */
export function someBefore(folded: string, tokens: readonly Token[], { start, end }: SeenNumber): Unit | undefined {
  const noun = before.exec(folded.slice(Math.max(0, start - 20), start))?.[1];
  if (noun === undefined || noun === 'stuk') return undefined;
  const token = tokens.findLast((each) => each.end <= start && each.folded === noun);
  if (!token) return undefined;
  return noun === 'man' ? made(['person'], 'person', start, end) : made([...token.concepts], token.stem, start, end);
}
