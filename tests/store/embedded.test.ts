import { setTimeout as sleep } from 'node:timers/promises';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openEmbedded } from '../../src/store/embedded.ts';
import { asOwner } from '../support/database.ts';
import { aFolder, aNeighbour, endEverythingOn, isRunning, serverPid } from '../support/embedded.ts';
import { aLog } from '../support/log.ts';

// Real servers are made and killed here: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 120_000 });

let folder: Awaited<ReturnType<typeof aFolder>>;
let dataDir: string;

beforeEach(async () => {
  folder = await aFolder();
  dataDir = join(folder.path, 'data');
});

afterEach(async () => {
  await endEverythingOn(dataDir);
  await folder.remove();
});

const open = () => openEmbedded({ dataDir, log: aLog() });

const rowsAt = async (url: string): Promise<number> => {
  const [row] = await asOwner<{ count: string; max: string | null }>(url, 'select count(*), max(n) from promised');
  // No number is missing below the last.
  expect(row?.count).toBe(row?.max ?? '0');
  return Number(row?.count);
};

it('makes a database the first time and finds it again the next', async () => {
  const first = await open();
  expect(first.adopted).toBe(false);
  await asOwner(first.url, `create table kept as select 'été' as word`);
  await first.stop();
  expect(isRunning(dataDir)).toBe(false);

  const second = await open();
  expect(await asOwner(second.url, 'select word, upper(word) as loud from kept')).toEqual([{ word: 'été', loud: 'ÉTÉ' }]);
  const settings = `select current_setting('fsync') as fsync, current_setting('server_encoding') as encoding,
    current_setting('listen_addresses') as listens, current_setting('TimeZone') as zone`;
  expect(await asOwner(second.url, settings)).toEqual([{ fsync: 'on', encoding: 'UTF8', listens: '', zone: 'UTC' }]);
  await second.stop();
  await second.stop();
  expect(isRunning(dataDir)).toBe(false);
});

it('keeps every confirmed row when the process is killed, and the next one adopts the server', async () => {
  let before = 0;
  for (let kill = 0; kill < 5; kill++) {
    const writer = await aNeighbour(dataDir, 'write');
    expect(writer.adopted).toBe(kill > 0);
    await sleep(150 + kill * 70);
    await writer.end('SIGKILL');
    expect(writer.promised()).toBeGreaterThan(before);
    before = writer.promised();
  }
  const next = await open();
  expect(next.adopted).toBe(true);
  expect(await rowsAt(next.url)).toBeGreaterThanOrEqual(before);
  await next.stop();
  expect(isRunning(dataDir)).toBe(false);
});

it('recovers when process and server are killed together', async () => {
  for (let kill = 0; kill < 3; kill++) {
    const writer = await aNeighbour(dataDir, 'write');
    await sleep(200);
    process.kill(serverPid(dataDir), 'SIGKILL');
    await writer.end('SIGKILL');
    const promised = writer.promised();
    const next = await open();
    expect(next.adopted).toBe(false);
    expect(await rowsAt(next.url)).toBeGreaterThanOrEqual(promised);
    await next.stop();
  }
});

