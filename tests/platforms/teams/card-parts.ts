/** Reading cards: what tests look at is found by type, in reading order. */
export type Json = Record<string, unknown>;
export const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every part of a card, in reading order. */
export function partsOf(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(partsOf);
  if (!isRecord(value)) return [];
  return [value, ...['body', 'items', 'columns', 'inlines', 'actions'].flatMap((name) => partsOf(value[name]))];
}
export const ofType = (parts: Json[], type: string): Json[] => parts.filter((part) => part['type'] === type);
export const buttonsOf = (parts: Json[]): Json[] => parts.filter((part) => String(part['type']).startsWith('Action.'));
