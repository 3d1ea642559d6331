import { smallNumbers } from '../../reading/numbers/number-lexicon.ts';
import type { Fact } from '../evidence.ts';
import { isLimitTold } from '../figures/limits.ts';
import type { Quantity } from '../figures/quantities.ts';
import type { SentenceReading } from '../reading.ts';
import type { When } from './when.ts';
import { shares } from '../figures/values.ts';

const apart =
  /^ ?(?:plus tot|plus tard|auparavant|apres|avant|eerder|later|na|daarvoor|daarna|ervoor|erna|nadien|voordien|earlier|before|after|afterwards|on)(?!\p{L})/u;

/** "en deux ans", "op twee jaar". */
const within = /(?:^|[^\p{L}])(?:en|sur|in|over|within|op|binnen|na|apres|after) (?:a |the |de )?$/u;

/** "deux ans plus tôt": the stretch between two years that one line of a cited answer tells. */
export function isYearsApart(reading: SentenceReading, quantity: Quantity): boolean {
  const { unit } = quantity;
  if (!unit?.senses.includes('year')) return false;
  const isWithin = within.test(reading.folded.slice(Math.max(0, quantity.start - 12), quantity.start));
  if (!isWithin && !apart.test(reading.folded.slice(unit.end, unit.end + 16))) return false;
  const told = reading.dates.flatMap(({ when }) => when.year ?? []);
  return reading.cited.some((answer) => {
    const spans = (dates: readonly When[], isLine: boolean): boolean => {
      const years = [...new Set(dates.flatMap(({ year }) => year ?? []))];
      return years.some((from) =>
        years.some(
          (to) =>
            (((isWithin || told.length === 0) && isLine) || told.includes(from) || told.includes(to)) &&
            quantity.values.includes(to - from) &&
            to > from,
        ),
      );
    };
    // Counted from a year that the sentence tells, the other one may stand in another line of the answer.
    return (
      [...answer.itemDates.values()].some((dates) => spans(dates, true)) ||
      spans(answer.dates, answer.itemDates.size === 0 || reading.quantities.list.length > 2)
    );
  });
}

/** "four months, from October to January": as many as the stretch of months that the answers or the sentence tell. */
export function isMonthsLong(reading: SentenceReading, { unit, values, bound }: Quantity): boolean {
  if (!unit?.senses.includes('month') || (bound !== undefined && bound !== 'about')) return false;
  const dates = [...reading.dates.map(({ when }) => when), ...reading.cited.flatMap((answer) => answer.dates)];
  return dates.some(({ month, toMonth, year, toYear }) => {
    if (month === undefined || toMonth === undefined) return false;
    const years = year === undefined || toYear === undefined ? 0 : toYear - year;
    const apart = years > 0 ? years * 12 + toMonth - month : (toMonth - month + 12) % 12;
    // From October to January are four months with both of them, and three from the one to the other.
    return values.includes(apart + 1) || values.includes(apart);
  });
}

const inDays: Record<string, number> = { year: 360, 'quarter-year': 90, month: 30, week: 7, day: 1 };
const inMinutes: Record<string, number> = { hour: 60, 'quarter-hour': 15, minute: 1 };
const inKilos: Record<string, number> = { ton: 1000, kilo: 1, gram: 0.001 };
const inMetres: Record<string, number> = { kilometre: 1000, metre: 1, centimetre: 0.01 };
const inSquareMetres: Record<string, number> = { hectare: 10_000, 'are-of-land': 100, 'square-metre': 1 };
const inLitres: Record<string, number> = { hectolitre: 100, litre: 1 };
const inHours: Record<string, number> = { week: 7 * 24, day: 24, hour: 1 };
/** "quinze jours" are two weeks and "huit jours" is one. */
const inWeeks = (values: readonly number[], measure: string | undefined): number[] =>
  measure === 'week'
    ? [...values]
    : measure === 'day'
      ? values.flatMap((value) => (value === 15 || value === 14 ? 2 : value === 8 || value === 7 ? 1 : []))
      : [];

