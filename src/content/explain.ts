import type { z } from 'zod';
import { languages } from '../core/language.ts';

interface Explanation {
  path: PropertyKey[];
  what: string;
  remedy: string;
}

/** Says in plain words what a schema found, and what to do about it, for somebody who edits the files and does not write code. */
export function explainIssue(issue: z.core.$ZodIssue, content: unknown): Explanation[] {
  const path = [...issue.path];
  const where = placeName(path.slice(0, -1), content);
  const name = String(path.at(-1) ?? 'the file');

  if (issue.code === 'unrecognized_keys') {
    const inside = placeName(path, content);
    return issue.keys.map((key) => ({
      path: [...path, key],
      what: `unknown field "${key}"${inside}`,
      remedy: `Correct its name or remove it; ${issue.message}`,
    }));
  }
  const value = valueAt(content, path);
  if (value === undefined) {
    const isLanguage = languages.some((language) => language === name);
    const remedy = isLanguage ? `Add it: every text is needed in ${languages.join(', ')}` : 'Add it';
    return [{ path, what: `"${name}" is missing${where}`, remedy }];
  }
  if (value === null || value === '' || (typeof value === 'string' && value.trim() === '')) {
    return [{ path, what: `"${name}" is empty${where}`, remedy: 'Write it, or remove its line if it is not needed' }];
  }
  if (issue.code === 'invalid_value') {
    return [
      {
        path,
        what: `"${name}" is ${JSON.stringify(value)}${where}`,
        remedy: `Use one of: ${issue.values.map(String).join(', ')}`,
      },
    ];
  }
  if (issue.code === 'invalid_type') {
    return [
      { path, what: `"${name}" is not ${expected(issue.expected)}${where}`, remedy: `Write ${expected(issue.expected)} there` },
    ];
  }
  return [{ path, what: `"${name}" cannot be used${where}`, remedy: issue.message }];
}

function expected(type: string): string {
  if (type === 'string') return 'a text (a number or a date goes between double quotes)';
  if (type === 'boolean') return 'true or false';
  if (type === 'number' || type === 'int') return 'a number';
  if (type === 'array') return 'a list';
  return 'a group of fields';
}

/** ` in questions > why-now`: items of lists go by their id where they have one. */
function placeName(path: readonly PropertyKey[], content: unknown): string {
  const names = path.map((step, depth) => {
    if (typeof step !== 'number') return String(step);
    const id = valueAt(content, [...path.slice(0, depth + 1), 'id']);
    return typeof id === 'string' ? id : `number ${step + 1}`;
  });
  return names.length === 0 ? '' : ` in ${names.join(' > ')}`;
}

function valueAt(content: unknown, path: readonly PropertyKey[]): unknown {
  let value = content;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = Reflect.get(value, step) as unknown;
  }
  return value;
}
