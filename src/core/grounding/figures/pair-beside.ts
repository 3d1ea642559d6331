import type { Fact } from '../evidence.ts';
import type { Quantity } from './quantities.ts';
import type { SentenceReading } from '../reading.ts';
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
  if (fact.kind !== 'count' || fact.outOfValues !== undefined || fact.isBase) return false;
  if (
    (fact.bound !== undefined && part.bound === undefined) ||
    whole.bound !== undefined ||
    (part.values[0] ?? 0) >= (whole.values[0] ?? 0)
  )
    return false;
  const isLong = reading.evidence.answers.get(fact.question)?.answer.items === undefined;
  return facts.some(
    (other) =>
      other.kind === 'count' &&
      ((other.question === fact.question && other.item === fact.item && (isLong || other.item !== undefined)) ||
        isEverybody(other, fact)) &&
      shares(other.values, whole.values) &&
      (other.isBase !== true || isDividedOn(other, fact) || isCountedAgain(other, fact, facts)) &&
      (isSameKind(other, fact) || isHeard(other)),
  );
}

/** "Of the 15, 4 left, 2 could not be reached and 9 stayed": what stands behind the first part is of the same whole. */
const isDividedOn = (whole: Fact, part: Fact): boolean =>
  whole.line !== undefined &&
  whole.line === part.line &&
  whole.end < part.start &&
  part.start - whole.end < farthestPart &&
  !/[.;:!?]/u.test(whole.line.folded.slice(whole.end, part.start));
const farthestPart = 120;

/** "38 ménages sur 52 ; avant, ils étaient 17": another number of those whom the line tells a part of. */
const isCountedAgain = (whole: Fact, fact: Fact, facts: readonly Fact[]): boolean =>
  fact.line !== undefined &&
  facts.some(
    (part) =>
      part.line === fact.line &&
      part.start < fact.start &&
      part.outOfValues !== undefined &&
      shares(part.outOfValues, whole.values) &&
      (fact.unit === undefined || fact.unit === part.unit),
  );

/** Those who were reached, or heard, are told in a field of their own; what a cited answer tells of some of them is a part of them. */
const isEverybody = (whole: Fact, part: Fact): boolean =>
  whole.question !== part.question &&
  (isHeard(whole) ||
    ((whole.role === 'heard' || whole.line === undefined) && (whole.unit?.isPeople === true || whole.role === 'heard'))) &&
  part.unit?.isPeople !== false &&
  !whole.isBase;

/** "388 replies and 14 interviews": as many people. */
const isHeard = ({ question, role }: Fact): boolean => question === 'people-heard' && role !== 'asked';

const votes = new Set(['vote', 'shareholder-vote', 'seat']);

const isVoteOf = (who: Fact, what: Fact): boolean =>
  who.unit?.isPeople === true && what.unit?.senses.some((sense) => votes.has(sense)) === true;

/** People are a part of people, things of things, and "nine votes" the votes of nine. */
const isSameKind = (whole: Fact, part: Fact): boolean =>
  isVoteOf(whole, part) ||
  isVoteOf(part, whole) ||
  whole.unit === undefined ||
  part.unit === undefined ||
  (!whole.unit.isTime &&
    !part.unit.isTime &&
    whole.unit.isMoney === part.unit.isMoney &&
    (whole.unit.isPeople === part.unit.isPeople || !whole.unit.isKnown || !part.unit.isKnown));
