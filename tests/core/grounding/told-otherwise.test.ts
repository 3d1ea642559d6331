import { describe, expect, it } from 'vitest';
import { checkSentence, type Material } from '../../../src/core/grounding.ts';
import type { Language } from '../../../src/core/language.ts';
import { list, method, text } from '../../support/grounding.ts';

const material: Material = {
  lang: 'fr',
  enterprise: { name: 'La Passerelle' },
  confidence: 'fair',
  answers: {
    'missing-voices': text(
      'Les 40 foyers partis au printemps ; nous en avons joint 6. Une trentaine de voisins, plus d’adresse.',
    ),
    'need-addressed': text(
      'Le premier train part à cinq heures et demie, le second à six heures dix. Une place pour quatre demandes environ.',
    ),
    'decision-making': text('CA de 12 personnes. 54 membres. L’assemblée du 20 mai 2025 a réuni 31 membres.'),
    'how-it-works': text(
      'Un tarif affiché, une salle sans guichet, et le même animateur chaque semaine. La réunion dure nonante minutes.',
    ),
    'values-in-practice': text('Pendant les crues de février, en 2024, des bénévoles ont porté 80 repas.'),
    'surplus-use': text(
      'Excédent de 9 000 euros en 2024 : 6 000 euros pour le toit, le reste en réserve. La moitié du fonds social.',
    ),
    'decisions-taken': list('Un parrain dès la semaine deux', 'Ouvrir le soir à partir de septembre 2026'),
    'main-activities': text(
      'Le conseil se réunit deux fois par an. Trois matinées par semaine, les mardi, jeudi et samedi, on jardine.',
    ),
    'collection-end': { type: 'date', value: '2025-04-11' },
    'key-figures': {
      type: 'list',
      items: [
        {
          id: 'a',
          text: '600 paniers vendus en 2024, dont 200 paniers aux cantines',
          value: 600,
          unit: 'paniers',
          period: '2024',
        },
        { id: 'b', text: 'Taux de présence au sixième mois : 88 %', value: 88, unit: '%', period: '2024' },
        { id: 'c', text: 'Taux de présence au premier mois : 70 %', value: 70, unit: '%', period: '2024' },
        { id: 'd', text: '38 répondants sur 50, soit 76 %, connaissent leur voisin', value: 38, unit: 'répondants', outOf: 50 },
        { id: 'e', text: '20 visiteurs en moyenne au printemps, 9 en hiver', value: 20, unit: 'visiteurs' },
        { id: 'f', text: '45 bénévoles actifs au moins une fois par mois en 2024', value: 45, unit: 'bénévoles' },
        { id: 'g', text: '5 chauffeurs sur 8 ont signé un contrat', value: 5, unit: 'chauffeurs', outOf: 8 },
        { id: 'h', text: '14 pannes déclarées, contre 25 en 2022', value: 14, unit: 'pannes', period: '2024' },
        { id: 'i', text: '3 tonnes de laine récoltées d’octobre 2023 à mars 2024', value: 3, unit: 'tonnes' },
      ],
    },
  },
};

const kinds = (sentence: string, supports: string, lang: Language = 'fr'): string[] =>
  checkSentence({ text: sentence, lang, supports: supports.split(' ') }, material, { method, output: 'annual-report' })
    .reasons.filter(({ code }) => ['figure', 'date', 'percentage-small'].includes(code))
    .map(({ kind }) => kind);

type Case = [sentence: string, supports: string, lang?: Language];

