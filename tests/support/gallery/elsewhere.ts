import { allowedMessage, backMessage, lostMessage, sharedMessage } from '../../../src/core/evaluation/being-there.ts';
import { homeMessage } from '../../../src/core/evaluation/home.ts';
import { fileFailures } from '../../../src/core/files.ts';
import type { Language } from '../../../src/core/language.ts';
import type { Message } from '../../../src/core/message.ts';
import { theMethod, wording } from '../scene.ts';
import { aStage, type Exhibit, type Stage } from './stage.ts';
import { longText, names, structure } from './words.ts';

const method = theMethod();
const channel = 'évaluation-<impact> & *co*';

/** Where the companion is or no longer is, a person's own view, and what is said one to one. */
export function elsewhere(language: Language): Exhibit[] {
  const words = wording[language];
  const fresh = aStage(language);
  const busy = aStage(language);
  makeBusy(busy, language);
  const alone = busy.say('one to one');
  const paused = stageAfter(language, ['pause-open']);
  const ended = stageAfter(language, ['stop']);
  const stages = [fresh, busy, paused, ended].map((stage) => stage.evaluation());
  const shown: Message[] = [
    ...stages.map((evaluation) => backMessage(evaluation, method, words)),
    ...(['removed', 'closed'] as const).flatMap((what) =>
      [channel, undefined].map((name) => lostMessage(what, { structure, channel: name }, words, language)),
    ),
    ...[true, false].map((mayAllow) => sharedMessage(words, language, mayAllow)),
    ...[names.rightToLeft, names.mention, ''].map((name) => allowedMessage(words, language, name)),
    homeMessage([], wording, language),
    ...stages.map((evaluation) => homeMessage([{ evaluation, method, channel }], wording, language)),
    homeMessage(
      [...stages, ...stages].map((evaluation, index) => ({ evaluation, method, ...(index % 2 === 0 && { channel }) })),
      wording,
      language,
    ),
  ];
  return [...shown.map((message) => ({ name: `${language}: elsewhere: ${message.kind}`, message })), ...alone];
}

/** Something to settle, something to look at again, a difference; and words of one who is alone with the companion. */
function makeBusy(stage: Stage, language: Language): void {
  const question = stage.open().id;
  stage.press('carrier', 'settings', { fields: { quorum: '3' } });
  stage.words('carrier', longText(language, 300));
  stage.wait(1);
  stage.happens(
    'mention',
    { what: 'words', text: longText(language, 250), files: [], message: 'alone' },
    { in: 'direct', message: 'alone' },
  );
  stage.words('mention', longText(language, 250), question);
  stage.press('carrier', 'differ', { question, contribution: stage.last(question) });
  stage.press('carrier', 'settings', { fields: { quorum: '1' } });
  const next = stage.open();
  stage.press('carrier', 'choose', { question: next.id, value: next.options?.[0]?.value ?? '' });
  stage.happens('carrier', { what: 'deletion', contribution: stage.last(next.id) });
  for (const why of fileFailures)
    stage.happens('carrier', {
      what: 'file-failed',
      file: 'f',
      name: `bilan & <annexes> ${'très '.repeat(40)}long.pdf`,
      person: 'mention',
      why,
    });
}

function stageAfter(language: Language, actions: string[]): Stage {
  const stage = aStage(language);
  for (const action of actions) stage.press('carrier', action, { value: action === 'stop' ? 'end' : '' });
  stage.press('carrier', 'confirm', { contribution: stage.evaluation().pendings.at(-1)?.id ?? '' });
  return stage;
}
