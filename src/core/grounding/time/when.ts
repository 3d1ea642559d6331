/** When something is said to be, in as many parts as are said. */
export interface When {
  day?: number;
  month?: number;
  year?: number;
  /** The other end of a stretch of months: "mars-avril 2025". */
  toMonth?: number;
  toYear?: number;
  /** Two months that follow each other, told as two: "février et mars". */
  isPair?: boolean;
  season?: Season;
  /** 1 to 4. */
  quarter?: number;
  half?: number;
  weekday?: number;
  /** A day counted from today ("l'an dernier"), or a feast. */
  relative?: string;
  /** Counted from the year that was told before, not from today. */
  isBeside?: boolean;
  /** Only one end is meant: "depuis mars", "jusqu'en juin". */
  isEnd?: boolean;
}

/** "In the January storms of 2024": a month, a day or a season without a year is of the only year that its sentence tells. */
export function withTheYear(dates: readonly When[]): When[] {
  const years = [...new Set(dates.flatMap(({ year, toYear }) => [year, toYear].filter((each) => each !== undefined)))];
  const [year] = years;
  if (year === undefined || years.length > 1) return [];
  return dates.flatMap((when) =>
    when.year === undefined &&
    when.relative === undefined &&
    (when.month ?? when.season ?? when.quarter ?? when.half) !== undefined
      ? [{ ...when, year }]
      : [],
  );
}

export type Season = 'spring' | 'summer' | 'autumn' | 'winter';

const seasonMonths: Record<Season, number[]> = {
  spring: [3, 4, 5, 6],
  summer: [6, 7, 8, 9],
  autumn: [9, 10, 11, 12],
  winter: [12, 1, 2, 3],
};

const feastSeasons: Record<string, Season> = { easter: 'spring', christmas: 'winter', 'all-saints': 'autumn' };

/** The months that are of no other season. */
const fullMonths: Record<Season, number[]> = {
  spring: [4, 5],
  summer: [7, 8],
  autumn: [10, 11],
  winter: [12, 1, 2],
};

/** Whether a month stands between two others, round the turn of the year too. */
const isWithin = (month: number, from: number, to: number): boolean =>
  from <= to ? month >= from && month <= to : month >= from || month <= to;

const sameYear = (a: When, b: When): boolean => a.year === undefined || a.year === b.year || a.year === b.toYear;

/** Whether what a sentence says of time is said by an answer: the same, or less of it. */
export function isSaid(when: When, by: readonly When[]): boolean {
  if (by.some((other) => covers(when, other))) return true;
  // "mars à mai" where the third of March and the twelfth of May were said: a stretch is told by its two ends.
  const { toMonth, toYear, ...from } = when;
  if (toMonth === undefined || from.month === undefined) return false;
  const { year = toYear } = from;
  const until = toYear ?? year;
  return isSaid(from, by) && isSaid({ ...from, month: toMonth, ...(until !== undefined && { year: until }) }, by);
}

const startOfTerm = 9;

/** "de janvier à mars 2026" of "1er trimestre 2026", "from January to December" of a year. */
function isWholeOf(month: number, toMonth: number, { quarter, half, ...other }: When): boolean {
  if (quarter !== undefined) return month === quarter * 3 - 2 && toMonth === quarter * 3;
  if (half !== undefined) return month === half * 6 - 5 && toMonth === half * 6;
  const isBareYear = other.year !== undefined && other.toYear === undefined && other.relative === undefined;
  return isBareYear && other.month === undefined && other.season === undefined && month === 1 && toMonth === 12;
}

function covers(when: When, other: When): boolean {
  // The school year begins in September.
  if (when.relative === 'term' || other.relative === 'term')
    return (
      sameYear(when, other) &&
      (when.relative === other.relative ||
        (when.relative === 'term' ? other.month === startOfTerm : when.month === startOfTerm && when.day === undefined) ||
        (when.relative === undefined && when.month === undefined && when.season === undefined && when.year !== undefined))
    );
  if (when.relative !== undefined && other.relative === when.relative) return true;
  if (when.relative !== undefined && when.year === undefined) return false;
  if (when.weekday !== undefined) return other.weekday === when.weekday;
  if (when.season !== undefined) {
    if (!sameYear(when, other)) return false;
    if (other.season !== undefined) return other.season === when.season;
    if (other.relative !== undefined && feastSeasons[other.relative] === when.season) return true;
    const months = [other.month, other.toMonth].filter((each) => each !== undefined);
    const inSeason = seasonMonths[when.season];
    if (months.length > 0 && months.every((each) => inSeason.includes(each))) return true;
    // From October to March is all winter long.
    const [from, to] = [other.month, other.toMonth];
    return from !== undefined && to !== undefined && fullMonths[when.season].every((each) => isWithin(each, from, to));
  }
  if (when.quarter !== undefined || when.half !== undefined) {
    const [first, length] = when.quarter === undefined ? [(when.half ?? 1) * 6 - 5, 6] : [when.quarter * 3 - 2, 3];
    const months = [other.month, other.toMonth].filter((each) => each !== undefined);
    const isIn = months.length > 0 && months.every((each) => each >= first && each < first + length);
    return sameYear(when, other) && (isIn || (other.quarter === when.quarter && other.half === when.half));
  }
  if (!sameYear(when, other)) return false;
  if (when.toYear !== undefined && other.toYear !== when.toYear) return false;
  if (when.month === undefined) return when.year !== undefined;
  if (when.day !== undefined) return other.day === when.day && other.month === when.month;
  if (when.toMonth !== undefined)
    return (other.month === when.month && other.toMonth === when.toMonth) || isWholeOf(when.month, when.toMonth, other);
  if (other.toMonth !== undefined) {
    if (other.isPair && other.month === when.month) return true;
    // What was measured over a stretch of months is known at its end.
    const isItsEnd = other.toMonth === when.month && (when.year === undefined || when.year === (other.toYear ?? other.year));
    return isItsEnd || (when.isEnd === true && other.month === when.month);
  }
  return other.month === when.month;
}
