import type { Question } from '../method.ts';
import { stateOf } from './evaluation.ts';
import { findDefinition } from './helping.ts';
import { aside, button, list, message, quote, shorten, text } from './say.ts';
import type { TurnDraft } from './turn.ts';

/** Why a question is asked, its hint or an example; then the question again, shortened. */
export function explain(t: TurnDraft, question: Question, what: 'why' | 'example' | 'hint'): void {
  const words = question[what][t.language];
  t.post(
    t.here,
    message(what, t.language, [
      text(t.words(`explain.${what}`)),
      what === 'example' ? quote(words) : text(words),
      stateOf(t.evaluation, question.id).status === 'open' &&
        aside(t.words('explain.back', { question: shorten(question.ask[t.language]) })),
    ]),
  );
}

export function helpMessage(t: TurnDraft) {
  const { words } = t;
  const answer = t.evaluation.hearsThreads ? 'answer' : 'answer-by-mention';
  const lines = [answer, 'not-yet', 'correct', 'status', 'pause', 'texts', 'accompanier', 'more'].map((id) =>
    words(`help.${id}`),
  );
  return message('help', t.language, [text(words('help.title')), list(lines)], {
    actions: ['next', 'status', 'pause', 'accompanier', 'settings', 'read'].map((id) => button(words, id)),
  });
}

/** What a word means; then the question again, shortened. */
export function define(t: TurnDraft, term: string, about: Question | undefined): void {
  const found = findDefinition(t.scene.method, term, t.evaluation);
  if (!found) {
    cannotTell(t, about);
    return;
  }
  t.post(
    t.here,
    message('definition', t.language, [
      text(t.words('define.is', found)),
      about &&
        stateOf(t.evaluation, about.id).status === 'open' &&
        aside(t.words('explain.back', { question: shorten(about.ask[t.language]) })),
    ]),
  );
}

/** A question of theirs that the method does not answer: said so, with a way on. */
function cannotTell(t: TurnDraft, about: Question | undefined): void {
  t.post(
    t.here,
    message(
      'cannot-tell',
      t.language,
      [text(t.words('ask.unknown')), about && text(t.words('explain.back', { question: shorten(about.ask[t.language]) }))],
      {
        actions: [button(t.words, 'accompanier'), about && button(t.words, 'why'), about && button(t.words, 'example')],
        ...(about && { about: { question: about.id } }),
      },
    ),
  );
}

export function unclear(t: TurnDraft, about: Question | undefined): void {
  if (about && stateOf(t.evaluation, about.id).status === 'open') {
    t.post(
      t.here,
      message(
        'unclear',
        t.language,
        [text(t.words('unclear.question', { question: about.ask[t.language] })), aside(about.hint[t.language])],
        {
          about: { question: about.id },
          actions: ['example', 'not-yet', 'skip', 'help'].map((id) => button(t.words, id)),
        },
      ),
    );
    return;
  }
  t.post(
    t.here,
    message('unclear', t.language, [text(t.words('unclear.nothing'))], {
      actions: [button(t.words, 'next'), button(t.words, 'help')],
    }),
  );
}

/** No question is open: said so, with what can be done. */
export function nothingOpen(t: TurnDraft): void {
  t.read('unclear');
  const isEnded = t.evaluation.state === 'ended';
  t.post(
    t.here,
    message('nothing-open', t.language, [text(t.words(isEnded ? 'open.ended' : 'open.none'))], {
      actions: [button(t.words, isEnded ? 'resume' : 'next'), button(t.words, 'status'), button(t.words, 'help')],
    }),
  );
}

/** A word or a press that came too late, explained to its author alone. */
export function nothingWaits(t: TurnDraft): void {
  t.post(t.aside, message('stale', t.scene.by.language, [text(t.ownWords('stale.settled'))]));
}
