import type { Language } from '../../language.ts';
import { spelledAt } from '../../reading/numbers/number-words.ts';
import { partOf } from '../../reading/numbers/number-lexicon.ts';
import type { Stretch } from '../plain.ts';
import type { Token } from '../tokens.ts';

/** A number within a longer word, or a noun that is one, with what it counts by itself. */
export interface NumberNoun extends Stretch {
  value: number;
  counts?: 'euro' | 'year';
}

const halves = ['een', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien'];
const notes: Record<string, number> = { tientje: 10, tientjes: 10 };
/** Before an age that a hyphen joins it to: "under-18s". */
export const ofAge = /(?:^|[^\p{L}])(?:under|over)[ -]$/u;

/** "een tientje", "drieënhalve", "under-fives", "over-sixties": what such a word is worth. */
export function numberNoun(folded: string, token: Token, language: Language): NumberNoun | undefined {
  const { start, end } = token;
  const word = token.folded;
  if (language === 'nl') {
    const note = notes[word];
    if (note !== undefined) return { value: note, counts: 'euro', start, end };
    const whole = halves.indexOf(/^(\p{L}+?)enhal(?:f|ve)$/u.exec(word)?.[1] ?? '') + 1;
    return whole > 0 ? { value: whole + 0.5, start, end } : undefined;
  }
  if (language !== 'en' || !word.endsWith('s') || !ofAge.test(folded.slice(Math.max(0, start - 7), start))) return undefined;
  const one = word.endsWith('xes') ? word.slice(0, -2) : word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  const part = partOf({ ...token, folded: one }, 'en');
  return part?.as === 'small' || part?.as === 'tens' ? { value: part.value, counts: 'year', start, end } : undefined;
}

const measure = /^ (?:tonnes?|hectares?|kilos?|degres?|kilometres?|litres?) /u;
const closes = /^(?:$|[ .,;:!?)]*$|[.,;:!?)]| (?:de|d'|des|en|par|pour|a|au|cette|sur|ont|sont|et)(?![\p{L}]))/u;

/** How much a French measure has behind it: 0.4 in "onze tonnes quatre", 0.85 in "une tonne huit cent cinquante". */
export function partAfterMeasure(
  folded: string,
  tokens: readonly Token[],
  end: number,
): { part: number; end: number } | undefined {
  const unit = measure.exec(folded.slice(end, end + 16));
  const at = unit ? tokens.findIndex(({ start }) => start === end + unit[0].length) : -1;
  const spoken = at < 0 ? undefined : spelledAt(folded, tokens, at, 'fr');
  const last = spoken && tokens[at + spoken.words - 1];
  if (!spoken || !last || spoken.value < 1 || spoken.value > 999 || !closes.test(folded.slice(last.end, last.end + 12)))
    return undefined;
  // Three figures behind tonnes are kilos, two are hundredths, one is tenths.
  const digits = String(spoken.value).length;
  return { part: spoken.value / 10 ** digits, end: last.end };
}
