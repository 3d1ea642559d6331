import { isCompared } from './surroundings.ts';
import { isSaid } from './when.ts';
import type { Fact } from './evidence.ts';
import type { Reason } from './material.ts';
import type { Quantity } from './quantities.ts';
import type { SentenceReading } from './reading.ts';

const turn = /^(?: ?[\p{L}%€]+){0,3} (?:a|to|naar|tot) $/u;

/** "de 12 à 5" keeps the way the answers go. */
export function checkReversals(
  reading: SentenceReading,
  list: readonly Quantity[],
  matched: ReadonlyMap<Quantity, Fact[]>,
): Reason[] {
  return list.flatMap((first, index) => {
    const second = list[index + 1];
    if (!second || !turn.test(reading.folded.slice(first.end, second.start))) return [];
    const befores = matched.get(first) ?? [];
    const afters = matched.get(second) ?? [];
    const isIn = (order: (a: Fact, b: Fact) => boolean): boolean =>
      befores.some((a) =>
        afters.some((b) => a.end > 0 && b.end > 0 && a.question === b.question && a.item === b.item && order(a, b)),
      );
    const isBack = (a: Fact, b: Fact): boolean => {
      const [from, to] = [yearOf(a), yearOf(b)];
      return from !== undefined && to !== undefined ? from > to : a.start > b.start;
    };
    return isIn(isBack) && !isIn((a, b) => !isBack(a, b))
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

const yearOf = (fact: Fact): number | undefined => {
  const years = [...fact.around].flatMap((feature) => /^year-(\d{4})$/u.exec(feature)?.[1] ?? []);
  return years.length === 1 ? Number(years[0]) : undefined;
};

/** "230 in 2024, tegen 165 in 2022", "il y en avait 510": what is compared stands in one line, where that line compares. */
export function checkComparisons(
  reading: SentenceReading,
  list: readonly Quantity[],
  facts: readonly Fact[],
  matched: ReadonlyMap<Quantity, Fact[]>,
): Reason[] {
  return list.flatMap((second, index) => {
    const first = list[index - 1];
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
  const lines = [...matched.values()].map(
    (facts) => new Set(facts.flatMap((fact) => (fact.item === undefined ? [] : [`${fact.question}/${fact.item}`]))),
  );
  const [first, ...others] = lines;
  const common = [...(first ?? [])].filter((line) => others.every((each) => each.has(line)));
  const dates = common.flatMap((line) => {
    const [question = '', item = ''] = line.split('/');
    return reading.cited.find((answer) => answer.id === question)?.itemDates.get(item) ?? [];
  });
  if (dates.length === 0) return [];
  const elsewhere = reading.cited
    .filter((answer) => !common.some((line) => line.startsWith(`${answer.id}/`)))
    .flatMap((answer) => answer.dates);
  const cited = reading.cited.flatMap((answer) => answer.dates);
  return reading.dates.flatMap((date) =>
    date.when.weekday === undefined && isSaid(date.when, cited) && !isSaid(date.when, [...dates, ...elsewhere])
      ? [reading.reason('date', 'date-other-figure', 'red', date)]
      : [],
  );
}
