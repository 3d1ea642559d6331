import { type Command, readCommands } from '../commands.ts';
import type { Question } from '../method.ts';
import type { FileRef } from '../answer.ts';
import { takeAnswer } from './answering.ts';
import { correct, wantCorrection } from './correcting.ts';
import { askWhetherAnswer, isChatter, typedButton } from './doubting.ts';
import { type Pending, type QuestionState, stateOf, numberedPath } from './evaluation.ts';
import { takePress } from './pressing.ts';
import { answerPending, cancelPending, confirmPending, decideInWords, pendingOf, saveMasked } from './deciding.ts';
import { define, explain, helpMessage, nothingOpen, nothingWaits, unclear } from './explaining.ts';
import { findElsewhere } from './elsewhere.ts';
import { knownNames } from './names.ts';
import { goOn, takeUp } from './moving.ts';
import { takeNudgeWords } from '../nudging/acting.ts';
import { askPauseDate, pause, resume } from './pausing.ts';
import { putOffQuestion } from './putting-off.ts';
import { questionCard } from './question-card.ts';
import { handover, recap } from './recap.ts';
import { statusMessage } from './progress.ts';
import { change } from './settings.ts';
import { settle } from './settling.ts';
import { message, text } from './say.ts';
import { callForHelp, stop } from './stopping.ts';
import type { TurnDraft } from './turn.ts';
import { toUndo, undo } from './undoing.ts';

export interface Spoken {
  text: string;
  files: FileRef[];
  message: string;
}

/** What somebody wrote: zero or more commands, each taken in the order written. */
export function takeWords(t: TurnDraft, spoken: Spoken): void {
  const pending = pendingOf(t);
  const question = questionMeant(t);
  if (spoken.files.length > 0 && takeFiles(t, question, spoken)) return;
  if (pending && decideInWords(t, pending, spoken.text)) return;
  if (!pending && takeNudgeWords(t, spoken.text)) return;
  const typed = typedButton(t.scene.wording, spoken.text);
  if (typed) {
    takePress(t, { action: typed, files: [], ...(question && { about: { question: question.id } }), message: spoken.message });
    t.pressed = false;
    return;
  }
  const commands = readCommands(spoken.text, {
    language: t.language,
    now: t.scene.now,
    ...(question && { question }),
    answered: Object.keys(t.evaluation.states).filter((id) => stateOf(t.evaluation, id).answer),
    questions: numberedPath(t.evaluation, t.scene.method),
    ...(pending && awaitingOf(pending) && { awaiting: awaitingOf(pending) }),
    people: knownNames(t.evaluation),
  });
  const [only] = commands;
  if (pending?.kind === 'correction' && commands.length === 1 && only && isNewWords(only)) {
    // What was asked for was the new words of this answer: whatever question they may remind of, they are that.
    answerPending(t, pending, only.do === 'correct' && only.text ? only.text : spoken.text, spoken.message);
    return;
  }
  if (only?.do === 'answer' && commands.length === 1 && question && isChatter(t, question, spoken.text)) {
    askWhetherAnswer(t, question, spoken);
    return;
  }
  for (const command of commands) obey(t, command, spoken, question, pending);
}

const isNewWords = (command: Command): boolean =>
  command.do === 'answer' || (command.do === 'correct' && command.text !== undefined && command.question === undefined);

/** The thread's question, else the one that is open. */
const questionMeant = (t: TurnDraft): Question | undefined => {
  const id = (t.scene.spot.in === 'thread' && t.scene.spot.question) || t.evaluation.openQuestion;
  return id ? t.question(id) : undefined;
};

function awaitingOf(pending: Pending) {
  switch (pending.kind) {
    case 'sensitive':
    case 'merge':
    case 'confirm-correction':
    case 'confirm-end':
    case 'confirm-answer':
      return 'confirmation' as const;
    default:
      return pending.kind;
  }
}

/** A file in the thread of a file question is its answer; elsewhere it is kept beside the question, and said so. */
function takeFiles(t: TurnDraft, question: Question | undefined, spoken: Spoken): boolean {
  if (!question) return false;
  if (question.type === 'file' && t.evaluation.state !== 'ended') {
    takeAnswer(t, question, {
      text: spoken.text || spoken.files.map((file) => file.name).join(', '),
      origin: 'said',
      files: spoken.files,
      message: spoken.message,
    });
    return true;
  }
  for (const file of spoken.files)
    t.change({ change: 'file-attached', id: file.id, question: question.id, person: t.scene.by.person });
  t.read('answer');
  t.post(
    t.here,
    message('file-kept', t.language, [text(t.words('file.kept', { names: spoken.files.map((file) => file.name).join(', ') }))]),
  );
  return spoken.text.trim() === '';
}

/** What goes on or changes something, and can no longer once the evaluation has ended. */
const overAtEnd = new Set(
  'answer unclear correct skip not-yet not-for-us next jump pause undo confirm keep both merge replace differ'.split(' '),
);

