import { describe, expect, it } from 'vitest';
import { checkSentence, type Material } from '../../../src/core/grounding.ts';
import type { Language } from '../../../src/core/language.ts';
import { figure, method } from '../../support/grounding.ts';

const english: Material = {
  lang: 'en',
  enterprise: { name: 'The Copper Kettle' },
  confidence: 'fair',
  answers: {
    'key-figures': {
      type: 'list',
      items: [
        figure('i1', '1,310 suppers served in 2024', 1310, 'suppers'),
        figure('i2', '14 of the 21 guests we spoke to say they sleep better', 14, 'guests', 21),
        figure('i3', 'Phone calls went up from 95 in 2022 to 240 in 2024', 240, 'calls'),
        figure('i4', '37 departures in 2024', 37, 'departures'),
        figure('i5', '6,200 resident visits in 2024', 6200, 'resident visits'),
        figure('i6', '52 swap mornings held in 2024', 52, 'mornings'),
        figure('i7', '19 litter-picks along the beck', 19, 'litter-picks'),
        figure('i8', '410 kilos of jam sold', 410, 'kilos'),
        figure('i9', '88 hens rehomed', 88, 'hens'),
        figure('i10', '66 enquiries we had to turn down', 66, 'enquiries'),
      ],
    },
    'missing-voices': {
      type: 'long-text',
      text: 'The nine who left in the first month were hard to reach. Five families moved away.',
    },
    'decision-making': { type: 'long-text', text: 'A council of nine meets twice a year, and 260 of us own the place.' },
    'main-activities': { type: 'list', items: [{ id: 'i1', text: 'A club for children of 6 to 11 after school' }] },
    testimonies: {
      type: 'list',
      items: [{ id: 'i1', words: 'I count the spoons now, not the days.', who: 'guest, 79', consent: 'yes-public' }],
    },
  },
};

const dutch: Material = {
  lang: 'nl',
  enterprise: { name: 'De Zilveren Ketel' },
  confidence: 'fair',
  answers: {
    'people-heard': {
      type: 'number-with-unit',
      value: 26,
      unit: 'mensen',
      heard: 26,
      asked: 33,
      text: '26 mensen gehoord van de 33 die we aanspraken (26 vragenlijsten)',
    },
    'values-in-practice': { type: 'long-text', text: 'Vorig jaar waren vier van de negen begeleiders zelf ooit leerling.' },
    'decision-making': { type: 'long-text', text: 'Het bestuur telt zes mensen, onder wie een oud-leerling van tweeëntwintig.' },
    'key-figures': {
      type: 'list',
      items: [
        figure('i1', '175 poppenkastvoorstellingen in 2024', 175, 'voorstellingen'),
        figure('i2', '64 opgeknapte bakfietsen', 64, 'bakfietsen'),
        figure('i3', '12 van de 18 medewerkers in traject durven nu zelf te bellen', 12, 'medewerkers', 18),
      ],
    },
  },
};

const found = (material: Material, lang: Language, support: string, text: string): string[] =>
  checkSentence({ text, lang, supports: [support] }, material, { method, output: 'annual-report' }).reasons.map(
    ({ kind, span }) => `${kind}: ${span}`,
  );

