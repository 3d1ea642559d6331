import { sql } from 'kysely';
import type { PrivateNote } from '../core/portfolio/team-card.ts';
import type { Tx } from './database.ts';

/** Keeps a note about a team. The work must be in its author's name: nobody else ever reads it. */
export async function addNote(
  tx: Tx,
  note: { id: string; structureId: string; person: string; words: string; handsOver: boolean },
  now: Date,
): Promise<void> {
  await tx
    .insertInto('private_notes')
    .values({
      id: note.id,
      structure_id: note.structureId,
      person_id: note.person,
      words: note.words,
      hands_over: note.handsOver,
      written_at: now,
    })
    .execute();
}

/** The notes that the one who acts wrote about a team, or took over with it, the newest first. */
export async function notesOf(tx: Tx, person: string, structureId: string): Promise<PrivateNote[]> {
  const rows = await tx
    .selectFrom('private_notes')
    .select(['id', 'words', 'hands_over', 'from_name', 'written_at'])
    .where('person_id', '=', person)
    .where('structure_id', '=', structureId)
    .orderBy('written_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    words: row.words,
    handsOver: row.hands_over,
    ...(row.from_name && { from: row.from_name }),
    at: row.written_at,
  }));
}

/** Gives the notes that their author marked for it to the colleague who took the team over. They keep their day and say whom they are from. */
export async function takeNotesOver(
  tx: Tx,
  { structureId, from, fromName, to }: { structureId: string; from: string; fromName: string; to: string },
): Promise<number> {
  const { rows } = await sql`
    insert into private_notes (id, structure_id, person_id, words, hands_over, from_name, written_at)
    select gen_random_uuid(), structure_id, ${to}, words, false, ${fromName}, written_at from private_notes
    where structure_id = ${structureId} and person_id = ${from} and hands_over
    returning id`.execute(tx);
  return rows.length;
}
