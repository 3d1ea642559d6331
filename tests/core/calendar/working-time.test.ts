import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { regions, whereNamed, whereOf } from '../../../src/core/calendar/where.ts';
import {
  addDays,
  type Calendar,
  daysLater,
  isWorkingMoment,
  nextWorkingMoment,
  usualDays,
  usualHours,
} from '../../../src/core/calendar/working-time.ts';
import { dayIn, momentIn } from '../../../src/core/evaluation/zone.ts';
import { createHolidays } from '../../../src/holidays.ts';

const isHoliday = createHolidays();
const paris: Calendar = { timeZone: 'Europe/Paris', country: 'FR', hours: usualHours, days: usualDays, closures: [] };
const brussels: Calendar = { ...paris, timeZone: 'Europe/Brussels', country: 'BE' };
const next = (at: string, calendar: Calendar): string => nextWorkingMoment(new Date(at), calendar, isHoliday).toISOString();

describe('the next working moment', () => {
  it('is now, at work', () => {
    expect(next('2026-03-03T10:12:13.456Z', paris)).toBe('2026-03-03T10:12:13.456Z');
    expect(next('2026-03-03T08:00:00Z', paris)).toBe('2026-03-03T08:00:00.000Z');
  });

  it('is the morning, at night and before it', () => {
    expect(next('2026-03-03T16:30:00Z', paris)).toBe('2026-03-04T08:00:00.000Z');
    expect(next('2026-03-03T23:30:00Z', paris)).toBe('2026-03-04T08:00:00.000Z');
    expect(next('2026-03-04T05:00:00Z', paris)).toBe('2026-03-04T08:00:00.000Z');
  });

  it('goes over weekends and holidays', () => {
    // A Friday evening before the Monday of Easter.
    expect(next('2026-04-03T20:00:00Z', paris)).toBe('2026-04-07T07:00:00.000Z');
    // The eve of Ascension, which falls on a Thursday.
    expect(next('2026-05-13T20:00:00Z', brussels)).toBe('2026-05-15T07:00:00.000Z');
    expect(next('2026-07-20T20:00:00Z', brussels)).toBe('2026-07-22T07:00:00.000Z');
    expect(next('2026-07-20T20:00:00Z', paris)).toBe('2026-07-21T07:00:00.000Z');
  });

  it.each([
    ['2026-03-27T20:00:00Z', '2026-03-30T07:00:00.000Z'],
    ['2026-10-23T20:00:00Z', '2026-10-26T08:00:00.000Z'],
    ['2027-03-26T20:00:00Z', '2027-03-30T07:00:00.000Z'],
    ['2027-10-29T20:00:00Z', '2027-11-02T08:00:00.000Z'],
    ['2028-03-24T20:00:00Z', '2028-03-27T07:00:00.000Z'],
    ['2028-10-27T20:00:00Z', '2028-10-30T08:00:00.000Z'],
  ])('is nine on the clock of the wall after the night of a time change: %s', (at, expected) => {
    for (const calendar of [paris, brussels]) expect(next(at, calendar), calendar.timeZone).toBe(expected);
  });

  it('is right in the very night of a time change, for those who work then', () => {
    const night: Calendar = { ...paris, hours: { from: '02:30', to: '06:00' }, days: [1, 2, 3, 4, 5, 6, 7] };
    // Half past two does not come in this night: it is half past three.
    expect(next('2026-03-29T00:00:00Z', night)).toBe('2026-03-29T01:30:00.000Z');
    // Half past two comes twice in this one: it is the first.
    expect(next('2026-10-24T23:00:00Z', night)).toBe('2026-10-25T00:30:00.000Z');
  });

  it('knows the day that comes every four years', () => {
    expect(next('2028-02-28T20:00:00Z', paris)).toBe('2028-02-29T08:00:00.000Z');
    expect(next('2027-02-28T20:00:00Z', paris)).toBe('2027-03-01T08:00:00.000Z');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-02-28', 1)).toBe('2027-03-01');
  });

  it('keeps to closures, whole', () => {
    const closed = { ...paris, closures: [{ from: '2026-08-03', until: '2026-08-21' }] };
    expect(next('2026-08-03T10:00:00Z', closed)).toBe('2026-08-24T07:00:00.000Z');
    expect(next('2026-07-31T20:00:00Z', closed)).toBe('2026-08-24T07:00:00.000Z');
  });

  it('keeps to the days and hours of a person', () => {
    const tuesdays: Calendar = { ...paris, days: [2], hours: { from: '13:00', to: '15:00' } };
    expect(next('2026-03-04T10:00:00Z', tuesdays)).toBe('2026-03-10T12:00:00.000Z');
    const nights: Calendar = { ...paris, hours: { from: '22:00', to: '05:00' } };
    expect(next('2026-03-04T01:00:00Z', nights)).toBe('2026-03-04T01:00:00.000Z');
    // What begins on the eve of a holiday ends at midnight.
    expect(next('2026-05-13T23:00:00Z', nights)).toBe('2026-05-15T20:00:00.000Z');
  });

  it('is none at all for somebody who never works', () => {
    const never = { ...paris, days: [] };
    const at = nextWorkingMoment(new Date('2026-03-03T10:00:00Z'), never, isHoliday);
    expect(at.getTime()).toBeGreaterThan(Date.parse('2027-03-01T00:00:00Z'));
    expect(isWorkingMoment(new Date('2026-03-03T10:00:00Z'), never, isHoliday)).toBe(false);
  });

  it('is never earlier, never at night, on a weekend or a holiday, and there is none before it', () => {
    const minutes = (at: Date, zone: string): number =>
      (at.getTime() - momentIn(dayIn(at, zone), '00:00', zone).getTime()) / 60_000;
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2028-12-31T00:00:00Z'), noInvalidDate: true }),
        fc.constantFrom(paris, brussels, { ...brussels, region: 'VLG' }, { ...paris, region: '57' }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (at, calendar, part) => {
          const found = nextWorkingMoment(at, calendar, isHoliday);
          expect(found >= at).toBe(true);
          const day = dayIn(found, calendar.timeZone);
          expect(isHoliday(day, calendar)).toBe(false);
          expect([0, 6]).not.toContain(new Date(`${day}T00:00:00Z`).getUTCDay());
          expect(minutes(found, calendar.timeZone)).toBeGreaterThanOrEqual(9 * 60);
          expect(minutes(found, calendar.timeZone)).toBeLessThan(17.5 * 60);
          expect(nextWorkingMoment(found, calendar, isHoliday)).toEqual(found);
          const between = new Date(Math.floor(at.getTime() + part * (found.getTime() - at.getTime())));
          if (between < found) expect(isWorkingMoment(between, calendar, isHoliday)).toBe(false);
        },
      ),
      { numRuns: 400, seed: 7 },
    );
  });
});

