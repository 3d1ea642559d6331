import type { Fact } from '../evidence.ts';
import type { Reason } from '../material.ts';
import type { Quantity } from './quantities.ts';
import type { SentenceReading } from '../reading.ts';
import { isToldOfAnother, isToldToo } from './rival-figures.ts';
import { isOnOtherTerms } from './terms.ts';
import { isToldEarlier } from './told-order.ts';
import { isOtherSubstance, measures } from './substances.ts';
import { isAmong, type Token } from '../tokens.ts';
import { doesUnitFit } from './unit-fit.ts';
import { near, shares } from './values.ts';

export { near, shares } from './values.ts';
import { isCompound, peopleNames } from '../words/lexicon.ts';

const speaks = (tokens: readonly Token[], concepts: readonly string[]): boolean =>
  tokens.some((token) => token.concepts.some((concept) => concepts.includes(concept)));

/** "We spraken 90 mensen aan": speaking to is asking. */
const approached = /(?<!\p{L})sprak(?:en)?(?: [\p{L}\p{N}]+){1,4} aan(?!\p{L})/gu;

/** Those who were asked are not those who were heard. */
export function checkRole(reading: SentenceReading, quantity: Quantity, facts: readonly Fact[]): Reason[] {
  if (quantity.outOf !== undefined || !facts.every((fact) => fact.role !== undefined)) return [];
  const isApproached = [...reading.folded.matchAll(approached)].some(
    (match) => quantity.start >= match.index && quantity.end <= match.index + match[0].length,
  );
  const isHeard = !isApproached && speaks(quantity.aroundTokens, ['hear', 'say', 'answer']);
  const isAsked = isApproached || speaks(quantity.aroundTokens, ['ask']);
  const isWrong =
    (facts.every((fact) => fact.role === 'asked') && isHeard && !isAsked) ||
    (facts.every((fact) => fact.role === 'heard') && isAsked && !isHeard);
  return isWrong ? [reading.reason('figure', 'figure-counts-else', 'red', quantity, { value: quantity.values[0] ?? '' })] : [];
}

const copula =
  /^(?: \p{L}+){0,6} (?:sont|etaient|are|were|zijn|waren)(?:[ '](?:des|d|de|former|past|ex|oud|ancien\p{L}*))*[ ']?$/u;

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
  const years = isBeforeTurn(reading, quantity) ? [] : [...quantity.around].filter((feature) => feature.startsWith('year-'));
  if (
    years.length === 1 &&
    (isOfAnotherYear(
      reading,
      years,
      own.filter((fact) => !isRecordedThen(reading, fact, years)),
      facts,
    ) ||
      (!clauses.test(reading.folded) && own.every((fact) => hasOtherYear(years, fact) && !isRecordedThen(reading, fact, years))))
  )
    return [reason];
  const isCounted = (fact: Fact): boolean =>
    said.some(
      (token) =>
        fact.unit !== undefined &&
        ((reading.isSameLanguage && token.stem === fact.unit.stem) ||
          fact.unit.senses.some((sense) => token.concepts.includes(sense))),
    );
  const shared = (features: ReadonlySet<string>): number =>
    said.filter((token) => isAmong(token, features)).length + years.filter((year) => features.has(year)).length;
  if (own.every((fact) => fact.isBase) && quantity.outOf === undefined) {
    // Those a share is taken from did not do what the share did.
    const isTold = (fact: Fact): boolean =>
      reading.quantities.list.some((other) => shares(other.values, fact.values) || isRatioOf(reading, other, fact));
    const numerators = facts.filter((fact) => fact.outOfValues && shares(fact.outOfValues, quantity.values) && !isTold(fact));
    const isTaken = numerators.some((fact) => said.filter((token) => isAmong(token, fact.wide)).length >= 2);
    if (isTaken) return [reading.reason('figure', 'figure-counts-else', 'red', quantity, { value: quantity.values[0] ?? '' })];
  }
  const isOf = (token: Token, fact: Fact): boolean =>
    isAmong(token, fact.around) || (fact.unit?.senses.some((sense) => token.concepts.includes(sense)) ?? false);
  const elsewhere = (fact: Fact): number =>
    said.filter((token) => isOf(token, fact) && !own.some((each) => isAmong(token, each.around))).length +
    years.filter((year) => fact.around.has(year) && !own.some((each) => each.around.has(year))).length;
  if (isToldOfAnother(reading, quantity, own, facts, said, years)) return [reason];
  if (own.some((fact) => isUnitBeside(reading, quantity, fact) || isSameDoer(quantity, fact, facts))) return [];
  if (own.some((fact) => isBare(fact) || shared(fact.around) > 0 || isCounted(fact))) return [];
  const others = facts.filter(
    (fact) => fact.kind !== 'ordinal' && fact.kind !== 'label' && !shares(fact.values, quantity.values),
  );
  const beside = others.filter(
    (fact) =>
      !isToldToo(reading, quantity, own, fact) &&
      !(quantity.outOf === undefined && isAllHeard(own, fact)) &&
      own.some((each) => !isItsWhole(each, fact) && isBeside(each, fact) && isAlike(each, fact)),
  );
  if (beside.some((fact) => elsewhere(fact) > 0 && !isOfOtherThings(reading, quantity, own, fact, facts))) return [reason];
  if (own.some((fact) => shared(fact.wide) > 0)) return [];
  if (own.some((fact) => isOnlyFigure(quantity, fact, facts))) return [];
  const isRival = (fact: Fact): boolean =>
    own.some((each) => isAlike(each, fact)) && doesUnitFit(quantity.unit, fact, facts, reading);
  if (others.some((fact) => isRival(fact) && said.filter((token) => isAmong(token, fact.wide)).length >= 2)) return [reason];
  if (own.some((fact) => isRetold(reading, fact, said))) return [];
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
  return reading.isSameLanguage && isShare && said.length >= 2 && said.some(isTelling) ? [reason] : [];
}

