import { readingOf, takeAnswer } from './answering.ts';
import { correct } from './correcting.ts';
import type { Question } from '../method.ts';
import { reword } from './editing.ts';
import { contributionOf, type Pending, stateOf } from './evaluation.ts';
import { refreshCard } from './moving.ts';
import { dayMeant, pause } from './pausing.ts';
import { button, message, quote, text } from './say.ts';
import { confirmMerge } from './settling/merging.ts';
import { callForHelp, end } from './stopping.ts';
import type { TurnDraft } from './turn.ts';

/** What the companion waits for from this person, newest first; where they wrote in a thread, what belongs to that question. */
export function pendingOf(t: TurnDraft, id?: string): Pending | undefined {
  const { pendings } = t.evaluation;
  if (id) return pendings.find((each) => each.id === id);
  const { spot, by } = t.scene;
  const mine = pendings.filter((each) => each.person === by.person && !isOld(each, t));
  const here =
    spot.in === 'thread' && spot.question ? mine.filter((each) => !each.question || each.question === spot.question) : mine;
  // A merged text may be confirmed by any member, in the thread where it is shown.
  const shown =
    spot.in === 'thread' && spot.question
      ? pendings.filter((each) => each.kind === 'merge' && each.question === spot.question)
      : [];
  return here.at(-1) ?? shown.at(-1);
}

/** Asked long ago, and the conversation has moved on: a text is no longer the answer to it. A press still is. */
const patienceMs = 12 * 3_600_000;
const isOld = (pending: Pending, t: TurnDraft): boolean => t.scene.now.getTime() - pending.addedAt.getTime() > patienceMs;

/** Yes. */
export function confirmPending(t: TurnDraft, pending: Pending): void {
  const question = pending.question ? t.question(pending.question) : undefined;
  t.close(pending);
  switch (pending.kind) {
    case 'sensitive':
      t.read(readingOf(pending.saves));
      saveDecided(t, pending, pending.text);
      return;
    case 'confirm-correction':
      if (question) confirmCorrection(t, question, pending);
      return;
    case 'merge':
      t.read('add');
      if (question) confirmMerge(t, question, pending);
      return;
    case 'confirm-end':
      t.read('stop');
      end(t);
      return;
    case 'confirm-answer':
      if (question) takeAnswer(t, question, said(pending.text, pending.source));
      return;
    case 'pause-date':
      pause(t, undefined);
      return;
    case 'correction':
    case 'reason':
    case 'stop-which':
      return;
  }
}

/** The words stay their author's, whoever says yes. What was shown as the old answer must still be the answer: else it is shown anew. */
function confirmCorrection(t: TurnDraft, question: Question, pending: Pending & { kind: 'confirm-correction' }): void {
  const { answer } = stateOf(t.evaluation, question.id);
  const isCurrent = !answer || answer.at <= pending.addedAt;
  const correction = { ...said(pending.text, pending.source), value: pending.value, person: pending.person, decided: true };
  correct(t, question, correction, isCurrent);
}

const said = (words: string, source: string | undefined) => ({
  text: words,
  origin: 'said' as const,
  ...(source && { message: source }),
});

/** Yes to the masked version that was proposed. */
export function saveMasked(t: TurnDraft, pending: Pending & { kind: 'sensitive' }): void {
  t.close(pending);
  saveDecided(t, pending, pending.masked);
}

/** The buttons of a card that waits, typed: "masquer", "tel quel", "terminer l'évaluation". True when the words were one of them. */
export function decideInWords(t: TurnDraft, pending: Pending, words: string): boolean {
  const said = words.trim().toLowerCase();
  if (said.length > 60) return false;
  if (
    pending.kind === 'confirm-end' &&
    /^(?:oui,? )?(?:terminer|arrêter|fin|(?:de )?evaluatie beëindigen|beëindigen|end the evaluation|end it)\b/u.test(said)
  ) {
    confirmPending(t, pending);
    return true;
  }
  if (pending.kind !== 'sensitive') return false;
  if (
    /^(oui,? )?(masque[rz]?|garde[rz]?( la version)? masqu|version masqu|afscherm|scherm .*af|verberg|mask|hide|keep (the )?mask|(garder |hou )?(la |de )?(masqu|afgeschermd))/u.test(
      said,
    )
  ) {
    saveMasked(t, pending);
    return true;
  }
  if (
    /^(oui,? )?(garde[rz]?[- ])?(le )?(tel quel|comme [çc]a|sans (le )?masquer)|^(hou(d|en)? )?(het )?zo( laten| houden)?$|^(keep )?(it )?as (it )?is/u.test(
      said,
    )
  ) {
    confirmPending(t, pending);
    return true;
  }
  return false;
}

/** Saves what the person decided to save: their words as they are, or the masked version. */
function saveDecided(t: TurnDraft, pending: Pending & { kind: 'sensitive' }, words: string): void {
  if (pending.saves === 'call') {
    callForHelp(t, pending.question === undefined ? undefined : t.question(pending.question), words, true);
    return;
  }
  if (!pending.question) return;
  const question = t.question(pending.question);
  const decided = { ...said(words, pending.source), decided: true };
  if (pending.saves === 'edit') {
    const edited = pending.contribution === undefined ? undefined : contributionOf(t.evaluation, pending.contribution);
    if (edited) reword(t, edited, words);
    return;
  }
  if (pending.saves === 'answer') takeAnswer(t, question, decided);
  else correct(t, question, decided);
}

/** No. Nothing changes, and it is said what stays. */
export function cancelPending(t: TurnDraft, pending: Pending): void {
  t.close(pending);
  const question = pending.question ? t.question(pending.question) : undefined;
  const { answer } = question ? stateOf(t.evaluation, question.id) : {};
  t.read('small-talk');
  if (['stop-which', 'confirm-end', 'pause-date'].includes(pending.kind)) {
    t.reply(message('cancelled', t.language, [text(t.words('cancelled.going-on'))], { actions: [button(t.words, 'next')] }));
    return;
  }
  t.post(
    t.aside,
    message('cancelled', t.scene.by.language, [
      text(t.ownWords(answer ? 'cancelled.answer' : 'cancelled.nothing')),
      answer && quote(answer.value.text),
    ]),
  );
}

/** Free words said while something is awaited: a date, a reason, the new words of an answer. True when they were that. */
export function answerPending(t: TurnDraft, pending: Pending, words: string, source: string): boolean {
  switch (pending.kind) {
    case 'correction':
      if (!pending.question) return false;
      t.close(pending);
      correct(t, t.question(pending.question), said(words, source));
      return true;
    case 'pause-date': {
      const day = dayMeant(t, words);
      if (!day) return false;
      t.close(pending);
      pause(t, day);
      return true;
    }
    case 'reason': {
      if (!pending.question || t.scene.spot.in !== 'thread') return false;
      t.close(pending);
      t.read('not-for-us');
      t.change({ change: 'question-set', question: pending.question, set: { reason: words } });
      t.post(t.here, message('reason-kept', t.language, [text(t.words('put-off.reason-kept'))]));
      refreshCard(t, t.question(pending.question));
      return true;
    }
    case 'sensitive':
    case 'confirm-correction':
    case 'merge':
    case 'confirm-answer':
    case 'stop-which':
    case 'confirm-end':
      return false;
  }
}
