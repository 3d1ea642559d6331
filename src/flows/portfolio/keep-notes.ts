import { notesMessage } from '../../core/portfolio/team-card.ts';
import { enter } from '../../store/database.ts';
import { addNote, notesOf } from '../../store/private-notes.ts';
import { type Accompanied, type Desk, postHere, sayHere } from './desk.ts';

const mostCharacters = 4000;

/** Keeps a note that nobody but its author reads, until they pass the team on and had marked it for that. */
export async function keepNote(
  desk: Desk,
  team: Accompanied,
  { words, handsOver }: { words: string; handsOver: boolean },
): Promise<void> {
  const { needs, tx, at, now, look } = desk;
  await enter(tx, { kind: 'portfolio', person: at.person, structures: [team.structureId] });
  const note = {
    id: needs.newId(),
    structureId: team.structureId,
    person: at.person,
    words: words.slice(0, mostCharacters),
    handsOver,
  };
  await addNote(tx, note, now);
  await sayHere(desk, 'note-kept', look.words('portfolio.note-kept', { team: team.name, over: String(handsOver) }));
}

export async function showNotes(desk: Desk, team: Accompanied): Promise<void> {
  const { tx, at, look } = desk;
  await enter(tx, { kind: 'portfolio', person: at.person, structures: [team.structureId] });
  const notes = await notesOf(tx, at.person, team.structureId);
  await postHere(desk, notesMessage(team.name, notes, look));
}
