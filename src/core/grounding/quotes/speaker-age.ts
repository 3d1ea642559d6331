import type { Language } from '../../language.ts';
import { spelledAt } from '../../reading/numbers/number-words.ts';
import { type Token, tokensOf } from '../tokens.ts';

/** Ages from so many years to so many: both the same where the very age is told. */
type Ages = readonly [number, number];

const inDigits =
  /(?<!\d)(\d{1,2})(?= ?-?(?:ans|jaar|jarige?|years?|yrs?)(?!\p{L}))|(?:aged?|agee?s?(?: de)?|leeftijd|[,(]) ?(\d{2})(?=\s*(?:$|[,;.)]))/gu;
const unit = /^(?:ans|jaar|year|years)$/u;
const joined = /^(\p{L}{3,})jarigen?$/u;
const longestNumber = 4;

/** "dans la soixantaine", "een zestiger", "in her sixties": which ten years. */
const decades: [RegExp, number][] = (
  [
    ['vingtaine|twintiger|twenties', 20],
    ['trentaine|trentenaire|dertiger|thirties', 30],
    ['quarantaine|quadragenaire|veertiger|forties', 40],
    ['cinquantaine|quinquagenaire|vijftiger|fifties', 50],
    ['soixantaine|sexagenaire|zestiger|sixties', 60],
    ['septantaine|septuagenaire|zeventiger|seventies', 70],
    ['octogenaire|tachtiger|eighties', 80],
    ['nonagenaire|negentiger|nineties', 90],
  ] as const
).map(([words, from]) => [new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'u'), from]);

const exactly = (age: number): Ages => [age, age];

function spelledAges(folded: string, tokens: readonly Token[], language: Language): Ages[] {
  return tokens.flatMap((token, at) => {
    const compound = language === 'nl' ? joined.exec(token.folded)?.[1] : undefined;
    if (compound !== undefined) {
      const value = spelledAt(compound, tokensOf(compound, language), 0, language)?.value;
      return value === undefined ? [] : [exactly(value)];
    }
    if (!unit.test(token.folded)) return [];
    for (let back = Math.min(longestNumber, at); back > 0; back -= 1) {
      const spoken = spelledAt(folded, tokens, at - back, language);
      if (spoken?.words === back) return [exactly(spoken.value)];
    }
    return [];
  });
}

/** How old somebody is said to be: "16", "seize ans", "een zestienjarige", "in her sixties". Folded. */
export function agesIn(folded: string, language: Language): Ages[] {
  const digits = [...folded.matchAll(inDigits)].map((match) => exactly(Number(match[1] ?? match[2])));
  const told = decades.flatMap(([words, from]): Ages[] => (words.test(folded) ? [[from, from + 9]] : []));
  return [...digits, ...told, ...spelledAges(folded, tokensOf(folded, language), language)];
}

export const isSameAge = (a: readonly Ages[], b: readonly Ages[]): boolean =>
  a.some(([from, to]) => b.some(([first, last]) => from <= last && first <= to));
