import { describe, expect, it } from 'vitest';
import type { Language } from '../../../src/core/language.ts';
import { aYard, figure, kinds, list, text } from '../../support/grounding.ts';

const depot = aYard('en', {
  'key-figures': {
    type: 'list',
    items: [
      figure('k1', '4,120 chairs mended', 4120, 'chairs'),
      figure('k2', '17 helpers say they eat with others', 17, 'helpers', 25),
      figure('k3', '45 tonnes of timber saved in 2024', 45, 'tonnes'),
      figure('k4', '1,750 kilos of apples pressed', 1750, 'kilos'),
    ],
  },
  'territorial-roots': text('The coach to Leeds takes 80 minutes. The depot stands on an acre and a half.'),
  'main-activities': list('Joinery, Level 2, with two helpers', 'The repair round for 31 bicycles'),
  'decision-making': text('The assembly meets in March and in November. The council is 12 people, of whom five are helpers.'),
});

const cases: [string, string, Language, string, string | undefined][] = [
  ['thousands and hundreds', 'key-figures', 'en', 'Four thousand one hundred and twenty chairs were mended.', undefined],
  ['thousands and hundreds', 'key-figures', 'en', 'Four thousand, one hundred and twenty chairs were mended.', undefined],
  ['thousands and hundreds', 'key-figures', 'en', 'Four thousand two hundred and ten chairs were mended.', 'figure-unknown'],
  ['tonnes and kilos', 'key-figures', 'fr', 'Une tonne sept cent cinquante de pommes a été pressée.', undefined],
  ['tonnes and kilos', 'key-figures', 'fr', 'Une tonne neuf cent cinquante de pommes a été pressée.', 'figure-unknown'],
  [
    'a round number beside the exact',
    'key-figures',
    'en',
    'More than fifteen helpers, seventeen in fact, eat with others.',
    undefined,
  ],
  ['a round number beside the exact', 'key-figures', 'en', 'More than fifteen helpers eat with others.', 'figure-unknown'],
  [
    'how often people do something',
    'key-figures',
    'fr',
    'Dix-sept bénévoles disent manger en compagnie presque tous les jours.',
    undefined,
  ],
  ['things are counted anew', 'key-figures', 'en', 'Some 45 tonnes of timber a month were saved.', 'figure-period'],
  ['hours and minutes', 'territorial-roots', 'en', 'The coach to Leeds takes an hour and twenty minutes.', undefined],
  ['hours and minutes', 'territorial-roots', 'en', 'The coach to Leeds takes an hour and fifty minutes.', 'figure-unknown'],
  ['and a half', 'territorial-roots', 'nl', 'Het depot staat op anderhalve acre.', undefined],
  ['marks in other languages', 'main-activities', 'fr', 'La menuiserie de niveau 2 est proposée.', undefined],
  ['marks in other languages', 'main-activities', 'fr', 'La menuiserie de niveau 4 est proposée.', 'figure-unknown'],
  ['two months', 'decision-making', 'en', 'The assembly meets in March, then again in November.', undefined],
  ['two months', 'decision-making', 'en', 'The assembly meets in April, then again in November.', 'date-unknown'],
  ['of whom', 'decision-making', 'en', 'Five of the twelve are helpers.', undefined],
];

describe('numbers are read to their end', () => {
  it.each(cases)('%s', (_, supports, lang, sentence, kind) => {
    const found = kinds(depot, sentence, supports, lang);
    if (kind === undefined) expect(found.filter((each) => each.startsWith('figure') || each.startsWith('date'))).toEqual([]);
    else expect(found.map((each) => (each === 'figure-elsewhere' ? 'figure-unknown' : each))).toContain(kind);
  });
});