describe('a figure told in other words', () => {
  it.each<Case>([
    // a stretch of time is no rate
    ['Some thirty neighbours left without an address.', 'missing-voices', 'en'],
    // the bound of one figure is not that of the next
    ['Quarante-cinq bénévoles ont été actifs en 2024.', 'key-figures'],
    ['Le conseil compte douze personnes.', 'decision-making'],
    ['Il y a à peu près une place pour quatre demandes.', 'need-addressed'],
    // hours and lengths
    ['Le premier train part à 5 h 30, le second à 6 h 10.', 'need-addressed'],
    ['De eerste trein vertrekt om half zes, de tweede om tien over zes.', 'need-addressed', 'nl'],
    ['La réunion dure une heure et demie.', 'how-it-works'],
    ['The meeting takes an hour and a half.', 'how-it-works', 'en'],
    ['Nous avons récolté 3 000 kilos de laine.', 'key-figures'],
    // two figures of one answer, told as a part of a whole
    ['Trente et un de nos cinquante-quatre membres étaient à l’assemblée.', 'decision-making'],
    ['Sur les quarante foyers partis, nous en avons joint six.', 'missing-voices'],
    // what the text counts of itself
    ['Trois choses comptent : un tarif affiché, une salle sans guichet et le même animateur.', 'how-it-works'],
    ['Second, the room has no counter.', 'how-it-works', 'en'],
    // shares beside their figure
    ['Plus des trois quarts des répondants, 76 % exactement, connaissent leur voisin.', 'key-figures'],
    ['Three in four respondents, 38 of the 50, know their neighbour.', 'key-figures', 'en'],
    // the numbered week
    ['Vanaf de tweede week krijgt iedereen een peter.', 'decisions-taken', 'nl'],
    // what it is told against came before
    ['Les pannes sont passées de 25 à 14.', 'key-figures'],
    ['Deux ans plus tôt, on déclarait 25 pannes ; en 2024, il y en a eu 14.', 'key-figures'],
    // times of their own
    ['La présence passe de 70 % au premier mois à 88 % au sixième.', 'key-figures'],
    ['En hiver, neuf visiteurs viennent en moyenne, contre vingt au printemps.', 'key-figures'],
    // the whole and its parts
    ['En 2024, nous avons vendu 600 paniers, dont 200 aux cantines.', 'key-figures'],
    ['Les 9 000 euros d’excédent sont allés au toit et à la réserve.', 'surplus-use'],
    // how often
    ['The council meets every six months.', 'main-activities', 'en'],
    ['We garden three times a week.', 'main-activities', 'en'],
    ['We tuinieren op drie dagen: dinsdag, donderdag en zaterdag.', 'main-activities', 'nl'],
    // quantifiers
    ['Tous services confondus, 45 bénévoles ont été actifs en 2024.', 'key-figures'],
    ['Not everyone signed: five drivers out of eight did.', 'key-figures', 'en'],
  ])('is left alone: %s', (sentence, supports, lang) => {
    expect(kinds(sentence, supports, lang)).toEqual([]);
  });

  it.each<[...Case, kind: string]>([
    ['Quarante-six bénévoles ont été actifs en 2024.', 'key-figures', 'fr', 'figure-unknown'],
    ['Le premier train part à 5 h 45.', 'need-addressed', 'fr', 'figure-unknown'],
    ['La réunion dure deux heures et demie.', 'how-it-works', 'fr', 'figure-unknown'],
    ['Nous avons récolté 300 kilos de laine.', 'key-figures', 'fr', 'figure-unknown'],
    ['Cinq chauffeurs sur quatorze ont signé un contrat.', 'key-figures', 'fr', 'figure-pair'],
    ['Trente-huit des quarante-cinq répondants connaissent leur voisin.', 'key-figures', 'fr', 'figure-pair'],
    ['Zeven zaken tellen: een vast tarief en een zaal zonder loket.', 'how-it-works', 'nl', 'figure-unknown'],
    ['Plus des trois quarts des répondants connaissent leur voisin.', 'key-figures', 'fr', 'figure-unknown'],
    ['Two thirds of the respondents, 38 of the 50, know their neighbour.', 'key-figures', 'en', 'figure-unknown'],
    ['The council meets every four months.', 'main-activities', 'en', 'figure-elsewhere'],
    ['We garden four times a week.', 'main-activities', 'en', 'figure-elsewhere'],
    ['We tuinieren op vier dagen: dinsdag, donderdag en zaterdag.', 'main-activities', 'nl', 'figure-elsewhere'],
    ['Les pannes sont passées de 14 à 25.', 'key-figures', 'fr', 'figure-reversed'],
    ['La présence atteint 88 % dès le premier mois.', 'key-figures', 'fr', 'figure-counts-else'],
    ['En hiver, vingt visiteurs viennent en moyenne.', 'key-figures', 'fr', 'figure-counts-else'],
    ['En 2024, nous avons vendu 600 paniers aux cantines.', 'key-figures', 'fr', 'figure-counts-else'],
    ['Les 9 000 euros d’excédent sont allés au toit.', 'surplus-use', 'fr', 'figure-counts-else'],
    ['Les huit chauffeurs ont tous signé un contrat.', 'key-figures', 'fr', 'figure-quantifier'],
    ['Van de acht chauffeurs tekende er geen enkele.', 'key-figures', 'nl', 'figure-quantifier'],
  ])('is flagged where it tells something else: %s', (sentence, supports, lang, kind) => {
    expect(kinds(sentence, supports, lang)).toContain(kind);
  });
});

describe('a date told in other words', () => {
  it.each<Case>([
    ['La récolte a pris fin le vendredi 11 avril 2025.', 'collection-end'],
    ['Data collection ended on Friday 11 April 2025.', 'collection-end', 'en'],
    ['De verzameling liep tot in het tweede kwartaal van 2025.', 'collection-end', 'nl'],
    ['Tijdens de overstromingen van februari 2024 brachten vrijwilligers 80 maaltijden.', 'values-in-practice', 'nl'],
    ['14 storingen, tegenover 25 het jaar voordien.', 'key-figures', 'nl'],
    ['L’hiver, nous avons récolté trois tonnes de laine.', 'key-figures'],
    ['Nous avons parlé avec des sept familles.', 'key-message'],
  ])('is left alone: %s', (sentence, supports, lang) => {
    expect(kinds(sentence, supports, lang).filter((kind) => kind.startsWith('date'))).toEqual([]);
  });

  it.each<Case>([
    ['La récolte a pris fin le jeudi 11 avril 2025.', 'collection-end'],
    ['La récolte a pris fin le vendredi 18 avril 2025.', 'collection-end'],
    ['De verzameling liep tot in het derde kwartaal van 2025.', 'collection-end', 'nl'],
    ['Tijdens de overstromingen van maart 2024 brachten vrijwilligers 80 maaltijden.', 'values-in-practice', 'nl'],
    ['Tijdens de overstromingen van februari 2023 brachten vrijwilligers 80 maaltijden.', 'values-in-practice', 'nl'],
    ['80 maaltijden, tegenover 60 het jaar voordien.', 'values-in-practice', 'nl'],
    ['L’été, nous avons récolté trois tonnes de laine.', 'key-figures'],
  ])('is flagged where it is another one: %s', (sentence, supports, lang) => {
    expect(kinds(sentence, supports, lang).some((kind) => kind.startsWith('date'))).toBe(true);
  });
});
