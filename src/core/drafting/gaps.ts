import type { Verdict } from '../grounding/material.ts';
import { findGaps } from '../grounding/surface.ts';

/** What was found in a sentence, and the places in it that nobody has filled yet: with one of those it may not leave the house. */
export function withGaps(text: string, { verdict, reasons }: Verdict): Verdict {
  const gaps = findGaps(text).map(({ start, end }): Verdict['reasons'][number] => ({
    code: 'unsupported',
    kind: 'gap',
    severity: 'red',
    span: text.slice(start, end),
    start,
    values: {},
  }));
  return gaps.length === 0 ? { verdict, reasons } : { verdict: 'red', reasons: [...gaps, ...reasons] };
}
