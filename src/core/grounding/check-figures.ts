import type { Fact } from './evidence.ts';
import { wholeWords } from '../reading/text/normalise.ts';
import type { Reason } from './material.ts';
import type { Quantifier, Quantity } from './quantities.ts';
import { periodsIn } from './quantities.ts';
import { isKeptOut } from './evidence.ts';
import { isStretchSaid, isYearsApart } from './stretches.ts';
import type { SentenceReading } from './reading.ts';
import { isAmong } from './tokens.ts';
import { checkReversals, checkWhen } from './check-turns.ts';
import { doesUnitFit } from './unit-fit.ts';
import { checkRole, near, plainSenses, shares, whatItCounts } from './what-it-counts.ts';
import { peopleNames } from './words/lexicon.ts';

/** Percentages say little of fewer people than this (method: checks before a finding is kept). */
const fewestForPercentage = 30;

/** Every figure of the sentence is in a cited answer, with its unit and what it counts; sums, shares and roundings are not worked out. */
export function checkFigures(reading: SentenceReading): Reason[] {
  const { list, quantifiers } = reading.quantities;
  const facts = reading.cited.flatMap((answer) => answer.facts);
  const matched = new Map<Quantity, Fact[]>();
  const reasons = list.flatMap((quantity) => checkOne(reading, quantity, list, facts, matched));
  return [
    ...reasons,
    ...checkReversals(reading, list, matched),
    ...checkWhen(reading, matched),
    ...quantifiers.flatMap((each) => checkQuantifier(reading, each, facts)),
  ];
}

function checkOne(
  reading: SentenceReading,
  quantity: Quantity,
  list: readonly Quantity[],
  facts: readonly Fact[],
  matched: Map<Quantity, Fact[]>,
): Reason[] {
  switch (quantity.kind) {
    case 'label':
      return checkLabel(reading, quantity);
    case 'ordinal':
      return isOfText(reading, quantity) || facts.some((fact) => fact.kind === 'ordinal' && shares(fact.values, quantity.values))
        ? []
        : [unknown(reading, quantity)];
    case 'span':
      return checkSpan(reading, quantity, facts);
    case 'share':
    case 'percent':
      return checkShare(reading, quantity, facts, matched);
    case 'count':
      return checkCount(reading, quantity, list, facts, matched);
  }
}

const ofText = wholeWords(
  'decisions?|voix|stemmen|voices|limites?|constats?|methodes?|points?|questions?|raisons?|lecons?|etapes?|pistes?|axes?|enseignements?|surprises?|resultats?|signes?|groupes?|criteres?|activites?|beslissingen|beslissing|beperkingen|beperking|vaststellingen|vaststelling|methodes?|punten|punt|vragen|vraag|redenen|lessen|stappen|verrassingen|resultaten|signalen|groepen|groep|criteria|activiteiten|decisions?|limits?|limitations?|findings?|methods?|points?|questions?|reasons?|lessons?|steps?|surprises?|results?|signs?|groups?|criteria|activities',
);
const mostToldInText = 4;

/** "Trois décisions", "second finding": the text counts its own points, which are as many as the list it tells. */
function isOfText(reading: SentenceReading, quantity: Quantity): boolean {
  const next = /^ (?:\p{L}+ )?\p{L}+/u.exec(reading.folded.slice(quantity.end, quantity.end + 40))?.[0] ?? '';
  const [value = 0] = quantity.values;
  if (!ofText.test(next) || !Number.isInteger(value)) return false;
  const lengths = reading.cited.flatMap((answer) => answer.answer.items?.length ?? answer.answer.values?.length ?? []);
  if (lengths.length === 0) return value <= mostToldInText && reading.cited.length > 0;
  return quantity.kind === 'ordinal' ? lengths.some((length) => value <= length) : lengths.includes(value);
}

/** Not in what is cited: in another answer that a text may use, or nowhere. */
function unknown(reading: SentenceReading, quantity: Quantity): Reason {
  const elsewhere = [...reading.evidence.answers.values()].find(
    (answer) =>
      !isKeptOut(answer) && answer.facts.some((fact) => fact.kind === quantity.kind && shares(fact.values, quantity.values)),
  );
  const value = quantity.values[0] ?? quantity.label ?? '';
  return elsewhere
    ? reading.reason('figure', 'figure-elsewhere', 'red', quantity, { value, question: elsewhere.id })
    : reading.reason('figure', 'figure-unknown', 'red', quantity, { value });
}

