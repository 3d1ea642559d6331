import { describe, expect, it } from 'vitest';
import type { CommandContext } from '../../src/core/commands.ts';
import type { Language } from '../../src/core/language.ts';
import { heard } from '../support/reading.ts';

// The open question is another one; people-reached, the mission and the need have their answers.
const answered = ['people-reached', 'mission-in-own-words', 'need-addressed', 'main-purpose'];
type Case = [Language, string, string, string];

const table = (title: string, cases: Case[], more: Partial<CommandContext> = {}): void => {
  describe(title, () => {
    it.each(cases)('%s %s « %s » is %s', (language, question, message, expected) => {
      expect(heard(language, question, message, { answered, ...more })).toBe(expected);
    });
  });
};

table('one value for another', [
  ['fr', 'main-activities', "en fait c'est 84, pas 62", 'correct "84" not "62"'],
  ['fr', 'main-activities', 'pas 62 mais 84', 'correct "84" not "62"'],
  ['fr', 'main-activities', "ce n'est pas 62, c'est 84", 'correct "84" not "62"'],
  ['fr', 'main-activities', '84 au lieu de 62', 'correct "84" not "62"'],
  ['fr', 'main-activities', "c'est 84 et non 62", 'correct "84" not "62"'],
  ['fr', 'main-activities', "j'ai écrit 62, c'est 84", 'correct "84" not "62"'],
  ['fr', 'main-activities', "on a mis 62 mais c'était 84", 'correct "84" not "62"'],
  ['fr', 'main-activities', 'mets 84 au lieu de 62', 'correct "84" not "62"'],
  ['fr', 'main-activities', 'remplace 62 par 84', 'correct "84" not "62"'],
  ['fr', 'main-activities', '62 -> 84', 'correct "84" not "62"'],
  ['fr', 'main-activities', '62 → 84', 'correct "84" not "62"'],
  ['fr', 'main-activities', 'en fait c’est 84', 'correct "84"'],
  ['fr', 'main-activities', 'oups 84', 'correct "84"'],
  ['fr', 'main-activities', 'pardon, 84 personnes', 'correct "84 personnes"'],
  ['fr', 'main-activities', '*84', 'correct "84"'],
  ['fr', 'main-activities', 'correction : 84', 'correct "84"'],
  ['fr', 'main-activities', 'corriger : 84 personnes en 2024', 'correct "84 personnes en 2024"'],
  ['nl', 'main-activities', 'verbeteren: 84 mensen in 2024', 'correct "84 mensen in 2024"'],
  ['en', 'main-activities', 'correct: 84 people in 2024', 'correct "84 people in 2024"'],
  ['fr', 'main-activities', 'non, quatre-vingt-quatre', 'correct "quatre-vingt-quatre"'],
  ['fr', 'need-addressed', "c'est le 5 mai, pas le 20 avril", 'correct "le 5 mai" not "le 20 avril"'],
  ['fr', 'why-now', 'remplace « insertion » par « intégration »', 'correct "intégration" not "insertion"'],
  ['nl', 'main-activities', 'eigenlijk is het 84, niet 62', 'correct "84" not "62"'],
  ['nl', 'main-activities', 'niet 62 maar 84', 'correct "84" not "62"'],
  ['nl', 'main-activities', 'het is 84 in plaats van 62', 'correct "84" not "62"'],
  ['nl', 'main-activities', 'vervang 62 door 84', 'correct "84" not "62"'],
  ['nl', 'main-activities', 'oeps 84', 'correct "84"'],
  ['nl', 'main-activities', 'ik heb 62 geschreven maar het is 84', 'correct "84" not "62"'],
  ['en', 'main-activities', "actually it's 84, not 62", 'correct "84" not "62"'],
  ['en', 'main-activities', 'change 62 to 84', 'correct "84" not "62"'],
  ['en', 'main-activities', 'not 62 but 84', 'correct "84" not "62"'],
  ['en', 'main-activities', '84 instead of 62', 'correct "84" not "62"'],
  ['en', 'main-activities', 'I wrote 62 but it should be 84', 'correct "84" not "62"'],
  ['en', 'main-activities', 'oops, 84', 'correct "84"'],
  ['fr', 'main-activities', 'actually 84 instead of 62', 'correct "84" not "62"'],
]);

