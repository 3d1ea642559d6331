import type { Language } from '../../language.ts';
import { overlaps, type Stretch } from '../plain.ts';
import type { Token } from '../tokens.ts';

const breaks: Record<Language, RegExp> = {
  fr: /[,;:.!?](?!\d)|(?<= )(?:et|mais|puis|tandis que|alors que)(?= )/gu,
  nl: /[,;:.!?](?!\d)|(?<= )(?:en|maar|terwijl)(?= )/gu,
  en: /[,;:.!?](?!\d)|(?<= )(?:and|but|while|whereas)(?= )/gu,
};

/** With more times than these a text is no sentence, and no time of it belongs to any part. */
export const mostTimes = 40;

/** The part of a sentence that a time stands in; with the next part, or the one before, where it holds no word beside times. */
export function clauseOfTime(
  folded: string,
  tokens: readonly Token[],
  language: Language,
  at: Stretch,
  times: readonly Stretch[],
): Stretch {
  const cuts = [...folded.matchAll(breaks[language])]
    .map(({ index, 0: { length } }) => ({ start: index, end: index + length }))
    .filter((cut) => !times.some((time) => overlaps(time, cut)));
  const starts = [0, ...cuts.map(({ end }) => end)];
  const ends = [...cuts.map(({ start }) => start), folded.length];
  const parts = starts.map((start, index) => ({ start, end: ends[index] ?? folded.length }));
  const own = parts.findIndex(({ start, end }) => at.start >= start && at.start < end);
  const isFull = (part: Stretch | undefined): boolean =>
    part !== undefined &&
    tokens.some(
      (token) =>
        (token.content || /^\d/u.test(token.folded)) && overlaps(token, part) && !times.some((time) => overlaps(time, token)),
    );
  const here = parts[own];
  if (!here) return { start: 0, end: folded.length };
  if (isFull(here)) return here;
  const next = parts.slice(own + 1).find(isFull);
  const other = next ?? parts.slice(0, own).findLast(isFull) ?? here;
  return { start: Math.min(here.start, other.start), end: Math.max(here.end, other.end) };
}