describe('a figure keeps what it counts', () => {
  it.each<[Material, Language, string, string]>([
    // Another word for the same people.
    [english, 'en', 'key-figures', 'Fourteen of the twenty-one visitors we spoke to say they sleep better.'],
    [english, 'fr', 'key-figures', 'Quatorze des vingt et un convives rencontrés disent mieux dormir.'],
    [dutch, 'nl', 'values-in-practice', 'Van de negen kampbegeleiders waren er vorig jaar vier zelf ooit leerling.'],
    // A word nobody used, and one for how often.
    [english, 'en', 'key-figures', 'There were 19 clean-ups along the beck.'],
    [english, 'en', 'key-figures', 'The swap morning was held 52 times in 2024.'],
    [dutch, 'nl', 'key-figures', 'In 2024 speelden we 175 keer poppenkast.'],
    // Another thing of the same field; people who learn at work.
    [english, 'en', 'key-figures', 'We had to turn down 66 bookings.'],
    [dutch, 'fr', 'key-figures', 'Douze des dix-huit stagiaires osent désormais téléphoner.'],
    // People told without a noun.
    [english, 'en', 'missing-voices', 'The nine guests who left in the first month were hard to reach.'],
    [english, 'en', 'decision-making', 'The place has 260 owners.'],
    [english, 'en', 'decision-making', 'The council of nine members meets twice a year.'],
    // Leaving is done once.
    [english, 'en', 'key-figures', 'In 2024, 37 people left.'],
    // How old somebody is.
    [english, 'nl', 'main-activities', 'Na school is er een club voor kinderen van 6 tot 11 jaar.'],
    [english, 'fr', 'testimonies', 'Une personne de 79 ans le dit ainsi : « I count the spoons now, not the days. »'],
    [dutch, 'fr', 'decision-making', 'Le conseil compte six personnes, dont un ancien élève âgé de vingt-deux ans.'],
    // What follows the figure is no noun of it.
    [dutch, 'nl', 'people-heard', 'Van de 33 aangesproken mensen vulden er 26 de vragenlijst in.'],
    [english, 'en', 'testimonies', 'A guest puts it in one sentence of nine words: "I count the spoons now, not the days."'],
  ])('%#: passes in other words', (material, lang, support, text) => {
    expect(found(material, lang, support, text).filter((reason) => reason.startsWith('figure-unit'))).toEqual([]);
  });

  it.each<[Material, Language, string, string, string]>([
    // Things that one person has many of are not people, whatever is named beside them.
    [english, 'en', 'key-figures', 'In 2024 we served supper to 1,310 people.', '1,310 people'],
    [english, 'en', 'key-figures', 'In 2024, 240 people called us.', '240 people'],
    [english, 'en', 'key-figures', 'In 2024, 6,200 residents visited.', '6,200 residents'],
    // Two different things.
    [english, 'en', 'key-figures', 'In 2024 we took 240 letters.', '240 letters'],
    [english, 'en', 'key-figures', 'We rehomed 88 ducks.', '88 ducks'],
    [dutch, 'nl', 'key-figures', 'We knapten 64 wasmachines op.', '64 wasmachines'],
    [english, 'en', 'key-figures', 'We had to turn down 66 hens.', '66 hens'],
    [dutch, 'fr', 'key-figures', 'Douze des dix-huit bénévoles osent désormais téléphoner.', 'Douze'],
    // Other measures, times and moneys.
    [english, 'en', 'key-figures', 'We sold 410 litres of jam.', '410 litres'],
    [english, 'en', 'key-figures', 'We sold jam for 410 pounds.', '410 pounds'],
    [english, 'en', 'decision-making', 'The council meets nine hours a year.', 'nine hours'],
    [english, 'en', 'testimonies', 'A guest came for 79 months.', '79 months'],
    // Other people.
    [english, 'en', 'key-figures', 'Fourteen of the twenty-one volunteers we spoke to say they sleep better.', 'Fourteen'],
    [english, 'en', 'key-figures', 'In 2024 we served 1,310 households.', '1,310 households'],
    // A noun that the answer gives to another figure.
    [english, 'en', 'key-figures', 'There were 19 calls along the beck.', '19 calls'],
  ])('%#: is flagged as something else', (material, lang, support, text, span) => {
    expect(found(material, lang, support, text)).toContain(`figure-unit: ${span}`);
  });

  it('reads how many there were, and not how old, behind "per" and "aantal"', () => {
    const counted: Material = {
      ...dutch,
      answers: { 'key-figures': { type: 'list', items: [{ id: 'i1', text: 'Het aantal leden is van 40 tot 52 gestegen' }] } },
    };
    expect(
      found(counted, 'nl', 'key-figures', 'Er zijn nu 52 leden.').filter((reason) => reason.startsWith('figure-unit')),
    ).toEqual([]);
  });
});
