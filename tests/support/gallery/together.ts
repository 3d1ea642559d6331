import type { Language } from '../../../src/core/language.ts';
import { groupQuestion, groups } from '../../../src/core/method.ts';
import { theMethod } from '../scene.ts';
import { answerOpen, aStage, type Exhibit } from './stage.ts';
import { longText, spoken } from './words.ts';

/** Several people at one question. */
export function together(language: Language): Exhibit[] {
  const stage = aStage(language);
  const question = stage.open().id;
  stage.words('carrier', longText(language, 300));
  for (const outcome of ['keep', 'both', 'merge', 'replace']) {
    stage.words('mention', `${outcome} ${longText(language, 250)}`, question);
    stage.press('carrier', outcome, { question, contribution: stage.last(question) });
    for (const pending of stage.evaluation().pendings) {
      stage.press('carrier', 'reword', { question, contribution: pending.id });
      stage.press('carrier', 'confirm', { question, contribution: pending.id });
    }
  }
  stage.wait(1);
  stage.words('rightToLeft', longText(language, 200), question);
  stage.press('rightToLeft', 'keep', { question, contribution: 'gone' });
  stage.press('carrier', 'differ', { question, contribution: stage.last(question) });
  stage.press('mention', 'reopen', { question });
  stage.press('carrier', 'reopen', { question });
  const chosen = stage.open();
  const [one, other] = chosen.options ?? [];
  stage.press('carrier', 'choose', { question: chosen.id, value: one?.value ?? '' });
  stage.press('mention', 'choose', { question: chosen.id, value: other?.value ?? '' });
  stage.press('mention', 'both', { question: chosen.id, contribution: stage.last(chosen.id) });
  stage.press('zeroWidth', 'choose', { question: chosen.id, value: one?.value ?? '' });
  const next = stage.open().id;
  stage.press('carrier', 'settings', { fields: { quorum: '3' } });
  stage.words('carrier', longText(language, 200), next);
  stage.wait(1);
  stage.words('carrier', longText(language, 90), next);
  stage.press('carrier', 'differ', { question: next, contribution: stage.last(next) });
  stage.words('carrier', spoken.skip[language], next);
  return stage.say('together');
}

/** Corrections, edits and second thoughts. */
export function changing(language: Language): Exhibit[] {
  const stage = aStage(language);
  const question = stage.open().id;
  stage.press('carrier', 'correct');
  stage.words('carrier', longText(language, 300));
  stage.press('carrier', 'not-yet', { question });
  stage.press('carrier', 'correct', { question });
  stage.press('carrier', 'correct', { question, fields: { [question]: longText(language, 300) } });
  stage.press('carrier', 'correct', { question, fields: { [question]: longText(language, 400) } });
  stage.happens('carrier', { what: 'edit', contribution: stage.last(question), text: longText(language, 500), message: 'm' });
  stage.happens('carrier', { what: 'edit', contribution: stage.last(question), text: '…', message: 'm' });
  stage.press('carrier', 'undo', { question });
  stage.happens('carrier', { what: 'deletion', contribution: stage.last(question) });
  stage.press('carrier', 'still-true', { question });
  stage.press('carrier', 'still-true', { question });
  stage.words('rightToLeft', spoken.phone[language]);
  const [sensitive] = stage.evaluation().pendings.filter((each) => each.kind === 'sensitive');
  stage.press('rightToLeft', 'cancel', { contribution: sensitive?.id ?? '' });
  stage.press('rightToLeft', 'keep-masked', { contribution: sensitive?.id ?? '' });
  for (const group of groups) {
    const id = groupQuestion(theMethod()).id;
    stage.press('carrier', 'correct', { question: id, fields: { [id]: group } });
    for (const pending of stage.evaluation().pendings)
      stage.press('carrier', 'confirm', { question: id, contribution: pending.id });
  }
  const people = { relay: 'rightToLeft', carrier: 'mention' };
  stage.press('zeroWidth', 'settings', { fields: people });
  stage.press('carrier', 'settings', { fields: { pace: 'weekly', path: 'express', ...people } });
  stage.press('carrier', 'settings', { fields: {} });
  for (let left = 60; left > 0 && stage.evaluation().openQuestion !== undefined; left--) answerOpen(stage, language, 100);
  for (const id of Object.keys(stage.evaluation().states)) {
    stage.press('carrier', 'correct', { question: id, fields: { [id]: longText(language, 90) } });
  }
  stage.press('carrier', 'status');
  stage.press('carrier', 'next');
  return stage.say('changes');
}

/** Pauses, silence and the end. */
export function leaving(language: Language): Exhibit[] {
  const stage = aStage(language);
  stage.words('carrier', longText(language, 300));
  stage.wait(24 * 10);
  stage.words('carrier', longText(language, 350));
  stage.press('carrier', 'pause');
  stage.press('carrier', 'cancel', { contribution: stage.evaluation().pendings.at(-1)?.id ?? '' });
  stage.press('carrier', 'pause', { fields: { until: '2020-01-01' } });
  stage.press('carrier', 'pause', { fields: { until: '2027-03-01' } });
  stage.press('carrier', 'status');
  stage.press('carrier', 'resume');
  stage.press('carrier', 'resume');
  stage.press('carrier', 'pause-open');
  stage.happens('carrier', { what: 'pause-over' });
  stage.press('carrier', 'stop');
  stage.press('carrier', 'stop', { value: 'messages' });
  stage.press('carrier', 'stop', { value: 'end' });
  stage.press('carrier', 'confirm', { contribution: stage.evaluation().pendings.at(-1)?.id ?? '' });
  stage.press('carrier', 'skip');
  return stage.say('pauses and the end');
}
