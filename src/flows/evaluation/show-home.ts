import { networkCard } from '../../core/joining/desk-messages.ts';
import { homeMessage, homeSlot, type HomeTeam } from '../../core/evaluation/home.ts';
import { pinsHome } from '../../core/incoming.ts';
import type { Language } from '../../core/language.ts';
import type { Message } from '../../core/message.ts';
import type { PortfolioPart } from '../../core/portfolio/home.ts';
import { enter, type Tx } from '../../store/database.ts';
import { getEvaluation } from '../../store/load-evaluation.ts';
import { getMethod } from '../../store/methods.ts';
import type { Offices } from '../../store/desks.ts';
import type { Membership } from '../../store/people.ts';
import type { Channel } from '../../store/routing.ts';
import { offerOfFirstNetwork } from '../joining/first-network.ts';
import type { Needs } from '../needs.ts';
import { followView, portfolioFor, type ViewChange } from '../portfolio/show-portfolio.ts';
import { queue } from './queue.ts';

export interface Home {
  /** The view, or the conversation that holds its card. */
  place: Channel;
  person: string;
  language: Language;
  /** The teams they are in, and those they accompany. */
  teams: Membership[];
  accompanies: Offices['accompanies'];
  /** The networks they have a role in. */
  networks: Offices['networks'];
  /** Posted further down, where a view is a card among other messages. */
  isAnew?: boolean;
}

/**
 * A person opens their own view, or changes what it shows. With teams of their own it is entered as the work of all of them, and of them
 * alone: of those they accompany nothing but progress is read, before that. Without, as their portfolio.
 */
export async function showOwnHome(needs: Needs, tx: Tx, home: Home, now: Date, change?: ViewChange): Promise<void> {
  const { person } = home;
  const structures = home.teams.map((team) => team.structureId);
  const accompanied = home.accompanies.map((team) => team.structureId);
  if (structures.length === 0 && accompanied.length > 0) await enter(tx, { kind: 'portfolio', person, structures: accompanied });
  const part = await portfolioFor(needs, tx, home, now, change);
  // Their first team may come while they look: their view is followed from now on.
  if (!part && home.networks.length > 0 && structures.length === 0) await followView(tx, person, now);
  if (structures.length > 0) await enter(tx, { kind: 'structure', structures, person });
  await showHome(needs, tx, home, now, part);
}

/** Shows the view as things stand now. The work must have entered all the person's teams, in their name. */
export async function showHome(needs: Needs, tx: Tx, home: Home, now: Date, accompanied?: PortfolioPart): Promise<void> {
  const teams: HomeTeam[] = [];
  for (const { evaluationId, channel } of home.teams) {
    const evaluation = await getEvaluation(tx, evaluationId);
    teams.push({ evaluation, method: await getMethod(tx, evaluation.methodVersion), ...(channel && { channel }) });
  }
  const network = networkPart(needs, home);
  const offer = teams.length === 0 && !accompanied && !network ? await offerOfFirstNetwork(needs, tx, home) : undefined;
  const message = homeMessage(teams, needs.wording, home.language, { offer, accompanied, network });
  const where = { origin: home.place.id, home: home.place.id };
  const how = pinsHome(home.place.address) ? { pin: true } : home.isAnew ? { anew: true } : {};
  await queue(tx, where, [{ place: { to: 'origin' }, message, slot: homeSlot, ...how }], now);
}

/** The card of the network they animate, else of the first they have a role in. Which teams they accompany stands below it anyway. */
function networkPart({ wording }: Needs, { networks, language }: Home): Message | undefined {
  const first = networks.find(({ roles }) => roles.includes('animator')) ?? networks[0];
  if (!first) return undefined;
  const { id, name, roles } = first;
  return networkCard(
    { words: wording[language], language, network: id, name, roles },
    networks.filter((each) => each !== first),
    [],
  );
}
