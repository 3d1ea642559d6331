import type { Fact } from '../evidence.ts';
import type { Reason } from '../material.ts';
import type { Unit } from './units.ts';
import type { Quantity } from './quantities.ts';
import type { SentenceReading } from '../reading.ts';
import { isToldOfAnother, isToldToo } from './rival-figures.ts';
import { isAlike, isOfOtherSpan, isOfOtherYear, yearsBeside } from './of-years.ts';
import { isOnOtherTerms } from './terms.ts';
import { isOtherSubstance, measures } from './substances.ts';
import { isAmong, type Token } from '../tokens.ts';
import { isInFrame, isOfThose, isSumOfRow, isTheirSum } from './in-one-line.ts';
import { doesUnitFit } from './unit-fit.ts';
import { isLight } from './light-senses.ts';
import { near, shares } from './values.ts';

export { near, shares } from './values.ts';
import { isCompound, peopleNames } from '../words/lexicon.ts';

const speaks = (tokens: readonly Token[], concepts: readonly string[]): boolean =>
  tokens.some((token) => token.concepts.some((concept) => concepts.includes(concept)));

/** "We spraken 90 mensen aan": speaking to is asking. */
const approached = /(?<!\p{L})sprak(?:en)?(?: [\p{L}\p{N}]+){1,4} aan(?!\p{L})/gu;

const survey = /^(?:enquetes?|sondages?|consultations?|\p{L}*bevraging(?:en)?|enquetes?|surveys?|polls?|consultations?)$/u;

/** Those who were asked are not those who were heard. */
export function checkRole(reading: SentenceReading, quantity: Quantity, facts: readonly Fact[]): Reason[] {
  if (quantity.outOf !== undefined || !facts.every((fact) => fact.role !== undefined)) return [];
  const isApproached = [...reading.folded.matchAll(approached)].some(
    (match) => quantity.start >= match.index && quantity.end <= match.index + match[0].length,
  );
  const isHeard = !isApproached && speaks(quantity.aroundTokens, ['hear', 'say', 'answer']);
  // "bij het sluiten van de bevraging": the survey, and no asking.
  const isAsked =
    isApproached ||
    speaks(
      quantity.aroundTokens.filter(({ folded }) => !survey.test(folded)),
      ['ask'],
    );
  const isWrong =
    (facts.every((fact) => fact.role === 'asked') && isHeard && !isAsked) ||
    (facts.every((fact) => fact.role === 'heard') && isAsked && !isHeard);
  return isWrong ? [reading.reason('figure', 'figure-counts-else', 'red', quantity, { value: quantity.values[0] ?? '' })] : [];
}

