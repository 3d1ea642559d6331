import { type Evaluation, pathOf, stateOf } from '../evaluation/evaluation.ts';
import { withNames } from '../evaluation/names.ts';
import { progressCard } from '../evaluation/progress.ts';
import { questionCard } from '../evaluation/question-card.ts';
import { aside, button, heading, list, message, text } from '../evaluation/say.ts';
import { progressSlot, questionSlot } from '../evaluation/turn.ts';
import type { PlatformName } from '../incoming.ts';
import type { Language } from '../language.ts';
import { codeMinutes } from '../links.ts';
import type { Message, Post } from '../message.ts';
import type { Method } from '../method.ts';
import type { Words } from '../words.ts';

/** A channel as people know it. */
export interface ShownChannel {
  platform: PlatformName;
  /** What it is called, where the platform said so. */
  name?: string;
}

/** "#évaluation (Slack)". */
export function channelInWords({ platform, name }: ShownChannel, words: Words): string {
  const where = words(`link.on-${platform}`);
  return name ? words('mirror.channel', { channel: name, where }) : words('mirror.unnamed', { where });
}

/** To the one who wants a further channel: the code, and where to type it. */
export const mirrorCodeMessage = (code: string, words: Words, language: Language): Message =>
  message('mirror-code', language, [
    text(words('mirror.code')),
    heading(code),
    text(words('mirror.code-how')),
    aside(words('mirror.code-limits', { minutes: codeMinutes })),
  ]);

/** In a channel that shows an evaluation from now on: whose, and who reads what. */
export const mirrorNotice = (
  { structure, language }: Evaluation,
  { home, by }: { home: ShownChannel; by: string },
  words: Words,
): Message =>
  message('mirror-notice', language, [
    heading(words('mirror.title', { structure: structure.name })),
    text(words('mirror.added-here', { name: by, home: channelInWords(home, words) })),
    list([words('mirror.who-here'), words('mirror.who-there'), words('mirror.no-double')]),
    aside(words('mirror.how-removed')),
  ]);

/** In the channels that there were already. */
export const mirrorAdded = (channel: ShownChannel, by: string, words: Words, language: Language): Message =>
  message('mirror-added', language, [
    text(words('mirror.added', { name: by, channel: channelInWords(channel, words) })),
    text(words('mirror.added-means')),
    aside(words('mirror.how-removed')),
  ]);

export const mirrorRemoved = (channel: ShownChannel, by: string, words: Words, language: Language): Message =>
  message('mirror-removed', language, [text(words('mirror.removed', { name: by, channel: channelInWords(channel, words) }))]);

/** In the channel itself, which shows the evaluation no longer. */
export const mirrorGone = (home: ShownChannel, by: string, words: Words, language: Language): Message =>
  message('mirror-gone', language, [text(words('mirror.gone', { name: by, home: channelInWords(home, words) }))]);

/** Which of several channels is meant. */
export const whichMirror = (channels: readonly (ShownChannel & { id: string })[], words: Words, language: Language): Message =>
  message('which-mirror', language, [text(words('mirror.which'))], {
    actions: channels.map((channel) =>
      button(words, 'link-unmirror', { value: channel.id, label: channelInWords(channel, words) }),
    ),
  });

/** Why nothing changed. */
export type MirrorRefusal = 'none' | 'is-home' | 'ended' | 'guest' | 'unknown-code' | 'tries' | 'begun';

export const mirrorRefused = (why: MirrorRefusal, words: Words, language: Language, more: Record<string, number> = {}): Message =>
  message('mirror-refused', language, [text(words(`mirror.refused-${why}`, more))], {
    actions: [why === 'none' && button(words, 'link-mirror')],
  });

/** Said in all channels: which of them asks from now on. */
export const homeMoved = (home: ShownChannel, by: string, words: Words, language: Language): Message =>
  message('home-moved', language, [text(words('mirror.home-moved', { name: by, channel: channelInWords(home, words) }))]);

/** To whoever carries the process: one channel fell silent, the others go on. */
export const mirrorLost = (channel: ShownChannel, words: Words, language: Language): Message =>
  message('mirror-lost', language, [
    text(words('mirror.lost', { channel: channelInWords(channel, words) })),
    text(words('lost.after-removed')),
  ]);

/**
 * Where things stand, for a channel that begins to show them or shows them again: the cards that are there already as they now are, the
 * pinned card, and the open question.
 */
export function whereItStands(
  unnamed: Evaluation,
  method: Method,
  words: Words,
  there: readonly { question: string; version: number }[] = [],
): Post[] {
  const evaluation = withNames(unnamed, words);
  const open = pathOf(evaluation, method).find((question) => question.id === evaluation.openQuestion);
  const outdated = pathOf(evaluation, method).filter(
    ({ id }) =>
      id !== open?.id && there.some(({ question, version }) => question === id && version !== stateOf(evaluation, id).version),
  );
  return [
    ...outdated.map((question) => ({
      place: { to: 'channel' as const },
      message: questionCard(evaluation, method, question, words),
      slot: questionSlot(question.id),
      updateOnly: true,
    })),
    { place: { to: 'channel' }, message: progressCard(evaluation, method, words), slot: progressSlot, pin: true },
    ...(open && evaluation.state === 'running'
      ? [
          {
            place: { to: 'channel' as const },
            message: questionCard(evaluation, method, open, words),
            slot: questionSlot(open.id),
            anew: true,
          },
        ]
      : []),
  ];
}
