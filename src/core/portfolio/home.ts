import { aside, button, heading, list, shorten, text } from '../evaluation/say.ts';
import type { Action, Block, Field, Form } from '../message.ts';
import type { Method } from '../method.ts';
import { activeDays, type PortfolioTeam } from './facts.ts';
import { type Filter, filterWords, fits, isFiltered } from './filter.ts';
import { agoWords, doneOf, type Look, scheduleName, scheduleOf, schedules } from './signals.ts';
import { waitingLine, waitingOf } from './waiting.ts';

/** So many teams are on a page, one line each, and so many things that wait are told one by one: a card and a phone have room for that. */
export const teamsOnPage = 12;
export const waitingShown = 8;
/** No list to choose from is longer: Slack takes a hundred. https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element */
export const mostChoices = 100;

/** What somebody's own view shows of the teams they accompany, before or without their own. */
export interface PortfolioPart {
  blocks: Block[];
  actions: Action[];
  forms: Form[];
  /** The page that is really shown. */
  page: number;
}

export interface Portfolio {
  teams: readonly PortfolioTeam[];
  filter: Filter;
  page: number;
  method: Method;
}

/** What waits for the accompanier first, then their teams by stage and name: no score, no order among them. */
export function portfolioPart({ teams, filter, page, method }: Portfolio, look: Look): PortfolioPart {
  const { words } = look;
  const shown = teams.filter((team) => fits(team, filter, look.now));
  const ordered = groupsOf(shown, method, look);
  const pages = Math.max(1, Math.ceil(shown.length / teamsOnPage));
  const at = Math.min(Math.max(1, page), pages);
  const onPage = new Set(ordered.flatMap((group) => group.teams).slice((at - 1) * teamsOnPage, at * teamsOnPage));
  const blocks: (Block | undefined | false)[] = [
    heading(words('portfolio.title', { count: teams.length })),
    ...waitingBlocks(teams, look),
    text(countsOf(shown, look)),
    isFiltered(filter) &&
      aside(
        words('portfolio.filtered', { filter: filterWords(look, filter, teams, method), count: shown.length, all: teams.length }),
      ),
    shown.length === 0 && text(words('portfolio.none-fits')),
    ...ordered.flatMap((group) => {
      const some = group.teams.filter((team) => onPage.has(team));
      return some.length === 0
        ? []
        : [
            text(words('portfolio.group', { label: group.label, count: group.teams.length })),
            list(some.map((team) => teamLine(look, team))),
          ];
    }),
    shown.some(({ progress }) => progress) && aside(words('portfolio.legend', { days: activeDays })),
    pages > 1 && aside(words('portfolio.page', { page: at, pages })),
  ];
  const isNone = teams.length === 0;
  return {
    blocks: blocks.filter((block): block is Block => Boolean(block)),
    actions: isNone
      ? []
      : [
          button(words, 'acc-team', { style: 'primary' }),
          button(words, 'acc-nudge'),
          button(words, 'acc-filter'),
          ...(isFiltered(filter) ? [button(words, 'acc-filter-clear')] : []),
          ...(at > 1 ? [button(words, 'acc-page', { value: String(at - 1), label: words('portfolio.page-before') })] : []),
          ...(at < pages ? [button(words, 'acc-page', { value: String(at + 1), label: words('portfolio.page-after') })] : []),
          button(words, 'acc-picture'),
          button(words, 'acc-help'),
        ],
    forms: isNone ? [] : [teamForm(teams, look), nudgeForm(shown, look), filterForm(teams, filter, method, look)],
    page: at,
  };
}

function waitingBlocks(teams: readonly PortfolioTeam[], look: Look): (Block | undefined)[] {
  const { words } = look;
  const waiting = waitingOf(teams);
  if (waiting.length === 0) return [aside(words('portfolio.nothing-waits'))];
  const more = waiting.length - waitingShown;
  return [
    text(words('portfolio.waiting', { count: waiting.length })),
    list(waiting.slice(0, waitingShown).map((each) => waitingLine(look, each))),
    more > 0 ? aside(words('portfolio.waiting-more', { count: more })) : undefined,
  ];
}

/** "14 on track · 3 late · 2 paused." */
export function countsOf(teams: readonly PortfolioTeam[], { words, now }: Look): string {
  return schedules
    .map((schedule) => ({ schedule, count: teams.filter(({ progress }) => scheduleOf(progress, now) === schedule).length }))
    .filter(({ count }) => count > 0)
    .map(({ schedule, count }) => words('portfolio.count', { count, schedule: scheduleName(words, schedule) }))
    .join(' · ');
}

interface GroupOfTeams {
  id: string;
  label: string;
  teams: PortfolioTeam[];
}

