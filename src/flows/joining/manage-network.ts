import { isLanguage } from '../../core/language.ts';
import { cohortsCard, deskNote, isAnimator, networkCard, peopleCard, structuresCard } from '../../core/joining/desk-messages.ts';
import { accompanimentEnded } from '../../core/joining/joining-posts.ts';
import { addAudit } from '../../store/audit.ts';
import { revokeInvitationsOf } from '../../store/invitations.ts';
import { addCohort, type Colleague, cohortsOf, endAccompanimentsOf, endRole, structuresOf } from '../../store/networks.ts';
import { addPosts } from '../../store/outbox.ts';
import { sayAtDesk } from '../desks/say-at-desk.ts';
import type { Dealt } from '../receive.ts';
import { type NetworkTurn, say } from './network-desk.ts';

const longestName = 120;

/** What one may do in this network. */
export function showNetwork(turn: NetworkTurn): Promise<Dealt> {
  const { at, desk } = turn;
  const others = at.offices.networks.filter(({ id }) => id !== desk.network);
  return say(
    turn,
    networkCard(
      desk,
      others,
      at.offices.accompanies.map(({ name }) => name),
    ),
  );
}

const notYours = (turn: NetworkTurn): Promise<Dealt> => say(turn, { kind: 'desk-note', phrase: 'fed.not-yours' });

export async function showCohorts(turn: NetworkTurn): Promise<Dealt> {
  if (!isAnimator(turn.desk)) return notYours(turn);
  return say(turn, cohortsCard(turn.desk, await cohortsOf(turn.tx, turn.desk.network)));
}

/** A new cohort by its name. */
export async function makeCohort(turn: NetworkTurn, named: string): Promise<Dealt> {
  const { tx, desk, at, now } = turn;
  if (!isAnimator(desk)) return notYours(turn);
  const name = named.trim().replaceAll(/\s+/gu, ' ').slice(0, longestName);
  if (name === '') return { fresh: true, readings: [], formErrors: { name: desk.words('start.needed') } };
  const { isNew } = await addCohort(tx, desk.network, name, now);
  if (!isNew) return say(turn, { kind: 'desk-note', phrase: 'fed.cohort-there', values: { name } });
  await addAudit(tx, { what: 'cohort-made', person: at.person, networkId: desk.network, details: { name } }, now);
  return say(turn, cohortsCard(desk, await cohortsOf(tx, desk.network)));
}

export function showPeople(turn: NetworkTurn): Promise<Dealt> {
  return isAnimator(turn.desk) ? say(turn, peopleCard(turn.desk, turn.people)) : notYours(turn);
}

export async function showStructures(turn: NetworkTurn): Promise<Dealt> {
  if (!isAnimator(turn.desk)) return notYours(turn);
  return say(turn, structuresCard(turn.desk, await structuresOf(turn.tx, turn.desk.network)));
}

/**
 * Ends somebody's role: from this moment on they have no right of it. Who accompanied teams for this network accompanies none of them any
 * more, and the teams are told; nothing that anybody wrote is removed. `which`: `role:person`, or the number in the list.
 */
export async function finishRole(turn: NetworkTurn, which: string | number): Promise<Dealt> {
  const { needs, tx, now, at, desk, people } = turn;
  if (!isAnimator(desk)) return notYours(turn);
  const meant = typeof which === 'number' ? people[which - 1] : people.find(({ person, role }) => `${role}:${person}` === which);
  if (!meant) return say(turn, { kind: 'desk-note', phrase: 'fed.gone' });
  const isLast = meant.role === 'animator' && people.filter(({ role }) => role === 'animator').length === 1;
  if (isLast) return say(turn, { kind: 'desk-note', phrase: 'fed.last-animator' });
  await endRole(tx, desk.network, meant.person, meant.role, now);
  if (meant.role === 'accompanier') await endTheirs(turn, meant);
  await addAudit(
    tx,
    { what: 'role-ended', person: at.person, networkId: desk.network, details: { role: meant.role, of: meant.person } },
    now,
  );
  if (meant.person !== at.person)
    await sayAtDesk(
      tx,
      meant.person,
      {
        message: (language) => {
          const words = needs.wording[language];
          return deskNote('role-ended', { words, language }, 'fed.role-ended', {
            role: words(`fed.for-${meant.role}`),
            network: desk.name,
          });
        },
      },
      now,
    );
  return say(turn, {
    kind: 'desk-note',
    phrase: 'fed.role-ended-of',
    values: { name: meant.name || desk.words('fed.unnamed'), role: desk.words(`fed.for-${meant.role}`) },
  });
}

/** Their invitations open nothing any more, and the teams they accompanied for this network hear of it in their channels. */
async function endTheirs({ needs, tx, now, desk }: NetworkTurn, { person, name }: Colleague): Promise<void> {
  await revokeInvitationsOf(tx, desk.network, person, now);
  for (const { structureId, channelId, language } of await endAccompanimentsOf(tx, desk.network, person, now)) {
    if (!isLanguage(language)) continue;
    const told = accompanimentEnded(needs.wording[language], language, name);
    await addPosts(tx, { channelId, structureId }, [{ place: { to: 'channel' }, message: told }], now);
  }
}
