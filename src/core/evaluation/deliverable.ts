import type { Block, Message } from '../message.ts';
import type { Method, Question, Stage, Step } from '../method.ts';
import type { Words } from '../words.ts';
import { type Evaluation, nameOf, pathOf, stateOf } from './evaluation.ts';
import { partOf } from './progress.ts';
import { shownValue } from './question-card.ts';
import { settledWords } from './understood.ts';
import { button, heading, list, message, quote, text } from './say.ts';

/**
 * What a finished step gives back: its answers as a text that can be copied (mandate, portrait, chosen question, plan …).
 * Each answer comes under the lead of its question. Private answers stay out; nothing when nothing was answered.
 */
export function stepEnd(evaluation: Evaluation, method: Method, step: Step, words: Words): Message | undefined {
  const blocks = answeredBlocks(evaluation, method, step.questions, words);
  if (blocks.length === 0) return undefined;
  return message('step-end', evaluation.language, [
    heading(step.gives[evaluation.language]),
    text(step.use[evaluation.language]),
    ...blocks,
  ]);
}

export function answeredBlocks(evaluation: Evaluation, method: Method, questions: Question[], words: Words): Block[] {
  const path = pathOf(evaluation, method);
  return questions
    .filter((question) => path.includes(question) && !question.private)
    .flatMap((question) => {
      const state = stateOf(evaluation, question.id);
      const lead = text((question.lead ?? question.ask)[evaluation.language]);
      if (state.status === 'differ') {
        const views = state.contributions.filter((each) => each.state === 'differs');
        return [
          lead,
          text(words('deliverable.differ')),
          ...views.map((each) =>
            quote(
              each.value ? shownValue(each.value, question, evaluation.language) : each.text,
              nameOf(evaluation, each.person),
            ),
          ),
        ];
      }
      if (!state.answer) return [];
      const { value } = state.answer;
      const shown =
        value.type === 'list'
          ? list(value.items.map((item) => item.text))
          : text(settledWords(value, question, evaluation.language, words));
      return shown ? [lead, shown] : [lead];
    });
}

/** The end of a stage: what is behind, what comes. */
export function stageEnd(evaluation: Evaluation, method: Method, stage: Stage, words: Words): Message {
  const { language } = evaluation;
  const { done, total } = partOf(evaluation, method, stage);
  const next = method.stages[method.stages.indexOf(stage) + 1];
  return message(
    'stage-end',
    language,
    [
      heading(words('stage.done', { stage: stage.name[language] })),
      text(
        done < total
          ? words('stage.partly', { done, total })
          : stage.done[language].replaceAll('{done}', String(done)).replaceAll('{total}', String(total)),
      ),
      next && text(words('stage.next', { stage: next.name[language] })),
    ],
    { actions: [button(words, 'status'), button(words, 'pause')] },
  );
}