/** By stage in the method's order, then the finished ones and those that have not begun; each by name. */
export function groupsOf(teams: readonly PortfolioTeam[], method: Method, { words, language }: Look): GroupOfTeams[] {
  const byName = teams.toSorted(
    (a, b) => a.name.localeCompare(b.name, language, { numeric: true }) || a.structureId.localeCompare(b.structureId),
  );
  const of = (id: string): PortfolioTeam[] => byName.filter((team) => stageOf(team) === id);
  // A team goes on in the version it began with, which may have stages of its own.
  const stages = new Map(method.stages.map(({ id, short }) => [id, short]));
  for (const { progress } of teams)
    for (const { id, label } of progress?.stages ?? []) if (!stages.has(id)) stages.set(id, label);
  return [
    ...[...stages].map(([id, label]) => ({ id, label: label[language], teams: of(id) })),
    { id: 'finished', label: words('portfolio.group-finished'), teams: of('finished') },
    { id: 'not-begun', label: words('portfolio.group-not-begun'), teams: of('not-begun') },
  ].filter((group) => group.teams.length > 0);
}

const stageOf = ({ progress }: PortfolioTeam): string => (progress ? (progress.stage ?? 'finished') : 'not-begun');

/** One team in one line: how far, and both signals with what they rest on. */
export function teamLine(look: Look, { name, progress }: PortfolioTeam): string {
  const { words, now } = look;
  const team = shorten(name, 60);
  if (!progress) return words('portfolio.line-not-begun', { team });
  return words('portfolio.line', {
    team,
    ...doneOf(progress),
    schedule: scheduleName(words, scheduleOf(progress, now)),
    ago: agoWords(look, progress.lastSignAt),
    active: progress.active,
    members: progress.members,
  });
}

export const teamOptions = (teams: readonly PortfolioTeam[]): { value: string; label: string }[] =>
  teams.slice(0, mostChoices).map(({ structureId, name }) => ({ value: structureId, label: name }));

const teamForm = (teams: readonly PortfolioTeam[], { words }: Look): Form => ({
  action: 'acc-team',
  title: words('form.acc-team'),
  submit: words('form.acc-show'),
  fields: [{ id: 'team', label: words('form.acc-which'), kind: 'choice', required: true, options: teamOptions(teams) }],
});

function nudgeForm(shown: readonly PortfolioTeam[], { words }: Look): Form {
  return {
    action: 'acc-nudge',
    title: words('form.acc-nudge'),
    submit: words('form.acc-preview'),
    fields: [
      {
        id: 'teams',
        label: words('form.acc-whom'),
        hint: words('form.acc-whom-hint'),
        kind: 'choices',
        required: true,
        options: teamOptions(shown),
      },
    ],
  };
}

function filterForm(teams: readonly PortfolioTeam[], filter: Filter, method: Method, { words, language }: Look): Form {
  const all = { value: 'all', label: words('portfolio.all') };
  const cohorts = new Map(teams.flatMap((team) => team.cohorts).map(({ id, name }) => [id, name]));
  const choice = (
    id: string,
    label: string,
    options: { value: string; label: string }[],
    initial: string | undefined,
  ): Field => ({
    id,
    label,
    kind: 'choice',
    required: false,
    options: [all, ...options],
    initial: initial ?? 'all',
  });
  return {
    action: 'acc-filter',
    title: words('form.acc-filter'),
    submit: words('form.acc-show'),
    fields: [
      { id: 'name', label: words('form.acc-name'), kind: 'text', required: false, ...(filter.name && { initial: filter.name }) },
      {
        id: 'silentDays',
        label: words('form.acc-silent'),
        kind: 'number',
        required: false,
        ...(filter.silentDays !== undefined && { initial: String(filter.silentDays) }),
      },
      choice(
        'stage',
        words('form.acc-stage'),
        method.stages.map(({ id, short }) => ({ value: id, label: short[language] })),
        filter.stage,
      ),
      choice(
        'schedule',
        words('form.acc-schedule'),
        schedules.map((each) => ({ value: each, label: scheduleName(words, each) })),
        filter.schedule,
      ),
      choice(
        'waiting',
        words('form.acc-waiting'),
        [{ value: 'yes', label: words('portfolio.filter-waiting') }],
        filter.waiting ? 'yes' : undefined,
      ),
      ...(cohorts.size > 0
        ? [
            choice(
              'cohort',
              words('form.acc-cohort'),
              [...cohorts].slice(0, mostChoices - 1).map(([value, label]) => ({ value, label })),
              filter.cohort,
            ),
          ]
        : []),
      choice(
        'language',
        words('form.acc-language'),
        (['fr', 'nl', 'en'] as const).map((value) => ({ value, label: words(`language.${value}`) })),
        filter.language,
      ),
    ],
  };
}
