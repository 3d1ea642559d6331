import type { Language } from '../../language.ts';
import { spelledAt } from '../../reading/numbers/number-words.ts';
import type { Stretch } from '../plain.ts';
import type { Token } from '../tokens.ts';
import { smallWords } from '../words/small-words.ts';

/** A figure of time that is told in more than a number. */
export interface Told extends Stretch {
  values: number[];
  isClock?: boolean;
}

const beforeHour = /(?:om|tot|vanaf|tegen|rond|omstreeks|voor|na|at|until|from|by|around) $/u;

/** "om half acht" is 7.30, "at half past seven" too. */
export function halfHour(folded: string, tokens: readonly Token[], index: number, language: Language): Told | undefined {
  const [token, next] = [tokens[index], tokens[index + 1]];
  if (token?.folded !== 'half' || !next || !beforeHour.test(folded.slice(Math.max(0, token.start - 12), token.start)))
    return undefined;
  const isPast = language === 'en' && next.folded === 'past';
  const at = index + (isPast ? 2 : 1);
  const spoken = language === 'nl' || isPast ? spelledAt(folded, tokens, at, language) : undefined;
  const last = spoken && tokens[at + spoken.words - 1];
  if (!spoken || !last || spoken.value < 1 || spoken.value > 12) return undefined;
  const values = isPast ? [spoken.value + 0.5, spoken.value + 12.5] : [spoken.value - 0.5, spoken.value + 11.5];
  return { values, start: token.start, end: last.end };
}

/** "from ten to five" is a stretch, "at ten to five" an hour. */
const atMinute = /(?<!\p{L})(?:om|tot|tegen|rond|omstreeks|at|until|by|around) $/u;
const minutesTold = new Set([5, 10, 15, 20, 25]);

/** "kwart over zes", "a quarter to nine", "om tien over zes". */
export function pastTheHour(folded: string, tokens: readonly Token[], index: number, language: Language): Told | undefined {
  const token = tokens[index];
  if (!token || language === 'fr') return undefined;
  const isQuarter = /^(?:kwart|quarter)$/u.test(token.folded);
  const led = isQuarter || atMinute.test(folded.slice(Math.max(0, token.start - 12), token.start));
  const minutes = isQuarter ? { value: 15, words: 1 } : led ? spelledAt(folded, tokens, index, language) : undefined;
  const side = minutes && tokens[index + minutes.words];
  if (
    !minutes ||
    !side ||
    !minutesTold.has(minutes.value) ||
    !(language === 'nl' ? /^(?:over|voor)$/u : /^(?:past|to)$/u).test(side.folded)
  )
    return undefined;
  const at = index + minutes.words + 1;
  const spoken = spelledAt(folded, tokens, at, language);
  const last = spoken && tokens[at + spoken.words - 1];
  if (!spoken || !last || spoken.value < 1 || spoken.value > 12) return undefined;
  const isPast = side.folded === 'over' || side.folded === 'past';
  const value = Math.round((spoken.value + ((isPast ? 1 : -1) * minutes.value) / 60) * 1e6) / 1e6;
  return { values: [value, value + 12], start: token.start, end: last.end };
}

const andHalf = /^ \p{L}+ (et demie?|en half|en een halve?|and a half)(?!\p{L})/u;
const andQuarter = /^ (?:heures?|uur|hours?|ans?|annees?|years?) (et quart|en een kwart|and a quarter)(?!\p{L})/u;
/** How much stands behind the unit of a whole number: "2 jours et demi". */
export function partAfterUnit(rest: string): number {
  const part = andHalf.exec(rest)?.[1] ?? andQuarter.exec(rest)?.[1] ?? andHalfBefore.exec(rest)?.[1];
  return part === undefined ? 0 : /qua?r/u.test(part) ? 0.25 : 0.5;
}

const andHalfBefore = /^ (and a half|en een halve?|et demie?)(?!\p{L})/u;

const hourThen = /^ ?(?:heures?|h|uur|u) /u;

/** "quatre heures et demie", "deux ans et demi", "six heures dix": what is told behind the unit belongs to the number. */
export function minutesAfter(
  folded: string,
  tokens: readonly Token[],
  { value, end }: { value: number; end: number },
  language: Language,
): Omit<Told, 'start'> | undefined {
  const rest = folded.slice(end, end + 40);
  const part = partAfterUnit(rest);
  // The unit stands behind the number all the same, and is found there.
  if (part > 0 && !andHalfBefore.test(rest)) return { values: [value + part], end };
  const hour = hourThen.exec(rest);
  if (!hour || value > 24 || language === 'en') return undefined;
  const index = tokens.findIndex(({ start }) => start === end + hour[0].length);
  const spoken = index < 0 ? undefined : spelledAt(folded, tokens, index, language);
  const last = spoken && tokens[index + spoken.words - 1];
  if (!spoken || !last || spoken.weak || spoken.value < 1 || spoken.value > 59) return undefined;
  // "à dix-sept heures dix personnes": the number has a noun of its own.
  const next = tokens[index + spoken.words];
  const isAlone = !next || !/^ ?$/u.test(folded.slice(last.end, next.start)) || smallWords[language].has(next.folded);
  return isAlone ? { values: [Math.round((value + spoken.value / 60) * 1e6) / 1e6], end: last.end, isClock: true } : undefined;
}

const nth =
  /(?<!\p{L})(?:in|vanaf|sinds|tot|na|op|voor|at|from|since|by|until|after|before|en|des|depuis|of|than at|dan in|vers|rond|tegen|tussen|entre|about|around|between|and|month|through) (?:la |le )?(?:week|semaine|dag|jour|day|maand|mois|month|jaar|year|annee|an) $|(?:^|(?<!\p{L})the )(?:week|day|month|year)[ -]$/u;

/** "in week two", "vanaf week één", "the month-six vote": the week is numbered, not counted. */
export const isNthTime = (folded: string, start: number): boolean => nth.test(folded.slice(Math.max(0, start - 28), start));