describe('so many days later', () => {
  it('is the same time on the clock, whatever the clocks did', () => {
    expect(daysLater(new Date('2026-03-27T09:15:00Z'), 4, 'Europe/Paris').toISOString()).toBe('2026-03-31T08:15:00.000Z');
    expect(daysLater(new Date('2026-10-23T08:15:00Z'), 4, 'Europe/Paris').toISOString()).toBe('2026-10-27T09:15:00.000Z');
    expect(daysLater(new Date('2028-02-28T09:00:00Z'), 1, 'Europe/Brussels').toISOString()).toBe('2028-02-29T09:00:00.000Z');
    expect(daysLater(new Date('2026-03-27T09:15:30.250Z'), 0, 'Europe/Paris').toISOString()).toBe('2026-03-27T09:15:30.250Z');
  });
});

describe('holidays', () => {
  const days = (year: number, of: Pick<Calendar, 'country' | 'region'>): string[] => {
    const first = `${year}-01-01`;
    return Array.from({ length: 366 }, (_, i) => addDays(first, i)).filter(
      (day) => day.startsWith(`${year}`) && isHoliday(day, of),
    );
  };

  it('are the eleven of France', () => {
    expect(days(2026, { country: 'FR' })).toEqual([
      '2026-01-01',
      '2026-04-06',
      '2026-05-01',
      '2026-05-08',
      '2026-05-14',
      '2026-05-25',
      '2026-07-14',
      '2026-08-15',
      '2026-11-01',
      '2026-11-11',
      '2026-12-25',
    ]);
  });

  it.each(regions.FR)('has two more in department %s, one of them moved with Easter', (region) => {
    for (const [year, friday] of [
      [2026, '2026-04-03'],
      [2027, '2027-03-26'],
      [2028, '2028-04-14'],
    ] as const) {
      const more = days(year, { country: 'FR', region }).filter((day) => !isHoliday(day, { country: 'FR' }));
      expect(more).toEqual([friday, `${year}-12-26`]);
    }
  });

  it.each([
    ['BRU', '05-08'],
    ['DE', '11-15'],
    ['VLG', '07-11'],
    ['WAL', '09-27'],
  ])('has one more in the region %s of Belgium', (region, own) => {
    for (const year of [2026, 2027, 2028]) {
      const national = days(year, { country: 'BE' });
      expect(national).toHaveLength(10);
      expect(days(year, { country: 'BE', region }).filter((day) => !national.includes(day))).toEqual([`${year}-${own}`]);
    }
  });

  it('move with Easter', () => {
    for (const day of ['2027-03-29', '2027-05-06', '2027-05-17', '2028-04-17', '2028-05-25', '2028-06-05']) {
      expect(isHoliday(day, { country: 'FR' }), day).toBe(true);
      expect(isHoliday(day, { country: 'BE' }), day).toBe(true);
    }
  });
});

describe('where a structure is', () => {
  it.each([
    ['Flandre', { country: 'BE', region: 'VLG' }],
    ['Vlaanderen', { country: 'BE', region: 'VLG' }],
    ['Bruxelles-Capitale', { country: 'BE', region: 'BRU' }],
    ['Brussel', { country: 'BE', region: 'BRU' }],
    ['Liège', { country: 'BE', region: 'WAL' }],
    ['Ostbelgien', { country: 'BE', region: 'DE' }],
    ['Metz et environs', { country: 'FR', region: '57' }],
    ['Strasbourg', { country: 'FR', region: '67' }],
    ['Belgique', { country: 'BE' }],
    ['France', { country: 'FR' }],
    ['le quartier', undefined],
  ])('is read from "%s"', (said, expected) => {
    expect(whereNamed(said)).toEqual(expected);
  });

  it('follows the territory, and the time zone where that says nothing or something else', () => {
    expect(whereOf('Namur', 'Europe/Brussels', 'fr')).toEqual({ country: 'BE', region: 'WAL' });
    expect(whereOf('', 'Europe/Brussels', 'fr')).toEqual({ country: 'BE' });
    expect(whereOf('', 'Europe/Paris', 'nl')).toEqual({ country: 'FR' });
    expect(whereOf('Lille, en Flandre française', 'Europe/Paris', 'fr')).toEqual({ country: 'FR' });
    expect(whereOf('', 'UTC', 'nl')).toEqual({ country: 'BE' });
    expect(whereOf('Gent', 'UTC', 'nl')).toEqual({ country: 'BE', region: 'VLG' });
  });
});
