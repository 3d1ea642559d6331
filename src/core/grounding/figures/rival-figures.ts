import type { Fact } from '../evidence.ts';
import type { Quantity } from './quantities.ts';
import type { SentenceReading } from '../reading.ts';
import { isAmong, type Token } from '../tokens.ts';
import { isLight } from './light-senses.ts';
import { doesUnitFit } from './unit-fit.ts';
import { shares } from './values.ts';

/** How many more words of the sentence another line has to hold before the figure is taken for that line's. */
const leastMore = 2;

/**
 * Whether the words around a figure of the sentence tell of another figure of the cited answers, and less of any that has its value: the
 * two were swapped. Words that both lines hold tell nothing, nor do words that neither holds: a good writer finds words of their own.
 */
export function isToldOfAnother(
  reading: SentenceReading,
  quantity: Quantity,
  own: readonly Fact[],
  facts: readonly Fact[],
  said: readonly Token[],
  years: readonly string[],
): boolean {
  // What a cited answer without such a figure says as well is told of that answer.
  const open = reading.cited.filter(({ facts: { length } }) => length === 0);
  const tokens = [
    ...new Map(
      said.filter((token) => !open.some(({ features }) => isAmong(token, features))).map((token) => [token.stem, token]),
    ).values(),
  ];
  // In one language the very word tells a line from another that only speaks of something near.
  const isIn = (token: Token, features: ReadonlySet<string>): boolean =>
    reading.isSameLanguage ? features.has(`~${token.stem}`) : isAmong(token, features);
  const isOnlyIn = (is: (each: ReadonlySet<string>) => boolean, a: ReadonlySet<string>[], b: ReadonlySet<string>[]): boolean =>
    a.some(is) && !b.some(is);
  const only = (a: ReadonlySet<string>[], b: ReadonlySet<string>[], is?: (token: Token) => boolean): number =>
    tokens.filter((token) => is?.(token) !== false && isOnlyIn((each) => isIn(token, each), a, b)).length +
    years.filter((year) => isOnlyIn((each) => each.has(year), a, b)).length;
  const mine = own.map((fact) => lineOf(fact));
  return facts.some((rival) => {
    if (own.some((fact) => isLineTold(reading, quantity, fact, rival, facts)) || isToldToo(reading, quantity, own, rival))
      return false;
    if (isOfOtherPair(reading, quantity, own, rival)) return false;
    if (!isAlike(own, rival) || rival.values.some((value) => quantity.values.includes(value))) return false;
    if (own.some((fact) => isSameLine(fact, rival)) || !doesUnitFit(quantity.unit, rival, facts, reading)) return false;
    const theirs = [lineOf(rival)];
    const more = only(theirs, mine) - only(mine, theirs);
    return (
      more >= leastMore ||
      (reading.isSameLanguage && more > 0 && only(mine, []) === 0 && only(theirs, mine, (token) => !isLight(token)) > 0)
    );
  });
}

/** "12 of the 15" is told of no figure that was taken from others. */
function isOfOtherPair({ quantities }: SentenceReading, { outOf }: Quantity, own: readonly Fact[], rival: Fact): boolean {
  const whole = outOf === undefined ? undefined : quantities.list[outOf];
  return (
    whole !== undefined &&
    own.some((fact) => fact.outOfValues !== undefined && shares(fact.outOfValues, whole.values)) &&
    !(rival.outOfValues !== undefined && shares(rival.outOfValues, whole.values))
  );
}

/** The sentence tells that figure too, and with words of its own: "38 members, 25 euros a share". Crosswise words were swapped. */
export function isToldToo(reading: SentenceReading, quantity: Quantity, own: readonly Fact[], rival: Fact): boolean {
  const teller = reading.quantities.list.find((other) => other !== quantity && shares(other.values, rival.values));
  return (
    teller !== undefined &&
    !teller.aroundTokens.some(
      (token) =>
        !isAmong(token, rival.around) &&
        own.some((fact) => isAmong(token, fact.around)) &&
        !quantity.aroundTokens.includes(token),
    )
  );
}

/** Another figure of the sentence is told in the line of this one, and not in the rival's: that line is the one it tells. */
const isLineTold = (reading: SentenceReading, quantity: Quantity, fact: Fact, rival: Fact, facts: readonly Fact[]): boolean =>
  fact.item !== undefined &&
  reading.quantities.list.some((other) => {
    if (other === quantity || shares(other.values, fact.outOfValues ?? []) || shares(other.values, fact.values)) return false;
    const places = facts.filter((each) => each.kind === other.kind && shares(each.values, other.values));
    return places.some((each) => isSameLine(each, fact)) && !places.some((each) => isSameLine(each, rival));
  });

const isSameLine = (a: Fact, b: Fact): boolean => a.question === b.question && a.item === b.item;

/** Only figures of one kind are taken for one another: a sum of money is no share. */
const isAlike = (own: readonly Fact[], rival: Fact): boolean =>
  own.some(
    (fact) =>
      (fact.kind === 'count') === (rival.kind === 'count') &&
      (fact.kind === 'percent') === (rival.kind === 'percent') &&
      (fact.unit?.isMoney ?? false) === (rival.unit?.isMoney ?? false) &&
      (fact.unit?.isTime ?? false) === (rival.unit?.isTime ?? false),
  );

/** What is said in the line of a list, or in the sentence, that a figure stands in. Its source is that of other lines too. */
const lineOf = (fact: Fact): ReadonlySet<string> => new Set([...fact.around, ...fact.wide]);