table('by the name of the question', [
  [
    'fr',
    'people-heard',
    'oups je me suis trompée de question. corriger la réponse sur le besoin : des places manquent, combien on ne sait pas encore',
    'correct → need-addressed "des places manquent, combien on ne sait pas encore"',
  ],
  [
    'nl',
    'people-heard',
    'oeps, verkeerde vraag! verbeter onze missie: we herstellen fietsen',
    'correct → mission-in-own-words "we herstellen fietsen"',
  ],
  [
    'en',
    'people-heard',
    'sorry, wrong question. Correct the answer to the mission: we mend bikes',
    'correct → mission-in-own-words "we mend bikes"',
  ],
  [
    'fr',
    'main-activities',
    'je corrige la mission : nous réparons des vélos',
    'correct → mission-in-own-words "nous réparons des vélos"',
  ],
  ['fr', 'main-activities', "on s'est trompés pour le nombre de personnes, c'était 90", 'correct → people-reached "90"'],
  ['fr', 'main-activities', "je me suis trompée pour le nombre de personnes c'est 90", 'correct → people-reached "90"'],
  ['fr', 'main-activities', 'corriger la mission', 'correct → mission-in-own-words'],
  ['fr', 'main-activities', 'je voudrais modifier ma réponse sur le besoin', 'correct → need-addressed'],
  ['fr', 'main-activities', 'on peut revenir sur la mission ?', 'correct → mission-in-own-words'],
  ['fr', 'main-activities', 'changer la réponse à la question 2', 'correct → main-purpose'],
  ['fr', 'main-activities', 'la question 9', 'correct → people-reached'],
  ['fr', 'main-activities', 'corrige la question 9 : 90', 'correct → people-reached "90"'],
  ['fr', 'main-activities', 'erreur dans le besoin', 'correct → need-addressed'],
  ['fr', 'main-activities', 'change la mission en : réparer des vélos', 'correct → mission-in-own-words "réparer des vélos"'],
  ['nl', 'main-activities', 'missie aanpassen', 'correct → mission-in-own-words'],
  ['nl', 'main-activities', 'ik wil de missie wijzigen', 'correct → mission-in-own-words'],
  ['nl', 'main-activities', 'we hebben ons vergist bij het aantal mensen, het was 90', 'correct → people-reached "90"'],
  [
    'nl',
    'main-activities',
    'correctie voor de missie: fietsen herstellen',
    'correct → mission-in-own-words "fietsen herstellen"',
  ],
  ['en', 'main-activities', 'we made a mistake on the number of people, it was 90', 'correct → people-reached "90"'],
  ['en', 'main-activities', 'change the mission', 'correct → mission-in-own-words'],
  ['en', 'main-activities', 'I want to correct the need: lonely families', 'correct → need-addressed "lonely families"'],
  ['fr', 'main-activities', 'change the mission', 'correct → mission-in-own-words'],
]);

table('without saying what', [
  ['fr', 'main-activities', 'je me suis trompé', 'correct'],
  ['fr', 'main-activities', 'jai fait une erreur', 'correct'],
  ['fr', 'main-activities', 'je voudrais changer ma réponse', 'correct'],
  ['fr', 'main-activities', 'corriger', 'correct'],
  ['nl', 'main-activities', 'ik heb me vergist', 'correct'],
  ['nl', 'main-activities', 'antwoord aanpassen', 'correct'],
  ['en', 'main-activities', 'I made a mistake', 'correct'],
  ['en', 'main-activities', 'edit my answer', 'correct'],
]);

table('for another question', [
  ['fr', 'surplus-use', 'pour la mission : nous réparons des vélos', 'correct → mission-in-own-words "nous réparons des vélos"'],
  [
    'fr',
    'surplus-use',
    'au fait pour le besoin, ce sont surtout les jeunes',
    'correct → need-addressed "ce sont surtout les jeunes"',
  ],
  ['fr', 'surplus-use', 'pour les activités : trier, coudre, vendre', 'answer → main-activities "trier, coudre, vendre"'],
  ['fr', 'surplus-use', "au fait, concernant l'équipe : Samira et Luc", 'answer → team-and-roles "Samira et Luc"'],
  ['fr', 'surplus-use', 'pour la question 2 : améliorer', 'correct → main-purpose "améliorer"'],
  ['fr', 'values-in-practice', 'Territoire : tout le monde se connaît', 'answer'],
  ['fr', 'mission-in-own-words', 'pour la mission : réparer des vélos', 'answer "réparer des vélos"'],
  ['nl', 'surplus-use', 'voor de missie: fietsen herstellen', 'correct → mission-in-own-words "fietsen herstellen"'],
  ['nl', 'surplus-use', 'trouwens, over de activiteiten: naaien en verkopen', 'answer → main-activities "naaien en verkopen"'],
  ['en', 'surplus-use', 'for the mission: repairing bikes', 'correct → mission-in-own-words "repairing bikes"'],
  ['en', 'surplus-use', 'by the way, about the need: young people', 'correct → need-addressed "young people"'],
  ['fr', 'surplus-use', 'Pour les familles : des vacances à prix libre', 'answer'],
]);

table('no corrections', [
  ['fr', 'why-now', 'En fait, tout a commencé avec 3 bénévoles et un garage', 'answer'],
  ['fr', 'why-now', 'ce n’est pas un hasard mais un choix', 'answer'],
  ['fr', 'time-available', "en fait c'est 6 heures", 'answer'],
  ['fr', 'time-available', '6 heures et non 10', 'answer'],
  ['fr', 'territorial-roots', 'On a changé le quartier en lieu de vie', 'answer'],
  ['nl', 'why-now', 'eigenlijk omdat de stad het vraagt', 'answer'],
  ['en', 'why-now', 'actually because the city asked us to', 'answer'],
]);

table(
  'the answer to a question, and not the question',
  [
    [
      'fr',
      'main-activities',
      'corriger notre réponse à la question évaluative : en partie',
      'correct → answer-to-question "en partie"',
    ],
    ['fr', 'main-activities', 'corriger la réponse à la question évaluative', 'correct → answer-to-question'],
    ['nl', 'main-activities', 'verbeter ons antwoord op de evaluatievraag: deels', 'correct → answer-to-question "deels"'],
    ['en', 'main-activities', 'correct our answer to the question: partly', 'correct → answer-to-question "partly"'],
    ['fr', 'main-activities', 'corriger la question évaluative : autre chose ?', 'correct → chosen-question "autre chose ?"'],
  ],
  { answered: ['chosen-question', 'answer-to-question'] },
);

table(
  'a question that has no answer of its own yet',
  [['fr', 'main-activities', 'corriger la réponse à la question évaluative', 'correct → chosen-question']],
  { answered: ['chosen-question'] },
);
