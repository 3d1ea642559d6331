import type { Language } from './language.ts';

/** What a text can be kept as. `txt` holds the words alone; the others their sources and review too. */
export const exportFormats = ['docx', 'md', 'txt'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** All that the file of a text is made of. */
export interface ExportRecipe {
  format: ExportFormat;
  text: ExportedText;
}

/** A text on its way out of the house, with everything that files may show of it. Nothing here is looked up again. */
export interface ExportedText {
  title: string;
  language: Language;
  structure: string;
  /** What kind of text it is, in its language: "Note pour un dossier de financement". */
  kind: string;
  version: number;
  /** `written`: by a model. `assembled`: from the answers, without one. `person`: by people alone. */
  origin: 'written' | 'assembled' | 'person';
  /** The named person whose yes it has; nothing until then, and the file says so. */
  approved?: { by: string; at: Date };
  /** Something the reader is told before the text: that answers stayed in their language. */
  note?: string;
  paragraphs: ExportedParagraph[];
  /** Who did what with it, oldest first. */
  review: ReviewStep[];
  comments: TextComment[];
  suggestions: Suggestion[];
  /** For days and hours in the file. */
  timeZone: string;
}

export interface ExportedParagraph {
  heading?: string;
  sentences: ExportedSentence[];
}

export interface ExportedSentence {
  /** The same through the versions of a text; comments and suggestions name it. */
  key: string;
  text: string;
  sources: Source[];
  /** The language some of its words stayed in, where it is not the text's. */
  original?: Language;
  /** A place that a person has to fill. */
  isGap?: boolean;
  /** An answer it rests on has changed since. */
  isToRecheck?: boolean;
}

/** One answer behind a sentence. */
export interface Source {
  /** The few words the question goes by. */
  question: string;
  /** The words of the answer, or of the one line of it that is cited. */
  words: string;
  /** Absent where the team's views differ: then there is no answer, and all that was said is cited. */
  version?: number;
  at: Date;
}

export interface ReviewStep {
  who: string;
  what:
    | 'drafted'
    | 'edited'
    | 'suggested'
    | 'accepted'
    | 'vouched'
    | 'renewed'
    | 'commented'
    | 'changes-requested'
    | 'fixed-and-approved'
    | 'approved'
    | 'withdrawn';
  at: Date;
  version: number;
  /** What the person wrote with it. */
  words?: string;
}

export interface TextComment {
  /** The sentence it is about. */
  sentence: string;
  who: string;
  at: Date;
  text: string;
}

/** Another wording that somebody proposes for a sentence. */
export interface Suggestion {
  sentence: string;
  who: string;
  at: Date;
  text: string;
}
