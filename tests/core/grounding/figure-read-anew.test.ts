import { describe, expect, it } from 'vitest';
import type { Material } from '../../../src/core/grounding.ts';
import type { Language } from '../../../src/core/language.ts';
import { aYard, figure, kinds, list, text } from '../../support/grounding.ts';

const pool = aYard('fr', {
  'key-figures': {
    type: 'list',
    items: [
      figure('k1', '19 élèves sur 26 plongent à 3 m ; à la rentrée, ils étaient 8', 19, 'élèves', 26),
      figure('k2', '11,4 tonnes de linge lavé en 2025, 9,7 en 2024', 11.4, 'tonnes'),
      figure('k3', '140 couloirs de 25 m nagés par 62 adhérents', 140, 'couloirs'),
    ],
  },
  'decision-making': text(
    'Le comité compte dix sièges : cinq pour les nageurs, trois pour les parents, deux pour la commune. Chaque dernier jeudi, il se réunit ; il faut six présents pour décider. La caisse a versé 90 euros de l’heure.',
  ),
  'need-addressed': text("Près d'une personne de plus de 70 ans sur trois ne nage pas. La ligne coûte 4 l de gasoil."),
  'main-activities': list('Cours pour adultes, 14 places', 'Bassin ouvert en deux mois et demi'),
});
const mill = aYard('nl', {
  'main-activities': list(
    'Een viergangenmaal op vrijdag',
    'Een driedaags kamp in de herfst',
    'Een vijfkoppige ploeg maalt het graan',
  ),
  'need-addressed': text('In de wijk wonen 620 jongeren onder de 25 en twaalf 80-plussers. Wachten duurt zes tot acht weken.'),
  'key-figures': {
    type: 'list',
    items: [
      figure('k1', 'Verletdagen per bakker: 7 in 2025, 12 in 2024', 7, 'dagen'),
      figure('k2', '31 van de 48 ondervraagden komen elke week; in 2023 waren dat er 17', 31, 'mensen', 48),
      figure('k3', '12,5 ton meel gemalen in 2025', 12.5, 'ton'),
    ],
  },
  'decision-making': text('De raad telt zestien leden, van wie acht vrijwilligers.'),
});
const depot = aYard('en', {
  'missing-voices': text('Of the 18 drivers who left, we found four of them. We reached nine of about thirty night cleaners.'),
  'decision-making': text(
    'Fourteen trustees: six from the estate, five drivers, three from the council. They meet four times a year and settled 33 motions: 27 passed, 6 fell. A rule falls with ten votes.',
  ),
  'key-figures': {
    type: 'list',
    items: [
      figure('k1', '84 bus passengers and 12 focus group members', 84, 'bus passengers'),
      figure('k2', '£85 day rate for each driver', 85, 'pounds'),
      figure('k3', '96 night stays over three weekends', 96, 'stays'),
    ],
  },
});

