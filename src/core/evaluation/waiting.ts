import type { Method, Question, QuestionId } from '../method.ts';
import type { Block, Message } from '../message.ts';
import type { Words } from '../words.ts';
import { type Evaluation, pathOf, stateOf } from './evaluation.ts';
import { list, shorten, text } from './say.ts';

/**
 * What waits for the team's choice at one question: a change of its answer that nobody has confirmed, or words that stand beside it. Until
 * somebody chooses, the answer is what it was.
 */
export type Waiting = 'change' | 'addition';

export function waitingAt(evaluation: Evaluation, question: QuestionId): Waiting | undefined {
  const { answer, contributions } = stateOf(evaluation, question);
  if (evaluation.state === 'ended' || !answer) return undefined;
  // Asked about an answer that has changed since, it is asked anew when somebody says yes.
  const isChange = evaluation.pendings.some(
    (each) => each.question === question && each.kind === 'confirm-correction' && each.addedAt >= answer.at,
  );
  if (isChange) return 'change';
  return contributions.some(({ state, value }) => state === 'beside' && value !== undefined) ? 'addition' : undefined;
}

/** The questions at which something waits, in the order of the path. */
export const waitingQuestions = (evaluation: Evaluation, method: Method): Question[] =>
  pathOf(evaluation, method).filter(({ id }) => waitingAt(evaluation, id) !== undefined);

/** Said where somebody might go on as if it were done: at which questions a choice still waits. Nothing when none does. */
export function waitingBlocks(evaluation: Evaluation, method: Method, words: Words, language: Message['language']): Block[] {
  const waiting = waitingQuestions(evaluation, method);
  const named = list(waiting.map((question) => shorten(question.ask[language], 120)));
  return named ? [text(words('waiting.choices', { count: waiting.length })), named] : [];
}
