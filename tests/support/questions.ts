import { questionsOf, type Question, type QuestionId } from '../../src/core/method.ts';
import { content } from './content.ts';

const [method] = content.methods;

/** The questions of the shipped method, in order. */
export const questions = new Map((method ? questionsOf(method) : []).map((question) => [question.id, question]));

/** A question by its id; a test that asks for another one is wrong. */
export function aQuestion(id: QuestionId): Question {
  const found = questions.get(id);
  if (!found) throw new Error(`There is no question ${id} in the shipped method.`);
  return found;
}
