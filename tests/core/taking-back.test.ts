import { describe, expect, it } from 'vitest';
import { stateOf } from '../../src/core/evaluation/evaluation.ts';
import type { Language } from '../../src/core/language.ts';
import type { Turn } from '../../src/core/evaluation/turn.ts';
import { heard } from '../support/reading.ts';
import { aTable } from '../support/scene.ts';

const mission = 'mission-in-own-words';
const people = 'people-reached';
const said = (turn: Turn): string => JSON.stringify(turn.say.map((post) => post.message.blocks));

/** Somebody has told the mission and the number of people, and the question after them is open. */
function aTeam(language: Language) {
  const team = aTable({ language });
  team.says('Samira', 'parce que nos équipes le demandent', 'why-now');
  team.wait(120_000);
  team.says('Samira', 'un lieu pour se retrouver', mission);
  team.wait(120_000);
  while (team.evaluation.openQuestion !== people) team.says('Samira', 'passer');
  team.wait(120_000);
  team.says('Samira', '62');
  team.wait(120_000);
  expect(team.evaluation.openQuestion).not.toBe(people);
  return team;
}

describe('a question whose answer was taken back', () => {
  it.each([
    ['fr', 'annuler', 'finalement environ quarante enfants', 40],
    ['fr', 'oups non annule ça', 'en fait c’est 84', 84],
    ['nl', 'ongedaan maken', 'toch ongeveer 70 mensen', 70],
    ['en', 'sorry, scrap that', 'actually it was 45', 45],
  ] as const)('%s: is the open one again, and takes what is said next: %s, %s', (language, takesBack, words, number) => {
    const team = aTeam(language);
    const later = team.evaluation.openQuestion ?? '';
    const turn = team.says('Samira', takesBack, '');
    expect(team.evaluation.openQuestion).toBe(people);
    expect(stateOf(team.evaluation, people).answer).toBeUndefined();
    // The card of the question that was open meanwhile can no longer be answered there.
    const card = turn.say.find((post) => post.slot === `question:${later}`)?.message;
    expect(card).toMatchObject({ actions: [], forms: [] });
    team.says('Samira', words, '');
    expect(stateOf(team.evaluation, people).answer?.value).toMatchObject({ type: 'number', value: number });
    expect(stateOf(team.evaluation, mission).answer?.value.text).toBe('un lieu pour se retrouver');
    expect(team.evaluation.openQuestion).toBe(later);
  });

  it('stays the open one for what a colleague says, and for what reads like no correction', () => {
    const team = aTable();
    team.says('Samira', 'parce que nos équipes le demandent', 'why-now');
    team.says('Samira', 'un lieu pour se retrouver', mission);
    team.presses('Samira', 'undo', { question: mission });
    team.says('Luc', 'les parents seuls n’ont pas de place ailleurs', '');
    expect(stateOf(team.evaluation, mission).answer?.value.text).toBe('les parents seuls n’ont pas de place ailleurs');
  });

  it('waits for the end of a pause to be asked', () => {
    const team = aTable();
    team.says('Samira', 'parce que nos équipes le demandent', 'why-now');
    team.says('Samira', 'pause', '');
    team.says('Samira', 'sans date', '');
    expect(team.evaluation.state).toBe('paused');
    team.presses('Samira', 'undo', { question: 'why-now' });
    expect(team.evaluation).toMatchObject({ state: 'paused', openQuestion: 'why-now' });
  });
});

describe('words that take back what was said', () => {
  it.each([
    ['fr', 'oups non annule ça'],
    ['fr', 'ah non oublie ce que j’ai dit'],
    ['fr', 'zut, efface ce que je viens d’écrire'],
    ['fr', 'Mince, ce n’était pas une réponse'],
    ['nl', 'oeps nee, vergeet wat ik net zei'],
    ['nl', 'oei, schrap dat maar'],
    ['nl', 'sorry, dat was geen antwoord'],
    ['en', 'sorry, scrap that'],
    ['en', 'oops no, forget what I just said'],
    ['en', 'wait, that wasn’t an answer'],
  ] as const)('%s %s', (language, words) => {
    for (const question of ['need-addressed', mission, 'main-activities', people])
      expect(heard(language, question, words)).toBe('undo');
  });

  it.each([
    ['fr', 'non, on accueille ceux que les autres oublient'],
    ['nl', 'nee, wij helpen wie vergeten wordt'],
    ['en', 'no, we support people everyone else forgets'],
  ] as const)('but an answer stays one: %s %s', (language, words) => {
    expect(heard(language, 'need-addressed', words)).toBe('answer');
  });

  it('takes the person’s own last answer, not the last one of a colleague', () => {
    const team = aTable();
    team.says('Samira', 'parce que nos équipes le demandent', 'why-now');
    team.wait(120_000);
    team.says('Luc', 'un lieu pour se retrouver', mission);
    team.says('Samira', 'ah non oublie ce que j’ai dit', '');
    expect(stateOf(team.evaluation, 'why-now').answer).toBeUndefined();
    expect(stateOf(team.evaluation, mission).answer?.value.text).toBe('un lieu pour se retrouver');
  });

  it('lets the answer go, where its new words are awaited', () => {
    const team = aTable({ language: 'en' });
    team.says('Samira', 'we want to show what we do', 'why-now');
    team.wait(120_000);
    team.says('Samira', 'oops', '');
    expect(team.evaluation.pendings).toMatchObject([{ kind: 'correction' }]);
    const turn = team.says('Samira', 'sorry, scrap that', '');
    expect(stateOf(team.evaluation, 'why-now').answer).toBeUndefined();
    expect(team.evaluation.pendings).toEqual([]);
    expect(said(turn)).not.toContain('nothing changes');
  });
});

describe('a correction', () => {
  it.each([
    ['fr', 'corriger la mission : on est un restaurant d’insertion, point', '"on est un restaurant d’insertion, point"'],
    ['fr', 'corriger la mission : nous sommes une crèche de quartier', '"nous sommes une crèche de quartier"'],
    ['nl', 'corrigeer de missie: we zijn een sociale bakkerij', '"we zijn een sociale bakkerij"'],
    ['en', 'correct the mission: we are a day centre for everyone', '"we are a day centre for everyone"'],
  ] as const)('keeps who they say they are: %s %s', (language, words, expected) => {
    expect(heard(language, 'need-addressed', words, { answered: [mission] })).toBe(`correct → ${mission} ${expected}`);
  });

  it.each([
    ['fr', 'corriger la phrase : nos portes restent ouvertes'],
    ['nl', 'corrigeer de zin: onze deur blijft open'],
    ['en', 'correct the sentence: our doors stay open'],
  ] as const)('of the sentence means the one that was asked for: %s %s', (language, words) => {
    const answered = ['chosen-question', 'key-message'];
    expect(heard(language, 'decisions-taken', words, { answered })).toContain('correct → key-message');
  });
});
