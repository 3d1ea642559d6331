import type { Draft } from '../../core/draft.ts';
import { vouchWaits } from '../../core/drafting/asides.ts';
import { refusedMessage } from '../../core/drafting/notes.ts';
import { withSupport } from '../../core/drafting/versions.ts';
import { decide } from '../../core/evaluation/decide.ts';
import { stateOf } from '../../core/evaluation/evaluation.ts';
import type { Scene } from '../../core/evaluation/turn.ts';
import type { Question } from '../../core/method.ts';
import { mayVouch } from '../../core/review.ts';
import { findDraft } from '../../store/drafts.ts';
import { addComment } from '../../store/reviews.ts';
import { saveTurn } from '../../store/save-turn.ts';
import { makingOf } from '../drafting/make-text.ts';
import { recheckTexts, saveVersion } from '../drafting/recheck-draft.ts';
import { type Asked, one, type TextTurn } from '../drafting/text-turn.ts';
import { remark } from './comment.ts';
import { questionsToVouch, sentenceMeant } from './open-review.ts';

/**
 * "I vouch for it": a named person records the answer that a sentence lacks, like any other answer of theirs, and the sentence then cites it.
 * What nobody may vouch for (a quotation without consent, what is private) stays red. Where colleagues have answered already the words wait
 * for the team's choice, and the sentence cites them once the text is brought up to date.
 */
export async function vouch(t: TextTurn, draft: Draft, asked: Asked, whose: { channelId: string; scene: Scene }): Promise<void> {
  const meant = sentenceMeant(draft, asked);
  const words = one(asked.fields['words']);
  const question = questionsToVouch(t, draft).find(({ id }) => id === one(asked.fields['question']));
  const own = t.ownDesk;
  if (words === undefined || !question) {
    t.formErrors = { [question ? 'words' : 'question']: own.words('text.needs-words') };
    return;
  }
  const may = meant ? mayVouch(meant.sentence.reasons) : ({ ok: false, why: 'sentence-gone' } as const);
  if (!meant || !may.ok || t.isGuest) {
    t.aside(refusedMessage(own, draft, t.isGuest ? 'guest' : may.ok ? 'sentence-gone' : may.why), draft);
    return;
  }
  const before = t.evaluation;
  const { answerVersions } = stateOf(before, question.id);
  const isRecorded = await record(t, question, words, whose);
  if (!isRecorded) return;
  const now = (await findDraft(t.tx, t.evaluation.id, draft.id)) ?? draft;
  if (stateOf(t.evaluation, question.id).answerVersions === answerVersions) {
    const waiting = remark(t, now, 'vouched', words, meant.sentence.key, { question: question.id, answerVersions });
    await addComment(t.tx, t.owner.structureId, draft.id, waiting);
    const stored = await findDraft(t.tx, t.evaluation.id, draft.id);
    if (stored) t.show(stored);
    t.aside(vouchWaits(own), draft);
    return;
  }
  t.note('text-vouched', now, { question: question.id });
  await saveVersion(t, now, withSupport(now, meant.sentence.key, question.id, t.by.person, await makingOf(t, now)));
}

/**
 * The answer takes the way of every answer: warned about, kept or put beside a colleague's, confirmed, noted with its author. False when it
 * was not taken at all, which its author has then been told.
 */
async function record(
  t: TextTurn,
  question: Question,
  words: string,
  { channelId, scene }: { channelId: string; scene: Scene },
): Promise<boolean> {
  const before = t.evaluation;
  const { answer } = stateOf(before, question.id);
  const isOwn = answer?.authors.length === 1 && answer.authors[0] === t.by.person;
  const all = answer && isOwn && answer.value.type === 'list' ? `${answer.value.text}\n${words}` : words;
  const turn = decide(
    before,
    {
      what: 'press',
      action: isOwn ? 'correct' : 'answer',
      fields: { [question.id]: all },
      files: [],
      about: { question: question.id },
    },
    { ...scene, spot: { in: 'thread', question: question.id } },
  );
  if (turn.formErrors) {
    t.formErrors = { words: Object.values(turn.formErrors)[0] ?? '' };
    return false;
  }
  const { tx, now, method, needs } = t;
  await saveTurn(tx, { before, after: turn.evaluation, changes: turn.changes, channelId, now, by: t.by.person });
  t.evaluation = turn.evaluation;
  t.say.push(...turn.say, ...(await recheckTexts(needs, tx, { before, after: turn.evaluation, method, now })));
  return turn.changes.some(
    ({ change }) => change === 'contribution-added' || change === 'pending-added' || change === 'answer-kept',
  );
}
