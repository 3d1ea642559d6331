import { randomBytes } from 'node:crypto';
import {
  chmod,
  chown,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codeOf, messageOf } from '../failures.ts';
import type { Log } from '../log.ts';
import { type Account, canUse, run } from './account.ts';
import { type Binaries, makeOpenFolder } from './binaries.ts';

interface Options {
  account: Account | undefined;
  binaries: Binaries;
  /** Where root keeps the data when the data folder is closed to the server's user. */
  shelter: string;
  /** false for a throw-away database: nothing is waited for until it is on the disk. */
  durable: boolean;
  log: Log;
}

/** Beside the server's own files, for its owner and root alone: what a client needs where there is no socket. */
const passwordFile = 'vises-password';

/** Where the server's files are, or will be, for this data folder. A link there leads to the shelter. */
export const clusterFolder = (dataDir: string): string => join(dataDir, 'postgres');

/**
 * The folder of the server's files, made when it is not there yet. As root, a data folder that is closed to the server's user
 * gives way to one in the shelter: a link leads there, and the log names it at every start.
 */
export async function openCluster(dataDir: string, options: Options): Promise<string> {
  const { account, binaries, log } = options;
  await mkdir(dataDir, { recursive: true }).catch((cause: unknown) => {
    throw new Error(`The folder ${dataDir} cannot be made: set DATA_DIR to a folder you may write in.`, { cause });
  });
  const home = clusterFolder(dataDir);
  if (!(await isCluster(home))) await createCluster(home, options);
  const cluster = await realpath(home);
  if (!(await canUse(account, cluster))) {
    throw new Error(
      `The database in ${cluster} is there, but its user ${account?.name} can no longer enter it: ` +
        'open the folders above it to that user (chmod o+x), or move it and set DATA_DIR.',
    );
  }
  if (cluster !== clusterFolder(await realpath(dataDir))) {
    const why = account ? `, which its user ${account.name} can enter` : '';
    log.warn({ dataDir, database: cluster }, `The database of ${dataDir} is kept in ${cluster}${why}`);
  }
  const version = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  if (version !== binaries.major) {
    throw new Error(
      `The database in ${cluster} was made by Postgres ${version} and this program brings Postgres ${binaries.major}: start the version ` +
        'of the program that made it and move its content with pg_dump, or set DATA_DIR to another folder.',
    );
  }
  return cluster;
}

export const readPassword = async (cluster: string): Promise<string> =>
  (await readFile(join(cluster, passwordFile), 'utf8')).trim();

async function isCluster(folder: string): Promise<boolean> {
  try {
    await stat(join(folder, 'PG_VERSION'));
    return true;
  } catch (cause) {
    const code = codeOf(cause);
    if (code === 'ENOENT') return false;
    throw new Error(`The database in ${folder} cannot be read (${code}): start as the user it belongs to, or set DATA_DIR.`, {
      cause,
    });
  }
}

/**
 * A new server's files. They are made under another name and put in place in one step, so that files cut short are never used, and
 * of two processes that come at once one puts its own in place and both use those.
 */
async function createCluster(home: string, options: Options): Promise<void> {
  const { account, shelter, log } = options;
  const dataDir = dirname(home);
  await removeLeftovers(dataDir);
  let place = dataDir;
  if (!(await reaches(dataDir, account))) {
    await makeOpenFolder(shelter);
    place = await mkdtemp(join(shelter, 'data-'));
    await chmod(place, 0o755);
    if (!(await reaches(place, account))) {
      await rm(place, { recursive: true });
      throw new Error(
        `Postgres does not run as root, and its user ${account?.name} can enter neither ${dataDir} nor ${shelter}: ` +
          'set DATA_DIR to a folder that user can reach, start as another user, or set DATABASE_URL.',
      );
    }
  }
  const draft = join(place, newName());
  try {
    await fill(draft, options);
    if (place === dataDir) {
      await rename(draft, home);
    } else {
      await rename(draft, clusterFolder(place));
      await symlink(clusterFolder(place), home);
    }
    log.info({ database: home, account: account?.name }, `A new database was made in ${home}`);
  } catch (cause) {
    await rm(place === dataDir ? draft : place, { recursive: true, force: true });
    if (await isCluster(home)) return;
    const gone = (await lstat(home).catch(() => undefined))?.isSymbolicLink();
    const why = gone ? `the link ${home} leads to a folder that is gone` : messageOf(cause);
    throw new Error(`No database could be made in ${dataDir}: ${why}`, { cause });
  }
}

async function fill(draft: string, { account, binaries, durable }: Options): Promise<void> {
  await makeOwnFolder(draft, account);
  const secret = `${draft}.password`;
  try {
    await writeFile(secret, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
    if (account) await chown(secret, account.uid, account.gid);
    // The builtin locale is the same on every system, whatever locales it has.
    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    // The socket lies in the server's own folder, which only its user may enter: no password there.
    const doors = ['--username=postgres', `--pwfile=${secret}`, '--auth-local=trust', '--auth-host=scram-sha-256'];
    const made = await run(binaries.initdb, ['-D', draft, ...locale, ...doors, ...(durable ? [] : ['--no-sync'])], account);
    if (made.code !== 0) throw new Error(`initdb failed (${made.code}): ${made.output.trim()}`);
    await rename(secret, join(draft, passwordFile));
  } finally {
    await rm(secret, { force: true });
  }
}

/** Whether the server's user can live in a folder made here: tried with a real one. */
async function reaches(folder: string, account: Account | undefined): Promise<boolean> {
  if (!account) return true;
  const trial = join(folder, newName());
  await makeOwnFolder(trial, account);
  try {
    return await canUse(account, trial);
  } finally {
    await rm(trial, { recursive: true });
  }
}

const newName = (): string => `postgres.new-${process.pid}-${randomBytes(4).toString('hex')}`;

async function makeOwnFolder(folder: string, account: Account | undefined): Promise<void> {
  await mkdir(folder, { mode: 0o700 });
  if (account) await chown(folder, account.uid, account.gid);
}

/** What a process that was killed while making a database left behind. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const maker = Number(/^postgres\.new-(\d+)-/.exec(name)?.[1]);
    if (maker && !isAlive(maker)) await rm(join(folder, name), { recursive: true, force: true });
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
