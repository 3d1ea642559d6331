import { fold as foldNames } from '../../privacy/fold.ts';
import { monthsAndDays } from '../../privacy/lists/places.ts';
import { findNames } from '../../privacy/names/names.ts';
import { natureOf, View } from '../../privacy/names/view.ts';
import { phraseBook, wordsOf as nameWordsOf } from '../../privacy/words.ts';
import type { Stretch } from '../plain.ts';
import type { SentenceReading } from '../reading.ts';
import { smallWords } from '../words/small-words.ts';

export interface SeenName extends Stretch {
  words: string[];
  /** With words in it that stand everywhere ("Pas à Pas"): the name is found as a whole or not at all. */
  phrase?: string;
  /** Made of two that the answers know apart. */
  isMixed?: boolean;
  isPerson: boolean;
}

export const isDay = (folded: string): boolean => monthsAndDays.has(folded) || monthsAndDays.has(folded.replace(/s$/u, ''));

/** The people a sentence names, as the lists of names know them. */
export function findPeople(reading: SentenceReading): SeenName[] {
  const folded = foldNames(reading.text);
  const words = nameWordsOf(folded);
  const { name, territory = '' } = reading.evidence.material.enterprise;
  const known = phraseBook(
    [name, territory]
      .map((each) =>
        nameWordsOf(foldNames(each))
          .map((word) => word.lower)
          .join(' '),
      )
      .filter((each) => each !== ''),
  );
  const view = new View(folded, words, known);
  return findNames(view, false).flatMap((mention) => {
    const first = words[mention.from];
    const last = words[mention.to - 1];
    if (!first || !last) return [];
    const parts = words.slice(mention.name, mention.to).map((word) => word.lower);
    const start = folded.starts[first.start] ?? 0;
    const end = folded.ends[last.end - 1] ?? start;
    // "In August's heat": a month, though some are called so.
    if (parts.length === 1 && parts.every(isDay) && beforeMonth.test(reading.text.slice(0, start))) return [];
    // "erin" is no name unless it is written as one.
    if (parts.every((part) => smallWords[reading.language].has(part)) && !/\p{Lu}/u.test(reading.text.slice(start, end)))
      return [];
    const isPlain = parts.some((part) => natureOf(part) === 'plain') || mention.name > mention.from;
    return [{ start, end, words: parts, isPerson: isPlain }];
  });
}

const beforeMonth =
  /(?:^|[^\p{L}])(?:in|since|until|till|by|from|during|mid|last|this|next|early|late|before|after|each|every|en|depuis|sinds|tot|vanaf)[ -]$/iu;
