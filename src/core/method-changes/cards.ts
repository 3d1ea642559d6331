import { type Evaluation, stateOf } from '../evaluation/evaluation.ts';
import { answerForm, shownValue } from '../evaluation/question-card.ts';
import { aside, button, heading, list, message, quote, text } from '../evaluation/say.ts';
import type { Language } from '../language.ts';
import type { Message } from '../message.ts';
import { findQuestion, type Method } from '../method.ts';
import type { Words } from '../words.ts';
import type { MethodChange, MethodChanges } from './compare.ts';
import { type Move, nextUndecided } from './move.ts';

/** The one card about a new version, in the team's channel. */
export const moveSlot = 'method-move';

export interface Moving {
  evaluation: Evaluation;
  from: Method;
  to: Method;
  words: Words;
  changes: MethodChanges;
}

/** There is a new version: what it would change here, and that nothing changes by itself. */
export function offerCard({ evaluation, words, changes }: Moving): Message {
  const count = changes.touching.length;
  return message(
    'method-offer',
    evaluation.language,
    [
      heading(words('methods.title')),
      text(count > 0 ? words('methods.offer', { count }) : words('methods.offer-nothing')),
      changes.fresh > 0 && text(words('methods.fresh', { count: changes.fresh })),
      aside(words('methods.by-itself')),
    ],
    { actions: [button(words, 'method-see', { style: 'primary' }), button(words, 'method-decline')] },
  );
}

/** One change at a time: the question as it was and as it is, the team's answer, and what to do with it. */
export function changeCard(moving: Moving, move: Move): Message {
  const { evaluation, words, changes } = moving;
  const next = nextUndecided(changes.touching, move);
  if (!next) return summaryCard(moving, move);
  const { language } = evaluation;
  const old = findQuestion(moving.from, next.question);
  const now = findQuestion(moving.to, next.question);
  const { answer } = stateOf(evaluation, next.question);
  const number = changes.touching.indexOf(next) + 1;
  const isGone = next.what === 'gone' || !now;
  return message(
    'method-change',
    language,
    [
      heading(words('methods.change', { number, total: changes.touching.length })),
      text(words(`methods.is-${next.what}`)),
      old && quote(old.ask[language], words('methods.before')),
      !isGone && now && quote(now.ask[language], words('methods.after')),
      answer && old && text(words('methods.your-answer')),
      answer && old && quote(shownValue(answer.value, old, language)),
      isGone && aside(words('methods.gone-stays')),
    ],
    {
      actions: [
        button(words, 'method-keep', { value: next.question, style: 'primary' }),
        !isGone && answer !== undefined && button(words, 'method-adapt', { value: next.question }),
        !isGone && button(words, 'method-todo', { value: next.question }),
        button(words, 'method-pause'),
        button(words, 'method-cancel'),
      ],
      forms:
        !isGone && now && answer
          ? [{ ...answerForm(now, language, words, 'correct', answer.value), action: 'method-adapt' }]
          : [],
    },
  );
}

/** All is decided: what will happen, and the yes that makes it so. */
function summaryCard({ evaluation, words, changes, to }: Moving, move: Move): Message {
  const of = (what: 'keep' | 'adapt' | 'todo'): MethodChange[] =>
    changes.touching.filter(({ question }) => move.decisions[question]?.do === what);
  const named = (some: MethodChange[]): string[] =>
    some.flatMap(({ question }) => findQuestion(to, question)?.ask[evaluation.language] ?? []);
  return message(
    'method-summary',
    evaluation.language,
    [
      heading(words('methods.title')),
      text(words('methods.summary', { keep: of('keep').length, adapt: of('adapt').length, todo: of('todo').length })),
      list(named([...of('adapt'), ...of('todo')])),
      changes.fresh > 0 && text(words('methods.fresh', { count: changes.fresh })),
      aside(words('methods.who')),
    ],
    {
      actions: [
        button(words, 'method-finish', { style: 'primary' }),
        changes.touching.length > 0 && button(words, 'method-again'),
        button(words, 'method-cancel'),
      ],
    },
  );
}

/** What became of it: the card keeps who and what, and the way back. */
export function outcomeCard(
  { evaluation, words }: Pick<Moving, 'evaluation' | 'words'>,
  what: 'paused' | 'declined' | 'cancelled' | 'done' | 'undone',
  name: string,
): Message {
  return message(`method-${what}`, evaluation.language, [text(words(`methods.${what}`, { name }))], {
    actions: [what === 'done' ? button(words, 'method-undo') : button(words, 'method-see')],
  });
}

/** Why a press did nothing, for the one who pressed. */
export const moveAside = (words: Words, language: Language, what: 'nothing-to-undo' | 'carrier-only' | 'done-already'): Message =>
  message('method-aside', language, [text(words(`methods.${what}`))]);
