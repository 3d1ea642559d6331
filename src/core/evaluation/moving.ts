import type { Question } from '../method.ts';
import { placeOf } from '../method.ts';
import { stageEnd, stepEnd } from './deliverable.ts';
import { isAsked, nextQuestion, pathOf, putOff, restingOn, stateOf } from './evaluation.ts';
import { progressCard } from './progress.ts';
import { questionCard, waits } from './question-card.ts';
import { button, list, message, text } from './say.ts';
import { progressSlot, questionSlot, type TurnDraft } from './turn.ts';
import { waitingAt, waitingBlocks } from './waiting.ts';

/** Shows the card of a question as it now is, where it was posted. */
export function refreshCard(t: TurnDraft, question: Question): void {
  if (!isAsked(t.evaluation, question.id)) return;
  const card = questionCard(t.evaluation, t.scene.method, question, t.words);
  t.post({ to: 'channel' }, card, { slot: questionSlot(question.id), updateOnly: true });
}

export function refreshProgress(t: TurnDraft): void {
  t.post({ to: 'channel' }, progressCard(t.evaluation, t.scene.method, t.words), { slot: progressSlot, updateOnly: true });
}

/** An answer changed: what rests on it is to be looked at again. */
export function recheckResting(t: TurnDraft, changed: Question): void {
  for (const each of restingOn(t.evaluation, t.scene.method, changed.id)) {
    t.change({ change: 'question-set', question: each.id, set: { recheck: true, recheckBecause: changed.id } });
    refreshCard(t, each);
  }
}

/**
 * A question whose answer was taken back is the one question that is open again: what is said next answers it. Its card stands where it
 * was; the card of the one that was open meanwhile waits without its buttons, and comes again afterwards.
 */
export function openAgain(t: TurnDraft, question: Question): void {
  const { openQuestion } = t.evaluation;
  if (openQuestion === question.id || !pathOf(t.evaluation, t.scene.method).includes(question)) return;
  t.change({ change: 'evaluation-set', set: { openQuestion: question.id } });
  if (openQuestion !== undefined) refreshCard(t, t.question(openQuestion));
}

/** Asks this question now: it becomes the open one, and its card is posted in the channel, in a thread of its own. */
export function ask(t: TurnDraft, question: Question): void {
  const { openQuestion } = t.evaluation;
  const isAgain = t.before.openQuestion === question.id && isAsked(t.before, question.id);
  if (openQuestion !== question.id) t.change({ change: 'evaluation-set', set: { openQuestion: question.id } });
  t.change({ change: 'question-set', question: question.id, set: { asked: true } });
  t.post({ to: 'channel' }, questionCard(t.evaluation, t.scene.method, question, t.words), {
    slot: questionSlot(question.id),
    anew: true,
    ...(isAgain && { again: true }),
  });
  if (openQuestion !== undefined && openQuestion !== question.id && waits(t.evaluation, openQuestion))
    refreshCard(t, t.question(openQuestion));
}

/**
 * After a question was settled: what a finished step or stage gives back, then the next question, or the end of the path.
 * Does nothing while another question is the open one.
 */
export function moveOn(t: TurnDraft, settled: Question): void {
  if (t.evaluation.openQuestion !== settled.id) {
    giveBack(t, settled);
    refreshProgress(t);
    return;
  }
  giveBack(t, settled);
  const next = nextQuestion(t.evaluation, t.scene.method);
  if (next) ask(t, next);
  else finish(t);
  refreshProgress(t);
}

/** What a step or a stage leaves in the team's hands, once, when its last question is settled. */
function giveBack(t: TurnDraft, settled: Question): void {
  const place = placeOf(t.scene.method, settled.id);
  if (!place) return;
  const isSettled = (question: Question): boolean =>
    question.askedAtStart === true || stateOf(t.evaluation, question.id).status !== 'open';
  const isComplete = (questions: Question[]): boolean => questions.length > 0 && questions.every(isSettled);
  const wasOpen = stateOf(t.before, settled.id).status === 'open';
  const path = pathOf(t.evaluation, t.scene.method);
  const onPath = (questions: Question[]): Question[] => questions.filter((question) => path.includes(question));
  if (!wasOpen || !isComplete(onPath(place.step.questions))) return;
  const given = stepEnd(t.evaluation, t.scene.method, place.step, t.words);
  if (given) t.post({ to: 'channel' }, given, { slot: `step:${place.step.id}` });
  if (isComplete(onPath(place.stage.steps.flatMap((step) => step.questions)))) {
    t.post({ to: 'channel' }, stageEnd(t.evaluation, t.scene.method, place.stage, t.words), { slot: `stage:${place.stage.id}` });
  }
}

