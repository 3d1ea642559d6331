import type { Fields } from '../../core/incoming.ts';
import type { About } from '../../core/message.ts';
import { fromChoice, oneInput, severalInput } from './render/input.ts';

export interface Submitted {
  action: string;
  value?: string;
  /** Empty for a press. */
  fields: Fields;
  nonce?: string;
  /** What the pressed card was drawn for. It came from outside: check it, never trust it for rights. */
  about?: About;
  /** The other texts of the data: what `renderDialog` was given. */
  data: Record<string, string>;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What a card of ours sends when a button is pressed or a dialog submitted: the `value` of an `adaptiveCard/action`, `task/fetch` or
 * `task/submit` invoke, or of the message that a client without Action.Execute sends. Nothing when it is none of ours.
 */
export function readSubmit(sent: unknown): Submitted | undefined {
  const data = dataOf(sent);
  const action = data && textOf(data['a']);
  if (!data || !action) return undefined;
  const { i, n, q, s, k, d, p } = data;
  const chosen = textOf(i);
  const value = textOf(chosen === undefined ? data['v'] : data[chosen]);
  const nonce = textOf(n);
  const [question, contribution, draft, sentence] = [textOf(q), textOf(k), textOf(d), textOf(p)];
  const version = Number.isSafeInteger(s) ? Number(s) : undefined;
  const about: About = {
    ...(question !== undefined && { question }),
    ...(version !== undefined && { version }),
    ...(contribution !== undefined && { contribution }),
    ...(draft !== undefined && { draft }),
    ...(sentence !== undefined && { sentence }),
  };
  return {
    action,
    ...(value !== undefined && { value }),
    fields: fieldsOf(data),
    ...(nonce !== undefined && { nonce }),
    ...(Object.keys(about).length > 0 && { about }),
    data: Object.fromEntries(
      Object.entries(data).flatMap(([name, held]) => {
        const text = isOurs(name) || name === chosen ? undefined : textOf(held);
        return text === undefined ? [] : [[name, text]];
      }),
    ),
  };
}

const ours = new Set(['a', 'd', 'i', 'k', 'n', 'p', 'q', 's', 'v', 'msteams']);
const isOurs = (name: string): boolean => ours.has(name) || name.startsWith(oneInput) || name.startsWith(severalInput);

/** An invoke wraps the data: `{ action: { verb, data } }` for a press, `{ data, context }` for a dialog. */
function dataOf(sent: unknown): Record<string, unknown> | undefined {
  if (!isRecord(sent)) return undefined;
  const { action, data } = sent;
  if (isRecord(action)) return isRecord(action['data']) ? { a: action['verb'], ...action['data'] } : undefined;
  return isRecord(data) ? data : sent;
}

/** Texts as people's machines can hold them; without NUL, which Postgres refuses. */
const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value.replaceAll('\u0000', '').toWellFormed() : undefined;

function fieldsOf(data: Record<string, unknown>): Fields {
  const entries = Object.entries(data).flatMap(([name, held]): [string, string | string[]][] => {
    const text = typeof held === 'number' ? String(held) : textOf(held);
    if (text === undefined) return [];
    if (name.startsWith(severalInput)) {
      const choices = text.split(',').filter((choice) => choice !== '');
      return [[name.slice(severalInput.length), choices.map(fromChoice)]];
    }
    return name.startsWith(oneInput) ? [[name.slice(oneInput.length), text]] : [];
  });
  return Object.fromEntries(entries);
}
