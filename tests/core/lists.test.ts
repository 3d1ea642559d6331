import { describe, expect, it } from 'vitest';
import type { AnswerValue, Item } from '../../src/core/answer.ts';
import type { Language } from '../../src/core/language.ts';
import { read, understood } from '../support/reading.ts';

function itemsOf(question: string, language: Language, message: string): Item[] {
  const reading = read(question, language, message);
  const value: AnswerValue | undefined = reading.ok ? reading.value : undefined;
  return value?.type === 'list' ? value.items : [];
}

type Case = [Language, string, string];

const table = (title: string, question: string, cases: Case[]): void => {
  describe(title, () => {
    it.each(cases)('%s « %s » is %s', (language, message, expected) => {
      expect(understood(question, language, message)).toBe(expected);
    });
  });
};

table('activities', 'main-activities', [
  ['fr', 'Trier\nCoudre\nVendre', 'Trier | Coudre | Vendre'],
  ['fr', 'Tri\n\n\nCouture\n\nVente', 'Tri | Couture | Vente'],
  ['fr', '- trier\n- coudre\n- vendre', 'trier | coudre | vendre'],
  ['fr', '• trier • coudre • vendre', 'trier | coudre | vendre'],
  ['fr', '* trier\n* coudre\n* vendre', 'trier | coudre | vendre'],
  ['fr', '1. trier 2. coudre 3. vendre', 'trier | coudre | vendre'],
  ['fr', '1) trier\n2) coudre\n3) vendre', 'trier | coudre | vendre'],
  ['fr', '1- trier\n2- coudre\n3- vendre', 'trier | coudre | vendre'],
  ['fr', '1️⃣ trier 2️⃣ coudre 3️⃣ vendre', 'trier | coudre | vendre'],
  ['fr', 'a) trier\nb) coudre\nc) vendre', 'trier | coudre | vendre'],
  ['fr', 'Nos activités :\n- trier\n- coudre\n- vendre', 'trier | coudre | vendre'],
  ['fr', '- trier du textile\n  (surtout du coton)\n- coudre\n- vendre', 'trier du textile (surtout du coton) | coudre | vendre'],
  ['fr', 'trier ; coudre ; vendre', 'trier | coudre | vendre'],
  [
    'fr',
    'Collecter 1,5 tonne ; former à la couture (débutants ; confirmés) ; vendre.',
    'Collecter 1,5 tonne | former à la couture (débutants ; confirmés) | vendre',
  ],
  [
    'fr',
    'alors : on collecte les vêtements, on trie, on répare et on fait des retouches, la vente en boutique et puis un atelier',
    'on collecte les vêtements | on trie | on répare | on fait des retouches | la vente en boutique | un atelier + many-items',
  ],
  [
    'nl',
    'we halen kledij op, we sorteren en we herstellen, de winkel ook',
    'we halen kledij op | we sorteren | we herstellen | de winkel ook',
  ],
  ['en', 'well, we repair bikes, we teach riding, and we run a café', 'we repair bikes | we teach riding | we run a café'],
  [
    'fr',
    'Nous voulons plus de temps, nous avons besoin de bras',
    'Nous voulons plus de temps, nous avons besoin de bras + few-items',
  ],
  ['fr', 'collecte de textile, tri, couture et boutique solidaire', 'collecte de textile | tri | couture | boutique solidaire'],
  ['fr', 'tri, couture et vente.', 'tri | couture | vente'],
  ['fr', 'tri / couture / boutique', 'tri | couture | boutique'],
  ['fr', 'tri + couture + vente', 'tri | couture | vente'],
  ['fr', '- tri - couture - vente', 'tri | couture | vente'],
  ['fr', 'On trie. On coud. On vend.', 'On trie | On coud | On vend'],
  ['fr', 'salles, cours de français, cantine, etc.', 'salles | cours de français | cantine'],
  [
    'fr',
    'Nous collectons, trions et transformons des textiles.',
    'Nous collectons, trions et transformons des textiles. + few-items',
  ],
  [
    'fr',
    'Accompagner les personnes, notamment les jeunes, dans leurs démarches',
    'Accompagner les personnes, notamment les jeunes, dans leurs démarches + few-items',
  ],
  ['fr', 'tri et couture', 'tri et couture + few-items'],
  ['fr', 'aide aux devoirs', 'aide aux devoirs + few-items'],
  ['fr', 'rien', ' + few-items'],
  ['fr', 'un\ndeux\ntrois\nquatre\ncinq\nsix', 'un | deux | trois | quatre | cinq | six + many-items'],
  ['nl', 'sorteren, naaien en verkopen', 'sorteren | naaien | verkopen'],
  ['nl', 'Wij verzamelen, sorteren en verkopen kledij.', 'Wij verzamelen, sorteren en verkopen kledij. + few-items'],
  ['nl', '- sorteren\n- naaien\n- verkopen', 'sorteren | naaien | verkopen'],
  ['nl', 'kledij inzamelen; naailes geven; winkel', 'kledij inzamelen | naailes geven | winkel'],
  ['en', 'sorting, sewing and selling', 'sorting | sewing | selling'],
  ['en', 'We collect, sort and sell clothes.', 'We collect, sort and sell clothes. + few-items'],
  ['en', 'sorting clothes, which takes long, and selling', 'sorting clothes, which takes long, and selling + few-items'],
]);

