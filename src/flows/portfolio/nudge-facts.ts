import { calendarOf } from '../../core/calendar/whose.ts';
import { nextWorkingMoment } from '../../core/calendar/working-time.ts';
import type { PortfolioTeam } from '../../core/portfolio/facts.ts';
import { type LeftOut, nudgeRestDays, whyLeftOut } from '../../core/portfolio/nudge.ts';
import { dayWords, type Look } from '../../core/portfolio/signals.ts';
import { contactsAWeek, contactsInWeek, roomFrom } from '../../store/contacts.ts';
import type { Tx } from '../../store/database.ts';
import { lastNudged } from '../../store/hand-nudges.ts';
import { whereabouts } from '../../store/portfolio.ts';
import { homeOf } from '../../store/routing.ts';
import type { Needs } from '../needs.ts';
import { writtenDate } from '../../core/written-date.ts';

const dayMs = 24 * 3_600_000;

/** Whether a team can be nudged, where and when; or what stands against it. */
export type Readiness =
  | { ready: true; channelId: string; goesAt: Date; goesAtWords?: string; nudgedBefore: number; lastAt?: Date }
  | { ready: false; why: LeftOut; day?: string };

/** Looks at progress, at what was said lately and at the contact budget; and when people there are at work next. */
export async function readinessOf(needs: Needs, tx: Tx, team: PortfolioTeam, look: Look): Promise<Readiness> {
  const why = whyLeftOut(team);
  const { progress } = team;
  if (why || !progress) return { ready: false, why: why ?? 'not-begun' };
  const { now } = look;
  const channelId = await homeOf(tx, progress.evaluationId);
  if (!channelId) return { ready: false, why: 'unreachable' };
  const { at: lastAt, count } = await lastNudged(tx, progress.evaluationId, progress.openQuestion ?? '');
  const day = (moment: Date): string => dayWords(look, moment, progress.timeZone);
  if (lastAt && now.getTime() - lastAt.getTime() < nudgeRestDays * dayMs)
    return { ready: false, why: 'recent', day: day(lastAt) };
  const contacted = { channelId };
  if ((await contactsInWeek(tx, contacted, now)) >= contactsAWeek)
    return { ready: false, why: 'budget', day: day(await roomFrom(tx, contacted, now)) };
  const calendar = calendarOf(await whereabouts(tx, team.structureId));
  const goesAt = nextWorkingMoment(now, calendar, needs.isHoliday ?? (() => false));
  return {
    ready: true,
    channelId,
    goesAt,
    nudgedBefore: count,
    ...(lastAt && { lastAt }),
    ...(goesAt > now && { goesAtWords: momentWords(look, goesAt, progress.timeZone) }),
  };
}

const momentWords = ({ language }: Look, moment: Date, timeZone: string): string =>
  writtenDate(moment, language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  });
