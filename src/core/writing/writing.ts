import type { Language } from '../language.ts';

/** One answer, or one line of one, as it may leave the house: allowed for this text, and without names of people. */
export interface Source {
  /** What the model calls it. */
  id: string;
  /** What it is an answer to. */
  about: string;
  sort: 'finding' | 'figure' | 'quote' | 'conclusion' | 'hope' | 'stated' | 'views';
  words: string;
  /** A quote: the role of who said it. A figure: where it is from, and of when. */
  who?: string;
  from?: string;
  period?: string;
  /** Verbs that say it no more firmly than the answers carry, in the language of the text. */
  verbs?: string[];
  /** The team wants it first. */
  first?: true;
}

/** What is to be written, of what. Nothing private, nothing unconsented and no name of a person is in it. */
export interface WritingTask {
  text: {
    name: string;
    reader: string;
    mustContain: string;
    tone: string;
    avoid: string;
    form?: string;
    words: { least: number; most: number };
    language: Language;
    needsLimit: boolean;
  };
  enterprise: { name: string; group?: string; territory?: string };
  /** The language of the sources. */
  sourcesIn: Language;
  sources: Source[];
  /** Paragraphs may come under these headings, which are ours. */
  sections: { id: string; heading: string }[];
  forbidden: string[];
}

export interface WrittenSentence {
  text: string;
  /** Ids of sources. */
  uses: string[];
}

/** A text as the model gave it, in the shape that was asked for and within its limits, and otherwise unread. */
export interface WrittenText {
  title: WrittenSentence;
  paragraphs: { section: string | null; sentences: WrittenSentence[] }[];
}

/** Something that the check found in a sentence. `code` is one of those of the check; `words` are the words meant. */
export interface Flaw {
  /** `title`, or `paragraph.sentence`, from 0. */
  at: string;
  code: string;
  words: string;
}

/** What it took: told to nobody but the operator, and kept with the text. */
export interface WritingCost {
  calls: number;
  repairs: number;
  tokensIn: number;
  tokensOut: number;
}

/** With what a text was written. */
export interface MadeWith extends WritingCost {
  model: string;
  host: string;
  instructions: string;
  /** In the operator's currency, when the prices are set. */
  price?: number;
  /** The versions of the answers that were given to the model, by question or `question/item`. */
  sources: Record<string, number>;
}

/**
 * Why nothing was written. `down`: the endpoint cannot be reached, breaks off or fails · `slow` · `busy`: it asks to wait · `refused`: it does not
 * take our key or our request · `unusable`: no text in the shape asked for · `budget`: no tokens left.
 */
export const writingFailures = ['down', 'slow', 'busy', 'refused', 'unusable', 'budget'] as const;
export type WritingFailure = (typeof writingFailures)[number];

export type Writing = { ok: true; text: WrittenText; cost: WritingCost } | { ok: false; why: WritingFailure; cost: WritingCost };

export const noCost: WritingCost = { calls: 0, repairs: 0, tokensIn: 0, tokensOut: 0 };
