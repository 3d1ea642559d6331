import type { Comment, Draft } from '../draft.ts';
import { button, message, text } from '../evaluation/say.ts';
import type { Message } from '../message.ts';
import { aboutDraft } from './cards.ts';
import { type Desk, personName } from './desk.ts';
import { remarkBlock } from './remarks.ts';

/** Why something about a text was not done, in one sentence, to the one who asked. */
export const notDone = ({ words, language }: Desk, why: 'guests' | 'not-approved' | 'recall-not-yours'): Message =>
  message('text-refused', language, [text(words(`text.${why}`))]);

/** A recall cannot be missed by those who use the text, so it is asked for twice. */
export const recallSure = ({ words, language }: Desk, draft: Draft): Message =>
  message('text-recall', language, [text(words('text.recall-sure'))], {
    about: aboutDraft(draft),
    actions: [button(words, 'text-recall', { value: 'yes', style: 'danger', label: words('button.text-recall-yes') })],
  });

export const recalledMessage = ({ words, language }: Desk, name: string): Message =>
  message('text-recalled', language, [text(words('text.recalled', { name }))]);

/** A remark, told in the thread with its words: whoever decides must not have to look for them. */
export const commentedMessage = (desk: Desk, draft: Draft, comment: Comment): Message =>
  message(
    'text-commented',
    desk.language,
    [
      text(desk.words('text.commented', { name: personName(desk.evaluation, comment.person, desk.words) })),
      remarkBlock(desk, draft, comment),
    ],
    { about: aboutDraft(draft) },
  );

/** The answer that somebody vouches with stands beside a colleague's: the sentence cites it once the team kept it. */
export const vouchWaits = ({ words, language }: Desk): Message =>
  message('text-vouch-waits', language, [text(words('text.vouch-waits'))]);

/** The accompanier's yes is needed now, and they cannot read the text. */
export const bothUnread = ({ words, language }: Desk): Message =>
  message('text-both', language, [text(words('text.both-unread'))], {
    actions: [button(words, 'share-content', { value: 'yes' })],
  });
