import { createRequire } from 'node:module';
import type DateHolidays from 'date-holidays';
import type { Calendar, IsHoliday } from './core/calendar/working-time.ts';

/**
 * The days on which Belgium's communities and regions do not work, by the rule they have in `date-holidays`: it lists them among what is
 * only observed. Sources: the decrees of the three communities, and the ordinance on the feast of the Iris for Brussels.
 */
const communityDays: Record<string, string> = { BRU: '05-08', DE: '11-15', VLG: '07-11', WAL: '09-27' };

/** Knows the holidays of France and Belgium. Their rules are read when they are first asked for; each year is worked out once. */
export function createHolidays(): IsHoliday {
  let Library: typeof DateHolidays | undefined;
  const years = new Map<string, ReadonlySet<string>>();
  const yearOf = (year: string, { country, region }: Pick<Calendar, 'country' | 'region'>): ReadonlySet<string> => {
    const key = `${country}-${region ?? ''}-${year}`;
    const known = years.get(key);
    if (known) return known;
    Library ??= load();
    const calendar = region === undefined ? new Library(country) : new Library(country, region);
    const ownDay = country === 'BE' && region !== undefined ? communityDays[region] : undefined;
    const days = new Set(
      calendar
        .getHolidays(Number(year))
        .filter(({ type, rule }) => type === 'public' || (ownDay !== undefined && rule === ownDay))
        .map(({ date }) => date.slice(0, 10)),
    );
    years.set(key, days);
    return days;
  };
  return (day, of) => yearOf(day.slice(0, 4), of).has(day);
}

/** At its first use, and without waiting: what asks for a holiday is in the middle of a decision. */
function load(): typeof DateHolidays {
  const library: typeof DateHolidays = createRequire(import.meta.url)('date-holidays');
  return library;
}