const told: [string, Material, string, Language, string][] = [
  ['metres', pool, 'key-figures', 'en', 'Nineteen of the 26 pupils dive from 3 metres.'],
  ['metres', pool, 'key-figures', 'fr', 'Les 62 adhérents ont nagé 140 couloirs de vingt-cinq mètres.'],
  ['litres', pool, 'need-addressed', 'fr', 'Une ligne coûte quatre litres de gasoil.'],
  ['a comma in words', pool, 'key-figures', 'fr', 'En 2025, onze virgule quatre tonnes de linge ont été lavées.'],
  ['a comma in words', pool, 'key-figures', 'en', 'Eleven point four tonnes of linen were washed in 2025.'],
  ['a comma in words', mill, 'key-figures', 'nl', 'In 2025 maalden we twaalf komma vijf ton meel.'],
  ['the number before', pool, 'key-figures', 'fr', 'À la rentrée, huit élèves sur 26 plongeaient à 3 m.'],
  ['the number before', pool, 'key-figures', 'nl', 'Bij de start van het schooljaar doken 8 van de 26 leerlingen van 3 meter.'],
  ['the number before', mill, 'key-figures', 'en', 'In 2023, 17 of the 48 people asked came every week.'],
  ['a half', pool, 'decision-making', 'fr', 'La moitié des dix sièges du comité revient aux nageurs.'],
  ['a half', mill, 'decision-making', 'nl', 'De helft van de zestien leden van de raad zijn vrijwilligers.'],
  ['a half', mill, 'decision-making', 'en', 'Half of the sixteen members of the council are volunteers.'],
  ['the last of a month', pool, 'decision-making', 'fr', 'Le comité se réunit le dernier jeudi du mois.'],
  ['the last of a month', pool, 'decision-making', 'en', 'The committee meets on the last Thursday of the month.'],
  ['as many as it takes', pool, 'decision-making', 'en', 'At least six have to be there to decide.'],
  ['as many as it takes', pool, 'decision-making', 'nl', 'Er moeten minstens zes aanwezigen zijn om te beslissen.'],
  ['one in three', pool, 'need-addressed', 'fr', 'Près du tiers des plus de 70 ans ne nagent pas.'],
  ['one in three', pool, 'need-addressed', 'nl', 'Bijna één op de drie 70-plussers zwemt niet.'],
  ['one in three', pool, 'need-addressed', 'en', 'Nearly one in three over-70s cannot swim.'],
  ['places', pool, 'main-activities', 'nl', 'De les biedt plaats aan veertien volwassenen.'],
  ['places', pool, 'main-activities', 'en', 'There is room for 14 adults in the lessons.'],
  ['months and weeks', pool, 'main-activities', 'en', 'The pool was open within ten weeks.'],
  ['courses of a meal', mill, 'main-activities', 'nl', 'Op vrijdag koken we vier gangen.'],
  ['days of a camp', mill, 'main-activities', 'en', 'The autumn camp lasts three days.'],
  ['days of a camp', mill, 'main-activities', 'fr', "Le camp d'automne dure trois jours."],
  ['heads of a crew', mill, 'main-activities', 'nl', 'Vijf mensen malen het graan.'],
  ['ages', mill, 'need-addressed', 'en', 'The neighbourhood is home to 620 under-25s and twelve over-80s.'],
  ['ages', mill, 'need-addressed', 'nl', 'Er wonen 620 jongeren onder de vijfentwintig in de wijk.'],
  ['ages', mill, 'need-addressed', 'fr', 'Douze personnes de plus de 80 ans vivent dans le quartier.'],
  ['a span', mill, 'need-addressed', 'nl', 'Wachten duurt zes à acht weken.'],
  ['a span', mill, 'need-addressed', 'fr', "L'attente est de six à huit semaines."],
  [
    'days of another year',
    mill,
    'key-figures',
    'nl',
    'Het aantal verletdagen per bakker zakte van twaalf dagen in 2024 naar zeven in 2025.',
  ],
  ['another noun for the asked', mill, 'key-figures', 'fr', 'Trente et un des 48 répondants viennent chaque semaine.'],
  ['of them', depot, 'missing-voices', 'en', 'We found four of the 18 drivers who left.'],
  ['of about so many', depot, 'missing-voices', 'en', 'We reached nine of the thirty or so night cleaners.'],
  ['of about so many', depot, 'missing-voices', 'fr', 'Nous avons atteint neuf des quelque trente agents de nuit.'],
  ['votes of members', depot, 'decision-making', 'en', 'It takes ten of the fourteen trustees to undo a rule.'],
  ['parts of motions', depot, 'decision-making', 'en', 'Of the 33 motions settled by the board, twenty-seven were carried.'],
  ['the last of nouns', depot, 'key-figures', 'en', 'We heard from 84 bus passengers.'],
  ['the last of nouns', depot, 'key-figures', 'en', 'Twelve focus group members took part.'],
  ['a day rate', depot, 'key-figures', 'en', 'Drivers earn £85 a day.'],
  ['a sum', depot, 'key-figures', 'en', 'The stays add up to 96 nights.'],
  ['spread over', depot, 'key-figures', 'en', 'People stayed 96 nights, taken over three weekends.'],
];

