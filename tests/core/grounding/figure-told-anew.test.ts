import { describe, expect, it } from 'vitest';
import { checkSentence, type Material } from '../../../src/core/grounding.ts';
import type { Language } from '../../../src/core/language.ts';
import { figure, method, text } from '../../support/grounding.ts';

const english: Material = {
  lang: 'en',
  enterprise: { name: 'The Lantern Yard' },
  confidence: 'fair',
  answers: {
    'people-reached': { type: 'number-with-unit', value: 930, unit: 'people', text: '930 people in 2024' },
    'key-figures': {
      type: 'list',
      items: [
        figure('k1', '57 volunteers led a walk', 57, 'volunteers'),
        figure('k2', '21 of the 34 parents asked say bedtimes are calmer', 21, 'parents', 34),
        figure('k3', '18 people passed the first-aid certificate in 2024', 18, 'people'),
        figure('k4', '240 items brought to the mending table, 190 went home working', 240, 'items'),
        figure('k5', 'An average walk has 13 participants', 13, 'participants'),
        figure('k6', '8,600 plates of stew served', 8600, 'meals'),
      ],
    },
    'decision-making': text(
      'A council of seven, three of them tenants. In May 2024 the council refused the kiosk, 22 votes to five.',
    ),
    'main-activities': {
      type: 'list',
      items: [
        { id: 'm1', text: 'Train young people in joinery, three groups of eight a year' },
        { id: 'm2', text: 'Homework club for 9 to 12s, Mondays 4 till 6' },
      ],
    },
    'missing-voices': text('The 26 families who moved away: we reached four. Five widowers never answered.'),
  },
};

const french: Material = {
  lang: 'fr',
  enterprise: { name: 'Le Fil Rouge' },
  confidence: 'fair',
  answers: {
    'people-heard': {
      type: 'number-with-unit',
      value: 48,
      unit: 'personnes',
      heard: 48,
      asked: 75,
      text: '48 personnes entendues sur 75 sollicitées : 36 par questionnaire, 12 en entretien',
    },
    'unexpected-effects': text('Deux porteurs bénévoles ont arrêté. Trois voisins ne viennent plus.'),
    'decision-making': text('Conseil de 9 membres, dont deux anciens salariés ; il se réunit tous les deux mois.'),
    'main-activities': text('Une salle de 40 m² et six ateliers.'),
  },
};

const figures = (material: Material, lang: Language, support: string, sentence: string): string[] =>
  checkSentence({ text: sentence, lang, supports: [support] }, material, { method, output: 'annual-report' })
    .reasons.filter(({ code }) => code === 'figure')
    .map(({ kind }) => kind);

type Case = [material: Material, lang: Language, support: string, sentence: string];

describe('a figure told anew', () => {
  it.each<Case>([
    // people at large by the names of those an enterprise is there for
    [english, 'en', 'people-reached', 'Some visitors came often: 930 guests came through the gate in 2024.'],
    [english, 'nl', 'people-reached', 'In 2024 kwamen 930 buurtbewoners langs.'],
    [english, 'fr', 'people-reached', 'En 2024, 930 habitants sont venus.'],
    // people in a row
    [english, 'en', 'key-figures', 'Of the 34 mothers and fathers asked, 21 say bedtimes are calmer.'],
    [english, 'nl', 'people-reached', 'We telden 930 kinderen, jongeren en volwassenen in 2024.'],
    // a verb behind the number
    [english, 'en', 'missing-voices', 'Of the families who moved, 26 left and we reached four.'],
    // what each of them got, what each of them is a seat of
    [english, 'en', 'key-figures', 'In 2024, 18 first-aid certificates were passed.'],
    [english, 'en', 'decision-making', 'Three of the seven seats on the council are held by tenants.'],
    [english, 'en', 'decision-making', 'In May 2024 the council turned the kiosk down by 22 votes to five.'],
    // things that hold several
    [english, 'nl', 'main-activities', 'Elk jaar leren drie groepen van acht jongeren schrijnwerken.'],
    [english, 'en', 'main-activities', 'Each year a group of eight young people learns joinery.'],
    // hours and ages without their noun
    [english, 'fr', 'main-activities', 'Le lundi, de 4 h à 6 h, un club de devoirs accueille les 9 à 12 ans.'],
    // the other figure is told too, in words of its own
    [english, 'en', 'missing-voices', 'Of the 26 families who moved away, four picked up the phone.'],
    [english, 'en', 'key-figures', 'A walking group has thirteen members on average.'],
    // other words for the same
    [english, 'en', 'key-figures', 'We filled 8,600 bowls, or plates, of stew.'],
    [english, 'fr', 'missing-voices', 'Cinq hommes n’ont jamais répondu.'],
    [french, 'fr', 'unexpected-effects', 'Deux bénévoles ont cessé de porter.'],
    [french, 'en', 'decision-making', 'The board has nine directors and meets every two months.'],
    [french, 'nl', 'main-activities', 'De zaal meet veertig vierkante meter.'],
  ])('%#: is left alone', (material, lang, support, sentence) => {
    expect(figures(material, lang, support, sentence)).toEqual([]);
  });

  it.each<[...Case, kind: string]>([
    // narrower people than were counted
    [english, 'en', 'people-reached', 'In 2024 we reached 930 volunteers.', 'figure-unit'],
    [english, 'en', 'people-reached', 'In 2024 we reached 930 households.', 'figure-unit'],
    [english, 'en', 'key-figures', 'In 2024, 18 parents passed the first-aid certificate.', 'figure-unit'],
    [english, 'en', 'key-figures', '240 people came to the mending table.', 'figure-unit'],
    [english, 'en', 'key-figures', 'Of the 34 volunteers asked, 21 say bedtimes are calmer.', 'figure-unit'],
    [english, 'en', 'decision-making', 'The council meets for seven weeks.', 'figure-unit'],
    // other figures than were told
    [french, 'fr', 'people-heard', 'Trente-six personnes ont été reçues en entretien.', 'figure-counts-else'],
    [french, 'fr', 'people-heard', 'Douze personnes ont répondu au questionnaire.', 'figure-counts-else'],
    [french, 'fr', 'people-heard', '12 personnes par questionnaire, 36 en entretien.', 'figure-counts-else'],
    [french, 'en', 'decision-making', 'The board meets every three months.', 'figure-elsewhere'],
    [french, 'fr', 'main-activities', 'Une salle de 40 ares.', 'figure-unit'],
  ])('%#: is flagged', (material, lang, support, sentence, kind) => {
    expect(figures(material, lang, support, sentence)).toContain(kind);
  });
});
