import type { Draft, DraftSentence } from '../draft.ts';
import { aside, heading, message, text } from '../evaluation/say.ts';
import type { Action, Message } from '../message.ts';
import type { Words } from '../words.ts';
import { aboutDraft, bodyMessage, headCard } from './cards.ts';
import { type Desk, outputName } from './desk.ts';

/** The names of a text's messages at the desk of who accompanies the team. */
export const deskTextSlot = (id: string): string => `desk-text:${id}`;
export const deskBodySlot = (id: string): string => `desk-body:${id}`;

/** What an accompanier does with a text: they read it, remark on it and propose. Where their yes is needed they are offered to decide and correct, too. */
const reading = ['text-sources', 'text-comment', 'text-suggest', 'text-compare'];
const deciding = ['text-approve', 'text-changes', 'text-fix'];
export const isDoneAtDesk = (action: string): boolean => [...reading, ...deciding].includes(action);

/** Buttons and forms at a desk go by names of their own: what is pressed there is never taken for the team's own doing. */
export const deskPrefix = 'acc-';

/** A message about a text as it is shown at a desk: with what may be done there. */
export function forDesk(shown: Message, decides: boolean): Message {
  const isThere = (id: string): boolean => reading.includes(id) || (decides && deciding.includes(id));
  return {
    ...shown,
    actions: shown.actions.filter(({ id }) => isThere(id)).map((action): Action => ({ ...action, id: deskPrefix + action.id })),
    forms: shown.forms.filter(({ action }) => isThere(action)).map((form) => ({ ...form, action: deskPrefix + form.action })),
  };
}

/**
 * Shows sentences as somebody may read them who may not read the team's private answers: those that hold such words, which no text may
 * use, stand there without a word and without what they cite.
 */
export type Seen = <Part extends { sentences: readonly DraftSentence[] }>(part: Part) => Part;

export const asWritten: Seen = (part) => part;

export const withoutPrivate =
  (words: Words): Seen =>
  (part) => ({
    ...part,
    sentences: part.sentences.map((sentence) =>
      sentence.reasons.some(({ code }) => code === 'private')
        ? {
            ...sentence,
            text: words('desk.hidden-sentence'),
            supports: [],
            reasons: sentence.reasons.map((reason) => ({ ...reason, span: '…' })),
          }
        : sentence,
    ),
  });

/** The head of a text at a desk: whose it is, where it stands, and what may be done here. */
export function deskHead(desk: Desk, draft: Draft, decides: boolean): Message {
  const { words, evaluation } = desk;
  const isOver = draft.state === 'approved' || draft.state === 'recalled';
  const card = forDesk(headCard(desk, draft), decides);
  return {
    ...card,
    kind: 'desk-text',
    blocks: [
      heading(words('desk.text', { structure: evaluation.structure.name })),
      ...card.blocks,
      ...(isOver ? [] : [aside(words(decides ? 'desk.decides' : 'desk.looks'))]),
    ],
  };
}

/** The text itself, in the thread of its head, or under it where a place has no threads. */
export function deskBody(desk: Desk, draft: Draft, decides: boolean): Message {
  const body = forDesk(bodyMessage(desk, draft), decides);
  const isOver = draft.state === 'approved' || draft.state === 'recalled';
  const structure = desk.evaluation.structure.name;
  return {
    ...body,
    kind: 'desk-body',
    blocks: isOver ? body.blocks : [...body.blocks, aside(desk.words('desk.by-words', { structure }))],
  };
}

/** Their yes is needed for a text that the team does not let them read yet. */
export const deskUnreadable = (desk: Desk, draft: Draft): Message =>
  message(
    'desk-text',
    desk.language,
    [
      heading(desk.words('desk.text', { structure: desk.evaluation.structure.name })),
      text(outputName(desk, draft.output)),
      text(desk.words('desk.unreadable')),
    ],
    { about: aboutDraft(draft) },
  );

/** The text was here, and is not shared with this desk any more. */
export const deskWithdrawn = ({ words, language, evaluation }: Desk): Message =>
  message('desk-withdrawn', language, [text(words('calls.withdrawn', { structure: evaluation.structure.name }))]);

/** What was done with a text, or why it was not, to the one at the desk. Words that were written come back, so that they are not lost. */
export const deskTextSaid = (
  words: Words,
  language: Message['language'],
  what: 'gone' | 'not-shared' | 'none' | 'which' | 'not-here' | 'not-read',
  structure = '',
): Message => message('desk-text-said', language, [text(words(`desk.said-${what}`, { structure }))]);

/** What the one at the desk just did, and with which text: several such lines stand below each other. */
export const deskTextDone = (desk: Desk, deed: string, { output }: Pick<Draft, 'output'>): Message =>
  message('desk-text-said', desk.language, [
    text(desk.words('desk.said-done', { deed, text: outputName(desk, output), structure: desk.evaluation.structure.name })),
  ]);
