import type { SeenDate } from './dates.ts';

/** "212 in 2024, 175 the year before": the year that is meant, beside the nearest one told earlier. */
export function besideYears(dates: SeenDate[]): SeenDate[] {
  return dates.map((date, index) => {
    const { isBeside, ...when } = date.when;
    if (!isBeside) return date;
    const year = dates.slice(0, index).findLast((other) => other.when.year !== undefined)?.when.year;
    return year === undefined ? date : { ...date, when: { ...when, year: year + (when.relative === 'last-year' ? -1 : 1) } };
  });
}

const ofSame =
  /(?:meme (?:periode|trimestre)|memes mois|same (?:period|months|quarter|time)|zelfde (?:periode|maanden|kwartaal|tijd))(?: (?:de|en|of|in|van))? $/u;

/** "31 in January-March 2026, 74 in the same months of 2025": the months that were told before, of another year. */
export function sameMonths(folded: string, dates: SeenDate[]): SeenDate[] {
  return dates.map((date, index) => {
    const { year: own, month: ownMonth } = date.when;
    if (own === undefined || ownMonth !== undefined || !ofSame.test(folded.slice(Math.max(0, date.start - 28), date.start)))
      return date;
    const before = dates.slice(0, index).findLast(({ when }) => when.year !== undefined);
    return before ? { ...date, when: { ...before.when, year: own } } : date;
  });
}

/** The years of a text as features of the figures told beside them: `year-2024`, and `years-2023-2024` for a school year or a season. */
export const yearFeatures = (dates: readonly SeenDate[]): { feature: string; start: number; end: number }[] =>
  dates.flatMap(({ when: { year, toYear, month }, start, end }) => {
    if (year === undefined) return [];
    if (toYear === undefined) return [{ feature: `year-${year}`, start, end }];
    return month === undefined ? [{ feature: `years-${year}-${toYear}`, start, end }] : [];
  });
