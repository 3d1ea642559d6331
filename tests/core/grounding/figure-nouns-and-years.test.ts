import { describe, expect, it } from 'vitest';
import type { Material } from '../../../src/core/grounding.ts';
import type { Language } from '../../../src/core/language.ts';
import { aYard, figure, kinds, list, text } from '../../support/grounding.ts';

const dutch = aYard('nl', {
  'key-figures': {
    type: 'list',
    items: [
      { ...figure('k1', '41 roeiers op 1 maart 2024, 33 een jaar eerder', 41, 'roeiers'), period: '1 maart 2024' },
      figure('k2', '640 ritten met de bakfiets, 210 boeken uitgeleend', 640, 'ritten'),
      figure('k3', '12 van de 18 vrijwilligers komen minstens drie keer per maand', 12, 'vrijwilligers', 18),
    ],
  },
  'consent-and-care': text('De brief bestond in het Pools, het Frans en het Arabisch. We vroegen het opnieuw na het gesprek.'),
  'success-criteria': list('zelf bellen', 'iemand meebrengen', 'blijven eten', 'iets uitleggen'),
});

const french = aYard('fr', {
  'decision-making': text(
    "CA de 13 membres dont 3 locataires. En mai, l'assemblée a refusé la barrière, 27 voix contre 9. Les quatre partis tôt : une seule a répondu.",
  ),
  'unexpected-effects': text('Une dispute entre deux familles a fermé la cour trois jours.'),
  'people-heard': {
    type: 'number-with-unit',
    value: 57,
    unit: 'personnes',
    heard: 57,
    asked: 70,
    text: '57 personnes entendues sur 70 sollicitées (16 en groupe de discussion, 41 par questionnaire)',
  },
  'main-activities': list('Semer', 'arroser', 'récolter'),
  'key-figures': {
    type: 'list',
    items: [
      figure('k1', '32 tonnes de fruits et légumes ramassées', 32, 'tonnes'),
      figure('k2', '84 adultes accueillis', 84, 'adultes'),
      figure('k3', '118 titres lus à voix haute', 118, 'titres'),
    ],
  },
});

const english = aYard('en', {
  'key-figures': {
    type: 'list',
    items: [
      figure('k1', '19 of the 27 skippers (all asked in March) mend their own nets', 19, 'skippers', 27),
      figure('k2', '164 tax forms filled in at the harbour desk', 164, 'forms'),
      { ...figure('k3', '5 jobs on the quay, 26 loans of oilskins in 2025', 5, 'jobs'), period: '2025' },
    ],
  },
  'decisions-taken': list('Walk each new hand round the boat in the first fortnight'),
  testimonies: {
    type: 'list',
    items: [{ id: 't1', words: 'I had not slept for three years.', who: 'skipper, 52', consent: 'yes-public' }],
  },
});

const rides = aYard('fr', {
  'key-figures': {
    type: 'list',
    items: [
      figure('k1', '22 coursiers sur 38 ont mal au dos', 22, 'coursiers', 38),
      figure('k2', '730 livraisons', 730, 'livraisons'),
      figure('k3', '18 personnes en moyenne au repas du mardi', 18, 'personnes'),
      figure('k4', '61 participants au camp', 61, 'participants'),
      figure('k5', '412 douches prises', 412, 'douches'),
    ],
  },
});

