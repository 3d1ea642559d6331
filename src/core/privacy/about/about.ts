import { kinds, type Kind, type Span } from '../span.ts';
import { wordSet } from '../word-set.ts';
import { joined, PhraseBook, phraseBook, type Word } from '../words.ts';
import { dutch } from './dutch.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import type { Lexicon } from './lexicon.ts';
import { People } from './people.ts';

type How = 'says' | 'beside' | 'has' | 'who';

interface Trigger {
  kind: Kind;
  how: How;
  /** Words at its beginning that stay when it is masked. */
  kept: number;
}

interface Book {
  lexicon: Lexicon;
  triggers: PhraseBook<Trigger[]>;
  cues: PhraseBook;
}

const listOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
    .filter((phrase) => phrase !== '');

function bookOf(lexicon: Lexicon): Book {
  const byPhrase = new Map<string, Trigger[]>();
  for (const kind of kinds) {
    for (const how of ['says', 'beside', 'has', 'who'] as const) {
      for (const written of listOf(lexicon.topics[kind]?.[how])) {
        const phrase = written.replace(' | ', ' ');
        const kept = written.includes(' | ') ? (written.split(' | ')[0]?.split(' ').length ?? 0) : 0;
        byPhrase.set(phrase, [...(byPhrase.get(phrase) ?? []), { kind, how, kept }]);
      }
    }
  }
  const triggers = new PhraseBook<Trigger[]>();
  for (const [phrase, value] of byPhrase) triggers.add(phrase, value);
  return { lexicon, triggers, cues: phraseBook(listOf(lexicon.cues)) };
}

const books = [french, dutch, english].map(bookOf);

/** Words that name a person, as places of the list of words. */
export interface Named {
  from: number;
  to: number;
}

/**
 * Finds what is said of one person's health, origin, belief, private life, trouble with the law or opinions. What is said of people in
 * general is let through: an enterprise may well say whom it welcomes.
 */
export const findAbout = (words: readonly Word[], named: readonly Named[]): Span[] =>
  books.flatMap((book) => new Reader(book, words, named).read());

/** What may follow somebody who is called by an origin alone: "un Afghan qui …", "a Syrian told us …". */
const afterNative = wordSet(`qui nous m a s est qu who has is was told said came had die heeft zei vertelde kwam`);

/** Before a word that is a person: "un réfugié". */
const someones = wordSet(`un une cette cet ce notre l een deze die onze a an this our`);

class Reader {
  readonly #lexicon: Lexicon;
  readonly #triggers: PhraseBook<Trigger[]>;
  readonly #cues: PhraseBook;
  readonly #words: readonly Word[];
  readonly #people: People;
  readonly #spans: Span[] = [];
  /** The words last found to be sensitive: what stands beside them may be too, as in "dépressive et alcoolique". */
  #found = { from: -1, to: -1 };

  constructor(book: Book, words: readonly Word[], named: readonly Named[]) {
    this.#lexicon = book.lexicon;
    this.#triggers = book.triggers;
    this.#cues = book.cues;
    this.#words = words;
    this.#people = new People(book.lexicon, words, named);
  }

  read(): Span[] {
    for (let at = 0; at < this.#words.length; at += 1) {
      const length = this.#readTrigger(at) ?? this.#readOrigin(at) ?? 0;
      if (length > 0) this.#found = { from: at, to: at + length };
      this.#people.pass(at);
      for (let skipped = 1; skipped < length; skipped += 1) this.#people.pass(at + skipped);
      at += Math.max(0, length - 1);
    }
    return this.#spans;
  }

