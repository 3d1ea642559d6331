import type { Fact } from './evidence.ts';
import { clockTimes } from './clock-times.ts';
import { overlaps } from './plain.ts';
import type { Quantity } from './quantities.ts';
import type { SentenceReading } from './reading.ts';
import { near } from './values.ts';

/** What leads up to an hour of the day. */
const leadsHour =
  /(?:^|[^\p{L}])(?:a|des|vers|avant|apres|de|d'|jusqu'a|depuis|entre|et|passe|om|tot|vanaf|van|na|voor|rond|omstreeks|tegen|sinds|tussen|en|at|until|till|from|by|before|after|around|past|since|to|between|and|about) ?(?:l'|the )?$/u;

/** "7.15 in the morning", "quatre heures de l'après-midi". */
const ofDay =
  /^(?: ?(?:heures?|uur|h|u|o'clock))? ?(?:am|pm|a\.m|p\.m|in the (?:morning|afternoon|evening)|at night|du (?:matin|soir)|de l'apres-midi|'s (?:morgens|ochtends|middags|avonds|nachts)|in de (?:ochtend|voormiddag|namiddag|middag|avond))(?!\p{L})/u;

/** The hours on the face of a clock that a number of a text may name; none where it counts something. */
export function hoursOf(folded: string, { start, end, values, unit }: Quantity, isClock: boolean): number[] {
  const [value = -1] = values;
  if (value < 0 || value > 24 || (unit && !unit.senses.includes('hour'))) return [];
  const isLed = leadsHour.test(folded.slice(Math.max(0, start - 14), start)) || ofDay.test(folded.slice(end, end + 32));
  if (!isClock && !isLed) return [];
  const written = folded.slice(start, end);
  const dotted = /^(\d{1,2})\.([0-5]\d)$/u.exec(written);
  const told = dotted ? [Number(dotted[1]) + Number(dotted[2]) / 60] : values;
  return told.map((hour) => hour % 12);
}

/** "seize heures" where "after four" was said, "half acht" where 7.30 was: the same place on the face of the clock. */
export function isHourTold(reading: SentenceReading, quantity: Quantity, facts: readonly Fact[]): boolean {
  if (quantity.per !== undefined) return false;
  const { told, said } = timesOf(reading);
  const times = told.filter((time) => overlaps(time, quantity)).map(({ minutes }) => minutes);
  const here = [...times, ...(quantity.hours ?? []).map((hour) => hour * 60)];
  if (here.length === 0) return false;
  const recorded = facts.flatMap((fact) => (fact.hours ?? []).map((hour) => hour * 60));
  return here.some((minutes) => [...said, ...recorded].some((other) => near(minutes, other)));
}

interface Times {
  told: ReturnType<typeof clockTimes>;
  said: number[];
}

const remembered = new WeakMap<SentenceReading, Times>();
const longest = 4000;

/** Read once for all figures of a sentence. */
function timesOf(reading: SentenceReading): Times {
  const known = remembered.get(reading);
  if (known) return known;
  const { lang } = reading.evidence.material;
  const said = reading.cited.flatMap((answer) => answer.passages.flatMap(({ folded }) => clockTimes(folded, lang)));
  const times = {
    told: clockTimes(reading.folded.slice(0, longest), reading.language),
    said: said.map(({ minutes }) => minutes),
  };
  remembered.set(reading, times);
  return times;
}
