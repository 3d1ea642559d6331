import type { Language } from '../language.ts';
import type { Words } from '../words.ts';
import { activeDays, daysBetween, type TeamProgress } from './facts.ts';
import { writtenDate } from '../written-date.ts';

/** How a team keeps to the pace it chose. */
export const schedules = ['on-track', 'late', 'paused', 'stopped', 'finished', 'not-begun'] as const;
export type Schedule = (typeof schedules)[number];

/** How many of a team take part: most of them, some, nobody lately. */
export const engagements = ['shared', 'some', 'silent'] as const;
export type Engagement = (typeof engagements)[number];

/**
 * After so many days without a sign of life a team is late: half as long again as the pace it chose, so that a week of holidays makes
 * nobody late. At its own pace, six weeks.
 */
export const lateDays = { weekly: 11, fortnightly: 21, 'own-pace': 42 } as const;
/** After so many times that long, it has stopped. */
const stoppedAfter = 4;

/** How a team keeps to its pace. It is about dates alone, whoever is in the team. */
export function scheduleOf(progress: TeamProgress | undefined, now: Date): Schedule {
  if (!progress) return 'not-begun';
  if (progress.stages.every(({ done, total }) => done >= total)) return 'finished';
  if (progress.state === 'ended') return 'stopped';
  if (progress.state === 'paused') return 'paused';
  const days = daysBetween(progress.lastSignAt, now);
  const late = lateDays[progress.pace];
  if (days >= late * stoppedAfter) return 'stopped';
  return days >= late ? 'late' : 'on-track';
}

/** How many take part, whatever the dates: half of the team or more, and not one alone; some; or nobody lately. */
export function engagementOf({ active, members }: TeamProgress): Engagement {
  if (active === 0) return 'silent';
  return active * 2 >= members && (active > 1 || members === 1) ? 'shared' : 'some';
}

/** For whom something is put into words, and when. */
export interface Look {
  words: Words;
  language: Language;
  now: Date;
}

/** A day as people write it, where the team is. */
export const dayWords = ({ language }: Look, day: Date, timeZone: string): string =>
  writtenDate(day, language, { dateStyle: 'long', timeZone });

/** "today", "yesterday", "19 days ago". */
export const agoWords = ({ words, now }: Look, from: Date): string => words('portfolio.ago', { days: daysBetween(from, now) });

/** Why the schedule is what it is, in words, most telling first. */
export function scheduleReasons(look: Look, progress: TeamProgress | undefined): string[] {
  if (!progress) return [];
  const { words } = look;
  const { state, pausedUntil, timeZone, unanswered, muted, pace, lastSignAt } = progress;
  const paused = pausedUntil
    ? words('portfolio.because-paused-until', { day: dayWords(look, pausedUntil, timeZone) })
    : words('portfolio.because-paused');
  return [
    ...(state === 'paused' ? [paused] : []),
    ...(state === 'ended' && scheduleOf(progress, look.now) !== 'finished' ? [words('portfolio.because-ended')] : []),
    words('portfolio.because-sign', { ago: agoWords(look, lastSignAt) }),
    ...(unanswered > 0 ? [words('portfolio.because-unanswered', { count: unanswered })] : []),
    ...(muted ? [words('portfolio.because-muted')] : []),
    words('portfolio.because-pace', { pace: words(`portfolio.pace-${pace}`) }),
  ];
}

/** "2 of 5 people wrote in the last 30 days." */
export const engagementReason = ({ words }: Look, { active, members }: TeamProgress): string =>
  words('portfolio.because-active', { active, members, days: activeDays });

export const scheduleName = (words: Words, schedule: Schedule): string => words(`portfolio.schedule-${schedule}`);
export const engagementName = (words: Words, engagement: Engagement): string => words(`portfolio.engagement-${engagement}`);

/** How far a team is, in counts. */
export function doneOf({ stages }: TeamProgress): { done: number; total: number } {
  const sum = (of: 'done' | 'total'): number => stages.reduce((all, stage) => all + stage[of], 0);
  return { done: sum('done'), total: sum('total') };
}