const lengthsIn = (measures: Record<string, number>, of: Quantity | Fact): number[] => {
  const [measure] = (of.unit?.senses ?? []).flatMap((sense) => measures[sense] ?? []);
  // "2.400 ton" may be read as 2.4 as well: what was most likely meant is measured anew.
  return measure === undefined ? [] : of.values.slice(0, 1).map((value) => Math.round(value * measure * 1e6) / 1e6);
};

const more = "(?:(over|more than|plus d'|plus de|meer dan|langer dan) ?)?(?<!\\p{L})";
const behind =
  '(?= (?:qui (?:suit|suivait|a suivi|precede)|suivant|precedant|apres|avant|d.apres|d.avant|ecoule|na|voor|nadien|daarna|dat (?:volgt|volgde)|die (?:volgt|volgde)|after|before|following|that (?:follows|followed)))';
const first = '(?:premi(?:er|ere)|1re|1er|eerste|first)';

/** How long a stretch is that is told without a number, in days and in minutes. */
const spoken: [RegExp, string, number][] = (
  [
    ['(?:a|un|een|one) (?:year|an|jaar)(?! (?:and a half|et demi)|\\p{L})', 'year', 1],
    [
      `(?:(?:l'annee|the year|het jaar)${behind}|(?:l'annee|the|het) ?${first}e? (?:annee|year|jaar)|${first}e? (?:annee|year|jaar)|toute une annee|une annee|a twelvemonth)(?!\\p{L})`,
      'year',
      1,
    ],
    ['(?:half a year|(?:een )?half ?jaar|six months|six mois|zes maanden|un semestre)(?!\\p{L})', 'year', 0.5],
    ['(?:a year and a half|un an et demi|anderhalf jaar)(?!\\p{L})', 'year', 1.5],
    [
      `(?:(?:le trimestre|the quarter|het kwartaal)${behind}|${first} (?:trimestre|kwartaal|quarter)|un trimestre|een kwartaal|a quarter(?! of))(?!\\p{L})`,
      'year',
      0.25,
    ],
    ["(?:une quinzaine(?! d[e'])(?!\\p{L}))", 'day', 15],
    ['fortnight(?!\\p{L})', 'day', 14],
    ['(?:half an hour|une demi-heure|een half ?uur)(?!\\p{L})', 'hour', 0.5],
    ['(?:an hour and a half|une heure et demie|anderhalf uur)(?!\\p{L})', 'hour', 1.5],
    ['(?:decennal\\p{L}*|decennies?|decennium|decennia|decades?|tienjarige?)(?!\\p{L})', 'year', 10],
    ['(?:quinquennal\\p{L}*|quinquennats?|vijfjarige?|lustrum)(?!\\p{L})', 'year', 5],
    ['(?:quadriennal\\p{L}*|vierjarige?)(?!\\p{L})', 'year', 4],
    ['(?:triennal\\p{L}*|triennial|driejarige?)(?!\\p{L})', 'year', 3],
    ['(?:biennal\\p{L}*|biennial|tweejarige?)(?!\\p{L})', 'year', 2],
    ['(?:un siecle|siecles?|een eeuw|eeuw|a century|century)(?!\\p{L})', 'year', 100],
  ] as const
).map(([words, measure, value]) => [new RegExp(`${more}${words}`, 'gu'), measure, value]);

