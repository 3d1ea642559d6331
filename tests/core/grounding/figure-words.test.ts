import { describe, expect, it } from 'vitest';
import { checkSentence, type Material } from '../../../src/core/grounding.ts';
import type { Language } from '../../../src/core/language.ts';
import { aYard, figure, method, text } from '../../support/grounding.ts';

const said = (lang: Language, words: string): Material => aYard(lang, { 'key-figures': text(words) });

const yard = said(
  'en',
  'First the kettle, then the tools. There were no accidents. We kept 14 benches, three fewer than before. A week or two is enough. A dozen still sing. Complaints fell to half of what they were.',
);
const farm = said(
  'fr',
  "L'eau est montée à 1 m 40. La ferme fait 2 hectares. La doyenne a 101 ans. On a porté 3,5 tonnes de terre. La pause est de trois quarts d'heure.",
);
const club = said(
  'nl',
  'Bijna 300 kaartjes. Niet eerder dan drie maanden na de start. De sluiting ging van drie naar twee weken.',
);
const trades = said('fr', 'Nous cousons, nous lavons, nous repassons. Une heure par semaine chez chacun, dans 14 villages.');

const cases: [string, Material, Language, string, boolean][] = [
  ['order', yard, 'en', 'The kettle comes first and the tools come second.', true],
  ['order', yard, 'en', 'A fifth shed was built.', false],
  ['turns of phrase', yard, 'en', 'It is a second home, within these four walls.', true],
  ['turns of phrase', yard, 'fr', "D'une pierre deux coups.", true],
  ['turns of phrase', yard, 'fr', 'Cinq coups ont été frappés.', false],
  ['none', yard, 'fr', 'Zéro accident.', true],
  ['bounds of their own figure', yard, 'en', 'We kept more than 14 benches.', false],
  ['about', yard, 'nl', 'Eén à twee weken volstaan.', true],
  ['about', yard, 'nl', 'Drie à vier weken volstaan.', false],
  ['dozens', yard, 'en', 'Twelve of them still sing.', true],
  ['dozens', yard, 'en', 'Thirteen of them still sing.', false],
  ['halves', yard, 'fr', 'Les plaintes ont été divisées par deux.', true],
  ['halves', yard, 'fr', 'Les plaintes ont triplé.', false],
  ['measures', farm, 'en', 'The water rose to 1.4 metres.', true],
  ['measures', farm, 'en', 'The water rose to 1.6 metres.', false],
  ['measures', farm, 'nl', 'De boerderij telt 20.000 vierkante meter.', true],
  ['measures', farm, 'nl', 'De boerderij telt 25.000 vierkante meter.', false],
  ['measures', farm, 'fr', 'On a porté trois tonnes et demie de terre.', true],
  ['measures', farm, 'fr', 'On a porté quatre tonnes et demie de terre.', false],
  ['measures', farm, 'en', 'The break lasts three quarters of an hour.', true],
  ['ages in words', farm, 'fr', 'La doyenne a cent un ans.', true],
  ['ages in words', farm, 'fr', 'La doyenne a cent deux ans.', false],
  ['nearly', club, 'nl', 'Haast 300 kaartjes.', true],
  ['nearly', club, 'nl', 'Meer dan 300 kaartjes.', false],
  ['at least', club, 'nl', 'Minstens drie maanden na de start.', true],
  ['no part', club, 'nl', 'De sluiting duurt twee weken in plaats van drie.', true],
  ['no part', club, 'nl', 'De sluiting duurt twee weken in plaats van vier.', false],
  ['counted in the sentence', trades, 'fr', 'Coudre, laver, repasser : trois métiers.', true],
  ['counted in the sentence', trades, 'fr', 'Coudre, laver, repasser : quatre métiers.', false],
  ['periods of their own noun', trades, 'nl', 'Een wekelijks uur in veertien dorpen.', true],
];

const found = (material: Material, lang: Language, sentence: string): number =>
  checkSentence({ text: sentence, lang, supports: ['key-figures'] }, material, {
    method,
    output: 'annual-report',
  }).reasons.filter(({ code }) => code === 'figure' || code === 'date').length;

describe('a figure told in other words', () => {
  it.each(cases)('%s: %#', (_, material, lang, sentence, isGreen) => {
    expect(found(material, lang, sentence) === 0).toBe(isGreen);
  });

  it('takes what a figure is counted by from its unit', () => {
    const meals = aYard('fr', {
      'key-figures': {
        type: 'list',
        items: [{ ...figure('k1', '76 couverts en 2022', 76, 'couverts par jour'), period: '2022' }],
      },
    });
    expect(found(meals, 'fr', 'Nous servions 76 couverts par jour en 2022.')).toBe(0);
    expect(found(meals, 'fr', 'Nous servions 76 couverts par semaine en 2022.')).toBeGreaterThan(0);
  });
});
