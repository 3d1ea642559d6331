import type { AnswerValue, FileRef } from '../answer.ts';
import type { CallKind } from '../calls/call.ts';
import type { CalendarChoices } from '../calendar/whose.ts';
import type { Language } from '../language.ts';
import type { Nudging, NudgingSet } from '../nudging/nudging.ts';
import {
  findQuestion,
  type Group,
  type Method,
  type OutputId,
  type Path,
  type Question,
  type QuestionId,
  questionsFor,
} from '../method.ts';

export type PersonId = string;
export type ContributionId = string;

/** How often the team wants to be asked, chosen at the start. */
export const paces = ['weekly', 'fortnightly', 'own-pace'] as const;
export type Pace = (typeof paces)[number];

export interface Member {
  person: PersonId;
  name: string;
  /** The platform has not said their name yet: a phrase stands in its place. */
  unnamed?: true;
  language: Language;
  role: 'carrier' | 'relay' | 'member' | 'guest';
  lastSpokeAt?: Date;
  /** Where they live, as far as their platform tells, and what they set of their own hours. */
  timeZone?: string;
  calendar?: CalendarChoices;
}

/**
 * `kept`: part of the answer · `beside`: waits for the team's choice · `aside`: the team chose another, this one stays in history ·
 * `differs`: stands as one of several views · `withdrawn`: taken back by its author.
 */
export type ContributionState = 'kept' | 'beside' | 'aside' | 'differs' | 'withdrawn';

/** What one person said to one question. */
export interface Contribution {
  id: ContributionId;
  question: QuestionId;
  person: PersonId;
  state: ContributionState;
  version: number;
  text: string;
  value?: AnswerValue;
  addedAt: Date;
  changedAt: Date;
}

export type HowKept = 'kept' | 'both' | 'merged' | 'replaced' | 'corrected' | 'edited' | 'started' | 'copied';

/** What the team keeps for a question. Its versions never change; this is the newest. */
export interface Answer {
  version: number;
  how: HowKept;
  value: AnswerValue;
  authors: PersonId[];
  at: Date;
  /** What was kept before, for "old → new" and for undoing. */
  previous?: { value: AnswerValue; authors: PersonId[] };
}

export type Status = 'open' | 'answered' | 'skipped' | 'not-yet' | 'not-for-us' | 'parked' | 'differ';

export interface QuestionState {
  status: Status;
  recheck: boolean;
  /** Which question's change made this answer one to look at again. */
  recheckBecause?: QuestionId;
  attempts: number;
  reason?: string;
  quorum?: number;
  /** Grows with every change; a press made for an older one is stale. */
  version: number;
  askedAt?: Date;
  answer?: Answer;
  /** How many versions the answer has had; numbers are never used again, even after an answer was dropped. */
  answerVersions: number;
  contributions: Contribution[];
}

/** Something the companion waits for from one person: a yes, a date, a reason, the words of a correction. */
export type Pending = { id: string; person: PersonId; question?: QuestionId; addedAt: Date } & PendingKind;

export type PendingKind =
  | {
      kind: 'sensitive';
      text: string;
      masked: string;
      /** `call`: the words go to the accompanier. */
      saves: 'answer' | 'correct' | 'edit' | 'call';
      source?: string;
      /** The contribution whose message was edited. */
      contribution?: ContributionId;
    }
  | { kind: 'correction' }
  | { kind: 'confirm-correction'; text: string; value: AnswerValue; source?: string }
  | { kind: 'merge'; text: string; /** Whose words were put together with the answer. */ contribution: ContributionId }
  | { kind: 'confirm-answer'; text: string; source?: string }
  | { kind: 'reason' }
  | { kind: 'pause-date' }
  | { kind: 'stop-which' }
  | { kind: 'confirm-end' };

export interface Evaluation {
  id: string;
  structure: { id: string; name: string; territory: string; timeZone: string; calendar?: CalendarChoices };
  methodVersion: string;
  state: 'running' | 'paused' | 'ended';
  path: Path;
  group: Group;
  language: Language;
  pace: Pace;
  carrier?: PersonId;
  relay?: PersonId;
  openQuestion?: QuestionId;
  pausedUntil?: Date;
  muted: boolean;
  /** What is written in a question's thread is read even where it mentions nobody. */
  hearsThreads: boolean;
  /** The language model that the carrier lets write texts, as it was named to them. Absent: none. */
  agreedModel?: string;
  version: number;
  startedAt: Date;
  lastSignAt: Date;
  members: Member[];
  states: Record<QuestionId, QuestionState>;
  pendings: Pending[];
  /** Whether somebody accompanies this structure, and whether its content is shared with them. */
  accompanied: boolean;
  shared: boolean;
  /** Further channels that show what its home channel shows, and can be spoken to. */
  mirrors?: string[];
  /** Who accompanies the team, and who did, by name. `hasDesk`: there is a place where they read what comes to them. */
  accompaniers?: { person: PersonId; name: string; isNow: boolean; hasDesk: boolean }[];
  /** There are texts that rest on its answers. */
  hasTexts?: true;
  /** Texts that were approved, with the questions whose answers they rest on. */
  approvedTexts?: { output: OutputId; questions: QuestionId[] }[];
  /** What was reminded of, and what was agreed about it. */
  nudging?: Nudging;
}

