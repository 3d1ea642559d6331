import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../src/core/answer.ts';
import type { Language } from '../../src/core/language.ts';
import { aQuestion } from '../support/questions.ts';
import { now, read, understood } from '../support/reading.ts';

// language of the evaluation, what is written, what is understood
type Case = [Language, string, string];

const table = (title: string, question: string, cases: Case[]): void => {
  describe(title, () => {
    it.each(cases)('%s « %s » is %s', (language, message, expected) => {
      expect(understood(question, language, message)).toBe(expected);
    });
  });
};

table('how many people', 'people-reached', [
  ['fr', '84', '84 personnes'],
  ['fr', '84 personnes en 2024', '84 personnes in 2024'],
  ['fr', 'en 2024, 84 personnes', '84 personnes in 2024'],
  ['fr', '2024 : 84', '84 personnes in 2024'],
  ['fr', '84 (2024)', '84 personnes in 2024'],
  ['fr', "84 l'an dernier", '84 personnes in 2025'],
  ['fr', "on en a eu 84 l'année passée", '84 personnes in 2025'],
  ['fr', '78 en 2023, 84 en 2024', '84 personnes in 2024'],
  ['fr', '84 personnes en 2023-2024', '84 personnes'],
  ['fr', 'au 31 décembre 2024, 84 personnes', '84 personnes in 2024'],
  ['fr', '1 200', '1200 personnes'],
  ['fr', '1 200 personnes', '1200 personnes'],
  ['fr', '1 200 personnes', '1200 personnes'],
  ['fr', '1.200', '1200 personnes'],
  ['fr', '1,200', '1200 personnes'],
  ['fr', "1'200", '1200 personnes'],
  ['fr', '12k', '12000 personnes'],
  ['fr', '1 234 567', '1234567 personnes'],
  ['fr', 'douze', '12 personnes'],
  ['fr', 'quatre-vingt-quatre', '84 personnes'],
  ['fr', 'quatre vingt dix neuf', '99 personnes'],
  ['fr', 'septante-deux', '72 personnes'],
  ['fr', 'nonante et un', '91 personnes'],
  ['fr', 'soixante et onze', '71 personnes'],
  ['fr', 'deux cent cinquante', '250 personnes'],
  ['fr', 'mille deux cents', '1200 personnes'],
  ['fr', 'vint et un', '21 personnes'],
  ['fr', 'une douzaine', 'about 12 personnes'],
  ['fr', 'une bonne centaine', 'about 100 personnes'],
  ['fr', 'deux douzaines', 'about 24 personnes'],
  ['fr', 'une demi-douzaine', 'about 6 personnes'],
  ['fr', 'une soixantaine… 62 en 2025', '62 personnes in 2025'],
  ['fr', '62, une soixantaine quoi', '62 personnes'],
  ['fr', 'environ 80', 'about 80 personnes'],
  ['fr', '~80', 'about 80 personnes'],
  ['fr', '± 80', 'about 80 personnes'],
  ['fr', 'dans les 80', 'about 80 personnes'],
  ['fr', 'plus de 80', 'about 80 personnes'],
  ['fr', 'au moins 80', 'about 80 personnes'],
  ['fr', '80 et quelques', 'about 80 personnes'],
  ['fr', '84 je crois', 'about 84 personnes'],
  ['fr', '80 à 90', 'about 80 personnes'],
  ['fr', '80-90', 'about 80 personnes'],
  ['fr', 'entre 80 et 90', 'about 80 personnes'],
  ['fr', '80 ou 85', 'about 80 personnes'],
  ['fr', 'deux ou trois cents', 'about 200 personnes'],
  ['fr', 'non, plutôt 84', '84 personnes'],
  ['fr', '62 non pardon 84', '84 personnes'],
  ['fr', '40 femmes et 44 hommes', '84 personnes'],
  ['fr', '40 femmes + 44 hommes', '84 personnes'],
  ['fr', '84 (40 femmes et 44 hommes)', '84 personnes'],
  ['fr', '40 femmes, 44 hommes, soit 84 personnes', '84 personnes'],
  ['fr', '84 personnes, dont 12 nouvelles', '84 personnes'],
  ['fr', '84 personnes de plus de 45 ans', '84 personnes'],
  ['fr', 'On a accueilli 84 personnes dans 3 quartiers', '84 personnes'],
  ['fr', '84 dont 60 femmes', '84 personnes'],
  ['fr', '60 femmes sur 84', '84 personnes'],
  ['fr', '84 accompagnés + 20 bénévoles', '84 personnes'],
  ['fr', '12 familles soit 40 personnes', '40 personnes'],
  ['fr', '1 200 visites, 84 personnes', '84 personnes'],
  ['fr', 'environ 3 par jour', 'about 3 personnes par jour'],
  ['fr', '~ 80 personnes/an', 'about 80 personnes'],
  ['fr', 'je dirais 80', 'about 80 personnes'],
  ['fr', '84, enfin je crois', 'about 84 personnes'],
  ['fr', 'quatrevingt', '80 personnes'],
  ['nl', 'ruim 80', 'about 80 mensen'],
  ['nl', 'om en bij de 80', 'about 80 mensen'],
  ['nl', '84 (60 vrouwen, 24 mannen)', '84 mensen'],
  ['fr', '84 familles', '84 familles'],
  ['fr', '120 salariés', '120 salariés'],
  ['fr', '84 pers.', '84 personnes'],
  ['fr', 'zéro', '0 personnes'],
  ['fr', '0', '0 personnes'],
  ['fr', 'aucune', '0 personnes'],
  ['fr', 'personne', '0 personnes'],
  ['fr', "personne l'an dernier", '0 personnes in 2025'],
  ['fr', 'une', '1 personnes'],
  ['fr', 'une seule personne', '1 personnes'],
  ['fr', 'un instant', 'no: no-number'],
  ['fr', 'deux minutes', 'no: no-number'],
  ['fr', 'aucune idée', 'no: no-number'],
  ['fr', 'beaucoup', 'no: no-number'],
  ['fr', 'des dizaines', 'no: no-number'],
  ['fr', 'quelques dizaines', 'no: no-number'],
  ['fr', 'en un mot, beaucoup', 'no: no-number'],
  ['fr', 'on travaille à deux', 'no: no-number'],
  ['fr', '7 jours sur 7', 'no: no-number'],
  ['fr', '80 %', 'no: no-number'],
  ['fr', '80 % des habitants', 'no: no-number'],
  ['fr', 'le groupe B12', 'no: no-number'],
  ['fr', '06 12 34 56 78', 'no: no-number'],
  ['fr', 'le 12 mars 2024', 'no: no-number'],
  ['fr', '-5', 'no: negative-number'],
  ['fr', 'moins 5', 'no: negative-number'],
  ['fr', '- 84', '84 personnes'],
  ['fr', '🙂', 'no: no-words'],
  ['fr', '   ', 'no: empty'],
  ['fr', '1.200 mensen', '1200 personnes'],
  ['nl', '1.200 mensen', '1200 mensen'],
  ['nl', 'vierentachtig', '84 mensen'],
  ['nl', 'tweeëntwintig', '22 mensen'],
  ['nl', 'honderdtwintig', '120 mensen'],
  ['nl', 'twaalfhonderd', '1200 mensen'],
  ['nl', 'tweehonderd vijftig', '250 mensen'],
  ['nl', 'één', '1 mensen'],
  ['nl', 'een twintigtal', 'about 20 mensen'],
  ['nl', 'een 80-tal', 'about 80 mensen'],
  ['nl', "zo'n 80", 'about 80 mensen'],
  ['nl', 'ongeveer tachtig', 'about 80 mensen'],
  ['nl', 'tussen 80 en 90', 'about 80 mensen'],
  ['nl', '80 tot 90', 'about 80 mensen'],
  ['nl', '80 of 85', 'about 80 mensen'],
  ['nl', 'een tachtigtal gezinnen', 'about 80 gezinnen'],
  ['nl', '84 mensen in 2024', '84 mensen in 2024'],
  ['nl', 'vorig jaar 84', '84 mensen in 2025'],
  ['nl', 'onze vereniging begeleidde 84 mensen', '84 mensen'],
  ['nl', 'niemand', '0 mensen'],
  ['nl', 'geen', '0 mensen'],
  ['nl', 'tientallen', 'no: no-number'],
  ['nl', 'met ons tweeën', 'no: no-number'],
  ['en', '1,200', '1200 people'],
  ['en', '1.200', '1200 people'],
  ['en', 'eighty-four', '84 people'],
  ['en', 'a hundred and twenty', '120 people'],
  ['en', 'a couple of dozen', 'about 24 people'],
  ['en', 'a dozen or so', 'about 12 people'],
  ['en', 'about 80', 'about 80 people'],
  ['en', 'some 80 people', 'about 80 people'],
  ['en', '84ish', 'about 84 people'],
  ['en', 'between 80 and 90', 'about 80 people'],
  ['en', '84 people last year', '84 people in 2025'],
  ['en', 'none', '0 people'],
  ['en', 'nobody', '0 people'],
  ['en', 'one', '1 people'],
  ['en', 'one thing at a time', 'no: no-number'],
  ['en', 'a few hundred', 'no: no-number'],
  ['en', 'just the two of us', 'no: no-number'],
]);

