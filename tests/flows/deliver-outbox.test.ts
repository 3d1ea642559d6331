import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ledgerAddsUp, toldAs } from '../../src/core/delivery.ts';
import { createDispatcher, type Dispatcher, type DispatcherLimits } from '../../src/flows/deliver-outbox.ts';
import { createLog } from '../../src/log.ts';
import { sendTo } from '../../src/platforms/platforms.ts';
import { DeliveryFailure } from '../../src/ports.ts';
import { ledger } from '../../src/store/outbox.ts';
import { resumeChannel } from '../../src/store/parking.ts';
import { aDatabase, asOwner } from '../support/database.ts';
import { aFakePlatform, type FakePlatform } from '../support/fake-platform.ts';
import { aFixedClock, type FixedClock } from '../support/fixed-clock.ts';
import { aChannel, aPost, asDispatcher, broadcast, channels, nudge, reply, rowsOf, say, statesOf } from '../support/outbox.ts';

let database: Awaited<ReturnType<typeof aDatabase>>;
beforeAll(async () => {
  database = await aDatabase({ poolSize: 10 });
});
afterEach(() => asOwner(database.url, `truncate outbox, paces`));
afterAll(() => database.drop());

const db = () => database.db;
const log = createLog('silent');

/** A dispatcher that is drained by the test, and the platform it speaks to. */
function aDispatcher(limits: Partial<DispatcherLimits> = {}): {
  dispatcher: Dispatcher;
  platform: FakePlatform;
  clock: FixedClock;
} {
  const platform = aFakePlatform();
  const clock = aFixedClock();
  const dispatcher = createDispatcher({ db: db(), platforms: sendTo([platform]), clock, log }, { random: () => 0, ...limits });
  return { dispatcher, platform, clock };
}

const later = (options: { retryAfterMs?: number; scope?: 'message' | 'channel' | 'workspace' } = {}): DeliveryFailure =>
  new DeliveryFailure('later', 'busy', options);

describe('a turn', () => {
  it('arrives in the order it was said, in its thread, pinned where it should be', async () => {
    const { dispatcher, platform, clock } = aDispatcher();
    const channel = await aChannel(db());
    await say(
      db(),
      channel,
      [
        aPost('question', { slot: 'q1', pin: true }),
        aPost('hint', { place: { to: 'thread', of: { slot: 'q1' } } }),
        aPost('next', { slot: 'q2' }),
      ],
      clock.now(),
    );
    expect(await dispatcher.drain()).toMatchObject({ sent: 3, pending: 0 });
    expect(platform.shown).toMatchObject([
      { id: 'local-1', text: 'question', pinned: true, thread: undefined },
      { id: 'local-2', text: 'hint', pinned: false, thread: 'local-1' },
      { id: 'local-3', text: 'next', channel: channel.address.key },
    ]);
    expect(await dispatcher.drain()).toMatchObject({ sent: 0 });
  });

  it('changes what was already said under a slot, in place', async () => {
    const { dispatcher, platform, clock } = aDispatcher();
    const channel = await aChannel(db());
    await say(db(), channel, [aPost('1 of 20', { slot: 'progress' }), reply('question 2')], clock.now());
    await dispatcher.drain();
    await say(db(), channel, [aPost('2 of 20', { slot: 'progress', updateOnly: true }), reply('question 3')], clock.now());
    await dispatcher.drain();
    expect(platform.texts(channel.address.key)).toEqual(['2 of 20', 'question 2', 'question 3']);
  });

  it('is said anew further down when asked to, and from then on that one is changed', async () => {
    const { dispatcher, platform, clock } = aDispatcher();
    const channel = await aChannel(db());
    await say(db(), channel, [aPost('question', { slot: 'q' }), reply('talk')], clock.now());
    await dispatcher.drain();
    await say(
      db(),
      channel,
      [aPost('question again', { slot: 'q', anew: true }), aPost('hint', { place: { to: 'thread', of: { slot: 'q' } } })],
      clock.now(),
    );
    await dispatcher.drain();
    await say(db(), channel, [aPost('question, answered', { slot: 'q' })], clock.now());
    await dispatcher.drain();
    expect(platform.shown.map(({ text, thread }) => [text, thread])).toEqual([
      ['question', undefined],
      ['talk', undefined],
      ['question, answered', undefined],
      ['hint', 'local-3'],
    ]);
  });

  it('collapses a burst of changes to the newest', async () => {
    const { dispatcher, platform, clock } = aDispatcher();
    const channel = await aChannel(db());
    for (let done = 1; done <= 30; done++) await say(db(), channel, [aPost(`${done} of 30`, { slot: 'progress' })], clock.now());
    await dispatcher.drain();
    for (let done = 31; done <= 60; done++) await say(db(), channel, [aPost(`${done} of 60`, { slot: 'progress' })], clock.now());
    await dispatcher.drain();
    expect(platform.calls).toHaveLength(2);
    expect(platform.texts(channel.address.key)).toEqual(['60 of 60']);
  });

  it('says once more what it could not change because somebody deleted it', async () => {
    const { dispatcher, platform, clock } = aDispatcher();
    const channel = await aChannel(db());
    await say(db(), channel, [aPost('card', { slot: 'card' })], clock.now());
    await dispatcher.drain();
    platform.remove('local-1');
    await say(db(), channel, [aPost('newer card', { slot: 'card' })], clock.now());
    expect(await dispatcher.drain()).toMatchObject({ sent: 1 });
    await say(db(), channel, [aPost('newest card', { slot: 'card' })], clock.now());
    await dispatcher.drain();
    expect(platform.texts(channel.address.key)).toEqual(['newest card']);
  });
});

