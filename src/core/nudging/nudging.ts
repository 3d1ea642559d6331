import type { CalendarChoices } from '../calendar/whose.ts';
import type { QuestionId } from '../method.ts';

/**
 * What a nudge is, in the order of the ladder: twice to the team, each time softer; then to its carrier alone; then to who accompanies it; at
 * last a word that it stops. A date that the team set has two of its own.
 */
export const ladder = ['first', 'second', 'carrier', 'accompanier', 'rest'] as const;
export type Rung = (typeof ladder)[number] | 'before-due' | 'overdue';

/** A nudge of the past. */
export interface Nudged {
  /** What it was about: `question:<id>` or `due:<item>:<day>`. */
  subject: string;
  rung: Rung;
  round: number;
  at: Date;
}

/** All that is known about the nudges of an evaluation. */
export interface Nudging {
  /** Grows when the team wants to be nudged again about what it was silent on. */
  round: number;
  /** Somebody gave the next one another moment. */
  movedTo?: Date;
  /** Nobody wants to hear of it before then. */
  snoozedUntil?: Date;
  /** The newest nudge in the team's channel. */
  shown?: { slot: string; question?: QuestionId };
  /** Oldest first. */
  nudged: Nudged[];
  /** What somebody chose for themselves alone. */
  choices: { person: string; snoozedUntil?: Date; stopped?: true }[];
  /** Who accompanies the team and has a desk, the one who came first in front. */
  accompaniers: { person: string; timeZone?: string; calendar?: CalendarChoices }[];
}

/** What a turn sets of it. Null takes back. */
export interface NudgingSet {
  movedTo?: Date | null;
  snoozedUntil?: Date | null;
  anotherRound?: true;
  /** A date is no longer pursued. */
  closed?: string;
  choice?: { person: string; snoozedUntil?: Date; stopped?: true };
}

export const noNudging: Nudging = { round: 0, nudged: [], choices: [], accompaniers: [] };

/** The same after one change. */
export function withNudging(before: Nudging, set: NudgingSet, now: Date): Nudging {
  const { movedTo: oldMove, snoozedUntil: oldSnooze, ...rest } = before;
  const movedTo = set.movedTo === undefined ? oldMove : (set.movedTo ?? undefined);
  const snoozedUntil = set.snoozedUntil === undefined ? oldSnooze : (set.snoozedUntil ?? undefined);
  const { choice, closed } = set;
  return {
    ...rest,
    round: before.round + (set.anotherRound ? 1 : 0),
    ...(movedTo && { movedTo }),
    ...(snoozedUntil && { snoozedUntil }),
    choices: choice ? [...before.choices.filter(({ person }) => person !== choice.person), choice] : before.choices,
    nudged: closed
      ? [...before.nudged, ...(['before-due', 'overdue'] as const).map((rung) => ({ subject: closed, rung, round: 0, at: now }))]
      : before.nudged,
  };
}
