import { message, text } from '../../../src/core/evaluation/say.ts';
import { askMissing, startMessage } from '../../../src/core/evaluation/starting.ts';
import type { Language } from '../../../src/core/language.ts';
import { groupQuestion, groups } from '../../../src/core/method.ts';
import { theMethod, wording } from '../scene.ts';
import { aFile, answerOpen, aStage, type Exhibit } from './stage.ts';
import { longText, sentences, spoken, structure } from './words.ts';

export function starting(language: Language): Exhibit[] {
  const method = theMethod();
  const question = groupQuestion(method);
  const words = wording[language];
  const defaults = { language, timeZone: 'Europe/Brussels' };
  const invitations = [
    startMessage(words, language, question, {}, defaults),
    startMessage(words, language, question, {}, defaults, 'mentions'),
    startMessage(words, language, question, { structure, group: 'insertion', territory: longText(language, 120) }, defaults),
    ...(['structure', 'group', 'timezone'] as const).map((missing) => askMissing(words, language, question, missing)),
    message('start-cancelled', language, [text(words('start.cancelled'))]),
    message('fault', language, [text(words('fault.sorry'))]),
    message('reason-kept', language, [text(words('put-off.reason-kept'))]),
  ];
  const stage = aStage(language);
  stage.happens('rightToLeft', { what: 'newcomer' });
  stage.press('carrier', 'start');
  return [...invitations.map((each) => ({ name: `${language}: starting: ${each.kind}`, message: each })), ...stage.say('begun')];
}

/** Each question asked and answered as on most days, to the end of the path; of the other groups, the questions that only they meet. */
export function everyQuestion(language: Language): Exhibit[] {
  return groups.flatMap((group, index) => {
    const stage = aStage(language, { group });
    for (let left = 60; left > 0 && stage.evaluation().openQuestion !== undefined; left--) {
      if (index === 0 || stage.open().groups) answerOpen(stage, language, 200);
      else stage.press('carrier', 'skip');
    }
    return stage.say(`every question of ${group}`);
  });
}

/** The longest answers, and everything that gives them back. */
export function longWords(language: Language): Exhibit[] {
  const stage = aStage(language);
  for (let left = 60; left > 0 && stage.evaluation().openQuestion !== undefined; left--) answerOpen(stage, language, 10_000);
  for (const action of ['status', 'recap', 'handover', 'read', 'settings', 'next']) stage.press('carrier', action);
  const [question = ''] = Object.entries(stage.evaluation().states).flatMap(([id, state]) =>
    state.answer?.value.type === 'text' ? [id] : [],
  );
  stage.press('carrier', 'correct', { question });
  stage.press('carrier', 'correct', { question, fields: { [question]: longText(language, 9000) } });
  for (const pending of stage.evaluation().pendings) stage.press('carrier', 'confirm', { question, contribution: pending.id });
  stage.press('carrier', 'undo', { question });
  stage.words('mention', longText(language, 8000), question);
  stage.press('carrier', 'merge', { question });
  return stage.say('long words');
}

/** Help of all sorts, misunderstandings, and what is put off. */
export function helping(language: Language): Exhibit[] {
  const stage = aStage(language);
  for (const action of [
    'why',
    'example',
    'hint',
    'help',
    'repeat',
    'accompanier',
    'unheard-of',
    'answer',
    'chooser',
    'ideas',
    'checks',
  ]) {
    stage.press('carrier', action);
  }
  stage.press('carrier', 'accompanier', { fields: { words: longText(language, 5000) } });
  stage.press('carrier', 'chooser', { fields: choosing() });
  stage.aloud('zeroWidth', spoken.greeting[language]);
  for (const said of [spoken.define, spoken.ask, spoken.wait, spoken.language]) stage.words('carrier', said[language]);
  stage.words('carrier', '???');
  stage.words('carrier', '🙈');
  stage.press('rightToLeft', 'undo');
  stage.press('rightToLeft', 'correct');
  for (const action of ['not-yet', 'skip', 'not-for-us']) stage.press('carrier', action);
  stage.press('carrier', 'not-for-us', { fields: { reason: longText(language, 4000) } });
  stage.press('carrier', 'not-for-us');
  const [waiting] = stage.evaluation().pendings.filter((each) => each.kind === 'reason');
  stage.words('carrier', spoken.reason[language], waiting?.question);
  for (let left = 60; left > 0 && stage.open().type !== 'number-with-unit'; left--) stage.press('carrier', 'skip');
  const question = stage.open().id;
  stage.words('carrier', '…', question);
  stage.words('carrier', sentences[language].slice(0, 20).replaceAll(/\d/gu, ''), question);
  stage.words('carrier', sentences[language].slice(0, 25).replaceAll(/\d/gu, ''), question);
  stage.press('carrier', 'status');
  stage.press('carrier', 'recap');
  stage.press('carrier', 'read');
  stage.files('carrier', '', [aFile('a.pdf'), aFile(`${'b'.repeat(190)}.pdf`)]);
  return stage.say('help');
}

function choosing(): Record<string, string> {
  const { questions, proposals } = theMethod().collectionMethods.chooser;
  return { ...Object.fromEntries(questions.map(({ id, options }) => [id, options[0]?.value ?? ''])), ...proposals[0]?.when };
}
