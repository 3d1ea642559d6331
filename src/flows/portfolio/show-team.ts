import type { Attachment } from '../../core/message.ts';
import { helpLines } from '../../core/joining/desk-messages.ts';
import { chartOf } from '../../core/portfolio/chart-of.ts';
import { fits } from '../../core/portfolio/filter.ts';
import { helpMessage, teamCard } from '../../core/portfolio/team-card.ts';
import type { PortfolioTeam } from '../../core/portfolio/facts.ts';
import { heading, message, text } from '../../core/evaluation/say.ts';
import { enter } from '../../store/database.ts';
import { addMadeFile } from '../../store/made-files.ts';
import { findView, portfolioOf } from '../../store/portfolio.ts';
import { notesOf } from '../../store/private-notes.ts';
import { type Desk, postHere } from './desk.ts';

/** Enters somebody's portfolio and reads it. Gives these teams of it, or all. */
async function readPortfolio({ tx, at, now }: Desk, only?: readonly string[]): Promise<PortfolioTeam[]> {
  const all = at.offices.accompanies.map(({ structureId }) => structureId);
  const structures = only ? all.filter((id) => only.includes(id)) : all;
  await enter(tx, { kind: 'portfolio', person: at.person, structures });
  return portfolioOf(tx, { person: at.person, structures }, now);
}

export async function showTeam(desk: Desk, structureId: string): Promise<void> {
  const [team] = await readPortfolio(desk, [structureId]);
  if (!team) return;
  const notes = await notesOf(desk.tx, desk.at.person, structureId);
  await postHere(desk, teamCard(team, notes.length, desk.look));
}

export async function showHelp(desk: Desk): Promise<void> {
  const heldRoles = desk.at.offices.networks.flatMap((network) => network.roles);
  await postHere(desk, helpMessage(desk.look, await readPortfolio(desk), helpLines(desk.look.words, heldRoles)));
}

/** How many teams are where, as a picture with all of it in words. Where pictures cannot be drawn, the words come alone. */
export async function showPicture(desk: Desk): Promise<void> {
  const { needs, tx, at, look, now } = desk;
  const teams = await readPortfolio(desk);
  const { filter } = await findView(tx, at.person);
  const shown = teams.filter((team) => fits(team, filter, now));
  const timeZone = shown.find(({ progress }) => progress)?.progress?.timeZone ?? 'Europe/Brussels';
  const chart = chartOf(shown, needs.method, timeZone, look);
  const png = await needs.pictures?.draw(chart);
  const file: Attachment | undefined =
    png &&
    (await addMadeFile(tx, needs.newId(), { name: 'portfolio.png', type: 'image/png', bytes: png }, { person: at.person }, now));
  await postHere(
    desk,
    message('portfolio-picture', look.language, [
      heading(chart.title),
      file ? { type: 'picture', file: file.file, alt: chart.alt } : text(chart.alt),
    ]),
  );
}
