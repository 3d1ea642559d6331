import { describe, expect, it } from 'vitest';
import { stateOf } from '../../src/core/evaluation/evaluation.ts';
import type { Language } from '../../src/core/language.ts';
import { heard } from '../support/reading.ts';
import { aTable } from '../support/scene.ts';

const mission = 'mission-in-own-words';

/** The mission is asked; nothing but the question before it has an answer. */
function aTeam(language: Language) {
  const team = aTable({ language });
  team.says('Samira', 'parce que nos équipes le demandent', 'why-now');
  team.wait(120_000);
  expect(team.evaluation.openQuestion).toBe(mission);
  return team;
}

describe('at the top of the channel', () => {
  it.each([
    ['fr', 'montre la question 1'],
    ['fr', 'récapitulatif'],
    ['fr', 'Passer le relais'],
    ['fr', 'Bon je dois filer, à demain !'],
    ['fr', 'pause jusqu’au retour de Luc'],
    ['fr', 'je suis en réunion toute la journée, à demain !'],
    ['nl', 'toon vraag 1'],
    ['nl', 'laat ons het antwoord op vraag 1 zien'],
    ['nl', 'samenvatting'],
    ['nl', 'pauze tot na de kerstvakantie'],
    ['nl', 'ik moet ervandoor, tot morgen!'],
    ['en', 'show us question 1 again'],
    ['en', 'summary'],
    ['en', 'Right, gotta run, see you tomorrow!'],
    ['en', 'pause until Luc is back'],
  ] as const)('%s: « %s » becomes no answer, and is answered', (language, words) => {
    const team = aTeam(language);
    const turn = team.says('Luc', words, '');
    expect(stateOf(team.evaluation, mission).answer).toBeUndefined();
    expect(stateOf(team.evaluation, mission).contributions).toEqual([]);
    expect(turn.say.length > 0 || turn.readings.includes('small-talk')).toBe(true);
  });

  it('asks about a word that may be an answer, and keeps it on a yes', () => {
    const team = aTeam('fr');
    const turn = team.says('Luc', 'je range le dépôt, à demain !', '');
    expect(turn.say.map((post) => post.message.kind)).toEqual(['is-it-answer']);
    team.says('Luc', 'oui', '');
    expect(stateOf(team.evaluation, mission).answer?.value.text).toBe('je range le dépôt, à demain !');
  });

  it('shows a question again with its answer, and leaves the open one open', () => {
    const team = aTeam('fr');
    const turn = team.says('Luc', 'montre la question sur pourquoi maintenant', '');
    const number = team.says('Luc', 'affiche la réponse à la question 2', '');
    expect(team.evaluation.openQuestion).toBe(mission);
    for (const each of [turn, number]) {
      expect(each.say.map((post) => post.message.kind)).toEqual(['question-again']);
      expect(JSON.stringify(each.say[0]?.message.blocks)).toContain('nos équipes le demandent');
    }
  });
});

describe('what only looks like talk or a request', () => {
  it.each([
    ['fr', mission, 'montrer que la réinsertion est possible'],
    ['fr', 'main-activities', 'montrer 12 métiers aux jeunes'],
    ['fr', mission, 'je dois rendre la ville plus accueillante'],
    ['nl', 'main-activities', 'lezen met 12 kinderen'],
    ['en', mission, 'we show people that recovery is possible'],
    ['en', 'main-activities', 'read 12 stories aloud'],
  ] as const)('%s %s « %s » is an answer', (language, question, words) => {
    expect(heard(language, question, words)).toBe('answer');
  });
});
