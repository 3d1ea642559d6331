import type { Draft } from '../draft.ts';
import { aboutDraft } from '../drafting/cards.ts';
import { type Desk, outputName } from '../drafting/desk.ts';
import { aside, button, message, text } from '../evaluation/say.ts';
import type { Message } from '../message.ts';
import type { WritingFailure } from './writing.ts';

/** Why a text that was asked for was not written; the team's own reasons among them. */
export type NotWritten = WritingFailure | 'switched-off' | 'answers-changed' | 'late';

/** It is being written: nobody has to wait for it. */
export const beingWritten = (desk: Desk, draft: Draft): Message =>
  message(
    'writing',
    desk.language,
    [
      text(desk.words('writing.begun', { output: outputName(desk, draft.output) })),
      ...(desk.model ? [aside(desk.words('writing.what-is-sent', { ...desk.model }))] : []),
    ],
    { about: aboutDraft(draft) },
  );

/** The structure waits for a text already, this one or another. */
export const alreadyWriting = (desk: Desk, draft: Draft): Message =>
  message('writing-waits', desk.language, [text(desk.words(draft.isBeingWritten ? 'writing.this-one' : 'writing.another-one'))]);

const told = (why: NotWritten): 'budget' | 'switched-off' | 'answers-changed' | 'not-now' =>
  why === 'budget' || why === 'switched-off' || why === 'answers-changed' ? why : 'not-now';

/** It was not written, said once and without technique, with the same text put together from the answers one press away. */
export const notWritten = (desk: Desk, draft: Draft, why: NotWritten): Message =>
  message(
    'writing-failed',
    desk.language,
    [
      text(desk.words(`writing.${told(why)}`, { output: outputName(desk, draft.output) })),
      aside(desk.words('writing.nothing-lost')),
    ],
    {
      about: aboutDraft(draft),
      actions: [
        button(desk.words, 'text-write', { value: 'assembled', style: 'primary', label: desk.words('button.text-assemble') }),
        desk.model !== undefined &&
          told(why) !== 'budget' &&
          button(desk.words, 'text-write', { value: 'written', label: desk.words('button.text-write-again') }),
      ],
    },
  );