it('starts again a server that goes away under a living process', async () => {
  const log = aLog();
  const embedded = await openEmbedded({ dataDir, log });
  process.kill(serverPid(dataDir), 'SIGKILL');
  await expect.poll(() => asOwner(embedded.url, 'select 1 as one').catch(() => []), { timeout: 10_000 }).toEqual([{ one: 1 }]);
  expect(log.lines.filter((line) => line.level === 'warn')).toHaveLength(1);
  // It is counted as a client of the new one: somebody else's leaving does not end the server.
  await expect.poll(async () => (await asOwner(embedded.url, `select from pg_locks where locktype = 'advisory'`)).length).toBe(1);
  await (await aNeighbour(dataDir)).end();
  expect(await asOwner(embedded.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await embedded.stop();
  expect(isRunning(dataDir)).toBe(false);
});

it('serves processes that start together on a new folder, until the last one leaves', async () => {
  const neighbours = await Promise.all([aNeighbour(dataDir), aNeighbour(dataDir), aNeighbour(dataDir)]);
  expect(neighbours.filter((neighbour) => !neighbour.adopted)).toHaveLength(1);
  expect(new Set(neighbours.map((neighbour) => neighbour.url)).size).toBe(1);
  const [first, second, third] = neighbours;
  await first?.end();
  await second?.end('SIGKILL');
  expect(await asOwner(third?.url ?? '', 'select 1 as one')).toEqual([{ one: 1 }]);
  await third?.end('SIGTERM');
  expect(isRunning(dataDir)).toBe(false);
});

it('always gives a working server while others come and go', async () => {
  const comeAndGo = async (): Promise<number> => {
    let served = 0;
    for (let visit = 0; visit < 8; visit++) {
      const embedded = await open();
      served += (await asOwner(embedded.url, 'select 1 as one')).length;
      await embedded.stop();
    }
    return served;
  };
  expect(await Promise.all([comeAndGo(), comeAndGo(), comeAndGo()])).toEqual([8, 8, 8]);
  expect(isRunning(dataDir)).toBe(false);
});

it('is ended by exactly one of several clients that leave at the same moment', async () => {
  for (let round = 0; round < 4; round++) {
    const together = await Promise.all([open(), open(), open()]);
    await Promise.all(together.map((embedded) => embedded.stop()));
    expect(isRunning(dataDir)).toBe(false);
  }
});

it('outlives a process that a signal ends without a word', async () => {
  await (await aNeighbour(dataDir, 'no-handler')).end('SIGTERM');
  expect(isRunning(dataDir)).toBe(true);
  const next = await open();
  expect(next.adopted).toBe(true);
  await next.stop();
});

it('is not held up by a leftover file that names a process of somebody else', async () => {
  await (await open()).stop();
  // Under the server's own user, whom Postgres would take it for.
  const { uid, gid } = await stat(join(dataDir, 'postgres'));
  const stranger = spawn('sleep', ['60'], process.getuid?.() === 0 ? { uid, gid } : {});
  const pidFile = [stranger.pid, join(dataDir, 'postgres'), 1_700_000_000, 5432, '.', '', '12345 0', 'ready', ''].join('\n');
  await writeFile(join(dataDir, 'postgres/postmaster.pid'), pidFile);
  await writeFile(join(dataDir, 'postgres/.s.PGSQL.5432.lock'), pidFile);
  const embedded = await open();
  expect(embedded.adopted).toBe(false);
  await embedded.stop();
  expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
  stranger.kill();
  await once(stranger, 'exit');
});

it('says what to do with data of another version', async () => {
  await (await open()).stop();
  await writeFile(join(dataDir, 'postgres/PG_VERSION'), '17\n');
  await expect(open()).rejects.toThrow(/made by Postgres 17 and this program brings Postgres 18.*pg_dump.*DATA_DIR/);
});

it('says what the server said when it does not start', async () => {
  await (await open()).stop();
  await writeFile(join(dataDir, 'postgres/postgresql.conf'), 'shared_buffers = many\n');
  await expect(open()).rejects.toThrow(/does not start.*shared_buffers/s);
});

it('keeps what people wrote out of the server’s own log', async () => {
  const embedded = await open();
  await asOwner(embedded.url, `create table t (name text unique); insert into t values ('Jeanne')`);
  await expect(asOwner(embedded.url, `insert into t values ('Jeanne')`)).rejects.toThrow(/duplicate key/);
  await expect(asOwner(embedded.url, `select 'Jeanne'::int`)).rejects.toThrow(/Jeanne/);
  await embedded.stop();
  expect(await readFile(join(dataDir, 'postgres/server.log'), 'utf8')).not.toContain('Jeanne');
});

describe('in a folder', () => {
  it.each([
    ['with spaces, accents and signs', `Étude d'impact, "n° 1" 100% #été + $HOME`],
    ['reached by a long path', `${'long-'.repeat(20)}/${'très-'.repeat(12)}`],
  ])('%s', async (_, name) => {
    dataDir = join(folder.path, name);
    const embedded = await open();
    expect(await asOwner(embedded.url, 'select current_database() as name')).toEqual([{ name: 'vises' }]);
    const neighbour = await aNeighbour(dataDir);
    expect(neighbour.adopted).toBe(true);
    expect(neighbour.url).toBe(embedded.url);
    await neighbour.end();
    await embedded.stop();
    expect(isRunning(dataDir)).toBe(false);
  });

  it('reached by a long path, lets nobody in without its password', async () => {
    dataDir = join(folder.path, 'long-'.repeat(25));
    const embedded = await open();
    const url = new URL(embedded.url);
    expect(url.hostname).toBe('127.0.0.1');
    expect(url.password.length).toBeGreaterThan(20);
    url.password = 'guess';
    await expect(asOwner(url.href, 'select 1')).rejects.toThrow(/password authentication failed/);
    await embedded.stop();
  });
});
