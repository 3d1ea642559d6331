import type { Draft } from '../../../src/core/draft.ts';
import type { Desk } from '../../../src/core/drafting/desk.ts';
import { claimsCard } from '../../../src/core/drafting/wishes.ts';
import { noticeMessage } from '../../../src/core/joining/sharing.ts';
import type { Language } from '../../../src/core/language.ts';
import type { Message } from '../../../src/core/message.ts';
import { alreadyWriting, beingWritten, notWritten } from '../../../src/core/writing/messages.ts';
import { agreedName } from '../../../src/core/writing/model.ts';
import { theMethod, wording } from '../scene.ts';
import { aStage, type Exhibit } from './stage.ts';
import { longText } from './words.ts';

const method = theMethod();
const models = [
  { name: 'small', host: 'localhost:8080' },
  { name: 'a-model-with-<a>-very_long*name*-instruct-2026-01-05-preview', host: 'inference.eu-west-3.models.example.org' },
];

/** Texts that a language model writes: what is told before, meanwhile, and when it does not. */
export function writing(language: Language): Exhibit[] {
  const evaluation = aStage(language, { path: 'express' }).evaluation();
  const shown = models.flatMap((model, at): Message[] => {
    const desk: Desk = {
      evaluation,
      method,
      language,
      words: wording[language],
      deciders: { accompaniers: [], both: false },
      model,
    };
    const draft = aDraft(language, at);
    const busy: Draft = { ...draft, isBeingWritten: true };
    return [
      noticeMessage(
        wording[language],
        { ...evaluation, agreedModel: agreedName(model) },
        { accompaniers: [], networks: [], content: false, fearsAndLimits: false, approvesTexts: false },
        model,
      ),
      claimsCard(desk, draft),
      claimsCard(desk, busy),
      beingWritten(desk, draft),
      alreadyWriting(desk, draft),
      alreadyWriting(desk, busy),
      ...(['budget', 'answers-changed', 'down'] as const).map((why) => notWritten(desk, draft, why)),
      notWritten({ ...desk, deciders: { accompaniers: [], both: false } }, draft, 'switched-off'),
    ];
  });
  return shown.map((message) => ({ name: `${language}: writing: ${message.kind}`, message }));
}

const aDraft = (language: Language, at: number): Draft => ({
  id: `00000000-0000-4000-8000-00000000000${at}`,
  output: method.outputs[at]?.id ?? '',
  language,
  made: 'assembled',
  title: '',
  version: 0,
  wantedAt: new Date('2026-03-02T10:00:00Z'),
  headings: [],
  sentences: [],
  claims: [
    { id: 'key-message', text: longText(language, 150), holds: true },
    { id: 'mission-in-own-words', text: longText(language, 60), holds: true },
  ],
  comments: [],
  decisions: [],
  state: 'claims',
});
