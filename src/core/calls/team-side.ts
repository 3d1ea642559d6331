import { dayOf, personName } from '../drafting/desk.ts';
import type { Evaluation } from '../evaluation/evaluation.ts';
import { aside, button, message, quote, shorten, text } from '../evaluation/say.ts';
import type { Language } from '../language.ts';
import type { Form, Message } from '../message.ts';
import { findQuestion, type Method } from '../method.ts';
import type { Words } from '../words.ts';
import type { Call } from './call.ts';

/** All that the team reads of a call depends on. `words` are those of whoever reads it. */
export interface TeamView {
  evaluation: Evaluation;
  method: Method;
  language: Language;
  words: Words;
}

/**
 * Whether somebody reads what a team calls out: `told`, `no-desk` where those who accompany it have no place yet at which they could,
 * or `alone`.
 */
export function reachOf({
  accompanied,
  accompaniers = [],
}: Pick<Evaluation, 'accompanied' | 'accompaniers'>): 'told' | 'no-desk' | 'alone' {
  if (!accompanied) return 'alone';
  const today = accompaniers.filter(({ isNow }) => isNow);
  return today.length > 0 && today.every(({ hasDesk }) => !hasDesk) ? 'no-desk' : 'told';
}

/** What became of a team's wish to talk, in its own channel; changed in place as it goes on. */
export function calledMessage(view: TeamView, call: Call): Message {
  const { evaluation, words, language } = view;
  const question = questionOf(view, call);
  const reach = reachOf(evaluation);
  return message(
    'call',
    language,
    [
      text(words(reach === 'told' && evaluation.shared ? 'call.told-shared' : `call.${reach}`)),
      question && aside(words('call.question', { question: shorten(question.ask[language]) })),
      ...call.words.map((each) => quote(each.text, nameIn(view, each.person))),
      ...stateBlocks(view, call),
    ],
    { actions: [call.closed === undefined && button(words, 'call-close', { value: call.id })] },
  );
}

/** What an accompanier answered, in their own words under their name, and how to answer back. */
export function answeredMessage(view: TeamView, call: Call, said: { by: string; text: string }): Message {
  const { words, language } = view;
  const question = questionOf(view, call);
  const isParked = question !== undefined && view.evaluation.states[question.id]?.status === 'parked';
  const name = nameIn(view, said.by);
  return message(
    'call-answered',
    language,
    [
      text(words('call.answered', { name })),
      question && aside(words('call.question', { question: shorten(question.ask[language]) })),
      quote(said.text, name),
      aside(words('call.answer-back')),
    ],
    {
      ...(question && { about: { question: question.id } }),
      actions: [
        button(words, 'accompanier', { label: words('button.call-reply') }),
        isParked && button(words, 'take-up'),
        button(words, 'call-close', { value: call.id }),
      ],
      forms: [replyForm(words)],
    },
  );
}

/** Told to whoever pressed, or wrote it: the call is closed, or was. */
export const callClosedMessage = ({ words, language }: TeamView, was: boolean): Message =>
  message('call-closed', language, [text(words(was ? 'call.was-closed' : 'call.is-closed'))]);

const replyForm = (words: Words): Form => ({
  action: 'accompanier',
  title: words('form.call-reply'),
  submit: words('form.text-send'),
  fields: [{ id: 'words', label: words('form.call-words'), kind: 'long-text', required: true }],
});

const stateBlocks = (view: TeamView, { taken, closed }: Call) => {
  const { words } = view;
  if (closed)
    return [
      text(
        closed.by === undefined
          ? words('call.closed-itself', { day: dayOf(view, closed.at) })
          : words('call.closed', { name: nameIn(view, closed.by), day: dayOf(view, closed.at) }),
      ),
    ];
  return taken ? [text(words('call.taken', { name: nameIn(view, taken.by), day: dayOf(view, taken.at) }))] : [];
};

const nameIn = ({ evaluation, words }: TeamView, person: string | undefined): string =>
  person === undefined ? words('person.unnamed') : personName(evaluation, person, words);

const questionOf = ({ method }: TeamView, { question }: Call) =>
  question === undefined ? undefined : findQuestion(method, question);
