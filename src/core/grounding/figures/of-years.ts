import type { Fact } from '../evidence.ts';
import type { Quantity } from './quantities.ts';
import type { SentenceReading } from '../reading.ts';
import { isToldEarlier } from './told-order.ts';
import { shares } from './values.ts';

/** The years told beside a figure, as features of the words around it. */
export const yearsBeside = (reading: SentenceReading, quantity: Quantity): string[] =>
  isBeforeTurn(reading, quantity) ? [] : [...quantity.around].filter((feature) => feature.startsWith('year-'));

/** The one year told beside a figure is that of another figure, or another than it was recorded with. */
export function isOfOtherYear(
  reading: SentenceReading,
  years: readonly string[],
  own: readonly Fact[],
  facts: readonly Fact[],
): boolean {
  if (years.length !== 1) return false;
  const undated = own.filter((fact) => !isRecordedThen(reading, fact, years));
  return (
    isOfAnotherYear(reading, years, undated, facts) ||
    (!clauses.test(reading.folded) && undated.length === own.length && own.every((fact) => hasOtherYear(years, fact)))
  );
}

/** "19 in 2022-2023" where one line tells 47 for that school year and 19 for another. */
export const isOfOtherSpan = ({ around }: Quantity, own: readonly Fact[], facts: readonly Fact[]): boolean => {
  const [span, ...more] = [...around].filter((feature) => feature.startsWith('years-'));
  return (
    span !== undefined &&
    more.length === 0 &&
    own.length > 0 &&
    own.every(
      (fact) =>
        fact.line === undefined || (!fact.around.has(span) && [...fact.around].some((feature) => feature.startsWith('years-'))),
    ) &&
    own.some((fact) =>
      facts.some(
        (other) =>
          other.item !== undefined &&
          other.question === fact.question &&
          other.item === fact.item &&
          !shares(other.values, fact.values) &&
          isAlike(fact, other) &&
          other.around.has(span),
      ),
    )
  );
};

/** "In 2024 the group grew from 29 to 34": the year is that of the change, not of the number it began with. */
function isBeforeTurn({ folded, quantities: { list }, dates }: SentenceReading, quantity: Quantity): boolean {
  const next = list[list.indexOf(quantity) + 1];
  return (
    next !== undefined &&
    /(?<!\p{L})(?:de|d'|van|from) ?[€$£]?$/u.test(folded.slice(Math.max(0, quantity.start - 8), quantity.start)) &&
    /^(?: ?[\p{L}%€]+){0,3} (?:a|to|naar|tot) ?[€$£]?$/u.test(folded.slice(quantity.end, next.start)) &&
    !dates.some(({ start, end }) => start >= quantity.end && end <= next.start)
  );
}

/** "4,5 in 2021 and 11 in 2024" where the line tells 11 for 2021: the year belongs to the other figure. */
function isOfAnotherYear(
  reading: SentenceReading,
  years: readonly string[],
  own: readonly Fact[],
  facts: readonly Fact[],
): boolean {
  const isOf = (fact: Fact): boolean => years.some((year) => fact.around.has(year));
  return (
    own.length > 0 &&
    !own.some(isOf) &&
    own.every(
      (fact) =>
        (isToldEarlier(fact) || isOfPeriod(reading, fact, years)) &&
        facts.some(
          (other) =>
            other.question === fact.question &&
            other.item === fact.item &&
            other.item !== undefined &&
            other.outOfValues === undefined &&
            !shares(other.values, fact.values) &&
            isAlike(fact, other) &&
            isOf(other),
        ),
    )
  );
}

/** The figure was recorded for a time that a year of the sentence is no part of. */
function isOfPeriod(reading: SentenceReading, fact: Fact, years: readonly string[]): boolean {
  if (hasOtherYear(years, fact)) return true;
  const item = reading.evidence.answers.get(fact.question)?.answer.items?.find(({ id }) => id === fact.item);
  if (item?.period === undefined || item.value === undefined || !fact.values.includes(item.value)) return false;
  const { period } = item;
  return /(?:19|20)\d\d/u.test(period) && !years.some((year) => period.includes(year.slice('year-'.length)));
}

/** The value of a line is that of the line's period, and what stands in brackets behind it is of another: "2025 (9 in 2024)". */
function isRecordedThen(reading: SentenceReading, fact: Fact, years: readonly string[]): boolean {
  const item = reading.evidence.answers.get(fact.question)?.answer.items?.find(({ id }) => id === fact.item);
  if (item?.period === undefined || item.value === undefined || !fact.values.includes(item.value)) return false;
  const [period = ''] = item.period.split('(');
  return years.every((year) => period.includes(year.slice('year-'.length)));
}

/** Where a year may belong to another clause, or is counted from another one. */
const clauses =
  /;|(?<!\p{L})(?:an|annee|year|jaar) (?:plus tard|plus tot|suivante|precedente|later|earlier|before|eerder|voordien|daarvoor|daarna|nadien|ervoor)(?!\p{L})/u;

/** The figure was recorded with a year, and with another one. */
const hasOtherYear = (years: readonly string[], fact: Fact): boolean =>
  fact.kind !== 'ordinal' &&
  [...fact.around].some((feature) => feature.startsWith('year-')) &&
  !years.some((year) => fact.around.has(year));

/** Only figures of one kind are taken for one another: a sum of money is no share, a stretch of time no thing. */
export const isAlike = (a: Fact, b: Fact): boolean =>
  (a.kind === 'count' || a.kind === 'span') === (b.kind === 'count' || b.kind === 'span') &&
  (a.unit?.isMoney ?? false) === (b.unit?.isMoney ?? false) &&
  (a.unit?.isTime ?? false) === (b.unit?.isTime ?? false);
