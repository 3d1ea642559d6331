import { describe, expect, it } from 'vitest';
import { checkSentence, type Material } from '../../../src/core/grounding.ts';
import type { Language } from '../../../src/core/language.ts';
import { aYard, list, method, text } from '../../support/grounding.ts';

const said = (lang: Language, ...lines: [string, ...string[]]): Material =>
  aYard(lang, { 'main-activities': lines.length > 1 ? list(...lines) : text(lines[0]) });

const bakery = said(
  'nl',
  'Betalen kan tot de 25e. De leden vergaderden op 3 mei 2025. De cursus liep van 8 maart tot 21 juni 2025. We hielden een zomersluiting.',
);
const house = said('fr', 'La maison date de 1921. Nous étions 58 au 31 décembre 2025, 49 un an plus tôt.');
const plans = said(
  'en',
  'A new drying rack for the laundry, before 30 June 2026.',
  'A study of the craft of felting in 2027.',
  'A second collection round from September 2026.',
);
const fair = said('en', 'At the July fair we gave out tea on the Twelfth.');
const week = said('fr', 'Le bus roule le mercredi après-midi et le samedi après-midi. Les sacs sont vidés après six semaines.');

const dates: [string, Material, Language, string, boolean][] = [
  ['days in words', bakery, 'nl', 'Betalen kan tot de vijfentwintigste.', true],
  ['days in words', bakery, 'nl', 'Betalen kan tot de zesentwintigste.', false],
  ['days in words', bakery, 'en', 'People may pay until the twenty-fifth.', true],
  ['days in words', bakery, 'fr', "On peut payer jusqu'au 25 du mois.", true],
  ['days in words', bakery, 'fr', "On peut payer jusqu'au 26 du mois.", false],
  ['days in words', bakery, 'en', 'The members met on the third of May 2025.', true],
  ['days in words', bakery, 'en', 'The members met on the fourth of May 2025.', false],
  ['days in words', bakery, 'fr', 'Les membres se sont réunis le trois mai 2025.', true],
  ['days in words', bakery, 'nl', 'Op vier mei 2025 vergaderden de leden.', false],
  ['stretches', bakery, 'fr', 'Le cours a duré de mars à juin 2025.', true],
  ['stretches', bakery, 'fr', 'Le cours a duré de mars à juillet 2025.', false],
  ['seasons in longer words', bakery, 'en', 'There was a closure in the summer.', true],
  ['seasons in longer words', bakery, 'en', 'There was a closure in the autumn.', false],
  ['years apart', house, 'fr', 'Fin 2024, nous étions quarante-neuf.', true],
  ['years apart', house, 'fr', 'Fin 2023, nous étions quarante-neuf.', false],
  ['decades', house, 'en', 'The house dates from the 1920s.', true],
  ['decades', house, 'en', 'The house dates from the 1930s.', false],
  ['months and days told apart', fair, 'fr', 'Le 12 juillet, on a distribué du thé.', true],
  ['months and days told apart', fair, 'fr', 'Le 13 juillet, on a distribué du thé.', false],
  ['the line of a date', plans, 'en', 'By 30 June 2026 a rack for the laundry, and in 2027 a study of felting.', true],
  [
    'the line of a date',
    plans,
    'nl',
    'Voor 30 juni 2026 komt er een droogrek in de wasserij, en in 2027 volgt een studie.',
    true,
  ],
  ['the line of a date', plans, 'en', 'A drying rack comes to the laundry in 2027.', false],
  ['halves of days', week, 'fr', 'Le bus roule deux après-midi par semaine.', true],
  ['halves of days', week, 'fr', 'Le bus roule trois après-midi par semaine.', false],
  ['limits of time', week, 'nl', 'De zakken blijven niet langer dan zes weken vol.', true],
  ['limits of time', week, 'nl', 'De zakken blijven niet langer dan acht weken vol.', false],
  ['stretches that are measured', week, 'fr', 'Ce fut une année difficile pour le bus.', true],
  ['stretches that are measured', week, 'fr', 'Le bus est resté à quai pendant une année.', false],
];

describe('a time told in other words', () => {
  it.each(dates)('%s: %#', (_, material, lang, sentence, isGreen) => {
    const { reasons } = checkSentence({ text: sentence, lang, supports: ['main-activities'] }, material, {
      method,
      output: 'annual-report',
    });
    expect(reasons.filter(({ code }) => code === 'figure' || code === 'date').length === 0).toBe(isGreen);
  });
});
