import { afterAll, beforeAll, expect, it } from 'vitest';
import { asOwner } from '../support/database.ts';
import { aWorld } from '../support/world.ts';

let world: Awaited<ReturnType<typeof aWorld>>;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.drop());

async function settles(): Promise<void> {
  for (let second = 0; second < 5; second++) {
    world.clock.forward(1000);
    await world.drain();
  }
}
async function says(channel: string, ...words: string[]): Promise<void> {
  for (const each of words) {
    await world.receive(world.aText(channel, 'Samira', each));
    await settles();
    world.clock.forward(120_000);
  }
}
const answersOf = async (channel: string): Promise<Record<string, string>> => {
  const rows = await asOwner<{ question_id: string; text: string }>(
    world.url,
    `select distinct on (v.question_id) v.question_id, v.text from answer_versions v join channels c on c.evaluation_id = v.evaluation_id
     where c.key = $1 order by v.question_id, v.version desc`,
    [channel],
  );
  return Object.fromEntries(rows.map((row) => [row.question_id, row.text]));
};
const openIn = async (channel: string): Promise<string | undefined> =>
  (
    await asOwner<{ open_question: string }>(
      world.url,
      'select e.open_question from evaluations e join channels c on c.evaluation_id = e.id where c.key = $1',
      [channel],
    )
  )[0]?.open_question;
/** The cards of questions in a channel that can still be answered. */
const answerable = (channel: string): (string | undefined)[] =>
  world.platform.shown
    .filter((shown) => shown.channel === channel && shown.message.kind === 'question')
    .filter((shown) => shown.message.actions.some((action) => ['answer', 'choose'].includes(action.id)))
    .map((shown) => shown.message.about?.question);

it('takes the next words for the question that an undo opened, and leaves one card to answer', async () => {
  await world.receive(world.aStart('undone', 'Samira'));
  await settles();
  await says('undone', 'Parce que nos équipes le demandent', 'Un lieu pour que les familles soufflent');
  const later = await openIn('undone');
  await says('undone', 'annuler');
  expect(await openIn('undone')).toBe('mission-in-own-words');
  expect(answerable('undone')).toEqual(['mission-in-own-words']);
  await says('undone', 'Les parents seuls n’ont pas de place ailleurs');
  expect(await answersOf('undone')).toMatchObject({
    'why-now': 'Parce que nos équipes le demandent',
    'mission-in-own-words': 'Les parents seuls n’ont pas de place ailleurs',
  });
  expect(await openIn('undone')).toBe(later);
  expect(answerable('undone')).toEqual([later]);
});

it('says the corrected words where a finished step was given back', async () => {
  await world.receive(world.aStart('corrected', 'Samira'));
  await settles();
  await says('corrected', 'Parce que nos équipes le demandent', 'Un lieu pour que les familles soufflent');
  for (let asked = 0; asked < 12 && !world.newest('corrected', 'step-end')?.text.includes('soufflent'); asked++)
    await says('corrected', 'passer');
  const given = world.newest('corrected', 'step-end');
  expect(given?.text).toContain('soufflent');
  await says('corrected', 'corriger la mission : on est un restaurant d’insertion, point');
  expect(world.newest('corrected', 'step-end')?.id).toBe(given?.id);
  expect(world.newest('corrected', 'step-end')?.text).toContain('on est un restaurant d’insertion, point');
  expect(world.newest('corrected', 'step-end')?.text).not.toContain('soufflent');
});
