import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Incoming } from '../../src/core/incoming.ts';
import { asOwner } from '../support/database.ts';
import { aWorld } from '../support/world.ts';

let world: Awaited<ReturnType<typeof aWorld>>;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.drop());

type Message = Incoming & { kind: 'message' };
const openQuestion = (channel = 'team'): string => world.newest(channel, 'question')?.id ?? '';
const takes = async (...incoming: Incoming[]): Promise<void> => {
  for (const each of incoming) await world.receive(each);
  await world.drain();
};
const after = (seconds: number): Date => new Date(world.clock.now().getTime() + seconds * 1000);
const edited = (message: Message, text: string, seconds: number, more: Partial<Incoming & { kind: 'edit' }> = {}): Incoming => {
  const { files: _files, addressed: _addressed, ...rest } = message;
  return { ...rest, kind: 'edit', deliveryKey: `${message.message}:${seconds}`, at: after(seconds), text, ...more };
};
/** What is kept of a message, its versions from the first to the last; several lists when it was kept more than once. */
async function keptOf({ message }: Message, words: string): Promise<string[][]> {
  const rows = await asOwner<{ id: string; text: string }>(
    world.url,
    `select c.id, v.text from contributions c join contribution_versions v on v.contribution_id = c.id
     where c.message_ref like '%' || $1 or v.text like '%' || $2 || '%' order by c.added_at, v.version`,
    [message, words],
  );
  return [...Map.groupBy(rows, ({ id }) => id).values()].map((some) => some.map(({ text }) => text));
}

it('keeps the newest words of a message, in whatever order its edits are told', async () => {
  await takes(world.aStart('team', 'Samira'));
  const said = world.aText('team', 'Samira', 'Montrer notre atelier aux financeurs', openQuestion());
  await takes(
    said,
    edited(said, 'Montrer notre atelier, enfin bien dit', 20),
    edited(said, 'Montrer notre atelier, mal dit', 10),
  );
  expect(await keptOf(said, 'notre atelier')).toEqual([
    ['Montrer notre atelier aux financeurs', 'Montrer notre atelier, enfin bien dit'],
  ]);
});

it('takes a message that comes after its own edit for what it is: its words of before', async () => {
  const late = world.aText('team', 'Luc', 'La cantine ouvre à midi', openQuestion());
  await takes(edited(late, 'La cantine ouvre à midi et demi', 5), late);
  expect(await keptOf(late, 'La cantine')).toEqual([['La cantine ouvre à midi et demi']]);
});

it('hears a message that calls the companion since its edit alone, and takes the next edit for one', async () => {
  const talk = { ...world.aText('team', 'Luc', 'les jeunes du quartier'), addressed: false };
  await takes(talk);
  expect(await keptOf(talk, 'les jeunes')).toEqual([]);
  const called = { ...talk, thread: openQuestion() };
  await takes(edited(called, 'les jeunes du quartier et leurs parents', 5, { addressed: true }));
  await takes(edited(called, 'les jeunes du quartier, et leurs parents aussi', 9, { addressed: true }));
  expect(await keptOf(talk, 'les jeunes')).toEqual([
    ['les jeunes du quartier et leurs parents', 'les jeunes du quartier, et leurs parents aussi'],
  ]);
});

it('keeps once what its author gives as an answer that it is already, says so, and follows its edits', async () => {
  await takes(world.aStart('again', 'Fatou'));
  const talk = { ...world.aText('again', 'Fatou', 'Des rencontres entre voisins', 'a-thread-of-theirs'), addressed: false };
  await takes(talk);
  const given = (count: number): Message => ({
    ...talk,
    thread: openQuestion('again'),
    deliveryKey: `given:${talk.message}:${count}`,
    message: `answer:${talk.message}:${count}`,
    post: talk.message,
    addressed: true,
  });
  await takes(given(1));
  await takes(edited(talk, 'Des rencontres entre voisins de tous âges', 5));
  expect(await keptOf(talk, 'Des rencontres')).toEqual([
    ['Des rencontres entre voisins', 'Des rencontres entre voisins de tous âges'],
  ]);
  await takes(given(2));
  expect(await keptOf(talk, 'Des rencontres')).toHaveLength(1);
  expect(world.platform.shown.at(-1)).toMatchObject({ privateTo: 'Fatou', message: { kind: 'same' } });
});
