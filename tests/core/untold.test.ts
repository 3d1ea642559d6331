import { describe, expect, it } from 'vitest';
import type { Draft, DraftSentence, Support } from '../../src/core/draft.ts';
import { headCard } from '../../src/core/drafting/cards.ts';
import { untold } from '../../src/core/drafting/untold.ts';
import { evolve } from '../../src/core/evaluation/evolve.ts';
import { newEvaluation } from '../../src/core/evaluation/starting.ts';
import { theMethod, wording } from '../support/scene.ts';

const method = theMethod();
const now = new Date('2026-11-23T09:00:00Z');
const carrier = { person: 'samira', name: 'Samira', language: 'fr' as const, role: 'carrier' as const };
const start = {
  structure: 'Le Fil',
  group: 'insertion' as const,
  territory: '',
  path: 'express' as const,
  pace: 'own-pace' as const,
};
const answers = {
  'main-activities': {
    type: 'list' as const,
    text: '',
    items: ['trier', 'coudre', 'vendre'].map((text, at) => ({ id: `a${at}`, text })),
  },
  'mission-in-own-words': { type: 'text' as const, text: 'Nous collectons des vêtements. Nous en faisons aussi des sacs.' },
  'key-figures': { type: 'list' as const, text: '', items: [{ id: 'k', text: '5 sorties sur 14' }] },
};
const evaluation = Object.entries(answers).reduce(
  (before, [question, value]) =>
    evolve(before, { change: 'answer-kept', question, how: 'kept', value, by: 'samira', from: [], authors: ['samira'] }, now),
  newEvaluation(
    { ...start, language: 'fr', timeZone: 'Europe/Paris', code: '' },
    { evaluation: 'e', structure: 's' },
    method,
    carrier,
    now,
  ),
);
const desk = {
  evaluation,
  method,
  language: 'fr' as const,
  words: wording.fr,
  deciders: { carrier: 'samira', accompaniers: [], both: false },
};

const sentence = (text: string, supports: Support[], origin: DraftSentence['origin'] = 'assembled'): DraftSentence => ({
  key: text,
  paragraph: 0,
  text,
  origin,
  supports,
  verdict: 'green',
  reasons: [],
});
const line = (question: string, id: string): Support => ({ question, answerVersion: 1, item: { id, version: 1 } });
const draft = (sentences: DraftSentence[], struck: string[] = []): Draft => ({
  id: 'd',
  output: 'annual-report',
  language: 'fr',
  made: 'assembled',
  state: 'in-review',
  title: 'Titre',
  version: 1,
  wantedAt: now,
  headings: [null],
  sentences,
  comments: [],
  decisions: [],
  claims: [
    { id: 'main-activities', text: 'trier ; coudre ; vendre', holds: true },
    { id: 'mission-in-own-words', text: answers['mission-in-own-words'].text, holds: true },
    { id: 'key-figures/k', text: '5 sorties sur 14', holds: true },
    { id: 'testimonies/t', text: 'sans accord', holds: false, why: 'no-consent' },
    { id: 'confidence-level', text: 'De premiers signes', holds: true },
  ].map((claim) => (struck.includes(claim.id) ? { ...claim, struckBy: 'samira' } : claim)),
});
const told = [
  sentence('Nos activités : trier et coudre.', [line('main-activities', 'a0'), line('main-activities', 'a1')]),
  sentence('Nous collectons des vêtements.', [{ question: 'mission-in-own-words', answerVersion: 1 }]),
];

describe('what a team kept and a text does not say', () => {
  it('is named: lines without a place, the end of an answer that was cut, and what nobody cites', () => {
    expect(untold(desk, draft(told))).toEqual(['vendre', 'Nous en faisons aussi des sacs.', '5 sorties sur 14']);
  });

  it('is not what it struck, nor what somebody put in words of their own', () => {
    const own = [told[0], sentence('On récupère tout.', [{ question: 'mission-in-own-words', answerVersion: 1 }], 'typed')];
    expect(
      untold(
        desk,
        draft(
          own.flatMap((each) => each ?? []),
          ['key-figures/k'],
        ),
      ),
    ).toEqual(['vendre']);
  });

  it('is not a figure that another line tells, but one that it tells otherwise', () => {
    const finding = (words: string): DraftSentence => sentence(words, [line('main-findings', 'f')]);
    expect(untold(desk, draft([...told, finding('Sur 14 sorties, 5 mènent à un emploi.')]))).not.toContain('5 sorties sur 14');
    expect(untold(desk, draft([...told, finding('Sur 15 sorties, 5 mènent à un emploi.')]))).toContain('5 sorties sur 14');
  });

  it('stands on the card of the text until it is approved', () => {
    const shown = (each: Draft): string => JSON.stringify(headCard(desk, each).blocks);
    expect(shown(draft(told))).toContain(
      'Gardé, mais pas dans ce texte de 150 à 250 mots : vendre · Nous en faisons aussi des sacs. · 5 sorties sur 14.',
    );
    expect(shown({ ...draft(told), state: 'approved', approved: { by: ['samira'], at: now } })).not.toContain('Gardé, mais');
    const all = sentence('Tout.', [{ question: 'main-activities', answerVersion: 1 }, line('key-figures', 'k')], 'typed');
    expect(shown(draft([all, sentence('x', [{ question: 'mission-in-own-words', answerVersion: 1 }], 'typed')]))).not.toContain(
      'Gardé, mais',
    );
  });
});
