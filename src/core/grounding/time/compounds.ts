import { wholeWords } from '../../reading/text/normalise.ts';
import type { SentenceReading } from '../reading.ts';
import { isSaid, type Season, type When } from './when.ts';

const seasons: Record<Season, RegExp> = {
  spring: wholeWords('(?:lente|voorjaars?|spring|printan)\\p{L}{2,}'),
  summer: wholeWords('(?:zomer|summer|estiva)\\p{L}{2,}'),
  autumn: wholeWords('(?:herfst|najaars?|autumn)\\p{L}{2,}'),
  winter: wholeWords('(?:winter|hiverna)\\p{L}{2,}'),
};
const months = 'januari februari maart april mei juni juli augustus september oktober november december'
  .split(' ')
  .map((month) => wholeWords(`${month}\\p{L}{2,}`));

/** "the summer closure" where the answer speaks of a "zomersluiting": a season or a month that a longer word begins with. */
export function isCompounded({ cited }: SentenceReading, { season, month, day, year, toMonth }: When): boolean {
  const pattern = season === undefined ? months[(month ?? 0) - 1] : seasons[season];
  if (!pattern || day !== undefined || toMonth !== undefined) return false;
  return cited.some(
    ({ passages, dates }) =>
      passages.some(({ folded }) => pattern.test(folded)) && (year === undefined || isSaid({ year }, dates)),
  );
}