table('hours a month', 'time-available', [
  ['fr', '6 heures par mois', '6 heures par mois'],
  ['fr', 'six heures', '6 heures par mois'],
  ['fr', '6h/mois', '6 heures par mois'],
  ['fr', '6h', '6 heures par mois'],
  ['fr', '6', '6 heures par mois'],
  ['fr', '6h30', '6.5 heures par mois'],
  ['fr', '1200,5', '1200.5 heures par mois'],
  ['fr', 'une heure et demie par semaine', '1.5 heure par semaine'],
  ['fr', 'une demi-heure', '0.5 heures par mois'],
  ['fr', '2 jours par mois', '2 jours par mois'],
  ['fr', 'une demi-journée par semaine', '1 demi-journée par semaine'],
  ['fr', 'deux demi-journées', '2 demi-journées'],
  ['fr', '30 minutes par semaine', '30 minutes par semaine'],
  ['fr', '4 à 6h', 'about 4 heures par mois'],
  ['fr', '10 %', '10 %'],
  ['fr', '24h/24', 'no: no-number'],
  ['fr', '0', '0 heures par mois'],
  ['fr', '6 uur', '6 heures par mois'],
  ['nl', '6 uur per maand', '6 uur per maand'],
  ['nl', '6u', '6 uur per maand'],
  ['nl', 'anderhalf uur', '1.5 uur per maand'],
  ['nl', 'een half uur per week', '0.5 uur per week'],
  ['nl', 'een halve dag per week', '0.5 dag per week'],
  ['nl', 'twee uur per week', '2 uur per week'],
  ['nl', '1.200', '1200 uur per maand'],
  ['en', '6 hours', '6 hours per month'],
  ['en', 'two and a half hours', '2.5 hours per month'],
  ['en', 'half a day a week', '0.5 day a week'],
  ['en', 'an hour', '1 hours per month'],
  ['en', '1.200', '1.2 hours per month'],
  ['en', '4-6 hours', 'about 4 hours per month'],
]);