table('people affected', 'stakeholder-map', [
  [
    'fr',
    'Salariées en parcours ; encadrants ; enfants et proches des salariées ; voisins',
    'Salariées en parcours | encadrants | enfants et proches des salariées | voisins',
  ],
  ['fr', 'familles et voisins', 'familles | voisins'],
  ['fr', 'les salariés, les bénévoles et la commune', 'les salariés | les bénévoles | la commune'],
  ['nl', 'gezinnen en buren', 'gezinnen | buren'],
  ['en', 'families, neighbours and the council', 'families | neighbours | the council'],
]);

table('questions', 'candidate-questions', [
  [
    'fr',
    "Que gardent-elles ? Qu'est-ce qui change pour leurs enfants ? Pourquoi certaines arrêtent-elles ?",
    "Que gardent-elles ? | Qu'est-ce qui change pour leurs enfants ? | Pourquoi certaines arrêtent-elles ?",
  ],
  ['fr', 'Que gardent-elles ?\nPourquoi partent-elles ?', 'Que gardent-elles ? | Pourquoi partent-elles ? + few-items'],
  [
    'nl',
    'Wat houden ze over? Waarom stoppen ze? Wat zeggen de kinderen?',
    'Wat houden ze over? | Waarom stoppen ze? | Wat zeggen de kinderen?',
  ],
]);

table('hopes', 'changes-hoped-for', [
  [
    'fr',
    "Pour les salariées, nous espérons plus d'assurance. Pour leurs enfants, un rythme plus stable. Pour le quartier, un lieu.",
    "Pour les salariées, nous espérons plus d'assurance | Pour leurs enfants, un rythme plus stable | Pour le quartier, un lieu",
  ],
  [
    'nl',
    'Voor de medewerkers hopen we op rust. Voor de buurt op een plek.',
    'Voor de medewerkers hopen we op rust | Voor de buurt op een plek',
  ],
]);

table('findings', 'main-findings', [
  [
    'fr',
    '1. La plupart osent (11 sur 14). 2. La parole est le déclic (9 sur 14). 3. Le début reste fragile (registre).',
    'La plupart osent (11 sur 14) | La parole est le déclic (9 sur 14) | Le début reste fragile (registre)',
  ],
  [
    'fr',
    'La plupart osent (11 sur 14). La parole est le déclic (9 sur 14).',
    'La plupart osent (11 sur 14) | La parole est le déclic (9 sur 14)',
  ],
  [
    'fr',
    'La plupart osent. Nous l’avons vu en entretien, chez presque toutes.',
    'La plupart osent. Nous l’avons vu en entretien, chez presque toutes.',
  ],
]);

