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

/** "van elke vijf bezoekers twee", "one in every ten". */
const isOutOfFew = ({ folded, quantities }: SentenceReading, { start, end }: Quantifier): boolean =>
  /^(?:elke|iedere|every|each|chaque)$/u.test(folded.slice(start, end)) &&
  quantities.list.some((count) => count.kind === 'count' && count.start - end <= 1 && count.start >= end);

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

/** How many words a quantity without a number has to share with the line of a part, where it does not name the whole. */
const leastShared = 2;

/** "All", "none", "most", "dozens" are said by a cited answer or follow from what it counts. */
export function checkQuantifier(reading: SentenceReading, quantifier: Quantifier, facts: readonly Fact[]): Reason[] {
  const { name } = quantifier;
  if (reading.cited.some((answer) => answer.quantifiers.has(name))) return [];
  if (name === 'halved' && facts.some((fact) => fact.kind === 'share' && shares(fact.values, [0.5]))) return [];
  if (isOfNobody(reading.folded, quantifier) || isOutOfFew(reading, quantifier) || isFoldTold(reading, quantifier, facts))
    return [];
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
  // Who it is said of is no part of what is said of them.
  const who = quantifier.following.find(({ concepts }) => concepts.some((concept) => peopleNames.has(concept)));
  const claimed = reading.tokens.filter(
    (token) =>
      overlaps(token, clause) && token.content && token !== who && !token.concepts.some((concept) => plainSenses.has(concept)),
  );
  // "All four carers": of as many as the number behind it tells.
  const counted = reading.quantities.list.find(
    ({ start, unit }) =>
      unit?.isPeople === true &&
      start >= quantifier.end &&
      /^ (?:(?:of )?(?:the|our|de|onze) )?$/u.test(reading.folded.slice(quantifier.end, start)),
  );
  const told = (values: readonly number[]): boolean =>
    reading.quantities.list.some((quantity) => shares(quantity.values, values));
  const isOfItsThings = (wide: ReadonlySet<string>): boolean =>
    !quantifier.isOfPeople && quantifier.following.some((token) => token.content && isAmong(token, wide));
  // A part that the sentence tells itself is denied by nothing else it says; one line in many holds some word of the sentence.
  const isDenied = ({ kind, values, outOfValues, wide }: Fact): boolean =>
    kind === 'count' &&
    outOfValues !== undefined &&
    (counted === undefined || shares(outOfValues, counted.values)) &&
    (!told(values) || isOfItsThings(wide)) &&
    new Set(claimed.filter((token) => isAmong(token, wide)).map(({ stem }) => stem)).size >=
      (told(outOfValues) ? 1 : leastShared);
  const parts = facts.filter(isDenied);
  const isOf =
    quantifier.isOfPeople ||
    quantifier.following.some((token) => token.content && parts.some((fact) => isAmong(token, fact.wide)));
  const ratios = parts.map((fact) => (fact.values[0] ?? 0) / (fact.outOfValues?.[0] ?? 1));
  if (name === 'all' || name === 'none' || name === 'most') {
    if (parts.length === 0 || !isOf) return [];
    if (name === 'most' && ratios.some((ratio) => ratio > 0.5)) return [];
    if (name === 'all' && ratios.every((ratio) => ratio >= 1)) return [];
    if (name === 'none' && ratios.some((ratio) => ratio === 0)) return [];
  }
  return [reading.reason('figure', 'figure-quantifier', 'red', quantifier, { quantity: name })];
}
