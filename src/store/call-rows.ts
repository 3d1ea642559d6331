import { sql } from 'kysely';
import type { Call, CallKind, CallWords } from '../core/calls/call.ts';
import type { About } from '../core/message.ts';
import type { Tx } from './database.ts';

interface Row {
  id: string;
  kind: CallKind;
  question_id: string | null;
  channel_id: string | null;
  privately: boolean;
  opened_at: Date;
  opened_by: string | null;
  taken_by: string | null;
  taken_at: Date | null;
  answered_at: Date | null;
  closed_by: string | null;
  closed_at: Date | null;
  words: { side: CallWords['side']; person_id: string | null; text: string; at: string }[] | null;
}

/** A call with its words, and the channel that it was made in. In the team's own work. */
export interface StoredCall extends Call {
  channelId?: string;
}

const select = sql`select c.id, c.kind, c.question_id, c.channel_id, c.privately, c.opened_at, c.opened_by, c.taken_by, c.taken_at, c.answered_at,
  c.closed_by, c.closed_at, (
    select json_agg(json_build_object('side', w.side, 'person_id', w.person_id, 'text', w.text, 'at', w.at) order by w.at, w.id)
    from call_words w where w.call_id = c.id and w.redacted_at is null) as words
  from calls c`;

/** The calls of an evaluation that nobody has closed, the oldest first. */
export async function openCallsOf(tx: Tx, evaluationId: string): Promise<StoredCall[]> {
  const { rows } = await sql<Row>`${select} where c.evaluation_id = ${evaluationId} and c.closed_at is null
    order by c.opened_at, c.id`.execute(tx);
  return rows.map(callFrom);
}

/** A call of an evaluation, open or not; nothing when it has no such call. */
export async function findCall(tx: Tx, evaluationId: string, id: string): Promise<StoredCall | undefined> {
  const { rows } = await sql<Row>`${select} where c.evaluation_id = ${evaluationId} and c.id::text = ${id}`.execute(tx);
  return rows[0] && callFrom(rows[0]);
}

/** Where these calls were made, and whether by somebody alone with the companion. */
export async function placeCalls(
  tx: Tx,
  ids: readonly string[],
  { channelId, privately }: { channelId: string; privately: boolean },
): Promise<void> {
  await tx.updateTable('calls').set({ channel_id: channelId, privately }).where('id', 'in', ids).execute();
}

/** Adds to what was said in a call. */
export async function addCallWords(tx: Tx, structureId: string, callId: string, said: CallWords): Promise<void> {
  await tx
    .insertInto('call_words')
    .values({
      call_id: callId,
      structure_id: structureId,
      person_id: said.person ?? null,
      side: said.side,
      text: said.text.toWellFormed().replaceAll('\0', ''),
      at: said.at,
    })
    .execute();
  if (said.side === 'accompanier') await tx.updateTable('calls').set({ answered_at: said.at }).where('id', '=', callId).execute();
}

/** An accompanier has it in hand. */
export async function takeCall(tx: Tx, callId: string, by: string, now: Date): Promise<void> {
  await tx
    .updateTable('calls')
    .set({ taken_by: by, taken_at: now })
    .where('id', '=', callId)
    .where('closed_at', 'is', null)
    .execute();
}

/** What somebody had in hand of a structure's open calls is free for whoever comes after them. In the team's own work. */
export async function freeCalls(tx: Tx, structureId: string, person: string): Promise<void> {
  await tx
    .updateTable('calls')
    .set({ taken_by: null, taken_at: null })
    .where('structure_id', '=', structureId)
    .where('taken_by', '=', person)
    .where('closed_at', 'is', null)
    .execute();
}

/** Closed by somebody; by nobody when the question it was about went on. */
export async function closeCalls(tx: Tx, ids: readonly string[], by: string | undefined, now: Date): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('calls')
    .set({ closed_at: now, closed_by: by ?? null })
    .where('id', 'in', ids)
    .where('closed_at', 'is', null)
    .execute();
}

/** What the companion said at somebody's desk, and about whose work. */
export interface SaidAtDesk {
  structureId: string;
  evaluationId?: string;
  slot?: string;
  about?: About;
}

/**
 * Finds again, by the platform's reference, what stands at a person's desk. Asked in routing about the one who acts, after their offices
 * were: nothing comes back of a team that they do not accompany today.
 */
export async function findSaidAtDesk(tx: Tx, channelId: string, message: string): Promise<SaidAtDesk | undefined> {
  const row = await tx
    .selectFrom('said')
    .select(['structure_id', 'evaluation_id', 'slot', 'about'])
    .where('channel_id', '=', channelId)
    .where('message_ref', '=', message)
    .where('structure_id', 'is not', null)
    .executeTakeFirst();
  if (!row?.structure_id) return undefined;
  return {
    structureId: row.structure_id,
    ...(row.evaluation_id !== null && { evaluationId: row.evaluation_id }),
    ...(row.slot !== null && { slot: row.slot }),
    ...(row.about !== null && { about: row.about as About }),
  };
}

const callFrom = (row: Row): StoredCall => ({
  id: row.id,
  kind: row.kind,
  ...(row.question_id !== null && { question: row.question_id }),
  ...(row.channel_id !== null && { channelId: row.channel_id }),
  privately: row.privately,
  openedAt: row.opened_at,
  ...(row.opened_by !== null && { openedBy: row.opened_by }),
  ...(row.taken_by !== null && row.taken_at !== null && { taken: { by: row.taken_by, at: row.taken_at } }),
  ...(row.answered_at !== null && { answeredAt: row.answered_at }),
  ...(row.closed_at !== null && { closed: { at: row.closed_at, ...(row.closed_by !== null && { by: row.closed_by }) } }),
  words: (row.words ?? []).map(({ side, person_id, text, at }) => ({
    side,
    ...(person_id !== null && { person: person_id }),
    text,
    at: new Date(at),
  })),
});
