/** The moment of an hour of a day (ISO) in a time zone. An hour that a clock change skips is the hour after. */
export function startOfDay(day: string, timeZone: string, hour = 0): Date {
  const wanted = Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`);
  let guess = wanted;
  for (let i = 0; i < 3; i++) guess = wanted - offsetMs(new Date(guess), timeZone);
  return new Date(guess);
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
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const parts: Parts = { year: '', month: '', day: '', hour: '', minute: '', second: '' };
  for (const { type, value } of format.formatToParts(at)) if (type in parts) Object.assign(parts, { [type]: value });
  return parts;
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
