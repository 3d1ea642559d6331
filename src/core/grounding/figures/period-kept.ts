import type { Fact } from '../evidence.ts';
import { periodsIn } from '../time/periods.ts';
import type { SentenceReading } from '../reading.ts';
import type { Quantity } from './quantities.ts';

/** A figure keeps what it is counted by: "a week" may not become "a month", nor the tonnes of a year those of each month. */
export function isPeriodKept(reading: SentenceReading, { per, isPerBeside }: Quantity, fact: Fact): boolean {
  if (per === undefined || per === fact.per) return true;
  if (fact.per !== undefined) return false;
  if (per === 'week' && isOfContract(fact)) return true;
  const isSpoken = reading.evidence.answers.get(fact.question)?.periods.has(per) ?? false;
  return isSpoken && (!isPerBeside || (fact.line !== undefined && periodsIn(fact.line.folded).join() === per));
}

/** The hours of a contract are those of a week, whether or not that is said. */
const isOfContract = ({ unit, line }: Fact): boolean =>
  unit?.senses.includes('hour') === true && line !== undefined && contract.test(line.folded);

const contract =
  /(?<!\p{L})(?:mi-temps|temps (?:plein|partiel)|contrats?|semaines?|halftijds?|deeltijds?|voltijds?|contract\p{L}*|weken|half-time|part-time|full-time|contracts?|weeks?)(?!\p{L})/u;
