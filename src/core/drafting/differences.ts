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

/** The words that differ, in runs: from the longest row of words that both have in common. */
export function wordsBetween(before: string, after: string): Pick<Difference, 'removed' | 'added'> {
  const a = wordsOf(before);
  const b = wordsOf(after);
  if (a.length > mostWords || b.length > mostWords) return { removed: before ? [before] : [], added: after ? [after] : [] };
  // common[i][j]: how many words a from i on and b from j on have in common, in order.
  const common = Array.from({ length: a.length + 1 }, () => Array.from({ length: b.length + 1 }, () => 0));
  const at = (i: number, j: number): number => common[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = common[i];
      if (row) row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const removed: string[][] = [[]];
  const added: string[][] = [[]];
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      removed.push([]);
      added.push([]);
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) removed.at(-1)?.push(a[i++] ?? '');
    else added.at(-1)?.push(b[j++] ?? '');
  }
  const runs = (all: string[][]): string[] => all.filter((run) => run.length > 0).map((run) => run.join(' '));
  return { removed: runs(removed), added: runs(added) };
}

const wordsOf = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== '');
