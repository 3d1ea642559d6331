import { joined, type Word } from '../words.ts';
import type { Lexicon } from './lexicon.ts';

/** Whom the words speak of: one certain person, one person or anybody, the speakers, people in general. */
export type Certainty = 'certain' | 'anyone' | 'speakers' | 'general';

const lookAhead = 8;

/** Keeps in mind, sentence by sentence, whom the text speaks of. */
export class People {
  readonly #lexicon: Lexicon;
  readonly #words: readonly Word[];
  readonly #isName: Uint8Array;
  #sentence = -1;
  #last: Certainty | undefined;
  #told: { sentence: number; value: boolean } | undefined;

  constructor(lexicon: Lexicon, words: readonly Word[], named: readonly { from: number; to: number }[]) {
    this.#lexicon = lexicon;
    this.#words = words;
    this.#isName = new Uint8Array(words.length);
    for (const { from, to } of named) this.#isName.fill(1, from, to);
  }

  /** Moves on past a word. */
  pass(at: number): void {
    const word = this.#words[at];
    if (!word) return;
    if (word.sentence !== this.#sentence) {
      this.#sentence = word.sentence;
      this.#last = undefined;
    }
    this.#last = this.certaintyOf(at) ?? this.#last;
  }

  /** What is said here is said of one certain person: the last one spoken of in the sentence, or else the next. */
  certainAt(at: number): boolean {
    const certainty = this.#spokenOf(at);
    return certainty !== undefined && this.holds(certainty, at);
  }

  /** The same after "son", "haar", "his": "nous adaptons le poste à son handicap" has a certain person in it, whom no word names. */
  ownedAt(at: number): boolean {
    const certainty = this.#spokenOf(at);
    return certainty === undefined || certainty === 'speakers' || this.holds(certainty, at);
  }

  holds(certainty: Certainty, at: number): boolean {
    return certainty === 'certain' || (certainty === 'anyone' && this.#isTold(at));
  }

  #spokenOf(at: number): Certainty | undefined {
    const sentence = this.#words[at]?.sentence;
    if (sentence === this.#sentence && this.#last !== undefined) return this.#last;
    for (let i = at + 1; i <= at + lookAhead && this.#words[i]?.sentence === sentence; i += 1) {
      const certainty = this.certaintyOf(i);
      if (certainty !== undefined) return certainty;
    }
    return undefined;
  }

  /** Whom the word at a place means, if it means anybody. */
  certaintyOf(at: number): Certainty | undefined {
    const lower = this.#words[at]?.lower ?? '';
    const { roles, anyone, people, pronouns, speakers, others } = this.#lexicon;
    if (this.#isName[at]) return 'certain';
    if (pronouns.has(lower)) return this.#ofPronoun(at, lower);
    if (speakers.has(lower)) return 'speakers';
    if (others.has(lower)) return 'general';
    if (people.has(lower)) return this.#isOneOf(at) ? 'certain' : 'general';
    if (roles.has(lower)) return this.#ofRole(at);
    return anyone.has(lower) ? this.#ofAnyone(at) : undefined;
  }

  #ofPronoun(at: number, lower: string): Certainty | undefined {
    const { notOne } = this.#lexicon;
    if (!notOne?.pronouns.has(lower)) return 'certain';
    const isNot = (first: number, by: number): boolean =>
      notOne.next.test([first, first + by].map((i) => this.#words[i]?.lower ?? '').join(' '));
    if (isNot(at + 1, 1)) return lower === 'il' ? undefined : 'general';
    // "verwittigen als ze ziek zijn": behind such a word the verb comes last.
    if (notOne.verbLastAfter?.has(this.#words[at - 1]?.lower ?? '') && [2, 3, 4].some((far) => isNot(at + far, 1)))
      return 'general';
    return lower !== 'il' && joined(this.#words[at]) && isNot(at - 1, 1) ? 'general' : 'certain';
  }

  #ofRole(at: number): Certainty {
    const determiner = this.#determiner(at);
    if (determiner === 'general' || this.#isShare(at)) return 'general';
    return this.#isCondition(at) ? 'anyone' : 'certain';
  }

  #ofAnyone(at: number): Certainty | undefined {
    const determiner = this.#determiner(at);
    if (determiner === 'general' || this.#isShare(at)) return 'general';
    if (this.#lexicon.pointing.has(determiner ?? '') || this.#lexicon.possessives.has(determiner ?? '')) return 'certain';
    return determiner === undefined && !/^(?:iemand|some(?:one|body))$/.test(this.#words[at]?.lower ?? '') ? undefined : 'anyone';
  }

  /** The word that says which one, up to three words before. */
  #determiner(at: number): string | undefined {
    for (let i = at - 1; i >= Math.max(0, at - 3) && joined(this.#words[i + 1]) && !this.#isName[i]; i -= 1) {
      const lower = this.#words[i]?.lower ?? '';
      if (this.#lexicon.general.has(lower)) return 'general';
      if (this.#lexicon.one.has(lower)) return this.#lexicon.general.has(this.#words[i - 1]?.lower ?? '') ? 'general' : lower;
    }
    return undefined;
  }

  /** "une de nos salariées", "een van de medewerkers", "one of our workers". */
  #isOneOf(at: number): boolean {
    for (let i = at - 1; i >= Math.max(0, at - 4); i -= 1) {
      const next = this.#words[i + 1]?.lower ?? '';
      if (/^(?:une?|een|one)$/.test(this.#words[i]?.lower ?? '') && /^(?:des?|d|parmi|van|of)$/.test(next)) return true;
    }
    return false;
  }

  /** "une salariée sur trois", "one in four" is a share, no person. */
  #isShare(at: number): boolean {
    const [link, number] = [this.#words[at + 1]?.lower ?? '', this.#words[at + 2]?.lower ?? ''];
    return (
      /^(?:sur|op|in|out)$/.test(link) &&
      /^(?:\d+|deux|trois|quatre|cinq|dix|twee|drie|vier|vijf|tien|de|two|three|four|five|ten|of|every)$/.test(number)
    );
  }

  /** "si une salariée …", "wanneer een medewerker …": a case that is thought of. */
  #isCondition(at: number): boolean {
    for (let i = at - 1; i >= Math.max(0, at - 3); i -= 1) {
      if (/^(?:si|quand|lorsque|lorsqu|qu|als|wanneer|indien|if|when|whenever)$/.test(this.#words[i]?.lower ?? '')) return true;
    }
    return false;
  }

  /** The sentence tells what happened to somebody, and sets no rule. Worked out once a sentence. */
  #isTold(at: number): boolean {
    const sentence = this.#words[at]?.sentence ?? -1;
    if (this.#told?.sentence !== sentence) {
      let [from, to] = [at, at];
      while (this.#words[from - 1]?.sentence === sentence) from -= 1;
      while (this.#words[to]?.sentence === sentence) to += 1;
      const text = this.#words
        .slice(from, to)
        .map((word) => (word.toward ? 'à' : word.lower))
        .join(' ');
      this.#told = { sentence, value: this.#lexicon.past.test(text) && !this.#lexicon.rule.test(text) };
    }
    return this.#told.value;
  }
}
