/** The moment of an hour of a day (ISO) in a time zone. An hour that a clock change skips is the hour after. */
export const startOfDay = (day: string, timeZone: string, hour = 0): Date =>
  momentIn(day, `${String(hour).padStart(2, '0')}:00`, timeZone);

/**
 * The moment that clocks of a time zone show this time (`HH:MM`) on this day (ISO). A time that a clock change skips is as much later; of
 * one that comes twice it is the first.
 */
export function momentIn(day: string, time: string, timeZone: string): Date {
  const wanted = Date.parse(`${day}T00:00:00Z`) + minutesOf(time) * 60_000;
  const before = offsetMs(new Date(wanted - dayMs), timeZone);
  const after = offsetMs(new Date(wanted + dayMs), timeZone);
  const first = wanted - before;
  if (before === after || offsetMs(new Date(first), timeZone) === before) return new Date(first);
  const second = wanted - after;
  return new Date(offsetMs(new Date(second), timeZone) === after ? second : first);
}

const dayMs = 24 * 3_600_000;

/** Minutes since midnight of a time such as `09:30`; `24:00` is the end of the day. */
function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** The ISO day it is somewhere. */
export function dayIn(now: Date, timeZone: string): string {
  const parts = partsIn(now, timeZone);
  return `${parts.year}-${parts.month}-${parts.day}`;
}

function offsetMs(at: Date, timeZone: string): number {
  const { year, month, day, hour, minute, second } = partsIn(at, timeZone);
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) - Math.floor(at.getTime() / 1000) * 1000;
}

type Parts = Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', string>;

function partsIn(at: Date, timeZone: string): Parts {
  const parts: Parts = { year: '', month: '', day: '', hour: '', minute: '', second: '' };
  for (const { type, value } of formatFor(timeZone).formatToParts(at)) if (type in parts) Object.assign(parts, { [type]: value });
  return parts;
}

/** Making one costs a hundred times what using it does; there are as many as there are zones. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** True for a name that the time zone database knows. */
export function isTimeZone(name: string): boolean {
  const known = zones.get(name);
  if (known !== undefined) return known;
  const is = canBeUsed(name);
  // There are a few hundred zones; what is not one may be anything.
  if (is) zones.set(name, true);
  return is;
}

/** Asking the time zone database costs more than all else that is done with a zone. */
const zones = new Map<string, true>();

function canBeUsed(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
