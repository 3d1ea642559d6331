import type { Language } from '../language.ts';
import { whereOf } from './where.ts';
import { type Calendar, usualDays, usualHours } from './working-time.ts';

/** What somebody set of a calendar; the rest follows. */
export type CalendarChoices = Partial<Pick<Calendar, 'country' | 'region' | 'hours' | 'days' | 'closures'>>;

/** What the calendar of a structure follows from. */
export interface Place {
  territory: string;
  timeZone: string;
  language: Language;
  calendar?: CalendarChoices;
}

/** What is known of the time of one person. */
export interface OwnTime {
  timeZone?: string;
  calendar?: CalendarChoices;
}

/** When a structure works: what it set, else what its territory, its time zone and custom say. */
export function calendarOf({ territory, timeZone, language, calendar = {} }: Place): Calendar {
  const { country, region, ...set } = calendar;
  const where = country ? { country, ...(region && { region }) } : whereOf(territory, timeZone, language);
  return { timeZone, ...where, hours: usualHours, days: usualDays, closures: [], ...set };
}

/** When one person of it works: what they set, else as the structure does, by the clock where they live. */
export const calendarOfPerson = (structure: Calendar, { timeZone, calendar = {} }: OwnTime): Calendar => ({
  ...structure,
  ...(timeZone && { timeZone }),
  ...calendar,
  closures: [...structure.closures, ...(calendar.closures ?? [])],
});
