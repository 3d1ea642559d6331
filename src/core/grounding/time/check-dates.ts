import { dayOf, weekdayOf } from '../../reading/dates/calendar.ts';
import { isSaid, type When } from './when.ts';
import type { Reason } from '../material.ts';
import type { SeenDate } from './dates.ts';
import { isDayOfMonth } from './day-told.ts';
import { daysNamed } from './days-named.ts';
import { isCompounded } from './compounds.ts';
import { isYearCounted } from './years-counted.ts';
import { isOfYearBeside, isYearRound } from './year-round.ts';
import { isKeptOut } from '../evidence.ts';
import type { SentenceReading } from '../reading.ts';
import { isAmong } from '../tokens.ts';
import { overlaps } from '../plain.ts';
import { clauseOfTime, mostTimes } from './clause.ts';

/** Every date, period, season and weekday is said by a cited answer: as it is told, or more exactly. */
export function checkDates(reading: SentenceReading): Reason[] {
  const said = reading.cited.flatMap((answer) => answer.dates);
  const lines = linesOf(reading);
  return reading.dates.flatMap((date) => {
    if (isWeekdayOf(reading, date, said) || isYearBeside(date.when, said) || isNamedBeside(reading, date, said)) return [];
    if (isCount(reading, date) || isDayOfRange(reading, date) || isDayOfMonth(reading, date)) return [];
    if (isYearRound(reading, date) || isOfYearBeside(reading, date.when)) return [];
    if (isYearCounted(reading, date.when) || isCompounded(reading, date.when) || isDecadeOf(reading, date, said)) return [];
    if (isSaid(date.when, said))
      return isOfOtherLine(reading, lines, date) ? [reading.reason('date', 'date-other-figure', 'red', date)] : [];
    const elsewhere = [...reading.evidence.answers.values()].find(
      (answer) => !isKeptOut(answer) && isSaid(date.when, answer.dates),
    );
    // "the Wednesday group" is called after its day: only another day told by the answer itself contradicts it.
    const isAlone = reading.dates.every(({ when }) => when.day === undefined);
    if (date.when.weekday !== undefined && isAlone && elsewhere && !said.some((when) => when.weekday !== undefined)) return [];
    return [
      elsewhere
        ? reading.reason('date', 'date-elsewhere', 'red', date, { question: elsewhere.id })
        : reading.reason('date', 'date-unknown', 'red', date),
    ];
  });
}

/** "Wednesday" where "every weekday" or "di–za" was said, in the line that the sentence tells. */
function isDayOfRange({ cited, tokens }: SentenceReading, { when: { weekday } }: SeenDate): boolean {
  if (weekday === undefined) return false;
  const told = tokens.filter(({ content }) => content);
  const lines = cited.flatMap(({ passages }) =>
    passages.map(({ folded, features }) => ({ folded, alike: told.filter((token) => isAmong(token, features)).length })),
  );
  const best = Math.max(...lines.map(({ alike }) => alike));
  return lines.some(({ folded, alike }) => alike === best && daysNamed(folded).has(weekday));
}

/** "38 guests, against 22 the year before": the answers tell of two years that follow each other, and the sentence of none by its number. */
function isYearBeside({ isBeside, year }: When, said: readonly When[]): boolean {
  const years = new Set(said.flatMap((when) => when.year ?? []));
  return isBeside === true && year === undefined && [...years].some((each) => years.has(each + 1));
}

