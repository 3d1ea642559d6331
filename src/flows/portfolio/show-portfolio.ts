import { createHash } from 'node:crypto';
import type { Language } from '../../core/language.ts';
import type { Filter } from '../../core/portfolio/filter.ts';
import { portfolioPart, type PortfolioPart } from '../../core/portfolio/home.ts';
import type { Look } from '../../core/portfolio/signals.ts';
import type { Tx } from '../../store/database.ts';
import type { Offices } from '../../store/desks.ts';
import { findView, portfolioOf, saveView } from '../../store/portfolio.ts';
import type { Needs } from '../needs.ts';

export interface Accompanier {
  person: string;
  language: Language;
  accompanies: Offices['accompanies'];
}

/** What is to be shown otherwise from now on. */
export interface ViewChange {
  filter?: Filter;
  page?: number;
}

export const lookOf = ({ wording }: Pick<Needs, 'wording'>, language: Language, now: Date): Look => ({
  words: wording[language],
  language,
  now,
});

/**
 * The teams that somebody accompanies, as their view shows them; nothing for whoever accompanies none. In their portfolio, or in routing
 * about the one who acts. How they look at it is kept.
 */
export async function portfolioFor(
  needs: Needs,
  tx: Tx,
  { person, language, accompanies }: Accompanier,
  now: Date,
  change: ViewChange = {},
): Promise<PortfolioPart | undefined> {
  if (accompanies.length === 0) return undefined;
  const view = await findView(tx, person);
  const filter = change.filter ?? view.filter;
  const page = change.page ?? (change.filter ? 1 : view.page);
  const teams = await portfolioOf(tx, { person, structures: accompanies.map(({ structureId }) => structureId) }, now);
  const part = portfolioPart({ teams, filter, page, method: needs.method }, lookOf(needs, language, now));
  await saveView(tx, person, { filter, page: part.page, shown: digestOf(part) }, now);
  return part;
}

/** What was shown to somebody who accompanies no team, or none any more. */
export const accompaniesNobody = 'none';

/** Somebody looks at a view in which no team stands yet: it is shown anew once one does. */
export const followView = (tx: Tx, person: string, now: Date): Promise<void> =>
  saveView(tx, person, { filter: {}, page: 1, shown: accompaniesNobody }, now);

/** Tells what is shown from what was shown. */
export const digestOf = (part: PortfolioPart): string => createHash('sha256').update(JSON.stringify(part)).digest('hex');
