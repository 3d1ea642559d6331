import { countsFile, countsMessage, countsNotYours, whichCounts } from '../../../src/core/cohort/card.ts';
import { publish } from '../../../src/core/cohort/publish.ts';
import { type Counted, slicesOf } from '../../../src/core/cohort/slices.ts';
import { changesFor } from '../../../src/core/method-changes/compare.ts';
import { changeCard, moveAside, offerCard, outcomeCard } from '../../../src/core/method-changes/cards.ts';
import {
  faultyMessage,
  filesMessage,
  methodCard,
  publishedMessage,
  readyMessage,
  type Reader,
  sentMessage,
  toldOf,
  unreachableMessage,
  unreadableMessage,
  whichNetwork,
} from '../../../src/core/method-changes/file-cards.ts';
import { saying } from '../../../src/core/method-changes/faults.ts';
import type { Move } from '../../../src/core/method-changes/move.ts';
import type { Language } from '../../../src/core/language.ts';
import type { Message } from '../../../src/core/message.ts';
import { type Method, questionsOf } from '../../../src/core/method.ts';
import { faultWords, theMethod, wording } from '../scene.ts';
import { aStage, type Exhibit } from './stage.ts';
import { longText, names, structure } from './words.ts';

const method = theMethod();

/** How far a network's structures are, and a team's way to a new version of its method. */
export function networks(language: Language): Exhibit[] {
  const words = wording[language];
  const telling = { words, language, method };
  const slicesTold = (structures: Counted[]) =>
    slicesOf(structures).map(({ kind, of, counts }) => ({
      ...publish(counts, new Map()).slice,
      kind,
      name: of === 'long' ? longText('fr', 300) : of,
    }));
  const many = Array.from({ length: 60 }, (_, index): Counted => ({
    cohort: index % 2 === 0 ? 'long' : '=2026 <b>',
    territory: names.mention,
    group: 'insertion',
    language: index % 3 === 0 ? 'nl' : 'fr',
    at: ['state-of-play', 'data-collection', 'analysis-valorisation', 'done', 'paused'][index % 5] ?? 'done',
  }));
  const network = { id: 'network', name: names.rightToLeft };
  const shown: Message[] = [
    countsMessage(telling, network, slicesTold(many)),
    countsMessage(telling, network, slicesTold(many.slice(0, 4))),
    countsMessage(telling, network, slicesTold(many.map((each) => ({ ...each, at: 'done' })))),
    countsNotYours(words, language),
    whichCounts(words, language, [network, { id: 'other', name: structure }]),
    countsFile(words, language, attachment),
    ...files({ words, language }),
    ...moving(language),
  ];
  return shown.map((message) => ({ name: `${language}: networks: ${message.kind}`, message }));
}

const attachment = { file: 'file', name: `${names.mention}.zip`, type: 'application/zip' };

function files(reader: Reader): Message[] {
  const network = { id: 'network', name: structure };
  const difference = { reworded: 12, reshaped: 1, fresh: 0, gone: 2 };
  const file = '<!channel> *méthode* & co.zip';
  return [
    ...(['not-yours', 'dropped', 'late'] as const).map((what) => toldOf(reader, what)),
    whichNetwork(reader, 'fed-method-export', [network, { id: 'other', name: names.rightToLeft }]),
    filesMessage(reader, attachment),
    sentMessage(reader, file),
    methodCard(reader, network),
    methodCard(reader, network, { version: 'abcdef123456', publishedAt: new Date('2026-02-28T12:00:00Z') }),
    publishedMessage(reader, 'abcdef123456', difference),
    unreachableMessage(reader, file),
    faultyMessage(
      reader,
      faultWords[reader.language],
      file,
      Array.from({ length: 45 }, (_, line) => ({
        file: 'method/vises-1/fr.yaml',
        line,
        ...saying('words-unknown', { kind: 'question', id: names.mention, known: questionsOf(method).map(({ id }) => id) }),
      })),
    ),
    unreadableMessage(reader, file),
    readyMessage(reader, { id: 'content', file }, { ...difference, phrases: 3, tips: 36 }),
  ];
}

function moving(language: Language): Message[] {
  const stage = aStage(language);
  stage.words('carrier', longText(language, 3000));
  stage.words('carrier', longText(language, 3000));
  const evaluation = stage.evaluation();
  const words = wording[language];
  const to = reworded(method, evaluation.states);
  const moving = { evaluation, from: method, to, words, changes: changesFor(evaluation, method, to) };
  const move: Move = { from: method.version, to: to.version, state: 'open', decisions: {}, changed: {} };
  const decided = Object.fromEntries(moving.changes.touching.map(({ question }) => [question, { do: 'todo' } as const]));
  return [
    offerCard(moving),
    offerCard({ ...moving, changes: { touching: [], fresh: 3 } }),
    changeCard(moving, move),
    ...moving.changes.touching.map((_, index) =>
      changeCard(moving, { ...move, decisions: Object.fromEntries(Object.entries(decided).slice(0, index)) }),
    ),
    changeCard(moving, { ...move, decisions: decided }),
    ...(['nothing-to-undo', 'carrier-only', 'done-already'] as const).map((what) => moveAside(words, language, what)),
    ...(['paused', 'declined', 'cancelled', 'done', 'undone'] as const).map((what) => outcomeCard(moving, what, names.mention)),
  ];
}

/** A version that says everything otherwise, and asks one of the answered questions no more. */
function reworded(shipped: Method, states: object): Method {
  const [gone] = Object.keys(states).filter((id) =>
    questionsOf(shipped).some((question) => question.id === id && !question.askedAtStart),
  );
  return {
    ...shipped,
    version: 'another',
    stages: shipped.stages.map((stage) => ({
      ...stage,
      steps: stage.steps.map((step) => ({
        ...step,
        questions: step.questions
          .filter(({ id }) => id !== gone)
          .map((question) => ({
            ...question,
            ask: { fr: longText('fr', 900), nl: longText('nl', 900), en: longText('en', 900) },
          })),
      })),
    })),
  };
}
