import type { PersonId } from './evaluation/evaluation.ts';
import type { Colour, Reason, Verdict } from './grounding/material.ts';
import type { Language } from './language.ts';
import type { OutputId, QuestionId } from './method.ts';
import type { MadeWith } from './writing/writing.ts';

/**
 * A text's life. `claims`: the team says what it may rest on · `in-review` · `changes-asked`: somebody who decides wants it changed ·
 * `approved` · `to-recheck`: an answer behind it changed · `recalled`: not to be used any more.
 */
export const draftStates = ['claims', 'in-review', 'changes-asked', 'approved', 'to-recheck', 'recalled'] as const;
export type DraftState = (typeof draftStates)[number];

/** What a sentence rests on: one version of an answer, or one version of one line of it. Versions never change. */
export interface Support {
  question: QuestionId;
  /** Absent where views differ: there is no answer then, and all contributions are meant. */
  answerVersion?: number;
  item?: { id: string; version: number };
  /** Since when what is cited is no longer what the team keeps. */
  staleAt?: Date;
}

/** Where the words of a sentence come from, noted when they come. */
export type Origin = 'assembled' | 'written' | 'typed';

export interface DraftSentence {
  /** Stays the same through all versions of the text. */
  key: string;
  /** `titleParagraph` for the title. */
  paragraph: number;
  text: string;
  /** The language of the words, where it is not the text's. */
  original?: Language;
  origin: Origin;
  /** Who typed it. */
  by?: PersonId;
  supports: Support[];
  verdict: Colour;
  reasons: Reason[];
}

/** Something the answers carry, or (`holds: false`) do not carry yet. */
export interface Claim {
  /** What it stands on: `question`, or `question/item`. */
  id: string;
  text: string;
  holds: boolean;
  /** Why the answers do not carry it, as the one who gathered the claims names it. */
  why?: string;
  /** 1 comes first. Absent: in the order of the text. */
  rank?: number;
  struckBy?: PersonId;
}

/** A remark on a text, or on one of its sentences. */
export interface Comment {
  id: string;
  /** `suggestion`: other words for the sentence · `vouched`: the answer that a person gave so that the sentence has one. */
  kind: 'comment' | 'suggestion' | 'vouched';
  version: number;
  sentence?: string;
  person: PersonId;
  text: string;
  /** The question that was answered, and how many versions its answer had. */
  question?: QuestionId;
  answerVersions?: number;
  at: Date;
  settled?: { outcome: 'accepted' | 'refused' | 'done'; by: PersonId; at: Date };
}

export interface Decision {
  decision: 'approve' | 'request-changes';
  version: number;
  person: PersonId;
  note?: string;
  at: Date;
  /** The text changed, an answer behind it changed, or the person decided anew. */
  fellAt?: Date;
}

interface DraftBase {
  id: string;
  output: OutputId;
  language: Language;
  made: 'assembled' | 'written';
  title: string;
  /** Grows with each change of the words or of what they rest on; earlier versions stay as they were. 0: nothing is written yet. */
  version: number;
  wantedBy?: PersonId;
  wantedAt: Date;
  /** What its reviewers must know of it. */
  note?: string;
  /** By paragraph; `null` where there is none. */
  headings: (string | null)[];
  /** Of the newest version, in reading order. */
  sentences: DraftSentence[];
  claims: Claim[];
  comments: Comment[];
  decisions: Decision[];
  /** A model is writing it. */
  isBeingWritten?: true;
}

/** What a yes needs is part of the type: only an approved draft names who approved it and when. */
export type Draft = DraftBase &
  ({ state: Exclude<DraftState, 'approved'> } | { state: 'approved'; approved: { by: PersonId[]; at: Date } });
export type ApprovedDraft = Extract<Draft, { state: 'approved' }>;

/** One immutable version of a text. */
export interface DraftVersion {
  version: number;
  title: string;
  note?: string;
  headings: (string | null)[];
  sentences: DraftSentence[];
  how: 'assembled' | 'written' | 'edited' | 'accepted' | 'vouched' | 'renewed';
  by: PersonId;
  /** What it took, when a model wrote it. */
  madeWith?: MadeWith;
}

/** What was put together from the answers, before it has versions and verdicts. */
export interface MadeText {
  title: string;
  /** The answers that its words are from; none where it only names the kind of text. */
  titleSupports?: readonly string[] | undefined;
  /** It only names the kind of text, as a text without a title does. */
  isTitleBare?: boolean;
  /** What the reader of a draft must know of it: in which language the answers stayed, say. */
  note?: string | undefined;
  paragraphs: { heading?: string | undefined; sentences: MadeSentence[] }[];
}

export interface MadeSentence {
  text: string;
  /** Ids of questions, or `question/item`. */
  supports: readonly string[];
  original?: Language | undefined;
}

/** The id under which a support is checked and shown: `question`, or `question/item`. */
export const supportId = ({ question, item }: Pick<Support, 'question' | 'item'>): string =>
  item ? `${question}/${item.id}` : question;

/** Each thing once, for showing: where a whole answer is cited, its lines are in it. */
export const withoutLinesOfWhole = (supports: readonly Support[]): Support[] =>
  supports.filter(({ question, item }) => !item || !supports.some((each) => each.question === question && !each.item));

/** An answer it rests on changed, and nobody has looked since. */
export const isToRecheck = (sentence: DraftSentence): boolean =>
  sentence.supports.some((support) => support.staleAt !== undefined);

/** Where the title stands: it rests on answers, is checked and corrected like a sentence, and people call it number 0. */
export const titleParagraph = -1;

const isTitled = (sentences: readonly DraftSentence[]): boolean => sentences[0]?.paragraph === titleParagraph;

/** What people call a sentence; nothing when it is not there. */
export function numberOf(sentences: readonly DraftSentence[], key: string | undefined): number | undefined {
  const index = sentences.findIndex((sentence) => sentence.key === key);
  return index < 0 ? undefined : index + (isTitled(sentences) ? 0 : 1);
}

/** The sentence that people call by this number. */
export const sentenceAt = ({ sentences }: Pick<Draft, 'sentences'>, number: number): DraftSentence | undefined =>
  sentences[number - (isTitled(sentences) ? 0 : 1)];

/** The title as it now is. */
export const titleOf = (sentences: readonly DraftSentence[], otherwise: string): string =>
  sentences.find(({ paragraph }) => paragraph === titleParagraph)?.text ?? otherwise;

/** The text as it is read and pasted, by paragraph, with its heading. */
export function paragraphsOf(draft: Pick<Draft, 'headings' | 'sentences'>): { heading?: string; sentences: DraftSentence[] }[] {
  const body = draft.sentences.filter(({ paragraph }) => paragraph !== titleParagraph);
  const numbers = [...new Set(body.map(({ paragraph }) => paragraph))].toSorted((a, b) => a - b);
  return numbers.map((number) => {
    const heading = draft.headings[number];
    return { ...(heading && { heading }), sentences: body.filter(({ paragraph }) => paragraph === number) };
  });
}

/** Lets a sentence be held against the answers as they are now. */
export type Check = (sentence: { text: string; language: Language; supports: string[] }) => Verdict;
/** Finds what an id of a support stands for now; nothing when the team keeps no such answer any more. */
export type Cite = (id: string) => Support | undefined;