/** One thing that a turn changes. The store writes exactly these, never the whole. */
export type Change =
  | {
      change: 'contribution-added';
      id: ContributionId;
      question: QuestionId;
      person: PersonId;
      state: ContributionState;
      text: string;
      value?: AnswerValue;
      origin: 'said' | 'form' | 'press' | 'edit';
      message?: string;
    }
  | {
      change: 'contribution-versioned';
      id: ContributionId;
      text: string;
      value?: AnswerValue;
      origin: 'said' | 'form' | 'press' | 'edit';
    }
  | { change: 'contribution-settled'; id: ContributionId; state: ContributionState }
  | {
      change: 'answer-kept';
      question: QuestionId;
      how: HowKept;
      value: AnswerValue;
      by: PersonId;
      from: ContributionId[];
      authors: PersonId[];
    }
  | { change: 'answer-dropped'; question: QuestionId; by: PersonId }
  | {
      change: 'question-set';
      question: QuestionId;
      set: Partial<Pick<QuestionState, 'status' | 'recheck' | 'attempts' | 'quorum'>> & {
        reason?: string | null;
        recheckBecause?: QuestionId | null;
        asked?: true;
      };
    }
  | {
      change: 'evaluation-set';
      set: Partial<Pick<Evaluation, 'state' | 'path' | 'group' | 'language' | 'pace' | 'muted' | 'hearsThreads'>> & {
        openQuestion?: QuestionId | null;
        pausedUntil?: Date | null;
        agreedModel?: string | null;
        carrier?: PersonId;
        relay?: PersonId;
      };
    }
  | { change: 'pending-added'; pending: Pending }
  | { change: 'pending-closed'; id: string }
  | { change: 'call-opened'; id: string; kind: CallKind; question?: QuestionId; by: PersonId; words?: string }
  | { change: 'file-attached'; id: string; question: QuestionId; person: PersonId }
  | { change: 'nudging-set'; set: NudgingSet }
  /** Of one person, or of the structure. */
  | { change: 'calendar-set'; set: CalendarChoices; person?: PersonId }
  | { change: 'noted'; what: string; question?: QuestionId; by: PersonId; details?: Record<string, string | number | boolean> };

export const fresh = (): QuestionState => ({
  status: 'open',
  recheck: false,
  attempts: 0,
  version: 0,
  answerVersions: 0,
  contributions: [],
});

/** The state of a question; a question never touched yet has the state of a fresh one. */
export const stateOf = (evaluation: Evaluation, question: QuestionId): QuestionState => evaluation.states[question] ?? fresh();

export const isAsked = (evaluation: Evaluation, question: QuestionId): boolean =>
  stateOf(evaluation, question).askedAt !== undefined;

export const memberOf = (evaluation: Evaluation, person: PersonId): Member | undefined =>
  evaluation.members.find((member) => member.person === person);

export const nameOf = (evaluation: Evaluation, person: PersonId): string => memberOf(evaluation, person)?.name ?? '…';

/** The questions this team meets, in order. */
export const pathOf = (evaluation: Evaluation, method: Method): Question[] =>
  questionsFor(method, evaluation.path, evaluation.group);

/** The same questions as people count them: what was asked at the start comes first. */
export const numberedPath = (evaluation: Evaluation, method: Method): Question[] =>
  pathOf(evaluation, method).toSorted((a, b) => Number(b.askedAtStart ?? false) - Number(a.askedAtStart ?? false));

/** Needed for a complete stage, now that the other answers are what they are. */
export function isRequired(evaluation: Evaluation, question: Question): boolean {
  if (question.required) return true;
  if (!question.requiredWhen) return false;
  const { question: other, hasAny } = question.requiredWhen;
  const value = stateOf(evaluation, other).answer?.value;
  const values = value?.type === 'choices' ? value.values : value?.type === 'choice' ? [value.value] : [];
  return values.some((each) => hasAny.includes(each));
}

/** The next question to ask: the first on the path that nobody has settled yet, in the method's order. */
export function nextQuestion(evaluation: Evaluation, method: Method): Question | undefined {
  return pathOf(evaluation, method).find(
    (question) => !question.askedAtStart && stateOf(evaluation, question.id).status === 'open',
  );
}

/** What was put off and can be taken up again at the end: not yet first, then skipped, then parked. */
export function putOff(evaluation: Evaluation, method: Method): Question[] {
  const path = pathOf(evaluation, method);
  return (['not-yet', 'skipped', 'parked'] as const).flatMap((status) =>
    path.filter((q) => stateOf(evaluation, q.id).status === status),
  );
}

/** Answers that rest on this one and exist, directly or through others. */
export function restingOn(evaluation: Evaluation, method: Method, changed: QuestionId): Question[] {
  const found = new Set<QuestionId>();
  const look = (id: QuestionId): void => {
    for (const question of pathOf(evaluation, method)) {
      if (!question.restsOn?.includes(id) || found.has(question.id) || question.id === changed) continue;
      found.add(question.id);
      look(question.id);
    }
  };
  look(changed);
  return pathOf(evaluation, method).filter((question) => found.has(question.id) && stateOf(evaluation, question.id).answer);
}

/** Who stands behind what is kept or differs, each once, first speaker first. */
export const authorsOf = (contributions: Contribution[]): PersonId[] => [...new Set(contributions.map((each) => each.person))];

export const contributionOf = (evaluation: Evaluation, id: ContributionId): Contribution | undefined =>
  Object.values(evaluation.states)
    .flatMap((state) => state.contributions)
    .find((each) => each.id === id);

export const needQuestion = (method: Method, id: QuestionId): Question => {
  const question = findQuestion(method, id);
  if (!question) throw new Error(`The question ${id} is not in method ${method.version}.`);
  return question;
};

export type { FileRef };
