import type { AnswerValue } from '../../answer.ts';
import type { Question } from '../../method.ts';
import { changeGroup, newGroup } from '../correcting.ts';
import { authorsOf, type Contribution, type HowKept, stateOf } from '../evaluation.ts';
import { recheckResting } from '../moving.ts';
import type { TurnDraft } from '../turn.ts';

/** What waits beside the answer. */
export const beside = (t: TurnDraft, question: Question): Contribution[] =>
  stateOf(t.evaluation, question.id).contributions.filter((each) => each.state === 'beside');

/** What the answer is made of. */
export const kept = (t: TurnDraft, question: Question): Contribution[] =>
  stateOf(t.evaluation, question.id).contributions.filter((each) => each.state === 'kept');

/** What is kept now becomes the answer in this way; what rests on it is to be looked at again. */
export function keepAs(t: TurnDraft, question: Question, how: HowKept, value: AnswerValue): void {
  const from = kept(t, question);
  const { person } = t.scene.by;
  const isFirst = stateOf(t.evaluation, question.id).answer === undefined;
  t.change(
    {
      change: 'answer-kept',
      question: question.id,
      // With no answer before it, there is nothing that it replaces or that undoing could bring back.
      how: isFirst ? 'kept' : how,
      value,
      by: person,
      from: from.map((each) => each.id),
      authors: authorsOf(from),
    },
    { change: 'question-set', question: question.id, set: { recheck: false, recheckBecause: null } },
  );
  recheckResting(t, question);
  const group = newGroup(question, value);
  if (group && group !== t.evaluation.group) changeGroup(t, group);
}
