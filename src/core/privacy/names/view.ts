import type { Folded } from '../fold.ts';
import { familyNames } from '../lists/family-names.ts';
import { doubtfulNames, plainNames, wordNames } from '../lists/first-names.ts';
import { knownNames } from '../lists/places.ts';
import { joined, phraseBook, type PhraseBook, type Word } from '../words.ts';

/** What a word is as a name: surely one, also a word, mostly something else, or a family's. */
export type Nature = 'plain' | 'word' | 'doubtful' | 'family' | undefined;

export function natureOf(word: string): Nature {
  if (plainNames.has(word)) return 'plain';
  if (wordNames.has(word)) return 'word';
  if (doubtfulNames.has(word)) return 'doubtful';
  return familyNames.has(word) ? 'family' : undefined;
}

const fixed = phraseBook(knownNames);

/** The words of a text with what it takes to look around in them. Places past either end are empty words. */
export class View {
  readonly folded: Folded;
  readonly words: readonly Word[];
  /** Words that belong to a known place, organisation or work. */
  readonly #known: Uint8Array;

  constructor(folded: Folded, words: readonly Word[], known: PhraseBook) {
    this.folded = folded;
    this.words = words;
    this.#known = new Uint8Array(words.length);
    for (let at = 0; at < words.length; at += 1) {
      const everywhere = words[at]?.capital ? fixed.find(words, at) : undefined;
      const here = known.find(words, at);
      this.#known.fill(1, at, at + Math.max(everywhere?.length ?? 0, here?.length ?? 0));
    }
  }

  word(at: number): Word | undefined {
    return this.words[at];
  }

  lower(at: number): string {
    return this.words[at]?.lower ?? '';
  }

  gap(at: number): string {
    return this.words[at]?.gap ?? '\n';
  }

  capital(at: number): boolean {
    return this.words[at]?.capital === true;
  }

  /** Right after the word before it, with a space, hyphen or apostrophe between. */
  joins(at: number): boolean {
    return at > 0 && joined(this.words[at]);
  }

  afterHyphen(at: number): boolean {
    return this.words[at]?.gap === '-';
  }

  /** The sign right after a word. */
  sign(at: number): string {
    const word = this.words[at];
    return word ? this.folded.cased.charAt(word.end) : '';
  }

  /** There is a word here, and it is no part of a known place or organisation. */
  free(at: number): boolean {
    return at >= 0 && at < this.words.length && this.#known[at] === 0;
  }
}
