import { describe, expect, it } from 'vitest';
import type { ApprovedDraft, DraftSentence } from '../../src/core/draft.ts';
import type { Desk } from '../../src/core/drafting/desk.ts';
import { exportedText, type VersionStep } from '../../src/core/drafting/exported.ts';
import { sourceBlocks } from '../../src/core/drafting/sources.ts';
import { theMethod, wording } from '../support/scene.ts';
import { answerOpen, aStage } from '../support/gallery/stage.ts';

const at = (minute: number): Date => new Date(Date.UTC(2026, 2, 2, 10, minute));
const stage = aStage('fr', { path: 'express' });
for (let asked = 0; asked < 19; asked++) answerOpen(stage, 'fr', 60);
const evaluation = stage.evaluation();
const desk: Desk = {
  evaluation,
  method: theMethod(),
  language: 'fr',
  words: wording.fr,
  deciders: { carrier: 'carrier', accompaniers: [], both: false },
};
const names = new Map(evaluation.members.map(({ person, name }) => [person, name]));

const whole = { question: 'main-activities', answerVersion: 1 };
const lines = ['a', 'b'].map((id) => ({ ...whole, item: { id, version: 1 } }));
const sentence: DraftSentence = {
  key: 'k1',
  paragraph: 0,
  text: 'Nous réparons.',
  origin: 'typed',
  supports: [...lines, whole],
  verdict: 'green',
  reasons: [],
};
const draft: ApprovedDraft = {
  id: 'd',
  output: 'annual-report',
  language: 'fr',
  made: 'assembled',
  title: 'Un titre',
  version: 3,
  wantedAt: at(0),
  headings: [null],
  sentences: [sentence],
  claims: [],
  comments: [
    {
      id: 'c',
      kind: 'suggestion',
      version: 1,
      sentence: 'k1',
      person: 'mention',
      text: 'Nous réparons.',
      at: at(1),
      settled: { outcome: 'accepted', by: 'carrier', at: at(2) },
    },
    {
      id: 'n',
      kind: 'suggestion',
      version: 1,
      person: 'mention',
      text: 'Nous jetons.',
      at: at(1),
      settled: { outcome: 'refused', by: 'carrier', at: at(2) },
    },
  ],
  decisions: [{ decision: 'approve', version: 3, person: 'carrier', at: at(4) }],
  state: 'approved',
  approved: { by: ['carrier'], at: at(4) },
};
const steps: VersionStep[] = [
  { version: 1, how: 'assembled', by: 'carrier', at: at(0) },
  { version: 2, how: 'accepted', by: 'carrier', at: at(2) },
  { version: 3, how: 'vouched', by: 'mention', at: at(3) },
];

describe('the record of a review', () => {
  it('names who worded, who accepted, who vouched and who said yes, in that order', () => {
    const [carrier, mention] = [names.get('carrier'), names.get('mention')];
    expect(exportedText(desk, draft, steps).review.map(({ who, what, words }) => [who, what, words])).toEqual([
      [carrier, 'drafted', undefined],
      [mention, 'suggested', 'Nous réparons.'],
      [carrier, 'accepted', undefined],
      [mention, 'vouched', undefined],
      [carrier, 'approved', undefined],
    ]);
  });
});

describe('what a sentence rests on', () => {
  it('is shown once where both a whole answer and lines of it are cited', () => {
    expect(sourceBlocks(desk, sentence)).toEqual(sourceBlocks(desk, { supports: [whole] }));
    expect(exportedText(desk, draft, steps).paragraphs[0]?.sentences[0]?.sources).toHaveLength(1);
    expect(sourceBlocks(desk, { supports: lines })).toHaveLength(4);
  });
});
