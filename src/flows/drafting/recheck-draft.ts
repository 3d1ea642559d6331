import { type Comment, type Draft, isToRecheck } from '../../core/draft.ts';
import { asWritten } from '../../core/drafting/at-desk.ts';
import { bodyMessage, headCard } from '../../core/drafting/cards.ts';
import { bodySlot, type Desk, textSlot } from '../../core/drafting/desk.ts';
import { approversOf, shakenSlot } from '../../core/drafting/fallen.ts';
import { changedMessage, shakenMessage } from '../../core/drafting/notes.ts';
import { renewed } from '../../core/drafting/versions.ts';
import { chosenAgain, claimsCard } from '../../core/drafting/wishes.ts';
import { type Evaluation, type QuestionState, stateOf } from '../../core/evaluation/evaluation.ts';
import { waitingQuestions } from '../../core/evaluation/waiting.ts';
import { materialOf } from '../../core/valorisation/material-of.ts';
import type { Post } from '../../core/message.ts';
import type { Method } from '../../core/method.ts';
import { openComments, standing } from '../../core/review.ts';
import { isSame } from '../../core/same.ts';
import { isModelOn } from '../../core/writing/model.ts';
import type { Tx } from '../../store/database.ts';
import { addVersion, findDraft, listDrafts, saveClaims, setState } from '../../store/drafts.ts';
import { dropDecisions, findDeciders, settleComment } from '../../store/reviews.ts';
import { shakeTexts } from '../../store/supports.ts';
import type { Needs } from '../needs.ts';
import { assembleDraft, claimsNow, makingOf } from './make-text.ts';
import { takeBackYes } from './take-back-yes.ts';
import type { TextTurn, Told } from './text-turn.ts';

/** What a turn changed of what texts may rest on: answers, and the views where people differ. */
export function changedGround(before: Evaluation, after: Evaluation): string[] {
  const isDiffering = (state: QuestionState): boolean => state.status === 'differ';
  return Object.keys(after.states).filter((id) => {
    const [was, is] = [stateOf(before, id), stateOf(after, id)];
    return was.answer !== is.answer || (was !== is && (isDiffering(was) || isDiffering(is)));
  });
}

/** Answers that are to be looked at again now, or no longer: what rests on them is worth a look, or no longer. */
const changedDoubts = (before: Evaluation, after: Evaluation): string[] =>
  Object.keys(after.states).filter((id) => stateOf(before, id).recheck !== stateOf(after, id).recheck);

async function inReviewOn(tx: Tx, evaluationId: string, questions: readonly string[]): Promise<Draft[]> {
  const found: Draft[] = [];
  for (const { id, state } of await listDrafts(tx, evaluationId)) {
    if (state !== 'in-review' && state !== 'changes-asked' && state !== 'to-recheck') continue;
    const draft = await findDraft(tx, evaluationId, id);
    if (draft?.sentences.some(({ supports }) => supports.some(({ question }) => questions.includes(question)))) found.push(draft);
  }
  return found;
}

/**
 * After a turn was stored: texts that lean on what it changed are to be looked at again, what was agreed about them falls, and the team is
 * told once. A team without texts pays nothing for it.
 */
export async function recheckTexts(
  needs: Needs,
  tx: Tx,
  { before, after, method, now }: { before: Evaluation; after: Evaluation; method: Method; now: Date },
): Promise<Post[]> {
  if (!before.hasTexts) return [];
  const changed = changedGround(before, after);
  const doubted = changedDoubts(before, after);
  const waits = [before, after].map((each) => waitingQuestions(each, method).map(({ id }) => id));
  const isClaimed = changed.length > 0 || !isSame(waits[0], waits[1]);
  if (!isClaimed && doubted.length === 0) return [];
  const of = {
    structureId: after.structure.id,
    evaluationId: after.id,
    carrier: after.carrier,
    person: after.members[0]?.person ?? '',
  };
  const { deciders } = await findDeciders(tx, of);
  const model = needs.writing?.model;
  const desk: Desk = {
    evaluation: after,
    method,
    deciders,
    language: after.language,
    words: needs.wording[after.language],
    ...(isModelOn(after, model) && { model }),
  };
  const posts = isClaimed ? await claimsAnew(tx, desk, now) : [];
  // How sure the team is decides how firmly every sentence may speak.
  const groundOf = (questions: string[]): string[] | 'all' => {
    const [was, is] = [before, after].map((each) => materialOf(each, method).material.confidence);
    return was === is ? questions : 'all';
  };
  const refresh = (draft: Draft): void => {
    const [head, body] = [textSlot(draft.id), bodySlot(draft.id)];
    posts.push(
      { place: { to: 'channel' }, message: headCard(desk, draft), slot: head, updateOnly: true },
      { place: { to: 'thread', of: { slot: head } }, message: bodyMessage(desk, draft), slot: body, updateOnly: true },
    );
  };
  const shaken = changed.length === 0 ? [] : await shakeTexts(tx, after.id, groundOf(changed), now);
  const unsure = doubted.length === 0 ? [] : await inReviewOn(tx, after.id, doubted);
  for (const draft of unsure.filter(({ id }) => !shaken.some((each) => each.draft === id))) refresh(draft);
  for (const { draft: id, isNew, wasApproved } of shaken) {
    const draft = await findDraft(tx, after.id, id);
    if (!draft) continue;
    refresh(draft);
    if (!isNew) continue;
    const by = approversOf(draft, now);
    const count = draft.sentences.filter(isToRecheck).length;
    const message = shakenMessage(desk, draft, { wasApproved, by, count });
    // Who no longer may use a text, or said yes to it, must hear it where everybody looks.
    const place =
      wasApproved || by.length > 0 ? ({ to: 'channel' } as const) : ({ to: 'thread', of: { slot: textSlot(id) } } as const);
    posts.push({ place, message, slot: shakenSlot(id, draft.version) });
    await takeBackYes(needs, tx, desk, { draft, by, wasApproved, because: 'answer' }, now);
  }
  return posts;
}

