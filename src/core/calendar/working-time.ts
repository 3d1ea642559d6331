import { dayIn, momentIn } from '../evaluation/zone.ts';

/** When somebody works, as far as it is known. */
export interface Calendar {
  timeZone: string;
  country: 'FR' | 'BE';
  /** Belgium: `BRU`, `DE`, `VLG`, `WAL`. France: the departments with days of their own, `57`, `67`, `68`. */
  region?: string;
  /** Times of the day, `HH:MM`. A `to` that is not after `from` is on the next day. */
  hours: { from: string; to: string };
  /** Days of the week that are worked: 1 is Monday, 7 is Sunday. */
  days: readonly number[];
  /** Days off of their own (ISO), the first and the last one included. */
  closures: readonly { from: string; until: string }[];
}

/** True for a day (ISO) that is a holiday there. */
export type IsHoliday = (day: string, of: Pick<Calendar, 'country' | 'region'>) => boolean;

/** What counts where nothing was said: weekdays, from nine to half past five. */
export const usualHours = { from: '09:00', to: '17:30' } as const;
export const usualDays: readonly number[] = [1, 2, 3, 4, 5];

/** Looked ahead for a day that is worked: beyond it somebody only seems to work. */
const daysAhead = 366;

/** True when somebody is at work at this moment: never on a holiday, a day off or outside their hours. */
export const isWorkingMoment = (at: Date, calendar: Calendar, isHoliday: IsHoliday): boolean =>
  nextWorkingMoment(at, calendar, isHoliday).getTime() === at.getTime();

/**
 * The first moment from `at` on when somebody is at work: `at` itself when they are. For one who works on no day of the year that follows
 * it is a moment a year on, which is to be looked at again then.
 */
export function nextWorkingMoment(at: Date, calendar: Calendar, isHoliday: IsHoliday): Date {
  const { timeZone, hours, days } = calendar;
  const isOff = (day: string): boolean =>
    isHoliday(day, calendar) || calendar.closures.some(({ from, until }) => from <= day && day <= until);
  // Work that began the evening before may go on after midnight.
  let day = addDays(dayIn(at, timeZone), -1);
  for (let i = 0; i <= daysAhead; i++, day = addDays(day, 1)) {
    if (!days.includes(weekday(day)) || isOff(day)) continue;
    const begins = momentIn(day, hours.from, timeZone);
    const ends = momentIn(hours.to > hours.from ? day : addDays(day, 1), hours.to, timeZone);
    const first = begins > at ? begins : at;
    if (first < ends && !isOff(dayIn(first, timeZone))) return first;
  }
  return new Date(at.getTime() + daysAhead * dayMs);
}

const dayMs = 24 * 3_600_000;

/** The day (ISO) so many days later. Days are counted, not hours: a clock change has no say in it. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/** 1 is Monday, 7 is Sunday. */
export const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** The same time of the day, so many days later, where somebody lives. */
export function daysLater(at: Date, days: number, timeZone: string): Date {
  const day = dayIn(at, timeZone);
  const sinceMidnight = at.getTime() - momentIn(day, '00:00', timeZone).getTime();
  const minutes = Math.floor(sinceMidnight / 60_000);
  const rest = sinceMidnight - minutes * 60_000;
  return new Date(momentIn(addDays(day, days), clock(minutes), timeZone).getTime() + rest);
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
