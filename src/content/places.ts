/** What an ICU phrase leaves open: the names between braces, at any depth. Or how it is badly written. */
export type Places = { ok: true; names: string[] } | { ok: false; what: string; remedy: string };

class BadPhrase extends Error {
  readonly remedy: string;

  constructor(what: string, remedy: string) {
    super(what);
    this.remedy = remedy;
  }
}

/** Finds the places of a phrase, and the mistakes that would otherwise show only when it is said. */
export function placesOf(phrase: string): Places {
  const names = new Set<string>();
  let at = 0;
  try {
    readWords(false);
    return { ok: true, names: [...names].sort() };
  } catch (error) {
    if (!(error instanceof BadPhrase)) throw error;
    return { ok: false, what: error.message, remedy: error.remedy };
  }

  /** Words up to the end, or up to the brace that closes this branch. */
  function readWords(isBranch: boolean): void {
    while (at < phrase.length) {
      const sign = phrase[at];
      if (sign === "'") readApostrophe();
      else if (sign === '{') readPlace();
      else if (sign === '}') {
        if (isBranch) return;
        throw new BadPhrase('a brace } closes nothing', 'Remove it, or open it with {');
      } else at += 1;
    }
    if (isBranch) throw new BadPhrase('a brace { is never closed', 'Add the } that belongs to it');
  }

  /** ICU hides what follows an apostrophe when it is a sign of its own: d'{name} would show {name}. */
  function readApostrophe(): void {
    const next = phrase[at + 1] ?? '';
    if ('{}<>#|'.includes(next) && next !== '') {
      throw new BadPhrase(`an apostrophe stands directly before ${next}`, `Write it twice: ''${next}`);
    }
    at += next === "'" ? 2 : 1;
  }

  function readPlace(): void {
    at += 1;
    const name = word();
    if (name === '')
      throw new BadPhrase('a pair of braces has no name', 'Write the name of the value between them, such as {name}');
    names.add(name);
    if (skip('}')) return;
    if (!skip(',')) throw new BadPhrase(`the place {${name}} is not closed`, 'A place has one name, without spaces: {name}');
    const kind = word();
    if (kind === 'plural' || kind === 'selectordinal' || kind === 'select') readBranches(name);
    else if (kind === 'number' || kind === 'date' || kind === 'time') readStyle(name);
    else throw new BadPhrase(`the place {${name}} has the kind "${kind}"`, 'Use number, plural or select, or no kind at all');
  }

  function readStyle(name: string): void {
    const end = phrase.indexOf('}', at);
    if (end < 0) throw new BadPhrase(`the place {${name}} is not closed`, 'Add the } that belongs to it');
    at = end + 1;
  }

  function readBranches(name: string): void {
    if (!skip(',')) throw new BadPhrase(`the place {${name}} has no branches`, 'Write them after a comma: one {…} other {…}');
    const branches: string[] = [];
    while (!skip('}')) {
      const branch = word();
      if (branch.startsWith('offset:')) continue;
      if (branch === '' || !skip('{')) {
        throw new BadPhrase(`the branches of {${name}} are not closed`, 'Each branch is a word and braces: one {…} other {…}');
      }
      branches.push(branch);
      readWords(true);
      at += 1;
    }
    if (!branches.includes('other')) throw new BadPhrase(`the place {${name}} has no branch "other"`, 'Add it: other {…}');
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
