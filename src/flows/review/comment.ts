import type { Comment, Draft } from '../../core/draft.ts';
import { commentedMessage } from '../../core/drafting/asides.ts';
import { bodyMessage, headCard } from '../../core/drafting/cards.ts';
import { bodySlot, textSlot } from '../../core/drafting/desk.ts';
import { suggestionMessage, suggestionSlot } from '../../core/drafting/notes.ts';
import { findDraft } from '../../store/drafts.ts';
import { addComment } from '../../store/reviews.ts';
import { type Asked, one, type TextTurn } from '../drafting/text-turn.ts';
import { sentenceMeant } from './open-review.ts';

/** A remark on a text or on one of its sentences: anybody's, and it decides nothing. */
export async function comment(t: TextTurn, draft: Draft, asked: Asked): Promise<void> {
  const words = one(asked.fields['words']);
  if (words === undefined) {
    t.formErrors = { words: t.ownDesk.words('text.needs-words') };
    return;
  }
  const meant = sentenceMeant(draft, asked);
  const made = remark(t, draft, 'comment', words, meant?.sentence.key);
  await addComment(t.tx, t.owner.structureId, draft.id, made);
  await refreshText(t, draft);
  t.tell(draft, (desk, seen) => commentedMessage(desk, seen(draft), made));
}

/** Other words that somebody proposes for a sentence: the text stays as it is until somebody who works on it takes them. */
export async function suggest(t: TextTurn, draft: Draft, asked: Asked): Promise<void> {
  const words = one(asked.fields['words']);
  const meant = sentenceMeant(draft, asked);
  if (words === undefined) {
    t.formErrors = { words: t.ownDesk.words('text.needs-words') };
    return;
  }
  await addSuggestion(t, draft, words, meant?.sentence.key);
}

export async function addSuggestion(t: TextTurn, draft: Draft, words: string, sentence: string | undefined): Promise<void> {
  const suggestion = remark(t, draft, 'suggestion', words, sentence);
  await addComment(t.tx, t.owner.structureId, draft.id, suggestion);
  t.tell(draft, (desk, seen) => suggestionMessage(desk, seen(draft), suggestion), { slot: suggestionSlot(suggestion.id) });
  await refreshText(t, draft);
}

export const remark = (
  t: TextTurn,
  draft: Draft,
  kind: Comment['kind'],
  words: string,
  sentence: string | undefined,
  more: Pick<Comment, 'question' | 'answerVersions'> = {},
): Comment => ({
  id: t.needs.newId(),
  kind,
  version: draft.version,
  ...(sentence !== undefined && { sentence }),
  person: t.by.person,
  text: words,
  at: t.now,
  ...more,
});

/** The card and the words of a text, where they stand, with what was just said of it. */
export async function refreshText(t: TextTurn, draft: Draft): Promise<void> {
  const stored = await findDraft(t.tx, t.evaluation.id, draft.id);
  if (!stored || stored.version === 0) return;
  t.post({ to: 'channel' }, headCard(t.desk, stored), { slot: textSlot(draft.id), updateOnly: true });
  t.inThread(stored, bodyMessage(t.desk, stored), { slot: bodySlot(draft.id), updateOnly: true });
}
