import type { Language } from '../../language.ts';
import { fold } from '../../reading/text/normalise.ts';
import type { Quantifier } from './find-quantifiers.ts';
import { findQuantifiers } from './find-quantifiers.ts';
import type { SeenNumber } from './numbers.ts';
import { findNumbers } from './numbers.ts';
import { addMoments } from '../time/moments.ts';
import { addPeriods, periodAt } from '../time/periods.ts';
import { hoursOf } from '../time/hours.ts';
import { pairUp } from './pairs.ts';
import type { Stretch } from '../plain.ts';
import { anyOf, overlaps } from '../plain.ts';
import { breaksOf, shareRanges, shareRows, surround, takeOverUnits } from './surroundings.ts';
import type { Token } from '../tokens.ts';
import { isNamedByAge } from '../time/age-names.ts';
import { ageAt } from '../time/ages.ts';
import { isSomeBefore, someBefore } from './some-before.ts';
import { hourOf, made, unitAt, type Unit, yearsOf } from './units.ts';
import type { Bound } from '../words/figure-words.ts';
import { boundsAfter, boundsBefore, countsOnItsOwn, shares } from '../words/figure-words.ts';

/** A figure of a text with what it counts. */
export interface Quantity extends Stretch {
  /** `span`: a stretch of time with an article, "une semaine". */
  kind: 'count' | 'percent' | 'share' | 'ordinal' | 'label' | 'span';
  values: number[];
  unit?: Unit | undefined;
  /** What a percentage is of, when that is no people: "64 % of the loans". */
  ofThings?: Unit | undefined;
  /** Told against another figure: "tegen 165". */
  isCompared?: boolean;
  /** What figures told before it count, nearest first, where its own noun is left out: "230 fietsen in 2024, tegen 165". */
  takenUnits?: Unit[];
  /** What it is counted by: a day, a week, a month, a year. */
  per?: string | undefined;
  /** The period stands right beside the unit. */
  isPerBeside: boolean;
  bound?: Bound | undefined;
  /** "Nobody under 22": the bound as it stands names those who are not there. */
  ofNobody?: Bound | undefined;
  /** A dozen: twelve, or about as many. */
  mayBeAbout?: true;
  /** "11 sur 14": the place of the other one in the list. */
  outOf?: number;
  label?: string;
  /** The hours of the day it may name, on the face of a clock: 0 to 12. */
  hours?: number[];
  /** The senses and stems of the words around it that say what it counts. */
  around: Set<string>;
  aroundTokens: Token[];
  /** The times told with it that other figures of a line may be told for: a season, the third month, before or after. */
  moments?: ReadonlySet<string>;
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
    ...numbers.flatMap((number) => quantityOf(folded, tokens, number, language, numbers, taken) ?? []),
    ...seenShares.map((share) => ({
      ...share,
      bound: boundBefore(folded, share.start, language)?.bound,
      unit: ofWhom(folded, tokens, share, language, numbers).people,
    })),
  ].sort((a, b) => a.start - b.start);
  pairUp(folded, list, language);
  for (const index of list.keys()) surround(folded, tokens, list, index, years, breaksOf[language]);
  takeOverUnits(folded, list);
  shareRanges(folded, list);
  shareRows(folded, list);
  addPeriods(folded, list);
  addMoments(folded, list, breaksOf[language]);
  return { list, quantifiers: findQuantifiers(folded, tokens) };
}

const anyShare = anyOf(shares.map(([pattern]) => pattern));

function findShares(folded: string, taken: readonly Stretch[]): Quantity[] {
  const found: Quantity[] = [];
  if (!anyShare.test(folded)) return found;
  for (const [pattern, value] of shares) {
    for (const match of folded.matchAll(pattern)) {
      const place = { start: match.index, end: match.index + match[0].trimEnd().length };
      if ([...found, ...taken].some((other) => overlaps(other, place))) continue;
      found.push({ ...place, kind: 'share', values: [value], isPerBeside: false, around: new Set(), aroundTokens: [] });
    }
  }
  return found;
}

const denied =
  /(?:^|[^\p{L}])(?:pas|ne|n'|sans|aucune?|jamais|nul|(?<!(?:une|la|cette|chaque|toute|par|leur|sa|de) )personne|geen|niet|nooit|niemand|nergens|zonder|no|not|never|nobody|none|without|\p{L}+n't)(?!(?<!')\p{L})(?: ?[\p{L}'-]+){0,6} $/u;