/** One command. Typed words and pressed buttons end here alike. */
export function obey(t: TurnDraft, command: Command, spoken: Spoken, about: Question | undefined, pending?: Pending): void {
  const said = (words: string) => ({ text: words, origin: 'said' as const, message: spoken.message });
  if (t.evaluation.state === 'ended' && overAtEnd.has(command.do)) {
    nothingOpen(t);
    return;
  }
  switch (command.do) {
    case 'answer': {
      if (pending && answerPending(t, pending, command.text, spoken.message)) return;
      const question = command.question
        ? t.question(command.question)
        : about && (findElsewhere(t, about, command.text) ?? about);
      if (question) takeAnswer(t, question, said(command.text));
      else nothingOpen(t);
      return;
    }
    case 'correct': {
      const question = command.question ? t.question(command.question) : toCorrect(t, about, command.old);
      // The answer that was wrong has been taken back already: these are its new words.
      if (!command.question && about && command.text && isTakenBack(t, about)) takeAnswer(t, about, said(command.text));
      else if (question && command.text) correct(t, question, said(command.text));
      else if (question) wantCorrection(t, question);
      else nothingOpen(t);
      return;
    }
    case 'skip':
    case 'not-yet':
      putOffQuestion(t, about, command.do === 'skip' ? 'skipped' : 'not-yet');
      return;
    case 'not-for-us':
      putOffQuestion(t, about, 'not-for-us', command.reason);
      return;
    case 'repeat':
      t.read('repeat');
      if (about) repeat(t, about);
      else nothingOpen(t);
      return;
    case 'show':
      t.read('repeat');
      showAgain(t, t.question(command.question));
      return;
    case 'status':
      t.read('status');
      t.post(t.here, statusMessage(t.evaluation, t.scene.method, t.words));
      return;
    case 'pause':
      // Asked until when, "no date" is an answer too.
      if (command.until || pending?.kind === 'pause-date') pause(t, command.until);
      else askPauseDate(t);
      return;
    case 'resume':
      resume(t);
      return;
    case 'next':
    case 'start':
      t.read('resume');
      if (t.evaluation.state === 'running') goOn(t);
      else resume(t);
      return;
    case 'help':
      t.read('help');
      t.post(t.here, helpMessage(t));
      return;
    case 'why':
      t.read('why');
      if (about) explain(t, about, 'why');
      else t.post(t.here, helpMessage(t));
      return;
    case 'example':
    case 'hint':
      t.read('help');
      if (about) explain(t, about, command.do);
      else t.post(t.here, helpMessage(t));
      return;
    case 'define':
      t.read('help');
      define(t, command.term, about);
      return;
    case 'ask':
      t.read('help');
      define(t, spoken.text, about);
      return;
    case 'accompanier':
      callForHelp(t, about, command.words);
      return;
    case 'stop':
      stop(t, command.which);
      return;
    case 'undo': {
      const corrected = pending?.kind === 'correction' ? pending : undefined;
      if (corrected) t.close(corrected);
      const question = corrected?.question === undefined ? toUndo(t, about) : t.question(corrected.question);
      if (!question || !undo(t, question))
        t.post(t.aside, message('nothing-to-undo', t.scene.by.language, [text(t.ownWords('undo.nothing'))]));
      return;
    }
    case 'recap':
      t.read('status');
      t.post(t.here, recap(t.evaluation, t.scene.method, t.words));
      return;
    case 'handover':
      t.read('status');
      t.post(t.here, handover(t.evaluation, t.scene.method, t.words));
      return;
    case 'jump':
      t.read('resume');
      if (command.question) takeUp(t, t.question(command.question));
      else goOn(t);
      return;
    case 'confirm':
      if (pending?.kind === 'sensitive') saveMasked(t, pending);
      else if (pending) confirmPending(t, pending);
      return;
    case 'cancel':
      if (pending) cancelPending(t, pending);
      return;
    case 'keep':
    case 'both':
    case 'merge':
    case 'replace':
    case 'differ':
      t.read('add');
      if (!about || !settle(t, about, command.do)) nothingWaits(t);
      return;
    case 'set':
      change(t, command.what, command.value);
      return;
    case 'wait':
      t.read('small-talk');
      t.post(t.here, message('take-your-time', t.language, [text(t.words('wait.fine'))]));
      return;
    case 'small-talk':
      t.read('small-talk');
      return;
    case 'unclear':
      t.read('unclear');
      unclear(t, about);
      return;
  }
}

/** Whether this question had an answer, and is open again without one. */
function isTakenBack(t: TurnDraft, question: Question): boolean {
  const { status, answer, answerVersions } = stateOf(t.evaluation, question.id);
  return status === 'open' && !answer && answerVersions > 0;
}

/** The answer a correction means when none is named: the one that holds the old value, else the thread's, else the one answered last. */
export function toCorrect(t: TurnDraft, about: Question | undefined, old?: string): Question | undefined {
  const wrong = old?.trim().toLowerCase();
  const holds = ({ answer }: QuestionState): boolean =>
    wrong !== undefined && wrong !== '' && answer !== undefined && answer.value.text.toLowerCase().includes(wrong);
  const aboutState = about && stateOf(t.evaluation, about.id);
  if (aboutState && holds(aboutState)) return about;
  const answered = Object.entries(t.evaluation.states)
    .filter(([, state]) => state.answer && state.answer.how !== 'started')
    .sort(([, a], [, b]) => (b.answer?.at.getTime() ?? 0) - (a.answer?.at.getTime() ?? 0));
  const holding = answered.find(([, state]) => holds(state));
  if (holding) return t.question(holding[0]);
  if (aboutState?.answer) return about;
  const last = answered[0];
  return last ? t.question(last[0]) : about;
}

/** The question again: in its thread shortened, one to one without its place on the path, in the channel its card anew. */
function repeat(t: TurnDraft, question: Question): void {
  if (t.scene.spot.in !== 'channel') {
    const card = questionCard(t.evaluation, t.scene.method, question, t.words);
    t.post(t.here, { ...card, kind: 'question-again', blocks: card.blocks.slice(1) });
  } else takeUp(t, question);
}

/** A question as it stands, with its answer, for those who asked to see it. Which question is open stays as it is. */
function showAgain(t: TurnDraft, question: Question): void {
  if (t.evaluation.openQuestion === question.id) repeat(t, question);
  else t.post(t.here, { ...questionCard(t.evaluation, t.scene.method, question, t.words), kind: 'question-again' });
}
