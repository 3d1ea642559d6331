import { Client } from 'pg';
import { openEmbedded } from '../../src/store/embedded.ts';
import { aLog } from './log.ts';

/**
 * A process of its own that uses the embedded server of a folder, for tests that kill it. It tells what it has, and the number of
 * each row it was promised; `stop` on its input, or SIGTERM, makes it leave in good order.
 */
const [dataDir = '', mode] = process.argv.slice(2);
const tell = (what: object) => process.stdout.write(`${JSON.stringify(what)}\n`);

const embedded = await openEmbedded({ dataDir, log: aLog() });
const client = new Client({ connectionString: embedded.url });
// The server may be taken from under us: the tests do that too.
client.on('error', () => {});
await client.connect();
if (mode !== 'no-handler') process.once('SIGTERM', () => void leave());
process.stdin.once('data', () => void leave());
// Whoever started us is gone without a word.
process.stdin.once('end', () => process.exit(1));
await client.query('create table if not exists promised (n bigint primary key)').catch(() => {});
tell({ url: embedded.url, adopted: embedded.adopted });
if (mode === 'write') {
  for (;;) {
    const { rows } = await client.query('insert into promised select coalesce(max(n), 0) + 1 from promised returning n');
    tell({ promised: Number(rows[0].n) });
  }
}

async function leave(): Promise<void> {
  await client.end();
  await embedded.stop();
  process.exit(0);
}
