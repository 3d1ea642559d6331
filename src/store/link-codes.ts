import type { PlatformName } from '../core/incoming.ts';
import { codeMinutes } from '../core/links.ts';
import { hashOfCode, newCode } from './codes.ts';
import type { Tx } from './database.ts';
import type { User } from './people.ts';

/** A code that counts: made, not over, not used. */
export interface LiveCode {
  id: string;
  kind: 'account' | 'mirror';
  /** Who made it, and with which of their accounts. */
  person: string;
  user: User;
  /** Of a mirror: whose evaluation it is. */
  structureId?: string;
  evaluationId?: string;
  /** Who typed it, and has not said yes yet. */
  typedBy?: string;
}

const minuteMs = 60_000;

/**
 * Makes a code that counts for a quarter of an hour and once. The one that this person made before for the same thing counts no more.
 * Access: routing; for a channel the structure's own work too.
 */
export async function makeCode(
  tx: Tx,
  made: { newId: () => string; person: string; user: User; of?: { structureId: string; evaluationId: string } },
  now: Date,
): Promise<string> {
  const { newId, person, user, of } = made;
  const kind = of ? 'mirror' : 'account';
  await tx
    .deleteFrom('link_codes')
    .where('person_id', '=', person)
    .where('kind', '=', kind)
    .where('used_at', 'is', null)
    .execute();
  const code = newCode(newId);
  await tx
    .insertInto('link_codes')
    .values({
      id: newId(),
      code_hash: hashOfCode(code),
      kind,
      person_id: person,
      platform: user.platform,
      workspace: user.workspace,
      user_key: user.user,
      structure_id: of?.structureId ?? null,
      evaluation_id: of?.evaluationId ?? null,
      made_at: now,
      expires_at: new Date(now.getTime() + codeMinutes * minuteMs),
    })
    .execute();
  return code;
}

/** A code that somebody typed, held until the transaction ends. One that somebody else typed before counts for that one alone. */
export async function lockCode(
  tx: Tx,
  code: string,
  kind: LiveCode['kind'],
  person: string,
  now: Date,
): Promise<LiveCode | undefined> {
  const row = await live(tx, kind, now).where('code_hash', '=', hashOfCode(code)).forUpdate().executeTakeFirst();
  return row && (row.typed_by === null || row.typed_by === person) ? codeOf(row) : undefined;
}

/** The code that waits for this person's yes, held until the transaction ends. */
export async function lockTypedCode(tx: Tx, person: string, now: Date, id?: string): Promise<LiveCode | undefined> {
  let waiting = live(tx, 'account', now).where('typed_by', '=', person);
  if (id !== undefined) waiting = waiting.where('id', '=', id);
  const row = await waiting.orderBy('made_at', 'desc').limit(1).forUpdate().executeTakeFirst();
  return row && codeOf(row);
}

export async function markTyped(tx: Tx, id: string, person: string | null): Promise<void> {
  await tx.updateTable('link_codes').set({ typed_by: person }).where('id', '=', id).execute();
}

export async function markUsed(tx: Tx, id: string, person: string, now: Date): Promise<void> {
  await tx.updateTable('link_codes').set({ typed_by: person, used_at: now }).where('id', '=', id).execute();
}

/** Codes that are over, and guesses nobody counts any more. Gives back how many went. Access: routing. */
export async function forgetCodes(tx: Tx, before: Date): Promise<number> {
  const codes = await tx.deleteFrom('link_codes').where('expires_at', '<', before).executeTakeFirst();
  const guesses = await tx.deleteFrom('code_guesses').where('at', '<', before).executeTakeFirst();
  return Number(codes.numDeletedRows + guesses.numDeletedRows);
}

const live = (tx: Tx, kind: LiveCode['kind'], now: Date) =>
  tx.selectFrom('link_codes').selectAll().where('kind', '=', kind).where('used_at', 'is', null).where('expires_at', '>', now);

interface CodeRow {
  id: string;
  kind: string;
  person_id: string;
  platform: string;
  workspace: string;
  user_key: string;
  structure_id: string | null;
  evaluation_id: string | null;
  typed_by: string | null;
}

const codeOf = (row: CodeRow): LiveCode => ({
  id: row.id,
  kind: row.kind as LiveCode['kind'],
  person: row.person_id,
  user: { platform: row.platform as PlatformName, workspace: row.workspace, user: row.user_key },
  ...(row.structure_id && { structureId: row.structure_id }),
  ...(row.evaluation_id && { evaluationId: row.evaluation_id }),
  ...(row.typed_by && { typedBy: row.typed_by }),
});
