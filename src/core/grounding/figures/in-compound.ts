import { smallNumbers } from '../../reading/numbers/number-lexicon.ts';
import type { SentenceReading } from '../reading.ts';
import { conceptsOf } from '../words/lexicon.ts';
import type { Quantity } from './quantities.ts';

const inDutch = 'twee drie vier vijf zes zeven acht negen tien elf twaalf'.split(' ');

/** How a Dutch word goes on behind its number, and what it counts so. */
const endings: [RegExp, string][] = [
  [/^daags/u, 'day'],
  [/^we(?:e|)k/u, 'week'],
  [/^maand/u, 'month'],
  [/^ja(?:a|)r/u, 'year'],
  [/^u(?:u|)r/u, 'hour'],
];
const people = /^(?:koppig|persoons|hoofdig)/u;
const leastRoot = 4;

/** "drie gangen" where a "driegangenmaaltijd" was said, "a crew of four" of a "vierkoppige ploeg": a Dutch word that begins with its number. */
export function isInCompound({ cited, folded, language }: SentenceReading, { values, unit, outOf, bound }: Quantity): boolean {
  const word = inDutch.find((each) => values.includes(smallNumbers[each] ?? 0));
  if (word === undefined || unit === undefined || unit.isMoney || outOf !== undefined || bound !== undefined) return false;
  const root = language === 'nl' ? folded.slice(unit.start, unit.end).replace(/(?:en|s)$/u, '') : '';
  const isOf = (rest: string): boolean =>
    (root.length >= leastRoot && rest.startsWith(root)) ||
    (unit.isPeople && people.test(rest)) ||
    endings.some(([pattern, sense]) => unit.senses.includes(sense) && pattern.test(rest)) ||
    (rest.length >= leastRoot && conceptsOf(rest, 'nl').some((sense) => unit.senses.includes(sense)));
  return cited.some(({ passages }) =>
    passages.some(
      ({ lang, tokens }) =>
        lang === 'nl' && tokens.some((token) => token.folded.startsWith(word) && isOf(token.folded.slice(word.length))),
    ),
  );
}
