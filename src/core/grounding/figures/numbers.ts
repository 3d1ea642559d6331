import type { Language } from '../../language.ts';
import { findIdioms } from '../../reading/numbers/idioms.ts';
import { partOf } from '../../reading/numbers/number-lexicon.ts';
import { spelledAt } from '../../reading/numbers/number-words.ts';
import { wholeWords } from '../../reading/text/normalise.ts';
import { coinsAfter } from './coins.ts';
import { numberNoun, ofAge, partAfterMeasure } from './number-nouns.ts';
import { halfHour, isNthTime, minutesAfter, partAfterUnit, pastTheHour } from '../time/clock.ts';
import type { Stretch } from '../plain.ts';
import { overlaps } from '../plain.ts';
import type { Token } from '../tokens.ts';
import { labelled, moreIdioms } from '../words/figure-words.ts';
import { ranks } from '../words/ranks.ts';

/** A number as it stands in a text, before anybody asks what it counts. */
export interface SeenNumber extends Stretch {
  /** What it can be: `1.250` is read in two ways. */
  values: number[];
  spelled: boolean;
  ordinal: boolean;
  /** Round by its word: dizaine, dozen, twintigtal. */
  round: boolean;
  /** Only an article may be meant. */
  weak: boolean;
  /** An hour of the day: "8 h 30", "half negen". */
  isClock?: boolean;
  /** Where what belongs to it ends, behind its measure: "onze tonnes quatre". */
  until?: number;
  /** Its word tells what it counts: "een tientje", "under-fives". */
  counts?: 'euro' | 'year';
  /** Part of a name or a mark, such as "article 60" or B1: what has to be found as it is written. */
  label?: string;
}

