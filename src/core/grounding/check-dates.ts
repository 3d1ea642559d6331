import { isSaid } from './dates.ts';
import type { Reason } from './material.ts';
import { isKeptOut } from './evidence.ts';
import type { SentenceReading } from './reading.ts';

/** Every date, period, season and weekday is said by a cited answer: as it is told, or more exactly. */
export function checkDates(reading: SentenceReading): Reason[] {
  const said = reading.cited.flatMap((answer) => answer.dates);
  return reading.dates.flatMap((date) => {
    if (isSaid(date.when, said)) return [];
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
