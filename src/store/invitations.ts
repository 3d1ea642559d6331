import { sql } from 'kysely';
import type { Sender } from '../core/incoming.ts';
import { mustWait } from './code-guesses.ts';
import { hashOfCode } from './codes.ts';
import type { Tx } from './database.ts';
import type { NetworkRole } from './desks.ts';

/** A code that lets people in. Only the hash of it is kept. */
export interface Invitation {
  id: string;
  network: string;
  networkName: string;
  cohort?: string;
  /** Who accompanies the structures that come with it. */
  accompanier?: string;
  /** For a person; without one it is for structures. */
  role?: NetworkRole;
  label: string;
  /** How often it may still be used; without a number as often as one likes. */
  usesLeft?: number;
  expiresAt?: Date;
}

/** Why a code opens nothing. The phrase `code.<why>` says it. */
export type CodeFault = 'unknown' | 'expired' | 'used-up' | 'revoked' | 'too-many';

export type LookedUp = { ok: true; invitation: Invitation } | { ok: false; why: CodeFault };

/** The invitation behind a code that somebody typed. Asked in routing. Whoever guessed too often is told to wait, whatever they type. */
export async function lookUpCode(tx: Tx, sender: Sender, code: string, now: Date): Promise<LookedUp> {
  if (await mustWait(tx, sender, now)) return { ok: false, why: 'too-many' };
  await present(tx, code);
  const row = await tx
    .selectFrom('invitations as i')
    .innerJoin('networks as n', 'n.id', 'i.network_id')
    .select([
      'i.id',
      'i.network_id',
      'n.name',
      'i.cohort_id',
      'i.accompanier_id',
      'i.role',
      'i.label',
      'i.uses_left',
      'i.expires_at',
      'i.revoked_at',
    ])
    .where('i.code_hash', '=', hashOfCode(code))
    .executeTakeFirst();
  if (!row) return { ok: false, why: 'unknown' };
  if (row.revoked_at) return { ok: false, why: 'revoked' };
  if (row.expires_at && row.expires_at <= now) return { ok: false, why: 'expired' };
  if (row.uses_left !== null && row.uses_left <= 0) return { ok: false, why: 'used-up' };
  return {
    ok: true,
    invitation: {
      id: row.id,
      network: row.network_id,
      networkName: row.name,
      label: row.label,
      ...(row.cohort_id && { cohort: row.cohort_id }),
      ...(row.accompanier_id && { accompanier: row.accompanier_id }),
      ...(row.role && { role: row.role as NetworkRole }),
      ...(row.uses_left !== null && { usesLeft: row.uses_left }),
      ...(row.expires_at && { expiresAt: row.expires_at }),
    },
  };
}

/** Whether a code is an invitation's, still good or not. Asked in routing or in a structure's own work. */
export async function isInvitation(tx: Tx, code: string): Promise<boolean> {
  await present(tx, code);
  const row = await tx.selectFrom('invitations').select('id').where('code_hash', '=', hashOfCode(code)).executeTakeFirst();
  return row !== undefined;
}

/** The database shows the invitation of this code, and no other, until the transaction ends. */
async function present(tx: Tx, code: string): Promise<void> {
  await sql`select set_config('vises.code', ${hashOfCode(code)}, true)`.execute(tx);
}

/** Takes one use of an invitation that was looked up in this transaction. False when it was the last, revoked or over meanwhile. */
export async function takeUse(tx: Tx, invitation: string, now: Date): Promise<boolean> {
  const { rows } = await sql`
    update invitations set uses_left = uses_left - 1
    where id = ${invitation} and revoked_at is null and (uses_left is null or uses_left > 0) and (expires_at is null or expires_at > ${now})
    returning id`.execute(tx);
  return rows.length > 0;
}

/** A use that was taken in this transaction, and that was not needed. */
export async function giveBackUse(tx: Tx, invitation: string): Promise<void> {
  await sql`update invitations set uses_left = uses_left + 1 where id = ${invitation}`.execute(tx);
}

