import type { FaultCode, FaultValues, Said } from '../core/method-changes/faults.ts';

/** What an ICU phrase leaves open: the names between braces, at any depth. Or how it is badly written. */
export type Places = { ok: true; names: string[] } | { ok: false; said: Said };

class BadPhrase extends Error {
  readonly said: Said;

  constructor(said: Said) {
    super(said.says);
    this.said = said;
  }
}

/** What holds the phrase, as it is called in a fault. */
export interface Holder {
  part: 'phrase' | 'frame';
  key: string;
}

/** What can be wrong inside a phrase. */
type PhraseFault = FaultCode & (`brace-${string}` | `place-${string}` | `branches-${string}` | 'apostrophe-before-sign');

/** Finds the places of a phrase, and the mistakes that would otherwise show only when it is said. */
export function placesOf(phrase: string, holder: Holder): Places {
  const names = new Set<string>();
  let at = 0;
  try {
    readWords(false);
    return { ok: true, names: [...names].sort() };
  } catch (error) {
    if (!(error instanceof BadPhrase)) throw error;
    return { ok: false, said: error.said };
  }

  function bad<Code extends PhraseFault>(says: Code, values: Omit<FaultValues<Code>, keyof Holder>): BadPhrase {
    return new BadPhrase({ says, values: { ...holder, ...values } });
  }

  /** Words up to the end, or up to the brace that closes this branch. */
  function readWords(isBranch: boolean): void {
    while (at < phrase.length) {
      const sign = phrase[at];
      if (sign === "'") readApostrophe();
      else if (sign === '{') readPlace();
      else if (sign === '}') {
        if (isBranch) return;
        throw bad('brace-closes-nothing', {});
      } else at += 1;
    }
    if (isBranch) throw bad('brace-unclosed', {});
  }

  /** ICU hides what follows an apostrophe when it is a sign of its own: d'{name} would show {name}. */
  function readApostrophe(): void {
    const next = phrase[at + 1] ?? '';
    if ('{}<>#|'.includes(next) && next !== '') {
      throw bad('apostrophe-before-sign', { sign: next });
    }
    at += next === "'" ? 2 : 1;
  }

  function readPlace(): void {
    at += 1;
    const name = word();
    if (name === '') throw bad('place-without-name', {});
    names.add(name);
    if (skip('}')) return;
    if (!skip(',')) throw bad('place-open', { place: `{${name}}` });
    const kind = word();
    if (kind === 'plural' || kind === 'selectordinal' || kind === 'select') readBranches(name);
    else if (kind === 'number' || kind === 'date' || kind === 'time') readStyle(name);
    else throw bad('place-of-other-kind', { place: `{${name}}`, kind });
  }

  function readStyle(name: string): void {
    const end = phrase.indexOf('}', at);
    if (end < 0) throw bad('place-unclosed', { place: `{${name}}` });
    at = end + 1;
  }

  function readBranches(name: string): void {
    if (!skip(',')) throw bad('place-without-branches', { place: `{${name}}` });
    const branches: string[] = [];
    while (!skip('}')) {
      const branch = word();
      if (branch.startsWith('offset:')) continue;
      if (branch === '' || !skip('{')) throw bad('branches-unclosed', { place: `{${name}}` });
      branches.push(branch);
      readWords(true);
      at += 1;
    }
    if (!branches.includes('other')) throw bad('branches-without-other', { place: `{${name}}` });
  }

  function word(): string {
    const found = /^\s*([^\s{},']*)/.exec(phrase.slice(at));
    at += found?.[0].length ?? 0;
    return found?.[1] ?? '';
  }

  function skip(sign: string): boolean {
    while (/\s/.test(phrase[at] ?? '')) at += 1;
    if (phrase[at] !== sign) return false;
    at += 1;
    return true;
  }
}
