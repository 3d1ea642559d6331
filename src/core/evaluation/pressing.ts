import type { AnswerValue } from '../answer.ts';
import type { Fields } from '../incoming.ts';
import type { About } from '../message.ts';
import { isSame } from '../same.ts';
import type { Question } from '../method.ts';
import type { FileRef } from '../answer.ts';
import { takeAnswer } from './answering.ts';
import { correct, wantCorrection, withdraw } from './correcting.ts';
import { cancelPending, confirmPending, pendingOf, saveMasked } from './deciding.ts';
import { contributionOf, nameOf, stateOf } from './evaluation.ts';
import { proposeMethods, sayChecks, sayChooser, sayIdeas } from './helping.ts';
import { refreshCard, refreshProgress } from './moving.ts';
import { askPauseDate, pause } from './pausing.ts';
import { putOffQuestion } from './putting-off.ts';
import { shownValue } from './question-card.ts';
import { button, enumerate, message, quote, text } from './say.ts';
import { change, maySet, notYours, saySettings, takeSettings } from './settings.ts';
import { readAll } from './recap.ts';
import { confirmMerge, outcomes, reopen, settle } from './settling.ts';
import { helpMessage, nothingOpen, nothingWaits } from './explaining.ts';
import { obey } from './talking.ts';
import type { TurnDraft } from './turn.ts';
import { takeUp } from './moving.ts';

export interface Pressed {
  action: string;
  value?: string;
  fields?: Fields;
  files: FileRef[];
  about?: About;
  message?: string;
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
    case 'share':
      share(t, pressed.value !== 'no');
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
      t.read('unclear');
      t.post(t.aside, helpMessage(t));
  }
}

const openQuestion = (t: TurnDraft): Question | undefined =>
  t.evaluation.openQuestion ? t.question(t.evaluation.openQuestion) : undefined;

const one = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value.join('\n') : value);

const ownLast = (t: TurnDraft, question: Question | undefined) =>
  question &&
  stateOf(t.evaluation, question.id).contributions.findLast(
    (each) => each.person === t.scene.by.person && each.state !== 'withdrawn',
  );

/** What changes something, and can no longer once the evaluation has ended. */
const overAtEnd = new Set(
  'answer choose correct skip not-yet not-for-us take-up still-true reopen reword confirm keep-masked pause pause-open undo'.split(
    ' ',
  ),
);

/** A choice or a form. To a question answered meanwhile it is a contribution like any other: nobody's words are lost. */
function answerOrCorrect(t: TurnDraft, question: Question, pressed: Pressed): void {
  const field = pressed.fields?.[question.id] ?? pressed.value;
  const isEmpty = field === undefined || (typeof field === 'string' ? field.trim() === '' : field.length === 0);
  if (isEmpty && pressed.files.length === 0) {
    if (pressed.action === 'correct') wantCorrection(t, question);
    else if (pressed.fields) t.formErrors = { [question.id]: t.words('misread.empty') };
    else {
      const where = t.evaluation.hearsThreads ? 'answer.write-here' : 'answer.mention-here';
      t.post(t.aside, message('write-here', t.scene.by.language, [text(t.ownWords(where))]));
    }
    return;
  }
  const value = chosen(t, question, field ?? '');
  const { answer } = stateOf(t.evaluation, question.id);
  // The same choice pressed twice.
  if (pressed.action !== 'correct' && value && answer?.authors.includes(t.scene.by.person) && isSame(answer.value, value)) {
    stale(t, question);
    return;
  }
  const said = {
    text: value?.text ?? (one(field) || pressed.files.map((file) => file.name).join(', ')),
    origin: pressed.fields ? ('form' as const) : ('press' as const),
    ...(value && { value }),
    ...(pressed.files.length > 0 && { files: pressed.files }),
  };
  if (pressed.action === 'correct') correct(t, question, said);
  else takeAnswer(t, question, said);
  if (pressed.action === 'correct' && !t.formErrors) closeCorrections(t, question);
}

/** The form did what a typed correction was awaited for. */
function closeCorrections(t: TurnDraft, question: Question): void {
  const mine = t.evaluation.pendings.filter((pending) => pending.kind === 'correction' && pending.person === t.scene.by.person);
  for (const pending of mine) if (pending.question === question.id) t.close(pending);
}

/** Options picked by their stored value. Anything else is read like typed words. */
function chosen(t: TurnDraft, question: Question, field: string | string[]): AnswerValue | undefined {
  const { options, exclusive = [] } = question;
  if (!options) return undefined;
  const picked = (
    Array.isArray(field) ? field : question.type === 'multiple-choice' ? field.split(',').map((each) => each.trim()) : [field]
  ).filter((each) => each !== '');
  const known = options.filter((option) => picked.includes(option.value));
  if (known.length !== picked.length || known.length === 0) return undefined;
  const text = known.map((option) => option.label[t.language]).join(' ; ');
  if (question.type === 'single-choice')
    return known.length === 1 ? { type: 'choice', value: known[0]?.value ?? '', text } : undefined;
  const values = known.map((option) => option.value);
  if (values.length > 1 && values.some((each) => exclusive.includes(each))) return undefined;
  return { type: 'choices', values, text };
}

/** Somebody looked again at an answer whose ground had moved: it holds. */
function stillTrue(t: TurnDraft, question: Question): void {
  if (!stateOf(t.evaluation, question.id).recheck) {
    stale(t, question);
    return;
  }
  t.read('answer');
  t.change(
    { change: 'question-set', question: question.id, set: { recheck: false, recheckBecause: null } },
    { change: 'noted', what: 'still-true', question: question.id, by: t.scene.by.person },
  );
  t.post(t.here, message('still-true', t.language, [text(t.words('recheck.done', { name: t.scene.by.name }))]));
  refreshCard(t, question);
  refreshProgress(t);
}

/** The carrier lets the accompanier read the answers, or no longer. The private question has a grant of its own. */
function share(t: TurnDraft, on: boolean): void {
  if (t.scene.by.role !== 'carrier') {
    notYours(t);
    return;
  }
  t.change({ change: 'content-shared', by: t.scene.by.person, on });
  t.post(
    t.here,
    message('shared', t.language, [text(t.words(on ? 'share.on' : 'share.off'))], {
      actions: [button(t.words, 'share', { value: on ? 'no' : 'yes', label: t.words(on ? 'button.share-no' : 'button.share') })],
    }),
  );
}

/** What happened meanwhile, told to the one who pressed. */
export function stale(t: TurnDraft, question: Question | undefined): void {
  const state = question && stateOf(t.evaluation, question.id);
  if (!question || !state?.answer) {
    nothingWaits(t);
    return;
  }
  const names = enumerate(
    t.ownWords,
    state.answer.authors.map((person) => nameOf(t.evaluation, person)),
  );
  t.post(
    t.aside,
    message(
      'stale',
      t.scene.by.language,
      [text(t.ownWords('stale.meanwhile', { name: names })), quote(shownValue(state.answer.value, question, t.language))],
      {
        about: { question: question.id, version: state.version },
        actions: [button(t.ownWords, 'correct')],
      },
    ),
  );
}
