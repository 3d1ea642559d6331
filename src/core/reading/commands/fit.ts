import { readAnswer } from '../../answer.ts';
import type { CommandContext } from '../../commands.ts';
import type { Question } from '../../method.ts';

/** Whether a text can be read as an answer to the question at hand. */
export function fits(context: CommandContext, text: string): boolean {
  return context.question !== undefined && readAnswer(context.question, text, context).ok;
}

/** A number, a date, a choice or a file is asked for: what is none of them cannot be the answer. */
export const isTyped = (question: Question | undefined): boolean =>
  question !== undefined && !question.type.endsWith('-text') && question.type !== 'list';

/** Words are asked for, in a text or a list. */
export const isOpenAnswer = (question: Question | undefined): boolean => question !== undefined && !isTyped(question);
