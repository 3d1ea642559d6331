import type { Block, Message } from '../message.ts';
import type { Method, Question } from '../method.ts';
import type { Words } from '../words.ts';
import { type Evaluation, memberOf, nameOf, pathOf, stateOf } from './evaluation.ts';
import { answeredBlocks } from './deliverable.ts';
import { progressOf } from './progress.ts';
import { shownValue } from './question-card.ts';
import { button, heading, list, message, shorten, text } from './say.ts';
import type { TurnDraft } from './turn.ts';

const dayMs = 24 * 3_600_000;

/** After this much silence, the next message begins with a recap. */
export const silenceMs = 3 * dayMs;

export const isLongSilence = (evaluation: Evaluation, now: Date): boolean =>
  now.getTime() - evaluation.lastSignAt.getTime() > silenceMs;

const lastAnswered = (evaluation: Evaluation, method: Method): Question | undefined =>
  pathOf(evaluation, method)
    .filter((question) => stateOf(evaluation, question.id).answer)
    .sort(
      (a, b) => (stateOf(evaluation, b.id).answer?.at.getTime() ?? 0) - (stateOf(evaluation, a.id).answer?.at.getTime() ?? 0),
    )[0];

/** Three lines: what was said last, how much is open, one next question. Never the old prompt again. */
export function recapBlocks(evaluation: Evaluation, method: Method, words: Words): Block[] {
  const { language } = evaluation;
  const last = lastAnswered(evaluation, method);
  const answer = last && stateOf(evaluation, last.id).answer;
  const progress = progressOf(evaluation, method);
  const open = evaluation.openQuestion && pathOf(evaluation, method).find((question) => question.id === evaluation.openQuestion);
  const said =
    last && answer
      ? words('recap.said', {
          name: nameOf(evaluation, answer.authors[0] ?? ''),
          answer: shorten(shownValue(answer.value, last, language).replaceAll('\n', ' '), 140),
        })
      : words('recap.nothing-yet');
  return [
    text(said),
    text(words('recap.open', { done: progress.done, total: progress.total, left: progress.total - progress.done })),
    text(open ? words('recap.next', { question: open.ask[language] }) : words('recap.none-open')),
  ];
}

export const recap = (evaluation: Evaluation, method: Method, words: Words): Message =>
  message('recap', evaluation.language, [heading(words('recap.title')), ...recapBlocks(evaluation, method, words)], {
    actions: [button(words, 'next', { style: 'primary' }), button(words, 'status'), button(words, 'handover')],
  });

/** Two minutes of reading for a newcomer or a new carrier: who, why, what is decided, what is open, what comes next. */
export function handover(evaluation: Evaluation, method: Method, words: Words): Message {
  const path = pathOf(evaluation, method);
  const key = path.filter((question) => question.handover);
  const carrier = evaluation.carrier && memberOf(evaluation, evaluation.carrier)?.name;
  const others = evaluation.members.filter((member) => member.person !== evaluation.carrier).map((member) => member.name);
  return message(
    'handover',
    evaluation.language,
    [
      heading(words('handover.title', { structure: evaluation.structure.name })),
      text(words('handover.what')),
      carrier ? text(words('handover.carrier', { name: carrier })) : undefined,
      others.length > 0 ? text(words('handover.others', { names: others.join(', ') })) : undefined,
      ...answeredBlocks(evaluation, method, key, words),
      ...recapBlocks(evaluation, method, words),
      list([words('handover.rule-1'), words('handover.rule-2'), words('handover.rule-3')]),
    ],
    { actions: [button(words, 'next', { style: 'primary' }), button(words, 'status'), button(words, 'help')] },
  );
}

/** Everything the team keeps, stage by stage, for whoever asked: to read again or to print. */
export function readAll(t: TurnDraft): void {
  const { evaluation, words } = t;
  t.read('status');
  for (const stage of t.scene.method.stages) {
    const blocks = answeredBlocks(
      evaluation,
      t.scene.method,
      stage.steps.flatMap((step) => step.questions),
      words,
    );
    if (blocks.length > 0)
      t.post(t.aside, message('all-answers', evaluation.language, [heading(stage.name[evaluation.language]), ...blocks]));
  }
  if (t.say.length === 0) t.post(t.aside, message('all-answers', evaluation.language, [text(words('recap.nothing-yet'))]));
}
