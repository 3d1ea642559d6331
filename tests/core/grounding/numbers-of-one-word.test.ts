import { describe, expect, it } from 'vitest';
import type { Material } from '../../../src/core/grounding.ts';
import type { Language } from '../../../src/core/language.ts';
import { aYard, figure, kinds, list, text } from '../../support/grounding.ts';

const nursery = aYard('en', {
  'main-activities': list('A drop-in for under-fives on Monday', 'A dance class for over-sixties'),
  'need-addressed': text(
    'Tenants wait a year and a half. The first two weeks are hard: of seven who left then, one alone wrote back.',
  ),
  'key-figures': {
    type: 'list',
    items: [
      figure('k1', '14 of the 20 tenants mend their own clothes', 14, 'tenants', 20),
      figure('k2', 'complaints: 31 in 2022-2023, 12 in 2024-2025', 12, 'complaints'),
      figure('k3', '9 of the 20 tenants keep an allotment', 9, 'tenants', 20),
    ],
  },
});
const hall = aYard('nl', {
  'access-and-dignity': text(
    'Een kaart kost een tientje. We zijn zes dagen op zeven open. De poetsploeg komt anderhalf uur per dag.',
  ),
  'people-reached': {
    type: 'number-with-unit',
    value: 85,
    unit: 'gezinnen',
    exactness: 'approximate',
    text: '85 gezinnen, ongeveer 240 mensen',
  },
  'decisions-taken': list('Een tweede breigroep opstarten', 'De koffie goedkoper maken'),
});
const farm = aYard('fr', {
  'main-activities': text("Nous cultivons 12 ares et vendons 6,3 tonnes de pommes. L'assurance décennale couvre la grange."),
  'chosen-question': text("Que change l'année qui suit la formation ?"),
});
const council = aYard('en', { 'decision-making': text('Prices are settled at the May assembly. Of the 12 vans, 4 run on gas.') });

const cases: [string, Material, string, Language, string, string | undefined][] = [
  [
    'ages in one word',
    nursery,
    'main-activities',
    'fr',
    'Un accueil pour les enfants de moins de cinq ans a lieu le lundi.',
    undefined,
  ],
  [
    'ages in one word',
    nursery,
    'main-activities',
    'nl',
    'Op maandag is er een inloop voor kinderen onder de vijf jaar.',
    undefined,
  ],
  [
    'ages in one word',
    nursery,
    'main-activities',
    'en',
    'A drop-in for children under four is held on Monday.',
    'figure-unknown',
  ],
  ['a note', hall, 'access-and-dignity', 'en', 'A card costs ten euros.', undefined],
  ['a note', hall, 'access-and-dignity', 'nl', 'Een kaart kost vijf euro.', 'figure-unknown'],
  ['so many days of seven', hall, 'access-and-dignity', 'en', 'We are open six days a week.', undefined],
  ['so many days of seven', hall, 'access-and-dignity', 'fr', 'Nous ouvrons six jours par mois.', 'figure-period'],
  ['halves before a period', hall, 'access-and-dignity', 'en', 'The cleaning crew comes one and a half hours a day.', undefined],
  ['tenths behind a measure', farm, 'main-activities', 'fr', 'Six tonnes trois de pommes ont été vendues.', undefined],
  ['tenths behind a measure', farm, 'main-activities', 'fr', 'Six tonnes cinq de pommes ont été vendues.', 'figure-unknown'],
  ['another measure of land', farm, 'main-activities', 'fr', 'Nous cultivons douze hectares.', 'figure-unit'],
  ['years in one word', farm, 'main-activities', 'en', 'A ten-year insurance covers the barn.', undefined],
  ['years in one word', farm, 'main-activities', 'en', 'A five-year insurance covers the barn.', 'figure-unknown'],
  ['a year that follows', farm, 'chosen-question', 'fr', 'Que changent les douze mois qui suivent la formation ?', undefined],
  [
    'a year that follows',
    farm,
    'chosen-question',
    'fr',
    'Que changent les dix mois qui suivent la formation ?',
    'figure-unknown',
  ],
  ['one alone', nursery, 'need-addressed', 'en', 'Of the seven who left within two weeks, only one wrote back.', undefined],
  ['one alone', nursery, 'need-addressed', 'en', 'Of the seven who left within two weeks, three wrote back.', 'figure-unknown'],
  ['two for a second', hall, 'decisions-taken', 'fr', 'Deux groupes de tricot se réuniront.', undefined],
  ['two for a second', hall, 'decisions-taken', 'nl', 'We openen twee winkels.', 'figure-unknown'],
  ['about another figure', hall, 'people-reached', 'nl', 'We bereikten 85 gezinnen, samen ongeveer 240 mensen.', undefined],
  ['about another figure', hall, 'people-reached', 'nl', 'We bereikten 240 mensen.', 'figure-exactness'],
  ['a month that is a noun', council, 'decision-making', 'fr', "Les prix se fixent à l'assemblée de mai.", undefined],
  ['a month that is a noun', council, 'decision-making', 'fr', "Les prix se fixent à l'assemblée de juin.", 'date-unknown'],
  ['school years', nursery, 'key-figures', 'en', 'There were 31 complaints in 2022-2023 and twelve in 2024-2025.', undefined],
  ['school years', nursery, 'key-figures', 'en', 'Complaints came down to twelve in 2022-2023.', 'figure-counts-else'],
];

const quantifiers: [string, string | undefined][] = [
  ['Fourteen of the twenty tenants mend their own clothes every week.', undefined],
  ['In all, fourteen of the twenty tenants mend their clothes.', undefined],
  ['Every tenant has a key, and nine of the twenty keep an allotment.', undefined],
  ['All the tenants mend their own clothes.', 'figure-quantifier'],
  ['None of the tenants keep an allotment.', 'figure-quantifier'],
];

describe('numbers that a word of their own tells', () => {
  it.each(cases)('%s', (_, from, supports, lang, sentence, kind) => {
    const found = kinds(from, sentence, supports, lang);
    if (kind === undefined) expect(found).toEqual([]);
    else expect(found).toContain(kind);
  });

  it.each(quantifiers)('“all” and “none” are held against what a part did: %s', (sentence, kind) => {
    const found = kinds(nursery, sentence, 'key-figures');
    if (kind === undefined) expect(found).not.toContain('figure-quantifier');
    else expect(found).toContain(kind);
  });
});
