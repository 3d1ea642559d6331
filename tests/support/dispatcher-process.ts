/**
 * A process of its own with some dispatchers, for tests of several processes on one database:
 * `node dispatcher-process.ts URL DISPATCHERS [dies]`. What is posted is written to the table `arrived` of that database, as the
 * platform's own memory. With `dies` the process is killed right after its first message arrived, before anybody hears of it.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'pg';
import { plainText } from '../../src/core/message.ts';
import { createDispatcher } from '../../src/flows/deliver-outbox.ts';
import { createLog } from '../../src/log.ts';
import type { Delivery, Posted } from '../../src/ports.ts';
import { openDatabase } from '../../src/store/database.ts';

const [url = '', dispatchers = '1', dies] = process.argv.slice(2);
const log = createLog('silent');
const pool = new Pool({ connectionString: url, max: 4 });

const platforms = {
  async post({ id, channel, message }: Delivery): Promise<Posted> {
    const arrived = await pool.query<{ seq: string }>(
      'insert into arrived (delivery, channel, text) values ($1, $2, $3) returning seq',
      [id, channel.key, plainText(message)],
    );
    if (dies) process.kill(process.pid, 'SIGKILL');
    await sleep(Math.random() * 5);
    return { message: `m${arrived.rows[0]?.seq}` };
  },
};

const db = await openDatabase({ url, log, poolSize: 4 });
const running = Array.from({ length: Number(dispatchers) }, () =>
  createDispatcher({ db, url, platforms, clock: { now: () => new Date() }, log }, { lanes: 4 }),
);
for (const dispatcher of running) dispatcher.start();

process.on('message', () => void stop());
// The tests that started us are gone, or we were told to stop and have.
process.on('disconnect', () => process.exit());

async function stop(): Promise<void> {
  await Promise.all(running.map((dispatcher) => dispatcher.stop()));
  await db.close();
  await pool.end();
  process.disconnect();
}