const digits = /(?:\d{1,3}(?:([ .,'])\d{3})(?:\1\d{3})*(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?)/uy;
const ordinalEnding = /^(?:ers?|eres?|re|e|eme|emes|ieme|iemes|nd|nde|de|ste|st|th|rd)(?![\p{L}\p{N}])/u;
const timesEnding =
  /^ ?(?:(k|m)(?![\p{L}\p{N}])|(millions?|miljoen|mille|duizend|thousand|milliards?|miljard|billions?)(?![\p{L}]))/u;
const timesValues: Record<string, number> = {
  k: 1e3,
  m: 1e6,
  mi: 1e6,
  mille: 1e3,
  th: 1e3,
  du: 1e3,
  milliard: 1e9,
  bi: 1e9,
  miljard: 1e9,
};

const idioms = wholeWords(moreIdioms.join('|'), 'gu');

/** Ranks with more than one sense, which count only beside what they rank. */
const doubtfulRanks: Record<string, number> = {
  seconde: 2,
  second: 2,
  dernier: -1,
  derniere: -1,
  derniers: -1,
  laatste: -1,
  last: -1,
  premier: 1,
  premiers: 1,
  premiere: 1,
  premieres: 1,
  eerste: 1,
  first: 1,
};
const longestRank = 4;

/** "vingt-cinquième", "twenty-fifth": how manyth, and where the words of it end. */
function rankAt(tokens: readonly Token[], folded: string, index: number, language: Language): Rank | undefined {
  const first = tokens[index];
  if (!first) return undefined;
  const row = tokens.slice(index, index + longestRank);
  for (let length = row.length; length > 0; length -= 1) {
    const words = row.slice(0, length);
    const end = words.at(-1)?.end ?? first.end;
    const value = ranks[language].get(folded.slice(first.start, end).replaceAll('-', ' '));
    if (value !== undefined) return { value, end };
  }
  const value = Object.hasOwn(doubtfulRanks, first.folded) ? doubtfulRanks[first.folded] : undefined;
  return value === undefined ? undefined : { value, end: first.end };
}

interface Rank {
  value: number;
  end: number;
}

/** What is left of a number that is the first of something: "les trois premiers mois" counts, "le premier lundi" ranks. */
const ranksFirst =
  /^ ?(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?|(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)(?:en)?|annee|mois|semaine|trimestre|semestre|jour|jaar|maand|week|kwartaal|dag|year|month|day|quarter)(?!\p{L})/u;

const weekday =
  '(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|monday|tuesday|wednesday|thursday|friday|saturday|sunday)';
const ofTheMonth = new RegExp(`^ ?${weekday}s? (?:d'|(?:du|de|de chaque|van|of|in)(?!\\p{L}))`, 'u');
const anyWeekday = new RegExp(`^ ?${weekday}(?:s|en)?(?!\\p{L})`, 'u');
const eachOfThem = /(?:^|[^\p{L}])(?:chaque|tous les|elke|iedere|every|each) $/u;

/** "le dernier lundi du mois", "last Friday of each month", "chaque dernier mercredi"; elsewhere "last" tells a day. */
const isLastOfMonth = (folded: string, { start }: Stretch, end: number): boolean => {
  const behind = folded.slice(end, end + 32);
  return ofTheMonth.test(behind) || (eachOfThem.test(folded.slice(Math.max(0, start - 10), start)) && anyWeekday.test(behind));
};

/** "six jours sur sept": the days of a week count nothing of their own. */
const isOfWeek = (folded: string, number: SeenNumber): boolean =>
  number.values[0] === 7 &&
  /(?:jours?|dagen|days) (?:sur|op|out of|in) $/u.test(folded.slice(Math.max(0, number.start - 16), number.start));

function valuesOf(text: string, sign: string | undefined, language: Language): number[] {
  const plain = (part: string): number => Number(part.replaceAll(/[^\d.]/g, ''));
  if (sign === undefined) {
    return [plain(text.replace(',', '.'))];
  }
  const parts = text.split(sign);
  const tail = /[.,]\d+$/u.exec(parts.at(-1) ?? '');
  const grouped = plain(text.replaceAll(sign, '').replace(',', '.'));
  if (tail || parts.length > 2 || sign === ' ' || sign === "'") return [grouped];
  const decimal = plain(parts.join('.'));
  const isGrouped = sign === ',' ? language === 'en' : language !== 'en';
  return isGrouped ? [grouped, decimal] : [decimal, grouped];
}

/** The numbers of a text from the left, those in `taken` (dates, shares) left out. `folded` and `tokens` are of the same text. */
export function findNumbers(
  folded: string,
  tokens: readonly Token[],
  language: Language,
  taken: readonly Stretch[],
): SeenNumber[] {
  const skipped = [
    ...findIdioms(folded),
    ...[...folded.matchAll(idioms)].map((m) => ({ start: m.index, end: m.index + m[0].length })),
  ];
  const isOneOf = (stretches: readonly Stretch[], place: Stretch): boolean => stretches.some((each) => overlaps(each, place));
  const found: SeenNumber[] = [];
  let free = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.start < free || isOneOf(taken, token)) continue;
    const number = /\d/u.test(token.folded)
      ? inDigits(folded, token, language)
      : isOneOf(skipped, token)
        ? undefined
        : inWords(folded, tokens, index, language);
    if (!number || isOneOf(taken, number) || isOfWeek(folded, number)) continue;
    const change = coinsAfter(folded, tokens, number, language);
    found.push(change ? { ...number, values: number.values.map((value) => value + change.value) } : inWholeCoins(folded, number));
    free = change?.end ?? number.until ?? number.end;
  }
  return found;
}

/** "40 centimes" are 0.40 euros. */
const inWholeCoins = (folded: string, number: SeenNumber): SeenNumber =>
  !number.ordinal && number.label === undefined && coins.test(folded.slice(number.end, number.end + 12))
    ? { ...number, values: number.values.map((value) => value / 100) }
    : number;

const coins = /^ ?(?:centimes?|(?:euro)?cents?|pence)(?!\p{L})/u;

const isLetterBefore = (folded: string, at: number): boolean => /[\p{L}_]-?$/u.test(folded.slice(Math.max(0, at - 2), at));

function inDigits(folded: string, token: Token, language: Language): SeenNumber | undefined {
  const bare = { spelled: false, ordinal: false, round: false, weak: false, isClock: false };
  const before = folded.slice(Math.max(0, token.start - 24), token.start);
  const glued = !/^\d/u.test(token.folded) || isLetterBefore(folded, token.start);
  // "under-18s", "over-60s"
  const aged = ofAge.test(before) ? /^(\d{1,2})s$/u.exec(token.folded) : null;
  if (aged) return { ...bare, values: [Number(aged[1])], start: token.start, end: token.end, counts: 'year' };
  digits.lastIndex = token.start;
  const match = glued ? null : digits.exec(folded);
  if (!match) return { ...bare, values: [], start: token.start, end: token.end, label: token.folded };
  let end = token.start + match[0].length;
  let values = valuesOf(match[0], match[1], language);
  const label = labelled.exec(before);
  if (label) return { ...bare, values, start: token.start, end, label: `${label[0]}${match[0]}`.trim() };
  const rest = folded.slice(end, end + 14);
  if (isNthTime(folded, token.start) && !/^[.,:%€]?\d|^ ?[%€]/u.test(rest))
    return { ...bare, values, ordinal: true, start: token.start, end };
  const ordinal = ordinalEnding.exec(rest);
  if (ordinal) return { ...bare, values, ordinal: true, start: token.start, end: end + ordinal[0].length };
  const metres = metresThen.exec(rest)?.[1];
  const thousands = metres === undefined ? timesEnding.exec(rest) : null;
  // "25 m" are metres, "€2m" millions.
  const times = thousands?.[1] === 'm' && !isMillion(folded, token.start, end + thousands[0].length) ? null : thousands;
  if (times) {
    const key = times[1] ?? times[2] ?? '';
    const by = timesValues[key] ?? timesValues[key.replace(/s$/u, '')] ?? timesValues[key.slice(0, 2)] ?? 1;
    values = values.map((value) => value * by);
    end += times[0].length;
  } else if (partAfterUnit(folded.slice(end, end + 40)) > 0 && !match[0].includes(',')) {
    const part = partAfterUnit(folded.slice(end, end + 40));
    values = values.map((value) => value + part);
  } else if (metres !== undefined) {
    values = values.map((value) => value + Number(metres) / 100);
  } else if (rest.startsWith('½')) {
    values = values.map((value) => value + 0.5);
    end += 1;
  }
  const dotted = /^(\d{1,2})[.,]([0-5]\d)$/u.exec(match[0]);
  if (dotted && Number(dotted[1]) < 24 && /^ ?(?:uur|u|h)(?!\p{L})/u.test(rest))
    values = [Number(dotted[1]) + Number(dotted[2]) / 60];
  const clock = /^(?: ?([hu]) ?|:)([0-5]\d)(?!\d|[.,]\d)/u.exec(folded.slice(end, end + 8));
  if (clock?.[2] && values.every((value) => value < 24)) {
    values = values.map((value) => value + Number(clock[2]) / 60);
    end += clock[0].length;
    bare.isClock = true;
  }
  // "8 pm" and "20 h" are the same hour.
  if (/^ ?p\.?m(?!\p{L})/u.test(rest)) values = values.flatMap((value) => [value, value + 12]);
  return { ...bare, values: values.map((value) => Math.round(value * 1e6) / 1e6), start: token.start, end };
}

/** An m behind a sum of money, or behind a number of people that it is stuck to. */
const isMillion = (folded: string, start: number, end: number): boolean =>
  /[€$£] ?$/u.test(folded.slice(Math.max(0, start - 2), start)) ||
  /^ ?(?:[€$£]|eur|usd|gbp|pounds?|pond|dollars?|livres?)/u.test(folded.slice(end, end + 8)) ||
  (folded[end - 2] !== ' ' &&
    /^ (?:people|inhabitants|residents|personnes|habitants|mensen|inwoners)/u.test(folded.slice(end, end + 14)));

/** "1 m 40", "1 meter 40". */
const metresThen = /^ ?(?:m|metres?|meter) ?(\d\d)(?!\d|[.,]\d| ?(?:\p{L}{3}|%|€))/u;

/** "12 pour cent", and not "pour cent vingt personnes" or "pour cent personnes" with no number before. */
const isPercentSign = (folded: string, tokens: readonly Token[], index: number, language: Language): boolean => {
  const start = tokens[index]?.start ?? 0;
  if (!/(?:per|pour) $/u.test(folded.slice(Math.max(0, start - 5), start))) return false;
  const counted = tokens[index - 2];
  const part = counted && partOf(counted, language);
  // "84 pour cent deux ans plus tôt": a number stands before it.
  if (counted && (/\d$/u.test(counted.folded) || part?.as === 'small' || part?.as === 'tens' || part?.as === 'compound'))
    return true;
  return (spelledAt(folded, tokens, index, language)?.value ?? 100) === 100;
};

const spelledNumber = { spelled: true, ordinal: false, round: false, weak: false };

function inWords(folded: string, tokens: readonly Token[], index: number, language: Language): SeenNumber | undefined {
  const token = tokens[index];
  if (!token) return undefined;
  const rank = rankAt(tokens, folded, index, language);
  if (rank && rank.value < 0 && !isLastOfMonth(folded, token, rank.end)) return undefined;
  // "les trois premiers mois" are counted; "tous les premiers lundis" ranks.
  if (/^premi(?:er|ere)s$/u.test(token.folded) && !/^ \p{L}+di[s]? /u.test(`${folded.slice(token.end, token.end + 12)} `))
    return undefined;
  if (rank && (rank.value !== 1 || ranksFirst.test(folded.slice(rank.end, rank.end + 12)))) {
    const isFollowed =
      rank.value !== 1 ||
      !/^(?:les|des|aux|de|the|nos|onze) (?:\S+ )$/u.test(folded.slice(Math.max(0, token.start - 12), token.start));
    return isFollowed ? { ...spelledNumber, values: [rank.value], start: token.start, end: rank.end, ordinal: true } : undefined;
  }
  // "nul n'y a accès", "nulle part": nobody, nowhere.
  if (language === 'fr' && token.folded === 'nul') return undefined;
  const clock = halfHour(folded, tokens, index, language) ?? pastTheHour(folded, tokens, index, language);
  if (clock) return { ...spelledNumber, ...clock, isClock: true };
  if (token.folded === 'cent' && isPercentSign(folded, tokens, index, language)) return undefined;
  // "half a dozen" are six.
  const dozen = /^half (?:a )?(?:dozen|dozijn)(?!\p{L})/u.exec(folded.slice(token.start, token.start + 16));
  if (dozen) return { ...spelledNumber, values: [6], start: token.start, end: token.start + dozen[0].length };
  if (/^(?:score|couple|half|halve|demi|demie|and|et|en|of)$/u.test(token.folded)) return undefined;
  const noun = numberNoun(folded, token, language);
  if (noun) return { ...spelledNumber, ...noun, values: [noun.value] };
  if (token.folded === 'twice' || token.folded === 'tweemaal')
    return { values: [2], start: token.start, end: token.end, spelled: true, ordinal: false, round: false, weak: false };
  // "an acre and a half"
  if (/^an?$/u.test(token.folded) && /^ \p{L}+ and a half(?!\p{L})/u.test(folded.slice(token.end, token.end + 32)))
    return { ...spelledNumber, values: [1.5], start: token.start, end: token.end };
  const spelled = spelledAt(folded, tokens, index, language);
  const last = spelled && tokens[index + spelled.words - 1];
  if (!spelled || !last) return undefined;
  const label = labelled.exec(folded.slice(Math.max(0, token.start - 24), token.start));
  const behind = language === 'fr' ? partAfterMeasure(folded, tokens, last.end) : undefined;
  if (behind)
    return { ...spelledNumber, values: [spelled.value + behind.part], start: token.start, end: last.end, until: behind.end };
  const ofHour = minutesAfter(folded, tokens, { value: spelled.value, end: last.end }, language);
  if (ofHour) return { ...spelledNumber, ...ofHour, start: token.start };
  if (isNthTime(folded, token.start))
    return { ...spelledNumber, values: [spelled.value], start: token.start, end: last.end, ordinal: true };
  return {
    values: [spelled.value],
    start: token.start,
    end: last.end,
    spelled: true,
    ordinal: false,
    round: spelled.approximate,
    weak: spelled.weak || (spelled.value === 1 && spelled.words === 1),
    ...(label && { label: `${label[0]}${spelled.value}` }),
  };
}
