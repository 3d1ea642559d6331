import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { openEmbedded } from '../../src/store/embedded.ts';
import { isAlive } from '../../src/store/embedded/cluster.ts';
import { migrate } from '../../src/store/migrate.ts';
import { isRunning, serverPid } from './embedded.ts';
import { aLog } from './log.ts';
import { databaseUrl } from './server-url.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server the tests' databases are made on, and the migrated database they are copied from. */
    postgres: { url: string; run: string; template: string };
  }
}

/**
 * One server for the whole run: that of TEST_DATABASE_URL, or a throw-away one of the embedded binaries. On it one migrated
 * database, which every test file copies. Nothing of it is left when the run ends.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL'];
  const server = given ? { url: given, stop: () => Promise.resolve() } : await throwAwayServer();
  const admin = new Client({ connectionString: server.url });
  const run = randomBytes(4).toString('hex');
  let hadRole = true;
  try {
    await admin.connect();
    hadRole = await hasAppRole(admin);
    // Held as long as we run: what belongs to a run that nobody holds was left behind by one that was killed.
    await admin.query('select pg_advisory_lock($1)', [lockOf(run)]);
    await dropLeftovers(admin);
    const template = `vises_test_${run}_template`;
    await admin.query(`create database ${template}`);
    await migrate({ url: databaseUrl(server.url, template), log: aLog() });
    project.provide('postgres', { url: server.url, run, template });
  } catch (error) {
    await end();
    throw error;
  }
  return end;

  async function end(): Promise<void> {
    try {
      for (const name of await databasesOf(admin, run)) await admin.query(`drop database if exists ${name} with (force)`);
      // Refused where another database of that server still needs the role.
      if (!hadRole) await admin.query('drop role if exists vises_app').catch(() => {});
    } finally {
      await admin.end();
      await server.stop();
    }
  }
}

async function throwAwayServer(): Promise<{ url: string; stop(): Promise<void> }> {
  await endLeftovers();
  const folder = await mkdtemp(join(tmpdir(), `vises-tests-${process.pid}-`));
  // Open to the server's own user, when we are root.
  await chmod(folder, 0o755);
  // Ctrl-C ends the run without its teardown; nothing is lost with this server.
  const abandon = (): void => {
    if (isRunning(folder)) process.kill(serverPid(folder), 'SIGQUIT');
    const pause = new Int32Array(new SharedArrayBuffer(4));
    for (let round = 0; round < 100 && isRunning(folder); round++) Atomics.wait(pause, 0, 0, 20);
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', abandon);
  process.once('SIGTERM', () => process.exit(143));
  const server = await openEmbedded({ dataDir: folder, log: aLog(), durable: false, maxConnections: 200 });
  return {
    url: server.url,
    async stop() {
      process.off('exit', abandon);
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Ends the servers of runs that were killed, and removes their folders. One that cannot be ended is somebody else's to end. */
async function endLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const owner = Number(/^vises-tests-(\d+)-/.exec(name)?.[1]);
    if (owner && !isAlive(owner)) await endLeftover(join(tmpdir(), name)).catch(() => {});
  }
}

async function endLeftover(folder: string): Promise<void> {
  // Joined and left as its last client, a server ends the same way as in the product.
  if (isRunning(folder)) await (await openEmbedded({ dataDir: folder, log: aLog(), durable: false })).stop();
  await rm(folder, { recursive: true, force: true });
}

async function dropLeftovers(admin: Client): Promise<void> {
  for (const name of await databasesOf(admin)) {
    const run = /^vises_test_([0-9a-f]{8})_/.exec(name)?.[1];
    if (!run) continue;
    const { rows } = await admin.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [lockOf(run)]);
    if (!rows[0]?.free) continue;
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.query('select pg_advisory_unlock($1)', [lockOf(run)]);
  }
}

async function databasesOf(admin: Client, run = ''): Promise<string[]> {
  const { rows } = await admin.query<{ datname: string }>('select datname from pg_database where starts_with(datname, $1)', [
    `vises_test_${run}`,
  ]);
  return rows.map((row) => row.datname);
}

const lockOf = (run: string): number => 0x7e57_0000_0000 + Number.parseInt(run, 16);

const hasAppRole = async (admin: Client): Promise<boolean> =>
  (await admin.query(`select from pg_roles where rolname = 'vises_app'`)).rowCount === 1;
