import type { Fact } from './evidence.ts';
import type { Reason } from './material.ts';
import type { Quantity } from './quantities.ts';
import type { SentenceReading } from './reading.ts';

const firmBounds = {
  over: ['over', 'least'],
  least: ['over', 'least'],
  under: ['under', 'most', 'nearly'],
  most: ['under', 'most', 'nearly'],
};

/** "More than", "about": the sentence leaves a figure on the side where it was recorded. */
export function isBoundKept(quantity: Quantity, fact: Fact): boolean {
  if (quantity.bound === undefined) return fact.bound === undefined;
  if (quantity.bound === 'about') return true;
  if (quantity.bound === 'nearly') return fact.bound !== 'over' && fact.bound !== 'least';
  return fact.bound !== undefined && firmBounds[quantity.bound].includes(fact.bound);
}

export function boundReason(reading: SentenceReading, quantity: Quantity, facts: readonly Fact[]): Reason {
  const value = quantity.values[0] ?? '';
  const place = { start: quantity.start, end: Math.max(quantity.end, quantity.unit?.end ?? 0) };
  return quantity.bound === undefined
    ? reading.reason('figure', 'figure-exactness', 'amber', place, { value, bound: facts[0]?.bound ?? '' })
    : reading.reason('figure', 'figure-bound', 'red', place, { value, bound: quantity.bound });
}