/** Where a text is still to be written, the card that shows what the answers carry shows what they carry now. */
async function claimsAnew(tx: Tx, desk: Desk, now: Date): Promise<Post[]> {
  const { evaluation } = desk;
  const posts: Post[] = [];
  for (const { id, state } of await listDrafts(tx, evaluation.id)) {
    const draft = state === 'claims' ? await findDraft(tx, evaluation.id, id) : undefined;
    if (!draft) continue;
    const claims = chosenAgain(await claimsNow(tx, desk, draft.output), draft.claims);
    await saveClaims(tx, id, claims, now);
    posts.push({
      place: { to: 'channel' },
      message: claimsCard(desk, { ...draft, claims }),
      slot: textSlot(id),
      updateOnly: true,
    });
  }
  return posts;
}

/** Brings a text up to date: every sentence is held against the answers as they are now, and those that leaned on what changed are made anew. */
export async function renewDraft(t: TextTurn, draft: Draft): Promise<void> {
  if (draft.state === 'claims' || draft.state === 'recalled') return;
  const making = await makingOf(t, draft);
  const anew = draft.made === 'assembled' ? await assembleDraft(t, draft) : undefined;
  const answered = openComments(draft, 'vouched').filter((each) => isAnswered(t.evaluation, each));
  const more = new Map(
    answered.flatMap(({ sentence, question }) => (sentence && question ? [[sentence, question] as const] : [])),
  );
  const next = renewed(draft, anew?.ok ? anew : undefined, t.by.person, making, more);
  for (const { id } of answered) await settleComment(t.tx, id, { outcome: 'done', by: t.by.person, at: t.now });
  await saveVersion(t, draft, next);
}

const isAnswered = (evaluation: Evaluation, { question, answerVersions = 0 }: Comment): boolean =>
  question !== undefined && stateOf(evaluation, question).answerVersions > answerVersions;

/** A new version is in review again: what was agreed about the one before is history. */
export async function saveVersion(t: TextTurn, draft: Draft, next: Parameters<typeof changedMessage>[2]): Promise<Draft> {
  const by = standing(draft).flatMap(({ decision, person }) => (decision === 'approve' ? [person] : []));
  const doer = t.by.person;
  await dropDecisions(t.tx, draft.id, t.now);
  await takeBackYes(t.needs, t.tx, t.desk, { draft, by, wasApproved: draft.state === 'approved', because: 'words', doer }, t.now);
  await addVersion(t.tx, t.owner, draft.id, next, t.now);
  const isShaken = next.sentences.some(isToRecheck);
  await setState(t.tx, draft.id, isShaken ? 'to-recheck' : 'in-review', t.now);
  t.note(`text-${next.how}`, { ...draft, version: next.version });
  const stored = await findDraft(t.tx, t.evaluation.id, draft.id);
  if (!stored) throw new Error(`The text ${draft.id} is gone while it is being changed.`);
  if (draft.version > 0) {
    const byOthers = by.filter((each) => each !== doer);
    const make: Told['make'] = (desk, seen) => changedMessage(desk, seen(draft), seen(next), byOthers);
    // What asked for it says what came of it, where it was pressed.
    t.inThread(draft, make(t.desk, asWritten), next.how === 'renewed' ? { slot: shakenSlot(draft.id, draft.version) } : {});
    t.told.push({ draft: draft.id, by: t.by.person, make });
  }
  t.show(stored);
  return stored;
}
