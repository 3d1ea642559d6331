import type { Move } from '../core/method-changes/move.ts';
import type { Tx } from './database.ts';
import { asJson } from './json.ts';

/** An evaluation's way to another version, if there is or was one. As its structure's work, with the evaluation locked. */
export async function findMove(tx: Tx, evaluationId: string): Promise<Move | undefined> {
  const row = await tx
    .selectFrom('method_moves')
    .select(['from_version', 'to_version', 'state', 'decisions', 'changed'])
    .where('evaluation_id', '=', evaluationId)
    .executeTakeFirst();
  return (
    row && {
      from: row.from_version,
      to: row.to_version,
      state: row.state as Move['state'],
      decisions: row.decisions as unknown as Move['decisions'],
      changed: row.changed as unknown as Move['changed'],
    }
  );
}

export async function saveMove(
  tx: Tx,
  { structureId, evaluationId }: { structureId: string; evaluationId: string },
  move: Move,
  now: Date,
): Promise<void> {
  const row = {
    structure_id: structureId,
    from_version: move.from,
    to_version: move.to,
    state: move.state,
    decisions: asJson(move.decisions),
    changed: asJson(move.changed),
    at: now,
  };
  await tx
    .insertInto('method_moves')
    .values({ evaluation_id: evaluationId, ...row })
    .onConflict((conflict) => conflict.column('evaluation_id').doUpdateSet(row))
    .execute();
}

/** The version that an evaluation follows from now on. */
export async function followVersion(tx: Tx, evaluationId: string, version: string): Promise<void> {
  await tx.updateTable('evaluations').set({ method_version: version }).where('id', '=', evaluationId).execute();
}
