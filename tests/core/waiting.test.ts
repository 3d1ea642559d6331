import { expect, it } from 'vitest';
import { restingOn } from '../../src/core/evaluation/evaluation.ts';
import type { Turn } from '../../src/core/evaluation/turn.ts';
import { plainText } from '../../src/core/message.ts';
import { aTable, wording } from '../support/scene.ts';

const ofKind = (turn: Turn, kind: string, question?: string): string | undefined => {
  const post = turn.say.findLast(({ message }) => message.kind === kind && (!question || message.about?.question === question));
  return post && plainText(post.message);
};

/** A table whose answers are all given, and the first of them with another resting on it. */
function answered() {
  const table = aTable();
  for (let left = 60; left > 0 && table.evaluation.openQuestion !== undefined; left--) {
    const id = table.evaluation.openQuestion;
    const question = table.method.stages
      .flatMap(({ steps }) => steps.flatMap(({ questions }) => questions))
      .find((q) => q.id === id);
    table.wait(60_000);
    table.says('Samira', question?.example.fr ?? '');
  }
  expect(table.evaluation.openQuestion).toBeUndefined();
  const question = Object.keys(table.evaluation.states).find(
    (id) =>
      table.evaluation.states[id]?.answer?.value.type === 'text' && restingOn(table.evaluation, table.method, id).length > 0,
  );
  if (!question) throw new Error('No answer rests on another.');
  return { table, question };
}

it('says on the card, in the standing and at the end of the path that a correction waits for a yes, and no longer once it was given', () => {
  const { table, question } = answered();
  const waits = wording.fr('waiting.change');
  const atEnd = wording.fr('waiting.choices', { count: 1 });
  const asked = table.presses('Samira', 'correct', {
    question,
    fields: { [question]: 'Des mots tout neufs, que personne n’a encore lus' },
  });
  expect(ofKind(asked, 'confirm-correction')).toBeDefined();
  expect(ofKind(asked, 'question', question)).toContain(waits);
  expect(ofKind(table.says('Luc', 'où en sommes-nous ?', undefined), 'status')).toContain(atEnd);
  expect(ofKind(table.presses('Luc', 'next'), 'finished')).toContain(atEnd);

  const [pending] = table.evaluation.pendings;
  const done = table.presses('Samira', 'confirm', { question, contribution: pending?.id ?? '' });
  expect(ofKind(done, 'question', question)).toContain('Des mots tout neufs');
  expect(ofKind(done, 'question', question)).not.toContain(waits);
  expect(ofKind(table.presses('Luc', 'next'), 'finished')).not.toContain(atEnd);
});

it('says so of words that wait beside an answer, until the team has chosen', () => {
  const { table, question } = answered();
  const waits = wording.fr('waiting.addition');
  const offered = table.says('Luc', 'Et puis nous voulons entendre ceux qui sont partis', question);
  expect(ofKind(offered, 'settle')).toBeDefined();
  expect(ofKind(offered, 'question', question)).toContain(waits);
  const contribution = table.evaluation.states[question]?.contributions.find(({ state }) => state === 'beside');
  const settled = table.presses('Samira', 'both', { question, contribution: contribution?.id ?? '' });
  expect(ofKind(settled, 'question', question)).not.toContain(waits);
});

it('drops the word when a correction is given up', () => {
  const { table, question } = answered();
  table.presses('Samira', 'correct', { question, fields: { [question]: 'Autre chose, finalement' } });
  const [pending] = table.evaluation.pendings;
  const given = table.presses('Samira', 'cancel', { question, contribution: pending?.id ?? '' });
  expect(ofKind(given, 'question', question)).not.toContain(wording.fr('waiting.change'));
});
