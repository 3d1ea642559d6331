import type { Question } from '../method.ts';
import { type Call, callSlot } from '../calls/call.ts';
import { calledMessage } from '../calls/team-side.ts';
import { warn } from './answering.ts';
import type { Pending } from './evaluation.ts';
import { refreshProgress } from './moving.ts';
import { aside, button, message, text } from './say.ts';
import type { TurnDraft } from './turn.ts';

/** "Stop" can mean three things: no more reminders, a pause, or the end. It asks which, and loses nothing. */
export function stop(t: TurnDraft, which?: 'messages' | 'pause' | 'end'): void {
  t.read('stop');
  let pending: Pending;
  switch (which) {
    case 'messages':
      t.closeMine('stop-which');
      t.change({ change: 'evaluation-set', set: { muted: true } }, { change: 'noted', what: 'muted', by: t.scene.by.person });
      t.reply(
        message('muted', t.language, [text(t.words('stop.muted')), aside(t.words('stop.kept'))], {
          actions: [button(t.words, 'resume')],
        }),
      );
      return;
    case 'end':
      t.closeMine('stop-which');
      pending = t.await({ kind: 'confirm-end' });
      t.postFor(
        pending,
        message('confirm-end', t.language, [text(t.words('stop.sure')), aside(t.words('stop.kept'))], {
          actions: [button(t.words, 'confirm', { style: 'danger' }), button(t.words, 'pause'), button(t.words, 'cancel')],
        }),
      );
      return;
    default:
      pending = t.await({ kind: 'stop-which' });
      t.postFor(
        pending,
        message('stop-which', t.language, [text(t.words('stop.which')), aside(t.words('stop.kept'))], {
          actions: [
            button(t.words, 'stop', { value: 'messages', label: t.words('button.stop-messages') }),
            button(t.words, 'pause'),
            button(t.words, 'stop', { value: 'end', label: t.words('button.stop-end') }),
            button(t.words, 'cancel'),
          ],
        }),
      );
  }
}

/** The end was confirmed. Everything stays readable; a new evaluation may start from it. */
export function end(t: TurnDraft): void {
  t.change(
    { change: 'evaluation-set', set: { state: 'ended', openQuestion: null, pausedUntil: null } },
    { change: 'noted', what: 'ended', by: t.scene.by.person },
  );
  t.reply(message('ended', t.language, [text(t.words('stop.ended'))], { actions: [button(t.words, 'status')] }));
  refreshProgress(t);
}

/**
 * The team wants to talk to its accompanier. They get the question and the fact; words only when the person attached them, who is warned
 * first when the words name or describe people supported.
 */
export function callForHelp(t: TurnDraft, question: Question | undefined, words?: string, decided = false): void {
  t.read('accompanier');
  if (words && !decided && warn(t, question, { text: words, origin: 'said' }, 'call')) return;
  const { now, by, spot } = t.scene;
  const call: Call = {
    id: t.scene.newId(),
    kind: 'help',
    ...(question && { question: question.id }),
    openedAt: now,
    openedBy: by.person,
    privately: spot.in === 'direct',
    words: words ? [{ side: 'team', person: by.person, text: words, at: now }] : [],
  };
  t.change({
    change: 'call-opened',
    id: call.id,
    kind: call.kind,
    by: by.person,
    ...(question && { question: question.id }),
    ...(words && { words }),
  });
  const { evaluation, language } = t;
  const view = { evaluation, method: t.scene.method, language, words: t.words };
  t.post(t.here, calledMessage(view, call), { slot: callSlot(call.id) });
}
