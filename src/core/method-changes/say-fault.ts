import { shorten } from '../evaluation/say.ts';
import type { Words } from '../words.ts';
import type { Fault, FaultValue } from './faults.ts';

/** A name in somebody's files may be anything, even a whole text. */
const mostCharacters = 200;
const mostNames = 60;

/** Signs that a phrase cannot hold as they are. */
const signs = { open: '{', close: '}' };

/**
 * What is wrong and what to do, as two sentences. `say` has the phrases of `prompts/faults/`; where these cannot be said, the code and
 * its values stand for them.
 */
export function sayFault(say: Words, { says, values }: Fault): string {
  try {
    const said = { ...signs, ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, inWords(name, value)])) };
    return `${say(`${says}.what`, said)}. ${say(`${says}.remedy`, said)}.`;
  } catch {
    return bare(says, values);
  }

  function inWords(name: string, value: FaultValue): string {
    if (name === 'where') return place(say, listed(value));
    // An item of a list that has no name.
    if (name === 'name' && typeof value === 'number') return say('at.item', { number: value });
    const all = listed(value);
    return all.length === 0 ? say('names.none') : names(all, ', ');
  }
}

/** The same, after the file and the line it is about. */
export function sayWhere(say: Words, fault: Fault): string {
  const { file, line } = fault;
  const said = sayFault(say, fault);
  if (file === undefined) return said;
  const at = { file: cut(file), ...(line !== undefined && { line }) };
  try {
    return `${say(line === undefined ? 'at.file' : 'at.line', at)} ${said}`;
  } catch {
    return `${at.file}:${line === undefined ? '' : `${line}:`} ${said}`;
  }
}

const listed = (value: FaultValue): readonly (string | number)[] =>
  typeof value === 'string' || typeof value === 'number' ? [value] : value;

/** Where a field stands, from the outside in; nothing at the beginning of a file. */
function place(say: Words, steps: readonly (string | number)[]): string {
  if (steps.length === 0) return '';
  const named = steps.map((step) => (typeof step === 'number' ? say('at.item', { number: step }) : step));
  return ` ${say('at.place', { place: names(named, ' > ') })}`;
}

const bare = (says: string, values: Fault['values']): string =>
  [says, ...Object.entries(values).map(([name, value]) => `${name}: ${names(listed(value), ', ')}`)].join('; ');

const cut = (name: string | number): string => shorten(String(name), mostCharacters);

const names = (all: readonly (string | number)[], between: string): string =>
  [...all.slice(0, mostNames).map(cut), ...(all.length > mostNames ? ['…'] : [])].join(between);
