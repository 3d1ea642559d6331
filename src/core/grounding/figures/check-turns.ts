import { against, isAttributive, isCompared } from './surroundings.ts';
import { isToldBack, yearOf } from './told-order.ts';
import { clauseOfTime, mostTimes } from '../time/clause.ts';
import { isSaid } from '../time/when.ts';
import { isYearCounted } from '../time/years-counted.ts';
import { overlaps } from '../plain.ts';
import type { Fact } from '../evidence.ts';
import type { Reason } from '../material.ts';
import type { Quantity } from './quantities.ts';
import type { SentenceReading } from '../reading.ts';

const turn = /^(?: ?[\p{L}%€]+){0,3} (?:a|to|naar|tot) $/u;

/** "ages range from 17 to 91": two ends, whichever was told first. */
const ranges =
  /(?<!\p{L})(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|anywhere|all the way|va|vont|allant|allaient|varient|s'echelonn\p{L}+|s'etal\p{L}+|lopen|loopt|gaan|gaat|varieren|varieert|gaande)(?: \p{L}+)? (?:from|de|van) $/u;

const grown = /(?<!\p{L})up from ?[€$£]?$/u;
const fallen = /(?<!\p{L})down from ?[€$£]?$/u;

/** "up from" what is more, or what the answers put first told second: the two were changed round. */
function isTurnedRound(reading: SentenceReading, first: Quantity, second: Quantity, isBefore: boolean, last = first): boolean {
  const gap = reading.folded.slice(last.end, second.start);
  const [a = 0, b = 0] = [first.values[0], second.values[0]];
  return (
    (grown.test(gap) && a < b) ||
    (fallen.test(gap) && a > b) ||
    (isBefore && ![...second.around].some((feature) => feature.startsWith('year-')))
  );
}

/** "de 12 à 5" keeps the way the answers go. */
export function checkReversals(
  reading: SentenceReading,
  list: readonly Quantity[],
  matched: ReadonlyMap<Quantity, Fact[]>,
): Reason[] {
  return list.flatMap((second, index) => {
    const first = list.slice(0, index).findLast((other) => !isAttributive(reading.folded, other));
    if (!first) return [];
    const gap = reading.folded.slice(first.end, second.start);
    if (!turn.test(gap) && !against.test(gap)) return [];
    // "by 31 votes to four": for and against, and no way that anything went.
    const isTurn =
      turn.test(gap) &&
      !isOfVote(reading, first, second) &&
      !ranges.test(reading.folded.slice(Math.max(0, first.start - 32), first.start));
    const befores = matched.get(first) ?? [];
    const afters = matched.get(second) ?? [];
    const isIn = (order: (a: Fact, b: Fact) => boolean): boolean =>
      befores.some((a) =>
        afters.some((b) => a.end > 0 && b.end > 0 && a.question === b.question && a.item === b.item && order(a, b)),
      );
    const isReversed = isTurn
      ? isIn(isToldBack) && !isIn((a, b) => !isToldBack(a, b))
      : isTurnedRound(reading, first, second, isIn(isToldSecond) && !isIn((a, b) => !isToldSecond(a, b)));
    // "46 know five neighbours, up from twenty-one": what was said of an earlier one.
    const isOfEarlier =
      !isTurn &&
      list
        .slice(0, list.indexOf(first))
        .some(
          (other) =>
            other.kind === second.kind &&
            !isTurnedRound(reading, other, second, false, first) &&
            (matched.get(other) ?? []).some((a) =>
              afters.some((b) => a.line !== undefined && a.line === b.line && a.outOfValues !== undefined),
            ),
        );
    return isReversed && !isOfEarlier
      ? [
          reading.reason(
            'figure',
            'figure-reversed',
            'red',
            { start: first.start, end: second.end },
            { value: first.values[0] ?? '' },
          ),
        ]
      : [];
  });
}

/** Told of a vote, with its noun or after the word for it: "voted it down, 31 to twelve". */
const isOfVote = ({ tokens }: SentenceReading, first: Quantity, second: Quantity): boolean =>
  [first, second].some(({ unit }) => unit?.senses.some(isVote)) ||
  (!first.unit &&
    !second.unit &&
    tokens.some((token) => token.start > first.start - farthestVote && token.end <= first.start && token.concepts.some(isVote)));
