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
  /** The question that settles the group: asked in the start form, never by itself in the conversation. A method has one. */
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
  /** Its answer is among those that somebody new reads first. */
  handover?: boolean;
  /** The answer is one question: a remark goes with the thanks when it asks nothing, or several things. */
  oneQuestion?: boolean;
  /** Options that name people of the house: a remark goes with the thanks when nobody else was chosen. */
  insideOnly?: string[];
  ask: Text;
  hint: Text;
  example: Text;
  why: Text;
  /** The few words its answer comes under when it is given back. A private question has none. */
  lead?: Text;
}

export interface Step {
  id: StepId;
  name: Text;
  /** What the finished step gives back, and what that is good for. */
  gives: Text;
  use: Text;
  questions: Question[];
}

export interface Stage {
  id: StageId;
  name: Text;
  /** Its name where there is little room. */
  short: Text;
  /** What is said when it is finished. `{done}` and `{total}` stand for how many questions are settled, and of how many. */
  done: Text;
  steps: Step[];
}

/** One of the texts an evaluation can give. `needs`: groups of questions; one of each group must be answered. */
export interface Output {
  id: OutputId;
  name: Text;
  audience: 'public' | 'internal';
  /** In words. */
  length: { least: number; most: number };
  /** The shape it takes beyond its length: slides, spoken, short sentences. */
  form?: Text;
  needs: QuestionId[][];
  limitRequired: boolean;
  /** Who reads it, and what they look for. */
  reader: Text;
  mustContain: Text;
  tone: Text;
  avoid: Text;
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

/** What helps a team find its evaluative question. None of it blocks: people choose their question. */
export interface EvaluativeQuestions {
  /** The question whose options `fits` speaks of. */
  fitsQuestion: QuestionId;
  /** The question that the examples help with. */
  ideasFor: QuestionId;
  /** The question that the checks are for. */
  checksFor: QuestionId;
  types: { id: string; fits: string[]; asks: Text }[];
  /** `type`: id of one of the types. */
  examples: Record<Group, { type: string; text: Text }[]>;
  rewrites: { weak: Text; why: Text; better: Text }[];
  /** What a team may ask itself about its question, and what to try when the answer is no. */
  checks: { id: string; text: Text; help: Text }[];
}

/** One way to collect data. Its id is the option of the same name. */
export interface CollectionMethod {
  id: string;
  name: Text;
  useWhen: Text;
  avoidWhen: Text;
  yields: Text;
  /** What to start with. */
  size: Text;
  effort: Text;
  /** The effort in hours at that size: an order of magnitude. */
  hours: { least: number; most: number };
  /** What there is to write down. */
  records: Text;
}

/** A few questions that lead to one main method and one light complement. */
export interface MethodChooser {
  questions: { id: string; ask: Text; options: Option[] }[];
  /** The first whose `when` (question id to option value) fits is the one; together they answer every case. */
  proposals: { when: Record<string, string>; main: string; complement: string }[];
  /** The hours needed stay under this share of the time available during the collection. */
  hoursShare: number;
  rule: Text;
}

export interface CollectionMethods {
  /** The question whose options the methods are. */
  optionsOf: QuestionId;
  methods: CollectionMethod[];
  chooser: MethodChooser;
}

/** What a word of the method means. The first name is shown; the others are ways people write it. */
export interface Definition {
  names: Record<Language, string[]>;
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
  evaluativeQuestions: EvaluativeQuestions;
  collectionMethods: CollectionMethods;
  definitions: Definition[];
  /** The companion's own phrases that a network writes in other words, by dotted key. */
  phrases?: Record<Language, Record<string, string>>;
}

export const questionsOf = (method: Method): Question[] =>
  method.stages.flatMap((s) => s.steps.flatMap((step) => step.questions));

export function findQuestion(method: Method, id: QuestionId): Question | undefined {
  return questionsOf(method).find((question) => question.id === id);
}

/** The question that settles which group a team belongs to, answered as the evaluation begins. */
export function groupQuestion(method: Method): Question {
  const question = questionsOf(method).find(({ askedAtStart }) => askedAtStart);
  if (!question) throw new Error(`No question of method ${method.version} is asked at the start: mark one in its method.yaml.`);
  return question;
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
