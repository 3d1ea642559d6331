import type { Question } from '../../method.ts';
import { authorsOf, type Contribution, stateOf } from '../evaluation.ts';
import { moveOn, refreshCard } from '../moving.ts';
import { message, text } from '../say.ts';
import type { TurnDraft } from '../turn.ts';
import { offerToSettle, settled } from './card.ts';
import { keepAs } from './keeping.ts';

/** A valid end: each view stays, with its author, and reaches the texts as "views differ". */
export function differ(t: TurnDraft, question: Question, contribution: Contribution): void {
  const state = stateOf(t.evaluation, question.id);
  const views = [...state.contributions.filter((each) => each.state === 'kept' || each.state === 'differs'), contribution];
  if (authorsOf(views).length < 2) {
    t.post(t.aside, message('cannot-differ', t.scene.by.language, [text(t.ownWords('settle.two-needed'))]));
    return;
  }
  for (const view of views) {
    if (view.state !== 'differs') t.change({ change: 'contribution-settled', id: view.id, state: 'differs' });
  }
  t.change({ change: 'question-set', question: question.id, set: { status: 'differ', recheck: false, recheckBecause: null } });
  if (state.status !== 'differ') {
    t.change({ change: 'call-opened', id: t.scene.newId(), kind: 'differ', question: question.id, by: t.scene.by.person });
  }
  settled(t, question, contribution, 'differ');
  if (t.evaluation.openQuestion === question.id) moveOn(t, question);
}

/** Opens a difference again: the first view becomes the answer, the others wait beside it. */
export function reopen(t: TurnDraft, question: Question): boolean {
  const state = stateOf(t.evaluation, question.id);
  const views = state.contributions.filter((each) => each.state === 'differs' && each.value);
  const [first, ...others] = views;
  if (state.status !== 'differ' || !first?.value) return false;
  t.change({ change: 'contribution-settled', id: first.id, state: 'kept' });
  for (const other of others) t.change({ change: 'contribution-settled', id: other.id, state: 'beside' });
  t.change({ change: 'question-set', question: question.id, set: { status: 'answered' } });
  keepAs(t, question, 'replaced', first.value);
  for (const other of others) offerToSettle(t, question, other.id);
  refreshCard(t, question);
  return true;
}
