import { boundReason, isBoundKept } from './bounds.ts';
import type { Fact } from '../evidence.ts';
import { isLimitKept, isLimitTold } from './limits.ts';
import type { Reason } from '../material.ts';
import { isCountedBy } from './other-words.ts';
import type { Quantity } from './quantities.ts';
import type { SentenceReading } from '../reading.ts';
import { featureSet, isAmong } from '../tokens.ts';
import { doesUnitFit } from './unit-fit.ts';
import type { Unit } from './units.ts';
import { unknown } from './unknown-figure.ts';
import { near, shares, whatItCounts } from './what-it-counts.ts';

/** Percentages say little of fewer people than this (method: checks before a finding is kept). */
const fewestForPercentage = 30;

const asShare = (quantity: Quantity | Fact): number => (quantity.values[0] ?? 0) / (quantity.kind === 'percent' ? 100 : 1);

const half = 0.5;
const farthestPart = 90;

/** "la moitié revient aux bénévoles" where "douze sièges : six pour les bénévoles" was said: of all shares a half alone may be seen at a glance. */
const isHalfOf = (reading: SentenceReading, { kind, values, unit }: Quantity, part: Fact, facts: readonly Fact[]): boolean => {
  const isPart =
    kind === 'share' &&
    values.includes(half) &&
    part.kind === 'count' &&
    part.bound === undefined &&
    part.unit?.isTime !== true &&
    part.unit?.isMoney !== true &&
    (unit === undefined || part.unit?.isPeople === unit.isPeople);
  if (!isPart) return false;
  // The sentence names the whole, and those who are half of it.
  const isNamed = (of: readonly number[]): boolean =>
    reading.quantities.list.some((other) => other.kind === 'count' && shares(other.values, of));
  const theirs = featureSet(part.aroundTokens.filter(({ start }) => start >= part.end));
  const isTheirs = reading.tokens.some(
    (token) =>
      token.content &&
      (isAmong(token, theirs) ||
        (theirs.size === 0 && token.concepts.some((concept) => part.unit?.senses.includes(concept) === true))),
  );
  if (!isTheirs) return false;
  if (part.outOfValues !== undefined) return isDouble(part.outOfValues, part.values) && isNamed(part.outOfValues);
  return facts.some(
    (whole) =>
      whole.kind === 'count' &&
      whole.line !== undefined &&
      whole.line === part.line &&
      whole.end < part.start &&
      part.start - whole.end < farthestPart &&
      divides.test(whole.line.folded.slice(whole.end, part.start)) &&
      isDouble(whole.values, part.values) &&
      isNamed(whole.values),
  );
};
const isDouble = ([whole = 0]: readonly number[], [part = 0]: readonly number[]): boolean => part > 0 && near(whole, part * 2);
const divides = /^[^.;!?]*(?::|,? (?:dont|waarvan|waaronder|onder wie|of which|of whom|including))/u;

function isSameShare(reading: SentenceReading, quantity: Quantity, fact: Fact, facts: readonly Fact[]): boolean {
  if (isHalfOf(reading, quantity, fact, facts)) return true;
  if (fact.kind === 'percent' || fact.kind === 'share') {
    const isWritten = fact.kind === quantity.kind && shares(fact.values, quantity.values);
    return isWritten || near(asShare(quantity), asShare(fact));
  }
  // "trois sur quatre" may be told as three quarters; 11 out of 14 may not be worked out.
  const [part = 0] = fact.values;
  const [whole = 0] = fact.outOfValues ?? [];
  return (
    quantity.kind === 'share' &&
    fact.kind === 'count' &&
    whole > 0 &&
    whole <= 10 &&
    part < whole &&
    near(asShare(quantity), part / whole) &&
    fact.isSmallPair === true
  );
}

/** A share or a percentage is recorded as it is told; none is worked out. */
export function checkShare(
  reading: SentenceReading,
  quantity: Quantity,
  facts: readonly Fact[],
  matched: Map<Quantity, Fact[]>,
): Reason[] {
  const valued = facts.filter((fact) => isSameShare(reading, quantity, fact, facts));
  const same = valued.filter(
    (fact) =>
      (!quantity.unit || !fact.unit?.isPeople || doesUnitFit(quantity.unit, fact, facts, reading)) &&
      !isOfOthers(reading, quantity.ofThings, fact, facts) &&
      !(fact.unit === undefined && isOfOthers(reading, quantity.unit, fact, facts)),
  );
  if (valued.length > 0 && same.length === 0)
    return [reading.reason('figure', 'figure-unit', 'red', quantity, { value: quantity.values[0] ?? '' })];
  matched.set(quantity, same);
  const reasons: Reason[] = [];
  if (same.length === 0 && quantity.kind === 'share' && isOfFigureBeside(reading, quantity, asShare(quantity), facts)) return [];
  if (same.length === 0) reasons.push(unknown(reading, quantity));
  else {
    const isBounded = (fact: Fact): boolean =>
      isBoundKept(quantity, fact) || isLimitTold(quantity, fact) || isLimitKept(reading.folded, quantity, fact);
    if (!same.some(isBounded)) reasons.push(boundReason(reading, quantity, same));
    reasons.push(...whatItCounts(reading, quantity, same, facts));
  }
  if (quantity.kind === 'percent')
    reasons.push(...checkBase(reading, quantity, same), ...checkSmallBase(reading, quantity, same));
  return reasons;
}

