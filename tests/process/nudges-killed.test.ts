import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { toldAs } from '../../src/core/delivery.ts';
import { withAccess } from '../../src/store/database.ts';
import { nudgeFigures } from '../../src/store/nudges.ts';
import { ledger } from '../../src/store/outbox.ts';
import { asOwner } from '../support/database.ts';
import { asDispatcher } from '../support/outbox.ts';
import { aWorld } from '../support/world.ts';

/** `npm run torture` kills fifty times; the suite is content with a few. */
const kills = Number(process.env['TORTURE_KILLS'] ?? 4);
const teams = kills * 6;
const program = new URL('../support/nudging-process.ts', import.meta.url).pathname;

let world: Awaited<ReturnType<typeof aWorld>>;
beforeAll(async () => {
  world = await aWorld();
  await asOwner(world.url, 'create table arrived (seq bigserial primary key, delivery text, kind text)');
}, 60_000);
afterAll(() => world.drop());

/** A Monday at ten: every team has been silent for a week. */
const now = '2026-01-12T10:00:00Z';

/** A process that says nudges; resolves when it has posted so many, or has nothing left to do. */
async function aProcess(posts: number) {
  const child = fork(program, [world.url, now]);
  let posted = 0;
  await new Promise<void>((done, failed) => {
    child.on('message', (message) => {
      if (message === 'posted') posted++;
      if (posted >= posts || message === 'idle') done();
    });
    child.once('exit', () => failed(new Error('The process ended by itself.')));
  });
  return child;
}

/** How many nudges are still to be said, or were just being said. */
async function left(): Promise<number> {
  const [row] = await asOwner<{ n: number }>(
    world.url,
    `select ((select count(*) from nudge_plans where rung = 'first') + (select count(*) from outbox where state in ('pending', 'sending')))::int as n`,
  );
  return row?.n ?? 0;
}

it(
  `says no nudge twice and loses none, killed ${kills} times in the middle of a run`,
  async () => {
    for (let n = 0; n < teams; n++)
      await world.receive(world.aStart(`team-${n}`, `Carrier ${n}`, { pace: 'weekly', timezone: 'Europe/Paris' }));
    world.clock.set(new Date('2026-01-05T09:30:00Z'));
    for (let rest = 1; rest > 0;) {
      await world.drain();
      rest = (await asDispatcher(world.db, (tx) => ledger(tx))).pending;
    }
    const before = await asDispatcher(world.db, (tx) => ledger(tx));

    let killedAtWork = 0;
    for (let kill = 0; kill < kills; kill++) {
      // Another moment each time: with one message or several on their way, or just written down.
      const child = await aProcess((kill % 3) + 1);
      await sleep((kill * 7) % 30);
      const exit = once(child, 'exit');
      child.kill('SIGKILL');
      await exit;
      if ((await left()) > 0) killedAtWork++;
    }
    const last = await aProcess(Infinity);
    const exit = once(last, 'exit');
    last.disconnect();
    await exit;

    const rows = await asOwner<{ state: string; arrived: number }>(
      world.url,
      `select o.state, (select count(*)::int from arrived a where a.delivery = o.id::text) as arrived
       from nudges n join outbox o on o.key = 'nudge:' || n.id || '/0' where n.outcome = 'queued'`,
    );
    const sent = rows.filter(({ state }) => state === 'sent');
    const unknown = rows.filter(({ state }) => state === 'ambiguous');
    process.stdout.write(
      `Killed ${kills} times, ${killedAtWork} of them with work left: ${rows.length} nudges of ${teams} teams, ${sent.length} sent, ${unknown.length} unknown, of which ${unknown.filter(({ arrived }) => arrived === 1).length} had arrived.\n`,
    );
    expect(killedAtWork).toBeGreaterThan(kills / 4);
    expect(rows).toHaveLength(teams);
    expect(sent.length + unknown.length).toBe(teams);
    expect(sent.map(({ arrived }) => arrived)).toEqual(sent.map(() => 1));
    expect(unknown.filter(({ arrived }) => arrived > 1)).toEqual([]);
    expect(unknown.length).toBeGreaterThan(0);
    expect(unknown.length).toBeLessThanOrEqual(kills * 4);
    // They are counted and shown: in the ledger, and in the figures.
    const told = toldAs(await asDispatcher(world.db, (tx) => ledger(tx)));
    expect(told).toMatchObject({ unknown: unknown.length, pending: 0, failed: 0, sent: before.sent + sent.length });
    const figures = await withAccess(world.db, { kind: 'operator' }, (tx) => nudgeFigures(tx, new Date(now)));
    expect(figures.late).toBe(0);
  },
  20_000 + kills * 20_000,
);
