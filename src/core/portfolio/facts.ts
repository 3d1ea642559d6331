import type { Pace } from '../evaluation/evaluation.ts';
import type { Language } from '../language.ts';
import type { Method, QuestionId } from '../method.ts';

/** Where one of an accompanier's teams is: counts and dates, never what was written. */
export interface PortfolioTeam {
  structureId: string;
  name: string;
  /** The cohorts it is in today, by name. */
  cohorts: { id: string; name: string }[];
  /** Absent while nothing has begun. */
  progress?: TeamProgress;
  waiting: Waiting[];
}

export interface TeamProgress {
  evaluationId: string;
  /** The version it goes through. */
  method: Method;
  /** The questions it meets, as people count them: what was asked at the start comes first. */
  questions: QuestionId[];
  state: 'running' | 'paused' | 'ended';
  /** The team's own. */
  language: Language;
  timeZone: string;
  pace: Pace;
  /** What the team's channel is called, where that is known. */
  channel?: string;
  /** Nothing can be said in the team's channel for now. */
  unreachable: boolean;
  stages: { id: string; label: Record<Language, string>; done: number; total: number }[];
  /** The stage that is under way: of the open question, else the first that is not complete. Absent once all is settled. */
  stage?: string;
  openQuestion?: QuestionId;
  openSince?: Date;
  pausedUntil?: Date;
  /** They asked for no more reminders. */
  muted: boolean;
  lastSignAt: Date;
  /** People in the team, guests left out, and how many of them wrote within `activeDays`. */
  members: number;
  active: number;
  /** Reminders that came after the last sign of life. */
  unanswered: number;
}

/** Whoever wrote within so many days counts as active. */
export const activeDays = 30;

/** Something that waits for the accompanier themselves. */
export interface Waiting {
  kind: 'call' | 'parked' | 'differ' | 'draft';
  structureId: string;
  /** The call's or the text's. */
  id: string;
  question?: QuestionId;
  /** The kind of text. */
  output?: string;
  since: Date;
}

const dayMs = 24 * 3_600_000;

/** Whole days from one moment to another, as people count them: none before a day has passed. */
export const daysBetween = (from: Date, to: Date): number => Math.max(0, Math.floor((to.getTime() - from.getTime()) / dayMs));
