import type { Language, Text } from './language.ts';

/** The three groups of enterprises (method.md section 1); each meets one question of its own. */
export const groups = ['insertion', 'collective-service', 'sse-values'] as const;
export type Group = (typeof groups)[number];

/** `full`: every question of the method. `express`: the short path, 20 questions in vises-1. */
export const paths = ['full', 'express'] as const;
export type Path = (typeof paths)[number];

export const questionTypes = [
  'short-text',
  'long-text',
  'single-choice',
  'multiple-choice',
  'number-with-unit',
  'date',
  'list',
  'file',
] as const;
export type QuestionType = (typeof questionTypes)[number];

/** How the items of a list are read, beyond their text (method.md 10.1, notes of the questions). */
export const itemKinds = ['text', 'figure', 'testimony', 'finding', 'task', 'stakeholder', 'decision', 'person'] as const;
export type ItemKind = (typeof itemKinds)[number];

export type QuestionId = string;
export type OutputId = string;
export type StepId = string;
export type StageId = string;

export interface Option {
  /** What is stored; never shown. */
  value: string;
  label: Text;
}

export interface Question {
  id: QuestionId;
  type: QuestionType;
  /** Needed for a complete stage. Never blocks the conversation. */
  required: boolean;
  /** Required also when another answer contains one of these values. */
  requiredWhen?: { question: QuestionId; hasAny: string[] };
  express: boolean;
  /** Absent: every group. */
  groups?: Group[];
  /** Outputs whose text may use the answer; none for coordination and private answers. */
  outputs: OutputId[];
  /** Never in a text; seen by the accompanier only by a grant of its own. */
  private?: boolean;
  /** Asked in the start form, so never by itself in the conversation. */
  askedAtStart?: boolean;
  options?: Option[];
  /** Options that cannot stand beside others, such as "nobody yet". */
  exclusive?: string[];
  /** More than this many choices or items: the answer is kept, and the hint is recalled. */
  most?: number;
  /** Fewer than this many items: the answer is kept, and the hint is recalled. */
  least?: number;
  /** number-with-unit: what is counted, and whether a year or a pair (heard out of asked) belongs to it. */
  number?: { unit: Text; year?: boolean; pair?: boolean };
  /** list: how each item is read. */
  items?: ItemKind;
  /** Questions whose answer this one leans on: when theirs changes, this one turns to re-check. */
  restsOn?: QuestionId[];
  /** How many different authors an answer needs before it is settled; absent: one. */
  quorum?: number;
  ask: Text;
  hint: Text;
  example: Text;
  why: Text;
}

export interface Step {
  id: StepId;
  name: Text;
  questions: Question[];
}

export interface Stage {
  id: StageId;
  name: Text;
  steps: Step[];
}

/** One of the texts an evaluation can give. `needs`: groups of questions; one of each group must be answered. */
export interface Output {
  id: OutputId;
  name: Text;
  audience: 'public' | 'internal';
  /** In words. */
  length: { least: number; most: number };
  needs: QuestionId[][];
  limitRequired: boolean;
}

/** One rung of the claim ladder (method.md section 8): which verbs a sentence may use. */
export interface ClaimLevel {
  id: string;
  condition: string;
  verbs: Record<Language, string[]>;
}

export interface GlossaryEntry {
  fr: string;
  nl: string;
  en: string;
  note?: string;
}

export interface Tip {
  id: string;
  step: StepId;
  text: Text;
}

/** The evaluation as data. A version is known by the hash of its content and never changes. */
export interface Method {
  name: string;
  version: string;
  stages: Stage[];
  outputs: Output[];
  ladder: ClaimLevel[];
  forbidden: Record<Language, string[]>;
}

export const questionsOf = (method: Method): Question[] =>
  method.stages.flatMap((s) => s.steps.flatMap((step) => step.questions));

export function findQuestion(method: Method, id: QuestionId): Question | undefined {
  return questionsOf(method).find((question) => question.id === id);
}

/** The questions one team meets, in order: its group's and its path's. Those asked at the start count, and are listed. */
export function questionsFor(method: Method, path: Path, group: Group): Question[] {
  return questionsOf(method).filter(
    (question) => (path === 'full' || question.express) && (!question.groups || question.groups.includes(group)),
  );
}

/** Where a question stands in the method. */
export function placeOf(method: Method, id: QuestionId): { stage: Stage; step: Step } | undefined {
  for (const stage of method.stages) {
    for (const step of stage.steps) if (step.questions.some((question) => question.id === id)) return { stage, step };
  }
  return undefined;
}
