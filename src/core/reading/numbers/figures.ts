import type { Language } from '../../language.ts';
import type { Word } from '../text/normalise.ts';
import { fold, wordsOf } from '../text/normalise.ts';
import { findIdioms } from './idioms.ts';
import { spelledAt } from './number-words.ts';
import type { Unit } from './units.ts';
import { unitAfter, withPeriod } from './units.ts';

/** A number found in a text. */
export interface Figure {
  value: number;
  /** What `1.200` or `1,200` would be with the other sense of its sign. */
  otherwise?: number;
  /** The upper end, for "80 à 90"; `value` is the lower one. */
  upTo?: number;
  start: number;
  end: number;
  approximate: boolean;
  spelled: boolean;
  /** Only an article may be meant. */
  weak: boolean;
  negative: boolean;
  /** Looks like a calendar year and stands where one does. */
  year: boolean;
  ordinal: boolean;
  unit?: Unit;
}

// Nobody writes a number further down; a long text is not scanned for one.
const longestScan = 2000;

const grouped = /(?:\d{1,3})(?:([ .,'])\d{3})(?:\1\d{3})*(?!\d)(?:[.,]\d+(?!\d))?/uy;
const plain = /\d+(?:[.,]\d+(?![\d.,]*\d))?/uy;
const ordinalSuffix = /(?:er|ere|re|e|eme|ieme|nd|nde|de|ste|st|th|rd)(?![\p{L}\p{N}])/uy;
const clock = / ?[hu] ?([0-5]\d)(?!\d)/uy;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const toNumber = (digits: string): number => Number(digits.replace(/[^\d.]/g, ''));

/** The number written in digits at a place, both ways it can be meant. */
function digitsAt(
  folded: string,
  at: number,
  language: Language,
): { value: number; otherwise?: number; end: number } | undefined {
  const inGroups = matchAt(grouped, folded, at);
  if (inGroups && !inGroups[0].startsWith('0')) {
    const [whole, sign = ''] = inGroups;
    const end = at + whole.length;
    const parts = whole.split(sign);
    const decimals = /[.,]\d+$/.exec(parts.at(-1) ?? '');
    if (decimals || parts.length > 2 || sign === ' ' || sign === "'") {
      const number = whole.replaceAll(sign, '').replace(',', '.');
      return { value: toNumber(number), end };
    }
    const asGroups = toNumber(parts.join(''));
    const asDecimals = toNumber(parts.join('.'));
    const isGroups = sign === ',' ? language === 'en' : language !== 'en';
    return isGroups ? { value: asGroups, otherwise: asDecimals, end } : { value: asDecimals, otherwise: asGroups, end };
  }
  const found = matchAt(plain, folded, at);
  if (!found) return undefined;
  const [digits] = found;
  if (/^0\d/.test(digits) || digits.length > 15) return undefined;
  return { value: toNumber(digits.replace(',', '.')), end: at + digits.length };
}

const aroundBefore =
  /(?<![\p{L}])(?:environ|env\.?|a peu pres|approximativement|approx\.?|autour de|pres de|presque|plus de|moins de|au moins|au minimum|minimum|min\.?|maximum|max\.?|au maximum|au plus|jusqu'a|quelque|dans les|une bonne|une petite|grosso modo|pas loin de|je dirais|on dirait|disons|mettons|~|≈|±|\+\/-|plus ou moins|ongeveer|circa|ca\.?|zowat|zo'n|rond de|rond|om en bij|ruim|zeker|goed|ik zou zeggen|laten we zeggen|bijna|meer dan|minder dan|minstens|hoogstens|tot|een goe(?:i)?e|een kleine|plusminus|naar schatting|about|around|roughly|approximately|some|nearly|almost|over|more than|less than|at least|at most|up to|under|close to|upwards of|i'd say|let's say|a good|c\.) ?(?:d'|de |les |des |une |un |een |a |the )?$/u;
const aroundAfter =
  /^[ ,]*(?:\p{L}+ ){0,2}?(?:environ|et quelques|et des poussieres|a peu pres|ou plus|ou moins|plus ou moins|\+(?! ?\d)|ongeveer|of zo|of meer|or so|or more|ish\b|-ish\b|more or less|approx|peut-etre|je pense|je crois|de memoire|denk ik|schat ik|i think|i guess|roughly|grosso modo)/u;

const yearBefore =
  /(?:\b(?:(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|januari|februari|maart|april|mei|juni|juli|augustus|oktober|january|february|march|may|june|july|august|september|october|november|december)|en|in|annee|jaar|year|sur|pour|over|voor|for|since|depuis|sinds|fin|debut|eind|end of|exercice|boekjaar|pendant|durant|during|tijdens)|[(/]) ?(?:l'annee |l'an |l'exercice |het jaar |the year )?$/u;
const isYear = (value: number): boolean => Number.isInteger(value) && value >= 1950 && value <= 2100;

// Days written with digits and telephone numbers are no counts.
const noCounts =
  /(?<!\d)(?:\+\d{2} ?\d|0\d)(?:[ ./-]?\d{2,3}){3,4}(?!\d)|\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}|(?<!\d)\d{1,2}(?:er|e|st|nd|rd|th|ste|de)? (?:of )?(?:janv|fevr|mars|avr|mai\b|juin|juil|aout|sept|oct|nov|dec|jan|feb|maart|apr|mei\b|juni|juli|aug|okt|march|may\b|june|july)\p{L}*\.?|(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}(?!\d)/gu;

/** All the numbers of a text, from the left; `slash: 'apart'` keeps the two numbers of 14/22 and 14-22 apart. Dates, turns of phrase, identifiers (B12) and phone numbers are not among them. */
export function findFigures(text: string, language: Language, options: { slash?: 'range' | 'apart' } = {}): Figure[] {
  const scanned = text.slice(0, longestScan);
  const folded = fold(scanned);
  const words = wordsOf(scanned);
  const skipped = [
    ...findIdioms(folded),
    ...[...folded.matchAll(noCounts)].map((m) => ({ start: m.index, end: m.index + m[0].length })),
  ];
  const figures: Figure[] = [];
  let free = 0;
  for (const [index, word] of words.entries()) {
    if (word.start < free || skipped.some((span) => word.start >= span.start && word.start < span.end)) continue;
    const figure = /^\p{Nd}/u.test(word.folded)
      ? digitFigure(scanned, folded, words, word.start, language)
      : spelledFigure(scanned, folded, words, index, language);
    if (!figure) continue;
    figures.push(figure);
    free = figure.end;
  }
  return joinRanges(folded, figures, options.slash === 'apart' ? '' : language === 'nl' ? '/-of' : '/-');
}

function digitFigure(text: string, folded: string, words: Word[], start: number, language: Language): Figure | undefined {
  const read = digitsAt(folded, start, language);
  if (
    !read ||
    /[\p{L}_]-?$/u.test(folded.slice(Math.max(0, start - 2), start)) ||
    /\d[.,]$/.test(folded.slice(Math.max(0, start - 2), start))
  )
    return undefined;
  let { value, end } = read;
  let approximate = false;
  let unit: Unit | undefined;
  let ordinal = false;
  const hours = matchAt(clock, folded, end);
  const fraction = /^\/([24])(?= ?(?:h|heure|jour|journee|dag|uur|day|hour|an\b))/u.exec(folded.slice(end, end + 12));
  if (hours?.[1] && Number.isInteger(value) && value < 1000) {
    value += Number(hours[1]) / 60;
    end += hours[0].length;
    unit = withPeriod(
      { kind: 'hour', said: hours[0].includes('u') ? 'uur' : 'h', general: false, end },
      text,
      folded,
      words,
      end,
    );
  } else if (fraction?.[1] && value === 1) {
    value /= Number(fraction[1]);
    end += fraction[0].length;
  } else if (matchAt(ordinalSuffix, folded, end)) {
    ordinal = true;
    end += matchAt(ordinalSuffix, folded, end)?.[0].length ?? 0;
  } else {
    const suffix = /^( ?k(?![\p{L}\p{N}])|m(?![\p{L}\p{N}])|-?(?:tal|ish)(?![\p{L}\p{N}])|½|\+)/u.exec(
      folded.slice(end, end + 6),
    );
    if (suffix) {
      end += suffix[0].length;
      if (suffix[0].trim() === 'k') value *= 1000;
      else if (suffix[0] === 'm') value *= 1_000_000;
      else if (suffix[0] === '½') value += 0.5;
      else approximate = true;
    }
  }
  unit ??= unitAfter(text, folded, unitWords(folded, words, end), end);
  const half = halfAfter(folded, unit);
  if (half > 0 && unit) {
    value += 0.5;
    end = half;
    unit = withPeriod(unit, text, folded, words, half);
  }
  // Letters that are neither a suffix nor a unit: "3D", "5e2x" name something.
  if (!unit && !ordinal && /^\p{L}/u.test(folded.slice(end, end + 2))) return undefined;
  const before = folded.slice(Math.max(0, start - 40), start);
  const bullet = /(?:^|[\s(:;,])-$/u.test(before) && !/[\d\p{L}] ?-$/u.test(before);
  return {
    value: Math.round(value * 1e9) / 1e9,
    ...(read.otherwise !== undefined && read.end === end && { otherwise: read.otherwise }),
    start,
    end,
    approximate: approximate || aroundBefore.test(before) || aroundAfter.test(folded.slice(end, end + 40)),
    spelled: false,
    weak: false,
    negative: bullet || isNegative(before),
    year: isYear(value) && /^\d{4}$/.test(folded.slice(start, end)) && !unit && yearBefore.test(before),
    ordinal,
    ...(unit && { unit }),
  };
}

/** A unit glued to its number ("6h", "12km") begins inside a word: the words as they are seen from the end of the number. */
function unitWords(folded: string, words: Word[], from: number): Word[] {
  const glued = words.find((word) => word.start < from && word.end > from);
  if (!glued) return words;
  const rest = folded.slice(from, glued.end);
  return [{ text: rest, folded: rest, start: from, end: glued.end }, ...words.filter((word) => word.start >= glued.end)];
}

function spelledFigure(text: string, folded: string, words: Word[], index: number, language: Language): Figure | undefined {
  const first = words[index];
  if (!first) return undefined;
  const part = timePart(text, folded, words, first);
  if (part) return part;
  const spelled = spelledAt(folded, words, index, language);
  const last = spelled && words[index + spelled.words - 1];
  if (!last) return undefined;
  const before = folded.slice(Math.max(0, first.start - 40), first.start);
  const unit = unitAfter(text, folded, words, last.end);
  const half = halfAfter(folded, unit);
  return {
    value: spelled.value + (half > 0 ? 0.5 : 0),
    start: first.start,
    end: half || last.end,
    approximate: spelled.approximate || aroundBefore.test(before) || aroundAfter.test(folded.slice(last.end, last.end + 40)),
    spelled: true,
    weak: spelled.weak && half === 0,
    negative: isNegative(before),
    year: false,
    ordinal: false,
    ...(unit && { unit: half > 0 ? withPeriod(unit, text, folded, words, half) : unit }),
  };
}

const isNegative = (before: string): boolean =>
  /(?:^|[^\p{L}] ?)(?:moins|minus) $/u.test(before) && !/(?:au|ou|du) moins $/u.test(before);

/** Where "deux heures et demie", "two hours and a half" end; 0 when there is no half. */
function halfAfter(folded: string, unit: Unit | undefined): number {
  const half = unit && /^ (?:et demie?|and a half|en een half|en half)(?![\p{L}])/u.exec(folded.slice(unit.end, unit.end + 14));
  return half ? unit.end + half[0].length : 0;
}

/** "an hour", "half a day", "een half uur", "une demi-heure": an article or a half right before a unit of time. */
function timePart(text: string, folded: string, words: Word[], first: Word): Figure | undefined {
  const lead = /^(?:(half) (?:an? )?|(?:une?|een|an?|one) (half|halve|demi)[ -]|(half|halve|demi)[ -]|an? )(?=\p{L})/u.exec(
    folded.slice(first.start, first.start + 12),
  );
  if (!lead || /^(?:une? )?demi-jour/u.test(folded.slice(first.start, first.start + 16))) return undefined;
  const from = first.start + lead[0].trimEnd().length;
  const unit = unitAfter(
    text,
    folded,
    words.filter((word) => word.start >= from),
    from,
  );
  if (!unit || !['hour', 'day', 'week', 'month', 'year'].includes(unit.kind)) return undefined;
  const isHalf = lead[1] !== undefined || lead[2] !== undefined || lead[3] !== undefined;
  const half = isHalf ? 0 : halfAfter(folded, unit);
  const before = folded.slice(Math.max(0, first.start - 40), first.start);
  return {
    value: isHalf ? 0.5 : half > 0 ? 1.5 : 1,
    start: first.start,
    end: half || from,
    approximate: aroundBefore.test(before),
    spelled: true,
    weak: !isHalf && half === 0,
    negative: false,
    year: false,
    ordinal: false,
    unit: half > 0 ? withPeriod(unit, text, folded, words, half) : unit,
  };
}

/** "80 à 90", "tussen 80 en 90", "deux ou trois" are one figure with two ends. */
function joinRanges(folded: string, figures: Figure[], signs: string): Figure[] {
  const joinedFigures: Figure[] = [];
  for (const figure of figures) {
    const previous = joinedFigures.at(-1);
    if (previous && previous.upTo === undefined && isRange(folded, previous, figure, signs)) {
      joinedFigures.pop();
      const bothYears = isYear(previous.value) && isYear(figure.value);
      joinedFigures.push({
        ...figure,
        value: lowEnd(previous, figure),
        upTo: figure.value,
        start: previous.start,
        approximate: true,
        weak: false,
        negative: previous.negative,
        year: bothYears,
      });
    } else joinedFigures.push(figure);
  }
  return joinedFigures;
}

/** "deux ou trois cents" begins at two hundred. */
function lowEnd(low: Figure, high: Figure): number {
  const isShared =
    low.spelled && high.spelled && low.value < 10 && high.value >= 100 && high.value < 1000 && high.value % 100 === 0;
  return isShared && low.value < high.value / 100 ? low.value * 100 : low.value;
}

function isRange(folded: string, low: Figure, high: Figure, signs: string): boolean {
  if (isYear(low.value) && isYear(high.value) && /^ ?[-/] ?$/u.test(folded.slice(low.end, high.start))) return true;
  if (low.ordinal || high.ordinal || low.year || (high.year && !isYear(low.value)) || high.value <= low.value) return false;
  const lowEnd = low.unit && low.unit.kind === high.unit?.kind ? low.unit.end : low.end;
  const gap = folded.slice(lowEnd, high.start);
  if (/^ (?:et|en|and) $/u.test(gap))
    return /(?:entre|tussen|between) (?:les |de |the )?$/u.test(folded.slice(Math.max(0, low.start - 14), low.start));
  if (/^ ?\/ ?$/u.test(gap)) return signs.includes('/') && !low.weak && high.value <= low.value * 2;
  if (/^ ?-{1,2} ?$/u.test(gap)) return signs.includes('-') || isYear(low.value);
  if (/^ $/u.test(gap)) return low.spelled && high.spelled && !low.weak && high.value <= low.value + 2;
  if (gap === ' of ') return signs.includes('of') && !low.weak;
  return /^ (?:a|a peu pres|ou|tot|to|or|voire|jusqu'a) $/u.test(gap) && (!low.weak || high.value <= 10);
}
