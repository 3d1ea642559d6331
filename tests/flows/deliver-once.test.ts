import * as fc from 'fast-check';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ledgerAddsUp } from '../../src/core/delivery.ts';
import { plainText, type Post } from '../../src/core/message.ts';
import { createDispatcher } from '../../src/flows/deliver-outbox.ts';
import { createLog } from '../../src/log.ts';
import { type Delivery, DeliveryFailure } from '../../src/ports.ts';
import { type Db, openDatabase, withAccess } from '../../src/store/database.ts';
import { addPosts, cancelFor, ledger } from '../../src/store/outbox.ts';
import { aDatabase, asOwner } from '../support/database.ts';
import { aFakePlatform, type Behaviour } from '../support/fake-platform.ts';
import { aFixedClock } from '../support/fixed-clock.ts';
import { aMessage, asDispatcher, channels, rowsOf, type TestChannel } from '../support/outbox.ts';

let database: Awaited<ReturnType<typeof aDatabase>>;
let another: Db;
beforeAll(async () => {
  database = await aDatabase({ poolSize: 6 });
  another = await openDatabase({ url: database.url, poolSize: 6, log });
});
afterAll(async () => {
  await another.close();
  await database.drop();
});

const log = createLog('silent');

/** What one channel goes through: turns of its team, each of which may first take back what still waits. */
interface History {
  turns: { cancel: boolean; posts: Omit<Post, 'message'>[] }[];
  workspace: number;
}

const post: fc.Arbitrary<Omit<Post, 'message'>> = fc
  .record({
    priority: fc.constantFrom('reply' as const, 'reply' as const, 'nudge' as const, 'broadcast' as const),
    slot: fc.option(fc.constantFrom('progress', 'card'), { nil: undefined, freq: 2 }),
    how: fc.constantFrom({ updateOnly: true }, { anew: true }, {}),
    inThread: fc.boolean(),
  })
  .map(({ priority, slot, how, inThread }) => ({
    place: slot === undefined && inThread ? { to: 'thread', of: { slot: 'card' } } : { to: 'channel' },
    priority,
    ...(slot !== undefined && { slot, ...how }),
  }));
const history: fc.Arbitrary<History> = fc.record({
  turns: fc.array(fc.record({ cancel: fc.boolean(), posts: fc.array(post, { minLength: 1, maxLength: 4 }) }), {
    minLength: 1,
    maxLength: 3,
  }),
  workspace: fc.nat(2),
});

const histories = 2000;
const together = 200;

/**
 * Three dispatchers on two connections to the database, turns that come in between, a platform that is slow and fails at random: all
 * in whatever order it happens. A failure names the seed of its histories.
 */
it(`posts nothing twice and nothing out of order when nobody crashes (${histories} histories)`, async () => {
  const firstSeed = Math.floor(Math.random() * 1e9);
  for (let seed = firstSeed; seed < firstSeed + histories / together; seed++) {
    try {
      await live(fc.sample(history, { seed, numRuns: together }));
    } catch (cause) {
      throw new Error(`The histories of seed ${seed} went wrong.`, { cause });
    }
  }
}, 120_000);

