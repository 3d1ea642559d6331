import type { Folded } from './fold.ts';

/** One word of a folded text. Apostrophes, hyphens and signs part words: `d'Aïcha` and `Jean-Pierre` are two each. */
export interface Word {
  lower: string;
  start: number;
  end: number;
  /** Begins with a capital letter. */
  capital: boolean;
  /** Two letters or more, all capital. */
  allCaps: boolean;
  /** What stands between the word before and this one; cut when it is long. */
  gap: string;
  /** A capital here may be due to the place: first of a sentence, line, quotation, bracket or after a colon. */
  opens: boolean;
  /** Counts up with every sentence. */
  sentence: number;
  /** "à", which without its accent would be the verb "a". */
  toward: boolean;
}

/** After these a full stop does not end the sentence. */
const shortened = new Set(
  'm mm mme mmes mlle mr mrs ms dr mevr mvr mw mej dhr prof st ste art no nr bd av ca bv bijv env resp tel'.split(' '),
);

const opening = /[.!?:;\n"«“”‹›([{•*|>=/]|(?:^|\s)-\s|\s'/;
const ending = /[!?\n]|\.\.|\.["»”')\]]*\s/;

export function wordsOf(folded: Folded): Word[] {
  const words: Word[] = [];
  const finder = /[\p{L}\p{N}]+/gu;
  let before: Word | undefined;
  let sentence = 0;
  for (let found = finder.exec(folded.cased); found; found = finder.exec(folded.cased)) {
    const cased = found[0];
    const start = found.index;
    const between = folded.cased.slice(before?.end ?? 0, start);
    const gap = between.length > 24 ? `${between.slice(0, 12)}\n${between.slice(-12)}` : between;
    const abbreviated =
      before !== undefined && /^\.[ )]?$/.test(gap) && (shortened.has(before.lower) || before.end - before.start === 1);
    if (!abbreviated && ending.test(gap)) sentence += 1;
    const lower = folded.lower.slice(start, start + cased.length);
    const capital = /^\p{Lu}/u.test(cased);
    const word: Word = {
      lower,
      start,
      end: start + cased.length,
      capital,
      allCaps: capital && cased.length > 1 && !/\p{Ll}/u.test(cased) && /^\p{L}+$/u.test(cased),
      gap,
      opens: before === undefined || (!abbreviated && opening.test(gap)),
      sentence,
      toward: lower === 'a' && folded.accented(start),
    };
    words.push(word);
    before = word;
  }
  return words;
}

/** Nothing but a space, a hyphen or an apostrophe between two words of one expression. */
export const joined = (word: Word | undefined): boolean =>
  word !== undefined && /^(?: |-|'|' | - |\. |\.|\/|& ?| & ?)$/.test(word.gap);

const follows = (words: readonly Word[], at: number, first: Word): boolean =>
  words[at]?.sentence === first.sentence && joined(words[at]);

/** Phrases looked up at a place in a list of words: the longest that fits wins. */
export class PhraseBook<T = true> {
  readonly #byFirst = new Map<string, { rest: string[]; value: T }[]>();

  add(phrase: string, value: T): void {
    const [first, ...rest] = phrase.split(/[\s'-]+/);
    if (first === undefined || first === '') return;
    const entries = this.#byFirst.get(first) ?? [];
    entries.push({ rest, value });
    entries.sort((a, b) => b.rest.length - a.rest.length);
    this.#byFirst.set(first, entries);
  }

  find(words: readonly Word[], at: number): { length: number; value: T } | undefined {
    const first = words[at];
    const entries = first && this.#byFirst.get(first.lower);
    if (!entries) return undefined;
    for (const { rest, value } of entries) {
      if (rest.every((lower, i) => follows(words, at + 1 + i, first) && words[at + 1 + i]?.lower === lower)) {
        return { length: rest.length + 1, value };
      }
    }
    return undefined;
  }
}

/** A phrase book where a phrase is only there or not. */
export function phraseBook(phrases: Iterable<string>): PhraseBook {
  const book = new PhraseBook();
  for (const phrase of phrases) book.add(phrase, true);
  return book;
}
