import { boundReason, isBoundKept } from './bounds.ts';
import { checkMoments } from '../time/check-moments.ts';
import { checkParts } from './check-parts.ts';
import { checkQuantifier } from './check-quantifiers.ts';
import { checkSpan } from './check-spans.ts';
import { checkShare, isBaseOfShare, isOfFigureBeside } from './check-shares.ts';
import { checkComparisons, checkReversals, checkWhen } from './check-turns.ts';
import { isDayTold, isLastWeekdayTold } from '../time/day-told.ts';
import type { Fact } from '../evidence.ts';
import { isInRange, isLimitKept, isLimitTold } from './limits.ts';
import type { Reason } from '../material.ts';
import { areDaysNamed, isAsOften, isAsOftenSaid } from '../time/how-often.ts';
import { isHourTold } from '../time/hours.ts';
import { isInCompound } from './in-compound.ts';
import { isInOrder, isListed, isOfText, isPointed } from './own-counts.ts';
import { isComparedWith, isNounOfPart, isOfThese } from './noun-of-whole.ts';
import { isPairBeside } from './pair-beside.ts';
import { isPeriodKept } from './period-kept.ts';
import type { Quantity } from './quantities.ts';
import { isRateSaid } from '../time/rates.ts';
import type { SentenceReading } from '../reading.ts';
import { isMonthsLong, isStretchSaid, isYearsApart } from '../time/stretches.ts';
import { mayBeCalled } from './unit-fit.ts';
import type { Unit } from './units.ts';
import { labelled } from '../words/figure-words.ts';
import { isToldRoundly } from './told-roundly.ts';
import { isTogether } from './together.ts';
import { unknown } from './unknown-figure.ts';
import { checkRole, near, shares, whatItCounts } from './what-it-counts.ts';

/** Every figure of the sentence is in a cited answer, with its unit and what it counts; sums, shares and roundings are not worked out. */
export function checkFigures(reading: SentenceReading): Reason[] {
  const { list, quantifiers } = reading.quantities;
  const facts = reading.cited.flatMap((answer) => answer.facts);
  const matched = new Map<Quantity, Fact[]>();
  const reasons = list.flatMap((quantity) => checkOne({ reading, quantity, list, facts, matched }));
  return [
    ...reasons,
    ...checkReversals(reading, list, matched),
    ...checkComparisons(reading, list, facts, matched),
    ...checkWhen(reading, matched),
    ...checkMoments(reading, matched, facts),
    ...checkParts(reading, matched, facts),
    ...quantifiers.flatMap((each) => checkQuantifier(reading, each, facts)),
  ];
}

/** A figure of a sentence among the others, and what the cited answers tell. */
interface Told {
  reading: SentenceReading;
  quantity: Quantity;
  list: readonly Quantity[];
  facts: readonly Fact[];
  /** What each figure was found to tell. */
  matched: Map<Quantity, Fact[]>;
}

function checkOne(told: Told): Reason[] {
  const { reading, quantity, facts, matched } = told;
  // "£3.10" is no time of the day.
  const mayBeHour = quantity.label === undefined && quantity.kind !== 'percent' && quantity.unit?.isMoney !== true;
  const hour = mayBeHour && isHourTold(reading, quantity, facts);
  if (hour !== false) return hour === 'turned' ? [unknown(reading, quantity)] : [];
  switch (quantity.kind) {
    case 'label':
      return checkLabel(reading, quantity);
    case 'ordinal':
      return isOfText(reading, quantity) ||
        isPointed(reading, quantity) ||
        isInOrder(reading, quantity) ||
        isDayTold(reading, quantity, facts) ||
        isLastWeekdayTold(reading, quantity) ||
        facts.some((fact) => fact.kind === 'ordinal' && shares(fact.values, quantity.values)) ||
        isOneOfSo(reading, quantity, facts)
        ? []
        : [unknown(reading, quantity)];
    case 'span':
      return checkSpan(reading, quantity, facts);
    case 'share':
    case 'percent':
      return checkShare(reading, quantity, facts, matched);
    case 'count':
      return checkCount(told);
  }
}

