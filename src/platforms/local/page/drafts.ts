import type { Fields } from '../../../core/incoming.ts';
import type { Place } from './api.ts';
import { inTab } from './keeping.ts';

/** Texts begun and not sent, by place and composer, so that neither a reload nor another thread loses a word. */
const written = new Map<string, string>();

const nameOf = ({ channel, person }: Place, key: string): string => `draft:${channel}:${person}:${key}`;

export function readDraft(place: Place, key: string): string {
  const name = nameOf(place, key);
  const known = written.get(name) ?? inTab.read<string>(name) ?? '';
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

export const readForm = (place: Place, message: string, action: string): Fields | undefined =>
  inTab.read<Fields>(formName(place, message, action));
export const writeForm = (place: Place, message: string, action: string, values: Fields): void =>
  inTab.write(formName(place, message, action), values);
export const forgetForm = (place: Place, message: string, action: string): void => inTab.forget(formName(place, message, action));
