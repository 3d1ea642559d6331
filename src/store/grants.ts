import { sql } from 'kysely';
import type { Tx } from './database.ts';

/** What a structure lets its accompaniers do with one evaluation, today. */
export interface Grants {
  /** They read its answers. Without it they see how far it is, and no words. */
  content: boolean;
  /** They read the answer about fears and limits too, which is private otherwise. */
  fearsAndLimits: boolean;
  /** Their yes is needed for its texts. */
  approvesTexts: boolean;
}

export const grantKinds = ['content', 'fears-and-limits', 'approves-texts'] as const;
export type GrantKind = (typeof grantKinds)[number];

/**
 * What was granted for an evaluation. Asked in the structure's own work, in its accompanier's portfolio, or in routing about the one who
 * acts and accompanies it; anybody else is told that nothing was. The private answer is never readable without the others.
 */
export async function grantsOf(tx: Tx, evaluationId: string, now: Date): Promise<Grants> {
  const rows = await tx
    .selectFrom('grants')
    .select('kind')
    .where('evaluation_id', '=', evaluationId)
    .where('from_at', '<=', now)
    .where((where) => where.or([where('until_at', 'is', null), where('until_at', '>', now)]))
    .execute();
  const kinds = new Set(rows.map(({ kind }) => kind));
  const content = kinds.has('content');
  return {
    content,
    fearsAndLimits: content && kinds.has('fears-and-limits'),
    approvesTexts: kinds.has('approves-texts'),
  };
}

/** Grants, or takes back, from this moment on. A dated row each time; what is already so stays as it is. Gives what changed. */
export async function setGrants(
  tx: Tx,
  of: { structureId: string; evaluationId: string },
  wanted: Partial<Record<GrantKind, boolean>>,
  by: string,
  now: Date,
): Promise<GrantKind[]> {
  const changed: GrantKind[] = [];
  for (const kind of grantKinds) {
    const on = wanted[kind];
    if (on === undefined) continue;
    const { rows } = on
      ? await sql`
          insert into grants (structure_id, evaluation_id, kind, granted_by, from_at)
          select ${of.structureId}, ${of.evaluationId}, ${kind}, ${by}, ${now}
          where not exists (select from grants where evaluation_id = ${of.evaluationId} and kind = ${kind} and until_at is null)
          returning id`.execute(tx)
      : await sql`
          update grants set until_at = ${now}
          where evaluation_id = ${of.evaluationId} and kind = ${kind} and until_at is null returning id`.execute(tx);
    if (rows.length > 0) changed.push(kind);
  }
  return changed;
}
