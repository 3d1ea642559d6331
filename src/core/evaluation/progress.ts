import type { Message } from '../message.ts';
import type { Method, Question, Stage } from '../method.ts';
import type { Words } from '../words.ts';
import { type Evaluation, pathOf, stateOf, type Status } from './evaluation.ts';
import { button, list, message, shorten, text } from './say.ts';
import { waitingBlocks } from './waiting.ts';
import { writtenDate } from '../written-date.ts';

export interface Progress {
  parts: { label: string; done: number; total: number; current: boolean }[];
  done: number;
  total: number;
}

/** How many questions of each stage are settled, out of those this team meets. Counts, never a score. */
export function progressOf(evaluation: Evaluation, method: Method): Progress {
  const parts = method.stages.map((stage) => partOf(evaluation, method, stage));
  const sum = (of: 'done' | 'total'): number => parts.reduce((all, part) => all + part[of], 0);
  return { parts, done: sum('done'), total: sum('total') };
}

/** The same for one stage. */
export function partOf(evaluation: Evaluation, method: Method, stage: Stage): Progress['parts'][number] {
  const questions = pathOf(evaluation, method).filter((question) =>
    stage.steps.some((step) => step.questions.includes(question)),
  );
  const isDone = (question: Question): boolean =>
    ['answered', 'differ', 'not-for-us'].includes(stateOf(evaluation, question.id).status);
  return {
    label: stage.short[evaluation.language],
    done: questions.filter(isDone).length,
    total: questions.length,
    current: questions.some((question) => question.id === evaluation.openQuestion),
  };
}

const ofStatus = (evaluation: Evaluation, method: Method, ...statuses: Status[]): Question[] =>
  pathOf(evaluation, method).filter((question) => statuses.includes(stateOf(evaluation, question.id).status));

/** The pinned card: how far the team is. Edited in place. */
export function progressCard(evaluation: Evaluation, method: Method, words: Words): Message {
  const { language } = evaluation;
  const progress = progressOf(evaluation, method);
  const open = evaluation.openQuestion && pathOf(evaluation, method).find((question) => question.id === evaluation.openQuestion);
  return message(
    'progress',
    language,
    [
      { type: 'heading', text: words('progress.title', { structure: evaluation.structure.name }) },
      { type: 'progress', parts: progress.parts, text: inWords(progress, words) },
      evaluation.state === 'paused' ? text(pausedWords(evaluation, words)) : undefined,
      evaluation.state === 'running' && open ? text(words('progress.open', { question: open.ask[language] })) : undefined,
    ],
    {
      actions: [
        evaluation.state === 'paused' ? button(words, 'resume', { style: 'primary' }) : button(words, 'next'),
        button(words, 'status'),
        button(words, 'help'),
      ],
    },
  );
}

export const inWords = (progress: Progress, words: Words): string =>
  progress.parts.map((part) => words('progress.part', { label: part.label, done: part.done, total: part.total })).join('\n');

export const dayInWords = (day: Date, evaluation: Evaluation): string =>
  writtenDate(day, evaluation.language, { dateStyle: 'full', timeZone: evaluation.structure.timeZone });

export const pausedWords = (evaluation: Evaluation, words: Words): string =>
  evaluation.pausedUntil ? words('paused.until', { day: dayInWords(evaluation.pausedUntil, evaluation) }) : words('paused.open');

/** "Where are we": the counts, what is open, what was put off, what to look at again. */
export function statusMessage(evaluation: Evaluation, method: Method, words: Words): Message {
  const { language } = evaluation;
  const progress = progressOf(evaluation, method);
  const asks = (questions: Question[]): string[] => questions.map((question) => shorten(question.ask[language], 120));
  const open = evaluation.openQuestion && pathOf(evaluation, method).find((question) => question.id === evaluation.openQuestion);
  const recheck = pathOf(evaluation, method).filter((question) => stateOf(evaluation, question.id).recheck);
  const sections: [string, Question[]][] = [
    ['status.not-yet', ofStatus(evaluation, method, 'not-yet')],
    ['status.skipped', ofStatus(evaluation, method, 'skipped')],
    ['status.parked', ofStatus(evaluation, method, 'parked')],
    ['status.differ', ofStatus(evaluation, method, 'differ')],
    ['status.recheck', recheck],
  ];
  return message(
    'status',
    language,
    [
      { type: 'heading', text: words('status.title', { done: progress.done, total: progress.total }) },
      { type: 'progress', parts: progress.parts, text: inWords(progress, words) },
      evaluation.state === 'paused' ? text(pausedWords(evaluation, words)) : undefined,
      open ? text(words('status.open', { question: open.ask[language] })) : undefined,
      ...sections.flatMap(([phrase, questions]) =>
        questions.length > 0 ? [text(words(phrase, { count: questions.length })), list(asks(questions))] : [],
      ),
      ...waitingBlocks(evaluation, method, words, language),
    ],
    {
      actions: [
        evaluation.state === 'paused'
          ? button(words, 'resume', { style: 'primary' })
          : button(words, 'next', { style: 'primary' }),
        button(words, 'recap'),
        evaluation.state === 'running' && button(words, 'pause'),
      ],
    },
  );
}
