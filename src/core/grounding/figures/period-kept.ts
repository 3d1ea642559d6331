import type { Fact } from '../evidence.ts';
import { periodsIn } from '../time/periods.ts';
import type { SentenceReading } from '../reading.ts';
import type { Quantity } from './quantities.ts';

/** A figure keeps what it is counted by: "a week" may not become "a month", nor the tonnes of a year those of each month. */
export function isPeriodKept(reading: SentenceReading, { per, isPerBeside, unit }: Quantity, fact: Fact): boolean {
  if (per === undefined || per === fact.per) return true;
  if (fact.per !== undefined) return false;
  if (per === 'week' && (isOfContract(fact) || unit?.senses.some((sense) => partsOfWeek.has(sense)))) return true;
  const isOther = isPerBeside && isCountedByAnother(fact);
  if (!isOther && fact.line?.features.has(per)) return true;
  const said = fact.line === undefined ? [] : periodsIn(fact.line.folded);
  const answer = reading.evidence.answers.get(fact.question);
  const isSpoken = answer?.periods.has(per) === true || (fact.item === undefined && answer?.features.has(per) === true);
  return isSpoken && !isOther && (!isPerBeside || (fact.line !== undefined && said.every((each) => each === per)));
}

/** "two evenings" are those of a week, where a week is spoken of. */
const partsOfWeek = new Set(['day', 'half-day', 'morning', 'afternoon', 'evening', 'night']);

/** "3,10 euros de l'heure", "2 euros la demi-journée", "£4 a lesson" */
const isCountedByAnother = ({ line, unit, end }: Fact): boolean =>
  line !== undefined &&
  /^ ?(?:par|per|de l'|l'|la|le|an?|each) ?\p{L}{2,}/u.test(line.folded.slice(unit ? Math.max(end, unit.end) : end));

/** The hours of a contract are those of a week, whether or not that is said. */
const isOfContract = ({ unit, line }: Fact): boolean =>
  unit?.senses.includes('hour') === true && line !== undefined && contract.test(line.folded);

const contract =
  /(?<!\p{L})(?:mi-temps|temps (?:plein|partiel)|contrats?|semaines?|halftijds?|deeltijds?|voltijds?|contract\p{L}*|weken|half-time|part-time|full-time|contracts?|weeks?)(?!\p{L})/u;
