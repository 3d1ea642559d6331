import type { Incoming } from '../../core/incoming.ts';
import { roleGiven } from '../../core/joining/desk-messages.ts';
import { codeIn } from '../../core/joining/spoken-code.ts';
import { addAudit } from '../../store/audit.ts';
import { addGuess } from '../../store/code-guesses.ts';
import { enter, type Tx } from '../../store/database.ts';
import { setDesk } from '../../store/desks.ts';
import { giveBackUse, lookUpCode, takeUse } from '../../store/invitations.ts';
import { addRole } from '../../store/networks.ts';
import { findOneself } from '../../store/people.ts';
import type { AtDesk } from '../desks/receive-desk.ts';
import type { Needs } from '../needs.ts';
import type { Dealt } from '../receive.ts';
import { sayHere } from './network-desk.ts';

/**
 * Somebody types a code where they are alone with the companion: they take up the role it is for, and have their desk here from now on.
 * Nothing when it is no code, or one for the team that they are in: that is the team's matter.
 */
export async function takeRoleCode(
  needs: Needs,
  tx: Tx,
  incoming: Incoming & { kind: 'message' },
  at: AtDesk,
  now: Date,
): Promise<Dealt | undefined> {
  if (at.place.kind !== 'direct') return undefined;
  const given = codeIn(incoming.text);
  if (!given) return undefined;
  const found = await lookUpCode(tx, incoming.sender, given.code, now);
  if (!found.ok) {
    // Among other words it may be an answer of their team.
    if (!given.alone && at.teams.length > 0) return undefined;
    await addGuess(tx, incoming.sender, now);
    return sayHere(tx, at, { kind: 'code-refused', phrase: `code.${found.why}` }, needs, now);
  }
  const { invitation } = found;
  const { role, network } = invitation;
  if (role === undefined)
    return at.teams.length > 0 ? undefined : sayHere(tx, at, { kind: 'code-refused', phrase: 'code.for-team' }, needs, now);
  const { guest } = await findOneself(tx, at.person);
  if (guest || incoming.sender.guest) return sayHere(tx, at, { kind: 'code-refused', phrase: 'code.no-guests' }, needs, now);
  if (!(await takeUse(tx, invitation.id, now)))
    return sayHere(tx, at, { kind: 'code-refused', phrase: 'code.used-up' }, needs, now);
  const has = at.offices.networks.some(({ id, roles }) => id === network && roles.includes(role));
  // What is needed of the invitation is done while it may still be reached.
  if (has) await giveBackUse(tx, invitation.id);
  await enter(tx, { kind: 'network', network, person: at.person });
  const isNew = !has && (await addRole(tx, network, at.person, role, now));
  await setDesk(tx, at.person, at.channel.id, now);
  if (isNew)
    await addAudit(
      tx,
      { what: 'role-given', person: at.person, networkId: network, details: { role, invitation: invitation.id } },
      now,
    );
  const desk = { words: needs.wording[at.language], language: at.language, network, name: invitation.networkName };
  return sayHere(tx, at, roleGiven(desk, role, isNew), needs, now);
}
