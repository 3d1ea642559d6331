import { findQuestion } from '../method.ts';
import { shorten } from '../evaluation/say.ts';
import { daysBetween, type PortfolioTeam, type Waiting } from './facts.ts';
import type { Look } from './signals.ts';

/** All that waits for the accompanier, the oldest promise first. */
export const waitingOf = (teams: readonly PortfolioTeam[]): (Waiting & { team: PortfolioTeam })[] =>
  teams
    .flatMap((team) => team.waiting.map((waiting) => ({ ...waiting, team })))
    .toSorted((a, b) => a.since.getTime() - b.since.getTime() || a.id.localeCompare(b.id));

/** After so many days it is said that the delay is ours. */
export const ownDelayDays = 3;

/** What waits, in one line: the team, what it is, since when; and that the delay is ours, once it is one. */
export function waitingLine(look: Look, waiting: Waiting & { team: PortfolioTeam }): string {
  const { words, language, now } = look;
  const method = waiting.team.progress?.method;
  const question = method && waiting.question !== undefined ? findQuestion(method, waiting.question) : undefined;
  const output = method?.outputs.find(({ id }) => id === waiting.output);
  const days = daysBetween(waiting.since, now);
  const what = words(`portfolio.waits-${waiting.kind}`, {
    about: question ? shorten(question.ask[language], 70) : '',
    has: question ? 'yes' : 'no',
    output: output?.name[language] ?? '',
  });
  return words(days >= ownDelayDays ? 'portfolio.waiting-late' : 'portfolio.waiting-line', {
    team: shorten(waiting.team.name, 60),
    what,
    days,
  });
}
