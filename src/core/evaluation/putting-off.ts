import type { Question } from '../method.ts';
import { stateOf } from './evaluation.ts';
import { moveOn, refreshCard } from './moving.ts';
import { aside, button, message, text } from './say.ts';
import { nothingOpen } from './explaining.ts';
import type { TurnDraft } from './turn.ts';

/** Not yet, skipped, or not for us and why. Never a fault; the question can be taken up again at any time. */
export function putOffQuestion(
  t: TurnDraft,
  question: Question | undefined,
  status: 'skipped' | 'not-yet' | 'not-for-us',
  reason?: string,
): void {
  t.read(status === 'skipped' ? 'skip' : status);
  if (!question) {
    nothingOpen(t);
    return;
  }
  const state = stateOf(t.evaluation, question.id);
  if (state.answer || state.status === 'differ') {
    t.post(
      t.aside,
      message('already-answered', t.scene.by.language, [text(t.ownWords('stale.answered'))], {
        about: { question: question.id },
        actions: [button(t.ownWords, 'correct')],
      }),
    );
    return;
  }
  t.change({ change: 'question-set', question: question.id, set: { status, reason: reason?.trim() || null } });
  if (status === 'not-for-us' && !reason?.trim()) t.await({ kind: 'reason' }, question.id);
  const { words } = t;
  t.post(
    t.here,
    message(
      status,
      t.language,
      [text(words(`put-off.${status}`)), status === 'not-for-us' && !reason?.trim() && aside(words('put-off.reason'))],
      {
        about: { question: question.id, version: stateOf(t.evaluation, question.id).version },
        actions: [button(words, 'take-up')],
      },
    ),
  );
  refreshCard(t, question);
  moveOn(t, question);
}
