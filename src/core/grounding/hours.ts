import type { Fact } from './evidence.ts';
import type { Quantity } from './quantities.ts';
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

/** "seize heures" where "after four" was said: the same place on the face of the clock. */
export const isHourTold = ({ hours }: Quantity, facts: readonly Fact[]): boolean =>
  hours !== undefined && facts.some((fact) => fact.hours?.some((hour) => hours.some((each) => near(each, hour))) === true);