describe('a platform in trouble', () => {
  it('is tried again after 5 s, 10 s and so on, and nothing overtakes meanwhile', async () => {
    const { dispatcher, platform, clock } = aDispatcher();
    const channel = await aChannel(db());
    platform.behave((_delivery, call) => (call <= 3 ? later() : 'posts'));
    await say(db(), channel, [reply('1'), reply('2')], clock.now());
    expect(await dispatcher.drain()).toMatchObject({ pending: 1, sent: 0 });
    for (const waitMs of [5000, 10_000]) {
      clock.forward(waitMs - 1);
      await dispatcher.drain();
      const before = platform.calls.length;
      clock.forward(1);
      await dispatcher.drain();
      expect(platform.calls).toHaveLength(before + 1);
    }
    clock.forward(20_000);
    expect(await dispatcher.drain()).toMatchObject({ sent: 2 });
    expect(platform.texts(channel.address.key)).toEqual(['1', '2']);
    expect((await rowsOf(db(), channel)).map(({ attempts }) => attempts)).toEqual([4, 1]);
  });

  it('never slows another workspace when it tells one to wait', async () => {
    const { dispatcher, platform, clock } = aDispatcher();
    const told = await channels(db(), 3, { workspace: 'told' });
    const other = await channels(db(), 3, { workspace: 'other' });
    platform.behave(({ channel }) =>
      channel.workspace === 'told' ? later({ scope: 'workspace', retryAfterMs: 60_000 }) : 'posts',
    );
    for (const channel of [...told, ...other]) await say(db(), channel, [reply('1')], clock.now());
    await dispatcher.drain();
    const toldCalls = () => platform.calls.filter(({ channel }) => channel.workspace === 'told').length;
    const before = toldCalls();
    for (const channel of [...told, ...other]) await say(db(), channel, [reply('2')], clock.forward(1000));
    await dispatcher.drain();
    expect(platform.shown.map(({ text, workspace }) => `${workspace} ${text}`).sort()).toEqual(
      ['other 1', 'other 1', 'other 1', 'other 2', 'other 2', 'other 2'].sort(),
    );
    expect(toldCalls()).toBe(before);
    platform.behave(() => 'posts');
    clock.forward(60_000);
    expect(await dispatcher.drain()).toMatchObject({ sent: 6 });
  });

  it('holds up nobody with one message it chokes on', async () => {
    const { dispatcher, platform, clock } = aDispatcher();
    const some = await channels(db(), 10);
    platform.behave(({ message }) =>
      message.blocks[0]?.type === 'text' && message.blocks[0].text === 'poison' ? new TypeError('oops') : 'posts',
    );
    for (const [index, channel] of some.entries())
      await say(db(), channel, [reply(index === 3 ? 'poison' : 'fine')], clock.now());
    expect(await dispatcher.drain()).toMatchObject({ sent: 9, pending: 1 });
    expect((await rowsOf(db(), ...some)).find(({ text }) => text === 'poison')).toMatchObject({
      state: 'pending',
      failure: 'unforeseen TypeError',
    });
  });

  it('goes on with the next message when one is refused', async () => {
    const { dispatcher, platform, clock } = aDispatcher();
    const channel = await aChannel(db());
    platform.behave((_delivery, call) => (call === 1 ? new DeliveryFailure('never', 'invalid_blocks') : 'posts'));
    await say(db(), channel, [reply('refused'), reply('next')], clock.now());
    expect(await dispatcher.drain()).toMatchObject({ sent: 1, dead: 1 });
    expect(await rowsOf(db(), channel)).toMatchObject([{ state: 'dead', failure: 'invalid_blocks' }, { state: 'sent' }]);
  });

  it('leaves an archived channel in peace until it is back', async () => {
    const { dispatcher, platform, clock } = aDispatcher();
    const channel = await aChannel(db());
    platform.behave(() => new DeliveryFailure('never', 'is_archived', { scope: 'channel' }));
    await say(db(), channel, [reply('1'), reply('2')], clock.now());
    expect(await dispatcher.drain()).toMatchObject({ parked: 2 });
    await say(db(), channel, [reply('3')], clock.now());
    await dispatcher.drain();
    expect(platform.calls).toHaveLength(1);
    expect(await statesOf(db(), channel)).toEqual(['parked', 'parked', 'parked']);
    platform.behave(() => 'posts');
    await asDispatcher(db(), (tx) => resumeChannel(tx, channel.address));
    expect(await dispatcher.drain()).toMatchObject({ sent: 3 });
    expect(platform.texts(channel.address.key)).toEqual(['1', '2', '3']);
  });

  it('gives a message up at its deadline, and says so', async () => {
    const { dispatcher, platform, clock } = aDispatcher();
    const channel = await aChannel(db());
    platform.behave(() => later());
    await say(db(), channel, [nudge('1')], clock.now());
    for (let hours = 0; hours < 13; hours++) {
      await dispatcher.drain();
      clock.forward(3_600_000);
    }
    expect(await statesOf(db(), channel)).toEqual(['expired']);
    expect(platform.calls.length).toBeGreaterThan(5);
  });

  it('may not answer: a reply goes again, a nudge and a broadcast are left in doubt', async () => {
    const { dispatcher, platform, clock } = aDispatcher({ postMs: 30 });
    const [a, b, c] = await channels(db(), 3);
    if (!a || !b || !c) throw new Error('three channels');
    platform.behave((_delivery, call) => (call <= 3 ? 'hangs' : 'posts'));
    await say(db(), a, [reply('reply')], clock.now());
    await say(db(), b, [nudge('nudge')], clock.now());
    await say(db(), c, [broadcast('broadcast')], clock.now());
    expect(await dispatcher.drain()).toMatchObject({ pending: 1, ambiguous: 2 });
    clock.forward(5000);
    expect(await dispatcher.drain()).toMatchObject({ sent: 1 });
    expect(await statesOf(db(), a, b, c)).toEqual(['sent', 'ambiguous', 'ambiguous']);
    expect(platform.shown.map(({ text }) => text)).toEqual(['reply']);
  });

  it('may lose its answer: a change is simply made again, and nothing is there twice', async () => {
    const { dispatcher, platform, clock } = aDispatcher();
    const channel = await aChannel(db());
    await say(db(), channel, [aPost('1', { slot: 's', priority: 'nudge' })], clock.now());
    await dispatcher.drain();
    platform.behave((_delivery, call) => (call === 2 ? 'posts, and the answer is lost' : 'posts'));
    await say(db(), channel, [aPost('2', { slot: 's', priority: 'nudge' })], clock.now());
    expect(await dispatcher.drain()).toMatchObject({ pending: 1 });
    clock.forward(5000);
    expect(await dispatcher.drain()).toMatchObject({ sent: 1 });
    expect(platform.texts(channel.address.key)).toEqual(['2']);
  });

  it('is not asked at all for a platform that is switched off', async () => {
    const { dispatcher, platform, clock } = aDispatcher();
    const channel = await aChannel(db(), { platform: 'teams' });
    await say(db(), channel, [reply('1')], clock.now());
    expect(await dispatcher.drain()).toMatchObject({ pending: 1 });
    expect(platform.calls).toEqual([]);
  });
});

