import type { Language } from '../../../src/core/language.ts';
import type { Message } from '../../../src/core/message.ts';
import { startMessage } from '../../../src/core/evaluation/starting.ts';
import { type Group, groupQuestion, questionsOf } from '../../../src/core/method.ts';
import { aTable, theMethod, wording } from '../../support/scene.ts';

const answers: Record<string, string> = {
  'short-text': 'Une [phrase](https://exemple.fr) **courte** de l’équipe, à 3 * 4 et avec un_nom_de_fichier.',
  'long-text': `Nous accueillons 47 personnes par an.\n\n- D'abord un repas\n- Puis un atelier\n\n${'Les gens reviennent parce que quelqu’un les attend. '.repeat(40)}`,
  'number-with-unit': '47 personnes en 2025',
  date: '20 avril 2025',
  list: 'Les habitants du quartier\nLa mairie\nLes salariés en parcours',
  file: 'https://exemple.fr/rapport.pdf',
};

/** Everything the real core says on a walk through the whole path: asked, answered, corrected, put off, explained, differed about. */
export function saidOnAWalk(language: Language, group: Group): Message[] {
  const table = aTable({ language, group, path: 'full', structure: 'Les *Ateliers* du Canal' });
  const said: Message[] = [
    startMessage(wording[language], language, groupQuestion(theMethod()), {}, { language, timeZone: 'Europe/Paris' }),
  ];
  const hear = (turn: { say: { message: Message }[] }): void => {
    said.push(...turn.say.map(({ message }) => message));
  };
  const questions = questionsOf(theMethod());
  for (let turns = 0; turns < 120; turns++) {
    const id = table.evaluation.openQuestion;
    const question = questions.find((each) => each.id === id);
    if (!question) break;
    for (const action of ['example', 'why', 'ideas', 'checks', 'chooser', 'not-for-us'])
      if (turns % 7 === 0) hear(table.presses('Luc', action));
    if (table.evaluation.openQuestion !== id) continue;
    const [option] = question.options ?? [];
    if (option) hear(table.presses('Samira', 'choose', { value: option.value, question: question.id }));
    else hear(table.says('Samira', answers[question.type] ?? 'Oui'));
    hear(table.says('Fatou', 'Et moi, je dirais plutôt que *tout* dépend du quartier.', question.id));
    for (const action of ['differ', 'both', 'merge'])
      if (turns % 5 === 2) hear(table.presses('Luc', action, { question: question.id }));
    if (turns % 6 === 3) hear(table.presses('Samira', 'correct', { question: question.id }));
    if (table.evaluation.openQuestion === id) hear(table.presses('Samira', turns % 2 === 0 ? 'skip' : 'not-yet'));
  }
  for (const action of ['status', 'help', 'settings', 'pause', 'read', 'recap', 'handover', 'stop', 'accompanier'])
    hear(table.presses('Samira', action));
  return said;
}