table('heard and asked', 'people-heard', [
  [
    'fr',
    '14 personnes entendues sur 22 sollicitées (8 en entretien, 6 en focus group)',
    '14 of 22 personnes (8 en entretien, 6 en focus group)',
  ],
  ['fr', '22 sollicitées, 14 entendues', '14 of 22 personnes'],
  ['fr', 'on en a sollicité 22 et entendu 14', '14 of 22 personnes'],
  ['fr', '14/22', '14 of 22 personnes'],
  ['fr', '14 sur 22', '14 of 22 personnes'],
  ['fr', '14 et 22', '14 of 22 personnes'],
  ['fr', 'sur 22, 14', '14 of 22 personnes'],
  ['fr', '22 dont 14 entendues', '14 of 22 personnes'],
  ['fr', '14 entendues (sur 22)', '14 of 22 personnes'],
  ['fr', 'quatorze sur vingt-deux', '14 of 22 personnes'],
  ['fr', 'une quinzaine sur 22', 'about 15 of 22 personnes'],
  ['fr', '14 entendues, 22 sollicitées : 8 en entretien, 6 en groupe', '14 of 22 personnes (8 en entretien, 6 en groupe)'],
  ['fr', 'entretiens : 8 sur 12, focus group : 6 sur 10', '14 of 22 personnes (entretiens : 8 sur 12, focus group : 6 sur 10)'],
  ['fr', 'les 22, toutes entendues', '22 of 22 personnes'],
  ['fr', 'aucune sur 22', '0 of 22 personnes'],
  ['fr', '0/22', '0 of 22 personnes'],
  ['fr', 'en mars 2025, 14 sur 22', '14 of 22 personnes'],
  ['fr', '22 entendues sur 14 sollicitées', 'no: heard-over-asked'],
  ['fr', '22/14', 'no: heard-over-asked'],
  ['fr', '14', 'no: one-number-missing'],
  ['fr', '14 entendues', 'no: one-number-missing'],
  ['fr', 'presque tout le monde', 'no: no-number'],
  ['nl', '14 op 22', '14 of 22 mensen'],
  ['nl', '14 van de 22', '14 of 22 mensen'],
  ['nl', '22 aangesproken, 14 gehoord', '14 of 22 mensen'],
  ['nl', 'op 22 uitnodigingen kwamen er 14', '14 of 22 mensen'],
  ['nl', 'we hebben er 22 gevraagd en 14 gehoord', '14 of 22 mensen'],
  ['nl', 'veertien van de tweeëntwintig', '14 of 22 mensen'],
  ['nl', 'alle 22', '22 of 22 mensen'],
  ['en', '14 of the 22', '14 of 22 people'],
  ['en', '14 out of 22 (8 interviews, 6 in a focus group)', '14 of 22 people (8 interviews, 6 in a focus group)'],
  ['en', 'we asked 22, 14 answered', '14 of 22 people'],
  ['en', 'of 22 asked, 14 came', '14 of 22 people'],
  ['en', '14 people (we had asked 22)', '14 of 22 people'],
  ['en', 'half of them', 'no: no-number'],
]);

