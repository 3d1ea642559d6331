import type { Fields } from '../../core/incoming.ts';
import { isAnimator, type Role } from '../../core/joining/desk-messages.ts';
import {
  codeCard,
  invitable,
  invitationsCard,
  inviteCard,
  inviteDefaults,
  noChoice,
} from '../../core/joining/invitation-messages.ts';
import { addAudit } from '../../store/audit.ts';
import { newCode } from '../../store/codes.ts';
import { addInvitation, invitationsOf, type OpenInvitation, renewInvitation, revokeInvitation } from '../../store/invitations.ts';
import { cohortsOf } from '../../store/networks.ts';
import type { Dealt } from '../receive.ts';
import { dayFor, type NetworkTurn, say } from './network-desk.ts';

const dayMs = 24 * 3_600_000;
const longestLabel = 120;

/** The form for an invitation, with the cohorts and the accompaniers there are. */
export async function showInvite(turn: NetworkTurn): Promise<Dealt> {
  if (invitable(turn.desk).length === 0) return say(turn, { kind: 'desk-note', phrase: 'fed.not-yours' });
  const cohorts = await cohortsOf(turn.tx, turn.desk.network);
  return say(turn, inviteCard(turn.desk, { cohorts, accompaniers: accompaniersIn(turn) }));
}

const accompaniersIn = ({ people }: NetworkTurn) => people.filter(({ role }) => role === 'accompanier');

const one = (value: string | string[] | undefined): string => (Array.isArray(value) ? (value[0] ?? '') : (value ?? '')).trim();

/** Makes an invitation and shows its code, this once. An accompanier invites teams of their own, and nobody else. */
export async function invite(turn: NetworkTurn, fields: Fields): Promise<Dealt> {
  const { desk, needs, tx, now, at } = turn;
  const { words } = desk;
  const whom = one(fields['for']) || 'structure';
  const role = invitable(desk).find((each) => each === whom);
  if (role === undefined) return say(turn, { kind: 'desk-note', phrase: 'fed.not-yours' });
  const errors: Record<string, string> = {};
  const label = one(fields['label']).replaceAll(/\s+/gu, ' ').slice(0, longestLabel);
  if (label === '') errors['label'] = words('start.needed');
  const number = (id: 'uses' | 'days', most: number, otherwise: number): number => {
    const typed = one(fields[id]);
    const read = typed === '' ? otherwise : Number(typed);
    if (!Number.isInteger(read) || read < 1 || read > most) errors[id] = words('fed.number', { most });
    return read;
  };
  const uses = number('uses', inviteDefaults.mostUses, role === 'structure' ? inviteDefaults.structureUses : 1);
  const days = number('days', inviteDefaults.mostDays, inviteDefaults.days);
  const ofTeams = role === 'structure';
  const chosen = (id: string): string => (one(fields[id]) === noChoice ? '' : one(fields[id]));
  const cohort = chosen('cohort');
  if (cohort !== '' && !(await cohortsOf(tx, desk.network)).some(({ id }) => id === cohort)) errors['cohort'] = words('fed.gone');
  const named = isAnimator(desk) ? chosen('accompanier') : at.person;
  if (named !== '' && ofTeams && !accompaniersIn(turn).some(({ person }) => person === named))
    errors['accompanier'] = words('fed.gone');
  if (Object.keys(errors).length > 0) return { fresh: true, readings: [], formErrors: errors };
  const code = newCode(needs.newId);
  const expiresAt = new Date(now.getTime() + days * dayMs);
  await addInvitation(
    tx,
    {
      network: desk.network,
      code,
      role: role === 'structure' ? undefined : role,
      label,
      uses,
      expiresAt,
      cohort: ofTeams && cohort !== '' ? cohort : undefined,
      accompanier: ofTeams && named !== '' ? named : undefined,
      by: at.person,
    },
    now,
  );
  await note(turn, 'invited', { for: whom, uses, days });
  return say(
    turn,
    codeCard(desk, { code, role: role === 'structure' ? undefined : role, label, uses, until: dayFor(turn, expiresAt) }),
  );
}

const note = ({ tx, at, desk, now }: NetworkTurn, what: string, details: object): Promise<void> =>
  addAudit(tx, { what, person: at.person, networkId: desk.network, details }, now);

/** Those one may see: an animator all, an accompanier their own. */
const listed = ({ tx, desk, at, now }: NetworkTurn): Promise<OpenInvitation[]> =>
  invitationsOf(tx, desk.network, now, isAnimator(desk) ? {} : { by: at.person });

export async function showInvitations(turn: NetworkTurn): Promise<Dealt> {
  if (invitable(turn.desk).length === 0) return say(turn, { kind: 'desk-note', phrase: 'fed.not-yours' });
  const invitations = (await listed(turn)).map(({ expiresAt, ...rest }) => ({
    ...rest,
    ...(expiresAt && { until: dayFor(turn, expiresAt) }),
    isOver: expiresAt !== undefined && expiresAt <= turn.now,
  }));
  return say(turn, invitationsCard(turn.desk, invitations));
}

/** Revokes an invitation, or makes another code for it. `which` is its id, or its number in the list. */
export async function changeInvitation(turn: NetworkTurn, what: 'revoke' | 'resend', which: string | number): Promise<Dealt> {
  const { desk, needs, tx, now } = turn;
  const invitations = await listed(turn);
  const meant = typeof which === 'number' ? invitations[which - 1] : invitations.find(({ id }) => id === which);
  if (!meant) return say(turn, { kind: 'desk-note', phrase: 'fed.gone' });
  if (what === 'revoke') {
    await revokeInvitation(tx, desk.network, meant.id, now);
    await note(turn, 'invitation-revoked', { invitation: meant.id });
    return say(turn, { kind: 'desk-note', phrase: 'fed.revoked', values: { label: meant.label } });
  }
  const code = newCode(needs.newId);
  const expiresAt = new Date(now.getTime() + inviteDefaults.days * dayMs);
  await renewInvitation(tx, desk.network, meant.id, { code, expiresAt });
  await note(turn, 'invitation-resent', { invitation: meant.id });
  const role: Role | undefined = meant.role;
  const uses = meant.usesLeft === undefined ? undefined : Math.max(1, meant.usesLeft);
  return say(turn, codeCard(desk, { code, role, label: meant.label, uses, until: dayFor(turn, expiresAt) }));
}
