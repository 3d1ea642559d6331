import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { queue } from '../../src/flows/evaluation/queue.ts';
import { withAccess } from '../../src/store/database.ts';
import { asOwner } from '../support/database.ts';
import { aPost, asDispatcher, broadcast, nudge, reply } from '../support/outbox.ts';
import { aWorld } from '../support/world.ts';

let world: Awaited<ReturnType<typeof aWorld>>;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.drop());

async function team(channel: string, sender: object = {}, more: object = {}) {
  const start = world.aStart(channel, `Samira ${channel}`);
  await world.receive({ ...start, ...more, sender: { ...start.sender, ...sender } });
  await world.drain();
  const [row] = await asOwner<{ id: string; structure_id: string; evaluation_id: string; carrier_id: string }>(
    world.url,
    `select c.id, c.structure_id, c.evaluation_id, e.carrier_id from channels c join evaluations e on e.id = c.evaluation_id where c.key = $1`,
    [channel],
  );
  if (!row) throw new Error('Nothing has begun.');
  return row;
}
type Team = Awaited<ReturnType<typeof team>>;
async function say({ id, structure_id, evaluation_id }: Team, ...posts: Parameters<typeof queue>[2]): Promise<void> {
  await withAccess(world.db, { kind: 'structure', structures: [structure_id] }, (tx) =>
    queue(tx, { origin: id, home: id, structureId: structure_id, evaluationId: evaluation_id }, posts, world.clock.now()),
  );
  await world.drain();
}
const callsTo = (channel: string) => world.platform.calls.filter((call) => call.channel.key === channel);
const versionOf = async (table: string, where: string): Promise<string> =>
  JSON.stringify(await asOwner(world.url, `select xmin from ${table} where ${where}`));

it('writes to a place with the newest that came from there, and writes that down only when it is news', async () => {
  const reference = { serviceUrl: 'https://one.example/', conversation: 'c1' };
  await team('place', {}, { reference });
  expect(callsTo('place').at(-1)?.reference).toEqual(reference);
  const before = await versionOf('channels', `key = 'place'`);
  const again = world.aText('place', 'Samira place', 'où en est-on ?');
  await world.receive({ ...again, reference: { conversation: 'c1', serviceUrl: 'https://one.example/' } });
  expect(await versionOf('channels', `key = 'place'`)).toBe(before);
  const moved = {
    ...again,
    deliveryKey: 'next',
    message: 'next',
    reference: { ...reference, serviceUrl: 'https://two.example/' },
  };
  await world.receive(moved);
  await world.drain();
  expect(callsTo('place').at(-1)?.reference).toEqual({ serviceUrl: 'https://two.example/', conversation: 'c1' });
  // What is tried again later is not news.
  await world.receive({ ...moved, reference });
  const [row] = await asOwner<{ reference: object }>(world.url, `select reference from channels where key = 'place'`);
  expect(row?.reference).toMatchObject({ serviceUrl: 'https://two.example/' });
});

it('writes to one person where they are alone with it, with what is known of them', async () => {
  const reference = { user: '29:samira', serviceUrl: 'https://one.example/' };
  const samira = await team('person', { reference });
  await say(samira, aPost('Pour vous', { place: { to: 'person', person: samira.carrier_id } }));
  const [call] = callsTo('dm:Samira person');
  expect(call).toMatchObject({ reference, channel: { platform: 'local', workspace: 'local' } });
  expect(call?.privateTo).toBeUndefined();
  expect(await asOwner(world.url, `select kind from channels where key = 'dm:Samira person'`)).toEqual([{ kind: 'direct' }]);
});

it('writes to somebody who has no account on that platform where they have one, and privately in the channel where they have none', async () => {
  const { carrier_id, ...there } = await team('fallback');
  const [elsewhere, nowhere] = [randomUUID(), randomUUID()];
  await asOwner(world.url, `insert into people (id, name) values ($1, 'Nadia'), ($2, 'Omar')`, [elsewhere, nowhere]);
  await asOwner(world.url, `insert into identities (platform, workspace, user_key, person_id) values ('slack', 'T1', 'U1', $1)`, [
    elsewhere,
  ]);
  const channels = async (): Promise<{ platform: string; key: string }[]> =>
    asOwner(world.url, 'select platform, key from channels order by created_at, key');
  const before = await channels();
  await say({ ...there, carrier_id }, aPost('Pour vous', { place: { to: 'person', person: elsewhere } }));
  expect(await channels()).toEqual([...before, { platform: 'slack', key: 'dm:U1' }]);
  await say({ ...there, carrier_id }, aPost('Pour vous', { place: { to: 'person', person: nowhere } }));
  expect(
    await asOwner(world.url, `select private_to from outbox where private_to is not null and private_to = any ($1)`, [
      [elsewhere, nowhere],
    ]),
  ).toEqual([{ private_to: nowhere }]);
  expect(await channels()).toHaveLength(before.length + 1);
});

it('counts nudges and broadcasts when they are delivered, by channel and by person, and no reply', async () => {
  const there = await team('contacts');
  const contacts = (): Promise<object[]> =>
    asOwner(
      world.url,
      `select c.person_id, o.message #>> '{blocks,0,text}' as text, c.structure_id, c.at from contacts c join outbox o on o.id = c.outbox_id order by c.id`,
    );
  world.platform.behave(({ message }) => (message.kind === 'note' ? new Error('not now') : 'posts'));
  await say(there, nudge('Une relance'));
  expect(await contacts()).toEqual([]);
  world.platform.behave(() => 'posts');
  const at = world.clock.forward(3_600_000);
  const alone = { place: { to: 'person', person: there.carrier_id }, priority: 'nudge' } as const;
  await say(there, reply('Une réponse'), broadcast('Un conseil'), aPost('Seule', alone));
  expect(await contacts()).toEqual(
    expect.arrayContaining([
      { text: 'Une relance', person_id: null, structure_id: there.structure_id, at },
      { text: 'Un conseil', person_id: null, structure_id: there.structure_id, at },
      { text: 'Seule', person_id: there.carrier_id, structure_id: there.structure_id, at },
    ]),
  );
  expect(await contacts()).toHaveLength(3);
  await asDispatcher(world.db, async (tx) => {
    expect(await tx.selectFrom('contacts').selectAll().execute()).toHaveLength(3);
  });
});