const nobody =
  /(?:^|[^\p{L}])(?:(?<!(?:une|la|cette|chaque|toute|par|leur|sa|de) )personne|aucune?|nul(?:le)?|niemand|geen(?: enkele)?|nobody|no ?one|none)(?: [\p{L}'-]+){0,3} $/u;

interface SeenBound {
  bound: Bound;
  ofNobody?: Bound;
}

/** "à peu près une place pour trois demandes": what is said of the one is said of what it stands against. */
const oneTo = /(?<!\p{L})(?:une?|een|one) \p{L}+ (?:pour|voor|per|op|sur|for|to|in|out of) $/u;

const boundIn = (before: string): { bound: Bound; match: RegExpExecArray } | undefined => {
  for (const [bound, pattern] of boundsBefore) {
    const match = pattern.exec(before);
    if (match) return { bound, match };
  }
  return undefined;
};

/** "Over six lessons, …", "spread over three evenings": in as many, and no more than that. */
const spreadOver =
  /(?:^|[.;:,(] |(?:spread|held|runs?|ran|taught|split|took place|met|given|done|built|sold|lost|sung|dug|told|\p{L}+(?:ed|ing|en|wn)) (?:out )?)over (?:the |about |some )?$/u;
const occasions =
  /^[\p{L}\d-]+ (?:\p{L}+ )?(?:lessons?|sessions?|weeks?|months?|years?|days?|evenings?|afternoons?|mornings?|nights?|workshops?|meetings?|seasons?|terms?|weekends?|visits?|class(?:es)?|walks?|modules?|semesters?|winters?|summers?|stages?|phases?)(?!\p{L})/u;

/** "no longer than 40 minutes" is at most 40. */
function boundBefore(folded: string, at: number, language: Language): SeenBound | undefined {
  const from = Math.max(0, at - 32);
  const before = folded.slice(from, at).replace(/[€$£] ?$/u, '');
  // "a third more than the 69 of 2023" compares, "adding up to 64" sums; "up to a panel of seven" says who decides, "under 1.4 metres of water" where it was.
  if (
    /(?:dan de|than the|que les) $|(?<!\p{L})(?:add(?:s|ed|ing)?|amount(?:s|ed|ing)?|com(?:e|es|ing)|came|sum(?:s|med|ming)?|total(?:s|led|ling)?) up to $|(?:is|are|was|were|be|it's) up to (?:an?|the|our) $|(?:stood|stands?|lay|lies|sat|buried|was|were) under $/u.test(
      before,
    )
  )
    return undefined;
  // "Onder de 27 gehoorde spelers": among them.
  if (amongThem.test(before) && /^\S+ (?!jaar|euro|procent|graden|uur|minuten|kilo)\p{L}{3}/u.test(folded.slice(at, at + 32)))
    return undefined;
  const found = boundIn(before) ?? boundIn(before.replace(oneTo, ''));
  if (!found || (spreadOver.test(before) && occasions.test(folded.slice(at, at + 40)))) return undefined;
  // "gespreid over twee keer": in Dutch only "over de" such an age is past it.
  if (language === 'nl' && found.match[0] === 'over ') return undefined;
  const lead = folded.slice(Math.max(0, at - 64), from + found.match.index);
  const turned = denied.test(lead) ? turnedBounds[found.bound] : undefined;
  return { bound: turned ?? found.bound, ...((nobody.test(lead) || turned !== undefined) && { ofNobody: found.bound }) };
}

const amongThem = /(?:^|[,;:.(] )onder (?:de|onze|hun|deze|die) $/u;

const turnedBounds: Partial<Record<Bound, Bound>> = { over: 'most', under: 'least' };

/** "deux ans au plus"; in "8 medewerkers minstens één trap" the word belongs to the number that follows. */
function boundAfter(folded: string, at: number, numbers: readonly Stretch[]): Bound | undefined {
  const after = folded.slice(at, at + 32);
  for (const [bound, pattern] of boundsAfter) {
    const match = pattern.exec(after);
    const end = at + (match?.[0].length ?? 0);
    const isOfNext = numbers.some((number) => number.start >= end && number.start <= end + 1);
    if (match && !isOfNext && !countsOnItsOwn.test(folded.slice(end, end + 24))) return bound;
  }
  return undefined;
}

/** A dozen may be twelve. */
const exactRound = /(?:dozen|dozijn|douzaine)$/u;

/** "negen uur 's avonds" is 21 uur. */
const ofEvening =
  /^(?: (?:tot|a|et|to|and|en) \S+ (?:uur|u|h|heures))? (?:'s (?:avonds|middags)|du soir|de l'apres-midi|in the (?:evening|afternoon)|at night)(?!\p{L})/u;

/** "vrijdagavond zeven uur", "le soir à 7 h" */
const eveningBefore =
  /(?:avond|namiddag|middag|soir|apres-midi|evening|afternoon)s?,? (?:om |a |at |vers |vanaf |rond |tegen |around |from )?$/u;

function quantityOf(
  folded: string,
  tokens: readonly Token[],
  number: SeenNumber,
  language: Language,
  numbers: readonly SeenNumber[],
  taken: readonly Stretch[],
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
    folded.slice(number.end, number.end + 24),
  );
  const { bound, ofNobody } = boundBefore(folded, number.start, language) ?? {};
  if (percent) {
    const place = { start: number.start, end: number.end + percent[0].length };
    const { people, things } = ofWhom(folded, tokens, place, language, numbers);
    return { ...base, ...place, kind: 'percent', bound, unit: people, ofThings: things };
  }
  const named = namedBeside(folded, tokens, number, language, numbers);
  // "44 vorig jaar": the year tells when, not what.
  const unit = !number.weak && named?.isTime && taken.some((date) => overlaps(date, named)) ? undefined : named;
  // "een echte maandag" is a day of the week, and no measure.
  if (number.weak && unit && taken.some((date) => overlaps(date, unit))) return undefined;
  const isEvening =
    ofEvening.test(folded.slice(unit?.end ?? number.end, (unit?.end ?? number.end) + 24)) ||
    eveningBefore.test(folded.slice(Math.max(0, number.start - 20), number.start));
  if (unit?.senses.includes('hour') && isEvening)
    base.values = number.values.flatMap((value) => (value <= 12 ? [value, value + 12] : [value]));
  if (number.weak && unit?.isTime) return { ...base, kind: 'span', unit };
  if (number.weak && !isCounted(folded, number, unit)) return undefined;
  const behind = unit?.end ?? number.end;
  const isDozen = number.round && exactRound.test(folded.slice(number.start, number.end));
  const half = /^ (?:et demie?|en (?:een )?half|en een halve?|and a half)(?!\p{L})/u.exec(folded.slice(behind, behind + 16));
  const per = number.isClock ? undefined : periodAt(folded, behind + (half?.[0].length ?? 0));
  const hours = hoursOf(folded, { ...base, kind: 'count', unit }, number.isClock === true);
  return {
    ...base,
    kind: 'count',
    unit,
    ...(hours.length > 0 && { hours }),
    ...(per !== undefined && { per }),
    isPerBeside: per !== undefined,
    ...(ofNobody && { ofNobody }),
    ...(isDozen && { mayBeAbout: true as const }),
    // "jusqu'à 20 h" is an hour of the day.
    bound:
      (bound === 'most' && unit?.senses.includes('hour') ? undefined : bound) ??
      (unit ? boundAfter(folded, unit.end, numbers) : undefined) ??
      boundAfter(folded, number.end, numbers) ??
      ((number.round && !isDozen) || isSomeBefore(folded, number.start) ? 'about' : undefined),
  };
}

/** What a number counts, by its own word or by those beside it. */
function namedBeside(
  folded: string,
  tokens: readonly Token[],
  number: SeenNumber,
  language: Language,
  numbers: readonly SeenNumber[],
): Unit | undefined {
  if (number.isClock) return hourOf(number);
  if (number.counts) return made([number.counts], number.counts, number.start, number.end);
  if (isNamedByAge(folded, number)) return yearsOf(number);
  const noun = someBefore(folded, tokens, number) ?? unitAt(folded, tokens, number, language, numbers);
  // "one trainee of 42 puts it": a word we do not know takes no age for itself.
  return noun?.isKnown ? noun : (ageAt(folded, tokens, number, language, numbers) ?? noun);
}

/** Whom a share is of, "la moitié des parents", and else what, "64 % of the loans". */
function ofWhom(
  folded: string,
  tokens: readonly Token[],
  share: Stretch,
  language: Language,
  numbers: readonly SeenNumber[],
): { people: Unit | undefined; things: Unit | undefined } {
  const beside = unitAt(folded, tokens, share, language, numbers);
  const of = ofThem.exec(folded.slice(share.end, share.end + 16));
  const behind = of && unitAt(folded, tokens, { start: share.start, end: share.end + of[0].length }, language, numbers);
  const isThings = behind?.isPeople === false && !behind.isTime && !behind.isMoney;
  return { people: beside?.isPeople ? beside : undefined, things: isThings ? behind : undefined };
}

const ofThem = /^ (?:de la|de l|des|du|de|d|van|of)(?: (?:de|het|the|our|onze|alle|all|nos|les))?(?=[ '])/u;

/** "une", "één", "one" count only where something shows it: a sum of money, "only one", "one in four". */
function isCounted(folded: string, number: SeenNumber, unit: Unit | undefined): boolean {
  if (unit?.isMoney) return true;
  const before = folded.slice(Math.max(0, number.start - 14), number.start);
  const after = folded.slice(number.end, number.end + 40);
  return (
    /(?:^|\P{L})(?:une? seule?|seule|slechts|only|just|exactement|exactly|precies) $/u.test(before) ||
    /^ (?:[\p{L}\p{N}'-]+ ){0,6}?(?:sur|op(?: de)?|in|out of) (?!(?:19|20)\d\d(?!\d))(?=\d|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quatorze|vingt|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|two|three|four|five|six|seven|eight|nine|ten)/u.test(
      after,
    )
  );
}
