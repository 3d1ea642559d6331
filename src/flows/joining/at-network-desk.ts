import type { Fields, Incoming } from '../../core/incoming.ts';
import { type DeskWish, readDeskWish } from '../../core/joining/desk-wishes.ts';
import { networkHelp } from '../../core/joining/desk-messages.ts';
import { enter, type Tx } from '../../store/database.ts';
import { hasOffice, type Offices } from '../../store/desks.ts';
import { lockRoles } from '../../store/networks.ts';
import { findSaid } from '../../store/said.ts';
import type { AtDesk, AtDeskFlow } from '../desks/receive-desk.ts';
import type { Dealt } from '../receive.ts';
import { askWhichEnds, endAccompaniment } from './end-accompaniment.ts';
import { makeFirstNetwork } from './first-network.ts';
import { changeInvitation, invite, showInvitations, showInvite } from './invite.ts';
import { finishRole, makeCohort, showCohorts, showNetwork, showPeople, showStructures } from './manage-network.ts';
import { type NetworkTurn, say, sayHere } from './network-desk.ts';
import { takeRoleCode } from './take-role-code.ts';

/** The zone of those who did not say theirs. */
const usualZone = 'Europe/Paris';

/** What somebody wants for a network, by a button, a form or words. */
type Wish =
  | DeskWish
  | { do: 'invite-new' | 'end-role-of' | 'invitation-what'; fields: Fields }
  | { do: 'end-accompaniment-now'; fields: Fields };

/** Codes that are typed here, and what those do who animate a network or accompany teams for it. */
export const atNetworkDesk: AtDeskFlow = async (needs, tx, incoming, at, now) => {
  if (incoming.kind === 'message') {
    const taken = await takeRoleCode(needs, tx, incoming, at, now);
    if (taken) return taken;
  }
  const wish = wishOf(incoming);
  if (!wish) return undefined;
  if (wish.do === 'first') return makeFirstNetwork(needs, tx, at, wish.name, now);
  // Whoever has no office speaks to their team, unless they press what an office once gave them.
  if (!hasOffice(at.offices) && incoming.kind === 'message') return undefined;
  // With a team of one's own, a call for help is about that.
  if (wish.do === 'help' && at.teams.length > 0) return undefined;
  if (wish.do === 'end-accompaniment') return askWhichEnds(needs, tx, at, now);
  if (wish.do === 'end-accompaniment-now') return endAccompaniment(needs, tx, at, wish.fields, now);
  const network = await networkMeant(tx, incoming, at);
  if (!network) return sayHere(tx, at, { kind: 'desk-note', phrase: 'fed.no-role' }, needs, now);
  await enter(tx, { kind: 'network', network: network.id, person: at.person });
  const people = await lockRoles(tx, network.id);
  const roles = people.filter(({ person }) => person === at.person).map(({ role }) => role);
  if (roles.length === 0) return sayHere(tx, at, { kind: 'desk-note', phrase: 'fed.no-role' }, needs, now);
  const desk = {
    words: needs.wording[at.language],
    language: at.language,
    network: network.id,
    name: network.name,
    roles,
  };
  return act({ needs, tx, now, at, desk, people, timeZone: incoming.sender.timeZone ?? usualZone }, wish);
};

function wishOf(incoming: Incoming): Wish | undefined {
  switch (incoming.kind) {
    case 'message':
      return incoming.files.length === 0 ? readDeskWish(incoming.text) : undefined;
    case 'press':
      return pressed[incoming.action];
    case 'form':
      return filled(incoming.action, incoming.fields);
    default:
      return undefined;
  }
}

/** Presses; those of a form that a platform could not open show where it is again. */
const pressed: Record<string, Wish> = {
  'fed-home': { do: 'home' },
  'fed-invite': { do: 'invite' },
  'fed-invite-new': { do: 'invite' },
  'fed-invitations': { do: 'invitations' },
  'fed-invitation': { do: 'invitations' },
  'fed-cohorts': { do: 'cohorts' },
  'fed-cohort-new': { do: 'cohorts' },
  'fed-people': { do: 'people' },
  'fed-end-role': { do: 'people' },
  'fed-structures': { do: 'structures' },
  'fed-first': { do: 'first', name: '' },
  'acc-end': { do: 'end-accompaniment' },
  'acc-end-now': { do: 'end-accompaniment' },
};

function filled(action: string, fields: Fields): Wish | undefined {
  const name = [fields['name'] ?? ''].flat()[0] ?? '';
  switch (action) {
    case 'fed-invite-new':
      return { do: 'invite-new', fields };
    case 'fed-invitation':
      return { do: 'invitation-what', fields };
    case 'fed-cohort-new':
      return { do: 'add-cohort', name };
    case 'fed-end-role':
      return { do: 'end-role-of', fields };
    case 'fed-first':
      return { do: 'first', name };
    case 'acc-end-now':
      return { do: 'end-accompaniment-now', fields };
    default:
      return undefined;
  }
}

/** The network that is meant: the one of what was pressed, else the first they animate, else the first they have a role in. */
async function networkMeant(
  tx: Tx,
  incoming: Incoming,
  { place, offices }: AtDesk,
): Promise<Offices['networks'][number] | undefined> {
  const message = incoming.kind === 'press' || incoming.kind === 'form' ? incoming.message : undefined;
  const said = message === undefined ? undefined : await findSaid(tx, place.id, message);
  const named = (incoming.kind === 'press' ? incoming.value : undefined) ?? said?.about?.network;
  if (named !== undefined) return offices.networks.find(({ id }) => id === named);
  return offices.networks.find(({ roles }) => roles.includes('animator')) ?? offices.networks[0];
}

function act(
  turn: NetworkTurn,
  wish: Exclude<Wish, { do: 'first' | 'end-accompaniment' | 'end-accompaniment-now' }>,
): Promise<Dealt> {
  const one = (fields: Fields, id: string): string => [fields[id] ?? ''].flat()[0] ?? '';
  switch (wish.do) {
    case 'help':
      return say(turn, networkHelp(turn.desk));
    case 'home':
      return showNetwork(turn);
    case 'invite':
      return showInvite(turn);
    case 'invite-new':
      return invite(turn, wish.fields);
    case 'invitations':
      return showInvitations(turn);
    case 'invitation-what':
      return changeInvitation(turn, one(wish.fields, 'what') === 'revoke' ? 'revoke' : 'resend', one(wish.fields, 'which'));
    case 'revoke':
    case 'resend':
      return changeInvitation(turn, wish.do, wish.number);
    case 'cohorts':
      return showCohorts(turn);
    case 'add-cohort':
      return makeCohort(turn, wish.name);
    case 'people':
      return showPeople(turn);
    case 'end-role':
      return finishRole(turn, wish.number);
    case 'end-role-of':
      return finishRole(turn, one(wish.fields, 'who'));
    case 'structures':
      return showStructures(turn);
  }
}
