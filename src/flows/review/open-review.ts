import type { Draft } from '../../core/draft.ts';
import { bothUnread } from '../../core/drafting/asides.ts';
import { bodyMessage, headCard, withoutDeciding } from '../../core/drafting/cards.ts';
import { bodySlot, readSentenceValue, textSlot } from '../../core/drafting/desk.ts';
import { compareMessage, fixMessage, refusedMessage, vouchMessage } from '../../core/drafting/notes.ts';
import { sourcesMessage } from '../../core/drafting/sources.ts';
import type { DraftSentence } from '../../core/draft.ts';
import { pathOf } from '../../core/evaluation/evaluation.ts';
import { mayDecide, mayVouch } from '../../core/review.ts';
import { findDraft, getSentences } from '../../store/drafts.ts';
import { setBothDecide } from '../../store/reviews.ts';
import { type Asked, one, type TextTurn } from '../drafting/text-turn.ts';

/** The sentence that is meant, as the text has it now. */
export function sentenceMeant(draft: Draft, asked: Asked): { sentence: DraftSentence; seen: number } | undefined {
  const named = readSentenceValue(
    one(asked.fields['sentence']) ?? (asked.sentence === undefined ? asked.value : undefined),
    draft,
  );
  const key = named?.key ?? asked.sentence;
  const sentence = draft.sentences.find((each) => each.key === key);
  return sentence && { sentence, seen: named?.version ?? asked.seen ?? draft.version };
}

/** What a sentence rests on, shown to the one who asks. */
export function showSources(t: TextTurn, draft: Draft, asked: Asked): void {
  const meant = sentenceMeant(t.seen(draft), asked);
  if (meant) t.aside(sourcesMessage(t.ownDesk, t.seen(draft), meant.sentence), draft);
  else t.aside(refusedMessage(t.ownDesk, draft, 'sentence-gone'), draft);
}

/** What changed since the version before. */
export async function showDifferences(t: TextTurn, draft: Draft): Promise<void> {
  const before = draft.version - 1;
  const sentences = before > 0 ? await getSentences(t.tx, draft.id, before) : draft.sentences;
  t.aside(compareMessage(t.ownDesk, t.seen(draft), Math.max(before, 1), t.seen({ sentences }).sentences), draft);
}

/** The form for one sentence, with its words in it. */
export function askWords(t: TextTurn, draft: Draft, asked: Asked): void {
  const meant = sentenceMeant(t.seen(draft), asked);
  if (meant) {
    const decides = mayDecide({ person: t.by.person, guest: t.isGuest }, t.deciders);
    const shown = fixMessage(t.ownDesk, t.seen(draft), meant.sentence);
    t.aside(decides ? shown : { ...shown, forms: shown.forms.map(withoutDeciding) }, draft);
  } else t.aside(refusedMessage(t.ownDesk, draft, 'sentence-gone'), draft);
}

/** The form in which a person records the answer that a sentence lacks. */
export function askVouch(t: TextTurn, draft: Draft, asked: Asked): void {
  const meant = sentenceMeant(draft, asked);
  if (!meant) {
    t.aside(refusedMessage(t.ownDesk, draft, 'sentence-gone'), draft);
    return;
  }
  const may = mayVouch(meant.sentence.reasons);
  if (!may.ok) t.aside(refusedMessage(t.ownDesk, draft, may.why), draft);
  else t.aside(vouchMessage(t.ownDesk, draft, meant.sentence, questionsToVouch(t, draft)), draft);
}

/** The questions whose answer this text may use. */
export const questionsToVouch = (t: Pick<TextTurn, 'evaluation' | 'method'>, draft: Draft) =>
  pathOf(t.evaluation, t.method).filter(
    (question) => !question.private && !question.askedAtStart && question.outputs.includes(draft.output),
  );

/** The carrier chooses whether the accompanier's yes is needed too. */
export async function chooseDeciders(t: TextTurn, draft: Draft, { value }: Asked): Promise<void> {
  if (t.by.person !== t.evaluation.carrier || t.isGuest) {
    t.aside(refusedMessage(t.ownDesk, draft, 'not-yours'), draft);
    return;
  }
  const on = value !== 'no';
  if (on !== t.deciders.both) {
    await setBothDecide(t.tx, t.owner, t.by.person, on, t.now);
    t.note('text-both', draft, { on });
    if (on && !t.evaluation.shared) t.aside(bothUnread(t.ownDesk), draft);
  }
  const stored = await findDraft(t.tx, t.evaluation.id, draft.id);
  if (!stored) return;
  const desk = { ...t.desk, deciders: { ...t.deciders, both: on } };
  t.post({ to: 'channel' }, headCard(desk, stored), { slot: textSlot(draft.id) });
  t.inThread(draft, bodyMessage(desk, stored), { slot: bodySlot(draft.id), updateOnly: true });
}
