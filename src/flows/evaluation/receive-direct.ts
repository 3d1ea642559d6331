import { homeSlot } from '../../core/evaluation/home.ts';
import { button, list, message, text } from '../../core/evaluation/say.ts';
import { readTeamWish } from '../../core/joining/team-wishes.ts';
import { type Incoming, isHome } from '../../core/incoming.ts';
import { isLanguage } from '../../core/language.ts';
import type { Message } from '../../core/message.ts';
import type { Tx } from '../../store/database.ts';
import { hasOffice, officesOf } from '../../store/desks.ts';
import { chooseLanguage, findOneself, languageFor, type Membership, membershipsOf } from '../../store/people.ts';
import { type Channel, directChannel } from '../../store/routing.ts';
import { findSaid } from '../../store/said.ts';
import { receiveAtDesk } from '../desks/receive-desk.ts';
import { offerOfFirstNetwork } from '../joining/first-network.ts';
import type { Needs } from '../needs.ts';
import type { Dealt } from '../receive.ts';
import { portfolioFor } from '../portfolio/show-portfolio.ts';
import { queue } from './queue.ts';
import { showHome, showOwnHome } from './show-home.ts';
import { takeTurn } from './take-turn.ts';

interface Alone {
  place: Channel;
  person: string;
  /** The evaluation that the pressed message speaks of. */
  about?: string;
}

/**
 * A private conversation is about what its person does at their desk, else about their team: with none it says where to go, with several
 * it asks which.
 */
export async function receiveDirect(
  needs: Needs,
  tx: Tx,
  incoming: Incoming,
  { place, person, about }: Alone,
  now: Date,
): Promise<Dealt> {
  const teams = await membershipsOf(tx, person);
  const language = languageFor(incoming.sender, await findOneself(tx, person), place.language);
  const offices = await officesOf(tx, person);
  const { accompanies, networks } = offices;
  // A view holds no conversation: what is said about a press on it is said where its person is alone with the companion.
  const channel = isHome(place.address) ? await directChannel(tx, incoming.sender, language) : place;
  const atDesk = await receiveAtDesk(
    needs,
    tx,
    incoming,
    { place, channel, person, language, offices, teams, ...(about && { about }) },
    now,
  );
  if (atDesk) return accompanies.length > 0 ? { ...atDesk, desk: person } : atDesk;
  if (incoming.kind === 'home') {
    await showOwnHome(needs, tx, { place, person, language, teams, accompanies, networks, isAnew: !isHome(place.address) }, now);
    return { fresh: true, readings: [] };
  }
  const isOnHome = await isPressOnHome(tx, incoming, place);
  if (isOnHome && incoming.kind === 'press' && incoming.action === 'own-language' && isLanguage(incoming.value)) {
    await chooseLanguage(tx, person, incoming.value);
    await showOwnHome(needs, tx, { place, person, language: incoming.value, teams, accompanies, networks }, now);
    return { fresh: true, readings: [] };
  }
  const words = needs.wording[language];
  const say = async (said: Message): Promise<Dealt> => {
    await queue(tx, { origin: channel.id, home: channel.id }, [{ place: { to: 'origin' }, message: said }], now);
    return { fresh: true, readings: [] };
  };

  const meant = isOnHome && incoming.kind === 'press' ? teamOf(teams, incoming.value) : undefined;
  const chosen = incoming.kind === 'press' && incoming.action === 'choose-team' ? teamOf(teams, incoming.value) : undefined;
  if (chosen) {
    await remember(tx, channel.id, chosen.evaluationId);
    return say(message('team-chosen', language, [text(words('direct.chosen', { team: chosen.name }))]));
  }
  const team = meant ?? (teams.length === 1 ? teams[0] : (teamOf(teams, about) ?? teamOf(teams, channel.evaluationId)));
  if (team && isOnHome) {
    // What it asks back there is about the same team.
    if (teams.length > 1) await remember(tx, channel.id, team.evaluationId);
    const structures = teams.map((each) => each.structureId);
    const { structureId, evaluationId } = team;
    const accompanied = await portfolioFor(needs, tx, { person, language, accompanies }, now);
    const dealt = await takeTurn(
      needs,
      tx,
      withoutTeam(incoming),
      { channel, person, structureId, evaluationId, structures },
      now,
    );
    await showHome(needs, tx, { place, person, language, teams, accompanies, networks }, now, accompanied);
    return dealt;
  }
  if (team) {
    const { structureId, evaluationId } = team;
    return takeTurn(needs, tx, incoming, { channel, person, structureId, evaluationId }, now);
  }
  if (teams.length === 0) {
    if (hasOffice(offices))
      return say(
        message('direct', language, [
          text(words(accompanies.length > 0 ? 'direct.unclear-at-desk' : 'direct.unclear-at-network')),
        ]),
      );
    const hasCode = incoming.kind === 'message' && readTeamWish(incoming.text)?.do === 'give-code';
    if (hasCode) return say(message('direct', language, [text(words('direct.write-code'))]));
    const offer = await offerOfFirstNetwork(needs, tx, { place, language });
    return say(message('direct', language, [text(words('start.direct'))], offer));
  }
  return say(
    message('which-team', language, [text(words('direct.which')), list(teams.map((each) => each.name))], {
      actions: teams.map((each) => button(words, 'choose-team', { value: each.evaluationId, label: each.name })),
    }),
  );
}

const teamOf = (teams: Membership[], evaluation: string | undefined): Membership | undefined =>
  teams.find((team) => team.evaluationId === evaluation);

/** Pressed in one's own view, or on the card that stands for it where a platform has none. */
async function isPressOnHome(tx: Tx, incoming: Incoming, place: Channel): Promise<boolean> {
  if (incoming.kind !== 'press') return false;
  return isHome(place.address) || (await findSaid(tx, place.id, incoming.message))?.slot === homeSlot;
}

/** The value of a button there names the team, and nothing that the button does. */
function withoutTeam(incoming: Incoming): Incoming {
  if (incoming.kind !== 'press') return incoming;
  const { value: _team, ...press } = incoming;
  return press;
}

/** Which team a private conversation is about, until its person chooses another. */
async function remember(tx: Tx, channelId: string, evaluationId: string): Promise<void> {
  await tx.updateTable('channels').set({ evaluation_id: evaluationId }).where('id', '=', channelId).execute();
}