/** "a year" is twelve months, "anderhalf uur" ninety minutes: a stretch that the cited answers tell in another measure. */
export function isStretchSaid(reading: SentenceReading, quantity: Quantity, facts: readonly Fact[]): boolean {
  const hours = hoursBefore(reading.folded, quantity);
  const minutes = hours * 60 + (quantity.values[0] ?? 0);
  if (hours > 0 && facts.some((fact) => lengthsIn(inMinutes, fact).some((length) => Math.abs(length - minutes) < asGood)))
    return true;
  if (facts.some((fact) => isSameStretch(quantity, fact, !reading.isSameLanguage))) return true;
  if (quantity.outOf !== undefined || quantity.unit === undefined) return false;
  if (inWeeks(quantity.values, quantity.unit.senses[0]).includes(2) && isFortnightSaid(reading)) return true;
  return spoken.some(([pattern, measure, value]) => {
    const length = value * (inDays[measure] ?? inMinutes[measure] ?? 0);
    const isSame = lengthsIn(measure === 'hour' ? inMinutes : inDays, quantity).includes(length);
    return (
      isSame &&
      reading.cited.some((answer) =>
        answer.passages.some(({ folded }) =>
          [...folded.matchAll(pattern)].some((match) => (match[1] !== undefined) === (quantity.bound === 'over')),
        ),
      )
    );
  });
}

/** "an hour and ten minutes": the hours told before the minutes. */
function hoursBefore(folded: string, { start, unit }: Quantity): number {
  if (!unit?.senses.includes('minute')) return 0;
  const word = hoursAhead.exec(folded.slice(Math.max(0, start - 32), start))?.[1];
  if (word === undefined) return 0;
  return /^\d/u.test(word) ? Number(word) : (smallNumbers[word] ?? 1);
}
const hoursAhead = new RegExp(
  `(?<!\\p{L})(\\d{1,2}|${Object.keys(smallNumbers).join('|')}|une?|een|an?|one) (?:hours?|heures?|uur|uren),? (?:and |et |en )?$`,
  'u',
);

const isFortnightSaid = ({ cited }: SentenceReading): boolean =>
  cited.some((answer) => answer.passages.some(({ folded }) => fortnight.test(folded)));
const fortnight = /(?<!\p{L})(?:fortnight|(?:une|la|premiere) quinzaine(?! d)|veertiendaags\p{L}*)(?!\p{L})/u;

/** Minutes may have been told as a part of an hour. */
const asGood = 1e-3;

const inMonths: Record<string, number> = { year: 12, 'quarter-year': 3, month: 1 };
/** A month is said of four weeks, and has a few days more. */
const weeksOfMonth = [4, 4.35] as const;

/** "un mois et demi" of six weeks, "drie maanden" of thirteen; 365 days of a year. */
const isWeeksOfMonths = (weeks: Quantity | Fact, months: Quantity | Fact): boolean => {
  const [length = 0] = lengthsIn(inMonths, months);
  if (length === 0) return false;
  if (weeks.unit?.senses[0] === 'day') return length === 12 && (weeks.values[0] === 365 || weeks.values[0] === 366);
  const [count = 0] = weeks.unit?.senses[0] === 'week' ? weeks.values : [];
  return count >= length * weeksOfMonth[0] && count <= length * weeksOfMonth[1];
};

/** The same stretch in another measure, with the same bound. */
function isSameStretch(quantity: Quantity, fact: Fact, isOtherLanguage: boolean): boolean {
  if (fact.kind !== 'count' && fact.kind !== 'span') return false;
  const [measure] = quantity.unit?.senses ?? [];
  if (measure === undefined || quantity.outOf !== undefined) return false;
  const weeks = inWeeks(quantity.values, measure);
  // "quinze jours" are "veertien dagen", and in one language 15 are not 14.
  if (fact.unit?.senses.includes(measure))
    return isOtherLanguage && measure === 'day' && shares(weeks, inWeeks(fact.values, measure));
  const isSame =
    [inDays, inMinutes, inHours, inKilos, inMetres, inSquareMetres, inLitres].some((measures) =>
      lengthsIn(measures, quantity).some((length) =>
        lengthsIn(measures, fact).some((other) => Math.abs(other - length) < asGood),
      ),
    ) ||
    inWeeks(fact.values, fact.unit?.senses[0]).some((value) => weeks.includes(value)) ||
    isWeeksOfMonths(quantity, fact) ||
    isWeeksOfMonths(fact, quantity);
  return isSame && (quantity.bound === 'about' || (quantity.bound ?? fact.bound) === fact.bound || isLimitTold(quantity, fact));
}
