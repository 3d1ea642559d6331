import type { FileFailure } from '../files.ts';
import { memberOf, pathOf, type PersonId, stateOf } from './evaluation.ts';
import { recheckResting, refreshCard } from './moving.ts';
import { aside, message, text } from './say.ts';
import type { TurnDraft } from './turn.ts';

export interface LostFile {
  file: string;
  name: string;
  /** Who posted it. */
  person: PersonId;
  why: FileFailure;
}

/** An answer that rests on a file which never came is to be looked at again, and whoever posted it hears why, once and alone. */
export function loseFile(t: TurnDraft, { file, name, person, why }: LostFile): void {
  for (const question of pathOf(t.evaluation, t.scene.method)) {
    const value = stateOf(t.evaluation, question.id).answer?.value;
    if (value?.type !== 'files' || !value.files.some((each) => each.id === file)) continue;
    t.change({ change: 'question-set', question: question.id, set: { recheck: true, recheckBecause: null } });
    refreshCard(t, question);
    recheckResting(t, question);
  }
  t.change({ change: 'noted', what: 'file-failed', by: person, details: { file, why } });
  const language = memberOf(t.evaluation, person)?.language ?? t.language;
  const words = t.scene.wording[language];
  t.post(
    { to: 'person', person },
    message('file-failed', language, [text(words(`file.${why}`, { name })), aside(words('file.again'))]),
  );
}
