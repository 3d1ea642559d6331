import { diffArrays } from 'diff';
import type { Language } from '../core/language.ts';

export interface Piece {
  what: 'kept' | 'added' | 'removed';
  text: string;
}

/**
 * What became of a text, word by word, whole words only. What is kept and removed together is the text before, what is kept and added the
 * text after, to the last space. One pair of changes in a row shows what was removed first.
 */
export function difference(before: string, after: string, language: Language): Piece[] {
  const words = new Intl.Segmenter(language, { granularity: 'word' });
  const cut = (text: string): string[] => Array.from(words.segment(text), ({ segment }) => segment);
  const pieces: Piece[] = [];
  let removed = '';
  let added = '';
  const settle = (): void => {
    if (removed !== '') pieces.push({ what: 'removed', text: removed });
    if (added !== '') pieces.push({ what: 'added', text: added });
    removed = '';
    added = '';
  };
  const parts = diffArrays(cut(before), cut(after)).map((part) => ({ ...part, text: part.value.join('') }));
  for (const [at, { text, added: isAdded, removed: isRemoved }] of parts.entries()) {
    if (isRemoved) removed += text;
    else if (isAdded) added += text;
    else if (at > 0 && at < parts.length - 1 && !/[\p{L}\p{N}]/u.test(text)) {
      // Only a space or a comma between two changes: they read better as one.
      removed += text;
      added += text;
    } else {
      settle();
      pieces.push({ what: 'kept', text });
    }
  }
  settle();
  return pieces;
}
