import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { TestClock } from 'pg-boss';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Access, withAccess } from '../../src/store/database.ts';
import { type Jobs, openJobs } from '../../src/store/jobs.ts';
import { aDatabase, asOwner } from '../support/database.ts';
import { aLog } from '../support/log.ts';

let database: Awaited<ReturnType<typeof aDatabase>>;
const warnings: Error[] = [];
const keepWarning = (warning: Error): void => void warnings.push(warning);
beforeAll(async () => {
  process.on('warning', keepWarning);
  database = await aDatabase();
});
afterAll(async () => {
  await database.drop();
  process.off('warning', keepWarning);
});

const open: Jobs[] = [];
afterEach(() => Promise.all(open.splice(0).map((jobs) => jobs.stop())));

async function someJobs(clock?: TestClock): Promise<{ jobs: Jobs; log: ReturnType<typeof aLog> }> {
  const log = aLog();
  const jobs = openJobs({ url: database.url, log, ...(clock && { clock }) });
  open.push(jobs);
  await jobs.start();
  return { jobs, log };
}

const eventually = (check: () => void | Promise<void>): Promise<void> => vi.waitFor(check, { timeout: 20_000, interval: 20 });
/**
 * Time goes by in the queue and its database, always ahead of ours: what another test did there must lie in the past.
 * Here five seconds at a step, five seconds at a step, until this holds. */
const passes = (clock: TestClock, check: () => void): Promise<void> =>
  eventually(async () => {
    await clock.tick(5000);
    check();
  });
const aTeam = (): Access => ({ kind: 'structure', structures: [randomUUID()] });

describe('a job', () => {
  it('runs when the unit of work that queued it is stored, and not before', async () => {
    const { jobs } = await someJobs();
    const ran: object[] = [];
    await jobs.handle('draft', async (data) => void ran.push(data));
    await withAccess(database.db, aTeam(), async (tx) => {
      await jobs.enqueue(tx, 'draft', { draft: 1 });
      const { rows } = await sql<{ role: string }>`select current_user as role`.execute(tx);
      expect(rows).toEqual([{ role: 'vises_app' }]);
      expect(await asOwner(database.url, `select from pgboss.job where name = 'draft'`)).toHaveLength(0);
    });
    await eventually(() => expect(ran).toEqual([{ draft: 1 }]));
  });

  it('prints nothing to the terminal', async () => {
    const { jobs, log } = await someJobs();
    const ran: object[] = [];
    await jobs.handle('quiet', async (data) => void ran.push(data));
    await jobs.schedule('quiet-nightly', '0 3 * * *', 'Europe/Brussels', async () => {});
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => withAccess(database.db, aTeam(), (tx) => jobs.enqueue(tx, 'quiet', { n }))),
    );
    await eventually(() => expect(ran).toHaveLength(20));
    await jobs.stop();
    expect(warnings).toEqual([]);
    expect(log.lines).toEqual([]);
  });

  it('is not there when the unit of work is undone', async () => {
    const { jobs } = await someJobs();
    const ran: object[] = [];
    await jobs.handle('undone', async (data) => void ran.push(data));
    const undone = withAccess(database.db, aTeam(), async (tx) => {
      await jobs.enqueue(tx, 'undone', { n: 1 });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await withAccess(database.db, aTeam(), (tx) => jobs.enqueue(tx, 'undone', { n: 2 }));
    await eventually(() => expect(ran).toEqual([{ n: 2 }]));
  });

  it('is there once for each key, and as often as asked without one', async () => {
    const { jobs } = await someJobs();
    const held = Promise.withResolvers<void>();
    const ran: object[] = [];
    await jobs.handle('keyed', async (data) => {
      ran.push(data);
      await held.promise;
    });
    await withAccess(database.db, { kind: 'dispatcher' }, async (tx) => {
      for (const n of [1, 2]) await jobs.enqueue(tx, 'keyed', { n }, { key: 'a' });
      for (const n of [3, 4]) await jobs.enqueue(tx, 'keyed', { n });
    });
    await eventually(() => expect(new Set(ran)).toEqual(new Set([{ n: 1 }, { n: 3 }, { n: 4 }])));
    await withAccess(database.db, { kind: 'dispatcher' }, (tx) => jobs.enqueue(tx, 'keyed', { n: 5 }, { key: 'a' }));
    held.resolve();
    await jobs.stop();
    expect(await asOwner(database.url, `select data from pgboss.job where name = 'keyed' and state <> 'completed'`)).toEqual([]);
    expect(ran).toHaveLength(3);
  });

  it('is tried again when it failed, and what people wrote stays out of the queue', async () => {
    // Not far ahead: the job is queued by our own connection, at the real time, and is not kept for ever.
    const clock = new TestClock(Date.now() + 60_000);
    const { jobs, log } = await someJobs(clock);
    let tries = 0;
    await jobs.handle('failing', async () => {
      if (++tries === 1) throw new TypeError('about Amina');
    });
    await withAccess(database.db, aTeam(), (tx) => jobs.enqueue(tx, 'failing', {}));
    await passes(clock, () => expect(tries).toBe(2));
    const rows = await asOwner<{ output: unknown }>(database.url, `select output from pgboss.job where name = 'failing'`);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('Amina');
    expect(log.lines).toMatchObject([{ level: 'error', fields: { job: 'failing' } }]);
  });

  it('is finished before a stop is', async () => {
    const { jobs } = await someJobs();
    const begun = Promise.withResolvers<void>();
    const held = Promise.withResolvers<void>();
    let ended = false;
    await jobs.handle('slow', async () => {
      begun.resolve();
      await held.promise;
      ended = true;
    });
    await withAccess(database.db, aTeam(), (tx) => jobs.enqueue(tx, 'slow', {}));
    await begun.promise;
    const stopped = jobs.stop().then(() => ended);
    held.resolve();
    expect(await stopped).toBe(true);
    expect(await asOwner(database.url, `select state::text from pgboss.job where name = 'slow'`)).toEqual([
      { state: 'completed' },
    ]);
  });
});

