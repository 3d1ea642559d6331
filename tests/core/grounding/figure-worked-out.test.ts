import { describe, expect, it } from 'vitest';
import { checkSentence, type Material } from '../../../src/core/grounding.ts';
import type { Language } from '../../../src/core/language.ts';
import { method } from '../../support/grounding.ts';

const material = (lang: Language, text: string): Material => ({
  lang,
  enterprise: { name: 'Zaffran' },
  confidence: 'solid',
  answers: { 'mission-in-own-words': { type: 'long-text', text } },
});

const wrong = (told: Material, lang: Language, sentence: string): string[] =>
  checkSentence({ text: sentence, lang, supports: ['mission-in-own-words'] }, told, { method, output: 'annual-report' })
    .reasons.filter(({ code }) => code === 'figure' || code === 'date')
    .map(({ kind }) => kind);

const week = material('fr', 'Le dépôt ouvre du mardi au samedi, de 9 h à 18 h 30 ; une veillée commence à 19 h.');
const days = material('en', 'The bus runs on Mondays, Tuesdays and Thursdays, from 4 till 6. The shop opens Mon-Fri at 8.15.');
const growth = material(
  'en',
  'Opening hours went from 12 to 24 a week. Members: 40 in 2022, 121 in 2024. Waste fell from 90 kilos to 45 kilos.',
);
const tenants = material('en', 'Of the 15 tenants, 4 moved out, 2 could not be reached and 9 stayed. Six lessons were held.');
const stretch = material(
  'nl',
  'De opleiding duurt twee weken. In 2019 begonnen we met 12 mensen, in 2024 waren het er 31. Interviews: oktober 2024 tot januari 2025.',
);
const term = material('fr', 'Depuis la rentrée 2022, 64 personnes ont suivi le stage. Le pain coûte 6,50 €.');
const year = material(
  'en',
  'In 2024 we had 310 members. Tea is at ten thirty, the hall costs a euro a week, and whoever writes hears within a fortnight.',
);

type Case = [told: Material, lang: Language, sentence: string];

describe('a figure worked out as a reader would', () => {
  it.each<Case>([
    // days of the week that are named may be counted
    [week, 'fr', 'Le dépôt vous accueille cinq jours par semaine.'],
    [week, 'en', 'The depot is open five days a week.'],
    [days, 'en', 'The bus runs three days a week.'],
    [days, 'nl', 'De bus rijdt drie keer per week.'],
    [days, 'nl', 'De winkel is vijf dagen per week open.'],
    // twice as much, half as much
    [growth, 'en', 'Opening hours doubled, from 12 to 24 a week.'],
    [growth, 'fr', 'Les heures d’ouverture ont doublé.'],
    [growth, 'en', 'Membership more than tripled in two years.'],
    [growth, 'en', 'We halved our waste.'],
    // the whole holds for each of its parts
    [tenants, 'en', 'Nine of the fifteen tenants stayed.'],
    [tenants, 'en', 'Two tenants in fifteen could not be reached.'],
    // "over" so many lessons is no more than that many
    [tenants, 'en', 'Over six lessons, the tenants met.'],
    // stretches of time
    [stretch, 'nl', 'De opleiding duurt een dag of veertien.'],
    [stretch, 'nl', 'Vijf jaar na de start telden we eenendertig mensen.'],
    [stretch, 'fr', 'La formation dure quinze jours.'],
    [stretch, 'nl', 'Vier maanden lang, van oktober tot januari, hielden we interviews.'],
    // the school year begins in September
    [term, 'fr', 'Soixante-quatre personnes ont suivi le stage depuis septembre 2022.'],
    [term, 'fr', 'Depuis la rentrée 2022, 64 personnes ont suivi le stage.'],
    [term, 'nl', 'Een brood kost zes euro vijftig per stuk.'],
    // a year before people
    [year, 'en', 'In 2024 members numbered 310.'],
    [year, 'en', 'Whoever writes hears within two weeks.'],
    [year, 'en', 'The hall costs €1 a week.'],
    [year, 'en', 'Tea is served at 10.30.'],
    [term, 'fr', 'Le pain coûte 6 € 50.'],
    // hours on both faces of the clock
    [days, 'fr', 'Le bus roule de 16 h à 18 h.'],
    [week, 'en', 'The evening begins at seven.'],
    [week, 'nl', 'De wake begint om zeven uur ’s avonds.'],
  ])('%#: is left alone', (told, lang, sentence) => {
    expect(wrong(told, lang, sentence)).toEqual([]);
  });

  it.each<[...Case, kind: string]>([
    [week, 'fr', 'Le dépôt vous accueille six jours par semaine.', 'figure-unknown'],
    [days, 'en', 'The bus runs six days a week.', 'figure-unit'],
    [growth, 'en', 'Opening hours tripled.', 'figure-quantifier'],
    [growth, 'en', 'Opening hours were halved.', 'figure-quantifier'],
    [growth, 'en', 'Waste doubled.', 'figure-quantifier'],
    [tenants, 'en', 'Nine of the twenty tenants stayed.', 'figure-unknown'],
    [tenants, 'en', 'Over fifteen tenants came.', 'figure-bound'],
    [stretch, 'nl', 'De opleiding duurt een dag of tien.', 'figure-unknown'],
    [stretch, 'nl', 'Zeven jaar na de start telden we eenendertig mensen.', 'figure-unknown'],
    [stretch, 'nl', 'Zes maanden lang hielden we interviews.', 'figure-unknown'],
    [term, 'fr', 'Soixante-quatre personnes ont suivi le stage depuis octobre 2022.', 'date-unknown'],
    [term, 'fr', 'Depuis la rentrée 2021, 64 personnes ont suivi le stage.', 'date-unknown'],
    [term, 'nl', 'Een brood kost zes euro zestig per stuk.', 'figure-unknown'],
    [year, 'en', 'In 2023 members numbered 310.', 'date-unknown'],
    [year, 'en', 'Whoever writes hears within three weeks.', 'figure-unknown'],
    [year, 'en', 'The hall costs €2 a week.', 'figure-unknown'],
    [term, 'fr', 'Le pain coûte 6 € 60.', 'figure-unknown'],
    // the other half of the day
    [week, 'fr', 'La veillée commence à 7 h du matin.', 'figure-unknown'],
    [week, 'fr', 'La veillée commence à 7 h.', 'figure-unknown'],
    [week, 'en', 'The evening begins at 7 a.m.', 'figure-unknown'],
    [week, 'nl', 'De wake begint om zeven uur ’s ochtends.', 'figure-unknown'],
  ])('%#: is flagged', (told, lang, sentence, kind) => {
    expect(wrong(told, lang, sentence)).toContain(kind);
  });
});
