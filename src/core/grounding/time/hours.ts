import { readOnce } from '../../read-once.ts';
import type { Fact, Passage } from '../evidence.ts';
import { clockTimes } from './clock-times.ts';
import { overlaps } from '../plain.ts';
import type { Quantity } from '../figures/quantities.ts';
import type { SentenceReading } from '../reading.ts';
import { near } from '../figures/values.ts';

/** What leads up to an hour of the day. */
const leadsHour =
  /(?:^|[^\p{L}])(?:a|des|vers|avant|apres|de|d'|jusqu'a|depuis|entre|et|passe|om|tot|vanaf|van|na|voor|rond|omstreeks|tegen|sinds|tussen|en|at|until|till|from|by|before|after|around|past|since|to|between|and|about) ?(?:l'|the )?$/u;

/** "7.15 in the morning", "quatre heures de l'après-midi". */
const ofDay =
  /^(?: ?(?:heures?|uur|h|u|o'clock))? ?(?:am|pm|a\.m|p\.m|in the (?:morning|afternoon|evening)|at night|du (?:matin|soir)|de l'apres-midi|'s (?:morgens|ochtends|middags|avonds|nachts)|in de (?:ochtend|voormiddag|namiddag|middag|avond))(?!\p{L})/u;

/** "18h-20h30", "6 to 8.30 pm", "11-15 u". */
const rangeAhead =
  /^ ?(?:h|u|uur|heures?)? ?(?:-|–|a|tot|till|until|to) ?\d{1,2}(?: ?[.:hu] ?[0-5]\d(?!\d)| ?(?:h|u|uur|heures|am|pm)(?!\p{L}))/u;
const rangeBehind = /(?<![\d.,])\d{1,2}(?: ?[h:u.] ?(?:[0-5]\d)?)? ?[-–] ?$/u;

/** "from seventeen in 2023 to nine in 2024", "9 tegen 17" count. */
const isOfYear = /^ (?:in|en) (?:19|20)\d\d(?!\d)/u;
const isAgainst = /\d tegen $/u;

/** The hours on the face of a clock that a number of a text may name; none where it counts something. */
export function hoursOf(folded: string, { start, end, values, unit }: Quantity, isClock: boolean): number[] {
  const [value = -1] = values;
  if (value < 0 || value > 24 || (unit && !unit.senses.includes('hour'))) return [];
  const isLed =
    rangeAhead.test(folded.slice(end, end + 16)) ||
    rangeBehind.test(folded.slice(Math.max(0, start - 12), start)) ||
    leadsHour.test(folded.slice(Math.max(0, start - 14), start)) ||
    ofDay.test(folded.slice(end, end + 32));
  if (
    !isClock &&
    (!isLed || isOfYear.test(folded.slice(end, end + 10)) || isAgainst.test(folded.slice(Math.max(0, start - 12), start)))
  )
    return [];
  const written = folded.slice(start, end);
  const dotted = /^(\d{1,2})\.([0-5]\d)$/u.exec(written);
  const told = dotted ? [Number(dotted[1]) + Number(dotted[2]) / 60] : values;
  return told.map((hour) => hour % 12);
}

/**
 * "seize heures" where "after four" was said, "half acht" where 7.30 was: the same place on the face of the clock. `turned` where the answers
 * tell that place only for the other half of the day: "7 h du matin" of 19 h.
 */
export function isHourTold(reading: SentenceReading, quantity: Quantity, facts: readonly Fact[]): boolean | 'turned' {
  if (quantity.per !== undefined) return false;
  const said = reading.cited.flatMap(({ passages }) => passages.flatMap(saidIn));
  const times = toldIn(reading).filter((time) => overlaps(time, quantity));
  const hours: Time[] = (quantity.hours ?? []).map((hour) => ({ minutes: hour * 60 }));
  const here = times.length > 0 ? times : hours;
  const recorded = facts.flatMap((fact) => (fact.hours ?? []).map((hour): Time => ({ minutes: hour * 60 })));
  // What was found by its words tells the half of the day as well.
  const all = [...said, ...recorded.filter(({ minutes }) => !said.some((time) => near(time.minutes, minutes)))];
  const same = [...here, ...hours].flatMap((time) =>
    all.filter(({ minutes }) => near(time.minutes, minutes)).map(({ side }) => [time.side, side] as const),
  );
  if (same.length === 0) return false;
  const sides = new Set(times.flatMap(({ side }) => side ?? []));
  const isTurned = sides.size === 1 && same.every(([, side]) => side !== undefined && !sides.has(side));
  return isTurned ? 'turned' : true;
}

const tellsHour =
  /(?<!\p{L})(?:heures?|uur|u|h|half|kwart|quart|quarter|past|o'clock|am|pm|midi|minuit|noon|midnight|middernacht)(?!\p{L})|\d ?[hu:]/u;

/** An hour of the day, in figures or in words, is one that the cited answers tell: "neuf heures moins le quart" of 8 h 45. */
export const tellsTheirHour = (reading: SentenceReading): boolean =>
  tellsHour.test(reading.folded) &&
  toldIn(reading).some(({ minutes }) =>
    reading.cited.some(({ passages }) => passages.some((passage) => saidIn(passage).some((said) => near(said.minutes, minutes)))),
  );

interface Time {
  minutes: number;
  side?: 'am' | 'pm' | undefined;
}

const longest = 4000;

const toldIn = readOnce(({ folded, language }: SentenceReading) => clockTimes(folded.slice(0, longest), language));
const saidIn = readOnce(({ folded, lang }: Passage): Time[] => clockTimes(folded, lang));
