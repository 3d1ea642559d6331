export type Json = Record<string, unknown>;

const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Everything in a card, from the outside in. */
function* partsOf(value: unknown): Generator<Json> {
  if (Array.isArray(value)) for (const each of value) yield* partsOf(each);
  else if (isRecord(value)) {
    yield value;
    for (const [name, inner] of Object.entries(value)) if (name !== 'data' && name !== 'fallback') yield* partsOf(inner);
  }
}

export function cardIn(activity: Json): Json {
  const [attachment] = (activity['attachments'] ?? []) as Json[];
  const card = attachment?.['content'];
  if (!isRecord(card)) throw new Error('There is no card in this message.');
  return card;
}

/** The button with this title, as a person finds it. */
export function findButton(card: Json, title: string): Json {
  const buttons = [...partsOf(card)].filter(({ type }) => typeof type === 'string' && type.startsWith('Action.'));
  const found = buttons.find((button) => button['title'] === title);
  if (!found)
    throw new Error(`There is no button "${title}"; there are ${buttons.map((each) => String(each['title'])).join(', ')}.`);
  return found;
}

/** What the inputs of a card hold when it is sent: what was filled in, by the end of the input's id, or else what was in it. */
export function readInputs(card: Json, filled: Record<string, string>): Json {
  const inputs = [...partsOf(card)].filter(({ type }) => typeof type === 'string' && type.startsWith('Input.'));
  const sent: Json = {};
  for (const input of inputs) {
    const id = String(input['id']);
    const [, value] = Object.entries(filled).find(([name]) => id === name || id.endsWith(name)) ?? [];
    const held = value ?? input['value'];
    if (held !== undefined) sent[id] = held;
  }
  return sent;
}

/** All that can be read in a message, in the order it is shown. */
export const wordsIn = (activity: Json): string =>
  [...partsOf(cardIn(activity))]
    .flatMap((part) => [part['text'], part['label'], part['title']])
    .filter((text) => typeof text === 'string')
    .join('\n');
