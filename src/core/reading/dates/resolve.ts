import type { Language } from '../../language.ts';
import type { Day } from './calendar.ts';
import { addMonths, dayOf, daysIn, easterOf, isRealDay, mondayOf, partsOf, weekdayOf } from './calendar.ts';

/** What a date that says little is taken for. */
export interface Reference {
  today: Day;
  language: Language;
  /** Which year is meant when none is said. */
  prefer: 'future' | 'past' | 'nearest';
  /** Which day of a month or a week is meant when only that is said. */
  edge: 'first' | 'last';
}

/** What a date comes to; without `day` when it is none, such as 31 February. */
export interface Resolved {
  day?: Day;
  precision: 'day' | 'week' | 'month' | 'year';
}

export const onDay = (day: Day): Resolved => ({ day, precision: 'day' });
export const impossible: Resolved = { precision: 'day' };

/** Of one day in several years, the one that is meant. */
export function inBestYear(reference: Reference, dayIn: (year: number) => Day | undefined): Day | undefined {
  const { today, prefer } = reference;
  const thisYear = partsOf(today).year;
  const days: Day[] = [];
  for (let year = thisYear - 8; year <= thisYear + 8; year++) {
    const day = dayIn(year);
    if (day !== undefined) days.push(day);
  }
  if (prefer === 'future') return days.find((day) => day >= today);
  if (prefer === 'past') return days.findLast((day) => day <= today);
  return days.toSorted((a, b) => Math.abs(a - today) - Math.abs(b - today))[0];
}

export function yearOf(digits: string | undefined): number | undefined {
  if (!digits) return undefined;
  const value = Number(digits.replace("'", ''));
  return value < 100 ? 2000 + value : value;
}

export function dayInMonth(reference: Reference, day: number, month: number, year: number | undefined): Resolved {
  if (year !== undefined) return isRealDay(year, month, day) ? onDay(dayOf(year, month, day)) : impossible;
  const best = inBestYear(reference, (y) => (isRealDay(y, month, day) ? dayOf(y, month, day) : undefined));
  return best === undefined ? impossible : onDay(best);
}

export type Part = 'first' | 'middle' | 'last';

export function partOfMonth(reference: Reference, part: Part, month: number, year: number | undefined): Resolved {
  const dayIn = (y: number): Day => dayOf(y, month, part === 'first' ? 1 : part === 'middle' ? 15 : daysIn(y, month));
  const day = year === undefined ? inBestYear(reference, dayIn) : dayIn(year);
  return { ...(day !== undefined && { day }), precision: 'month' };
}

export function partOfYear(part: Part, year: number): Resolved {
  const month = part === 'first' ? 1 : part === 'middle' ? 6 : 12;
  return { day: dayOf(year, month, part === 'first' ? 1 : part === 'middle' ? 30 : 31), precision: 'year' };
}

export function partNamed(word: string): Part {
  if (/^(?:debut|begin|early|start)/u.test(word)) return 'first';
  return /^(?:mi|half|midden|mid)/u.test(word) ? 'middle' : 'last';
}

export function shift(from: Day, amount: number, unit: string): Day {
  if (/^(?:j|d)/u.test(unit)) return from + Math.round(amount);
  if (/^(?:s|w)/u.test(unit)) return from + Math.round(amount * 7);
  const months = unit.startsWith('m') ? amount : amount * 12;
  return addMonths(from, Math.floor(months)) + Math.round((months % 1) * 30);
}

export function stretch(reference: Reference, unit: string, offset: number, part: Part | undefined): Resolved {
  const { today } = reference;
  const edge = part ?? reference.edge;
  if (/^(?:s|w)/u.test(unit)) {
    const monday = mondayOf(today) + offset * 7;
    return { day: monday + (edge === 'first' ? 0 : edge === 'middle' ? 2 : 4), precision: 'week' };
  }
  const at = partsOf(addMonths(today - partsOf(today).day + 1, unit.startsWith('m') ? offset : 0));
  if (unit.startsWith('m')) return partOfMonth(reference, edge, at.month, at.year);
  return partOfYear(edge, at.year + offset);
}