table('one reason', 'main-purpose', [
  ['fr', '2', 'motivate'],
  ['fr', 'la 2', 'motivate'],
  ['fr', 'la deuxième', 'motivate'],
  ['fr', 'b', 'motivate'],
  ['fr', 'B)', 'motivate'],
  ['fr', '2️⃣', 'motivate'],
  ['fr', 'n°2', 'motivate'],
  ['fr', 'option deux svp', 'motivate'],
  ['fr', 'le dernier', 'advocate'],
  ['fr', 'Améliorer nos pratiques', 'improve'],
  ['fr', 'ameliorer', 'improve'],
  ['fr', 'amelorier', 'improve'],
  ['fr', 'NOS PRATIQUES', 'improve'],
  ['fr', 'rendre des comptes', 'account'],
  ['fr', 'plutôt motiver l’équipe je dirais', 'motivate'],
  ['fr', "2, parce que l'équipe fatigue", 'motivate'],
  ['fr', 'améliorer, parce que les financeurs le demandent', 'improve'],
  ['fr', 'improve', 'improve'],
  ['fr', 'verbeteren', 'improve'],
  ['fr', 'plaidoyer', 'advocate'],
  ['fr', '1 et 3', 'no: several-options'],
  ['fr', 'tous', 'no: several-options'],
  ['fr', '9', 'no: no-such-option'],
  ['fr', '0', 'no: no-such-option'],
  ['fr', 'pas la 2', 'no: no-such-option'],
  ['fr', 'la lune', 'no: no-such-option'],
  ['nl', 'het tweede', 'motivate'],
  ['nl', 'onze werking verbeteren', 'improve'],
  ['nl', 'verantwoording', 'account'],
  ['nl', 'subsidies', 'account'],
  ['en', 'the last one', 'advocate'],
  ['en', 'our funders', 'account'],
  ['en', 'either 1 or 2', 'no: several-options'],
]);

table('how confident', 'confidence-level', [
  ['fr', 'solide', 'solid'],
  ['fr', 'plutôt solide', 'fair'],
  ['fr', 'Plutôt solide : une bonne source, à confirmer', 'fair'],
  ['fr', 'à confirmer', 'tentative'],
  ['fr', 'premiers signes', 'tentative'],
  ['fr', 'assez solide', 'no: ambiguous-option'],
  ['fr', 'pas très solide', 'no: no-such-option'],
  ['nl', 'stevig', 'solid'],
  ['nl', 'vrij stevig', 'fair'],
  ['en', 'fairly solid', 'fair'],
  ['en', 'first signs', 'tentative'],
]);

