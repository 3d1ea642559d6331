import { readDate } from '../answer.ts';
import { refreshCard, refreshProgress, takeUp } from './moving.ts';
import { dayInWords } from './progress.ts';
import { recap, recapBlocks } from './recap.ts';
import { aside, button, message, text } from './say.ts';
import { offerToSettle } from './settling/card.ts';
import { questionSlot, type TurnDraft } from './turn.ts';
import { startOfDay } from './zone.ts';
import { nextQuestion, pathOf, stateOf } from './evaluation.ts';

/** The hour at which a pause ends, in the structure's own time. */
const wakingHour = 9;

/** Pauses until a day, or until somebody says "resume". During a pause what is said is stored, and nothing is sent. */
export function pause(t: TurnDraft, until: string | undefined): void {
  t.read('pause');
  t.closeMine('pause-date', 'stop-which', 'confirm-end');
  const wakes = until === undefined ? undefined : startOfDay(until, t.evaluation.structure.timeZone, wakingHour);
  if (wakes && wakes.getTime() <= t.scene.now.getTime()) {
    t.postFor(
      t.await({ kind: 'pause-date' }),
      message('pause-date', t.language, [text(t.words('pause.past'))], {
        actions: [button(t.words, 'pause')],
        forms: [pauseForm(t)],
      }),
    );
    return;
  }
  t.change(
    { change: 'evaluation-set', set: { state: 'paused', pausedUntil: wakes ?? null } },
    { change: 'noted', what: 'paused', by: t.scene.by.person, ...(until && { details: { until } }) },
  );
  const words = wakes ? t.words('pause.done-until', { day: dayInWords(wakes, t.evaluation) }) : t.words('pause.done');
  t.reply(message('paused', t.language, [text(words), aside(t.words('pause.kept'))], { actions: [button(t.words, 'resume')] }));
  refreshProgress(t);
}

/** Asks until when. "No date" is an answer too. */
export function askPauseDate(t: TurnDraft): void {
  t.read('pause');
  t.closeMine('stop-which');
  t.postFor(
    t.await({ kind: 'pause-date' }),
    message('pause-date', t.language, [text(t.words('pause.until-when')), aside(t.words('pause.examples'))], {
      actions: [
        button(t.words, 'pause', { style: 'primary', label: t.words('button.choose-date') }),
        button(t.words, 'pause-open'),
        button(t.words, 'cancel'),
      ],
      forms: [pauseForm(t)],
    }),
  );
}

const pauseForm = (t: TurnDraft) => ({
  action: 'pause',
  title: t.words('form.pause'),
  submit: t.words('form.submit'),
  fields: [
    { id: 'until', label: t.words('pause.until-when'), hint: t.words('pause.examples'), kind: 'date' as const, required: false },
  ],
});

/** The day a person means by "until the fifteenth": an ISO day, or nothing. */
export function dayMeant(t: TurnDraft, said: string): string | undefined {
  const read = readDate(said, {
    now: t.scene.now,
    language: t.language,
    prefer: 'future',
    timeZone: t.evaluation.structure.timeZone,
  });
  return read.ok ? read.date : undefined;
}

/** Wakes a paused or ended evaluation with a recap and its one next question; says so kindly when it was neither. */
export function resume(t: TurnDraft): void {
  t.read('resume');
  if (t.evaluation.muted) t.change({ change: 'evaluation-set', set: { muted: false } });
  if (t.evaluation.state === 'running') {
    t.post(
      t.here,
      message('resume', t.language, [text(t.words('resume.not-paused')), ...recapBlocks(t.evaluation, t.scene.method, t.words)], {
        actions: [button(t.words, 'next', { style: 'primary' })],
      }),
    );
    return;
  }
  t.change(
    { change: 'evaluation-set', set: { state: 'running', pausedUntil: null } },
    { change: 'noted', what: 'resumed', by: t.scene.by.person },
  );
  welcomeBack(t);
}

/** The recap, then the open question where it stands. */
export function welcomeBack(t: TurnDraft): void {
  t.post({ to: 'channel' }, recap(t.evaluation, t.scene.method, t.words));
  // What was said beside an answer during the pause was stored in silence: now the team is asked about it.
  for (const question of pathOf(t.evaluation, t.scene.method)) {
    const waiting = stateOf(t.evaluation, question.id).contributions.filter((each) => each.state === 'beside');
    const thread = { to: 'thread', of: { slot: questionSlot(question.id) } } as const;
    for (const { id } of waiting) offerToSettle(t, question, id, thread);
    if (waiting.length > 0) refreshCard(t, question);
  }
  const { openQuestion } = t.evaluation;
  const open = openQuestion ? t.question(openQuestion) : nextQuestion(t.evaluation, t.scene.method);
  if (open) takeUp(t, open);
  else refreshProgress(t);
}
