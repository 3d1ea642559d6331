import { describe, expect, it } from 'vitest';
import { checkSentence, type Material } from '../../../src/core/grounding.ts';
import type { Language } from '../../../src/core/language.ts';
import { figure, method, text } from '../../support/grounding.ts';

const french: Material = {
  lang: 'fr',
  enterprise: { name: 'Le Pré Carré' },
  confidence: 'fair',
  answers: {
    'access-and-dignity': text('La chambre est à 240 € charges comprises. La navette coûte 3 €.'),
    'decision-making': text(
      'Vingt-deux ouvrières sont associées (part à 40 €). En mai elles ont refusé le bail, 17 voix contre 3.',
    ),
    'missing-voices': text('Les cinq qui ont arrêté avant la fin : une seule a répondu, très vite.'),
    'mission-in-own-words': text('Chez nous, 19 personnes apprennent à reprendre pied. Elles signent un contrat de deux ans.'),
    'unexpected-effects': text(
      'Des onze jeunes partis avant six mois, un seul a rappelé. Pendant une quinzaine, tout était fermé.',
    ),
    'stakeholder-reactions': text('Le CA compte huit membres, dont deux parents. AG de 60 membres en juin.'),
    'main-activities': text('Garderie du mercredi : 7 places.'),
    'need-addressed': text('Dans le canton, 19 personnes attendent une place.'),
  },
};

const dutch: Material = {
  lang: 'nl',
  enterprise: { name: 'De Wilg' },
  confidence: 'fair',
  answers: {
    'key-figures': {
      type: 'list',
      items: [
        figure('k1', '14 van de 20 bevraagde deelnemers slapen beter', 14, 'deelnemers', 20),
        figure('k2', '6 van de 9 bevraagde ouders zien meer rust', 6, 'ouders', 9),
        figure('k3', '1.200 uitleningen in 2024', 1200, 'uitleningen'),
        { id: 'k4', text: '58 % van de leners woont in de wijk (116 van 200 leners)', value: 58, unit: '%', outOf: 200 },
      ],
    },
  },
};

const english: Material = {
  lang: 'en',
  enterprise: { name: 'The Tide Mill' },
  confidence: 'fair',
  answers: {
    'key-figures': {
      type: 'list',
      items: [
        figure('k1', '3,400 miles driven by volunteers in 2024', 3400, 'miles'),
        figure('k2', '9,100 loaves sold', 9100, 'loaves'),
      ],
    },
    'territorial-roots': text(
      'Half of the fish comes from twelve skippers within 20 km. Six pubs sell it, and some 90 regulars.',
    ),
    'decision-making': text('Committee of seven, four of them sailors. Two women in the office feel left out of the boat talk.'),
  },
};

const figures = (material: Material, lang: Language, support: string, sentence: string): string[] =>
  checkSentence({ text: sentence, lang, supports: [support] }, material, { method, output: 'annual-report' })
    .reasons.filter(({ code }) => code === 'figure')
    .map(({ kind }) => kind);

type Case = [material: Material, lang: Language, support: string, sentence: string];

const kept: Case[] = [
  [french, 'fr', 'access-and-dignity', 'Le loyer est de 240 euros, charges incluses.'],
  [french, 'en', 'access-and-dignity', 'A room costs 240 euros, everything included.'],
  [french, 'fr', 'access-and-dignity', 'La chambre revient à 240 euros.'],
  [french, 'fr', 'decision-making', 'Les associées – elles sont vingt-deux – ont chacune une voix, et la part est à 40 euros.'],
  [french, 'en', 'missing-voices', 'Families were not heard, nor were the five trainees who left before the end.'],
  [french, 'en', 'mission-in-own-words', 'Our 19 colleagues are finding their feet again.'],
  [french, 'fr', 'unexpected-effects', 'Parmi les onze jeunes partis avant six mois, un seul nous a rappelés.'],
  [french, 'en', 'unexpected-effects', 'For two weeks everything was closed.'],
  [french, 'nl', 'stakeholder-reactions', 'Twee van de acht bestuurders zijn ouders.'],
  [french, 'fr', 'main-activities', 'Le mercredi, sept enfants peuvent être gardés.'],
  [english, 'en', 'territorial-roots', 'Our fish comes from twelve skippers within 20 kilometres.'],
  [english, 'en', 'territorial-roots', 'Half a dozen pubs sell our fish.'],
  [english, 'en', 'territorial-roots', 'Some 90 regulars shop for fish here.'],
  [dutch, 'nl', 'key-figures', 'Zes van de negen bevraagde mensen zien meer rust.'],
  [dutch, 'nl', 'key-figures', '58 procent van de leners komt uit de wijk.'],
  [english, 'en', 'key-figures', 'Volunteers drove 3,400 miles in 2024.'],
  [english, 'nl', 'key-figures', 'Vrijwilligers reden in 2024 samen 3.400 mijl.'],
  [english, 'en', 'key-figures', 'We sold 9,100 loaves of bread.'],
  [english, 'nl', 'decision-making', 'Vier van de zeven bestuursleden stappen zelf aan boord.'],
];

const flagged: Case[] = [
  [french, 'fr', 'access-and-dignity', 'Le loyer est de 240 euros hors charges.'],
  [french, 'nl', 'access-and-dignity', 'Een kamer kost 240 euro, kosten niet inbegrepen.'],
  [french, 'fr', 'need-addressed', 'Nos 19 salariés attendent une place.'],
  [french, 'en', 'unexpected-effects', 'For three weeks everything was closed.'],
  [french, 'fr', 'main-activities', 'Le mercredi, sept parents ont été entendus.'],
  [french, 'nl', 'stakeholder-reactions', 'Twee van de zestig leden zijn ouders.'],
  [english, 'en', 'territorial-roots', 'Our fish comes from twenty skippers within 12 kilometres.'],
  [english, 'en', 'territorial-roots', 'Half a dozen skippers sell it.'],
  [dutch, 'nl', 'key-figures', 'Zes van de negen bevraagde deelnemers zien meer rust.'],
  [dutch, 'nl', 'key-figures', '58 procent van de uitleningen gaat naar de wijk.'],
  [english, 'en', 'key-figures', 'Volunteers drove 3,400 kilometres in 2024.'],
  [english, 'en', 'key-figures', 'We sold 9,100 croissants.'],
];

describe('a figure is told on the terms it was recorded on', () => {
  it.each(kept)('keeps %#: %s %s %s %s', (...of) => expect(figures(...of)).toEqual([]));
  it.each(flagged)('flags %#: %s %s %s %s', (...of) => expect(figures(...of)).not.toEqual([]));
});
