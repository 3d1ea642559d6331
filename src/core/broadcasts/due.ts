import { whereOf } from '../calendar/where.ts';
import { type Calendar, type IsHoliday, nextWorkingMoment, usualDays, usualHours } from '../calendar/working-time.ts';
import { isTimeZone, momentIn } from '../evaluation/zone.ts';
import type { Candidate } from './audience.ts';

type Whose = Pick<Candidate, 'territory' | 'timeZone' | 'language' | 'calendar'>;

/** When people of a structure are at work: as they set it, and else as its territory and time zone tell. */
export function calendarOf({ territory, timeZone, language, calendar = {} }: Whose): Calendar {
  const zone = isTimeZone(timeZone) ? timeZone : 'Europe/Brussels';
  const usual = { timeZone: zone, ...whereOf(territory, zone, language), hours: usualHours, days: usualDays, closures: [] };
  return { ...usual, ...calendar, timeZone: zone };
}

/** A day and a time as somebody wrote them: `2026-03-02T09:00`, without a zone. Nothing when it is none. */
export function readLocalAt(day: string, time: string): string | undefined {
  const clock = /^(\d{1,2})(?:[:hu.]\s?(\d{2})?)?$/i.exec(time.trim());
  const [, hours = '', minutes = '00'] = clock ?? [];
  if (!clock || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  const at = `${day}T${hours.padStart(2, '0')}:${minutes}`;
  const parsed = new Date(`${at}:00Z`);
  return Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== day ? undefined : at;
}

/**
 * When a channel gets it: at the time that was asked for, where its people live, or once the release cannot be undone any more; and then
 * at the first moment that they are at work.
 */
export function dueAt(
  { localAt, startsAt }: { localAt?: string; startsAt: Date },
  calendar: Calendar,
  isHoliday: IsHoliday,
): Date {
  const [day = '', time = ''] = localAt?.split('T') ?? [];
  const wanted = localAt === undefined ? startsAt : momentIn(day, time, calendar.timeZone);
  return nextWorkingMoment(wanted > startsAt ? wanted : startsAt, calendar, isHoliday);
}