/** No words stand around it that would say what it counts. */
const isBare = ({ around }: Fact): boolean => [...around].every((feature) => feature.startsWith('year-'));

/** A word whose sense is known, and one of some weight. */
const isTelling = ({ concepts }: Token): boolean => concepts.some((concept) => !lightSenses.has(concept));
const lightSenses = new Set(
  'come move start end keep own same new old small first-time together alone total number use create open change live find'.split(
    ' ',
  ),
);

/** Words that a sentence has to share with the line of a figure, beside those that stand around it, to be a telling of that line. */
const leastRetold = 2;

/** The sentence tells the line of this figure, or what stands beside it in the same answer, in other words. */
function isRetold(reading: SentenceReading, fact: Fact, said: readonly Token[]): boolean {
  const line = reading.cited
    .filter(({ id }) => id === fact.question)
    .flatMap(({ passages }) => passages.filter(({ item }) => item === fact.item));
  if (said.some((token) => line.some(({ features }) => isAmong(token, features)))) return true;
  const told = reading.tokens.filter((token) => token.content && !isPlain(token) && isAmong(token, fact.wide));
  return new Set(told.map(({ stem }) => stem)).size >= leastRetold;
}

/** "In 2024 the group grew from 29 to 34": the year is that of the change, not of the number it began with. */
function isBeforeTurn({ folded, quantities: { list }, dates }: SentenceReading, quantity: Quantity): boolean {
  const next = list[list.indexOf(quantity) + 1];
  return (
    next !== undefined &&
    /(?<!\p{L})(?:de|d'|van|from) ?[€$£]?$/u.test(folded.slice(0, quantity.start)) &&
    /^(?: ?[\p{L}%€]+){0,3} (?:a|to|naar|tot) ?[€$£]?$/u.test(folded.slice(quantity.end, next.start)) &&
    !dates.some(({ start, end }) => start >= quantity.end && end <= next.start)
  );
}

/** "4,5 in 2021 and 11 in 2024" where the line tells 11 for 2021: the year belongs to the other figure. */
function isOfAnotherYear(
  reading: SentenceReading,
  years: readonly string[],
  own: readonly Fact[],
  facts: readonly Fact[],
): boolean {
  const isOf = (fact: Fact): boolean => years.some((year) => fact.around.has(year));
  return (
    own.length > 0 &&
    !own.some(isOf) &&
    own.every(
      (fact) =>
        (isToldEarlier(fact) || isOfPeriod(reading, fact, years)) &&
        facts.some(
          (other) =>
            other.question === fact.question &&
            other.item === fact.item &&
            other.item !== undefined &&
            other.outOfValues === undefined &&
            !shares(other.values, fact.values) &&
            isAlike(fact, other) &&
            isOf(other),
        ),
    )
  );
}

/** The figure was recorded for a time that a year of the sentence is no part of. */
function isOfPeriod(reading: SentenceReading, fact: Fact, years: readonly string[]): boolean {
  if (hasOtherYear(years, fact)) return true;
  const item = reading.evidence.answers.get(fact.question)?.answer.items?.find(({ id }) => id === fact.item);
  if (item?.period === undefined || item.value === undefined || !fact.values.includes(item.value)) return false;
  const { period } = item;
  return /(?:19|20)\d\d/u.test(period) && !years.some((year) => period.includes(year.slice('year-'.length)));
}

/** The value of a line is that of the line's period, and what stands in brackets behind it is of another: "2025 (9 in 2024)". */
function isRecordedThen(reading: SentenceReading, fact: Fact, years: readonly string[]): boolean {
  const item = reading.evidence.answers.get(fact.question)?.answer.items?.find(({ id }) => id === fact.item);
  if (item?.period === undefined || item.value === undefined || !fact.values.includes(item.value)) return false;
  const [period = ''] = item.period.split('(');
  return years.every((year) => period.includes(year.slice('year-'.length)));
}

/** Where a year may belong to another clause, or is counted from another one. */
const clauses =
  /;|(?<!\p{L})(?:an|annee|year|jaar) (?:plus tard|plus tot|suivante|precedente|later|earlier|before|eerder|voordien|daarvoor|daarna|nadien|ervoor)(?!\p{L})/u;

/** The figure was recorded with a year, and with another one. */
const hasOtherYear = (years: readonly string[], fact: Fact): boolean =>
  fact.kind !== 'ordinal' &&
  [...fact.around].some((feature) => feature.startsWith('year-')) &&
  !years.some((year) => fact.around.has(year));

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
  quantity: Quantity,
  own: readonly Fact[],
  rival: Fact,
  facts: readonly Fact[],
): boolean =>
  own.some((fact) => isSameUnit(reading, quantity, fact)) &&
  (rival.unit === undefined ? isMeasure(quantity) : !doesUnitFit(quantity.unit, rival, facts, reading));

