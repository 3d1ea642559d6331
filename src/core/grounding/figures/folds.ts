import { isToldBack } from './told-order.ts';
import type { Fact } from '../evidence.ts';
import type { Quantifier } from './find-quantifiers.ts';
import type { SentenceReading } from '../reading.ts';
import { isAmong } from '../tokens.ts';

const factors: Record<string, number> = { double: 2, triple: 3, halved: 0.5 };
const asGood = 0.02;
/** How far "nearly doubled" and "more than doubled" may stand from twice as much. */
const roughly = 0.2;

const nearly =
  /(?:presque|quasi(?:ment)?|pratiquement|bijna|haast|nagenoeg|nearly|almost|all but|about|roughly|environ|ongeveer) (?:\p{L}+ )?$/u;
const more = /(?:plus que|plus de|meer dan|ruim|more than|over) (?:\p{L}+ )?$/u;

/** "doubled" where one line tells that it went from 12 to 24: as many times as much, in the order that things went. */
export function isFoldTold(
  { folded, tokens }: SentenceReading,
  { name, start, end }: Quantifier,
  facts: readonly Fact[],
): boolean {
  const factor = factors[name];
  if (factor === undefined) return false;
  const before = folded.slice(Math.max(0, start - 24), start);
  const fits = (ratio: number): boolean => {
    const off = ratio / factor - 1;
    if (more.test(before)) return off > 0 && off <= roughly;
    return Math.abs(off) <= asGood || (nearly.test(before) && off < 0 && off >= -roughly);
  };
  const told = tokens.filter((token) => token.content && (token.end <= start || token.start >= end));
  const counted = facts.filter((fact) => fact.line !== undefined && (fact.kind === 'count' || fact.kind === 'percent'));
  return counted.some(
    (first) =>
      told.some((token) => isAmong(token, first.wide)) &&
      counted.some(
        (then) =>
          then.line === first.line &&
          then.kind === first.kind &&
          (!first.unit || !then.unit || first.unit.stem === then.unit.stem) &&
          first.outOfValues === undefined &&
          then.outOfValues === undefined &&
          !isToldBack(first, then) &&
          fits((then.values[0] ?? 0) / (first.values[0] ?? 1)),
      ),
  );
}
