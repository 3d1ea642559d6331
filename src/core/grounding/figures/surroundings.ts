import type { Language } from '../../language.ts';
import type { Stretch } from '../plain.ts';
import { overlaps } from '../plain.ts';
import { distances } from './pairs.ts';
import type { Quantity } from './quantities.ts';
import type { Unit } from './units.ts';
import type { Token } from '../tokens.ts';
import { featuresOf } from '../tokens.ts';

/** French "en" is no "and": "81 % en 2024". */
const breaksIn = (and: string): RegExp =>
  new RegExp(
    `[,;:.()!?]| - |(?:^| )(?:${and}|mais|maar|but|contre|tegenover|against|tandis|terwijl|while|naar|soit|compared|vergeleken) `,
    'gu',
  );
/** Where one figure's words end and the next one's begin. */
export const breaksOf: Record<Language, RegExp> = { fr: breaksIn('et'), nl: breaksIn('en'), en: breaksIn('and') };

/** Where the words begin and end that belong to a figure and to no other of the list. */
function boundsOf(
  folded: string,
  list: readonly Quantity[],
  quantity: Quantity,
  whole: Quantity | undefined,
  part: Quantity | undefined,
  breaks: RegExp,
): Stretch {
  const index = list.indexOf(quantity);
  const partner = (other: Quantity | undefined): boolean => other !== undefined && (other === whole || other === part);
  const previous = list[index - 1];
  const next = list[index + 1];
  let start = previous ? previous.end : 0;
  if (previous && !partner(previous)) {
    const gap = folded.slice(previous.end, quantity.start);
    const last = [...gap.matchAll(breaks)].at(-1);
    start = last ? previous.end + last.index + last[0].length : quantity.start;
  }
  const after = partner(next) ? list[index + 2] : next;
  let end = after ? after.start : folded.length;
  if (after) {
    const from = next && partner(next) ? next.end : quantity.end;
    const last = [...folded.slice(from, after.start).matchAll(breaks)].at(-1);
    end = last ? from + last.index : after.start;
  }
  const before = folded.lastIndexOf(';', quantity.start);
  const rest = folded.indexOf(';', quantity.end);
  return { start: Math.max(start, before + 1), end: rest < 0 ? end : Math.min(end, rest) };
}

/** "la moitié des dix sièges": what is said of the one is said of the other. */
const isShareOf = (folded: string, share: Quantity | undefined, of: Quantity | undefined): boolean =>
  share?.kind === 'share' &&
  of?.kind === 'count' &&
  /^ (?:des|de|d'|of|van)(?: (?:ces|nos|leurs|the|our|these|its|de|onze|deze))? ?$/u.test(folded.slice(share.end, of.start));

/** Notes the words around a figure that say what it counts. */
export function surround(
  folded: string,
  tokens: readonly Token[],
  list: readonly Quantity[],
  index: number,
  years: readonly { feature: string; start: number; end: number }[],
  breaks: RegExp,
): void {
  const quantity = list[index];
  if (!quantity) return;
  const whole = isShareOf(folded, quantity, list[index + 1]) ? list[index + 1] : list[quantity.outOf ?? -1];
  const part = isShareOf(folded, list[index - 1], quantity) ? list[index - 1] : list.find((other) => other.outOf === index);
  const { start, end } = boundsOf(folded, list, quantity, whole, part, breaks);
  const unitPlace = quantity.unit;
  quantity.aroundTokens = tokens.filter(
    (token) =>
      token.content &&
      token.start >= start &&
      token.end <= end &&
      !list.some((other) => overlaps(token, other)) &&
      !(unitPlace && token.start >= unitPlace.start && token.end <= unitPlace.end),
  );
  for (const token of quantity.aroundTokens) for (const feature of featuresOf(token)) quantity.around.add(feature);
  for (const year of years) if (year.start >= start && year.end <= end) quantity.around.add(year.feature);
}

const range = /^(?:(?: ?[\p{L}%€]+){0,2}? ?(?:a|to|tot|naar|-) ?[€$£]?| (?:et|en|and|ou|of|or) |, )$/u;

const isAge = ({ start, unit }: Quantity): boolean => unit?.start === start && unit.senses.includes('year');

/** "2 tot 9 euro", "de six à huit places": what is said around one end is said of both. */
export function shareRanges(folded: string, list: readonly Quantity[]): void {
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
    // "jongeren van 8 tot 18"
    if (!second.unit && first.unit && isAge(first)) second.unit = first.unit;
  }
}

/** "9, 13 ou 17 euros": a row counts what its last one counts. */
export function shareRows(folded: string, list: readonly Quantity[]): void {
  for (let at = list.length - 2; at > 0; at -= 1) {
    const [first, second, third] = [list[at - 1], list[at], list[at + 1]];
    if (!first || !second || !third || [first, second, third].some(({ kind, outOf }) => kind !== 'count' || outOf !== undefined))
      continue;
    const isRow =
      folded.slice(first.end, second.start) === ', ' &&
      /^(?:, | (?:ou|of|or|et|en|and) )$/u.test(folded.slice(second.end, third.start));
    if (isRow && third.unit && second.unit === third.unit) first.unit ??= third.unit;
  }
}

