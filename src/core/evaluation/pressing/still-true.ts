import type { Question } from '../../method.ts';
import { stateOf } from '../evaluation.ts';
import { refreshCard, refreshProgress } from '../moving.ts';
import { message, text } from '../say.ts';
import type { TurnDraft } from '../turn.ts';
import { stale } from './stale.ts';

/** Somebody looked again at an answer whose ground had moved: it holds. */
export function stillTrue(t: TurnDraft, question: Question): void {
  if (!stateOf(t.evaluation, question.id).recheck) {
    stale(t, question);
    return;
  }
  t.read('answer');
  t.change(
    { change: 'question-set', question: question.id, set: { recheck: false, recheckBecause: null } },
    { change: 'noted', what: 'still-true', question: question.id, by: t.scene.by.person },
  );
  t.post(t.here, message('still-true', t.language, [text(t.words('recheck.done', { name: t.scene.by.name }))]));
  refreshCard(t, question);
  refreshProgress(t);
}
