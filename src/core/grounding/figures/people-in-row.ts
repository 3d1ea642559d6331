import type { Language } from '../../language.ts';
import { overlaps, type Stretch } from '../plain.ts';
import type { Token } from '../tokens.ts';
import { peopleNames } from '../words/lexicon.ts';

const people = (token: Token | undefined): string[] => token?.concepts.filter((concept) => peopleNames.has(concept)) ?? [];

/** Several in one, who are none of their own. */
const together = new Set(['household', 'couple-people']);

/** "stagiaires parents", "porteurs bénévoles": in French a second name for the same people stands right behind the first. */
export function alsoCalled(folded: string, tokens: readonly Token[], at: number, language: Language): Token | undefined {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (language !== 'fr' || !token || !next || folded.slice(token.end, next.start) !== ' ') return undefined;
  const [first, second] = [people(token), people(next)];
  const isPlural = /[sx]$/u.test(token.folded) === /[sx]$/u.test(next.folded);
  return isPlural && first.length > 0 && second.length > 0 && ![...first, ...second].some((sense) => together.has(sense))
    ? next
    : undefined;
}

/** Two names that make up a third. */
const pairs: readonly (readonly [string, string, string])[] = [
  ['mother', 'father', 'parent'],
  ['woman', 'man', 'adult'],
  ['girl', 'boy', 'child'],
];

const linked: Record<Language, RegExp> = {
  fr: /^(?:,| et| ou|, et) (?:de |d'|des )?$/u,
  nl: /^(?:'s)?(?:,| en| of) $/u,
  en: /^(?:,| and| or|, and) $/u,
};

/** The young and the grown: everybody. */
const isWhole = (first: readonly string[], second: readonly string[] = []): boolean =>
  [first, second].some((each) => each.some((sense) => young.has(sense))) &&
  [first, second].some((each) => each.some((sense) => grown.has(sense)));
const young = new Set(['child', 'youth', 'boy', 'girl']);
const grown = new Set(['adult', 'elder', 'woman', 'man']);

/** "mothers and fathers", "children, young people and adults": all of them are counted together, whatever they are. */
export function peopleInRow(
  folded: string,
  tokens: readonly Token[],
  at: number,
  language: Language,
  numbers: readonly Stretch[],
): { senses: string[]; end: number } | undefined {
  const first = tokens[at];
  if (!first || people(first).length === 0) return undefined;
  const row = [first];
  for (let last = first; ;) {
    const next = tokens.find(({ start, content }) => start >= last.end + 2 && content);
    if (!next || !linked[language].test(folded.slice(last.end, next.start)) || people(next).length === 0) break;
    if (numbers.some((number) => overlaps(number, next))) break;
    row.push(next);
    last = next;
  }
  const end = row.at(-1)?.end ?? first.end;
  if (row.length < 2 || !/ (?:et|ou|en|of|and|or) /u.test(folded.slice(first.start, end))) return undefined;
  const own = people(first);
  const [second] = row.slice(1).map((token) => people(token));
  const whole = pairs.find(([a, b]) => (own.includes(a) && second?.includes(b)) || (own.includes(b) && second?.includes(a)));
  if (whole && row.length === 2) return { senses: [...own, ...(second ?? []), whole[2]], end };
  return row.length > 2 || isWhole(own, second)
    ? { senses: ['person', ...row.flatMap((token) => people(token))], end }
    : undefined;
}