  /** How many words a trigger here takes; nothing when there is none, or when it says nothing of one person. */
  #readTrigger(at: number): number | undefined {
    const found = this.#triggers.find(this.#words, at);
    for (const trigger of found?.value ?? []) {
      const from = this.#fits(trigger, at, found?.length ?? 0);
      if (from === undefined) continue;
      const to = this.#tail(at + (found?.length ?? 0));
      this.#add(trigger.kind, from, to);
      return to - at;
    }
    return undefined;
  }

  /** Where the span begins when a trigger holds here, or nothing. */
  #fits({ how, kept }: Trigger, at: number, length: number): number | undefined {
    switch (how) {
      case 'says':
        return this.#people.certainAt(at) ? at + kept : undefined;
      case 'beside':
        return this.#isBeside(at, length) ? at : undefined;
      case 'has':
        return this.#cuedFrom(at);
      case 'who':
        return this.#isSomeone(at) ? at : undefined;
    }
  }

  #isBeside(at: number, length: number): boolean {
    const before = this.#skipAdverbs(at - 1);
    const previous = this.#words[before];
    const gap = this.#words[before + 1]?.gap ?? '';
    if (previous === undefined || previous.sentence !== this.#words[at]?.sentence || !/^(?: |-|, |')$/.test(gap)) return false;
    // "Christian Jeanmart" is a name, and what goes on with a hyphen is another word.
    if (this.#words[at + length]?.gap === '-') return false;
    if (this.#words[at]?.capital && this.#words[at + length]?.capital && joined(this.#words[at + length])) return false;
    // "een zwangere medewerkster", "a deaf worker"
    const next = at + length;
    if (this.#lexicon.one.has(previous.lower) && joined(this.#words[next])) {
      const certainty = this.#people.certaintyOf(next);
      if (certainty !== undefined) return this.#people.holds(certainty, at);
    }
    // What goes on from something found is said of the same person.
    if (before === this.#found.to - 1) return true;
    const beside = this.#lexicon.copulas.has(previous.lower) || this.#people.certaintyOf(before) !== undefined;
    return beside && this.#people.certainAt(at);
  }

  /** Where "a un cancer", "son handicap" begin to be masked, when a cue or a possessive stands before the noun. */
  #cuedFrom(at: number): number | undefined {
    let first = at;
    while (first > at - 4 && joined(this.#words[first]) && this.#lexicon.articles.has(this.#lower(first - 1))) first -= 1;
    for (let i = first; i < at; i += 1) {
      if (this.#lexicon.possessives.has(this.#lower(i))) return this.#people.ownedAt(at) ? i : undefined;
    }
    if (!this.#people.certainAt(at)) return undefined;
    // Words like "with" are both: the mask begins after the last cue.
    for (let from = at; from >= first; from -= 1) {
      if (![1, 2, 3].some((length) => this.#cueEnds(from, length))) continue;
      return from < at && /^(?:de|van)$/.test(this.#lower(from)) ? from + 1 : from;
    }
    return undefined;
  }

  #cueEnds(end: number, length: number): boolean {
    return joined(this.#words[end]) && this.#cues.find(this.#words, end - length)?.length === length;
  }

  /** "un réfugié nous a rejoints", "zij is een vluchtelinge" */
  #isSomeone(at: number): boolean {
    const first = at === this.#found.to ? this.#found.from : at;
    const article = this.#words[first - 1];
    if (!article || !joined(this.#words[first]) || !someones.has(article.lower)) return false;
    if (this.#lexicon.copulas.has(this.#lower(first - 2))) return this.#people.certainAt(at);
    return this.#people.holds(this.#lexicon.pointing.has(article.lower) ? 'certain' : 'anyone', at);
  }

  /** "d'origine marocaine", "elle vient de Syrie", "une femme afghane". */
  #readOrigin(at: number): number | undefined {
    const { origins } = this.#lexicon;
    const lower = this.#lower(at);
    if (origins.countries.has(lower)) return this.#readCountry(at);
    if (!origins.adjectives.has(lower)) return undefined;
    const before = this.#lower(at - 1);
    if (origins.before.has(before)) {
      if (!this.#people.certainAt(at)) return undefined;
      // The mask takes the place of "d'origine marocaine" as a whole.
      const from = /^de?$/.test(this.#lower(at - 2)) ? at - 2 : at - 1;
      return this.#add('origin', from, at + 1);
    }
    if (origins.after.has(this.#lower(at + 1)) && joined(this.#words[at + 1])) {
      if (!this.#people.certainAt(at)) return undefined;
      this.#add('origin', /^(?:van|of)$/.test(before) ? at - 1 : at, at + 2);
      return 2;
    }
    if (!this.#isBeside(at, 1) && !this.#isNative(at)) return undefined;
    return this.#add('origin', at, at + 1);
  }

  /** "un Afghan", "a Syrian who …"; not "a Syrian shop", where the word says what kind. */
  #isNative(at: number): boolean {
    const next = this.#words[at + 1];
    const someone = this.#triggers.find(this.#words, at + 1)?.value.some((trigger) => trigger.how === 'who') === true;
    const alone = someone || !joined(next) || afterNative.has(this.#lower(at + 1));
    return this.#words[at]?.capital === true && alone && this.#isSomeone(at);
  }

  #readCountry(at: number): number | undefined {
    const { origins } = this.#lexicon;
    let first = at;
    while (first > at - 4 && joined(this.#words[first]) && origins.prepositions.has(this.#lower(first - 1))) first -= 1;
    const moved = joined(this.#words[first]) && origins.moves.has(this.#lower(first - 1));
    return moved && this.#people.certainAt(first) ? this.#add('origin', first, at + 1) : undefined;
  }

  /** "enceinte | de six mois" */
  #tail(at: number): number {
    return this.#lower(at) === 'de' && /^(?:mois|semaines)$/.test(this.#lower(at + 2)) ? at + 3 : at;
  }

  #lower(at: number): string {
    return this.#words[at]?.lower ?? '';
  }

  #skipAdverbs(from: number): number {
    let at = from;
    while (at > from - 4 && this.#lexicon.adverbs.has(this.#lower(at))) at -= 1;
    return at;
  }

  #add(kind: Kind, from: number, to: number): number {
    const [first, last] = [this.#words[from], this.#words[to - 1]];
    if (first && last) this.#spans.push({ kind, start: first.start, end: last.end, mask: `mask.${kind}` });
    return 1;
  }
}