/** How often, how long, how much: never told of a number that stands alone. */
const isMeasure = ({ unit }: Quantity): boolean =>
  unit !== undefined && (unit.isTime || unit.isMoney || unit.senses.some((sense) => sense === 'times' || measures.has(sense)));

/** "four in five, of the 45 who answered" where 36 of 45 was recorded. */
const isRatioOf = ({ quantities }: SentenceReading, { outOf, values }: Quantity, fact: Fact): boolean =>
  outOf !== undefined &&
  near((values[0] ?? 0) / (quantities.list[outOf]?.values[0] ?? 1), (fact.values[0] ?? 0) / (fact.outOfValues?.[0] ?? 1));

/** Of one line: an item of a list, or a sentence of a text. */
const isBeside = (a: Fact, b: Fact): boolean =>
  a.question === b.question && a.item === b.item && (a.item !== undefined || a.line === b.line);

/** The number that a share is taken from speaks of the same as the share. */
const isItsWhole = (part: Fact, fact: Fact): boolean => part.outOfValues !== undefined && shares(part.outOfValues, fact.values);

const isSameUnit = ({ isSameLanguage }: SentenceReading, { unit }: Quantity, fact: Fact): boolean =>
  unit !== undefined &&
  fact.unit !== undefined &&
  (unit.senses.some((sense) => fact.unit?.senses.includes(sense)) || (isSameLanguage && unit.stem === fact.unit.stem));

/** People do many things, and a text in the same language says which: a number of them alone is no telling. */
const isSameThing = (reading: SentenceReading, quantity: Quantity, fact: Fact): boolean =>
  !(reading.isSameLanguage && (quantity.unit?.isPeople || quantity.unit?.isTime)) && isSameUnit(reading, quantity, fact);

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

/** Only figures of one kind are taken for one another: a sum of money is no share, a stretch of time no thing. */
const isAlike = (a: Fact, b: Fact): boolean =>
  (a.kind === 'count' || a.kind === 'span') === (b.kind === 'count' || b.kind === 'span') &&
  (a.unit?.isMoney ?? false) === (b.unit?.isMoney ?? false) &&
  (a.unit?.isTime ?? false) === (b.unit?.isTime ?? false);
