import type { Evaluation } from '../evaluation/evaluation.ts';
import { stateOf } from '../evaluation/evaluation.ts';
import { findQuestion, type Method, type Question, type QuestionId, questionsFor, questionsOf } from '../method.ts';
import { isSame } from '../same.ts';

/**
 * What a new version of a method changes for one evaluation that has answers.
 *
 * - `reworded`: the question says it in other words · `reshaped`: it takes another kind of answer, or has other options
 * - `gone`: it is not asked any more; its answer stays in the history and in no new text
 */
export interface MethodChange {
  what: 'reworded' | 'reshaped' | 'gone';
  question: QuestionId;
}

/** The changes that touch what this team has said, in the order of its path; and how many new questions it will meet. */
export interface MethodChanges {
  touching: MethodChange[];
  fresh: number;
}

/** Compares the version an evaluation follows with another one. Wording that touches no answer is not in it: it simply counts from then on. */
export function changesFor(evaluation: Evaluation, from: Method, to: Method): MethodChanges {
  const { path, group } = evaluation;
  const before = questionsFor(from, path, group);
  const after = questionsFor(to, path, group);
  const hasWords = ({ id }: Question): boolean => {
    const { answer, contributions } = stateOf(evaluation, id);
    return answer !== undefined || contributions.some(({ state }) => state === 'differs');
  };
  const touching = before.filter(hasWords).flatMap((old): MethodChange[] => {
    const next = after.find(({ id }) => id === old.id);
    if (!next) return [{ what: 'gone', question: old.id }];
    if (isReshaped(old, next)) return [{ what: 'reshaped', question: old.id }];
    return isSame(old.ask, next.ask) && isSame(old.hint, next.hint) ? [] : [{ what: 'reworded', question: old.id }];
  });
  return { touching, fresh: after.filter(({ id }) => !before.some((old) => old.id === id)).length };
}

const isReshaped = (old: Question, next: Question): boolean =>
  old.type !== next.type ||
  old.items !== next.items ||
  !isSame(old.options?.map(({ value }) => value) ?? [], next.options?.map(({ value }) => value) ?? []) ||
  !isSame(old.number ?? null, next.number ?? null);

/** How two versions differ, in counts, for whoever publishes one. */
export interface Difference {
  reworded: number;
  reshaped: number;
  fresh: number;
  gone: number;
}

export function differenceOf(from: Method, to: Method): Difference {
  const pairs = questionsOf(to).flatMap((next) => {
    const old = findQuestion(from, next.id);
    return old ? [{ old, next }] : [];
  });
  const reshaped = pairs.filter(({ old, next }) => isReshaped(old, next));
  return {
    reshaped: reshaped.length,
    reworded: pairs.filter((pair) => !reshaped.includes(pair) && !isSame(pair.old, pair.next)).length,
    fresh: questionsOf(to).length - pairs.length,
    gone: questionsOf(from).filter(({ id }) => !findQuestion(to, id)).length,
  };
}
