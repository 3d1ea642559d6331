import type { FileRef } from '../answer.ts';
import type { Fields } from '../incoming.ts';
import type { About } from '../message.ts';
import type { Question } from '../method.ts';
import { takeAnswer } from './answering.ts';
import { withdraw } from './correcting.ts';
import { cancelPending, confirmPending, pendingOf, saveMasked } from './deciding.ts';
import { contributionOf, stateOf } from './evaluation.ts';
import { helpMessage, nothingOpen, nothingWaits } from './explaining.ts';
import { proposeMethods, sayChecks, sayChooser, sayIdeas } from './helping.ts';
import { takeUp } from './moving.ts';
import { takeNudgePress } from '../nudging/acting.ts';
import { askPauseDate, pause } from './pausing.ts';
import { answerOrCorrect, one } from './pressing/answers.ts';
import { deciding, overAtEnd, stale } from './pressing/stale.ts';
import { stillTrue } from './pressing/still-true.ts';
import { putOffQuestion } from './putting-off.ts';
import { readAll } from './recap.ts';
import { button, message, text } from './say.ts';
import { change, maySet, saySettings, takeSettings } from './settings.ts';
import { outcomes, settle } from './settling.ts';
import { reopen } from './settling/differing.ts';
import { confirmMerge } from './settling/merging.ts';
import { obey } from './talking.ts';
import type { TurnDraft } from './turn.ts';

export interface Pressed {
  action: string;
  value?: string;
  fields?: Fields;
  files: FileRef[];
  about?: About;
  message?: string;
  /** It was made on an older showing of the message, which has changed since. */
  outdated?: boolean;
}

/** A button or a form: the twin of words. A press that came too late changes nothing and is explained to its author alone. */
export function takePress(t: TurnDraft, pressed: Pressed): void {
  t.pressed = true;
  const question = pressed.about?.question ? t.question(pressed.about.question) : openQuestion(t);
  const spoken = { text: '', files: pressed.files, message: pressed.message ?? '' };
  const outcome = outcomes.find((each) => each === pressed.action);
  if (t.evaluation.state === 'ended' && (outcome || overAtEnd.has(pressed.action))) {
    nothingOpen(t);
    return;
  }
  if (pressed.outdated && (outcome || deciding.has(pressed.action))) {
    stale(t, question);
    return;
  }
  if (outcome) {
    t.read('add');
    const named = pressed.value?.trim().toLowerCase();
    const person = t.evaluation.members.find(
      (member) => member.person === pressed.value || member.name.toLowerCase() === named,
    )?.person;
    const which = { ...(pressed.about?.contribution && { contribution: pressed.about.contribution }), ...(person && { person }) };
    if (!question || !settle(t, question, outcome, which)) nothingWaits(t);
    return;
  }
  switch (pressed.action) {
    case 'answer':
    case 'choose':
    case 'correct':
      if (question) answerOrCorrect(t, question, pressed);
      return;
    case 'skip':
    case 'not-yet':
    case 'not-for-us':
      if (!question) return;
      if (stateOf(t.evaluation, question.id).status !== 'open') stale(t, question);
      else
        putOffQuestion(
          t,
          question,
          pressed.action === 'skip' ? 'skipped' : pressed.action,
          one(pressed.fields?.['reason']) ?? pressed.value,
        );
      return;
    case 'take-up':
      t.read('resume');
      if (question) takeUp(t, question);
      return;
    case 'still-true':
      if (question) stillTrue(t, question);
      return;
    case 'reopen':
      if (!question) return;
      if (!maySet(t)) t.post(t.aside, message('not-yours', t.scene.by.language, [text(t.ownWords('settle.carrier-reopens'))]));
      else if (!reopen(t, question)) stale(t, question);
      return;
    case 'withdraw': {
      const contribution = pressed.about?.contribution
        ? contributionOf(t.evaluation, pressed.about.contribution)
        : ownLast(t, question);
      if (contribution && contribution.person === t.scene.by.person && contribution.state !== 'withdrawn')
        withdraw(t, contribution);
      else stale(t, question);
      return;
    }
    case 'reword': {
      const pending = pendingOf(t, pressed.about?.contribution);
      const words = question && one(pressed.fields?.[question.id])?.trim();
      if (question && words) {
        t.read('add');
        if (pending?.kind === 'merge') t.close(pending);
        // Settled in another way meanwhile: what was typed is a contribution like any other.
        if (pending?.kind !== 'merge' || !confirmMerge(t, question, pending, words))
          takeAnswer(t, question, { text: words, origin: 'form' });
      } else if (pending?.kind !== 'merge') stale(t, question);
      else t.post(t.aside, message('reword-how', t.scene.by.language, [text(t.ownWords('merge.reword'))]));
      return;
    }
    case 'confirm':
    case 'cancel':
    case 'keep-masked': {
      // A card names what it waits for: pressed too late, it must not decide something else.
      const pending = pendingOf(t, pressed.about?.contribution);
      const mine =
        pending && (pending.person === t.scene.by.person || pending.kind === 'merge' || pending.kind === 'confirm-correction');
      if (!pending || !mine) stale(t, question);
      else if (pressed.action === 'cancel') cancelPending(t, pending);
      else if (pressed.action === 'keep-masked' && pending.kind === 'sensitive') saveMasked(t, pending);
      else confirmPending(t, pending);
      return;
    }
    case 'pause': {
      const until = one(pressed.fields?.['until']) ?? pressed.value;
      if (until) pause(t, until);
      else if (pressed.fields) pause(t, undefined);
      else askPauseDate(t);
      return;
    }
    case 'settings':
      if (pressed.fields) takeSettings(t, pressed.fields);
      else saySettings(t);
      return;
    case 'hearing':
      change(t, 'hearing', pressed.value);
      return;
    case 'model':
      change(t, 'model', pressed.value);
      return;
    case 'read':
      readAll(t);
      return;
    case 'ideas':
      sayIdeas(t);
      return;
    case 'checks':
      sayChecks(t);
      return;
    case 'chooser':
      if (pressed.fields) proposeMethods(t, pressed.fields);
      else sayChooser(t);
      return;
    case 'pause-open':
      pause(t, undefined);
      return;
    case 'stop': {
      const which = pressed.value;
      obey(
        t,
        { do: 'stop', ...(which === 'messages' || which === 'end' || which === 'pause' ? { which } : {}) },
        spoken,
        question,
      );
      return;
    }
    case 'accompanier': {
      const words = one(pressed.fields?.['words'])?.trim();
      obey(t, { do: 'accompanier', ...(words && { words }) }, spoken, question);
      return;
    }
    case 'status':
    case 'help':
    case 'why':
    case 'example':
    case 'hint':
    case 'resume':
    case 'next':
    case 'repeat':
    case 'recap':
    case 'handover':
    case 'undo':
      obey(t, { do: pressed.action }, spoken, question);
      return;
    case 'start':
      t.post(
        t.aside,
        message('already-started', t.scene.by.language, [text(t.ownWords('start.already'))], {
          actions: [button(t.ownWords, 'next'), button(t.ownWords, 'status')],
        }),
      );
      return;
    default:
      if (takeNudgePress(t, pressed)) return;
      t.read('unclear');
      t.post(t.aside, helpMessage(t));
  }
}

const openQuestion = (t: TurnDraft): Question | undefined =>
  t.evaluation.openQuestion ? t.question(t.evaluation.openQuestion) : undefined;

const ownLast = (t: TurnDraft, question: Question | undefined) =>
  question &&
  stateOf(t.evaluation, question.id).contributions.findLast(
    (each) => each.person === t.scene.by.person && each.state !== 'withdrawn',
  );