table('whom you talked to', 'question-consulted', [
  ['fr', '1 et 3', 'team, board-or-assembly'],
  ['fr', '1, et aussi la 3', 'team, board-or-assembly'],
  ['nl', '1 en ook 3', 'team, board-or-assembly'],
  ['en', '1 and also the 3', 'team, board-or-assembly'],
  ['fr', '1,3', 'team, board-or-assembly'],
  ['fr', '1 3 5', 'team, board-or-assembly, volunteers'],
  ['fr', '1-3', 'team, board-or-assembly'],
  ['fr', '1 à 3', 'team, management, board-or-assembly'],
  ['fr', '5, 1', 'team, volunteers'],
  ['fr', 'a, c', 'team, board-or-assembly'],
  ['fr', 'les trois premiers', 'team, management, board-or-assembly'],
  ['fr', 'équipe, CA', 'team, board-or-assembly'],
  [
    'fr',
    "L'équipe ; les personnes accompagnées ou usagers ; le conseil ou l'assemblée",
    'team, board-or-assembly, people-supported',
  ],
  ['fr', 'les bénévoles et les clients', 'volunteers, customers'],
  ['fr', 'les volontaires', 'volunteers'],
  ['fr', 'benevoles', 'volunteers'],
  ['fr', "on a parlé avec l'équipe et un peu avec les usagers", 'team, people-supported'],
  ['fr', "l'équipe, pas la direction", 'team'],
  ['fr', 'tout sauf 3', 'team, management, people-supported, volunteers, customers, partners, funders'],
  [
    'fr',
    'tout le monde sauf la direction',
    'team, board-or-assembly, people-supported, volunteers, customers, partners, funders',
  ],
  ['fr', 'tous', 'team, management, board-or-assembly, people-supported, volunteers, customers, partners, funders'],
  ['fr', 'personne', 'nobody-yet'],
  ['fr', "personne pour l'instant", 'nobody-yet'],
  ['fr', 'aucun', 'nobody-yet'],
  ['fr', 'les personnes', 'people-supported'],
  ['fr', "personne et l'équipe", 'no: exclusive-option'],
  ['fr', '13', 'no: no-such-option'],
  ['fr', '1 et 99', 'no: no-such-option'],
  ['nl', 'nog niemand', 'nobody-yet'],
  ['nl', 'het bestuur en de vrijwilligers', 'board-or-assembly, volunteers'],
  ['nl', 'allemaal', 'team, management, board-or-assembly, people-supported, volunteers, customers, partners, funders'],
  ['en', 'the board', 'board-or-assembly'],
  ['en', 'team and volunteers', 'team, volunteers'],
  ['en', 'all but 2', 'team, board-or-assembly, people-supported, volunteers, customers, partners, funders'],
]);

table('whom you talked to, in other words', 'question-consulted', [
  ['fr', "toute l'équipe", 'team'],
  ['fr', 'avec personne', 'nobody-yet'],
  ['fr', 'encore personne', 'nobody-yet'],
  ['fr', 'les salariés', 'team'],
  ['nl', 'met het hele team', 'team'],
]);

table('whom to reach', 'priority-audiences', [
  ['fr', 'Les personnes concernées ; les financeurs', 'people-concerned, funders'],
  ['fr', 'fédé', 'network'],
  ['fr', 'la commune, la région, les élus', 'local-authorities'],
  ['fr', 'les financeurs, pas la presse', 'funders'],
  ['fr', 'pas la presse', 'no: no-such-option'],
  ['fr', 'presse, réseau et grand public', 'general-public, press, network + many-items'],
  ['nl', 'de pers', 'press'],
  ['nl', 'niet de pers', 'no: no-such-option'],
  ['nl', 'financiers en gemeente', 'funders, local-authorities'],
  ['nl', 'de koepel', 'network'],
  ['en', 'funders & press', 'funders, press'],
]);

table('how to collect', 'methods-chosen', [
  ['fr', 'Entretiens individuels ; groupe de discussion', 'interviews, focus-group'],
  ['fr', 'enquête', 'survey'],
  ['fr', 'un sondage + des entretiens', 'interviews, survey'],
  ['fr', 'focus group', 'focus-group'],
  ['fr', 'recits de vie', 'life-story'],
  ['nl', 'bevraging en interviews', 'interviews, survey'],
  ['nl', 'focusgroep', 'focus-group'],
  ['en', 'survey', 'survey'],
  ['en', 'interviews and life stories', 'interviews, life-story'],
]);

