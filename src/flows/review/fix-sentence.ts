import type { Draft } from '../../core/draft.ts';
import { refusedMessage, suggestionMessage, suggestionSlot } from '../../core/drafting/notes.ts';
import { withWords } from '../../core/drafting/versions.ts';
import { openComments } from '../../core/review.ts';
import { findDraft, getSentences } from '../../store/drafts.ts';
import { settleComment } from '../../store/reviews.ts';
import { makingOf } from '../drafting/make-text.ts';
import { saveVersion } from '../drafting/recheck-draft.ts';
import { type Asked, one, type TextTurn } from '../drafting/text-turn.ts';
import { addSuggestion } from './comment.ts';
import { decide } from './decide.ts';
import { sentenceMeant } from './open-review.ts';

/** Whoever is of the team works on its texts, and an accompanier whose yes they need; guests and other accompaniers propose. */
const worksOnTexts = (t: TextTurn): boolean =>
  !t.isGuest &&
  (t.evaluation.members.some(({ person }) => person === t.by.person) ||
    (t.deciders.both && t.deciders.accompaniers.includes(t.by.person)));

/**
 * Other words for a sentence make a new version. They are held against the answers like all others. When somebody changed the same
 * sentence meanwhile, nothing is written over: the words stay as a suggestion.
 */
export async function fixSentence(t: TextTurn, draft: Draft, asked: Asked): Promise<void> {
  const words = one(asked.fields['words']) ?? '';
  const meant = sentenceMeant(draft, asked);
  if (draft.state === 'approved' || draft.state === 'recalled' || draft.version === 0) {
    t.aside(refusedMessage(t.ownDesk, draft, draft.state === 'approved' ? 'already-approved' : 'recalled'), draft);
    return;
  }
  if (!meant) {
    if (words !== '') await addSuggestion(t, draft, words, undefined);
    t.aside(refusedMessage(t.ownDesk, draft, 'sentence-gone'), draft);
    return;
  }
  const { sentence, seen } = meant;
  if (words === sentence.text) {
    await thenApprove(t, draft, asked);
    return;
  }
  if (!worksOnTexts(t)) {
    await addSuggestion(t, draft, words, sentence.key);
    return;
  }
  if (seen !== draft.version && (await wordsThen(t, draft, sentence.key, seen)) !== sentence.text) {
    await addSuggestion(t, draft, words, sentence.key);
    t.aside(refusedMessage(t.ownDesk, draft, 'stale-kept'), draft);
    return;
  }
  const stored = await saveVersion(
    t,
    draft,
    withWords(draft, sentence.key, words, t.by.person, 'edited', await makingOf(t, draft)),
  );
  await thenApprove(t, stored, asked);
}

const wordsThen = async (t: TextTurn, draft: Draft, key: string, version: number): Promise<string | undefined> =>
  (await getSentences(t.tx, draft.id, version)).find((each) => each.key === key)?.text;

/** Fix and approve, in one gesture: the yes is for the version that the fix made. */
async function thenApprove(t: TextTurn, draft: Draft, { fields, value: _value, ...asked }: Asked): Promise<void> {
  if (one(fields['then']) !== 'approve') return;
  await decide(t, draft, 'approve', { ...asked, fields: {}, seen: draft.version });
}

/** A suggestion is taken or left, once. */
export async function settleSuggestion(
  t: TextTurn,
  draft: Draft,
  outcome: 'accepted' | 'refused',
  { remark }: Asked,
): Promise<void> {
  const suggestion = openComments(draft, 'suggestion').find(({ id }) => id === remark);
  const sentence = draft.sentences.find(({ key }) => key === suggestion?.sentence);
  if (!suggestion || (outcome === 'accepted' && !sentence)) {
    t.aside(refusedMessage(t.ownDesk, draft, 'sentence-gone'), draft);
    return;
  }
  if (!worksOnTexts(t)) {
    t.aside(refusedMessage(t.ownDesk, draft, 'not-yours'), draft);
    return;
  }
  if (draft.state === 'approved' || draft.state === 'recalled') {
    t.aside(refusedMessage(t.ownDesk, draft, draft.state === 'approved' ? 'already-approved' : 'recalled'), draft);
    return;
  }
  const settled = { outcome, by: t.by.person, at: t.now };
  await settleComment(t.tx, suggestion.id, settled);
  t.tell(draft, (desk, seen) => suggestionMessage(desk, seen(draft), { ...suggestion, settled }), {
    slot: suggestionSlot(suggestion.id),
    updateOnly: true,
  });
  if (outcome === 'refused' || !sentence) {
    const stored = await findDraft(t.tx, t.evaluation.id, draft.id);
    if (stored) t.show(stored);
    return;
  }
  const next = withWords(draft, sentence.key, suggestion.text, suggestion.person, 'accepted', await makingOf(t, draft));
  await saveVersion(t, draft, { ...next, by: t.by.person });
}