describe('figures', () => {
  it.each<[Language, string, Partial<Item>]>([
    [
      'fr',
      '11 salariées sur 14 disent faire une démarche seules (entretiens et focus group, mars-avril 2025).',
      {
        value: 11,
        unit: 'salariées',
        outOf: 14,
        period: 'mars-avril 2025',
        source: 'entretiens et focus group',
        exactness: 'exact',
      },
    ],
    [
      'fr',
      'Taux de présence : 87 % (2024, feuilles de présence)',
      { value: 87, unit: '%', period: '2024', source: 'feuilles de présence' },
    ],
    [
      'fr',
      '9 femmes sur 12 disent oser parler à un client, mars 2026, groupes de discussion',
      { value: 9, unit: 'femmes', outOf: 12, period: 'mars 2026', source: 'groupes de discussion' },
    ],
    ['fr', '5 départs en 2024, registre', { value: 5, unit: 'départs', period: '2024', source: 'registre' }],
    ['fr', '11, salariées, mars 2025, entretiens', { value: 11, unit: 'salariées', period: 'mars 2025', source: 'entretiens' }],
    ['fr', '9 sur 14 prennent le bus seules (source : questionnaire)', { value: 9, outOf: 14, source: 'questionnaire' }],
    [
      'fr',
      'environ 180 tonnes en 2024 selon la comptabilité',
      { value: 180, unit: 'tonnes', period: '2024', source: 'la comptabilité', exactness: 'approximate' },
    ],
    ['fr', '3 sorties vers l’emploi depuis 2022', { value: 3, unit: 'sorties', period: 'depuis 2022' }],
    ['fr', '1 250 repas servis', { value: 1250, unit: 'repas' }],
    [
      'nl',
      '11 van de 14 medewerkers gaan alleen naar de bank (interviews, maart-april 2025)',
      { value: 11, unit: 'medewerkers', outOf: 14, period: 'maart-april 2025', source: 'interviews' },
    ],
    [
      'nl',
      '87 % aanwezig in 2024 (bron: aanwezigheidslijst)',
      { value: 87, unit: '%', period: '2024', source: 'aanwezigheidslijst' },
    ],
    [
      'en',
      '11 of 14 workers now do paperwork alone (interviews, spring 2025)',
      { value: 11, unit: 'workers', outOf: 14, period: 'spring 2025', source: 'interviews' },
    ],
    [
      'en',
      'about 180 tonnes in 2024, according to the accounts',
      { value: 180, unit: 'tonnes', source: 'the accounts', exactness: 'approximate' },
    ],
  ])('%s « %s » holds %o', (language, message, expected) => {
    expect(itemsOf('key-figures', language, message)).toEqual([expect.objectContaining({ ...expected, text: message })]);
  });

  it('has no value where no number is written, and none of its own where it says nothing of a source', () => {
    const [item] = itemsOf('key-figures', 'fr', 'la moitié des gens');
    expect(item).toEqual({ text: 'la moitié des gens' });
    expect(itemsOf('key-figures', 'fr', '84 personnes')[0]).not.toHaveProperty('source');
  });

  it.each(['aucun', 'aucun chiffre', 'pas de chiffres', 'geen', 'geen cijfers', 'none', 'no figures', 'rien', '0'])(
    'takes « %s » for an empty list',
    (message) => {
      expect(read('key-figures', 'fr', message)).toMatchObject({ ok: true, value: { items: [], text: message } });
    },
  );
});

