import { isSaid, type When } from './when.ts';
import type { Reason } from './material.ts';
import { isKeptOut } from './evidence.ts';
import type { SentenceReading } from './reading.ts';
import { isAmong } from './tokens.ts';

/** Every date, period, season and weekday is said by a cited answer: as it is told, or more exactly. */
export function checkDates(reading: SentenceReading): Reason[] {
  const said = reading.cited.flatMap((answer) => answer.dates);
  const lines = linesTold(reading);
  return reading.dates.flatMap((date) => {
    if (isSaid(date.when, said))
      return isOfOtherLine(date.when, lines) ? [reading.reason('date', 'date-other-figure', 'red', date)] : [];
    const elsewhere = [...reading.evidence.answers.values()].find(
      (answer) => !isKeptOut(answer) && isSaid(date.when, answer.dates),
    );
    return [
      elsewhere
        ? reading.reason('date', 'date-elsewhere', 'red', date, { question: elsewhere.id })
        : reading.reason('date', 'date-unknown', 'red', date),
    ];
  });
}

const leastAlike = 2;

interface ToldLine {
  dates: readonly When[];
  /** How many words of the sentence stand in it. */
  alike: number;
}

/** The lines of the one list that is cited, where several tell dates. */
function linesTold(reading: SentenceReading): ToldLine[] {
  const [answer, ...others] = reading.cited;
  if (!answer || others.length > 0 || answer.itemDates.size < 2 || reading.dates.length === 0) return [];
  const told = reading.tokens.filter(
    (token) =>
      token.content &&
      !reading.dates.some(({ when, start, end }) => when.weekday === undefined && token.start >= start && token.end <= end),
  );
  return [...answer.itemDates].map(([item, dates]) => {
    const features = answer.passages.filter((passage) => passage.item === item).map((passage) => passage.features);
    return { dates, alike: told.filter((token) => features.some((each) => isAmong(token, each))).length };
  });
}

/** The line that the sentence tells has a time of its own, and this one is told only by a line it does not speak of. */
function isOfOtherLine(when: When, lines: readonly ToldLine[]): boolean {
  if (lines.length === 0 || when.weekday !== undefined) return false;
  const best = Math.max(...lines.map(({ alike }) => alike));
  const own = lines.filter(({ alike }) => alike === best);
  const saying = lines.filter(({ dates }) => isSaid(when, dates));
  return (
    best >= leastAlike &&
    own.length === 1 &&
    (own[0]?.dates.length ?? 0) > 0 &&
    saying.length > 0 &&
    saying.every(({ alike }) => alike <= best - leastAlike)
  );
}
