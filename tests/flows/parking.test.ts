import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDispatcher } from '../../src/flows/deliver-outbox.ts';
import { createLog } from '../../src/log.ts';
import { sendTo } from '../../src/platforms/platforms.ts';
import { DeliveryFailure } from '../../src/ports.ts';
import { withAccess } from '../../src/store/database.ts';
import { parkChannel, resumeChannel } from '../../src/store/parking.ts';
import { createSecrets } from '../../src/store/secrets.ts';
import { createWorkspaces } from '../../src/store/workspaces.ts';
import { aDatabase, asOwner } from '../support/database.ts';
import { aFakePlatform } from '../support/fake-platform.ts';
import { aFixedClock } from '../support/fixed-clock.ts';
import { asDispatcher, broadcast, channels, nudge, reply, rowsOf, say, statesOf, type TestChannel } from '../support/outbox.ts';

let database: Awaited<ReturnType<typeof aDatabase>>;
beforeAll(async () => {
  database = await aDatabase({ poolSize: 10 });
});
afterAll(() => database.drop());

let count = 0;

/** A workspace that installed the companion, with two channels, on a platform that posts. */
async function aWorkspace() {
  const [clock, platform] = [aFixedClock(), aFakePlatform('slack')];
  const { db } = database;
  const dispatcher = createDispatcher(
    { db, platforms: sendTo([platform]), clock, log: createLog('silent') },
    { random: () => 0 },
  );
  const workspaces = createWorkspaces({ db, secrets: createSecrets([randomBytes(32)]) });
  const key = `T${++count}`;
  const install = (): Promise<void> =>
    workspaces.save({ platform: 'slack', key, secrets: { botToken: `xoxb-${count}` }, details: {} });
  await install();
  const [one, two] = await channels(db, 2, { platform: 'slack', workspace: key });
  if (!one || !two) throw new Error('two channels');
  return {
    clock,
    platform,
    dispatcher,
    one,
    two,
    install,
    uninstall: (because = 'app_uninstalled') => workspaces.park('slack', key, because),
    find: () => workspaces.find('slack', key),
    say: (channel: TestChannel, ...posts: Parameters<typeof say>[2]) => say(db, channel, posts, clock.now()),
    states: () => statesOf(db, one, two),
    deny: (at: Date | null) => asOwner(database.url, `update workspaces set denied_at = $2 where key = $1`, [key, at]),
  };
}

describe('a workspace that uninstalled the companion', () => {
  it('hears nothing more, and after a new installation all of it in its order', async () => {
    const { platform, dispatcher, one, two, uninstall, install, states, ...w } = await aWorkspace();
    await w.say(one, reply('1'), reply('2'));
    await w.say(two, reply('a'));
    await uninstall('tokens_revoked');
    await uninstall();
    expect(await states()).toEqual(['parked', 'parked', 'parked']);
    await w.say(one, reply('3'));
    await dispatcher.drain();
    await uninstall();
    expect(await states()).toEqual(['parked', 'parked', 'parked', 'parked']);
    expect(platform.calls).toEqual([]);
    await install();
    expect(await dispatcher.drain()).toMatchObject({ sent: 4 });
    expect(platform.texts(one.address.key)).toEqual(['1', '2', '3']);
    expect(platform.texts(two.address.key)).toEqual(['a']);
  });

  it('is told nothing that passed its deadline meanwhile', async () => {
    const { clock, dispatcher, platform, one, uninstall, install, states, ...w } = await aWorkspace();
    await w.say(one, nudge('of its moment'), broadcast('of the day'), reply('owed'));
    const deadlines = async () =>
      (
        await asOwner<{ deadline: Date }>(database.url, `select deadline from outbox where channel_id = $1 order by id`, [
          one.channelId,
        ])
      ).map(({ deadline }) => deadline.getTime());
    const before = await deadlines();
    await uninstall();
    expect(await deadlines()).toEqual(before);
    clock.forward(25 * 3_600_000);
    await dispatcher.drain();
    expect(await states()).toEqual(['expired', 'expired', 'parked']);
    await install();
    expect(await dispatcher.drain()).toMatchObject({ sent: 1 });
    expect(platform.texts(one.address.key)).toEqual(['owed']);
  });

  it('is found out by a refusal too, and then all its channels are left in peace', async () => {
    const { dispatcher, platform, one, two, install, states, find, ...w } = await aWorkspace();
    platform.behave(() => new DeliveryFailure('never', 'token_revoked', { scope: 'workspace' }));
    await w.say(one, reply('1'), reply('2'));
    await dispatcher.drain();
    await w.say(two, reply('a'));
    await dispatcher.drain();
    expect(platform.calls).toHaveLength(1);
    expect(await states()).toEqual(['parked', 'parked', 'parked']);
    expect((await find())?.parked?.because).toBe('token_revoked');
    platform.behave(() => 'posts');
    await install();
    expect(await dispatcher.drain()).toMatchObject({ sent: 3 });
    expect(platform.texts(one.address.key)).toEqual(['1', '2']);
  });

  it('and installed it again while a message was refused under the old token is not parked for that', async () => {
    const { dispatcher, platform, one, install, states, find, ...w } = await aWorkspace();
    platform.behave(async (_delivery, call) => {
      if (call > 1) return 'posts';
      await install();
      return new DeliveryFailure('never', 'token_revoked', { scope: 'workspace' });
    });
    await w.say(one, reply('1'), reply('2'));
    await dispatcher.drain();
    expect((await find())?.parked).toBeUndefined();
    expect(await states()).toEqual(['sent', 'sent']);
    expect(platform.texts(one.address.key)).toEqual(['1', '2']);
  });

  it('keeps a channel parked that has a reason of its own', async () => {
    const { dispatcher, platform, one, two, uninstall, install, states, ...w } = await aWorkspace();
    await w.say(one, reply('1'));
    await w.say(two, reply('a'));
    await asDispatcher(database.db, (tx) => parkChannel(tx, one.channelId, 'is_archived'));
    await uninstall();
    await install();
    expect(await dispatcher.drain()).toMatchObject({ sent: 1 });
    expect(await states()).toEqual(['parked', 'sent']);
    await asDispatcher(database.db, (tx) => resumeChannel(tx, one.address));
    expect(await dispatcher.drain()).toMatchObject({ sent: 1 });
    expect(platform.shown.map(({ text }) => text)).toEqual(['a', '1']);
  });
});

