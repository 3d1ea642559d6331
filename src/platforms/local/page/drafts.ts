import type { Fields } from '../../../core/incoming.ts';
import type { Place } from './api.ts';
import { inTab } from './keeping.ts';

/** Texts begun and not sent, by place and composer, so that neither a reload nor another thread loses a word. */
const written = new Map<string, string>();

const textIn = (kept: unknown): string => (typeof kept === 'string' ? kept : '');

const nameOf = ({ channel, person }: Place, key: string): string => `draft:${channel}:${person}:${key}`;

export function readDraft(place: Place, key: string): string {
  const name = nameOf(place, key);
  const known = written.get(name) ?? textIn(inTab.read(name));
  written.set(name, known);
  return known;
}

export function writeDraft(place: Place, key: string, text: string): void {
  const name = nameOf(place, key);
  written.set(name, text);
  if (text === '') inTab.forget(name);
  else inTab.write(name, text);
}

export const forgetDraft = (place: Place, key: string): void => writeDraft(place, key, '');

const formName = ({ channel, person }: Place, message: string, action: string): string =>
  `form:${channel}:${person}:${message}:${action}`;

export function readForm(place: Place, message: string, action: string): Fields {
  const kept = inTab.read(formName(place, message, action));
  const isValue = (value: unknown): value is string | string[] =>
    typeof value === 'string' || (Array.isArray(value) && value.every((one) => typeof one === 'string'));
  const fields: Fields = {};
  if (typeof kept !== 'object' || kept === null) return fields;
  for (const [id, value] of Object.entries(kept)) if (isValue(value)) fields[id] = value;
  return fields;
}
export const writeForm = (place: Place, message: string, action: string, values: Fields): void =>
  inTab.write(formName(place, message, action), values);
export const forgetForm = (place: Place, message: string, action: string): void => inTab.forget(formName(place, message, action));
