import { sql } from 'kysely';
import type { Tx } from './database.ts';

/** What a team lets its accompanier see and decide at a moment. */
export interface Grants {
  /** Its answers, its contributions and its texts. */
  content: boolean;
  /** The answers to private questions too. */
  fearsAndLimits: boolean;
  /** Their yes is needed for its texts too. */
  approvesTexts: boolean;
}

/** What the team of an evaluation grants its accompanier now. */
export async function grantsOf(tx: Tx, evaluationId: string, now: Date): Promise<Grants> {
  const { rows } = await sql<{ kind: string }>`
    select distinct kind from grants
    where evaluation_id = ${evaluationId} and from_at <= ${now} and (until_at is null or until_at > ${now})`.execute(tx);
  const has = (kind: string): boolean => rows.some((row) => row.kind === kind);
  return { content: has('content'), fearsAndLimits: has('fears-and-limits'), approvesTexts: has('approves-texts') };
}
