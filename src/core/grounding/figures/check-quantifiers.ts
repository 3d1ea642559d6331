import type { Fact } from '../evidence.ts';
import type { Reason } from '../material.ts';
import type { Quantifier } from './find-quantifiers.ts';
import { isFoldTold } from './folds.ts';
import type { Stretch } from '../plain.ts';
import { overlaps } from '../plain.ts';
import type { SentenceReading } from '../reading.ts';
import { isAmong } from '../tokens.ts';
import { plainSenses, shares } from './what-it-counts.ts';
import { peopleNames } from '../words/lexicon.ts';

const turns = /[;:.]|(?<!\p{L})(?:mais|tandis que|alors que|maar|terwijl|but|while|whereas)(?!\p{L})/gu;

/** What the quantifier is said of ends where the sentence turns to something else. */
function clauseOf(folded: string, at: Stretch): Stretch {
  const found = [...folded.matchAll(turns)].map((match) => match.index);
  return {
    start: found.findLast((place) => place < at.start) ?? 0,
    end: found.find((place) => place >= at.end) ?? folded.length,
  };
}

/** "not everyone", "tous confondus": all is denied, or those together that the figures beside it count. */
const isOfNobody = (folded: string, { name, start, end }: Quantifier): boolean =>
  name === 'all' &&
  (/(?<!\p{L})(?:not|niet|pas|in|at) $/u.test(folded.slice(Math.max(0, start - 14), start)) ||
    /^[^,;:.]{0,40} (?:samen|tezamen|together|combined|taken together|confondue?s|reunie?s|ensemble)(?!\p{L})/u.test(
      folded.slice(end, end + 60),
    ));

/** "none of them", "geen enkele van", "aucun des": those are named of whom nobody did it. */
const ofGroup = /(?<!\p{L})(?:of|van|des|de (?:nos|ces|leurs)|d'entre)(?!\p{L})/u;

const isSaidOfPart = (reading: SentenceReading, { start }: Quantifier, clause: Stretch): boolean =>
  reading.quantities.list.some((part) => part.outOf !== undefined && part.start >= clause.start && part.end <= start);

/** "Of the 28, we reached none" where three of the 28 were reached: the same people, and another part of them. */
function isOfWhole(reading: SentenceReading, { start, end }: Quantifier, clause: Stretch, facts: readonly Fact[]): boolean {
  const after = reading.folded.slice(end, end + 24);
  if (!/^ ?(?:[.,;!]|$|van (?:hen|hun)|d'entre|of them|d'eux|d'elles)/u.test(after)) return false;
  const { list } = reading.quantities;
  const wholes = list.filter(
    (whole) =>
      whole.kind === 'count' &&
      whole.outOf === undefined &&
      whole.start >= clause.start &&
      whole.end <= start &&
      !list.some((part) => part.outOf !== undefined && list[part.outOf] === whole),
  );
  return wholes.some((whole) => {
    const parts = facts.filter((fact) => fact.kind === 'count' && fact.outOfValues && shares(fact.outOfValues, whole.values));
    return parts.length > 0 && parts.every((fact) => (fact.values[0] ?? 0) > 0);
  });
}

/** "All", "none", "most", "dozens" are said by a cited answer or follow from what it counts. */
export function checkQuantifier(reading: SentenceReading, quantifier: Quantifier, facts: readonly Fact[]): Reason[] {
  const { name } = quantifier;
  if (reading.cited.some((answer) => answer.quantifiers.has(name))) return [];
  if (name === 'halved' && facts.some((fact) => fact.kind === 'share' && shares(fact.values, [0.5]))) return [];
  if (isOfNobody(reading.folded, quantifier) || isFoldTold(reading, quantifier, facts)) return [];
  const clause = clauseOf(reading.folded, quantifier);
  if (name === 'none' && isOfWhole(reading, quantifier, clause, facts))
    return [reading.reason('figure', 'figure-quantifier', 'red', quantifier, { quantity: name })];
  // "Nine of the sixteen have no driver": what they have none of stands behind them.
  if (
    name === 'none' &&
    !ofGroup.test(reading.folded.slice(quantifier.start, quantifier.end + 8)) &&
    isSaidOfPart(reading, quantifier, clause)
  )
    return [];
  const claimed = reading.tokens.filter(
    (token) =>
      overlaps(token, clause) &&
      token.content &&
      !token.concepts.some(
        (concept) => plainSenses.has(concept) || (quantifier.following.includes(token) && peopleNames.has(concept)),
      ),
  );
  const parts = facts.filter(
    (fact) =>
      fact.kind === 'count' &&
      fact.outOfValues !== undefined &&
      !(isToldToo(reading, fact) && (name === 'most' || !isOfThing(quantifier, fact))) &&
      isOfWholeNamed(reading, quantifier, fact) &&
      new Set(claimed.filter((token) => isAmong(token, fact.wide)).map(({ stem }) => stem)).size >= leastClaimed,
  );
  const isOf = quantifier.isOfPeople || parts.some((fact) => isOfThing(quantifier, fact));
  const ratios = parts.map((fact) => (fact.values[0] ?? 0) / (fact.outOfValues?.[0] ?? 1));
  if (name === 'all' || name === 'none' || name === 'most') {
    if (parts.length === 0 || !isOf) return [];
    if (name === 'most' && ratios.some((ratio) => ratio > 0.5)) return [];
    if (name === 'all' && ratios.every((ratio) => ratio >= 1)) return [];
    if (name === 'none' && ratios.some((ratio) => ratio === 0)) return [];
  }
  return [reading.reason('figure', 'figure-quantifier', 'red', quantifier, { quantity: name })];
}

/** How many words a claim has to share with the line of a part, beside those of whom it is made, to be about what that part did. */
const leastClaimed = 2;

/** "Twelve of the sixteen have an afternoon off each week": the part is told as it was recorded. */
const isToldToo = ({ quantities: { list } }: SentenceReading, fact: Fact): boolean =>
  list.some((part) => {
    const whole = part.outOf === undefined ? undefined : list[part.outOf];
    return whole !== undefined && shares(part.values, fact.values) && shares(whole.values, fact.outOfValues ?? []);
  });

/** "All four carers": what a part of eleven did says nothing of the four. */
function isOfWholeNamed({ folded, quantities }: SentenceReading, { end }: Quantifier, fact: Fact): boolean {
  const named = quantities.list.find(
    ({ kind, start }) => kind === 'count' && start >= end && /^ ?$/u.test(folded.slice(end, start)),
  );
  return named === undefined || shares(named.values, fact.outOfValues ?? []);
}

/** "all their paperwork" of those who did some: what the line of the part speaks of, and no stretch of time. */
const isOfThing = ({ following }: Quantifier, fact: Fact): boolean =>
  following.some(
    (token) =>
      token.content &&
      !/\d/u.test(token.folded) &&
      !token.concepts.some((concept) => plainSenses.has(concept) || peopleNames.has(concept)) &&
      isAmong(token, fact.wide),
  );
