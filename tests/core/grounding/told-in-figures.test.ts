import { describe, expect, it } from 'vitest';
import { checkSentence, type Material } from '../../../src/core/grounding.ts';
import type { Language } from '../../../src/core/language.ts';
import { method } from '../../support/grounding.ts';

const said = (lang: Language, text: string): Material => ({
  lang,
  enterprise: { name: 'Zaffran' },
  confidence: 'solid',
  answers: { 'mission-in-own-words': { type: 'long-text', text } },
});

const bus = said('en', 'The bus seats 16 and leaves at 8.15 and 16.40. We meet twice a year and the wait never exceeds 10 days.');
const depot = said(
  'fr',
  'Le dépôt ouvre de 9 h à 12 h 30. Un stage dure 2 jours et demi. Jamais avant trois mois. Un repas coûte 4,50 euros.',
);
const ploeg = said(
  'nl',
  "We staan er met z'n tweeën, van half acht tot negen uur. Bel niet na 14 dagen. Er zijn twee vergaderingen.",
);

const cases: [string, Material, Language, string, boolean][] = [
  ['hours', bus, 'nl', 'De bus met 16 plaatsen vertrekt om kwart over acht en om twintig voor vijf.', true],
  ['hours', bus, 'en', 'The bus seats 16 and leaves at quarter past eight.', true],
  ['hours', bus, 'en', 'The bus seats 16 and leaves at quarter past nine.', false],
  ['hours', ploeg, 'fr', 'Nous sommes là de 7 h 30 à 9 h.', true],
  ['hours', ploeg, 'fr', 'Nous sommes là de 6 h 30 à 9 h.', false],
  ['how often', bus, 'en', 'Every six months we meet.', true],
  ['how often', bus, 'fr', 'Tous les six mois nous nous réunissons.', true],
  ['how often', bus, 'en', 'Every five months we meet.', false],
  ['limits', bus, 'en', 'The wait is at most ten days.', true],
  ['limits', bus, 'en', 'The wait is at most twelve days.', false],
  ['limits', depot, 'fr', "Personne n'est appelé moins de trois mois après.", true],
  ['halves and change', depot, 'fr', 'Le stage dure 2,5 jours.', true],
  ['halves and change', depot, 'fr', 'Le stage dure 3,5 jours.', false],
  ['halves and change', depot, 'fr', 'Un repas coûte quatre euros cinquante.', true],
  ['halves and change', depot, 'fr', 'Un repas coûte cinq euros cinquante.', false],
  ['company', ploeg, 'nl', 'We staan er met twee mensen.', true],
  ['company', ploeg, 'nl', 'We staan er met vijf mensen.', false],
  ['rank', ploeg, 'nl', 'Er is een tweede vergadering.', true],
  ['rank', ploeg, 'nl', 'Er is een zesde vergadering.', false],
];

describe('a figure told in another form', () => {
  it.each(cases)('%s: %#', (_, material, lang, text, isGreen) => {
    const { reasons } = checkSentence({ text, lang, supports: ['mission-in-own-words'] }, material, {
      method,
      output: 'annual-report',
    });
    expect(reasons.filter(({ code }) => code === 'figure' || code === 'date').length === 0).toBe(isGreen);
  });
});