const one = /(?<!\p{L})(?:une?|een|one|1|seule?|single|enkel(?:e)?|premi(?:er|ere)|1er|eerste|first)(?!\p{L})/u;

const first =
  /(?<!\p{L})(?:premi(?:er|ere)|1er|1re|eerste|first|1st|initial\p{L}*|original\p{L}*|d'emblee|d'entree|au (?:debut|depart)|des (?:le debut|le depart|l'arrivee|l'entree|l'embauche)|jour (?:1|un|j)|(?:van bij|vanaf|aan|bij) (?:de start|het begin|dag een|dag 1)|meteen|direct|van meet af|(?:from|at|in) the (?:start|outset|beginning)|day (?:one|1)|straight away|right away|qui (?:suit|suivait|suivent)|dat volgt|die volgt|na de|right after|suivant|volgend op|following|(?:une?|een|one|a) (?:mois|maand|month|semaine|week|an|jaar|year))(?!\p{L})/u;

/** "exactly one vote", "only one animal": an article in the answer says as many. */
const isOneSaid = (reading: SentenceReading, { values, unit }: Quantity): boolean =>
  values[0] === 1 &&
  !unit?.isTime &&
  reading.cited.some((answer) => answer.passages.some(({ folded }) => (unit?.isMoney ? oneCoin : one).test(folded)));

/** "only one of the four" where "the four who left: one alone replied" was said. */
const isOnlyOneOf = ({ values }: Quantity, partner: Quantity, facts: readonly Fact[]): boolean =>
  values[0] === 1 &&
  facts.some((fact) => fact.line !== undefined && shares(fact.values, partner.values) && onlyOne.test(fact.line.folded));
const onlyOne =
  /(?<!\p{L})(?:une? seule?|seule? une?|l'une? (?:d'eux|d'elles)|slechts een|enkel een|een enkele?|maar een|een van hen|(?:only|just|bar|but|except) one|one alone|a single|one of them)(?!\p{L})/u;

const oneCoin = /(?<!\p{L})(?:an?|une?|een|one) (?:euro|pound|livre|pond|dollar)(?!\p{L})/u;

/** "zero accidents" where there were none. */
const isNoneSaid = ({ cited }: SentenceReading, { values, unit }: Quantity): boolean =>
  values[0] === 0 && !unit?.isMoney && cited.some(({ passages }) => passages.some(({ folded }) => none.test(folded)));

const none =
  /(?<!\p{L})(?:aucune?|pas|jamais|personne|sans|rien|geen|niemand|nooit|zonder|niets|no|none|nobody|never|without|nothing|not)(?!\p{L})/u;

/** "66 volunteers, one year" where they are counted over a year that has a number. */
const isYearTold = ({ cited }: SentenceReading, { values, unit, bound, per }: Quantity): boolean =>
  values[0] === 1 &&
  bound === undefined &&
  per === undefined &&
  unit?.senses.includes('year') === true &&
  cited.some(({ dates }) => dates.some(({ year, month }) => year !== undefined && month === undefined));

/** "two groups" where "a second group" was said. */
const isLastOfThem = ({ values, unit, bound, outOf }: Quantity, facts: readonly Fact[]): boolean =>
  bound === undefined &&
  outOf === undefined &&
  unit !== undefined &&
  !unit.isTime &&
  !unit.isMoney &&
  facts.some((fact) => {
    if (fact.kind !== 'ordinal' || !shares(fact.values, values)) return false;
    const noun = fact.line?.tokens.find(({ start, content }) => content && start > fact.end && start - fact.end < nextNoun);
    return noun !== undefined && (noun.stem === unit.stem || unit.senses.some((sense) => noun.concepts.includes(sense)));
  });
const nextNoun = 16;

/** "a second meeting" where there were two, or another one. */
function isOneOfSo(reading: SentenceReading, { values }: Quantity, facts: readonly Fact[]): boolean {
  const [rank = 0] = values;
  const isCounted = facts.some((fact) => fact.kind === 'count' && shares(fact.values, values));
  if (rank === 1) return reading.cited.some((answer) => answer.passages.some(({ folded }) => first.test(folded)));
  return (
    rank > 1 &&
    (isCounted ||
      isTogether(reading, rank) ||
      (rank === 2 && reading.cited.some((answer) => answer.passages.some(({ folded }) => another.test(folded)))))
  );
}

const another =
  /(?<!\p{L})(?:autre|nouve(?:au|l|lle)|encore|redemand\p{L}*|relu\p{L}*|rappel\p{L}*|redi\p{L}*|another|one more|again|anew|once more|twice|nog een|nog eens|opnieuw|nogmaals|weer|tweemaal|herhaal\p{L}*|andere?|nieuwe?|extra|new|repeat\p{L}*)(?!\p{L})/u;

const squeezed = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '');

function checkLabel(reading: SentenceReading, quantity: Quantity): Reason[] {
  const label = squeezed(quantity.label ?? '');
  const texts = [
    ...reading.cited.flatMap((answer) => answer.passages.map((passage) => passage.folded)),
    reading.evidence.enterprise.text.toLowerCase(),
  ];
  const number = /\d+$/u.exec(label)?.[0];
  const isInOtherWords = !reading.isSameLanguage && number !== undefined && texts.some((text) => isLabelled(text, number));
  return isInOtherWords || texts.some((text) => squeezed(text).includes(label)) ? [] : [unknown(reading, quantity)];
}

/** "niveau 1" where "Level 1" was said. */
const isLabelled = (text: string, number: string): boolean =>
  [...text.matchAll(/\d+/gu)].some(({ index, 0: digits }) => digits === number && labelled.test(text.slice(0, index)));

// ── counts ──

function checkCount({ reading, quantity, list, facts, matched }: Told): Reason[] {
  const counts = facts.filter((fact) => fact.kind === 'count');
  const partner = quantity.outOf === undefined ? undefined : list[quantity.outOf];
  const isPartner = list.some((other) => other.outOf !== undefined && list[other.outOf] === quantity);
  if (
    isOfText(reading, quantity) ||
    isYearsApart(reading, quantity) ||
    isMonthsLong(reading, quantity) ||
    areDaysNamed(reading, quantity)
  )
    return [];
  const valued = counts.filter((fact) => shares(fact.values, quantity.values));
  if (isStretchSaid(reading, quantity, facts) || isAsOftenSaid(reading, quantity, facts)) return [];
  if (!quantity.unit?.isPeople && !quantity.unit?.isMoney && isRateSaid(reading, quantity)) return [];
  if ((valued.length === 0 || quantity.unit?.isGeneral) && isTogether(reading, quantity.values[0] ?? 0)) return [];
  if (isShareTold(reading, quantity, partner, facts)) return [];
  if (partner && isOnlyOneOf(quantity, partner, facts)) return [];
  if (valued.length === 0 && !partner && !isPartner && (isOneSaid(reading, quantity) || isDayTold(reading, quantity, facts)))
    return [];
  if (valued.length === 0)
    return isListed(reading, quantity) ||
      isNoneSaid(reading, quantity) ||
      isYearTold(reading, quantity) ||
      isToldRoundly(reading, quantity, facts) ||
      isInCompound(reading, quantity) ||
      isLastOfThem(quantity, facts)
      ? []
      : [unknown(reading, quantity)];
  const paired = partner
    ? valued.filter(
        (fact) =>
          (fact.outOfValues && shares(fact.outOfValues, partner.values)) || isPairBeside(reading, quantity, partner, fact, facts),
      )
    : valued;
  if (paired.length === 0) {
    const place = {
      start: Math.min(quantity.start, partner?.start ?? quantity.start),
      end: Math.max(quantity.end, partner?.end ?? quantity.end),
    };
    return [
      reading.reason('figure', 'figure-pair', 'red', place, { value: quantity.values[0] ?? '', outOf: partner?.values[0] ?? '' }),
    ];
  }
  const unit = quantity.unit ?? (partner?.unit && !isPartner ? partner.unit : undefined);
  const fitting = paired.filter(
    (fact) =>
      [unit, ...(quantity.takenUnits ?? [])].some((each) => mayBeCalled(each, fact, counts, reading)) ||
      isAsOften(quantity, fact) ||
      (!quantity.unit && partner !== undefined && isOfThese(reading, partner, fact, counts)) ||
      (isPartner && isNounOfPart(reading, quantity, fact, counts)) ||
      isAskedOf(unit, fact) ||
      isComparedWith(quantity, list, fact, counts),
  );
  if (fitting.length === 0)
    return [
      reading.reason(
        'figure',
        'figure-unit',
        'red',
        { start: quantity.start, end: Math.max(quantity.end, quantity.unit?.end ?? 0) },
        { value: quantity.values[0] ?? '' },
      ),
    ];
  matched.set(quantity, fitting);
  const inTime = fitting.filter((fact) => isPeriodKept(reading, quantity, fact));
  if (inTime.length === 0)
    return [
      reading.reason(
        'figure',
        'figure-period',
        'red',
        { start: quantity.start, end: quantity.unit?.end ?? quantity.end },
        { value: quantity.values[0] ?? '', per: quantity.per ?? '' },
      ),
    ];
  const isBounded = (fact: Fact): boolean =>
    isBoundKept(quantity, fact) ||
    isLimitTold(quantity, fact) ||
    isLimitKept(reading.folded, quantity, fact) ||
    isInRange(reading.folded, quantity, fact);
  const isOfMore = paired.some((fact) => fact.unit?.isKnown !== true && fact.bound !== undefined && isBounded(fact));
  if (!inTime.some(isBounded) && !isOfMore) return [boundReason(reading, quantity, inTime)];
  // The second number of a pair counts what the first is taken from.
  if (isPartner || isBaseOfShare(reading, quantity, facts)) return [];
  return [...checkRole(reading, quantity, inTime), ...whatItCounts(reading, quantity, inTime, facts)];
}

/** "one in four" where a quarter was said, "six in ten" where 60 % was; eleven of fourteen is never worked out of a share. */
function isShareTold(
  reading: SentenceReading,
  quantity: Quantity,
  partner: Quantity | undefined,
  facts: readonly Fact[],
): boolean {
  const { list } = reading.quantities;
  const part = partner ? quantity : list.find((other) => other.outOf !== undefined && list[other.outOf] === quantity);
  const whole = partner ?? quantity;
  const [a = 0, b = 0] = [part?.values[0], whole.values[0]];
  if (!part || a <= 0 || b > mostInShare || a >= b) return false;
  // "four in ten, 41 % to be exact": the recorded figure stands beside it.
  if (isOfFigureBeside(reading, part, a / b, facts)) return true;
  return facts.some(
    (fact) =>
      (fact.kind === 'share' || fact.kind === 'percent') &&
      near((fact.values[0] ?? 0) / (fact.kind === 'percent' ? 100 : 1), a / b) &&
      isBoundKept(part, fact),
  );
}

const mostInShare = 10;

/** "52 des 84 répondants" where 52 households in 84 said so: whoever answered, the two numbers say whom. */
const isAskedOf = (unit: Unit | undefined, { unit: of, outOfValues }: Fact): boolean =>
  outOfValues !== undefined &&
  unit?.senses.includes('participant') === true &&
  (of === undefined || of.isPeople || of.senses.includes('household'));