const squeezed = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '');

function checkLabel(reading: SentenceReading, quantity: Quantity): Reason[] {
  const label = squeezed(quantity.label ?? '');
  const texts = [
    ...reading.cited.flatMap((answer) => answer.passages.map((passage) => passage.folded)),
    reading.evidence.enterprise.text.toLowerCase(),
  ];
  return texts.some((text) => squeezed(text).includes(label)) ? [] : [unknown(reading, quantity)];
}

/** "een uur" is said where the answers speak of an hour; which one it is, the dates tell. */
function checkSpan(reading: SentenceReading, quantity: Quantity, facts: readonly Fact[]): Reason[] {
  const senses = quantity.unit?.senses ?? [];
  const counted = facts.flatMap((fact) => (fact.kind === 'span' || fact.kind === 'count' ? (fact.unit?.senses ?? []) : []));
  if (counted.some((sense) => senses.includes(sense)) || isStretchSaid(reading, quantity, facts)) return [];
  // "une journée par semaine" where half a day was said.
  if (senses.includes('day') && counted.includes('half-day') && periodsIn(reading.folded.slice(quantity.end)).length > 0)
    return [unknown(reading, quantity)];
  const isSpoken = reading.cited.some((answer) =>
    answer.passages.some((passage) => passage.tokens.some((token) => token.concepts.some((concept) => senses.includes(concept)))),
  );
  return isSpoken || reading.cited.length === 0 || !isAmount(reading, quantity) ? [] : [unknown(reading, quantity)];
}

/** Only hours, minutes, weeks, months and years measure; "un jour" tells a story. */
const isAmount = (reading: SentenceReading, quantity: Quantity): boolean =>
  !quantity.unit?.senses.includes('day') &&
  !/(?:chaque|par|per|elke|each|every|in|dans) $/u.test(reading.folded.slice(0, quantity.start));

// ── shares and percentages ──

const asShare = (quantity: Quantity | Fact): number => (quantity.values[0] ?? 0) / (quantity.kind === 'percent' ? 100 : 1);

