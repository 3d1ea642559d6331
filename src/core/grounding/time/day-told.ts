import type { Fact } from '../evidence.ts';
import type { Quantity } from '../figures/quantities.ts';
import { shares } from '../figures/values.ts';
import type { SentenceReading } from '../reading.ts';
import type { SeenDate } from './dates.ts';

/** What leads up to the day of a month: "on the 15th", "jusqu'au 25", "op de dertigste". */
const leadsDay =
  /(?:^|[^\p{L}])(?:le|au|du|the|de|den|tot|vanaf|op|on|by|until) (?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag) )?$/u;
const ofMonth = /^ (?:du mois|de chaque mois|van (?:de|elke) maand|of (?:the|each|every) month)(?!\p{L})/u;
const nounNext = /^ \p{L}{4}/u;
const lastDay = 31;

/** "the end of May, the 30th to be exact", "until the twenty-fifth": a day of a month that the answers tell by its number. */
export function isDayTold(
  reading: SentenceReading,
  { values, unit, start, end, kind }: Quantity,
  facts: readonly Fact[],
): boolean {
  const [day = 0] = values;
  if (day < 1 || day > lastDay) return false;
  const { folded, dates } = reading;
  const isLed = leadsDay.test(folded.slice(Math.max(0, start - 24), start));
  if (kind !== 'ordinal' && (unit?.isTime === false || (!isLed && unit !== undefined))) return false;
  const told = reading.cited.flatMap((answer) => answer.dates).filter((date) => date.day === day);
  const months = dates.flatMap(({ when }) => when.month ?? []);
  if (told.some(({ month }) => month !== undefined && months.includes(month))) return true;
  const behind = folded.slice(end, end + 16);
  if (!isLed || (nounNext.test(behind) && !ofMonth.test(behind))) return false;
  return (
    (months.length === 0 && told.length > 0) ||
    (kind === 'count' && facts.some((fact) => fact.kind === 'ordinal' && shares(fact.values, values)))
  );
}

const lastWeekday =
  /(?<!\p{L})(?:derni(?:er|ere)s?|laatste|last) (?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:mon|tues|wednes|thurs|fri|satur|sun)day)/u;

/** "the last Tuesday of every month" where "une fois par mois, le dernier mardi" was said. */
export const isLastWeekdayTold = ({ cited }: SentenceReading, { values }: Quantity): boolean =>
  values.includes(-1) && cited.some(({ passages }) => passages.some(({ folded }) => lastWeekday.test(folded)));

/** "the twelfth of July" where "the July row" and "on the Twelfth" were said: a day and a month that one answer tells apart. */
export const isDayOfMonth = ({ cited }: SentenceReading, { when: { day, month, year } }: SeenDate): boolean =>
  day !== undefined &&
  month !== undefined &&
  year === undefined &&
  cited.some(
    (answer) =>
      answer.dates.some((date) => date.month === month && date.day === undefined) &&
      answer.facts.some((fact) => fact.kind === 'ordinal' && fact.values.includes(day)),
  );
