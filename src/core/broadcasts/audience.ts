import type { Calendar } from '../calendar/working-time.ts';
import type { Language } from '../language.ts';
import type { Group, Method, QuestionId, StageId, StepId } from '../method.ts';
import type { Texts } from './broadcast.ts';

/** Whom a broadcast is for. Each part that is named narrows it down; nothing named is everybody. */
export interface Filter {
  cohorts?: string[];
  territories?: string[];
  groups?: Group[];
  languages?: Language[];
  stages?: StageId[];
  steps?: StepId[];
  /** On the same step, with nothing settled there, for at least so many days. */
  stuckDays?: number;
}

/** Why a channel of the audience gets nothing. The phrase `broadcast.reason-<why>` says it. */
export const exclusions = ['opted-out', 'not-there', 'ended', 'paused', 'muted', 'shared', 'budget', 'no-text'] as const;
export type Exclusion = (typeof exclusions)[number];

export const isExclusion = (reason: string | undefined): reason is Exclusion => exclusions.some((each) => each === reason);

/** How far a question is, and when that last changed. */
export interface QuestionProgress {
  id: QuestionId;
  status: string;
  askedAt?: Date;
  changedAt: Date;
}

/** A team of the network, with the channel it talks in. */
export interface Candidate {
  structure: string;
  name: string;
  channel: string;
  cohort?: string;
  territory: string;
  group: Group;
  language: Language;
  timeZone: string;
  /** What somebody set of when the team works; the rest follows from where it is. */
  calendar?: Partial<Calendar>;
  evaluation: {
    method: Method;
    state: 'running' | 'paused' | 'ended';
    muted: boolean;
    openQuestion?: QuestionId;
    startedAt: Date;
    questions: readonly QuestionProgress[];
  };
  /** The network's messages are not wanted there. */
  optedOut: boolean;
  /** The companion can say nothing there: it was removed, or the place or its workspace is closed to it. */
  gone: boolean;
  /** People of other organisations are there, and nobody of the team has allowed the companion among them. */
  withheld: boolean;
  /** Messages that nobody there asked for, this week. */
  contacts: number;
}

/** Where a team stands in the method, and since when nothing was settled there. */
export interface Standing {
  stage: StageId;
  step: StepId;
  since: Date;
}

/**
 * The step of the open question. A team has stood there since its first question of that step was asked, or since the last one was
 * settled there, whichever is later: "not yet" settles nothing.
 */
export function standingOf({ method, openQuestion, startedAt, questions }: Candidate['evaluation']): Standing | undefined {
  for (const stage of method.stages) {
    for (const step of stage.steps) {
      if (!step.questions.some(({ id }) => id === openQuestion)) continue;
      const theirs = questions.filter(({ id }) => step.questions.some((question) => question.id === id));
      const asked = theirs.flatMap(({ askedAt }) => (askedAt ? [askedAt.getTime()] : []));
      const settled = theirs.filter(({ status }) => isSettled(status)).map(({ changedAt }) => changedAt.getTime());
      const begun = asked.length > 0 ? Math.min(...asked) : startedAt.getTime();
      return { stage: stage.id, step: step.id, since: new Date(Math.max(begun, ...settled)) };
    }
  }
  return undefined;
}

const isSettled = (status: string): boolean => ['answered', 'skipped', 'not-for-us', 'differ'].includes(status);

const dayMs = 24 * 3_600_000;

/** Whether a team is one that the broadcast is for. Who is paused or has ended is stuck on nothing. */
export function isMeant(candidate: Candidate, filter: Filter, now: Date): boolean {
  const { evaluation } = candidate;
  const standing = evaluation.state === 'ended' ? undefined : standingOf(evaluation);
  const { stuckDays } = filter;
  return (
    isOneOf(filter.cohorts, candidate.cohort) &&
    isOneOf(filter.territories?.map(folded), folded(candidate.territory)) &&
    isOneOf(filter.groups, candidate.group) &&
    isOneOf(filter.languages, candidate.language) &&
    isOneOf(filter.stages, standing?.stage) &&
    isOneOf(filter.steps, standing?.step) &&
    (stuckDays === undefined ||
      (evaluation.state === 'running' && standing !== undefined && now.getTime() - standing.since.getTime() >= stuckDays * dayMs))
  );
}

const isOneOf = (wanted: readonly string[] | undefined, value: string | undefined): boolean =>
  wanted === undefined || wanted.length === 0 || (value !== undefined && wanted.includes(value));

/** A territory is written by people: capitals, accents and spaces around do not tell two apart. */
const folded = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();

/** Unsolicited messages that a channel gets in a week at most. */
export const weeklyBudget = 3;

/** Why a team that is meant gets nothing now; nothing when it may. */
export function exclusionOf(candidate: Candidate, texts: Texts): Exclusion | undefined {
  const { evaluation } = candidate;
  if (candidate.optedOut) return 'opted-out';
  if (candidate.gone) return 'not-there';
  if (evaluation.state === 'ended') return 'ended';
  if (evaluation.state === 'paused') return 'paused';
  if (evaluation.muted) return 'muted';
  if (candidate.withheld) return 'shared';
  if (candidate.contacts >= weeklyBudget) return 'budget';
  if (!texts[candidate.language]?.trim()) return 'no-text';
  return undefined;
}

/** One channel of the audience: it gets the broadcast, or not, for a reason. */
export interface AudienceRow {
  candidate: Candidate;
  standing?: Standing;
  excluded?: Exclusion;
}

/** The audience of a broadcast, by the names of the teams: one row for each channel. */
export function resolveAudience(candidates: readonly Candidate[], filter: Filter, texts: Texts, now: Date): AudienceRow[] {
  return candidates
    .filter((candidate) => isMeant(candidate, filter, now))
    .toSorted((a, b) => a.name.localeCompare(b.name) || (a.channel < b.channel ? -1 : 1))
    .map((candidate) => {
      const standing = standingOf(candidate.evaluation);
      const excluded = exclusionOf(candidate, texts);
      return { candidate, ...(standing && { standing }), ...(excluded && { excluded }) };
    });
}

/** Those who get it. */
export const reached = (rows: readonly AudienceRow[]): AudienceRow[] => rows.filter(({ excluded }) => excluded === undefined);

/** How many are left out for each reason, the most frequent first. */
export function leftOut(rows: readonly { excluded?: Exclusion }[]): [Exclusion, number][] {
  const counts = new Map<Exclusion, number>();
  for (const { excluded } of rows) if (excluded) counts.set(excluded, (counts.get(excluded) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a);
}

/** The steps of a method, for those who choose among them. */
export const stepsOf = (method: Method) => method.stages.flatMap(({ steps }) => steps);
