import type { Language } from '../../language.ts';
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
const ofAge = /(?:^|[^\p{L}])(?:under|over)[ -]$/u;

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

/** Tenths that are told behind the measure: "onze tonnes quatre". */
const tenths = ['un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf'];
const spokenTenths = new RegExp(
  `^ (?:tonnes?|hectares?|kilos?|degres?|kilometres?|litres?) (${tenths.join('|')})(?= (?:de|d'|en|par|pour|a|au|cette|sur)(?!\\p{L})|[ .,;:!?)]*$|[.,;:!?)])`,
  'u',
);

/** How much a French measure has behind it: 0.4 in "onze tonnes quatre". */
export function tenthsAfter(rest: string): { part: number; end: number } | undefined {
  const match = spokenTenths.exec(rest);
  return match?.[1] === undefined ? undefined : { part: (tenths.indexOf(match[1]) + 1) / 10, end: match[0].length };
}
