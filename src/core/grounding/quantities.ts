import type { Language } from '../language.ts';
import { fold } from '../reading/text/normalise.ts';
import type { SeenNumber } from './numbers.ts';
import { findNumbers } from './numbers.ts';
import type { Stretch } from './plain.ts';
import { overlaps } from './plain.ts';
import type { Token } from './tokens.ts';
import { featuresOf } from './tokens.ts';
import { peopleNames } from './words/lexicon.ts';
import type { Bound } from './words/figure-words.ts';
import { boundsAfter, boundsBefore, periods, quantifiers, shares } from './words/figure-words.ts';
import { pairUp } from './pairs.ts';
import { firstFrom, unitAt, type Unit } from './units.ts';

/** A figure of a text with what it counts. */
export interface Quantity extends Stretch {
  /** `span`: a stretch of time with an article, "une semaine". */
  kind: 'count' | 'percent' | 'share' | 'ordinal' | 'label' | 'span';
  values: number[];
  unit?: Unit | undefined;
  /** What it is counted by: a day, a week, a month, a year. */
  per?: string | undefined;
  /** The period stands right beside the unit. */
  isPerBeside: boolean;
  bound?: Bound | undefined;
  /** "11 sur 14": the place of the other one in the list. */
  outOf?: number;
  label?: string;
  /** The senses and stems of the words around it that say what it counts. */
  around: Set<string>;
  aroundTokens: Token[];
}

export interface Quantifier extends Stretch {
  name: string;
  isOfPeople: boolean;
  /** What comes right after, where it matters whom or what it is said of. */
  following: Token[];
}

export interface Quantities {
  list: Quantity[];
  quantifiers: Quantifier[];
}

/** Everything a text counts. Dates come in as `taken`. `years` are those dates that are told beside a figure ("31 in 2024, 19 in 2022"). */
export function findQuantities(
  text: string,
  tokens: readonly Token[],
  language: Language,
  taken: readonly Stretch[],
  years: readonly { feature: string; start: number; end: number }[] = [],
): Quantities {
  const folded = fold(text);
  const seenShares = findShares(folded, taken);
  const numbers = findNumbers(folded, tokens, language, [...taken, ...seenShares]);
  const list: Quantity[] = [
    ...numbers.flatMap((number) => quantityOf(folded, tokens, number, language, numbers) ?? []),
    ...seenShares.map((share) => ({
      ...share,
      bound: boundBefore(folded, share.start),
      unit: peopleAt(folded, tokens, share, language, numbers),
    })),
  ].sort((a, b) => a.start - b.start);
  pairUp(folded, list, language);
  for (const index of list.keys()) surround(folded, tokens, list, index, years, breaksOf[language]);
  shareRanges(folded, list);
  addPeriods(folded, list);
  return { list, quantifiers: findQuantifiers(folded, tokens) };
}

function findShares(folded: string, taken: readonly Stretch[]): Quantity[] {
  const found: Quantity[] = [];
  for (const [pattern, value] of shares) {
    for (const match of folded.matchAll(pattern)) {
      const place = { start: match.index, end: match.index + match[0].trimEnd().length };
      if ([...found, ...taken].some((other) => overlaps(other, place))) continue;
      found.push({ ...place, kind: 'share', values: [value], isPerBeside: false, around: new Set(), aroundTokens: [] });
    }
  }
  return found;
}