/** The card of a question says when a choice waits in its thread, which may be folded away, and no longer once it was made. */
export function refreshWaiting(t: TurnDraft): void {
  for (const question of pathOf(t.evaluation, t.scene.method))
    if (waitingAt(t.before, question.id) !== waitingAt(t.evaluation, question.id)) refreshCard(t, question);
}

/** What finished steps gave back says what their answers say now: a correction changes it where it stands. */
export function refreshGiven(t: TurnDraft): void {
  const path = pathOf(t.before, t.scene.method);
  const wasSettled = (question: Question): boolean =>
    question.askedAtStart === true || stateOf(t.before, question.id).status !== 'open';
  for (const { steps } of t.scene.method.stages) {
    for (const step of steps) {
      const questions = step.questions.filter((question) => path.includes(question));
      if (questions.length === 0 || !questions.every(wasSettled)) continue;
      if (questions.every(({ id }) => t.before.states[id] === t.evaluation.states[id])) continue;
      const before = stepEnd(t.before, t.scene.method, step, t.words);
      const now = stepEnd(t.evaluation, t.scene.method, step, t.words);
      if (now && JSON.stringify(now) !== JSON.stringify(before))
        t.post({ to: 'channel' }, now, { slot: `step:${step.id}`, updateOnly: true });
    }
  }
}

/** The end of the path: thanks, and what is left to take up. */
export function finish(t: TurnDraft): void {
  t.change({ change: 'evaluation-set', set: { openQuestion: null } });
  const { evaluation, words } = t;
  const left = putOff(evaluation, t.scene.method);
  const recheck = pathOf(evaluation, t.scene.method).filter((question) => stateOf(evaluation, question.id).recheck);
  t.post(
    { to: 'channel' },
    message(
      'finished',
      evaluation.language,
      [
        text(words('finished.thanks')),
        left.length > 0 && text(words('finished.left', { count: left.length })),
        left.length > 0 && list(left.map((question) => question.ask[evaluation.language])),
        recheck.length > 0 && text(words('finished.recheck', { count: recheck.length })),
        recheck.length > 0 && list(recheck.map((question) => question.ask[evaluation.language])),
        ...waitingBlocks(evaluation, t.scene.method, words, evaluation.language),
        text(words('finished.next')),
      ],
      {
        actions: [
          left.length > 0 && button(words, 'next', { style: 'primary' }),
          button(words, 'text-want'),
          button(words, 'status'),
        ],
      },
    ),
    { slot: 'finished', anew: true },
  );
}

/** The next thing to do, on demand: the open question again, else what was put off, else the end. */
export function goOn(t: TurnDraft): void {
  const { evaluation } = t;
  const open = evaluation.openQuestion && t.question(evaluation.openQuestion);
  const next = open || nextQuestion(evaluation, t.scene.method) || putOff(evaluation, t.scene.method)[0];
  if (!next) {
    finish(t);
    return;
  }
  takeUp(t, next);
}

/** Opens a question again that was put off, skipped, parked or set aside, and asks it. An answer that exists is kept. */
export function takeUp(t: TurnDraft, question: Question): void {
  const reasons = t.evaluation.pendings.filter((each) => each.kind === 'reason' && each.question === question.id);
  for (const { id } of reasons) t.change({ change: 'pending-closed', id });
  const state = stateOf(t.evaluation, question.id);
  if (!state.answer && state.status !== 'open' && state.status !== 'differ') {
    t.change({ change: 'question-set', question: question.id, set: { status: 'open', attempts: 0, reason: null } });
  }
  ask(t, question);
  refreshProgress(t);
}
