import type { Language } from '../language.ts';
import type { OutputId, QuestionId } from '../method.ts';
import type { Wording } from '../words.ts';

/** A place in a text and the answers that may fill it. */
export interface Part {
  /** The first of these questions with an answer that may be used fills the place. */
  use: QuestionId[];
  /** 0: the text must have it. Higher numbers come in later, as long as there is room. */
  rank: number;
  /** At most so many sentences or items. */
  most?: number;
  /** The frames that say it; absent: those named after the question. */
  say?: string;
  /** What limits the evaluation: without an answer, it is looked for in the conclusion and in the confidence. */
  limit?: boolean;
  /** Figures and findings with their source and period. */
  sourced?: boolean;
  /** A place that only a person can fill, by its name in the frames. */
  gap?: string;
}

export interface Block {
  /** Its name in the frames. */
  heading?: string;
  parts: Part[];
}

/** The connecting words of all texts and the order in which they come. Read from `prompts/valorisation/`. */
export interface Frames {
  outlines: Record<OutputId, { title?: string; blocks: Block[] }>;
  /** The frames as written, several ways of saying each. */
  templates: Record<Language, Record<string, string[]>>;
  /** The same, ready to be filled: `name.0`, `name.1` … */
  say: Wording;
  /** Words for units and roles: by key, the forms of one language. The first is written, all are recognised. */
  nouns: Record<Language, Record<string, string[]>>;
}
