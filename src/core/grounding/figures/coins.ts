import type { Language } from '../../language.ts';
import { spelledAt } from '../../reading/numbers/number-words.ts';
import type { SeenNumber } from './numbers.ts';
import type { Token } from '../tokens.ts';
import { smallWords } from '../words/small-words.ts';

const currency = /^ ?(?:€|£|\$|euros?|pounds?|livres?|dollars?|pond) ?(?=[\p{L}\d])/u;

/** "4 € 50", "vier euro vijftig", "four pounds fifty": the change that belongs to a sum, and where it ends. */
export function coinsAfter(
  folded: string,
  tokens: readonly Token[],
  { values, end, ordinal, label }: SeenNumber,
  language: Language,
): { value: number; end: number } | undefined {
  const sign = currency.exec(folded.slice(end, end + 12));
  if (!sign || ordinal || label !== undefined || !values.every((value) => Number.isInteger(value))) return undefined;
  const start = end + sign[0].length;
  const digits = /^\d\d(?!\d|[.,]\d|\p{L})/u.exec(folded.slice(start, start + 3));
  const index = tokens.findIndex((token) => token.start === start);
  const spoken = digits || index < 0 ? undefined : spelledAt(folded, tokens, index, language);
  const last = digits ? start + 2 : spoken && !spoken.weak && tokens[index + spoken.words - 1]?.end;
  const cents = digits ? Number(digits[0]) : (spoken?.value ?? 0);
  // "à deux euros dix personnes": the number counts what stands behind it.
  const isAlone = typeof last === 'number' && !/^ \p{L}/u.test(folded.slice(last, last + 2));
  const next = tokens.find((token) => typeof last === 'number' && token.start === last + 1);
  const isFollowed =
    typeof last === 'number' &&
    (followers.test(folded.slice(last, last + 14)) ||
      (next !== undefined &&
        cents % 5 === 0 &&
        cents > 9 &&
        (smallWords[language].has(next.folded) || !several.test(next.folded))));
  return typeof last === 'number' && cents > 0 && cents < 100 && (isAlone || isFollowed)
    ? { value: cents / 100, end: last }
    : undefined;
}

/** What may be counted stands in the plural. */
const several = /(?:s|x|en|people|men|children)$/u;

const followers =
  /^ (?:par|per|pour|voor|a|an|le|la|l'|de|the|each|every|chaque|elke|et|en|and|ou|of|or|krijg\p{L}*|is|est|was|betaal\p{L}*|op|in|for|at|on)(?!\p{L})/u;
