import type { z } from 'zod';
import { languages } from '../core/language.ts';
import { type Said, saying } from '../core/method-changes/faults.ts';
import { remedied } from './schemas.ts';

interface Explanation {
  path: PropertyKey[];
  said: Said;
}

/** Explains what a schema found, and what to do about it, to somebody who edits the files and does not write code. */
export function explainIssue(issue: z.core.$ZodIssue, content: unknown): Explanation[] {
  const path = [...issue.path];
  const where = placeOf(path.slice(0, -1), content);
  const last = path.at(-1);
  const explained = (said: Said): Explanation[] => [{ path, said }];

  if (issue.code === 'unrecognized_keys') {
    const inside = placeOf(path, content);
    return issue.keys.map((key) => ({
      path: [...path, key],
      said: saying('field-unknown', { name: key, where: inside, known: issue.message.split(', ') }),
    }));
  }
  const value = valueAt(content, path);
  if (last === undefined) return explained(saying(isEmpty(value) ? 'file-empty' : 'file-no-fields', {}));
  // An item without a name is known by its place.
  const name = typeof last === 'number' ? (placeOf(path, content).at(-1) ?? last) : String(last);
  if (value === undefined) {
    const isLanguage = languages.some((language) => language === name);
    return explained(
      isLanguage ? saying('language-missing', { name, where, languages }) : saying('field-missing', { name, where }),
    );
  }
  if (isEmpty(value)) return explained(saying('field-empty', { name, where }));
  if (issue.code === 'invalid_value') {
    const allowed = issue.values.map(String);
    return explained(saying('field-no-choice', { name, value: JSON.stringify(value), where, allowed }));
  }
  if (issue.code === 'invalid_type') {
    return explained(saying('field-wrong-kind', { name, kind: kinds.get(issue.expected) ?? 'fields', where }));
  }
  // One text or several.
  if (issue.code === 'invalid_union') return explained(saying('field-wrong-kind', { name, kind: 'text', where }));
  // The name itself is what its schema refuses.
  const { message } = (issue.code === 'invalid_key' ? issue.issues[0] : undefined) ?? issue;
  return explained(saying(remedied.find((code) => code === message) ?? 'field-unusable', { name, where }));
}

const kinds = new Map([
  ['string', 'text'],
  ['boolean', 'yesno'],
  ['number', 'number'],
  ['int', 'whole'],
  ['array', 'list'],
]);

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/** From the outside in; items of lists go by their id where they have one, else by their rank. */
function placeOf(path: readonly PropertyKey[], content: unknown): (string | number)[] {
  return path.map((step, depth) => {
    if (typeof step !== 'number') return String(step);
    const id = valueAt(content, [...path.slice(0, depth + 1), 'id']);
    return typeof id === 'string' ? id : step + 1;
  });
}

function valueAt(content: unknown, path: readonly PropertyKey[]): unknown {
  let value = content;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = Reflect.get(value, step) as unknown;
  }
  return value;
}
