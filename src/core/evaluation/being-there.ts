import type { Language } from '../language.ts';
import type { Message } from '../message.ts';
import type { Method } from '../method.ts';
import type { Words } from '../words.ts';
import { type Evaluation, pathOf } from './evaluation.ts';
import { pausedWords, progressOf } from './progress.ts';
import { aside, button, message, text } from './say.ts';

/** The companion is in the channel again: where the team is, and the question that is open. */
export function backMessage(evaluation: Evaluation, method: Method, words: Words): Message {
  const { done, total } = progressOf(evaluation, method);
  const open = pathOf(evaluation, method).find((question) => question.id === evaluation.openQuestion);
  const next = open ? words('recap.next', { question: open.ask[evaluation.language] }) : words('recap.none-open');
  const isRunning = evaluation.state === 'running';
  return message(
    'back',
    evaluation.language,
    [
      text(words('back.here')),
      text(words('recap.open', { done, total, left: total - done })),
      text(isRunning ? next : evaluation.state === 'paused' ? pausedWords(evaluation, words) : words('open.ended')),
    ],
    { actions: [button(words, isRunning ? 'next' : 'resume', { style: 'primary' }), button(words, 'status')] },
  );
}

/** To whoever carries the process: nothing more can be said in the team's channel, and what to do. */
export function lostMessage(
  what: 'removed' | 'closed' | 'refused',
  { structure, channel }: { structure: string; channel: string | undefined },
  words: Words,
  language: Language,
): Message {
  const place = channel ? words('lost.channel', { channel }) : words('lost.team', { structure });
  return message('place-lost', language, [
    text(words(`lost.${what}`, { place })),
    text(words(`lost.after-${what}`)),
    aside(words('lost.kept')),
  ]);
}

/** To a place where people of several organisations are: nothing is done there until somebody of the team wants it. */
export const sharedMessage = (words: Words, language: Language, mayAllow: boolean): Message =>
  message('shared-place', language, [text(words('shared.refused')), aside(words('shared.how'))], {
    actions: [mayAllow && button(words, 'allow-shared')],
  });

/** Who wanted the companion in a shared place all the same. */
export const allowedMessage = (words: Words, language: Language, name: string): Message =>
  message('shared-allowed', language, [text(words('shared.allowed', { name: name || words('person.unnamed') }))]);