describe('the ledger', () => {
  it('adds up whatever happened', async () => {
    const { dispatcher, platform, clock } = aDispatcher();
    const some = await channels(db(), 12);
    const behaviours = [
      'posts' as const,
      later(),
      new DeliveryFailure('never', 'refused'),
      new DeliveryFailure('unknown', 'lost'),
      new DeliveryFailure('never', 'archived', { scope: 'channel' }),
    ];
    platform.behave((_delivery, call) => behaviours[call % behaviours.length] ?? 'posts');
    for (const channel of some) await say(db(), channel, [reply('r'), nudge('n'), broadcast('b')], clock.now());
    const counts: Record<string, number> = {};
    for (let round = 0; round < 3; round++) {
      for (const [outcome, count] of Object.entries(await dispatcher.drain())) counts[outcome] = (counts[outcome] ?? 0) + count;
      const found = await asDispatcher(db(), (tx) => ledger(tx));
      expect(found.total).toBe(36);
      expect(ledgerAddsUp(found)).toBe(true);
      expect(Object.values(toldAs(found)).reduce((sum, count) => sum + count)).toBe(36);
      clock.forward(60_000);
    }
    const found = await asDispatcher(db(), (tx) => ledger(tx));
    expect(counts).toMatchObject({ sent: found.sent, dead: found.dead, ambiguous: found.ambiguous });
  });
});
