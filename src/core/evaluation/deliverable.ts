import type { Block, Message } from '../message.ts';
import type { Method, Question, Stage, Step } from '../method.ts';
import type { Words } from '../words.ts';
import { type Evaluation, nameOf, pathOf, stateOf } from './evaluation.ts';
import { progressOf } from './progress.ts';
import { shownValue } from './question-card.ts';
import { button, heading, list, message, quote, text } from './say.ts';

/**
 * What a finished step gives back: its answers as a text that can be copied (mandate, portrait, chosen question, plan …).
 * Each answer comes under the phrase `lead.<question>`. Private answers stay out; nothing when nothing was answered.
 */
export function stepEnd(evaluation: Evaluation, method: Method, step: Step, words: Words): Message | undefined {
  const blocks = answeredBlocks(evaluation, method, step.questions, words);
  if (blocks.length === 0) return undefined;
  return message('step-end', evaluation.language, [
    heading(words(`deliverable.${step.id}.title`)),
    text(words(`deliverable.${step.id}.use`)),
    ...blocks,
  ]);
}

export function answeredBlocks(evaluation: Evaluation, method: Method, questions: Question[], words: Words): Block[] {
  const path = pathOf(evaluation, method);
  return questions
    .filter((question) => path.includes(question) && !question.private)
    .flatMap((question) => {
      const state = stateOf(evaluation, question.id);
      if (state.status === 'differ') {
        const views = state.contributions.filter((each) => each.state === 'differs');
        return [
          text(words(`lead.${question.id}`)),
          text(words('question.differ')),
          ...views.map((each) => quote(each.text, nameOf(evaluation, each.person))),
        ];
      }
      if (!state.answer) return [];
      const lead = text(words(`lead.${question.id}`));
      const { value } = state.answer;
      const shown =
        value.type === 'list'
          ? list(value.items.map((item) => item.text))
          : text(shownValue(value, question, evaluation.language));
      return shown ? [lead, shown] : [lead];
    });
}

/** The end of a stage: what is behind, what comes. */
export function stageEnd(evaluation: Evaluation, method: Method, stage: Stage, words: Words): Message {
  const { language } = evaluation;
  const part = progressOf(evaluation, method).parts.find((each) => each.label === stage.name[language]);
  const next = method.stages[method.stages.indexOf(stage) + 1];
  return message(
    'stage-end',
    language,
    [
      heading(words('stage.done', { stage: stage.name[language] })),
      text(words(`stage.${stage.id}`, { done: part?.done ?? 0, total: part?.total ?? 0 })),
      next && text(words('stage.next', { stage: next.name[language] })),
    ],
    { actions: [button(words, 'status'), button(words, 'pause')] },
  );
}
