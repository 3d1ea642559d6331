import type { Verdict } from '../grounding/material.ts';
import { findGaps } from '../grounding/surface.ts';

/**
 * What was found in a sentence, and the places in it that nobody has filled yet. Somebody should look; it blocks nothing, since what
 * belongs there (a contact, a request) may be typed in the file (method: the press release).
 */
export function withGaps(text: string, { verdict, reasons }: Verdict): Verdict {
  const gaps = findGaps(text).map(({ start, end }): Verdict['reasons'][number] => ({
    code: 'unsupported',
    kind: 'gap',
    severity: 'amber',
    span: text.slice(start, end),
    start,
    values: {},
  }));
  return gaps.length === 0
    ? { verdict, reasons }
    : { verdict: verdict === 'red' ? 'red' : 'amber', reasons: [...gaps, ...reasons] };
}