/** "vrijdag 11 april 2025" where that day is told: the calendar knows which day of the week it is. */
function isWeekdayOf({ dates, folded }: SentenceReading, { when, start, end }: SeenDate, said: readonly When[]): boolean {
  const { weekday } = when;
  if (weekday === undefined) return false;
  const beside = dates.find(
    (other) =>
      other.when.day !== undefined &&
      ((other.start >= end && /^,? ?(?:le |the |de |den )?$/u.test(folded.slice(end, other.start))) ||
        (other.end <= start && /^,? ?\(?(?:un |a |een )?$/u.test(folded.slice(other.end, start)))),
  )?.when;
  return (
    beside !== undefined &&
    said.some(
      ({ year, month, day }) =>
        year !== undefined &&
        month !== undefined &&
        day !== undefined &&
        month === beside.month &&
        day === beside.day &&
        (beside.year ?? year) === year &&
        weekdayOf(dayOf(year, month, day)) === weekday,
    )
  );
}

/** "1904 kledingstukken": a number that looks like a year. */
const isCount = ({ cited, folded }: SentenceReading, { when, start, end }: SeenDate): boolean =>
  when.year !== undefined &&
  when.month === undefined &&
  when.toYear === undefined &&
  /^\d{4}$/u.test(folded.slice(start, end)) &&
  /^ \p{L}{3}/u.test(folded.slice(end, end + 4)) &&
  cited.some((answer) => answer.facts.some((fact) => fact.kind === 'count' && fact.values.includes(when.year ?? 0)));

/** "L'an dernier, en 2024": the year is told right beside, and stands by itself. */
const isNamedBeside = ({ dates, folded }: SentenceReading, { when, start, end }: SeenDate, said: readonly When[]): boolean =>
  (when.relative === 'last-year' || when.relative === 'next-year') &&
  when.year === undefined &&
  dates.some(
    (other) =>
      other.when.year !== undefined &&
      isSaid(other.when, said) &&
      (/^,? ?\(?(?:en|in|soit|c'est-a-dire|that is)? ?$/u.test(folded.slice(end, other.start)) ||
        /^\)?,? ?\(?(?:so |donc |dus )?$/u.test(folded.slice(other.end, start))) &&
      (other.start >= end || other.end <= start),
  );

/** "the 1920s", "les années 1920" where 1921 was said. */
const isDecadeOf = (
  { folded }: SentenceReading,
  { when: { year, month }, start, end }: SeenDate,
  said: readonly When[],
): boolean =>
  year !== undefined &&
  month === undefined &&
  year % 10 === 0 &&
  (/^'?s(?!\p{L})/u.test(folded.slice(end, end + 3)) ||
    /(?:annees|jaren) $/u.test(folded.slice(Math.max(0, start - 8), start))) &&
  said.some((when) => when.year !== undefined && Math.floor(when.year / 10) * 10 === year);

const leastAlike = 2;

interface Line {
  dates: When[];
  /** The senses and stems of its words. */
  features: ReadonlySet<string>[];
  /** A figure of the sentence is one of its own. */
  isTold: boolean;
}

/** The lines of the one answer that the sentence cites; none where there is nothing to choose. */
function linesOf(reading: SentenceReading): Line[] {
  const [answer] = reading.cited;
  if (reading.cited.length !== 1 || !answer || answer.itemDates.size < 2 || reading.dates.length > mostTimes) return [];
  const figures = new Set(reading.quantities.list.flatMap(({ values }) => values));
  return [...answer.itemDates].map(([item, dates]) => ({
    dates,
    features: answer.passages.filter((passage) => passage.item === item).map((passage) => passage.features),
    isTold: answer.facts.some((fact) => fact.item === item && fact.values.some((value) => figures.has(value))),
  }));
}

/** The line that this part of the sentence tells has a time of its own, and this one is told only by a line it does not speak of. */
function isOfOtherLine(
  { dates, tokens, folded, language }: SentenceReading,
  lines: readonly Line[],
  { when, start, end }: SeenDate,
): boolean {
  if (lines.length === 0 || when.weekday !== undefined) return false;
  const times = dates.filter((date) => date.when.weekday === undefined);
  const clause = clauseOfTime(folded, tokens, language, { start, end }, times);
  const told = tokens.filter((token) => token.content && overlaps(token, clause) && !times.some((time) => overlaps(time, token)));
  const alike = new Map(
    lines.map((line) => [line, told.filter((token) => line.features.some((each) => isAmong(token, each))).length]),
  );
  const best = Math.max(...alike.values());
  const own = lines.filter((line) => alike.get(line) === best);
  const saying = lines.filter((line) => isSaid(when, line.dates));
  // A sentence may tell several lines: that of a figure of its own is one of them.
  return (
    best >= leastAlike &&
    own.length === 1 &&
    own[0]?.dates.some(({ weekday }) => weekday === undefined) === true &&
    saying.length > 0 &&
    saying.every((line) => (alike.get(line) ?? 0) <= best - leastAlike && !line.isTold)
  );
}
