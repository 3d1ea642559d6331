import { isLanguage, type Language } from '../language.ts';
import type { Fields } from '../incoming.ts';
import type { Method } from '../method.ts';
import { fold } from '../reading/text/normalise.ts';
import { daysBetween, type PortfolioTeam } from './facts.ts';
import { type Look, type Schedule, scheduleOf, schedules } from './signals.ts';

/** Which of their teams somebody wants to see. All that is given has to fit. */
export interface Filter {
  stage?: string;
  schedule?: Schedule;
  /** Only teams of which something waits for the accompanier. */
  waiting?: boolean;
  /** No sign of life for so many days, at least. */
  silentDays?: number;
  cohort?: string;
  language?: Language;
  /** A part of the name. */
  name?: string;
}

const isSchedule = (value: string): value is Schedule => schedules.some((each) => each === value);

export const isFiltered = (filter: Filter): boolean => Object.keys(filter).length > 0;

/** What was stored or filled in, as a filter: what cannot be one is left out. */
export function readFilter(given: Record<string, unknown>): Filter {
  const { stage, schedule, waiting, silentDays, cohort, language, name } = given;
  const days = Number(silentDays);
  const word = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '' && value !== 'all';
  return {
    ...(word(stage) && { stage }),
    ...(word(schedule) && isSchedule(schedule) && { schedule }),
    ...((waiting === true || waiting === 'yes') && { waiting: true }),
    ...(silentDays !== '' &&
      silentDays !== null &&
      Number.isFinite(days) &&
      days >= 1 && { silentDays: Math.min(Math.floor(days), 3650) }),
    ...(word(cohort) && { cohort }),
    ...(isLanguage(language) && { language }),
    ...(word(name) && { name: name.trim().slice(0, 80) }),
  };
}

/** The same of a form. `wrong` holds a number of days that is none. */
export function readFilterForm(fields: Fields): { filter: Filter; wrong: boolean } {
  const silent = fields['silentDays'];
  const said = typeof silent === 'string' ? silent.trim() : '';
  return { filter: readFilter(fields), wrong: said !== '' && !/^\d{1,4}$/.test(said) };
}

/** Whether what somebody typed stands in a name, or each of its words does, whatever the accents. */
export function isNamed(name: string, typed: string): boolean {
  const folded = fold(name);
  return fold(typed)
    .split(/\s+/)
    .filter((word) => word !== '')
    .every((word) => folded.includes(word));
}

export const fits = (team: PortfolioTeam, filter: Filter, now: Date): boolean => {
  const { progress, waiting, cohorts, name } = team;
  return (
    (filter.stage === undefined || progress?.stage === filter.stage) &&
    (filter.schedule === undefined || scheduleOf(progress, now) === filter.schedule) &&
    (!filter.waiting || waiting.length > 0) &&
    (filter.silentDays === undefined || (progress !== undefined && daysBetween(progress.lastSignAt, now) >= filter.silentDays)) &&
    (filter.cohort === undefined || cohorts.some(({ id }) => id === filter.cohort)) &&
    (filter.language === undefined || progress?.language === filter.language) &&
    (filter.name === undefined || isNamed(name, filter.name))
  );
};

/** A filter in words. */
export function filterWords({ words, language }: Look, filter: Filter, teams: readonly PortfolioTeam[], method: Method): string {
  const stage = method.stages.find(({ id }) => id === filter.stage);
  const cohort = teams.flatMap(({ cohorts }) => cohorts).find(({ id }) => id === filter.cohort);
  return [
    stage && words('portfolio.filter-stage', { stage: stage.short[language] }),
    filter.schedule && words(`portfolio.schedule-${filter.schedule}`),
    filter.waiting && words('portfolio.filter-waiting'),
    filter.silentDays !== undefined && words('portfolio.filter-silent', { days: filter.silentDays }),
    filter.cohort !== undefined && words('portfolio.filter-cohort', { cohort: cohort?.name ?? '…' }),
    filter.language && words(`language.${filter.language}`),
    filter.name !== undefined && words('portfolio.filter-name', { name: filter.name }),
  ]
    .filter(Boolean)
    .join(' · ');
}
