import type { Stretch } from '../plain.ts';

const namedByAge =
  /^(?:-?plus(?:sers?)?(?= ?(?:[^\p{L} ]|$)| (?!\p{L}+(?:en|s)(?!\p{L})))|-plussers?|\+['’-]?ers?|-?jarigen?|(?:-| )year-?olds?)(?!\p{L})/u;

/** "75-plussers", "65+'ers", "16-jarigen", "twelve-year-olds": people named after their age. */
export const isNamedByAge = (folded: string, { end }: Stretch): boolean => namedByAge.test(folded.slice(end, end + 14));

const ageInName =
  /^ (?:(under|over)-(\d{1,2})s?|(\d{1,2})(?:-?plus(?:sers?)?|\+['’-]?ers?|-?jarigen?|(?:-| )year-?olds?))(?!\p{L})/u;
const youngest = 26;
const oldAge = 50;

/** "1,900 under-18s", "de twee 75-plussers": who is counted, and where their name ends. */
export function peopleOfAge(rest: string): { senses: string[]; length: number } | undefined {
  const match = ageInName.exec(rest);
  if (!match) return undefined;
  const age = Number(match[2] ?? match[3]);
  const old = age >= oldAge ? ['elder'] : ['adult'];
  const senses = match[1] === 'under' || (match[1] === undefined && age < youngest) ? ['child', 'youth'] : old;
  return { senses, length: match[0].length };
}
