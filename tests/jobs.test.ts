import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { TestClock } from 'pg-boss';
import { runByItself } from '../src/jobs.ts';
import { openJobs } from '../src/store/jobs.ts';
import { aDatabase } from './support/database.ts';
import { aLog } from './support/log.ts';

let database: Awaited<ReturnType<typeof aDatabase>>;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(() => database.drop());

it('what runs by itself runs every minute, or at night where most of our teams are', async () => {
  const clock = new TestClock('2040-07-01T23:59:30Z');
  const jobs = openJobs({ url: database.url, log: aLog(), clock });
  await jobs.start();
  const ran: string[] = [];
  const note = (name: string) => async () => void ran.push(`${name} ${new Date(clock.now()).toISOString().slice(11, 13)} h`);
  await runByItself(jobs, [
    { name: 'minute', cron: '* * * * *', run: note('minute') },
    { name: 'night', cron: '23 3 * * *', run: note('night') },
  ]);
  await vi.waitFor(
    async () => {
      await clock.tick(5000);
      expect(ran.filter((line) => line.startsWith('minute')).length).toBeGreaterThanOrEqual(3);
    },
    { timeout: 20_000, interval: 20 },
  );
  expect(ran.filter((line) => line.startsWith('night'))).toEqual([]);
  // 3:23 in Brussels, in summer.
  await clock.setTime('2040-07-02T01:22:30Z');
  await vi.waitFor(
    async () => {
      await clock.tick(5000);
      expect(ran).toContain('night 01 h');
    },
    { timeout: 20_000, interval: 20 },
  );
  await jobs.stop();
});
