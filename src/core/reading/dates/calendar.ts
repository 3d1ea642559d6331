/** A day as a count of days since 1 January 1970. Time zones end where a `Day` begins. */
export type Day = number;

const dayMs = 86_400_000;

export const dayOf = (year: number, month: number, day: number): Day => Math.floor(Date.UTC(year, month - 1, day) / dayMs);

export function partsOf(day: Day): { year: number; month: number; day: number } {
  const date = new Date(day * dayMs);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** `2025-04-20` */
export const isoOf = (day: Day): string => new Date(day * dayMs).toISOString().slice(0, 10);

/** The day of `2025-04-20`. */
export const dayFrom = (iso: string): Day => Math.floor(Date.parse(`${iso}T00:00:00Z`) / dayMs);

export const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

export const isRealDay = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1;

export const mondayOf = (day: Day): Day => day - weekdayOf(day) + 1;

/** The same day some months on, or the last day of a shorter month. */
export function addMonths(day: Day, months: number): Day {
  const from = partsOf(day);
  const count = from.year * 12 + from.month - 1 + months;
  const year = Math.floor(count / 12);
  const month = (count % 12) + 1;
  return dayOf(year, month, Math.min(from.day, daysIn(year, month)));
}

/** Easter Sunday. */
export function easterOf(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return dayOf(year, Math.floor(f / 31), (f % 31) + 1);
}

/** The day it is somewhere. */
export function todayIn(now: Date, timeZone: string): Day {
  const [year = 1970, month = 1, day = 1] = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
    .format(now)
    .split('-')
    .map(Number);
  return dayOf(year, month, day);
}
