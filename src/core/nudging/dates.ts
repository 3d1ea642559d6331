import { addDays } from '../calendar/working-time.ts';
import { type Evaluation, pathOf, stateOf } from '../evaluation/evaluation.ts';
import type { Method, QuestionId } from '../method.ts';

/** A day that the team set for something. */
export interface DueDate {
  subject: string;
  question: QuestionId;
  /** ISO. */
  day: string;
  /** When the team set it. */
  setAt: Date;
  /** What is to be done by then; absent where the question itself says it. */
  task?: string;
  who?: string;
}

/** Reminded this many days before. */
export const daysBefore = 2;
/** A date that passed longer ago is not spoken of any more. */
export const daysAfter = 14;

/** The days that the team wrote down: of tasks and decisions, and of questions that ask for one. */
export function dueDates(evaluation: Evaluation, method: Method): DueDate[] {
  return pathOf(evaluation, method).flatMap((question): DueDate[] => {
    const { answer } = stateOf(evaluation, question.id);
    if (!answer) return [];
    const { value, at } = answer;
    if (value.type === 'date')
      return [{ subject: `due:${question.id}:${value.date}`, question: question.id, day: value.date, setAt: at }];
    if (value.type !== 'list') return [];
    return value.items.flatMap((item) =>
      item.due === undefined
        ? []
        : [
            {
              subject: `due:${item.id ?? item.text}:${item.due}`,
              question: question.id,
              day: item.due,
              setAt: at,
              task: item.task ?? item.text,
              ...(item.who && { who: item.who }),
            },
          ],
    );
  });
}

/** The last day on which a date that passed is spoken of. */
export const spokenOfUntil = ({ day }: DueDate): string => addDays(day, daysAfter);
