import { describe, expect, it } from 'vitest';
import { aYard, figure, kinds, list, text } from '../../support/grounding.ts';

const isFlagged = (...args: Parameters<typeof kinds>): boolean => kinds(...args).length > 0;

describe('an hour told in words', () => {
  const french = aYard('fr', {
    'main-activities': list(
      'Ouvrir la buvette de 10 h 45 à 12 h 45',
      'Un atelier le vendredi à 19 h',
      'Personne ne commence avant 8 h 15',
    ),
  });
  it.each([
    ['Nul ne prend son service avant huit heures et quart.', false],
    ['Nul ne prend son service avant huit heures moins le quart.', true],
    ['Entre onze heures moins le quart et une heure moins le quart, on sert à boire.', false],
    ['Vendredi soir, sept heures : place aux outils.', false],
    ['Vendredi matin, sept heures : place aux outils.', true],
  ])('%s', (sentence, flagged) => {
    expect(isFlagged(french, sentence, 'main-activities')).toBe(flagged);
  });

  const dutch = aYard('nl', {
    'main-activities': list('Meisjesuur op vrijdag om 19 uur', 'Keuken open vanaf 17.30 uur'),
  });
  it.each([
    ['Vrijdagavond zeven uur: dan is het meisjesuur.', false],
    ['Vrijdagavond om zeven uur is het meisjesuur.', false],
    ['Vrijdagochtend zeven uur: dan is het meisjesuur.', true],
    ['De keuken gaat om half zes open.', false],
    ['De keuken gaat om half zeven open.', true],
  ])('%s', (sentence, flagged) => {
    expect(isFlagged(dutch, sentence, 'main-activities')).toBe(flagged);
  });

  const english = aYard('en', { 'main-activities': list('Kitchen from 5.30 pm', 'Girls’ hour on Friday at 7 pm') });
  it.each([
    ['The kitchen opens at half past five.', false],
    ['The kitchen opens at half past six.', true],
    ["Friday evening, seven o'clock: the girls have their hour.", false],
  ])('%s', (sentence, flagged) => {
    expect(isFlagged(english, sentence, 'main-activities')).toBe(flagged);
  });
});

describe('summer and winter', () => {
  const round = aYard('fr', { 'decisions-taken': list("ouvrir la laverie deux soirs par semaine toute l'année") });
  const once = aYard('fr', { 'decisions-taken': list('ouvrir la laverie deux soirs par semaine en été') });
  it('is all year round', () => {
    expect(isFlagged(round, 'La laverie ouvrira deux soirs par semaine, été comme hiver.', 'decisions-taken')).toBe(false);
    expect(isFlagged(round, 'De wasserij gaat twee avonden per week open, zomer en winter.', 'decisions-taken', 'nl')).toBe(
      false,
    );
    expect(isFlagged(round, 'The laundry will open two evenings a week, summer and winter.', 'decisions-taken', 'en')).toBe(
      false,
    );
  });
  it('is more than summer alone', () => {
    expect(isFlagged(once, 'La laverie ouvrira deux soirs par semaine, été comme hiver.', 'decisions-taken')).toBe(true);
  });
  it('has the year that is told with it, near or far', () => {
    const french = aYard('fr', { 'other-contributors': text("L'hiver doux de 2024-2025 y est pour quelque chose.") });
    expect(isFlagged(french, "L'hiver 2024-2025, qui fut doux, y est pour quelque chose.", 'other-contributors')).toBe(false);
    expect(isFlagged(french, "L'hiver 2023-2024, qui fut doux, y est pour quelque chose.", 'other-contributors')).toBe(true);
    const english = aYard('en', {
      'need-addressed': text('The autumn count found 44 people sleeping rough in 2024, up from 26 in 2021.'),
    });
    expect(isFlagged(english, 'In autumn 2024 the count found 44 people sleeping rough.', 'need-addressed')).toBe(false);
    expect(kinds(english, 'In autumn 2023 the count found 44 people sleeping rough.', 'need-addressed')).toContain(
      'date-unknown',
    );
  });
});

describe('months, quarters and years counted from another', () => {
  const french = aYard('fr', {
    'key-figures': {
      type: 'list',
      items: [
        {
          ...figure('k1', 'Absences : 27 au 1er trimestre 2026, 61 au 1er trimestre 2025', 27, 'absences'),
          period: '1er trimestre 2026',
        },
        {
          ...figure('k2', '230 adhérents au 31 décembre 2025 (198 un an plus tôt)', 230, 'adhérents'),
          period: 'au 31 décembre 2025',
        },
        { ...figure('k3', '40 ventes au second semestre 2025', 40, 'ventes'), period: 'second semestre 2025' },
      ],
    },
    'missing-voices': text("Le Forem, sollicité deux fois (février et mars), n'a pas répondu."),
  });
  it.each([
    ['Vingt-sept absences de janvier à mars 2026.', 'fr', false],
    ['Van januari tot maart 2026 waren er 27 afwezigheden.', 'nl', false],
    ['There were 27 absences between January and March 2026.', 'en', false],
    ['Vingt-sept absences de janvier à avril 2026.', 'fr', true],
    ['Vingt-sept absences de février à avril 2026.', 'fr', true],
    ['Quarante ventes de juillet à décembre 2025.', 'fr', false],
    ['Les adhérents sont passés de 198 à la fin de 2024 à 230 à la fin de 2025.', 'fr', false],
    ['Members went from 198 at the end of 2024 to 230 at the end of 2025.', 'en', false],
    ['Members went from 198 at the end of 2023 to 230 at the end of 2025.', 'en', true],
  ] as const)('%s', (sentence, language, flagged) => {
    expect(kinds(french, sentence, 'key-figures', language).some((kind) => kind.startsWith('date'))).toBe(flagged);
  });
  it.each([
    ["Sollicité en février puis en mars, le Forem n'a pas répondu.", false],
    ["Sollicité en février puis en avril, le Forem n'a pas répondu.", true],
    ["Sollicité en mars, le Forem n'a pas répondu.", false],
  ])('%s', (sentence, flagged) => {
    expect(isFlagged(french, sentence, 'missing-voices')).toBe(flagged);
  });
  it.each([
    ['Le stage dure un mois et demi.', 'fr', false],
    ['De stage duurt anderhalve maand.', 'nl', false],
    ['The placement lasts a month and a half.', 'en', false],
    ['The placement lasts four months.', 'en', true],
  ] as const)('%s, of six weeks', (sentence, language, flagged) => {
    const weeks = aYard('fr', { 'integration-path': text('On entre par un stage de six semaines.') });
    expect(isFlagged(weeks, sentence, 'integration-path', language)).toBe(flagged);
  });
});