describe('testimonies', () => {
  it.each<[Language, string, Partial<Item>]>([
    [
      'fr',
      '« Avant, je laissais le courrier fermé. » (salariée, accord pour être citée sans prénom)',
      { words: 'Avant, je laissais le courrier fermé.', who: 'salariée', consent: 'yes-public' },
    ],
    [
      'fr',
      `"Ici on m'écoute" — une bénévole, d'accord pour diffusion interne`,
      { words: "Ici on m'écoute", who: 'bénévole', consent: 'yes-internal' },
    ],
    ['fr', '« Ça va » accord pour être cité en interne, pas pour le site', { words: 'Ça va', consent: 'yes-internal' }],
    ['fr', '« Je reviens » (ancien salarié, refuse)', { words: 'Je reviens', who: 'ancien salarié', consent: 'no' }],
    ['fr', "« Je respire » (voisin, pas d'accord)", { words: 'Je respire', who: 'voisin', consent: 'no' }],
    ['fr', '« Je dors mieux » à confirmer', { words: 'Je dors mieux', consent: 'unknown' }],
    ['fr', '« Je dors mieux » accord à demander', { words: 'Je dors mieux', consent: 'unknown' }],
    ['fr', '« Je ne veux pas partir » (salarié)', { words: 'Je ne veux pas partir', who: 'salarié', consent: 'unknown' }],
    ['fr', "« D'accord, on y va » (cliente)", { words: "D'accord, on y va", who: 'cliente', consent: 'unknown' }],
    ['fr', 'Une cliente nous a dit : « on se sent bien »', { words: 'on se sent bien', who: 'cliente', consent: 'unknown' }],
    ['fr', 'Elle nous a dit : « on se sent bien »', { words: 'on se sent bien', consent: 'unknown' }],
    ['nl', 'Een klant zei ons: “ik voel me goed”', { words: 'ik voel me goed', who: 'klant', consent: 'unknown' }],
    ['fr', 'Une cliente : « on se sent bien »', { words: 'on se sent bien', who: 'cliente', consent: 'unknown' }],
    ['fr', 'Je me sens utile (bénévole, ok pour citer)', { words: 'Je me sens utile', who: 'bénévole', consent: 'yes-public' }],
    [
      'nl',
      "'Ik durf nu alleen naar het gemeentehuis' (medewerker, mag geciteerd worden)",
      { words: 'Ik durf nu alleen naar het gemeentehuis', who: 'medewerker', consent: 'yes-public' },
    ],
    [
      'nl',
      '"Nu open ik mijn post" (deelnemer, akkoord voor intern gebruik)',
      { words: 'Nu open ik mijn post', who: 'deelnemer', consent: 'yes-internal' },
    ],
    ['nl', '“Ik ben moe” (man, wil niet geciteerd worden)', { words: 'Ik ben moe', who: 'man', consent: 'no' }],
    ['nl', '"Goed zo" (nog te vragen)', { words: 'Goed zo', consent: 'unknown' }],
    ['en', '“I can do it” (trainee, agrees to be quoted)', { words: 'I can do it', who: 'trainee', consent: 'yes-public' }],
    ['en', '"I was lost" (volunteer, internal only)', { words: 'I was lost', who: 'volunteer', consent: 'yes-internal' }],
    ['en', '"I was lost" (volunteer, does not agree)', { words: 'I was lost', who: 'volunteer', consent: 'no' }],
  ])('%s « %s » holds %o', (language, message, expected) => {
    expect(itemsOf('testimonies', language, message)).toEqual([{ text: message, ...expected }]);
  });

  it('keeps a moment that nobody said in words without words', () => {
    const moment = 'Le jour où une salariée a pris la parole en AG (accord)';
    expect(itemsOf('testimonies', 'fr', moment)).toEqual([{ text: moment, consent: 'yes-public' }]);
  });

  it('tells several on one line apart, each with its own consent', () => {
    const items = itemsOf('testimonies', 'fr', "« J'ose parler » (salariée, accord) « Je respire mieux » (voisin, refuse)");
    expect(items.map((item) => [item.words, item.who, item.consent])).toEqual([
      ["J'ose parler", 'salariée', 'yes-public'],
      ['Je respire mieux', 'voisin', 'no'],
    ]);
  });

  it('puts what is said under a quotation with it', () => {
    const items = itemsOf('testimonies', 'fr', "« J'ose »\n— salariée, accord oral\n« Je reste »\n(bénévole)");
    expect(items.map((item) => [item.words, item.who, item.consent])).toEqual([
      ["J'ose", 'salariée', 'yes-public'],
      ['Je reste', 'bénévole', 'unknown'],
    ]);
  });

  it('takes a consent that is given for all of them', () => {
    const items = itemsOf('testimonies', 'fr', '« Un mot de trop »\n« Deux mots » (refuse)\nToutes d’accord pour être citées');
    expect(items.map((item) => item.consent)).toEqual(['yes-public', 'no']);
  });
});

describe('tasks', () => {
  it.each<[Language, string, Partial<Item>]>([
    ['fr', "Luc : guide d'entretien, 10 mars", { who: 'Luc', task: "guide d'entretien", due: '2026-03-10' }],
    [
      'fr',
      'Samira et une bénévole : entretiens, du 20 mars au 20 avril',
      { who: 'Samira et une bénévole', task: 'entretiens', due: '2026-04-20' },
    ],
    ['fr', "Luc, guide d'entretien, 10 mars", { who: 'Luc', task: "guide d'entretien", due: '2026-03-10' }],
    ['fr', "guide d'entretien (Luc, 10 mars)", { who: 'Luc', task: "guide d'entretien", due: '2026-03-10' }],
    ['fr', "guide d'entretien - Luc - 10 mars", { who: 'Luc', task: "guide d'entretien", due: '2026-03-10' }],
    ['fr', '@Luc relit le guide avant vendredi', { who: 'Luc', task: 'relit le guide', due: '2026-01-09' }],
    ['fr', 'Luc fait le guide pour fin mars', { who: 'Luc', task: 'fait le guide', due: '2026-03-31' }],
    ['fr', "l'équipe : réunion, fin mars", { who: "l'équipe", task: 'réunion', due: '2026-03-31' }],
    ['fr', 'Préparer le guide pour le 10 mars', { task: 'Préparer le guide', due: '2026-03-10' }],
    ['fr', 'imprimer les questionnaires', { task: 'imprimer les questionnaires' }],
    ['nl', 'An: interviewleidraad, 10 maart', { who: 'An', task: 'interviewleidraad', due: '2026-03-10' }],
    ['nl', 'An maakt de leidraad tegen 10 maart', { who: 'An', task: 'maakt de leidraad', due: '2026-03-10' }],
    ['nl', 'het team: vergadering eind maart', { who: 'het team', task: 'vergadering', due: '2026-03-31' }],
    ['en', 'Sam: interview guide, 10 March', { who: 'Sam', task: 'interview guide', due: '2026-03-10' }],
    ['en', 'print the forms by Friday (Sam)', { who: 'Sam', task: 'print the forms', due: '2026-01-09' }],
  ])('%s « %s » holds %o', (language, message, expected) => {
    expect(itemsOf('collection-plan', language, message)).toEqual([{ text: message, ...expected }]);
  });

  it('tells two tasks in one sentence apart', () => {
    const items = itemsOf('collection-plan', 'fr', 'Luc fait le guide pour le 10 mars, Samira envoie la lettre le 14 mars');
    expect(items.map((item) => [item.who, item.due])).toEqual([
      ['Luc', '2026-03-10'],
      ['Samira', '2026-03-14'],
    ]);
  });
});