const isVote = (sense: string): boolean => sense === 'vote' || sense === 'shareholder-vote';
const farthestVote = 80;

/** The answer tells the first of the two against the second. */
const isToldSecond = (a: Fact, b: Fact): boolean => {
  const [from, to] = [yearOf(a), yearOf(b)];
  return from !== undefined && to !== undefined ? from < to : a.isCompared === true && b.isCompared !== true;
};

/** "230 in 2024, tegen 165 in 2022", "il y en avait 510": what is compared stands in one line, where that line compares. */
export function checkComparisons(
  reading: SentenceReading,
  list: readonly Quantity[],
  facts: readonly Fact[],
  matched: ReadonlyMap<Quantity, Fact[]>,
): Reason[] {
  return list.flatMap((second, index) => {
    const first = list.slice(0, index).findLast((other) => !isAttributive(reading.folded, other));
    if (!first || first.kind !== second.kind || first.outOf !== undefined || second.outOf !== undefined) return [];
    if (!isCompared(reading.folded.slice(first.end, second.start))) return [];
    const [befores, afters] = [matched.get(first) ?? [], matched.get(second) ?? []];
    const isBeside = (a: Fact, b: Fact): boolean => a.question === b.question && a.item === b.item;
    if (befores.length === 0 || afters.length === 0 || befores.some((a) => afters.some((b) => isBeside(a, b)))) return [];
    const compares = (of: readonly Fact[]): boolean =>
      of.every((a) =>
        facts.some(
          (b) =>
            b.item !== undefined &&
            isBeside(a, b) &&
            b.kind === a.kind &&
            b.unit?.stem === a.unit?.stem &&
            b.outOfValues === undefined &&
            !b.isBase &&
            !b.values.some((value) => a.values.includes(value)),
        ),
      );
    return compares(befores) || compares(afters)
      ? [
          reading.reason('figure', 'figure-counts-else', 'red', second, {
            value: second.values[0] ?? '',
          }),
        ]
      : [];
  });
}

/** A recorded figure keeps its own period: that of another line is not its. */
export function checkWhen(reading: SentenceReading, matched: ReadonlyMap<Quantity, Fact[]>): Reason[] {
  const { cited, folded, tokens, language } = reading;
  if (reading.dates.length > mostTimes) return [];
  const said = cited.flatMap((answer) => answer.dates);
  return reading.dates.flatMap((date) => {
    if (date.when.weekday !== undefined || !isSaid(date.when, said)) return [];
    const clause = clauseOfTime(folded, tokens, language, date, reading.dates);
    const figures = [...matched].filter(([quantity]) => overlaps(quantity, clause));
    const lines = figures.map(
      ([, facts]) => new Set(facts.flatMap((fact) => (fact.item === undefined ? [] : [`${fact.question}/${fact.item}`]))),
    );
    const [first, ...others] = lines;
    const common = [...(first ?? [])].filter((line) => others.every((each) => each.has(line)));
    // "7 in 2023-24 to 13 in 2024-25": the figure before a year may have a line of its own beside the one that tells them all.
    const before = lines[figures.findLastIndex(([{ end }]) => end <= date.start)] ?? [];
    // Without a line that tells them all, the sentence tells several.
    const own = [...new Set([...common, ...(common.length > 0 ? before : lines.flatMap((each) => [...each]))])];
    const told = own.map((line) => {
      const [question = '', item = ''] = line.split('/');
      return cited.find((answer) => answer.id === question)?.itemDates.get(item) ?? [];
    });
    const dates = told.flat();
    if (dates.length === 0 || lines.some((each) => each.size === 0)) return [];
    const elsewhere = cited
      .filter((answer) => !lines.some((each) => [...each].some((line) => line.startsWith(`${answer.id}/`))))
      .flatMap((answer) => answer.dates);
    return isSaid(date.when, [...dates, ...elsewhere]) || isYearCounted(reading, date.when, own)
      ? []
      : [reading.reason('date', 'date-other-figure', 'red', date)];
  });
}
