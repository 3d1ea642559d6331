import { sql } from 'kysely';
import type { Language } from '../core/language.ts';
import type { HandNudge } from '../core/portfolio/nudge.ts';
import type { Tx } from './database.ts';

/** What somebody prepared to say to a team about its open question. */
export interface PreparedNudge extends HandNudge {
  batch: string;
  state: 'prepared' | 'sent' | 'left-out';
}

export async function addPrepared(tx: Tx, person: string, batch: string, nudges: readonly HandNudge[], now: Date): Promise<void> {
  if (nudges.length === 0) return;
  await tx
    .insertInto('hand_nudges')
    .values(
      nudges.map((nudge) => ({
        id: nudge.id,
        batch_id: batch,
        structure_id: nudge.structureId,
        evaluation_id: nudge.evaluationId,
        question_id: nudge.question,
        person_id: person,
        text: nudge.text,
        language: nudge.language,
        prepared_at: now,
      })),
    )
    .execute();
}

/** A batch of the one who acts, held until the transaction ends: a second press finds what the first one made of it. */
export async function lockPrepared(tx: Tx, person: string, batch: string): Promise<PreparedNudge[]> {
  if (!/^[0-9a-f-]{36}$/.test(batch)) return [];
  const rows = await tx
    .selectFrom('hand_nudges as n')
    .innerJoin('structures as s', 's.id', 'n.structure_id')
    .select(['n.id', 'n.structure_id', 'n.evaluation_id', 'n.question_id', 'n.language', 'n.text', 'n.state', 's.name'])
    .where('n.batch_id', '=', batch)
    .where('n.person_id', '=', person)
    .orderBy('s.name')
    .orderBy('n.id')
    .forUpdate('n')
    .execute();
  return rows.map((row) => ({
    batch,
    id: row.id,
    structureId: row.structure_id,
    evaluationId: row.evaluation_id,
    question: row.question_id,
    team: row.name,
    language: row.language as Language,
    text: row.text,
    state: row.state as PreparedNudge['state'],
  }));
}

/** The newest batch that somebody prepared and neither sent nor dropped. */
export async function newestBatch(tx: Tx, person: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('hand_nudges')
    .select('batch_id')
    .where('person_id', '=', person)
    .where('state', '=', 'prepared')
    .orderBy('prepared_at', 'desc')
    .executeTakeFirst();
  return row?.batch_id;
}

export async function rewritePrepared(tx: Tx, id: string, text: string): Promise<void> {
  await tx.updateTable('hand_nudges').set({ text }).where('id', '=', id).where('state', '=', 'prepared').execute();
}

export async function settlePrepared(tx: Tx, id: string, became: { sentAt: Date; dueAt: Date } | 'left-out'): Promise<void> {
  await tx
    .updateTable('hand_nudges')
    .set(became === 'left-out' ? { state: 'left-out' } : { state: 'sent', sent_at: became.sentAt, due_at: became.dueAt })
    .where('id', '=', id)
    .execute();
}

/** When a question was last nudged by hand, whoever did it, and how often; one that the team made needless was sent, and is none. */
export async function lastNudged(tx: Tx, evaluationId: string, question: string): Promise<{ at?: Date; count: number }> {
  const { rows } = await sql<{ at: Date | null; count: number }>`
    select max(due_at) filter (where taken_back_at is null) as at, count(*)::int as count from hand_nudges
    where evaluation_id = ${evaluationId} and question_id = ${question} and state = 'sent'`.execute(tx);
  return { count: rows[0]?.count ?? 0, ...(rows[0]?.at && { at: rows[0].at }) };
}

/** How many questions a team settled since its accompanier last wrote or was told, but for those left out. Progress alone. */
export async function settledSince(
  tx: Tx,
  evaluationId: string,
  since: Date,
  { but = [] }: { but?: readonly string[] } = {},
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from question_states
    where evaluation_id = ${evaluationId} and status in ('answered', 'differ') and changed_at > ${since}
      and question_id <> all (${[...but]}::text[])`.execute(tx);
  return rows[0]?.count ?? 0;
}
