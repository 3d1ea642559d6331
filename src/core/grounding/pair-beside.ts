import type { Fact } from './evidence.ts';
import type { Quantity } from './quantities.ts';
import type { SentenceReading } from './reading.ts';
import { shares } from './what-it-counts.ts';

/**
 * "38 of our 63 members came" where "63 members; the meeting brought 38 together" was said: the answer tells both beside each other, and
 * neither is told as a part of something else. A part that was recorded out of another number keeps that one.
 */
export function isPairBeside(
  reading: SentenceReading,
  part: Quantity,
  whole: Quantity,
  fact: Fact,
  facts: readonly Fact[],
): boolean {
  if (fact.kind !== 'count' || fact.outOfValues !== undefined || fact.isBase || fact.bound !== undefined) return false;
  if (part.bound !== undefined || whole.bound !== undefined || (part.values[0] ?? 0) >= (whole.values[0] ?? 0)) return false;
  const isLong = reading.evidence.answers.get(fact.question)?.answer.items === undefined;
  return facts.some(
    (other) =>
      other.kind === 'count' &&
      other.question === fact.question &&
      other.item === fact.item &&
      (isLong || other.item !== undefined) &&
      shares(other.values, whole.values) &&
      other.isBase !== true &&
      isSameKind(other, fact),
  );
}

/** People are a part of people, things of things. */
const isSameKind = (whole: Fact, part: Fact): boolean =>
  whole.unit === undefined ||
  part.unit === undefined ||
  (!whole.unit.isTime &&
    !part.unit.isTime &&
    whole.unit.isMoney === part.unit.isMoney &&
    (whole.unit.isPeople === part.unit.isPeople || !whole.unit.isKnown || !part.unit.isKnown));
