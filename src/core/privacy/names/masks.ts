import type { Span } from '../span.ts';
import * as around from './around.ts';
import type { Mention } from './names.ts';
import type { View } from './view.ts';

/** A name with the mask that reads well where it stands: after "de", beside a role that is already told, or anywhere else. */
export function spanOfName(view: View, mention: Mention): Span {
  const { from, to } = mention;
  const span = { kind: 'name' as const, start: view.word(from)?.start ?? 0, end: view.word(to - 1)?.end ?? 0 };
  // The full stop of an initial goes with it, unless it ends the sentence.
  const initial =
    view.lower(to - 1).length === 1 && view.sign(to - 1) === '.' && view.word(to) !== undefined && !view.capital(to);
  return { ...span, end: span.end + (initial ? 1 : 0), mask: maskFor(view, mention) };
}

function maskFor(view: View, { from, to, name }: Mention): string {
  const alone = from === name;
  if (alone && (around.followsRole(view, from) || around.followsNaming(view, from))) return 'mask.name-removed';
  if (alone && around.precedesRole(view, to) && view.gap(from).includes('(')) return 'mask.name-removed';
  return view.gap(from) === ' ' && /^(?:de|que|jusque|lorsque|puisque)$/.test(view.lower(from - 1))
    ? 'mask.name-of'
    : 'mask.name';
}
