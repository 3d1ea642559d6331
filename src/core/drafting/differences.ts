import type { DraftSentence } from '../draft.ts';

/** What became of one sentence between two versions. Absent words: it was not there, or is no longer. */
export interface Difference {
  key: string;
  before?: string;
  after?: string;
  /** Runs of words that went, and that came, in reading order. */
  removed: string[];
  added: string[];
}

/** The sentences whose words are not the same in both versions, in the order of the newer one; what was taken out comes last. */
export function differences(before: readonly DraftSentence[], after: readonly DraftSentence[]): Difference[] {
  const old = new Map(before.map((sentence) => [sentence.key, sentence.text]));
  const kept = new Set(after.map(({ key }) => key));
  return [
    ...after.flatMap(({ key, text }) => {
      const was = old.get(key);
      return was === text
        ? []
        : [{ key, ...(was !== undefined && { before: was }), after: text, ...wordsBetween(was ?? '', text) }];
    }),
    ...before.filter(({ key }) => !kept.has(key)).map(({ key, text }) => ({ key, before: text, removed: [text], added: [] })),
  ];
}

/** Sentences are short; beyond this many words the whole is taken as changed. */
const mostWords = 400;

/** A run of words: in both wordings, only in the earlier, or only in the later. */
export interface WordPart {
  what: 'same' | 'out' | 'in';
  words: string;
}

/** Both wordings at once, in reading order, from the longest row of words that they have in common: what went stands before what came. */
export function wordParts(before: string, after: string): WordPart[] {
  const a = wordsOf(before);
  const b = wordsOf(after);
  if (a.length > mostWords || b.length > mostWords) return part('out', [before]).concat(part('in', [after]));
  // common[i][j]: how many words a from i on and b from j on have in common, in order.
  const common = Array.from({ length: a.length + 1 }, () => Array.from({ length: b.length + 1 }, () => 0));
  const at = (i: number, j: number): number => common[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = common[i];
      if (row) row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const parts: WordPart[] = [];
  let run: Record<WordPart['what'], string[]> = { same: [], out: [], in: [] };
  const endRun = (): void => {
    parts.push(...part('out', run.out), ...part('in', run.in), ...part('same', run.same));
    run = { same: [], out: [], in: [] };
  };
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      run.same.push(a[i++] ?? '');
      j++;
      continue;
    }
    if (run.same.length > 0) endRun();
    if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) run.out.push(a[i++] ?? '');
    else run.in.push(b[j++] ?? '');
  }
  endRun();
  return parts;
}

const part = (what: WordPart['what'], words: string[]): WordPart[] => {
  const said = words.join(' ');
  return said === '' ? [] : [{ what, words: said }];
};

/** The words that differ, in runs. */
export function wordsBetween(before: string, after: string): Pick<Difference, 'removed' | 'added'> {
  const parts = wordParts(before, after);
  const of = (what: WordPart['what']): string[] => parts.filter((each) => each.what === what).map(({ words }) => words);
  return { removed: of('out'), added: of('in') };
}

const wordsOf = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== '');