describe('decisions and people', () => {
  it.each<[string, Language, string, Partial<Item>[]]>([
    ['decisions-taken', 'fr', 'Garder la réunion du lundi ; créer un tutorat (Samira)', [{}, { who: 'Samira' }]],
    ['decisions-taken', 'fr', 'Luc : garder la réunion', [{ who: 'Luc' }]],
    ['decisions-taken', 'fr', 'Créer un tutorat, porté par Samira', [{ who: 'Samira' }]],
    ['decisions-taken', 'fr', 'Garder la réunion du lundi', [{}]],
    ['decisions-taken', 'nl', 'Peterschap opstarten (An)', [{ who: 'An' }]],
    [
      'team-and-roles',
      'fr',
      'Samira, coordinatrice (pilote) ; Luc, encadrant technique (relais)',
      [
        { who: 'Samira', role: 'coordinatrice (pilote)' },
        { who: 'Luc', role: 'encadrant technique (relais)' },
      ],
    ],
    [
      'team-and-roles',
      'fr',
      'Samira, coordinatrice, Luc, encadrant',
      [
        { who: 'Samira', role: 'coordinatrice' },
        { who: 'Luc', role: 'encadrant' },
      ],
    ],
    [
      'team-and-roles',
      'fr',
      'Samira (coordinatrice) et Luc (encadrant)',
      [
        { who: 'Samira', role: 'coordinatrice' },
        { who: 'Luc', role: 'encadrant' },
      ],
    ],
    ['team-and-roles', 'fr', 'Samira et Luc', [{ who: 'Samira' }, { who: 'Luc' }]],
    [
      'team-and-roles',
      'fr',
      'Samira coordinatrice\nLuc encadrant',
      [
        { who: 'Samira', role: 'coordinatrice' },
        { who: 'Luc', role: 'encadrant' },
      ],
    ],
    [
      'team-and-roles',
      'nl',
      'An: trekker, Bart: reserve',
      [
        { who: 'An', role: 'trekker' },
        { who: 'Bart', role: 'reserve' },
      ],
    ],
    [
      'team-and-roles',
      'en',
      'Sam = lead\nAlex = backup',
      [
        { who: 'Sam', role: 'lead' },
        { who: 'Alex', role: 'backup' },
      ],
    ],
  ])('%s %s « %s » holds %o', (question, language, message, expected) => {
    expect(
      itemsOf(question, language, message).map((item) =>
        Object.fromEntries(Object.entries(item).filter(([field]) => field !== 'text')),
      ),
    ).toEqual(expected);
  });
});

describe('long lists', () => {
  it('keep every word: what is beyond the hundredth item stays together', () => {
    const lines = Array.from({ length: 5000 }, (_, i) => `activité ${i}`);
    const items = itemsOf('existing-data', 'fr', lines.join('\n'));
    expect(items).toHaveLength(100);
    expect(items.map((item) => item.text).join('\n')).toBe(lines.join('\n'));
  });

  it.each(['(', '«', '"', "l'", '- ', '1. a 2. b ', 'a, ', ' ; ', 'Luc : ', '« a » ', '10 mars, ', '11 sur 14 '])(
    'that repeat « %s » for ever come back whole',
    (piece) => {
      const long = `x${piece.repeat(Math.ceil(50_000 / piece.length))}x`;
      for (const question of [
        'main-activities',
        'testimonies',
        'collection-plan',
        'key-figures',
        'team-and-roles',
        'decisions-taken',
      ]) {
        const reading = read(question, 'fr', long);
        expect(reading).toMatchObject({ ok: true, value: { text: long } });
      }
    },
  );
});
