import type { Fact } from '../evidence.ts';

/** The one year that a figure is told with. */
export const yearOf = (fact: Fact): number | undefined => {
  const years = [...fact.around].flatMap((feature) => /^year-(\d{4})$/u.exec(feature)?.[1] ?? []);
  return years.length === 1 ? Number(years[0]) : undefined;
};

/** Of two figures of a line the second came first: by its year, because the other is told against it, or by where it stands. */
export const isToldBack = (a: Fact, b: Fact): boolean => {
  const [from, to] = [yearOf(a), yearOf(b)];
  if (from !== undefined && to !== undefined) return from > to;
  return a.isCompared === b.isCompared ? a.start > b.start : b.isCompared === true;
};
