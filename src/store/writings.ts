import { sql } from 'kysely';
import type { WritingCost } from '../core/writing/writing.ts';
import type { Tx } from './database.ts';
import type { Owner } from './drafts.ts';

/** A text that somebody asked a model to write. */
export interface AskedWriting {
  id: string;
  evaluationId: string;
  draftId: string;
  askedBy: string | undefined;
  /** How often the work on it was begun. */
  tries: number;
}

/** False when the structure already waits for one: then nothing is added. */
export async function addWriting(
  tx: Tx,
  owner: Owner,
  { id, draft, by }: { id: string; draft: string; by: string },
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    insert into writings (id, structure_id, evaluation_id, draft_id, asked_by, asked_at)
    values (${id}, ${owner.structureId}, ${owner.evaluationId}, ${draft}, ${by}, ${now})
    on conflict (structure_id) where state = 'asked' do nothing returning id`.execute(tx);
  return rows.length > 0;
}

/** The text is still waited for, and this is one more try; nothing when it is not. The evaluation must be locked. */
export async function beginWriting(tx: Tx, id: string): Promise<AskedWriting | undefined> {
  const row = await tx
    .updateTable('writings')
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'asked')
    .returning(['id', 'evaluation_id', 'draft_id', 'asked_by', 'tries'])
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      evaluationId: row.evaluation_id,
      draftId: row.draft_id,
      askedBy: row.asked_by ?? undefined,
      tries: row.tries,
    }
  );
}

/** Whose evaluation it belongs to, while it is waited for. */
export const evaluationOfWriting = async (tx: Tx, id: string): Promise<string | undefined> =>
  (await tx.selectFrom('writings').select('evaluation_id').where('id', '=', id).where('state', '=', 'asked').executeTakeFirst())
    ?.evaluation_id;

/** It is over, in one way or another. False when it was already. */
export async function endWriting(
  tx: Tx,
  which: { id: string } | { draft: string },
  outcome: { state: 'written' | 'failed' | 'dropped'; because?: string },
  now: Date,
): Promise<boolean> {
  const ended = await tx
    .updateTable('writings')
    .set({ state: outcome.state, because: outcome.because ?? null, ended_at: now })
    .where((eb) => ('id' in which ? eb('id', '=', which.id) : eb('draft_id', '=', which.draft)))
    .where('state', '=', 'asked')
    .returning('id')
    .execute();
  return ended.length > 0;
}

/** The texts that have been waited for since before a moment: an operator's look, without their words. */
export async function overdueWritings(tx: Tx, before: Date, most: number): Promise<{ id: string; structureId: string }[]> {
  const rows = await tx
    .selectFrom('writings')
    .select(['id', 'structure_id'])
    .where('state', '=', sql.lit('asked'))
    .where('asked_at', '<', before)
    .orderBy('asked_at')
    .limit(most)
    .execute();
  return rows.map((row) => ({ id: row.id, structureId: row.structure_id }));
}

/** Tokens that a structure used on a day of its own time zone, in and out together. */
export async function tokensUsed(tx: Tx, structureId: string, day: string): Promise<number> {
  const { rows } = await sql<{ used: string }>`
    select coalesce(sum(tokens_in + tokens_out), 0) as used from model_use where structure_id = ${structureId} and day = ${day}::date`.execute(
    tx,
  );
  return Number(rows[0]?.used ?? 0);
}

export async function addUse(tx: Tx, structureId: string, day: string, cost: WritingCost): Promise<void> {
  if (cost.calls === 0) return;
  await sql`
    insert into model_use as u (structure_id, day, calls, tokens_in, tokens_out)
    values (${structureId}, ${day}::date, ${cost.calls}, ${cost.tokensIn}, ${cost.tokensOut})
    on conflict (structure_id, day) do update set calls = u.calls + excluded.calls,
      tokens_in = u.tokens_in + excluded.tokens_in, tokens_out = u.tokens_out + excluded.tokens_out`.execute(tx);
}
