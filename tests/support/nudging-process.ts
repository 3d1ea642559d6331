/**
 * A process of its own that says the nudges that are due, as the product does by itself, over and over:
 * `node nudging-process.ts URL NOW`. What is posted is written to the table `arrived` of that database, as the platform's own memory.
 * It tells its parent when something was posted and is not written down yet, and when nothing is left to do.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'pg';
import { createDispatcher } from '../../src/flows/deliver-outbox.ts';
import { sendDueNudges } from '../../src/flows/nudging/send-due.ts';
import { createHolidays } from '../../src/holidays.ts';
import { createLog } from '../../src/log.ts';
import type { Delivery, Posted } from '../../src/ports.ts';
import { openDatabase, withAccess } from '../../src/store/database.ts';
import { ledger } from '../../src/store/outbox.ts';
import { frames, theMethod, wording } from './scene.ts';

const [url = '', now = ''] = process.argv.slice(2);
const log = createLog('silent');
const pool = new Pool({ connectionString: url, max: 4 });
const begun = performance.now();
/** The moment it was given, and the time that passed since. */
const clock = { now: () => new Date(Date.parse(now) + performance.now() - begun) };

const platforms = {
  async post({ id, message }: Delivery): Promise<Posted> {
    const arrived = await pool.query<{ seq: string }>('insert into arrived (delivery, kind) values ($1, $2) returning seq', [
      id,
      message.kind,
    ]);
    process.send?.('posted');
    // A platform takes its time: some are always under way.
    await sleep(5 + Math.random() * 20);
    return { message: `m${arrived.rows[0]?.seq}` };
  },
};

const db = await openDatabase({ url, log, poolSize: 6 });
const needs = { db, clock, wording, frames, method: theMethod(), newId: randomUUID, isHoliday: createHolidays() };
const dispatcher = createDispatcher({ db, url, platforms, clock, log }, { lanes: 4, lanesPerWorkspace: 4 });
process.on('disconnect', () => process.exit());
dispatcher.start();
for (;;) {
  const { sent, moved, dropped } = await sendDueNudges(needs);
  const { pending, sending } = await withAccess(db, { kind: 'dispatcher' }, (tx) => ledger(tx));
  if (sent + moved + dropped + pending + sending === 0) process.send?.('idle');
  await sleep(10);
}
