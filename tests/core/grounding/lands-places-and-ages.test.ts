import { describe, expect, it } from 'vitest';
import { aYard, kinds, text } from '../../support/grounding.ts';

const isNamed = (...args: Parameters<typeof kinds>): boolean => kinds(...args).some((kind) => kind.startsWith('name'));

describe('countries, regions and who is from there', () => {
  const dutch = aYard('nl', { 'missing-voices': text('De Poolse en Roemeense plukkers spraken we niet, de Vlaamse wel.') });
  it.each([
    ['Wie uit Polen of Roemenië komt plukken, spraken we niet.', 'nl', false],
    ['Wie uit Polen of Bulgarije komt plukken, spraken we niet.', 'nl', true],
    ['We did not speak to the Poles and the Romanians.', 'en', false],
    ['We did not speak to the Poles and the Bulgarians.', 'en', true],
    ['Les cueilleurs venus de Pologne, nous ne les avons pas entendus, ceux de Flandre oui.', 'fr', false],
    ["Les cueilleurs venus d'Ukraine, nous ne les avons pas entendus.", 'fr', true],
  ] as const)('%s', (sentence, language, flagged) => {
    expect(isNamed(dutch, sentence, 'missing-voices', language)).toBe(flagged);
  });
  const french = aYard('fr', { 'need-addressed': text("Ici, on paie des loyers de grand-ducal avec un revenu d'ici.") });
  it.each([
    ['Here people pay Grand Duchy rents out of a local income.', 'en', false],
    ['Hier betaalt men huur als in het Groothertogdom.', 'nl', false],
    ['Here people pay German rents out of a local income.', 'en', true],
  ] as const)('%s', (sentence, language, flagged) => {
    expect(isNamed(french, sentence, 'need-addressed', language)).toBe(flagged);
  });
});

describe('a first name that is that of a place or a house', () => {
  const french = aYard('fr', {
    'main-activities': text(
      'Nous nageons à la piscine Jean-Régis, puis au lac. Une cliente tient un hôtel à Malo. Simone vient le mardi.',
    ),
  });
  it.each([
    ['On nage au bassin de Jean-Régis, puis au lac.', 'fr', false],
    ['On nage avec Jean-Régis, puis au lac.', 'fr', true],
    ["La cliente est gérante d'hôtel à Malo.", 'fr', false],
    ['Malo, notre cliente, tient un hôtel.', 'fr', true],
    ['We swim at the Jean-Régis pool, then in the lake.', 'en', false],
    ['Le mardi, Simone vient.', 'fr', true],
  ] as const)('%s', (sentence, language, flagged) => {
    expect(kinds(french, sentence, 'main-activities', language).includes('name-of-person')).toBe(flagged);
  });
});

it('takes a capital behind three dots for that of a sentence', () => {
  const french = aYard('fr', { 'main-activities': text('Chorale, marche, jardin, pétanque… Seize aidants y viennent.') });
  expect(isNamed(french, 'Chorale, marche, jardin, pétanque… Seize aidants y viennent.', 'main-activities')).toBe(false);
  expect(isNamed(french, 'Chorale, marche, jardin, pétanque, Tremblay : seize aidants y viennent.', 'main-activities')).toBe(
    true,
  );
});

describe('how old who speaks is', () => {
  const said = (id: string, words: string, who: string) => ({ id, text: '', words, who, consent: 'yes-public' as const });
  const english = aYard('en', {
    testimonies: {
      type: 'list',
      items: [
        said('t1', 'My head goes quiet when I sew.', 'young person, 16'),
        said('t2', 'I fixed a zip for some kid.', 'young person, 14'),
        said('t3', 'She talks in the van these days.', 'carer, 63'),
      ],
    },
  });
  const quiet = 'My head goes quiet when I sew.';
  const van = 'She talks in the van these days.';
  it.each([
    [`Une jeune personne de seize ans raconte : « ${quiet} »`, 'fr', false],
    [`Een zestienjarige vertelt: “${quiet}”`, 'nl', false],
    [`A sixteen-year-old says: “${quiet}”`, 'en', false],
    [`A fourteen-year-old says: “${quiet}”`, 'en', true],
    [`Un jeune de quatorze ans raconte : « ${quiet} »`, 'fr', true],
    [`Un aidant sexagénaire raconte : « ${van} »`, 'fr', false],
    [`A carer says: “${quiet}”`, 'en', true],
  ] as const)('%s', (sentence, language, flagged) => {
    expect(kinds(english, sentence, 'testimonies', language).includes('quote-other-speaker')).toBe(flagged);
  });
});
