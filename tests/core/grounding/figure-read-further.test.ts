import { describe, expect, it } from 'vitest';
import type { Material } from '../../../src/core/grounding.ts';
import type { Language } from '../../../src/core/language.ts';
import { aYard, figure, kinds, list, text } from '../../support/grounding.ts';

const canteen = aYard('en', {
  'key-figures': {
    type: 'list',
    items: [
      figure('k1', 'average of £4.20 in the jar per meal', 4.2, '£ per meal'),
      figure('k2', '9 of the 21 cooks asked for more hours', 9, 'cooks', 21),
      figure('k3', '58% of the 64 guests come alone', 58, '%', 64),
      figure('k4', 'Sick leave 6.4 percent in 2024, 9.1 percent in 2022', 6.4, '%'),
    ],
  },
  'access-and-dignity': text('The day fee runs from 2 to 11 pounds a day. Nobody is asked for papers.'),
  'missing-voices': text(
    'The six on the night crew never answered us. A referrer wants the parcel in three days rather than eight.',
  ),
  'why-now': text('The county looks at every lease again next spring.'),
  'decision-making': text('A forum meets every other month.'),
});
const helpers = aYard('fr', {
  'key-figures': {
    type: 'list',
    items: [
      figure('k1', '23 aides à domicile sur 31 ont un contrat long', 23, 'aides à domicile', 31),
      figure('k2', '44 personnes aidées sur 57 savent qui va venir', 44, 'personnes aidées', 57),
      figure('k3', '36 ménages sur 80 disent avoir changé de chaudière', 36, 'ménages', 80),
      figure('k4', '45 % des répondants ont un devis', 45, '%', 80),
      figure('k5', '7 arrêts de travail en 2024, 12 en 2022', 7, 'arrêts de travail'),
    ],
  },
  'territorial-roots': text('Le maire de Vernoux passe chaque mois. Le marché de Lamastre nous garde une place.'),
  'chosen-question': text('Que devient un ménage dans l’année qui suit notre passage ?'),
  'doing-differently': text('La conseillère ne touche aucune commission.'),
  'main-activities': list('Tenir la Rotonde le mardi', 'Réparer à domicile'),
  'how-it-works': text('À la Rotonde, on prend le temps.'),
  'unexpected-effects': text('La Rotonde sert aussi de salle de devoirs.'),
  'values-in-practice': text('Personne ne ferme la Rotonde seul.'),
  'decisions-taken': list('Rester gratuit'),
});

const told: [string, Material, string, Language, string][] = [
  ['money', canteen, 'key-figures', 'en', 'On average each meal brought £4.20 into the jar.'],
  [
    'a share in a further clause',
    canteen,
    'key-figures',
    'en',
    '9 of the 21 cooks asked for more hours, and 58% of guests come alone.',
  ],
  ['a share taken up', canteen, 'key-figures', 'en', 'Sick leave stood at 9.1 percent in 2022; in 2024 it was 6.4.'],
  ['the price of a day', canteen, 'access-and-dignity', 'en', 'You pay between 2 and 11 pounds a day.'],
  ['a crew', canteen, 'missing-voices', 'nl', 'Zes van de nachtploeg hebben ons nooit geantwoord.'],
  ['two wishes', canteen, 'missing-voices', 'en', 'One referrer would rather have the parcel in three days than in eight.'],
  ['a season to come', canteen, 'why-now', 'nl', 'Volgende lente bekijkt de county alle huurcontracten opnieuw.'],
  ['every second month', canteen, 'decision-making', 'en', 'A forum is held every second month.'],
  ['carers', helpers, 'key-figures', 'fr', 'Vingt-trois aides à domicile sur 31 ont un contrat long.'],
  ['those who answered', helpers, 'key-figures', 'fr', 'Trente-six des 80 répondants disent avoir changé de chaudière.'],
  ['sick leave', helpers, 'key-figures', 'nl', 'In 2024 waren er zeven ziekteverloven, tegenover twaalf in 2022.'],
  ['a mayor', helpers, 'territorial-roots', 'fr', 'Le maire de Vernoux passe nous voir chaque mois.'],
  ['the year after', helpers, 'chosen-question', 'fr', "Que devient un ménage l'année d'après notre passage ?"],
  ['a coin', helpers, 'doing-differently', 'fr', 'La conseillère ne touche pas un cent de commission.'],
  ['a name of the house', helpers, 'decisions-taken', 'fr', 'La Rotonde reste gratuite.'],
];

const untrue: [string, Material, string, Language, string, RegExp][] = [
  ['other money', canteen, 'key-figures', 'en', 'On average each meal brought €4.20 into the jar.', /^figure-unit/],
  ['a share of others', canteen, 'key-figures', 'en', '58% of the 21 cooks come alone.', /^figure/],
  ['the price of an hour', canteen, 'access-and-dignity', 'en', 'You pay between 2 and 11 pounds an hour.', /^figure-period/],
  ['the cared for as carers', helpers, 'key-figures', 'fr', '44 aides à domicile sur 57 savent qui va venir.', /^figure-unit/],
  ['a mayor of elsewhere', helpers, 'territorial-roots', 'fr', 'Le maire de Lamastre passe nous voir chaque mois.', /^name/],
  [
    'one village for another',
    helpers,
    'territorial-roots',
    'fr',
    'Le marché de Vernoux nous garde une place.',
    /^(?:name|contradict)/,
  ],
  [
    'another number',
    helpers,
    'key-figures',
    'fr',
    'Trente-neuf des 80 répondants disent avoir changé de chaudière.',
    /^figure-unknown/,
  ],
];

describe('figures and names that writers put otherwise', () => {
  it.each(told)('%s: passes', (_, material, question, language, sentence) => {
    expect(kinds(material, sentence, question, language)).toEqual([]);
  });

  it.each(untrue)('%s: is flagged', (_, material, question, language, sentence, kind) => {
    expect(kinds(material, sentence, question, language)).toContainEqual(expect.stringMatching(kind));
  });
});
