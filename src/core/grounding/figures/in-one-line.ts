import type { Fact } from '../evidence.ts';
import { featureSet, isAmong, type Token } from '../tokens.ts';

const frame = /^(?:sur|parmi|chez|pour|dans|of|among|for|in|van|onder|bij|voor) [^,:;.\d]{3,40}[,:] /u;

/** "Sur les anciens, neuf sont venus, quatre n'ont pas répondu": what a line begins with is said of all its figures. */
export const isInFrame = (token: Token, own: Fact, { line }: Fact): boolean => {
  const length = line !== undefined && line === own.line ? (frame.exec(line.folded)?.[0].length ?? 0) : 0;
  return length > 0 && isAmong(token, featureSet(line?.tokens.filter(({ end }) => end < length) ?? []));
};

const ofThose =
  /(?<!\p{L})(?:(?:on|nous|ils|elles|il y) en|en (?:a|avons|ont)|dont|parmi|van hen|ervan|daarvan|er|of (?:them|whom|these))(?!\p{L})/u;

/** "The eleven who left early: we found two of them": the few are of those told before. */
export const isOfThose = (own: Fact, before: Fact): boolean =>
  own.line !== undefined &&
  own.line === before.line &&
  before.end < own.start &&
  before.unit?.isPeople === true &&
  own.unit === undefined &&
  (own.values[0] ?? 0) < (before.values[0] ?? 0) &&
  ofThose.test(own.line.folded.slice(before.end, own.end + 12));

/** "By survey and in groups we heard 73": all of them, told by the ways in which each part was. */
export const isTheirSum = (own: readonly Fact[], parts: readonly Fact[]): boolean => {
  const values = new Set(parts.flatMap(({ values: [value = 0] }) => value));
  const sum = [...values].reduce((total, value) => total + value, 0);
  return values.size > 1 && own.some((fact) => fact.values.includes(sum));
};

/** "a board of seven: five farmers, two trainees": the number before them is all of them. */
export function isSumOfRow(part: Fact, whole: Fact, facts: readonly Fact[]): boolean {
  if (part.line === undefined || part.line !== whole.line || whole.start >= part.start) return false;
  const row = facts.filter(
    ({ line, start, kind, outOfValues }) =>
      line === whole.line && start > whole.start && kind === 'count' && outOfValues === undefined,
  );
  let sum = 0;
  return row.some((fact) => {
    sum += fact.values[0] ?? 0;
    return fact.start >= part.start && whole.values.includes(sum);
  });
}
