/** What should not be written lightly about a person. */
export const kinds = [
  'name',
  'phone',
  'email',
  'identifier',
  'bank-account',
  'address',
  'birth-date',
  'health',
  'origin',
  'religion',
  'private-life',
  'justice',
  'opinion',
] as const;
export type Kind = (typeof kinds)[number];

/** Something seen in a folded text; `start` and `end` are places of the folded text. */
export interface Span {
  kind: Kind;
  start: number;
  end: number;
  /** Phrase key of what may stand instead. */
  mask: string;
}

/** Keeps the spans that come first where several overlap, and puts them in the order of the text. Takes time in proportion to both. */
export function withoutOverlaps(spans: readonly Span[], length: number): Span[] {
  const taken = new Uint8Array(length);
  const kept: Span[] = [];
  for (const span of spans) {
    if (taken[span.start] || taken[span.end - 1]) continue;
    const inside = taken.subarray(span.start, span.end);
    if (inside.includes(1)) continue;
    inside.fill(1);
    kept.push(span);
  }
  return kept.sort((a, b) => a.start - b.start);
}
