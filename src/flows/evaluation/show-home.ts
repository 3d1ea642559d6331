import { homeMessage, homeSlot, type HomeTeam } from '../../core/evaluation/home.ts';
import type { Language } from '../../core/language.ts';
import { enter, type Tx } from '../../store/database.ts';
import { getEvaluation } from '../../store/load-evaluation.ts';
import { getMethod } from '../../store/methods.ts';
import type { Membership } from '../../store/people.ts';
import type { Channel } from '../../store/routing.ts';
import { offerOfFirstNetwork } from '../joining/first-network.ts';
import type { Needs } from '../needs.ts';
import { queue } from './queue.ts';

export interface Home {
  /** The view, or the conversation that holds its card. */
  place: Channel;
  person: string;
  language: Language;
  teams: Membership[];
  /** Posted further down, where a view is a card among other messages. */
  isAnew?: boolean;
}

/** A person opens their own view: entered as the work of all their teams, and of them alone. */
export async function showOwnHome(needs: Needs, tx: Tx, home: Home, now: Date): Promise<void> {
  const structures = home.teams.map((team) => team.structureId);
  if (structures.length > 0) await enter(tx, { kind: 'structure', structures, person: home.person });
  await showHome(needs, tx, home, now);
}

/** Shows the view as things stand now. The work must have entered all the person's teams, in their name. */
export async function showHome(needs: Needs, tx: Tx, home: Home, now: Date): Promise<void> {
  const teams: HomeTeam[] = [];
  for (const { evaluationId, channel } of home.teams) {
    const evaluation = await getEvaluation(tx, evaluationId);
    teams.push({ evaluation, method: await getMethod(tx, evaluation.methodVersion), ...(channel && { channel }) });
  }
  const offer = teams.length === 0 ? await offerOfFirstNetwork(needs, tx, home) : undefined;
  const message = homeMessage(teams, needs.wording, home.language, offer);
  const where = { origin: home.place.id, home: home.place.id };
  await queue(tx, where, [{ place: { to: 'origin' }, message, slot: homeSlot, ...(home.isAnew && { anew: true }) }], now);
}