export interface NewInvitation {
  network: string;
  code: string;
  role?: NetworkRole | undefined;
  label: string;
  uses?: number | undefined;
  expiresAt: Date;
  cohort?: string | undefined;
  accompanier?: string | undefined;
  /** Absent when an operator made it. */
  by?: string | undefined;
}

/** A new invitation. The work is the network's. */
export async function addInvitation(tx: Tx, invitation: NewInvitation, now: Date): Promise<void> {
  const { network, code, role, label, uses, expiresAt, cohort, accompanier, by } = invitation;
  await tx
    .insertInto('invitations')
    .values({
      network_id: network,
      code_hash: hashOfCode(code),
      role: role ?? null,
      label,
      uses: uses ?? null,
      uses_left: uses ?? null,
      expires_at: expiresAt,
      cohort_id: cohort ?? null,
      accompanier_id: accompanier ?? null,
      made_by: by ?? null,
      created_at: now,
    })
    .execute();
}

export interface OpenInvitation {
  id: string;
  role?: NetworkRole;
  label: string;
  cohort?: string;
  uses?: number;
  usesLeft?: number;
  expiresAt?: Date;
}

/** The invitations of a network that still let somebody in, or whose time is over since less than a month, oldest first. `by`: of theirs alone. */
export async function invitationsOf(
  tx: Tx,
  network: string,
  now: Date,
  { by }: { by?: string | undefined } = {},
): Promise<OpenInvitation[]> {
  const monthAgo = new Date(now.getTime() - 30 * 24 * 3_600_000);
  let finding = tx
    .selectFrom('invitations as i')
    .leftJoin('cohorts as c', 'c.id', 'i.cohort_id')
    .select(['i.id', 'i.role', 'i.label', 'c.name as cohort', 'i.uses', 'i.uses_left', 'i.expires_at'])
    .where('i.network_id', '=', network)
    .where('i.revoked_at', 'is', null)
    .where((where) => where.or([where('i.expires_at', 'is', null), where('i.expires_at', '>', monthAgo)]))
    .orderBy('i.created_at')
    .orderBy('i.id');
  if (by !== undefined) finding = finding.where('i.made_by', '=', by);
  const rows = await finding.execute();
  return rows.map((row) => ({
    id: row.id,
    label: row.label,
    ...(row.role && { role: row.role as NetworkRole }),
    ...(row.cohort !== null && { cohort: row.cohort }),
    ...(row.uses !== null && { uses: row.uses }),
    ...(row.uses_left !== null && { usesLeft: row.uses_left }),
    ...(row.expires_at && { expiresAt: row.expires_at }),
  }));
}

/** From now on it lets nobody in. False when it is not this network's, or was revoked before. */
export async function revokeInvitation(tx: Tx, network: string, id: string, now: Date): Promise<boolean> {
  const revoked = await tx
    .updateTable('invitations')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('network_id', '=', network)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return revoked.numUpdatedRows > 0n;
}

/** Nobody else is bound to somebody whose role has ended. */
export async function revokeInvitationsOf(tx: Tx, network: string, person: string, now: Date): Promise<void> {
  await tx
    .updateTable('invitations')
    .set({ revoked_at: now })
    .where('network_id', '=', network)
    .where((where) => where.or([where('accompanier_id', '=', person), where('made_by', '=', person)]))
    .where('revoked_at', 'is', null)
    .execute();
}

/** The same invitation by another code: the earlier one lets nobody in any more. False when it is not this network's, or was revoked. */
export async function renewInvitation(
  tx: Tx,
  network: string,
  id: string,
  { code, expiresAt }: { code: string; expiresAt: Date },
): Promise<boolean> {
  const { rows } = await sql`
    update invitations set code_hash = ${hashOfCode(code)}, expires_at = ${expiresAt}, uses_left = case when uses_left <= 0 then 1 else uses_left end
    where id = ${id} and network_id = ${network} and revoked_at is null returning id`.execute(tx);
  return rows.length > 0;
}