describe('texts', () => {
  it.each([
    ['need-addressed', '  Des femmes seules.  ', 'Des femmes seules.'],
    ['need-addressed', 'voir plus haut', 'voir plus haut'],
    ['need-addressed', 'idem', 'idem'],
    ['need-addressed', 'Une ligne\u0000 et\u0007 une\r\nautre\u200b', 'Une ligne et une\nautre'],
    ['need-addressed', '<b>gras</b> & co', '<b>gras</b> & co'],
    ['need-addressed', '👩‍🔧 couture', '👩‍🔧 couture'],
    ['need-addressed', '', 'no: empty'],
    ['need-addressed', '\u200b \n', 'no: empty'],
    ['need-addressed', '🎉🎉', 'no: no-words'],
    ['need-addressed', '???', 'no: no-words'],
    ['need-addressed', '…', 'no: no-words'],
    ['surplus-use', 'Réinvesti.', 'Réinvesti.'],
    ['chosen-question', 'Comment notre accueil aide-t-il ?', 'Comment notre accueil aide-t-il ?'],
    ['chosen-question', 'Notre accueil aide', 'Notre accueil aide + no-question-mark'],
    ['chosen-question', 'Qui vient ? Et pourquoi ?', 'Qui vient ? Et pourquoi ? + two-questions'],
  ])('%s « %s » is %s', (question, message, expected) => {
    expect(understood(question, 'fr', message)).toBe(expected);
  });

  it('keeps a very long text whole', () => {
    const long = 'Nous aidons des familles. '.repeat(4000).trim();
    const reading = read('need-addressed', 'fr', long);
    expect(reading).toEqual({ ok: true, value: { type: 'text', text: long }, remarks: [] });
  });

  it('takes a long line with a word about its length', () => {
    const reading = read('surplus-use', 'fr', 'mot '.repeat(60));
    expect(reading).toMatchObject({ ok: true, remarks: ['long-for-one-line'] });
  });
});

describe('remarks on what an answer says', () => {
  it.each([
    ['question-consulted', "l'équipe et le conseil", ['inside-only']],
    ['question-consulted', "l'équipe et les usagers", []],
    ['testimonies', '« Je reste » (bénévole)', ['consent-unknown']],
    ['testimonies', '« Je reste » (bénévole, refuse)', []],
    ['key-figures', '84 personnes', ['no-source']],
    ['key-figures', '84 personnes (registre, 2024)', []],
    ['main-findings', 'La plupart osent davantage', ['hypothesis']],
    ['main-findings', 'La plupart osent davantage (11 sur 14)', []],
    ['main-findings', 'La confiance revient : les trois stagiaires rencontrés le disent', []],
    ['main-findings', "L'emploi suit : neuf sorties sur quatorze dans nos registres", []],
    ['main-findings', "La confiance revient d'abord, on le voit aux entretiens", []],
    ['main-findings', 'La confiance revient, mais sans données pour le montrer', ['hypothesis']],
    ['main-findings', "Une ambiance plus légère, c'est le premier changement", ['hypothesis']],
  ])('%s « %s » gets %o', (question, message, remarks) => {
    expect(read(question, 'fr', message)).toMatchObject({ ok: true, remarks });
  });
});

describe('files', () => {
  const files = [{ id: 'f1', name: 'guide.pdf', type: 'application/pdf', bytes: 12 }];

  it.each([
    ['voici https://exemple.org/dossier.', 'https://exemple.org/dossier'],
    ['www.asso.be/pieces et cloud.asso.be/s/abc', 'www.asso.be/pieces, cloud.asso.be/s/abc'],
    ['(https://exemple.org/a) https://exemple.org/a', 'https://exemple.org/a'],
    ['guide-entretien-v2.docx', 'no: no-file'],
    ['samira@asso.be', 'no: no-file'],
  ])('« %s » is %s', (message, expected) => {
    expect(understood('evidence-files', 'fr', message)).toBe(expected);
  });

  it('takes a file without a word', () => {
    const reading = readAnswer(aQuestion('evidence-files'), '', { language: 'fr', now, files });
    expect(reading).toEqual({ ok: true, value: { type: 'files', files, links: [], text: '' }, remarks: [] });
  });
});

describe('what is said when an answer does not fit', () => {
  it.each([
    ['people-heard', '22 entendues sur 14 sollicitées', { heard: 22, asked: 14 }],
    ['people-heard', '14 entendues', { number: 14 }],
    ['people-reached', '-5', { number: -5 }],
    [
      'confidence-level',
      'assez solide',
      { options: 'Solide : plusieurs sources concordent / Plutôt solide : une bonne source, à confirmer' },
    ],
    ['question-consulted', "personne et l'équipe", { option: "Personne pour l'instant" }],
    ['collection-end', 'le 31 février', { date: '31 février' }],
  ])('%s « %s » tells %o', (question, message, values) => {
    expect(read(question, 'fr', message)).toMatchObject({ ok: false, with: values });
  });
});
