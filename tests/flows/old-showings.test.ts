import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Incoming } from '../../src/core/incoming.ts';
import type { About } from '../../src/core/message.ts';
import { asOwner } from '../support/database.ts';
import { aWorld } from '../support/world.ts';

let world: Awaited<ReturnType<typeof aWorld>>;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.drop());

async function takes(...incoming: Incoming[]): Promise<void> {
  for (const each of incoming) {
    await world.receive(each);
    for (let second = 0; second < 10; second++) {
      world.clock.forward(1000);
      await world.drain();
    }
  }
}
const answersOf = async (channel: string, question = ''): Promise<string[]> => {
  const rows = await asOwner<{ text: string }>(
    world.url,
    `select v.text from answer_versions v join channels c on c.evaluation_id = v.evaluation_id
     where c.key = $1 and v.question_id = $2 order by v.version`,
    [channel, question],
  );
  return rows.map(({ text }) => text);
};

/** Two have answered, and their words were joined: the question's card stands there as it was changed last. */
async function aTeam(channel: string) {
  await takes(world.aStart(channel, 'Samira'));
  const card = world.newest(channel, 'question');
  const id = card?.id ?? '';
  await takes(world.aText(channel, 'Samira', 'Montrer ce que nous faisons', id));
  const older = card?.message.about ?? {};
  await takes(world.aText(channel, 'Luc', 'Et comprendre nos effets', id));
  await takes(world.aPress(channel, 'Samira', 'both', world.newest(channel, 'settle')?.id ?? ''));
  const newer = card?.message.about ?? {};
  expect(newer.version).toBeGreaterThan(older.version ?? 0);
  const newest = (): About => card?.message.about ?? {};
  return { id, older, newer, newest, question: older.question };
}
const on = (about: About, incoming: Incoming & { kind: 'press' }): Incoming => ({ ...incoming, about });

it('explains to who presses on an older showing what happened meanwhile, and changes nothing', async () => {
  const { id, older, question } = await aTeam('old');
  const before = await answersOf('old', question);
  expect(before).toHaveLength(2);
  await takes(on(older, world.aPress('old', 'Samira', 'undo', id)));
  expect(await answersOf('old', question)).toEqual(before);
  const told = world.platform.shown.at(-1);
  expect(told).toMatchObject({ privateTo: 'Samira', message: { kind: 'stale' } });
  expect(told?.text).toContain('comprendre nos effets');
  // A platform may tell the version alone.
  await takes(on({ version: older.version ?? 0 }, world.aPress('old', 'Samira', 'undo', id)));
  expect(await answersOf('old', question)).toEqual(before);
});

it('does what is pressed on the newest showing, and what only asks on any', async () => {
  const { id, older, newer, question } = await aTeam('new');
  await takes(on(older, world.aPress('new', 'Samira', 'why', id)));
  expect(world.newest('new', 'why')).toBeDefined();
  const before = await answersOf('new', question);
  await takes(on(newer, world.aPress('new', 'Samira', 'undo', id)));
  expect(await answersOf('new', question)).not.toEqual(before);
});

it('puts a correction of what has changed meanwhile beside it, and loses no word', async () => {
  const { id, older, newest, question = '' } = await aTeam('typed');
  const correction = (about: About, words: string): Incoming => ({
    ...world.aStart('typed', 'Luc'),
    action: 'correct',
    message: id,
    fields: { [question]: words },
    about,
  });
  const before = await answersOf('typed', question);
  await takes(correction(older, 'Convaincre nos financeurs'));
  expect(await answersOf('typed', question)).toEqual(before);
  expect(world.newest('typed', 'settle')?.text).toContain('Convaincre nos financeurs');
  // Its card says since that something waits beside the answer.
  await takes(correction(newest(), 'Nous rassembler'));
  expect((await answersOf('typed', question)).at(-1)).toBe('Nous rassembler');
});
