import type { Language } from '../language.ts';
import type { About, Action, Block, Form, Message } from '../message.ts';
import type { Words } from '../words.ts';

/** A message with only what matters to it. */
export function message(
  kind: string,
  language: Language,
  blocks: (Block | undefined | false)[],
  more: { about?: About; actions?: (Action | undefined | false)[]; forms?: Form[] } = {},
): Message {
  return {
    kind,
    language,
    ...(more.about && { about: more.about }),
    blocks: blocks.filter((block): block is Block => Boolean(block)),
    actions: (more.actions ?? []).filter((action): action is Action => Boolean(action)),
    forms: more.forms ?? [],
  };
}

export const text = (words: string): Block => ({ type: 'text', text: words });
export const heading = (words: string): Block => ({ type: 'heading', text: words });
export const aside = (words: string): Block => ({ type: 'aside', text: words });
export const quote = (words: string, by?: string): Block => ({ type: 'quote', text: words, ...(by && { by }) });
export const list = (items: string[]): Block | undefined => (items.length > 0 ? { type: 'list', items } : undefined);
export const numbered = (items: string[]): Block => ({ type: 'list', items, numbered: true });

/** A button whose label is the phrase `button.<id>`. */
export const button = (
  words: Words,
  id: string,
  more: { value?: string; style?: 'primary' | 'danger'; label?: string } = {},
): Action => ({
  id,
  label: more.label ?? words(`button.${id}`),
  ...(more.value !== undefined && { value: more.value }),
  ...(more.style && { style: more.style }),
});

/** « a », « a and b », « a, b and c ». */
export function enumerate(words: Words, parts: string[]): string {
  if (parts.length < 2) return parts[0] ?? '';
  return words('list.last', { first: parts.slice(0, -1).join(', '), last: parts.at(-1) ?? '' });
}

/** A long text cut at a word, for places where it is only recalled. */
export function shorten(words: string, most = 160): string {
  if (words.length <= most) return words;
  const cut = words.slice(0, most);
  const at = cut.lastIndexOf(' ');
  return `${cut.slice(0, at > most / 2 ? at : most).trimEnd()}…`;
}
