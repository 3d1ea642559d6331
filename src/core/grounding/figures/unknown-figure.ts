import { isKeptOut } from '../evidence.ts';
import type { Reason } from '../material.ts';
import type { Quantity } from './quantities.ts';
import type { SentenceReading } from '../reading.ts';
import { shares } from './what-it-counts.ts';

/** Not in what is cited: in another answer that a text may use, or nowhere. */
export function unknown(reading: SentenceReading, quantity: Quantity): Reason {
  const elsewhere = [...reading.evidence.answers.values()].find(
    (answer) =>
      !isKeptOut(answer) && answer.facts.some((fact) => fact.kind === quantity.kind && shares(fact.values, quantity.values)),
  );
  const value = quantity.values[0] ?? quantity.label ?? '';
  return elsewhere
    ? reading.reason('figure', 'figure-elsewhere', 'red', quantity, { value, question: elsewhere.id })
    : reading.reason('figure', 'figure-unknown', 'red', quantity, { value });
}
