import { describe, expect, it } from 'vitest';
import { stateOf } from '../../src/core/evaluation/evaluation.ts';
import { aTable } from '../support/scene.ts';

describe('a bare number or choice while a long text is asked for', () => {
  it.each([
    'une soixantaine… 62 en 2025',
    '84',
    '84 personnes en 2024',
    'environ 80 personnes',
    'ongeveer 80 mensen',
    '84 people in 2024',
  ])('is kept for the question that waits for it: %s', (words) => {
    const team = aTable();
    team.says('Samira', 'parce que nos équipes le demandent');
    expect(team.evaluation.openQuestion).toBe('mission-in-own-words');
    const turn = team.says('Luc', words, '');
    expect(stateOf(team.evaluation, 'people-reached').answer?.value.type).toBe('number');
    expect(team.evaluation.openQuestion).toBe('mission-in-own-words');
    const reply = turn.say.find((post) => post.message.kind === 'kept');
    expect(JSON.stringify(reply?.message.blocks)).toContain('Combien de personnes');
  });

  it.each([
    'nous aidons 84 personnes à retrouver un emploi',
    'former 12 personnes par an',
    'un lieu pour tous',
    'on trie 180 tonnes',
    'la couture',
  ])('but a text stays an answer to the open question: %s', (words) => {
    const team = aTable();
    team.says('Samira', 'parce que nos équipes le demandent');
    team.says('Luc', words, '');
    expect(stateOf(team.evaluation, 'mission-in-own-words').answer?.value.text).toBe(words);
  });

  it('and in the thread of a question it answers that question', () => {
    const team = aTable();
    team.says('Samira', 'parce que nos équipes le demandent');
    team.says('Luc', '84 personnes', 'mission-in-own-words');
    expect(stateOf(team.evaluation, 'mission-in-own-words').answer?.value.text).toBe('84 personnes');
  });
});
