import type { Question } from '../../method.ts';
import { nameOf, stateOf } from '../evaluation.ts';
import { nothingWaits } from '../explaining.ts';
import { shownValue } from '../question-card.ts';
import { button, enumerate, message, quote, text } from '../say.ts';
import type { TurnDraft } from '../turn.ts';

/** What changes something, and can no longer once the evaluation has ended. */
export const overAtEnd = new Set(
  'answer choose correct skip not-yet not-for-us take-up still-true reopen reword confirm keep-masked pause pause-open undo'.split(
    ' ',
  ),
);

/** What would be decided about something else than was shown. Words are never refused: they become a contribution. */
export const deciding = new Set('skip not-yet not-for-us take-up still-true reopen withdraw undo'.split(' '));

/** What happened meanwhile, told to the one who pressed. */
export function stale(t: TurnDraft, question: Question | undefined): void {
  const state = question && stateOf(t.evaluation, question.id);
  if (!question || !state?.answer) {
    nothingWaits(t);
    return;
  }
  const names = enumerate(
    t.ownWords,
    state.answer.authors.map((person) => nameOf(t.evaluation, person)),
  );
  t.post(
    t.aside,
    message(
      'stale',
      t.scene.by.language,
      [text(t.ownWords('stale.meanwhile', { name: names })), quote(shownValue(state.answer.value, question, t.language))],
      {
        about: { question: question.id, version: state.version },
        actions: [button(t.ownWords, 'correct')],
      },
    ),
  );
}
