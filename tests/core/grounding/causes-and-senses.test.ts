import { describe, expect, it } from 'vitest';
import { aYard, figure, kinds, list, text } from '../../support/grounding.ts';

describe('a cause that is denied, or named by people', () => {
  const dutch = aYard('nl', { 'key-figures': list('4 valpartijen zonder letsel in 2024') });
  it.each([
    ['Four falls were recorded in 2024, none of which caused an injury.', 'en', false],
    ['Four falls were recorded in 2024, and they caused fear.', 'en', true],
    ['Quatre chutes en 2024, sans provoquer de blessure.', 'fr', false],
    ["Les quatre chutes de 2024 n'ont provoqué aucune blessure.", 'fr', false],
    ['Vier valpartijen in 2024, zonder letsel te veroorzaken.', 'nl', false],
    ['Vier valpartijen in 2024, die angst veroorzaken.', 'nl', true],
  ] as const)('%s', (sentence, language, isCause) => {
    expect(kinds(dutch, sentence, 'key-figures', language).includes('ladder-cause')).toBe(isCause);
  });

  const english = aYard('en', {
    'main-findings': list('The Saturday bench, not the tools, was named as what brought them in: 9 of the 15'),
  });
  it.each([
    ["Neuf sur quinze disent que c'est l'établi du samedi qui les a fait venir.", 'fr', false],
    ["L'établi du samedi a fait venir neuf personnes sur quinze.", 'fr', true],
  ] as const)('%s', (sentence, language, isCause) => {
    expect(kinds(english, sentence, 'main-findings', language).includes('ladder-cause')).toBe(isCause);
  });
});

describe('verbs of cause', () => {
  const french = aYard('fr', {
    'main-findings': list('Les voisins se parlent. Le four reste ouvert le soir. Une ancienne explique le geste.'),
  });
  it.each([
    ['Le four du soir les rend plus fiers.', true],
    ['Le four du soir amène les voisins à se parler.', true],
    ["C'est elle qui explique le geste aux voisins.", false],
    ["C'est le four qui explique ce lien entre voisins.", true],
  ])('%s', (sentence, isCause) => {
    expect(kinds(french, sentence, 'main-findings').includes('ladder-cause')).toBe(isCause);
  });
  const dutch = aYard('nl', {
    'main-findings': list('Buren praten vaker met elkaar. De bus rijdt door de week. We koken soep.'),
  });
  it.each([
    ['Door de bus gaan buren vaker zelf naar de dokter.', true],
    ['Door de week rijdt de bus vaker.', false],
    ['De soep maakt hen tot vrienden.', true],
    ['We maken soep tot zes uur.', false],
  ])('%s', (sentence, isCause) => {
    expect(kinds(dutch, sentence, 'main-findings').includes('ladder-cause')).toBe(isCause);
  });
  const english = aYard('en', {
    'main-findings': list('Young people come back. We sell cured ham. The van gets out of the yard at nine.'),
  });
  it.each([
    ['The bench makes young people come back.', true],
    ['The rides cured their fear of the road.', true],
    ['We sell cured ham.', false],
    ['Owning a share keeps members out of debt.', true],
    ['The soup turns strangers into friends.', true],
  ])('%s', (sentence, isCause) => {
    expect(kinds(english, sentence, 'main-findings').includes('ladder-cause')).toBe(isCause);
  });
});

describe('words that say whose word it is', () => {
  const french = aYard('fr', {
    'key-figures': {
      type: 'list',
      items: [figure('k1', '13 porteurs sur 16 disent oser appeler une famille', 13, 'porteurs', 16)],
    },
  });
  it.each([
    ["Ils sont treize porteurs sur seize à dire qu'ils osent appeler une famille.", false],
    ['Oser appeler une famille : treize porteurs sur seize sont là pour le dire.', false],
    ['Treize porteurs sur seize osent appeler une famille.', true],
  ])('%s', (sentence, flagged) => {
    expect(kinds(french, sentence, 'key-figures').includes('ladder-reported')).toBe(flagged);
  });
  it('does not take what turned out harder for proof', () => {
    const effects = aYard('fr', { 'unexpected-effects': text('Quatre aidants ont dit que le retour était plus dur.') });
    expect(kinds(effects, "Quatre aidants disent que le retour s'est révélé plus dur.", 'unexpected-effects')).toEqual([]);
    expect(kinds(effects, 'Le retour révèle des aidants plus durs.', 'unexpected-effects')).toContain('ladder-too-firm');
    expect(kinds(effects, 'Four carers say that coming home proved harder.', 'unexpected-effects', 'en')).toEqual([]);
    expect(kinds(effects, 'Coming home proved that four carers are harder.', 'unexpected-effects', 'en')).toContain(
      'forbidden-word',
    );
  });
});

describe('idioms of forbidden words', () => {
  const yard = aYard('fr', { 'main-activities': text('Les voisins se rendent service entre eux. La salle sert à tous.') });
  it.each([
    ['Buren hebben elkaar een dienst bewezen.', 'nl', false],
    ['De zaal bewijst dat buren elkaar helpen.', 'nl', true],
    ['Les voisins se rendent service une seule et unique fois.', 'fr', false],
    ['Une salle unique en son genre sert à tous.', 'fr', true],
    ["Les voisins n'ont rien à prouver.", 'fr', false],
    ['La salle prouve que les voisins se rendent service.', 'fr', true],
    ['The neighbours have nothing to prove.', 'en', false],
    ['The hall proves that neighbours help.', 'en', true],
  ] as const)('%s', (sentence, language, isForbidden) => {
    expect(kinds(yard, sentence, 'main-activities', language).includes('forbidden-word')).toBe(isForbidden);
  });
});
