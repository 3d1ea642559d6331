import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { toldAs } from '../../src/core/delivery.ts';
import { createDispatcher, type Dispatcher, type DispatcherLimits } from '../../src/flows/deliver-outbox.ts';
import { createLog } from '../../src/log.ts';
import type { Clock } from '../../src/ports.ts';
import { ledger } from '../../src/store/outbox.ts';
import { aDatabase, asOwner } from '../support/database.ts';
import { aFakePlatform, type Behaviour, type FakePlatform } from '../support/fake-platform.ts';
import { aFixedClock } from '../support/fixed-clock.ts';
import { aChannel, asDispatcher, channels, nudge, reply, rowsOf, say, statesOf } from '../support/outbox.ts';

let database: Awaited<ReturnType<typeof aDatabase>>;
beforeAll(async () => {
  database = await aDatabase({ poolSize: 10 });
});
afterEach(() => asOwner(database.url, `truncate outbox, paces`));
afterAll(() => database.drop());

const db = () => database.db;
const log = createLog('silent');
const realClock: Clock = { now: () => new Date() };

/** A dispatcher that runs by itself while `work` goes on. */
async function whileRunning<Result>(
  platform: FakePlatform,
  work: (dispatcher: Dispatcher) => Promise<Result>,
  limits: Partial<DispatcherLimits> = {},
): Promise<Result> {
  const dispatcher = createDispatcher({ db: db(), url: database.url, platforms: platform, clock: realClock, log }, limits);
  dispatcher.start();
  try {
    return await work(dispatcher);
  } finally {
    await dispatcher.stop();
  }
}

const eventually = <Result>(check: () => Result | Promise<Result>): Promise<Result> =>
  vi.waitFor(check, { timeout: 20_000, interval: 20 });

describe('running by itself', () => {
  it('is woken by the database', async () => {
    const platform = aFakePlatform();
    const channel = await aChannel(db());
    await whileRunning(
      platform,
      async () => {
        await sleep(300);
        await say(db(), channel, [reply('hello')], realClock.now());
        await eventually(() => expect(platform.texts(channel.address.key)).toEqual(['hello']));
        await eventually(async () => expect(await statesOf(db(), channel)).toEqual(['sent']));
      },
      { sweepMs: 3_600_000 },
    );
  });

  it('hears again after its connection to the database broke', async () => {
    const platform = aFakePlatform();
    const channel = await aChannel(db());
    await whileRunning(
      platform,
      async () => {
        const listening = () =>
          asOwner<{ pid: number }>(
            database.url,
            `select pid from pg_stat_activity where query = 'listen "outbox"' and datname = current_database()`,
          );
        const [old] = await eventually(async () => {
          const found = await listening();
          expect(found).toHaveLength(1);
          return found;
        });
        await asOwner(database.url, 'select pg_terminate_backend($1)', [old?.pid]);
        await eventually(async () => expect((await listening()).filter(({ pid }) => pid !== old?.pid)).toHaveLength(1));
        await say(db(), channel, [reply('hello')], realClock.now());
        await eventually(() => expect(platform.texts(channel.address.key)).toEqual(['hello']));
      },
      { sweepMs: 3_600_000 },
    );
  });

  it('goes on with the other workspaces while one hangs', async () => {
    const platform = aFakePlatform();
    const hanging = await channels(db(), 10, { workspace: 'hanging' });
    const fine = await channels(db(), 10, { workspace: 'fine' });
    platform.behave(({ channel }) => (channel.workspace === 'hanging' ? 'hangs' : 'posts'));
    for (const channel of [...hanging, ...fine]) await say(db(), channel, [reply('1'), reply('2')], realClock.now());
    await whileRunning(
      platform,
      async () => {
        await eventually(async () => expect(await statesOf(db(), ...fine)).toEqual(Array.from({ length: 20 }, () => 'sent')));
        expect(platform.calls.filter(({ channel }) => channel.workspace === 'hanging').length).toBeLessThanOrEqual(4);
      },
      { lanesPerWorkspace: 2, lanes: 4, stopMs: 50 },
    );
    expect((await statesOf(db(), ...hanging)).filter((state) => state === 'sent')).toEqual([]);
  });

  it('stops without losing what is under way, and gives back what it had not begun', async () => {
    const platform = aFakePlatform();
    const channel = await aChannel(db());
    const begun = Promise.withResolvers<void>();
    const answered = Promise.withResolvers<Behaviour>();
    platform.behave(() => {
      begun.resolve();
      return answered.promise;
    });
    await say(db(), channel, [reply('1'), reply('2'), reply('3')], realClock.now());
    const dispatcher = createDispatcher({ db: db(), url: database.url, platforms: platform, clock: realClock, log });
    dispatcher.start();
    await begun.promise;
    const stopped = dispatcher.stop();
    answered.resolve('posts');
    await stopped;
    expect(await rowsOf(db(), channel)).toMatchObject([
      { state: 'sent', attempts: 1 },
      { state: 'pending', attempts: 0 },
      { state: 'pending', attempts: 0 },
    ]);
  });
});