const flagged: [string, Material, string, Language, string, string][] = [
  ['metres', pool, 'key-figures', 'en', 'Nineteen of the 26 pupils dive from 5 metres.', 'figure-elsewhere'],
  ['metres', pool, 'key-figures', 'fr', 'Les 62 adhérents ont nagé 140 couloirs de cinquante mètres.', 'figure-unknown'],
  ['a comma in words', pool, 'key-figures', 'fr', 'En 2025, onze virgule six tonnes de linge ont été lavées.', 'figure-unknown'],
  ['a comma in words', mill, 'key-figures', 'nl', 'In 2025 maalden we veertien komma vijf ton meel.', 'figure-unknown'],
  ['the number before', pool, 'key-figures', 'fr', 'À la rentrée, huit élèves sur 62 plongeaient à 3 m.', 'figure-pair'],
  ['a half', pool, 'decision-making', 'fr', 'Le tiers des dix sièges du comité revient aux parents.', 'figure-unknown'],
  ['a half', depot, 'decision-making', 'en', 'Half of the fourteen trustees are from the estate.', 'figure-unknown'],
  ['a half', pool, 'decision-making', 'en', 'Half of the ten seats go to parents.', 'figure-unknown'],
  ['a half', mill, 'decision-making', 'nl', 'De helft van de zestien leden van de raad zijn ouders.', 'figure-unknown'],
  ['as many as it takes', pool, 'decision-making', 'en', 'At least five seats are for swimmers.', 'figure-bound'],
  ['one in three', pool, 'need-addressed', 'nl', 'Bijna één op de drie 60-plussers zwemt niet.', 'figure-unknown'],
  ['one in three', pool, 'need-addressed', 'en', 'Nearly one in four over-70s cannot swim.', 'figure-pair'],
  ['months and weeks', pool, 'main-activities', 'en', 'The pool was open within five weeks.', 'figure-elsewhere'],
  ['courses of a meal', mill, 'main-activities', 'nl', 'Op vrijdag koken we zes gangen.', 'figure-elsewhere'],
  ['days of a camp', mill, 'main-activities', 'en', 'The autumn camp lasts three weeks.', 'figure-unknown'],
  ['ages', mill, 'need-addressed', 'en', 'The neighbourhood is home to 620 under-18s.', 'figure-unknown'],
  ['ages', mill, 'need-addressed', 'en', 'The neighbourhood is home to 620 households.', 'figure-unit'],
  ['a span', mill, 'need-addressed', 'nl', 'Wachten duurt zes à acht maanden.', 'figure-unit'],
  ['of them', depot, 'missing-voices', 'en', 'We found four of the 80 drivers who left.', 'figure-unknown'],
  [
    'votes of members',
    depot,
    'decision-making',
    'en',
    'It takes eleven of the fourteen trustees to undo a rule.',
    'figure-unknown',
  ],
  [
    'parts of motions',
    depot,
    'decision-making',
    'en',
    'Of the 33 motions settled by the board, twenty-seven fell.',
    'figure-counts-else',
  ],
  ['a day rate', depot, 'key-figures', 'en', 'Drivers earn £85 a month.', 'figure-period'],
  ['an hourly rate', pool, 'decision-making', 'fr', 'La caisse a versé 90 euros par jour.', 'figure-period'],
  ['a sum', depot, 'key-figures', 'en', 'People stayed for up to 96 nights.', 'figure-bound'],
];

describe('a figure is read as it is meant', () => {
  it.each(told)('%s: told', (_, from, supports, lang, sentence) => {
    expect(
      kinds(from, sentence, supports, lang).filter((kind) => kind.startsWith('figure')),
      sentence,
    ).toEqual([]);
  });
  it.each(flagged)('%s: contradicted', (_, from, supports, lang, sentence, kind) => {
    expect(kinds(from, sentence, supports, lang), sentence).toContain(kind);
  });
});