async function live(all: History[]): Promise<void> {
  await asOwner(database.url, 'truncate outbox, said, paces');
  const clock = aFixedClock();
  const platform = aFakePlatform();
  /** What arrived, in order. */
  const arrived: { id: string; text: number }[] = [];
  let calm = false;
  platform.behave(async () => {
    if (Math.random() < 0.2) await sleep(Math.random() * 5);
    return calm ? 'posts' : fate();
  });
  const platforms = {
    async post(delivery: Delivery) {
      const posted = await platform.post(delivery);
      arrived.push({ id: delivery.id, text: Number(plainText(delivery.message)) });
      return posted;
    },
  };
  const dispatchers = [database.db, database.db, another].map((db) =>
    createDispatcher({ db, platforms, clock, log }, { lanes: 60, lanesPerWorkspace: 30 }),
  );
  const drainAll = (): Promise<unknown> =>
    Promise.all(
      dispatchers.map(async (dispatcher) => {
        await sleep(Math.random() * 5);
        return dispatcher.drain();
      }),
    );

  const places = await Promise.all([0, 1, 2].map((workspace) => channels(database.db, together, { workspace: `w${workspace}` })));
  const teams = all.flatMap((history, index) => {
    const channel = places[history.workspace]?.[index];
    return channel ? [{ history, channel }] : [];
  });
  for (let step = 0; step < 3; step++) {
    await Promise.all([drainAll(), turns(teams, step, clock.now())]);
    clock.forward(6000);
  }
  calm = true;
  const left = async (): Promise<number> => {
    const { pending, sending } = await asDispatcher(database.db, (tx) => ledger(tx));
    return pending + sending;
  };
  for (let rounds = 0; rounds < 40 && (await left()) > 0; rounds++) {
    clock.forward(20_000);
    await drainAll();
  }

  const found = await asDispatcher(database.db, (tx) => ledger(tx));
  expect(ledgerAddsUp(found)).toBe(true);
  expect(found).toMatchObject({ pending: 0, sending: 0, parked: 0, ambiguous: 0, expired: 0 });
  expect(arrived).toHaveLength(found.sent);
  expect(new Set(arrived.map(({ id }) => id)).size).toBe(arrived.length);
  const at = new Map(arrived.map(({ id, text }, moment) => [Number(id), { moment, text }]));
  const sent = (await rowsOf(database.db, ...teams.map(({ channel }) => channel))).flatMap((row) => {
    const arrival = at.get(row.id);
    return arrival ? [{ ...row, ...arrival }] : [];
  });
  // Of a slot the newest is said, wherever an older one stood in line; all else goes in the order it was said.
  const slots = Map.groupBy(
    sent.filter(({ slot }) => slot !== null),
    (row) => `${row.channel_id} ${row.slot}`,
  );
  for (const rows of slots.values()) expectAscending(rows.toSorted((a, b) => a.moment - b.moment).map(({ text }) => text));
  const lanes = Map.groupBy(
    sent.filter(({ slot }) => slot === null),
    (row) => `${row.channel_id} ${row.priority}`,
  );
  for (const rows of lanes.values()) expectAscending(rows.toSorted((a, b) => a.id - b.id).map(({ moment }) => moment));
}

const expectAscending = (numbers: number[]): void => expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));

function fate(): Behaviour {
  const dice = Math.random();
  if (dice < 0.06) return new DeliveryFailure('later', 'busy');
  if (dice < 0.08) return new DeliveryFailure('later', 'busy', { scope: 'channel', retryAfterMs: 7000 });
  if (dice < 0.09) return new DeliveryFailure('later', 'busy', { scope: 'workspace', retryAfterMs: 7000 });
  if (dice < 0.11) return new DeliveryFailure('never', 'refused');
  if (dice < 0.12) return new TypeError('a fault of ours');
  return 'posts';
}

let said = 0;

async function turns(teams: { history: History; channel: TestChannel }[], step: number, now: Date): Promise<void> {
  const structures = teams.map(({ channel }) => channel.structureId);
  for (let from = 0; from < teams.length; from += 20) {
    const inOneTransaction = teams.slice(from, from + 20);
    await withAccess(
      database.db,
      { kind: 'structure', structures },
      async (tx) => {
        for (const { history, channel } of inOneTransaction) {
          const turn = history.turns[step];
          if (!turn) continue;
          if (turn.cancel) await cancelFor(tx, channel.evaluationId, now, ['nudge', 'broadcast']);
          await addPosts(
            tx,
            channel,
            turn.posts.map((post) => ({ ...post, message: aMessage(String(++said)) })),
            now,
          );
        }
      },
      { retries: 3 },
    );
  }
}