describe('what is scheduled', () => {
  it('runs at its time in its time zone, in one process of several', async () => {
    const clock = new TestClock('2040-03-02T07:57:30Z');
    const ran: string[] = [];
    for (const { jobs } of [await someJobs(clock), await someJobs(clock)]) {
      await jobs.schedule(
        'morning',
        '0 9 * * *',
        'Europe/Brussels',
        async () => void ran.push(new Date(clock.now()).toISOString()),
      );
    }
    for (let minute = 0; minute < 2; minute++) await clock.tick(60_000);
    expect(ran).toEqual([]);
    await passes(clock, () => expect(ran).toHaveLength(1));
    for (let minute = 0; minute < 3; minute++) await clock.tick(60_000);
    expect(ran).toHaveLength(1);
    expect(ran[0]).toMatch(/^2040-03-02T08:0[01]/);
  });

  it('is made up for, once, when its time passed while nothing ran', async () => {
    const clock = new TestClock('2040-04-01T12:00:00Z');
    let ran = 0;
    const nightly = (jobs: Jobs): Promise<void> =>
      jobs.schedule('nightly', '23 3 * * *', 'Europe/Brussels', async () => void ran++);
    const first = await someJobs(clock);
    await nightly(first.jobs);
    await clock.tick(120_000);
    expect(ran).toBe(0);
    await first.jobs.stop();
    await clock.setTime('2040-04-04T08:00:00Z');
    const second = await someJobs(clock);
    await nightly(second.jobs);
    await passes(clock, () => expect(ran).toBe(1));
    for (let minute = 0; minute < 3; minute++) await clock.tick(60_000);
    expect(ran).toBe(1);
  });
});