describe('a figure is told with nouns and years of a writer', () => {
  it.each<[Material, Language, string, string]>([
    // Whoever is near, comes or joins in.
    [dutch, 'nl', 'key-figures', 'Op 1 maart 2024 telden we 41 dorpelingen in de boten.'],
    [french, 'fr', 'key-figures', 'Nous avons accueilli 84 visiteurs.'],
    [french, 'fr', 'key-figures', 'Nous avons accueilli 84 usagers.'],
    // Other words for things of the same field, and books that are no pounds.
    [dutch, 'en', 'key-figures', 'The cargo bike made 640 trips.'],
    [french, 'fr', 'key-figures', '118 livres ont été lus à voix haute.'],
    [english, 'fr', 'key-figures', 'Le quai compte cinq emplois.'],
    [french, 'fr', 'key-figures', '32 tonnes de récoltes ont été sauvées.'],
    // The year of a change is not that of the number it began with.
    [dutch, 'nl', 'key-figures', 'In 2024 groeide de groep roeiers van 33 naar 41.'],
    [english, 'en', 'key-figures', 'In 2025 there were five jobs on the quay and 26 loans of oilskins.'],
    // A part in brackets, a part in its own noun, a noun told after the whole.
    [english, 'en', 'key-figures', 'Nineteen skippers (of 27) mend nets on their own.'],
    [dutch, 'nl', 'key-figures', 'Drie keer per maand of vaker: dat geldt voor 12 van de 18 vrijwilligers.'],
    // Seats of a board, votes without their noun, all who were heard by every way.
    [french, 'fr', 'decision-making', "Trois sièges du conseil d'administration, sur treize, reviennent à des locataires."],
    [french, 'en', 'decision-making', 'In May the assembly voted against the gate, twenty-seven to nine.'],
    [french, 'fr', 'people-heard', 'Par les groupes de discussion et le questionnaire, 57 personnes se sont exprimées.'],
    [french, 'fr', 'unexpected-effects', 'Deux familles se sont disputées et la cour est restée fermée trois jours.'],
    // What a text lists, it counts.
    [dutch, 'nl', 'consent-and-care', 'De brief bestond in drie talen – Pools, Frans en Arabisch – en werd voorgelezen.'],
    [dutch, 'nl', 'consent-and-care', 'Een tweede keer vroegen we het na het gesprek.'],
    [dutch, 'nl', 'success-criteria', 'We letten op vier tekens, zoals zelf bellen of blijven eten.'],
    [french, 'fr', 'main-activities', 'Semer, arroser, récolter : trois verbes pour dire la saison.'],
    [english, 'fr', 'decisions-taken', 'Chaque arrivant fait le tour du bateau dans les quinze premiers jours.'],
    // Couriers make no name for rides; guests at a table; the young and the grown are everybody.
    [rides, 'fr', 'key-figures', '730 courses ont été livrées.'],
    [rides, 'fr', 'key-figures', 'Dix-huit convives en moyenne se retrouvent à table.'],
    [rides, 'fr', 'key-figures', '61 enfants et adultes ont participé.'],
    // How old somebody is, whatever else is counted in years.
    [english, 'en', 'testimonies', 'A 52-year-old skipper puts it so: "I had not slept for three years."'],
  ])('%#: passes', (material, lang, supports, sentence) => {
    expect(kinds(material, sentence, supports, lang).filter((kind) => kind.startsWith('figure'))).toEqual([]);
  });

  it.each<[Material, Language, string, string, string]>([
    [rides, 'fr', 'key-figures', '412 personnes ont pris une douche.', 'figure-unit'],
    [rides, 'fr', 'key-figures', '730 coursiers ont livré.', 'figure-unit'],
    [rides, 'fr', 'key-figures', '61 enfants ont participé.', 'figure-unit'],
    [dutch, 'nl', 'key-figures', 'In 2024 telden we 33 roeiers.', 'figure-counts-else'],
    [dutch, 'nl', 'key-figures', 'De groep roeiers groeide van 41 naar 33.', 'figure-reversed'],
    [dutch, 'nl', 'key-figures', 'We leenden 640 boeken uit.', 'figure-unit'],
    [french, 'fr', 'key-figures', 'Nous avons accueilli 84 locataires et 118 enfants.', 'figure-unit'],
    [french, 'fr', 'key-figures', '32 tonnes de pneus ont été ramassées.', 'figure-counts-else'],
    [french, 'fr', 'people-heard', 'Cinquante-sept personnes ont participé aux groupes de discussion.', 'figure-counts-else'],
    [french, 'fr', 'unexpected-effects', 'Quatre familles se sont disputées.', 'figure-elsewhere'],
    [english, 'en', 'key-figures', 'We helped 164 people with tax forms at the harbour desk.', 'figure-unit'],
    [english, 'en', 'key-figures', 'We helped five skippers mend nets.', 'figure-unit'],
    [
      dutch,
      'nl',
      'consent-and-care',
      'De brief bestond in vier talen – Pools, Frans en Arabisch – en werd voorgelezen.',
      'figure-unknown',
    ],
    [dutch, 'nl', 'success-criteria', 'We letten op zeven tekens, zoals zelf bellen of blijven eten.', 'figure-unknown'],
  ])('%#: is flagged', (material, lang, supports, sentence, kind) => {
    expect(kinds(material, sentence, supports, lang)).toContain(kind);
  });
});