export function weekdayNear(reference: Reference, weekday: number, when: 'next' | 'last' | 'near' | 'week after'): Day {
  const { today, prefer } = reference;
  const ahead = (weekday - weekdayOf(today) + 7) % 7 || 7;
  if (when === 'week after') return mondayOf(today) + 6 + weekday;
  if (when === 'last' || (when === 'near' && prefer === 'past')) return ahead === 7 ? today - 7 : today + ahead - 7;
  return today + ahead;
}

/** "le dernier vendredi de mars" */
export function nthWeekday(
  reference: Reference,
  which: string,
  weekday: number,
  month: number,
  year: number | undefined,
): Resolved | undefined {
  const isLast = /^(?:dernier|laatste|last)$/u.test(which);
  const nth = /^(?:p|ee|fi)/u.test(which)
    ? 0
    : /^(?:d|se|tw)/u.test(which) && which !== 'derde'
      ? 1
      : /^(?:tr|de|th)/u.test(which)
        ? 2
        : 3;
  const dayIn = (y: number): Day => {
    const first = dayOf(y, month, 1);
    const last = dayOf(y, month, daysIn(y, month));
    return isLast ? last - ((weekdayOf(last) - weekday + 7) % 7) : first + ((weekday - weekdayOf(first) + 7) % 7) + nth * 7;
  };
  const day = year === undefined ? inBestYear(reference, dayIn) : dayIn(year);
  return day === undefined ? undefined : onDay(day);
}

/** "le 20": of the month that fits, nearest to today or on the side that is preferred. */
export function dayOfMonth(reference: Reference, day: number): Resolved | undefined {
  if (day < 1 || day > 31) return impossible;
  const { today, prefer } = reference;
  const first = today - partsOf(today).day + 1;
  const days = [-2, -1, 0, 1, 2].flatMap((offset) => {
    const at = partsOf(addMonths(first, offset));
    return isRealDay(at.year, at.month, day) ? [dayOf(at.year, at.month, day)] : [];
  });
  if (prefer === 'future') return onDay(days.find((d) => d >= today) ?? today);
  if (prefer === 'past') return onDay(days.findLast((d) => d <= today) ?? today);
  return onDay(days.toSorted((a, b) => Math.abs(a - today) - Math.abs(b - today))[0] ?? today);
}

/** Some days after Easter Sunday. */
export function easterAnd(reference: Reference, days: number): Resolved | undefined {
  const day = inBestYear(reference, (year) => easterOf(year) + days);
  return day === undefined ? undefined : onDay(day);
}

/** What somebody waits for is not the day they say it on. */
const tomorrowOn = (reference: Reference): Reference =>
  reference.prefer === 'future' ? { ...reference, today: reference.today + 1 } : reference;

const firstMondayFrom = (day: Day): Day => day + ((8 - weekdayOf(day)) % 7);

/** When work begins again after the holidays of New Year: the first Monday after the first of January. */
export function backInJanuary(reference: Reference, year?: number): Resolved | undefined {
  const dayIn = (each: number): Day => firstMondayFrom(dayOf(each, 1, 2));
  const day = year === undefined ? inBestYear(tomorrowOn(reference), dayIn) : dayIn(year);
  return day === undefined ? undefined : onDay(day);
}

/** "la rentrée": the first of September, or the first Monday of the month that is named. */
export function backIn(reference: Reference, month: number, year: number | undefined): Resolved | undefined {
  if (month === 1) return backInJanuary(reference, year);
  if (month === 9) return dayInMonth(reference, 1, 9, year);
  const dayIn = (each: number): Day => firstMondayFrom(dayOf(each, month, 1));
  const day = year === undefined ? inBestYear(tomorrowOn(reference), dayIn) : dayIn(year);
  return day === undefined ? undefined : onDay(day);
}

/** The first day of work after a day, or after the whole of a week or a month. */
export function dayAfter(day: Day, precision: Resolved['precision']): Day {
  if (precision === 'month') return addMonths(day - partsOf(day).day + 1, 1);
  if (precision === 'year') return dayOf(partsOf(day).year + 1, 1, 1);
  if (precision === 'week') return mondayOf(day) + 7;
  const next = day + 1;
  return weekdayOf(next) > 5 ? mondayOf(next) + 7 : next;
}