describe('a workspace that an operator denied', () => {
  it('hears nothing, whoever installs there, until it is admitted', async () => {
    const { clock, dispatcher, platform, one, install, states, deny, ...w } = await aWorkspace();
    await deny(clock.now());
    await w.say(one, reply('1'));
    await dispatcher.drain();
    await install();
    await asDispatcher(database.db, (tx) => resumeChannel(tx, one.address));
    await dispatcher.drain();
    expect(platform.calls).toEqual([]);
    expect(await states()).toEqual(['parked']);
    await deny(null);
    await install();
    expect(await dispatcher.drain()).toMatchObject({ sent: 1 });
  });
});

describe('a channel', () => {
  it('that is closed waits with its reason, and what was said goes on in its order when it is open again', async () => {
    const { clock, dispatcher, platform, one, two, states, ...w } = await aWorkspace();
    await w.say(one, reply('1'), nudge('2'), reply('3'));
    await w.say(two, reply('a'));
    await asDispatcher(database.db, (tx) => parkChannel(tx, one.channelId, 'is_archived'));
    await asDispatcher(database.db, (tx) => parkChannel(tx, one.channelId, 'not_in_channel'));
    await w.say(one, reply('4'));
    expect(await dispatcher.drain()).toMatchObject({ sent: 1, parked: 1 });
    expect(await states()).toEqual(['parked', 'parked', 'parked', 'sent', 'parked']);
    expect(
      await asOwner(database.url, `select parked_because, parked_at is not null as parked from channels where id = $1`, [
        one.channelId,
      ]),
    ).toEqual([{ parked_because: 'is_archived', parked: true }]);
    expect(await asDispatcher(database.db, (tx) => resumeChannel(tx, one.address))).toBe(4);
    await w.say(one, reply('5'));
    // The fifth waits a moment for the channel's pace.
    expect(await dispatcher.drain()).toMatchObject({ sent: 4 });
    clock.forward(5000);
    expect(await dispatcher.drain()).toMatchObject({ sent: 1 });
    expect(platform.texts(one.address.key)).toEqual(['1', '3', '4', '5', '2']);
    expect((await rowsOf(database.db, one)).every(({ failure }) => failure === null)).toBe(true);
  });

  it('can be parked by the work of its own team', async () => {
    const { dispatcher, platform, one, states, ...w } = await aWorkspace();
    await w.say(one, reply('1'));
    await withAccess(database.db, { kind: 'structure', structures: [one.structureId] }, (tx) =>
      parkChannel(tx, one.channelId, 'removed'),
    );
    await dispatcher.drain();
    expect(platform.calls).toEqual([]);
    expect(await states()).toEqual(['parked']);
  });
});

it('places that go and come while dispatchers work lose nothing, repeat nothing and stay in order', async () => {
  const { platform, one, two, install, uninstall, clock, ...w } = await aWorkspace();
  const { db } = database;
  const many = Array.from({ length: 3 }, () =>
    createDispatcher({ db, platforms: sendTo([platform]), clock, log: createLog('silent') }, { random: () => 0 }),
  );
  const wanted = Array.from({ length: 40 }, (_, index) => String(index));
  for (const text of wanted) for (const channel of [one, two]) await w.say(channel, reply(text));
  const over = new AbortController();
  const working = many.map(async (dispatcher) => {
    while (!over.signal.aborted) {
      clock.forward(1000);
      await dispatcher.drain();
    }
  });
  for (let round = 0; round < 15; round++) {
    await Promise.all([uninstall(), asDispatcher(db, (tx) => parkChannel(tx, one.channelId, 'is_archived'))]);
    await Promise.all([install(), asDispatcher(db, (tx) => resumeChannel(tx, one.address))]);
  }
  over.abort();
  await Promise.all(working);
  for (let round = 0; round < 100; round++) {
    clock.forward(1000);
    await many[0]?.drain();
  }
  expect(await statesOf(db, one, two)).toEqual(Array.from({ length: 80 }, () => 'sent'));
  for (const channel of [one, two]) expect(platform.texts(channel.address.key)).toEqual(wanted);
});
