import type { AnswerValue } from '../../answer.ts';
import type { Language } from '../../language.ts';
import type { Question } from '../../method.ts';
import { isSame } from '../../same.ts';
import { takeAnswer } from '../answering.ts';
import { correct, wantCorrection } from '../correcting.ts';
import { stateOf } from '../evaluation.ts';
import type { Pressed } from '../pressing.ts';
import { message, text } from '../say.ts';
import type { TurnDraft } from '../turn.ts';
import { stale } from './stale.ts';

/** A choice or a form. To a question answered meanwhile it is a contribution like any other: nobody's words are lost. */
export function answerOrCorrect(t: TurnDraft, question: Question, pressed: Pressed): void {
  const field = pressed.fields?.[question.id] ?? pressed.value;
  const isEmpty = field === undefined || (typeof field === 'string' ? field.trim() === '' : field.length === 0);
  if (isEmpty && pressed.files.length === 0) {
    if (pressed.action === 'correct') wantCorrection(t, question);
    else if (pressed.fields) t.formErrors = { [question.id]: t.words('misread.empty') };
    else {
      const where = t.evaluation.hearsThreads ? 'answer.write-here' : 'answer.mention-here';
      t.post(t.aside, message('write-here', t.scene.by.language, [text(t.ownWords(where))]));
    }
    return;
  }
  const value = chosen(question, field ?? '', t.language);
  const { answer } = stateOf(t.evaluation, question.id);
  // The same choice pressed twice.
  if (pressed.action !== 'correct' && value && answer?.authors.includes(t.scene.by.person) && isSame(answer.value, value)) {
    stale(t, question);
    return;
  }
  const said = {
    text: value?.text ?? (one(field) || pressed.files.map((file) => file.name).join(', ')),
    origin: pressed.fields ? ('form' as const) : ('press' as const),
    ...(value && { value }),
    ...(pressed.files.length > 0 && { files: pressed.files }),
  };
  // Corrected by others while the form was open: what was typed stands beside theirs, instead of over it.
  if (pressed.action === 'correct' && !(pressed.outdated && answer)) correct(t, question, said);
  else takeAnswer(t, question, said);
  if (pressed.action === 'correct' && !t.formErrors) closeCorrections(t, question);
}

/** The form did what a typed correction was awaited for. */
function closeCorrections(t: TurnDraft, question: Question): void {
  const mine = t.evaluation.pendings.filter((pending) => pending.kind === 'correction' && pending.person === t.scene.by.person);
  for (const pending of mine) if (pending.question === question.id) t.close(pending);
}

/** Options picked by their stored value. Anything else is read like typed words. */
export function chosen(question: Question, field: string | string[], language: Language): AnswerValue | undefined {
  const { options, exclusive = [] } = question;
  if (!options) return undefined;
  const picked = (
    Array.isArray(field) ? field : question.type === 'multiple-choice' ? field.split(',').map((each) => each.trim()) : [field]
  ).filter((each) => each !== '');
  const known = options.filter((option) => picked.includes(option.value));
  if (known.length !== picked.length || known.length === 0) return undefined;
  const text = known.map((option) => option.label[language]).join(' ; ');
  if (question.type === 'single-choice')
    return known.length === 1 ? { type: 'choice', value: known[0]?.value ?? '', text } : undefined;
  const values = known.map((option) => option.value);
  if (values.length > 1 && values.some((each) => exclusive.includes(each))) return undefined;
  return { type: 'choices', values, text };
}

/** What one field of a form holds, as a text. */
export const one = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value.join('\n') : value;
