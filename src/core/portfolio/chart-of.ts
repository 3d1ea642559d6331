import type { Chart } from '../chart.ts';
import type { Method } from '../method.ts';
import type { PortfolioTeam } from './facts.ts';
import { countsOf, groupsOf } from './home.ts';
import { dayWords, type Look, scheduleName, scheduleOf, schedules } from './signals.ts';

/** How many teams are at each stage, and how they keep to their pace. Numbers of teams alone: no team is in it, and none before another. */
export function chartOf(teams: readonly PortfolioTeam[], method: Method, timeZone: string, look: Look): Chart {
  const { words, now } = look;
  const title = words('portfolio.chart-title', { count: teams.length, day: dayWords(look, now, timeZone) });
  const groups = groupsOf(teams, method, look);
  const rows = groups.map((group) => ({
    label: words('portfolio.chart-row', { label: group.label, count: group.teams.length }),
    counts: Object.fromEntries(
      schedules.map((schedule) => [
        schedule,
        group.teams.filter(({ progress }) => scheduleOf(progress, now) === schedule).length,
      ]),
    ),
  }));
  const kinds = schedules
    .map((id) => ({ id, label: scheduleName(words, id) }))
    .filter(({ id }) => rows.some((row) => (row.counts[id] ?? 0) > 0));
  const lines = groups.map((group) =>
    words('portfolio.chart-line', { label: group.label, count: group.teams.length, counts: countsOf(group.teams, look) }),
  );
  return { title, kinds, rows, alt: [words('portfolio.chart-alt', { title }), ...lines].join('\n') };
}