const copula =
  /^(?: [\p{L}\d-]+){0,6} (?:sont|etaient|are|were|zijn|waren)(?:[ '](?:des|d|de|former|past|ex|oud|ancien\p{L}*))*[ ']?$/u;

/** "two of them are trainees" told of volunteers: others than those who were counted. */
function isOfOtherPeople(reading: SentenceReading, quantity: Quantity, own: readonly Fact[]): boolean {
  if (quantity.outOf === undefined) return false;
  const named = quantity.aroundTokens.find(
    (token) =>
      token.start > quantity.end &&
      token.concepts.some((concept) => peopleNames.has(concept) && !plainSenses.has(concept)) &&
      copula.test(reading.folded.slice(quantity.end, token.start)),
  );
  return named !== undefined && own.every((fact) => fact.outOfValues !== undefined && !isAmong(named, fact.wide));
}

/** Senses that tell nothing of what a figure counts. */
export const plainSenses = new Set([
  'hour',
  'day',
  'week',
  'month',
  'year',
  'say',
  'person',
  'participant',
  'number',
  'answer',
  'first-time',
  'employee',
  'finding',
  'evaluation',
  'method',
  'question',
]);

/** Tells nothing of what is counted, or whom it is about. A Dutch compound does: "werkdagen" are no mere days. */
const isPlain = ({ concepts, folded }: Token): boolean =>
  concepts.some((concept) => peopleNames.has(concept) || (plainSenses.has(concept) && !isCompound(folded)));

/** The words around the figure are those of the line it was recorded in, and of no other line. */
export function whatItCounts(
  reading: SentenceReading,
  quantity: Quantity,
  own: readonly Fact[],
  facts: readonly Fact[],
): Reason[] {
  const said = quantity.aroundTokens.filter((token) => !isPlain(token) && !reading.evidence.enterprise.words.has(token.folded));
  const reason = reading.reason('figure', 'figure-counts-else', 'red', quantity, { value: quantity.values[0] ?? '' });
  if (
    isOtherSubstance(reading, quantity, said, own) ||
    isOfOtherPeople(reading, quantity, own) ||
    isOnOtherTerms(reading, quantity, own)
  )
    return [reason];
  const years = yearsBeside(reading, quantity);
  if (isOfOtherYear(reading, years, own, facts) || isOfOtherSpan(quantity, own, facts)) return [reason];
  const isCounted = (fact: Fact): boolean =>
    said.some(
      (token) =>
        fact.unit !== undefined &&
        ((reading.isSameLanguage && token.stem === fact.unit.stem) ||
          fact.unit.senses.some((sense) => token.concepts.includes(sense))),
    );
  const shared = (features: ReadonlySet<string>): number =>
    said.filter((token) => isAmong(token, features)).length + years.filter((year) => features.has(year)).length;
  const isWhole = quantity.outOf === undefined && own.every((fact) => fact.isBase);
  if (isWhole && ofThem.test(reading.folded.slice(Math.max(0, quantity.start - 24), quantity.start))) return [];
  if (isWhole && own.every((fact) => fact.unit?.isPeople !== false)) {
    // Those a share is taken from did not do what the share did: "46 parents took a course" where 19 of 46 did.
    const isTold = (fact: Fact): boolean =>
      reading.quantities.list.some(
        (other) => shares(other.values, fact.values) || isRatioOf(reading, other, fact) || isShareOf(other, fact, facts),
      );
    const parts = facts.filter((fact) => fact.outOfValues && shares(fact.outOfValues, quantity.values) && !isTold(fact));
    if (parts.some((fact) => said.filter((token) => isAmong(token, fact.wide)).length >= 2)) return [reason];
  }
  const isOf = (token: Token, fact: Fact): boolean =>
    isAmong(token, fact.around) || (fact.unit?.senses.some((sense) => token.concepts.includes(sense)) ?? false);
  const elsewhere = (fact: Fact): number =>
    said.filter((token) => isOf(token, fact) && !own.some((each) => isAmong(token, each.around) || isInFrame(token, each, fact)))
      .length + years.filter((year) => fact.around.has(year) && !own.some((each) => each.around.has(year))).length;
  if (isToldOfAnother(reading, quantity, own, facts, said, years)) return [reason];
  if (own.some((fact) => isUnitBeside(reading, quantity, fact) || isSameDoer(quantity, fact, facts))) return [];
  if (own.some((fact) => isBare(fact) || shared(fact.around) > 0 || isCounted(fact))) return [];
  const whole = quantity.outOf === undefined ? undefined : reading.quantities.list[quantity.outOf];
  const others = facts.filter(
    (fact) => fact.kind !== 'ordinal' && fact.kind !== 'label' && !shares(fact.values, quantity.values),
  );
  const beside = others.filter(
    (fact) =>
      !isToldToo(reading, quantity, own, fact) &&
      !(quantity.outOf === undefined && isAllHeard(own, fact)) &&
      !(whole && shares(whole.values, fact.values)) &&
      own.some(
        (each) =>
          !isItsWhole(each, fact) &&
          !isOfThose(each, fact) &&
          !isSumOfRow(each, fact, facts) &&
          isBeside(each, fact) &&
          isAlike(each, fact),
      ),
  );
  const told = beside.filter((fact) => elsewhere(fact) > 0 && !isOfOtherThings(reading, quantity, own, fact, facts));
  if (told.length > 0 && !isTheirSum(own, told)) return [reason];
  if (own.some((fact) => shared(fact.wide) > 0)) return [];
  if (own.some((fact) => isOnlyFigure(quantity, fact, facts))) return [];
  const isRival = (fact: Fact): boolean =>
    !reading.quantities.list.some((other) => shares(other.values, fact.values)) &&
    own.some((each) => isAlike(each, fact)) &&
    doesUnitFit(quantity.unit, fact, facts, reading);
  if (others.some((fact) => isRival(fact) && said.filter((token) => isAmong(token, fact.wide)).length >= 2)) return [reason];
  if (own.some((fact) => isRetold(reading, fact, said) || isLineTold(reading, quantity, fact, facts))) return [];
  // How people were heard may be told by another answer that is cited.
  const cited = new Set(
    own.some((fact) => fact.role !== undefined) ? reading.cited.flatMap((answer) => [...answer.features]) : [],
  );
  if (said.some((token) => isAmong(token, cited))) return [];
  // The same number of the same things tells enough where nothing speaks against it; in another language the same pair does too.
  const isPair = quantity.outOf !== undefined && (!reading.isSameLanguage || own.every((fact) => fact.role !== undefined));
  if (own.some((fact) => isPair || isSameThing(reading, quantity, fact))) return [];
  // A count may be told in other words throughout, and so may what so many out of so many did: but for a thing that no answer speaks of.
  const isShare = quantity.kind !== 'count' || quantity.outOf !== undefined;
  const close = said.filter(
    (token) => !/[:;]/u.test(reading.folded.slice(Math.min(quantity.end, token.end), Math.max(quantity.start, token.start))),
  );
  return reading.isSameLanguage && isShare && close.filter(isTelling).length >= leastTelling ? [reason] : [];
}

/** No words stand around it that would say what it counts. */
const isBare = ({ around }: Fact): boolean => [...around].every((feature) => /^years?-/u.test(feature));

/** A word whose sense is known, and one of some weight. */
const isTelling = (token: Token): boolean => token.concepts.length > 0 && !isLight(token);

/** So many of them, where no word is shared, tell of something else. */
const leastTelling = 2;

/** Words that a sentence has to share with the line of a figure, beside those that stand around it, to be a telling of that line. */
const leastRetold = 2;

/** Another figure of the sentence, that is no part of this one, stands in the same line of the answers. */
const isLineTold = (reading: SentenceReading, quantity: Quantity, own: Fact, facts: readonly Fact[]): boolean =>
  own.item !== undefined &&
  reading.quantities.list.some(
    (other) =>
      other !== quantity &&
      other !== reading.quantities.list[quantity.outOf ?? -1] &&
      facts.some((fact) => isBeside(fact, own) && fact.kind === other.kind && shares(fact.values, other.values)),
  );

/** The sentence tells the line of this figure, or what stands beside it in the same answer, in other words. */
function isRetold(reading: SentenceReading, fact: Fact, said: readonly Token[]): boolean {
  const line = reading.cited
    .filter(({ id }) => id === fact.question)
    .flatMap(({ passages }) => passages.filter(({ item }) => item === fact.item));
  if (said.some((token) => line.some(({ features }) => isAmong(token, features)))) return true;
  const told = reading.tokens.filter((token) => token.content && !isPlain(token) && isAmong(token, fact.wide));
  return new Set(told.map(({ stem }) => stem)).size >= leastRetold;
}

/** People do many things, and a text in the same language says which: a number of them alone is no telling. */
const isSameThing = (reading: SentenceReading, quantity: Quantity, fact: Fact): boolean =>
  !(reading.isSameLanguage && (quantity.unit?.isPeople || quantity.unit?.isTime)) && isSameUnit(reading, quantity.unit, fact);

/** "eleven votes" where "voted it down, eleven to three" was said: what is counted stands beside the figure, not as its noun. */
const isUnitBeside = ({ isSameLanguage }: SentenceReading, { unit }: Quantity, fact: Fact): boolean =>
  unit !== undefined &&
  !unit.isGeneral &&
  fact.unit === undefined &&
  (unit.senses.some((sense) => fact.around.has(sense)) || (isSameLanguage && fact.around.has(`~${unit.stem}`)));

/** "of nine seats, two go to staff": the people named beside it are those of its line, and of no other figure. */
const isSameDoer = ({ aroundTokens, end }: Quantity, fact: Fact, facts: readonly Fact[]): boolean =>
  aroundTokens.some(
    (token) =>
      token.start > end &&
      token.concepts.some(
        (concept) =>
          peopleNames.has(concept) &&
          concept !== 'person' &&
          concept !== 'participant' &&
          fact.around.has(concept) &&
          !facts.some((other) => other !== fact && !shares(other.values, fact.values) && other.around.has(concept)),
      ),
  );

/** All who were heard or asked: what is said of them is true of a part of them too. */
const isAllHeard = (own: readonly Fact[], fact: Fact): boolean =>
  fact.role !== undefined &&
  own.every((each) => each.question === fact.question && (each.values[0] ?? 0) < (fact.values[0] ?? 0));

/** "34 homes in two terraces": a figure with another noun is not taken for one that has its own. */
const isOfOtherThings = (
  reading: SentenceReading,
  { unit, outOf }: Quantity,
  own: readonly Fact[],
  rival: Fact,
  facts: readonly Fact[],
): boolean => {
  // "13 of the 19 customers": both count customers.
  const counted = unit ?? (outOf === undefined ? undefined : reading.quantities.list[outOf]?.unit);
  const whole = outOf === undefined ? undefined : reading.quantities.list[outOf];
  // "22 motions: 19 passed": the parts of a line count what its whole does.
  const isOfWhole = (fact: Fact): boolean =>
    whole !== undefined && own.some(({ line }) => line !== undefined && line === fact.line) && shares(fact.values, whole.values);
  return (
    [...own, ...facts.filter(isOfWhole)].some((fact) => isSameUnit(reading, counted, fact)) &&
    (rival.unit === undefined ? isMeasure(counted) : !doesUnitFit(counted, rival, facts, reading))
  );
};

/** How often, how long, how much: never told of a number that stands alone. */
const isMeasure = (unit: Unit | undefined): boolean =>
  unit !== undefined && (unit.isTime || unit.isMoney || unit.senses.some((sense) => sense === 'times' || measures.has(sense)));

/** "61 % des 84 répondants": the share of that line is told in its place. */
const isShareOf = ({ kind, values }: Quantity, part: Fact, facts: readonly Fact[]): boolean =>
  (kind === 'percent' || kind === 'share') &&
  facts.some(
    (fact) => fact.kind === kind && shares(fact.values, values) && fact.question === part.question && fact.item === part.item,
  );

/** "d'un homme de soixante ans sur trois": what stands before the whole says so, however far its part is. */
const ofThem =
  /(?<!\p{L})(?:sur|parmi|op|van|onder|of|out of|in|among)(?: (?:les|nos|ces|leurs|de|onze|deze|hun|the|our|these|those|all))?[ ]$/u;

/** "four in five, of the 45 who answered" where 36 of 45 was recorded. */
const isRatioOf = ({ quantities }: SentenceReading, { outOf, values }: Quantity, fact: Fact): boolean =>
  outOf !== undefined &&
  near((values[0] ?? 0) / (quantities.list[outOf]?.values[0] ?? 1), (fact.values[0] ?? 0) / (fact.outOfValues?.[0] ?? 1));

/** Of one line: an item of a list, or a sentence of a text. */
const isBeside = (a: Fact, b: Fact): boolean =>
  a.question === b.question && a.item === b.item && (a.item !== undefined || a.line === b.line);

/** The number that a share is taken from speaks of the same as the share. */
const isItsWhole = (part: Fact, fact: Fact): boolean => part.outOfValues !== undefined && shares(part.outOfValues, fact.values);

const isSameUnit = ({ isSameLanguage }: SentenceReading, unit: Unit | undefined, fact: Fact): boolean =>
  unit !== undefined &&
  fact.unit !== undefined &&
  (unit.senses.some((sense) => fact.unit?.senses.includes(sense)) || (isSameLanguage && unit.stem === fact.unit.stem));

/** The one figure of its answer, told with its own unit: what is said of it is weighed with the whole sentence. */
const isOnlyFigure = (quantity: Quantity, own: Fact, facts: readonly Fact[]): boolean =>
  own.item === undefined &&
  (own.role !== undefined && quantity.outOf !== undefined
    ? own.outOfValues !== undefined
    : quantity.unit !== undefined && own.unit !== undefined
      ? quantity.unit.stem === own.unit.stem || quantity.unit.senses.some((sense) => own.unit?.senses.includes(sense))
      : quantity.bound !== undefined && quantity.bound === own.bound) &&
  (own.role !== undefined ||
    !facts.some((fact) => fact.question === own.question && fact.kind !== 'ordinal' && !shares(fact.values, own.values)));
