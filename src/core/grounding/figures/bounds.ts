import type { Fact } from '../evidence.ts';
import type { Reason } from '../material.ts';
import type { Quantity } from './quantities.ts';
import type { SentenceReading } from '../reading.ts';
import type { Bound } from '../words/figure-words.ts';

const firmBounds = {
  over: ['over', 'least'],
  least: ['over', 'least'],
  under: ['under', 'most', 'nearly'],
  most: ['under', 'most', 'nearly'],
};

/** "More than", "about": the sentence leaves a figure on the side where it was recorded. */
export function isBoundKept(quantity: Quantity, fact: Fact): boolean {
  if (isKept(quantity.bound, fact.bound)) return true;
  if (quantity.mayBeAbout && quantity.bound === undefined && fact.bound === 'about') return true;
  // "Nobody under 22" and "none of them is under 22" name the same group, whatever the sentence denies of it.
  return (
    (quantity.ofNobody !== undefined || fact.ofNobody !== undefined) &&
    isKept(quantity.ofNobody ?? quantity.bound, fact.ofNobody ?? fact.bound)
  );
}

function isKept(bound: Bound | undefined, recorded: Bound | undefined): boolean {
  if (bound === undefined) return recorded === undefined;
  if (bound === 'about') return true;
  if (bound === 'nearly') return recorded !== 'over' && recorded !== 'least';
  return recorded !== undefined && firmBounds[bound].includes(recorded);
}

export function boundReason(reading: SentenceReading, quantity: Quantity, facts: readonly Fact[]): Reason {
  const value = quantity.values[0] ?? '';
  const place = { start: quantity.start, end: Math.max(quantity.end, quantity.unit?.end ?? 0) };
  return quantity.bound === undefined
    ? reading.reason('figure', 'figure-exactness', 'amber', place, { value, bound: facts[0]?.bound ?? '' })
    : reading.reason('figure', 'figure-bound', 'red', place, { value, bound: quantity.bound });
}
