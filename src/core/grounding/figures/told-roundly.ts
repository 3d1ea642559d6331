import type { Fact } from '../evidence.ts';
import type { Quantity } from './quantities.ts';
import type { SentenceReading } from '../reading.ts';
import { shares } from './values.ts';

/** How far a round number may stand from the exact one beside it, as a part of it. */
const farthest = 0.25;
const beside = /^(?: [\p{L}'-]+){0,4} ?(?:[,:(–-]| -) ?(?:\p{L}+ ){0,3}$/u;

/** "more than a dozen tenants, fourteen in fact": what is told in a round number is told exactly right beside it. */
export function isToldRoundly({ folded, quantities }: SentenceReading, round: Quantity, facts: readonly Fact[]): boolean {
  const { bound } = round;
  const [value = 0] = round.values;
  if (bound === undefined || value <= 0 || round.outOf !== undefined) return false;
  return quantities.list.some((exact) => {
    if (exact === round || exact.kind !== 'count' || exact.bound !== undefined) return false;
    const gap = exact.start > round.end ? folded.slice(round.end, exact.start) : folded.slice(exact.end, round.start);
    const off = (exact.values[0] ?? 0) / value - 1;
    const isSide = bound === 'about' || (bound === 'over' || bound === 'least' ? off >= 0 : off <= 0);
    return isSide && Math.abs(off) <= farthest && beside.test(gap) && facts.some((fact) => shares(fact.values, exact.values));
  });
}
