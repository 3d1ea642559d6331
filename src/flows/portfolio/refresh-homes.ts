import { homeSlot } from '../../core/evaluation/home.ts';
import { withAccess } from '../../store/database.ts';
import { officesOf } from '../../store/desks.ts';
import { findOneself, membershipsOf } from '../../store/people.ts';
import { findView } from '../../store/portfolio.ts';
import { ownHomes } from '../../store/said.ts';
import { showOwnHome } from '../evaluation/show-home.ts';
import type { Needs } from '../needs.ts';
import { accompaniesNobody, digestOf, followView, portfolioFor } from './show-portfolio.ts';

/** Shows accompaniers their view as things stand now, where it is on their screen and says something else. Gives how many changed. */
export async function refreshHomes(needs: Needs): Promise<number> {
  const now = needs.clock.now();
  const viewers = await withAccess(needs.db, { kind: 'operator' }, (tx) =>
    tx.selectFrom('portfolio_views').select('person_id').execute(),
  );
  let changed = 0;
  const failures: unknown[] = [];
  for (const { person_id: person } of viewers) {
    await refreshHome(needs, person, now).then(
      (isChanged) => void (changed += isChanged ? 1 : 0),
      (error: unknown) => failures.push(error),
    );
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} views could not be shown anew.`);
  return changed;
}

/** Shows one person their view, where it is on their screen and says something else. */
export function refreshHome(needs: Needs, person: string, now: Date): Promise<boolean> {
  return withAccess(needs.db, { kind: 'routing' }, async (tx) => {
    const { accompanies, networks } = await officesOf(tx, person);
    const [place] = await ownHomes(tx, person, homeSlot);
    if (!place) return false;
    const { shown } = await findView(tx, person);
    const { language: own, choseLanguage } = await findOneself(tx, person);
    const language = choseLanguage && own ? own : place.language;
    const part = await portfolioFor(needs, tx, { person, language, accompanies }, now);
    if ((part ? digestOf(part) : accompaniesNobody) === shown) return false;
    if (!part) await followView(tx, person, now);
    const teams = await membershipsOf(tx, person);
    await showOwnHome(needs, tx, { place, person, language, teams, accompanies, networks }, now);
    return true;
  });
}