const denied = /(?:^|[^\p{L}])(?:pas|aucune?|jamais|nul|geen|niet|nooit|niemand|no|not|never|nobody|none)(?: [\p{L}'-]+){0,3} $/u;

/** "no longer than 40 minutes" is at most 40. */
function boundBefore(folded: string, at: number): Bound | undefined {
  const before = folded.slice(Math.max(0, at - 32), at).replace(/[€$£] ?$/u, '');
  const found = boundsBefore.map(([bound, pattern]) => ({ bound, match: pattern.exec(before) })).find(({ match }) => match);
  if (!found?.match) return undefined;
  const isDenied = denied.test(folded.slice(Math.max(0, at - 64), at - 32 < 0 ? found.match.index : at - 32 + found.match.index));
  if (isDenied && found.bound === 'over') return 'most';
  return isDenied && found.bound === 'under' ? 'least' : found.bound;
}

/** "deux ans au plus"; in "8 medewerkers minstens één trap" the word belongs to the number that follows. */
function boundAfter(folded: string, at: number, numbers: readonly Stretch[]): Bound | undefined {
  const after = folded.slice(at, at + 32);
  for (const [bound, pattern] of boundsAfter) {
    const match = pattern.exec(after);
    const end = at + (match?.[0].length ?? 0);
    if (match && !numbers.some((number) => number.start >= end && number.start <= end + 1)) return bound;
  }
  return undefined;
}

/** "negen uur 's avonds" is 21 uur. */
const ofEvening = /^ (?:'s (?:avonds|middags)|du soir|de l'apres-midi|in the (?:evening|afternoon)|at night)(?!\p{L})/u;

function quantityOf(
  folded: string,
  tokens: readonly Token[],
  number: SeenNumber,
  language: Language,
  numbers: readonly SeenNumber[],
): Quantity | undefined {
  const base = {
    values: number.values,
    start: number.start,
    end: number.end,
    isPerBeside: false,
    around: new Set<string>(),
    aroundTokens: [],
  };
  if (number.label !== undefined) return { ...base, kind: 'label', label: number.label };
  if (number.ordinal) return { ...base, kind: 'ordinal' };
  const percent = /^ ?(?:%|‰|pour ?cent(?!\p{L})|procent(?!\p{L})|percent(?!\p{L})|per cent(?!\p{L})|pct(?!\p{L}))/u.exec(
    folded.slice(number.end, number.end + 12),
  );
  const bound = boundBefore(folded, number.start);
  if (percent) {
    const place = { start: number.start, end: number.end + percent[0].length };
    return { ...base, ...place, kind: 'percent', bound, unit: peopleAt(folded, tokens, place, language, numbers) };
  }
  const unit = unitAt(folded, tokens, number, language, numbers);
  if (unit?.senses.includes('hour') && ofEvening.test(folded.slice(unit.end, unit.end + 24)))
    base.values = number.values.flatMap((value) => (value <= 12 ? [value, value + 12] : [value]));
  if (number.weak && unit?.isTime) return { ...base, kind: 'span', unit };
  if (number.weak && !isCounted(folded, number, unit)) return undefined;
  const per = unit && periods.find(([, pattern]) => startsWith(pattern, folded, unit.end))?.[0];
  return {
    ...base,
    kind: 'count',
    unit,
    ...(per !== undefined && { per }),
    isPerBeside: per !== undefined,
    // "jusqu'à 20 h" is an hour of the day.
    bound:
      (bound === 'most' && unit?.senses.includes('hour') ? undefined : bound) ??
      (unit ? boundAfter(folded, unit.end, numbers) : undefined) ??
      boundAfter(folded, number.end, numbers) ??
      (number.round ? 'about' : undefined),
  };
}

/** Whom a share is of: "la moitié des parents". What else it may be of is told in too many ways. */
function peopleAt(
  folded: string,
  tokens: readonly Token[],
  share: Stretch,
  language: Language,
  numbers: readonly SeenNumber[],
): Unit | undefined {
  const unit = unitAt(folded, tokens, share, language, numbers);
  return unit?.isPeople ? unit : undefined;
}

/** The names of what a text counts things by. */
export const periodsIn = (folded: string): string[] =>
  periods.flatMap(([name, pattern]) => (new RegExp(pattern.source, 'u').test(folded) ? [name] : []));

function startsWith(pattern: RegExp, folded: string, at: number): boolean {
  const rest = folded.slice(at, at + 24);
  const match = new RegExp(pattern.source, 'u').exec(rest);
  return match !== null && /^ ?$/u.test(rest.slice(0, match.index));
}

/** "une", "één", "one" count only where something shows it: a sum of money, "only one", "one in four". */
function isCounted(folded: string, number: SeenNumber, unit: Unit | undefined): boolean {
  if (unit?.isMoney) return true;
  const before = folded.slice(Math.max(0, number.start - 14), number.start);
  const after = folded.slice(number.end, number.end + 40);
  return (
    /(?:^|\P{L})(?:une? seule?|seule|slechts|only|just|exactement|exactly|precies) $/u.test(before) ||
    /^ (?:\p{L}+ )?(?:sur|op(?: de)?|in|out of) (?!(?:19|20)\d\d(?!\d))(?=\d|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quatorze|vingt|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|two|three|four|five|six|seven|eight|nine|ten)/u.test(
      after,
    )
  );
}

// ── what stands around a figure ──

/** French "en" is no "and": "81 % en 2024". */
const breaksIn = (and: string): RegExp =>
  new RegExp(
    `[,;:.()!?]|(?:^| )(?:${and}|mais|maar|but|contre|tegenover|against|tandis|terwijl|while|naar|soit|compared|vergeleken) `,
    'gu',
  );
const breaksOf: Record<Language, RegExp> = { fr: breaksIn('et'), nl: breaksIn('en'), en: breaksIn('and') };

function surround(
  folded: string,
  tokens: readonly Token[],
  list: readonly Quantity[],
  index: number,
  years: readonly { feature: string; start: number; end: number }[],
  breaks: RegExp,
): void {
  const quantity = list[index];
  if (!quantity) return;
  const partner = (other: Quantity | undefined): boolean =>
    other !== undefined && (other.outOf === index || quantity.outOf === list.indexOf(other));
  const previous = list[index - 1];
  const next = list[index + 1];
  let from = previous ? previous.end : 0;
  if (previous && !partner(previous)) {
    const gap = folded.slice(previous.end, quantity.start);
    const last = [...gap.matchAll(breaks)].at(-1);
    from = last ? previous.end + last.index + last[0].length : quantity.start;
  }
  const after = next && partner(next) ? list[index + 2] : next;
  let to = after ? after.start : folded.length;
  if (after) {
    const start = next && partner(next) ? next.end : quantity.end;
    const last = [...folded.slice(start, after.start).matchAll(breaks)].at(-1);
    to = last ? start + last.index : after.start;
  }
  const unitPlace = quantity.unit;
  quantity.aroundTokens = tokens.filter(
    (token) =>
      token.content &&
      token.start >= from &&
      token.end <= to &&
      !overlaps(token, quantity) &&
      !(unitPlace && token.start >= unitPlace.start && token.end <= unitPlace.end),
  );
  for (const token of quantity.aroundTokens) for (const feature of featuresOf(token)) quantity.around.add(feature);
  for (const year of years) if (year.start >= from && year.end <= to) quantity.around.add(year.feature);
}

const range = /^(?:(?: ?[\p{L}%€]+){0,2}? ?(?:a|to|tot|naar|-) ?[€$£]?| (?:et|en|and|ou|of|or) |, )$/u;

/** "2 tot 9 euro", "de six à huit places": what is said around one end is said of both. */
function shareRanges(folded: string, list: readonly Quantity[]): void {
  for (const [index, first] of list.entries()) {
    const second = list[index + 1];
    if (!second || first.outOf !== undefined || second.outOf !== undefined) continue;
    const gap = folded.slice(first.unit && first.unit.start >= first.end ? first.unit.end : first.end, second.start);
    const isLoose =
      /^ (?:et|en|and|,) $/u.test(gap) &&
      !/(?:entre|between|tussen) (?:\S+ )?$/u.test(folded.slice(Math.max(0, first.start - 12), first.start));
    if (!range.test(gap) || isLoose) continue;
    // One set for the whole row, so that a third number shares what the first has.
    for (const feature of second.around) first.around.add(feature);
    first.aroundTokens.push(...second.aroundTokens.filter((token) => !first.aroundTokens.includes(token)));
    second.around = first.around;
    second.aroundTokens = first.aroundTokens;
    if (first.kind === 'count' && !first.unit && second.kind === 'percent' && !/,/u.test(gap)) first.kind = 'percent';
    if (!first.unit && second.unit && !/,/u.test(gap)) first.unit = second.unit;
  }
}

function addPeriods(folded: string, list: Quantity[]): void {
  const said = periods.flatMap(([name, pattern]) =>
    [...folded.matchAll(pattern)].map((match) => ({ name, start: match.index, end: match.index + match[0].length })),
  );
  const counts = list.filter((quantity) => quantity.kind === 'count');
  for (const quantity of counts) {
    if (quantity.per !== undefined || (quantity.unit?.isTime !== false && counts.length > 1)) continue;
    const others = said.filter(
      (period) =>
        !/(?:dag|day|di|che) (?:van|du|de|of|in) $/u.test(folded.slice(Math.max(0, period.start - 12), period.start)) &&
        !folded.slice(Math.min(period.end, quantity.end), Math.max(period.start, quantity.start)).includes(';') &&
        !counts.some(
          (other) => other !== quantity && other.unit && period.start - other.unit.end <= 2 && period.start >= other.unit.end,
        ),
    );
    const names = new Set(others.filter((period) => !(quantity.unit && overlaps(period, quantity.unit))).map(({ name }) => name));
    if (names.size === 1) quantity.per = [...names][0];
  }
}

function findQuantifiers(folded: string, tokens: readonly Token[]): Quantifier[] {
  return quantifiers.flatMap(({ name, pattern, people }) =>
    [...folded.matchAll(pattern)].flatMap((match) => {
      const place = { start: match.index, end: match.index + match[0].trimEnd().length };
      // "if it were all free": alone it has to stand right before whom it is said of.
      const isBare = /^(?:all|alle|allemaal|elke|iedere|each|every|chaque)$/u.test(match[0]);
      const from = firstFrom(tokens, match.index);
      const following = people ? tokens.slice(from, from + (isBare ? 3 : 5)) : [];
      const isOfPeople =
        following.some((token) => token.concepts.some((concept) => peopleNames.has(concept))) ||
        /disent|declarent|font|citent|rapportent|everyone|everybody|iedereen|no one/u.test(
          folded.slice(match.index, place.end + 12),
        );
      return [{ name, ...place, isOfPeople, following: isBare ? tokens.slice(from + 1, from + 2) : following }];
    }),
  );
}