/** "64 % of the loans" where 64 % of the borrowers was recorded, and the loans in another line. */
const isOfOthers = (reading: SentenceReading, of: Unit | undefined, fact: Fact, facts: readonly Fact[]): boolean =>
  of !== undefined &&
  !of.isGeneral &&
  isCountedBy(of, fact, facts, reading) &&
  !of.senses.some((sense) => fact.wide.has(sense)) &&
  !fact.wide.has(`~${of.stem}`);

/** How far a share may stand from the figure beside it that it tells in round words. */
const roundly = { about: 0.04, nearly: 0.06, over: 0.2, least: 0.2, under: 0.2, most: 0.2 };
const asGood = 0.02;

/** Whether a share with its bound is a true telling of a ratio: "more than half" of 7 out of 12. */
function tells({ bound }: Quantity, share: number, ratio: number): boolean {
  if (bound === undefined) return Math.abs(ratio - share) <= asGood;
  if (Math.abs(ratio - share) > roundly[bound]) return false;
  if (bound === 'about') return true;
  if (bound === 'over') return ratio > share;
  if (bound === 'least') return ratio >= share - 1e-6;
  return bound === 'most' ? ratio <= share + 1e-6 : ratio < share;
}

/** "a third, 21 of 63", "more than three quarters, 76 % to be exact": a share of what stands beside it and was recorded. */
export const isOfFigureBeside = (reading: SentenceReading, share: Quantity, value: number, facts: readonly Fact[]): boolean =>
  reading.quantities.list.some((part) => {
    if (part === share) return false;
    if (part.kind === 'percent')
      return (
        part.bound === undefined &&
        facts.some((fact) => fact.kind === 'percent' && shares(fact.values, part.values)) &&
        tells(share, value, asShare(part))
      );
    const whole = part.outOf === undefined ? undefined : reading.quantities.list[part.outOf];
    return (
      whole !== undefined &&
      tells(share, value, (part.values[0] ?? 0) / (whole.values[0] ?? 1)) &&
      facts.some((fact) => shares(fact.values, part.values) && fact.outOfValues && shares(fact.outOfValues, whole.values))
    );
  });

const ofBase = /^ (?:de|des|of|of the|van|van de) (?:\p{L}+ )?$/u;
const among = /(?:^|[^\p{L}])(?:parmi|sur|of|among|out of|van|onder|bij) (?:les |nos |the |our |de |onze )?$/u;

/** "71 % of 86", "parmi les 86 membres, 71 %": how many the sentence takes a percentage of. */
function statedBase({ folded, quantities: { list } }: SentenceReading, quantity: Quantity): Quantity | undefined {
  const isWhole = (of: Quantity): boolean => list.some(({ outOf }) => outOf !== undefined && list[outOf] === of);
  const others = list.filter(
    (other) =>
      other.kind === 'count' &&
      // "four in ten, 41 % to be exact": ten people are no base.
      !((other.values[0] ?? 0) <= 10 && isWhole(other)),
  );
  const behind = others.find((other) => other.start > quantity.end && ofBase.test(folded.slice(quantity.end, other.start)));
  if (behind) return behind;
  return others.find((other) => {
    const gap = folded.slice(other.end, quantity.start);
    return (
      other.end < quantity.start &&
      !/[.;:]/u.test(gap) &&
      // "9 of the 13 now ask, and 61 % of guests": that whole has its part, and the share is of others.
      !(isWhole(other) && goesOn.test(gap)) &&
      among.test(folded.slice(Math.max(0, other.start - 16), other.start))
    );
  });
}
const goesOn = /,? (?:et|en|and|mais|maar|but|tandis que|terwijl|while|whereas)(?!\p{L})/u;

/** "68 % of the 141 respondents" where 68 % was recorded of 141: the share says what is told of them. */
export const isBaseOfShare = (reading: SentenceReading, quantity: Quantity, facts: readonly Fact[]): boolean =>
  reading.quantities.list.some(
    (share) =>
      share.kind === 'percent' &&
      statedBase(reading, share) === quantity &&
      facts.some(
        ({ kind, values, base }) =>
          kind === 'percent' && shares(values, share.values) && base !== undefined && shares([base], quantity.values),
      ),
  );

/** A percentage of others than those it was recorded of. */
function checkBase(reading: SentenceReading, quantity: Quantity, same: readonly Fact[]): Reason[] {
  const stated = statedBase(reading, quantity);
  const bases = same.flatMap((fact) => fact.base ?? []);
  if (!stated?.unit?.isPeople || bases.length === 0 || shares(stated.values, bases)) return [];
  const place = { start: Math.min(stated.start, quantity.start), end: Math.max(stated.end, quantity.end) };
  return [
    reading.reason('figure', 'figure-pair', 'red', place, { value: quantity.values[0] ?? '', outOf: stated.values[0] ?? '' }),
  ];
}

function checkSmallBase(reading: SentenceReading, quantity: Quantity, same: readonly Fact[]): Reason[] {
  const heard = reading.evidence.answers.get('people-heard')?.facts.find((fact) => fact.role === 'heard')?.values[0];
  const bases = same.flatMap((fact) => fact.base ?? []);
  const said = statedBase(reading, quantity)?.values[0];
  const ofPeople = quantity.unit?.isPeople === true && same.length > 0 ? heard : undefined;
  const unrecorded = same.length === 0 && (quantity.unit?.isPeople ?? false) ? heard : ofPeople;
  const base = said === undefined ? (bases.length > 0 ? Math.max(...bases) : unrecorded) : said;
  return base !== undefined && base < fewestForPercentage
    ? [reading.reason('percentage-small', 'percentage-small', 'amber', quantity, { base, least: fewestForPercentage })]
    : [];
}