describe('several processes', () => {
  const program = new URL('../support/dispatcher-process.ts', import.meta.url).pathname;
  const arrivals = () =>
    asOwner<{ seq: string; delivery: string; channel: string; text: string }>(database.url, 'select * from arrived order by seq');

  beforeAll(() =>
    asOwner(database.url, 'create table arrived (seq bigserial primary key, delivery text, channel text, text text)'),
  );
  afterEach(() => asOwner(database.url, 'truncate arrived'));

  it('keep the order of each channel, and send nothing twice: 8 dispatchers in 2 processes', async () => {
    const some = await channels(db(), 12);
    const processes = [1, 2].map(() => fork(program, [database.url, '4']));
    try {
      for (let turn = 0; turn < 15; turn++) {
        await Promise.all(some.map((channel) => say(db(), channel, [reply(`${turn}a`), reply(`${turn}b`)], realClock.now())));
      }
      const total = some.length * 30;
      await eventually(async () => expect(await asDispatcher(db(), (tx) => ledger(tx))).toMatchObject({ sent: total, total }));
    } finally {
      for (const child of processes) child.send('stop');
      await Promise.all(processes.map(async (child) => child.exitCode === null && once(child, 'exit')));
    }
    const arrived = await arrivals();
    const said = Array.from({ length: 15 }, (_, turn) => [`${turn}a`, `${turn}b`]).flat();
    for (const { address } of some)
      expect(arrived.filter(({ channel }) => channel === address.key).map(({ text }) => text)).toEqual(said);
    expect(new Set(arrived.map(({ delivery }) => delivery)).size).toBe(arrived.length);
  });

  it('take over from one that was killed between posting and writing it down: a reply is sent again, a nudge is left in doubt', async () => {
    const [a, b] = [await aChannel(db()), await aChannel(db())];
    for (const [channel, post] of [
      [b, nudge('nudge')],
      [a, reply('reply')],
    ] as const) {
      await say(db(), channel, [post], realClock.now());
      const child = fork(program, [database.url, '1', 'dies']);
      await once(child, 'exit');
      expect(child.signalCode).toBe('SIGKILL');
    }
    expect((await arrivals()).map(({ text }) => text)).toEqual(['nudge', 'reply']);
    // The second process found at once that the first lives no more: no lease had to run out.
    expect(await statesOf(db(), a, b)).toEqual(['ambiguous', 'sending']);
    const platform = aFakePlatform();
    const clock = aFixedClock(new Date());
    const dispatcher = createDispatcher({ db: db(), platforms: platform, clock, log });
    await dispatcher.drain();
    expect(platform.shown.map(({ text }) => text)).toEqual(['reply']);
    expect(await statesOf(db(), a, b)).toEqual(['ambiguous', 'sent']);
    expect(toldAs(await asDispatcher(db(), (tx) => ledger(tx)))).toMatchObject({ sent: 1, unknown: 1 });
  });
});