/** Tells a figure against an older or a lesser one. */
export const against =
  /(?<!\p{L})(?:contre|au lieu de|tegenover|tegen|in plaats van|against|compared (?:to|with)|instead of|up from|down from) ?[€$£]?$/u;

/** "two-pound washes": a measure that only tells which. */
export const isAttributive = (folded: string, { end }: Quantity): boolean => folded[end] === '-';

const compared =
  /(?:^|[ ,(])(?:contre|au lieu de|apres|tegenover|tegen|in plaats van|against|compared (?:to|with)|instead of|up from|down from|from|rather than|a|naar|to|puis|dan|then)(?: (?:le|la|les|de|het|the|nog|still|seulement|only|slechts|environ|about|ongeveer|some|zo'n))* ?[€$£]?$/u;

/** "twee jaar eerder waren het er 165": the same things at another time. */
const again =
  /(?<!\p{L})(?:(?:il y )?en (?:avait|comptait)|(?:c'|ce n'|ils |elles )etai(?:t|ent)|(?:was|waren) (?:het|dat|ze|dit)|(?:het|dat|ze) (?:was|waren)|there (?:were|had been|used to be)|(?:it|they) (?:was|were|used to be))(?: (?:que|er|nog|maar|encore|seulement|only|slechts|just|environ|ongeveer|about))* ?[€$£]?$/u;

const isMeasure = ({ senses }: Unit): boolean => senses.some((sense) => distances.has(sense));

/** Whether what stands between two figures says that the second counts the same as the first. */
export const isCompared = (gap: string): boolean => compared.test(gap) || again.test(gap);

/** "three halls, seating from forty to ninety": what goes from so much to so much is not what was counted before. */
const isRangeOfItsOwn = (folded: string, { start, end }: Quantity, before: Quantity): boolean =>
  /,.*(?<!\p{L})(?:from|van|de) ?[€$£]?$/u.test(folded.slice(before.end, start)) &&
  /^ ?[%€]? (?:to|tot|a) /u.test(folded.slice(end, end + 8));

/** "three years before, it was 26": when, and nothing that is counted again. */
const isAgo = (folded: string, { unit }: Quantity): boolean =>
  unit?.isTime === true &&
  /^ (?:before|earlier|ago|previously|prior|later|on|avant|plus tot|plus tard|auparavant|apres|eerder|geleden|later|daarvoor|ervoor|voordien|nadien|daarna)(?!\p{L})/u.test(
    folded.slice(unit.end, unit.end + 14),
  );

/** "640 demi-journées en 2024, contre 510 en 2022": what is compared counts the same. */
export function takeOverUnits(folded: string, list: readonly Quantity[]): void {
  for (const [index, quantity] of list.entries()) {
    const lastWhere = (is: (other: Quantity) => boolean): Quantity | undefined =>
      list.slice(0, index).findLast((other) => !isAttributive(folded, other) && !isAgo(folded, other) && is(other));
    const nearest = lastWhere(() => true);
    // "plongent à 3 m ; avant, ils étaient 8": a pronoun takes up no measure.
    const isTakenUp = nearest?.unit && isMeasure(nearest.unit) && again.test(folded.slice(nearest.end, quantity.start));
    const before = (isTakenUp ? lastWhere(({ unit }) => !unit || !isMeasure(unit)) : undefined) ?? nearest;
    // "11,5 procent in 2022; in 2024 was dat 7,2"
    if (
      before?.kind === 'percent' &&
      quantity.kind === 'count' &&
      !quantity.unit &&
      isDecimal(folded, quantity) &&
      isCompared(folded.slice(before.end, quantity.start))
    )
      quantity.kind = 'percent';
    if (before?.kind !== quantity.kind || quantity.outOf !== undefined || before.outOf !== undefined) continue;
    if (!isCompared(folded.slice((nearest ?? before).end, quantity.start)) || isRangeOfItsOwn(folded, quantity, before)) continue;
    if (against.test(folded.slice(before.end, quantity.start))) quantity.isCompared = true;
    if (quantity.kind === 'count') {
      if (quantity.unit && quantity.unit.stem !== before.unit?.stem) continue;
      if (!quantity.unit) {
        quantity.unit = before.unit;
        quantity.takenUnits = list
          .slice(0, index)
          .toReversed()
          .flatMap(({ kind, unit }) => (kind === 'count' && unit ? [unit] : []));
      }
    }
    quantity.around = new Set([...quantity.around, ...[...before.around].filter((feature) => !feature.startsWith('year-'))]);
  }
}

const isDecimal = (folded: string, { start, end }: Quantity): boolean => /^\d+[.,]\d+$/u.test(folded.slice(start, end));