function isSameShare(quantity: Quantity, fact: Fact): boolean {
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

function checkShare(
  reading: SentenceReading,
  quantity: Quantity,
  facts: readonly Fact[],
  matched: Map<Quantity, Fact[]>,
): Reason[] {
  const valued = facts.filter((fact) => isSameShare(quantity, fact));
  const same = valued.filter(
    (fact) => !quantity.unit || !fact.unit?.isPeople || doesUnitFit(quantity.unit, fact, facts, reading),
  );
  if (valued.length > 0 && same.length === 0)
    return [reading.reason('figure', 'figure-unit', 'red', quantity, { value: quantity.values[0] ?? '' })];
  matched.set(quantity, same);
  const reasons: Reason[] = [];
  if (same.length === 0 && quantity.kind === 'share' && isOfPairBeside(reading, quantity, facts)) return [];
  if (same.length === 0) reasons.push(unknown(reading, quantity));
  else {
    if (!same.some((fact) => isBoundKept(quantity, fact))) reasons.push(boundReason(reading, quantity, same));
    reasons.push(...whatItCounts(reading, quantity, same, facts));
  }
  if (quantity.kind === 'percent') reasons.push(...checkSmallBase(reading, quantity, same));
  return reasons;
}

/** "a third, 21 of 63": a share of exactly the pair that stands beside it and was recorded. */
const isOfPairBeside = (reading: SentenceReading, share: Quantity, facts: readonly Fact[]): boolean =>
  reading.quantities.list.some((part) => {
    const whole = part.outOf === undefined ? undefined : reading.quantities.list[part.outOf];
    return (
      whole !== undefined &&
      near((part.values[0] ?? 0) / (whole.values[0] ?? 1), asShare(share)) &&
      facts.some((fact) => shares(fact.values, part.values) && fact.outOfValues && shares(fact.outOfValues, whole.values))
    );
  });

function checkSmallBase(reading: SentenceReading, quantity: Quantity, same: readonly Fact[]): Reason[] {
  const heard = reading.evidence.answers.get('people-heard')?.facts.find((fact) => fact.role === 'heard')?.values[0];
  const bases = same.flatMap((fact) => fact.base ?? []);
  const said = reading.quantities.list.find(
    (other) =>
      other.kind === 'count' &&
      other.start > quantity.end &&
      /^ (?:de|des|of|of the|van|van de) (?:\p{L}+ )?$/u.test(reading.folded.slice(quantity.end, other.start)),
  )?.values[0];
  const ofPeople = quantity.unit?.isPeople === true && same.length > 0 ? heard : undefined;
  const unrecorded = same.length === 0 && (quantity.unit?.isPeople ?? false) ? heard : ofPeople;
  const base = said === undefined ? (bases.length > 0 ? Math.max(...bases) : unrecorded) : said;
  return base !== undefined && base < fewestForPercentage
    ? [reading.reason('percentage-small', 'percentage-small', 'amber', quantity, { base, least: fewestForPercentage })]
    : [];
}

// ── counts ──

function checkCount(
  reading: SentenceReading,
  quantity: Quantity,
  list: readonly Quantity[],
  facts: readonly Fact[],
  matched: Map<Quantity, Fact[]>,
): Reason[] {
  const counts = facts.filter((fact) => fact.kind === 'count');
  const partner = quantity.outOf === undefined ? undefined : list[quantity.outOf];
  const isPartner = list.some((other) => other.outOf !== undefined && list[other.outOf] === quantity);
  if (isOfText(reading, quantity) || isYearsApart(reading, quantity)) return [];
  const valued = counts.filter((fact) => shares(fact.values, quantity.values));
  if (isStretchSaid(reading, quantity, facts)) return [];
  if (valued.length === 0) return [unknown(reading, quantity)];
  const paired = partner ? valued.filter((fact) => fact.outOfValues && shares(fact.outOfValues, partner.values)) : valued;
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
      doesUnitFit(unit, fact, counts, reading) ||
      (!quantity.unit && partner !== undefined && isOfThese(reading, partner, fact, counts)),
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
  if (!inTime.some((fact) => isBoundKept(quantity, fact))) return [boundReason(reading, quantity, inTime)];
  // The second number of a pair counts what the first is taken from.
  if (isPartner) return [];
  return [...checkRole(reading, quantity, inTime), ...whatItCounts(reading, quantity, inTime, facts)];
}

/** "parmi les 64 membres, vingt et un sont des clients": the whole counts members, whatever its part counts. */
const isOfThese = (reading: SentenceReading, whole: Quantity, part: Fact, counts: readonly Fact[]): boolean =>
  counts.some(
    (fact) =>
      fact.question === part.question &&
      fact.item === part.item &&
      shares(fact.values, whole.values) &&
      doesUnitFit(whole.unit, fact, counts, reading),
  );

function isPeriodKept(reading: SentenceReading, quantity: Quantity, fact: Fact): boolean {
  if (quantity.per === undefined || quantity.per === fact.per) return true;
  const isSpoken = reading.evidence.answers.get(fact.question)?.periods.has(quantity.per) ?? false;
  return fact.per === undefined && !quantity.isPerBeside && isSpoken;
}

const firmBounds = {
  over: ['over', 'least'],
  least: ['over', 'least'],
  under: ['under', 'most', 'nearly'],
  most: ['under', 'most', 'nearly'],
};

function isBoundKept(quantity: Quantity, fact: Fact): boolean {
  if (quantity.bound === undefined) return fact.bound === undefined;
  if (quantity.bound === 'about') return true;
  if (quantity.bound === 'nearly') return fact.bound !== 'over' && fact.bound !== 'least';
  return fact.bound !== undefined && firmBounds[quantity.bound].includes(fact.bound);
}

function boundReason(reading: SentenceReading, quantity: Quantity, facts: readonly Fact[]): Reason {
  const value = quantity.values[0] ?? '';
  const place = { start: quantity.start, end: Math.max(quantity.end, quantity.unit?.end ?? 0) };
  return quantity.bound === undefined
    ? reading.reason('figure', 'figure-exactness', 'amber', place, { value, bound: facts[0]?.bound ?? '' })
    : reading.reason('figure', 'figure-bound', 'red', place, { value, bound: quantity.bound });
}

// ── all, none, most, dozens ──

function checkQuantifier(reading: SentenceReading, quantifier: Quantifier, facts: readonly Fact[]): Reason[] {
  const { name } = quantifier;
  if (reading.cited.some((answer) => answer.quantifiers.has(name))) return [];
  const claimed = reading.tokens.filter(
    (token) => token.content && !token.concepts.some((concept) => plainSenses.has(concept) || peopleNames.has(concept)),
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
