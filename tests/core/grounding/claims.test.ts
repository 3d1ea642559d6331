import { describe, expect, it } from 'vitest';
import { checkSentence, type Material } from '../../../src/core/grounding.ts';
import type { Language } from '../../../src/core/language.ts';
import { method } from '../../support/grounding.ts';

const sawmill = (lang: Language, answers: Material['answers']): Material => ({
  lang,
  enterprise: { name: 'De Zaagtand', territory: 'Limburg' },
  confidence: 'fair',
  answers,
});

const kinds = (material: Material, text: string, supports: string[], output = 'annual-report', lang = material.lang): string[] =>
  checkSentence({ text, lang, supports }, material, { method, output }).reasons.map(({ kind }) => kind);

const list = (...texts: string[]): Material['answers'][string] => ({
  type: 'list',
  items: texts.map((text, index) => ({ id: `i${index}`, text })),
});

describe('what a sentence adds', () => {
  const material = sawmill('en', {
    'main-activities': list(
      'Dry and cut fallen oak for carpenters',
      'Lend a trailer on Mondays',
      'Teach sharpening, open to all',
    ),
    'people-reached': { type: 'number-with-unit', value: 64, unit: 'carpenters', year: 2024, text: '64 carpenters in 2024' },
  });

  it.each([
    ['We also repair bicycles for the primary school.', ['unsupported']],
    ['We cut fallen oak and lend our trailer.', []],
    ['One thing to keep in mind: we lend a trailer.', []],
  ])('%s', (sentence, expected) => {
    expect(kinds(material, sentence, ['main-activities'])).toEqual(expected);
  });

  it('beside a count is not what became of people', () => {
    expect(kinds(material, 'In 2024 we reached 64 carpenters.', ['people-reached'])).toEqual([]);
    expect(kinds(material, 'The 64 carpenters of 2024 are all relieved.', ['people-reached'])).toContain('unsupported');
  });
});

describe('figures of what excludes one another', () => {
  const material = sawmill('fr', {
    'key-figures': {
      type: 'list',
      items: [
        { id: 'a', text: 'Taux de séchage : 82 % au premier mois', value: 82, unit: '%', period: '2024' },
        { id: 'b', text: 'Taux de séchage : 95 % au quatrième mois', value: 95, unit: '%', period: '2024' },
        { id: 'c', text: 'en moyenne 21 scieurs le lundi en été 2024, 6 en hiver', value: 21, unit: 'scieurs', period: '2024' },
      ],
    },
  });

  it.each([
    ['Le taux de séchage atteint 95 % au quatrième mois.', []],
    ['Le taux de séchage passe de 82 % au premier mois à 95 % au quatrième mois.', []],
    ['Le taux de séchage est de 95 % dès le premier mois.', ['figure-counts-else']],
  ])('%s', (sentence, expected) => {
    expect(kinds(material, sentence, ['key-figures'])).toEqual(expected);
  });
});

describe('who is quoted', () => {
  const material = sawmill('fr', {
    testimonies: {
      type: 'list',
      items: [
        { id: 'a', words: 'Je sens le bois avant de le voir.', who: 'menuisière de Genk', consent: 'yes-public' },
        { id: 'b', words: 'Ma remorque, je ne la rends qu’à regret.', who: 'voisin de Hasselt', consent: 'yes-public' },
        { id: 'c', words: 'Ma sœur ne jure que par ce chêne.', who: 'sœur d’un scieur', consent: 'yes-public' },
      ],
    },
  });

  it.each([
    ['« Je sens le bois avant de le voir », dit une menuisière de Genk.', []],
    ['« Je sens le bois avant de le voir », dit un voisin.', ['quote-other-speaker']],
    ['Une sœur le dit : « Ma sœur ne jure que par ce chêne. »', []],
  ])('%s', (sentence, expected) => {
    expect(kinds(material, sentence, ['testimonies'], 'website-text')).toEqual(expected);
  });
});

describe('what brings something about', () => {
  const material = sawmill('en', {
    'key-figures': {
      type: 'list',
      items: [
        { id: 'a', text: '7 jobs out of 12 courses that ended', value: 7, unit: 'courses', outOf: 12, period: '2024' },
        { id: 'b', text: '3 accidents at the saw, 9 in 2022', value: 3, unit: 'accidents', period: '2024' },
      ],
    },
    'unexpected-effects': { type: 'long-text', text: 'Two neighbours asked for another drying shed: too much dust.' },
  });

  it.each([
    ['The course has given every sawyer confidence.', ['key-figures'], true],
    ['Of 12 courses that ended, 7 led to jobs.', ['key-figures'], false],
    ['Two neighbours asked for another drying shed because of the dust.', ['unexpected-effects'], false],
    ['Two neighbours asked for another drying shed because of our success.', ['unexpected-effects'], true],
  ])('%s', (sentence, supports, isFound) => {
    expect(kinds(material, sentence, supports).includes('ladder-cause')).toBe(isFound);
  });

  it('is seen in Dutch and French too', () => {
    const dutch = sawmill('nl', { 'key-figures': list('9 van de 14 zagers zeggen beter te slapen') });
    expect(kinds(dutch, 'De zagerij doet zagers beter slapen.', ['key-figures'])).toContain('ladder-cause');
    expect(kinds(dutch, 'Negen van de veertien zagers geven zelf aan dat ze beter slapen.', ['key-figures'])).toEqual([]);
    const french = sawmill('fr', { 'key-figures': list('3 accidents en 2024') });
    expect(kinds(french, 'La formation a fait chuter les accidents.', ['key-figures'])).toContain('ladder-cause');
    expect(kinds(french, 'Le nombre d’accidents s’établit à 3 en 2024.', ['key-figures'])).toEqual([]);
  });
});

describe('names', () => {
  const material = sawmill('fr', {
    'need-addressed': { type: 'long-text', text: 'La moitié des scieurs viennent avec un courrier du CPAS, avant Pâques.' },
    'other-contributors': { type: 'long-text', text: 'Bruxelles Chantiers prête un hangar.' },
  });

  it('of bodies and feasts are the same in each language', () => {
    const told = (text: string): string[] => kinds(material, text, ['need-addressed'], 'annual-report', 'nl');
    expect(told('De helft van de zagers komt vóór Pasen met een brief van het OCMW.')).toEqual([]);
    expect(told('De helft van de zagers komt met een brief van de RIZIV.')).toContain('name-unknown');
  });

  it('of a body are known as a whole', () => {
    expect(kinds(material, 'Un hangar est prêté par Bruxelles Chantiers.', ['other-contributors'])).toEqual([]);
    expect(kinds(material, 'Un hangar est prêté par Bruxelles Formation.', ['other-contributors'])).toContain('name-unknown');
  });
});

it('a bullet is markup', () => {
  const material = sawmill('en', { 'main-activities': list('Dry and cut fallen oak for carpenters') });
  expect(kinds(material, '- we dry and cut fallen oak', ['main-activities'])).toContain('markup');
  expect(kinds(material, 'We dry - and cut - fallen oak.', ['main-activities'])).toEqual([]);
});

it('few small words tell a language too', () => {
  const material = sawmill('en', { 'missing-voices': { type: 'long-text', text: 'Nobody under forty sent the form back.' } });
  expect(kinds(material, "Personne de moins de quarante ans n'a renvoyé la fiche.", ['missing-voices'])).toContain('language');
  expect(kinds(material, 'Nobody under forty sent the form back.', ['missing-voices'])).toEqual([]);
});
