import type { Fact } from './evidence.ts';
import type { Reason } from './material.ts';
import type { Quantifier } from './find-quantifiers.ts';
import type { Stretch } from './plain.ts';
import { overlaps } from './plain.ts';
import type { SentenceReading } from './reading.ts';
import { isAmong } from './tokens.ts';
import { plainSenses } from './what-it-counts.ts';
import { peopleNames } from './words/lexicon.ts';

const turns = /[;:.]|(?<!\p{L})(?:mais|tandis que|alors que|maar|terwijl|but|while|whereas)(?!\p{L})/gu;

/** What the quantifier is said of ends where the sentence turns to something else. */
function clauseOf(folded: string, at: Stretch): Stretch {
  const found = [...folded.matchAll(turns)].map((match) => match.index);
  return {
    start: found.findLast((place) => place < at.start) ?? 0,
    end: found.find((place) => place >= at.end) ?? folded.length,
  };
}

/** "All", "none", "most", "dozens" are said by a cited answer or follow from what it counts. */
export function checkQuantifier(reading: SentenceReading, quantifier: Quantifier, facts: readonly Fact[]): Reason[] {
  const { name } = quantifier;
  if (reading.cited.some((answer) => answer.quantifiers.has(name))) return [];
  const clause = clauseOf(reading.folded, quantifier);
  const claimed = reading.tokens.filter(
    (token) =>
      overlaps(token, clause) &&
      token.content &&
      !token.concepts.some((concept) => plainSenses.has(concept) || peopleNames.has(concept)),
  );
  const parts = facts.filter(
    (fact) => fact.kind === 'count' && fact.outOfValues !== undefined && claimed.some((token) => isAmong(token, fact.wide)),
  );
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
