import { calendarOf, calendarOfPerson } from '../calendar/whose.ts';
import { addDays, type Calendar, daysLater, type IsHoliday, nextWorkingMoment } from '../calendar/working-time.ts';
import { type Evaluation, memberOf, type Pace, type PersonId, stateOf } from '../evaluation/evaluation.ts';
import { dayIn, momentIn } from '../evaluation/zone.ts';
import type { Method, QuestionId } from '../method.ts';
import { daysBefore, type DueDate, dueDates, spokenOfUntil } from './dates.ts';
import { ladder, noNudging, type Nudging, type Rung } from './nudging.ts';

export interface PlannedNudge {
  at: Date;
  rung: Rung;
  subject: string;
  question: QuestionId;
  /** The one who gets it alone; absent: the team, in its channel. */
  person?: PersonId;
  due?: DueDate;
  /** Somebody gave it this moment. */
  moved?: true;
}

/** Why nothing is planned. The phrase `nudge.none-<why>` says it. */
export type WhyNone = 'ended' | 'paused' | 'muted' | 'own-pace' | 'nothing-open' | 'all-said';

export type Plan = { next: PlannedNudge } | { none: WhyNone };

/**
 * Days of silence before each rung, by the pace that the team chose: the first since its last sign of life, each further one since the
 * nudge before. A sign of life in between, and the silence begins anew.
 */
export const waits: Record<Exclude<Pace, 'own-pace'>, Record<(typeof ladder)[number], number>> = {
  weekly: { first: 7, second: 4, carrier: 4, accompanier: 7, rest: 7 },
  fortnightly: { first: 14, second: 7, carrier: 7, accompanier: 14, rest: 14 },
};

/** The next nudge of an evaluation, and when; or why there is none. `now` is only for what is too late to be said at all. */
export function planNudge(evaluation: Evaluation, method: Method, isHoliday: IsHoliday, now: Date): Plan {
  const { state, muted, pace } = evaluation;
  if (state === 'ended') return { none: 'ended' };
  if (state === 'paused') return { none: 'paused' };
  if (muted) return { none: 'muted' };
  if (pace === 'own-pace') return { none: 'own-pace' };
  const of: Planning = { evaluation, nudging: evaluation.nudging ?? noNudging, calendar: teamCalendar(evaluation), isHoliday };
  const step = stepOf(of, pace);
  const candidates = [
    ...dueDates(evaluation, method).flatMap((due) => reminderOf(of, due, now)),
    ...(step.next ? [step.next] : []),
  ];
  const [next] = candidates.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  if (!next) return { none: step.none ?? 'nothing-open' };
  return { next: moved(of, next) };
}

interface Planning {
  evaluation: Evaluation;
  nudging: Nudging;
  calendar: Calendar;
  isHoliday: IsHoliday;
}

export const teamCalendar = ({ structure, language }: Evaluation): Calendar => calendarOf({ ...structure, language });

/** When the one who gets it works: a person by their own hours, the team by its own. */
export function calendarFor(evaluation: Evaluation, person: PersonId | undefined): Calendar {
  const team = teamCalendar(evaluation);
  if (person === undefined) return team;
  const accompanier = evaluation.nudging?.accompaniers.find((each) => each.person === person);
  return calendarOfPerson(team, memberOf(evaluation, person) ?? accompanier ?? {});
}

/** The next rung for the question that is open. */
function stepOf(of: Planning, pace: keyof typeof waits): { next?: PlannedNudge; none?: WhyNone } {
  const { evaluation, nudging } = of;
  const question = evaluation.openQuestion;
  if (!question || stateOf(evaluation, question).status !== 'open') return { none: 'nothing-open' };
  const subject = `question:${question}`;
  const past = nudging.nudged.filter((each) => each.subject === subject && each.round === nudging.round);
  const last = past.at(-1);
  // No rung is climbed twice, and none is gone back to.
  const done = Math.max(-1, ...past.map(({ rung }) => ladder.findIndex((each) => each === rung)));
  for (const rung of ladder.slice(done + 1)) {
    const person = personFor(of, rung);
    if (person === null) continue;
    const newest = latest(evaluation.lastSignAt, stateOf(evaluation, question).askedAt);
    const isSilentSince = last !== undefined && last.at >= newest;
    const from = isSilentSince ? last.at : newest;
    const at = daysLater(from, waits[pace][isSilentSince ? rung : 'first'], of.calendar.timeZone);
    return { next: inTime(of, { at: notBefore(of, at, person), rung, subject, question, ...(person && { person }) }) };
  }
  return { none: 'all-said' };
}

/** Who gets it alone; nothing when it is the team; null when there is nobody, or nobody who wants it: then the next rung is climbed. */
function personFor({ evaluation, nudging }: Planning, rung: Rung): PersonId | undefined | null {
  if (rung === 'carrier') {
    const wants = [evaluation.carrier, evaluation.relay].find(
      (person) => person !== undefined && !nudging.choices.some((each) => each.person === person && each.stopped),
    );
    return wants ?? null;
  }
  if (rung === 'accompanier') return nudging.accompaniers[0]?.person ?? null;
  return undefined;
}

/** Not before the day that the team, or the one person, asked for. */
function notBefore({ nudging }: Planning, at: Date, person: PersonId | undefined): Date {
  const own = nudging.choices.find((choice) => choice.person === person)?.snoozedUntil;
  return latest(at, nudging.snoozedUntil, own);
}

/** What is still to be said about a date: that it comes, or that it passed. What is too late for either is left out. */
function reminderOf(of: Planning, due: DueDate, now: Date): PlannedNudge[] {
  const { timeZone } = of.calendar;
  const isSaid = (rung: Rung): boolean => of.nudging.nudged.some((each) => each.subject === due.subject && each.rung === rung);
  const plan = (rung: 'before-due' | 'overdue', day: string, until: string): PlannedNudge[] => {
    const morning = momentIn(day, '00:00', timeZone);
    if (isSaid(rung) || morning < due.setAt) return [];
    const at = notBefore(of, morning, undefined);
    const planned = inTime(of, { at, rung, subject: due.subject, question: due.question, due });
    const last = dayIn(planned.at > now ? planned.at : now, timeZone);
    return last > until ? [] : [planned];
  };
  const before = plan('before-due', addDays(due.day, -daysBefore), due.day);
  return before.length > 0 ? before : plan('overdue', addDays(due.day, 1), spokenOfUntil(due));
}

const inTime = ({ evaluation, isHoliday }: Planning, planned: PlannedNudge): PlannedNudge => ({
  ...planned,
  at: nextWorkingMoment(planned.at, calendarFor(evaluation, planned.person), isHoliday),
});

/** At the moment that somebody gave it, where that is a moment of work. */
function moved(of: Planning, next: PlannedNudge): PlannedNudge {
  const { movedTo } = of.nudging;
  return movedTo ? inTime(of, { ...next, at: movedTo, moved: true }) : next;
}

const latest = (first: Date, ...others: (Date | undefined)[]): Date =>
  others.reduce<Date>((so, each) => (each && each > so ? each : so), first);
