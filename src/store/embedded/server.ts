import { spawn } from 'node:child_process';
import { constants, open, readFile, readlink, rename, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import { codeOf } from '../failures.ts';
import { type Account, run, standing } from './account.ts';
import type { Binaries } from './binaries.ts';
import { isAlive, readPassword } from './cluster.ts';

/** Where clients find the server: by the socket in its own folder where the path is short enough, else on the loopback. */
export type Address = { socket: string } | { port: number };

export interface Launched {
  pid: number | undefined;
  /** Settles when the process has ended. */
  ended: Promise<void>;
  hasEnded(): boolean;
}

/** What `postmaster.pid` says about who runs, or ran, on these files. */
interface PidFile {
  pid: number;
  startedAt: number;
  port: number;
  /** The text, to know it again. */
  text: string;
}

/** The port is a name only: the socket lies in a folder of its own. */
const socketPort = 5432;
const pidFileName = 'postmaster.pid';
const logFile = 'server.log';
const maxLogBytes = 1_000_000;

/** The system's limit for a socket's path, the closing zero left out. */
const maxSocketPath = process.platform === 'darwin' ? 103 : 107;

export function socketFits(cluster: string): boolean {
  return process.platform !== 'win32' && Buffer.byteLength(join(cluster, `.s.PGSQL.${socketPort}`)) <= maxSocketPath;
}

/** A URL that `pg`, `psql` and their kin understand. */
export async function urlOf(cluster: string, address: Address, database: string): Promise<string> {
  if ('socket' in address)
    return `postgresql:///${database}?host=${encodeURIComponent(address.socket)}&port=${socketPort}&user=postgres`;
  return `postgresql://postgres:${encodeURIComponent(await readPassword(cluster))}@127.0.0.1:${address.port}/${database}`;
}

/**
 * - `ready`: a server, asked and found to be the one of this folder · `busy`: it is starting, recovering or ending
 * - `none`: nobody; a new server may be started
 */
export type Found = { state: 'ready'; client: Client; address: Address; pid: number } | { state: 'busy' | 'none' };

/** Looks who works on these files now. */
export async function findServer(cluster: string): Promise<Found> {
  const pidFile = await readPidFile(cluster);
  if (!pidFile) return { state: 'none' };
  const address = socketFits(cluster) ? { socket: cluster } : { port: pidFile.port };
  const client = new Client({
    connectionString: await urlOf(cluster, address, 'postgres'),
    application_name: 'compagnon-vises keeper',
    connectionTimeoutMillis: 5000,
    keepAlive: true,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    if (rows[0] && (await isSameFolder(rows[0].data_directory, cluster)))
      return { state: 'ready', client, address, pid: pidFile.pid };
    await client.end();
  } catch (error) {
    await client.end().catch(() => {});
    // cannot_connect_now: starting, recovering or ending. too_many_connections, admin_shutdown: there, and not for us just now.
    if (['57P03', '57P01', '53300'].includes(codeOf(error) ?? '')) return { state: 'busy' };
  }
  if (isAlive(pidFile.pid) && (await worksIn(pidFile.pid, cluster))) return { state: 'busy' };
  await setAside(cluster, pidFile);
  return { state: 'none' };
}

/** Starts a server on these files and does not wait for it. It outlives us: whoever comes next finds it. */
export async function launch(
  cluster: string,
  options: { binaries: Binaries; account: Account | undefined; durable: boolean; maxConnections: number; port?: number },
): Promise<Launched> {
  const address: Address = socketFits(cluster) ? { socket: cluster } : { port: options.port ?? (await freePort()) };
  const settings = {
    ...('socket' in address
      ? { listen_addresses: '', unix_socket_directories: '.' }
      : { listen_addresses: '127.0.0.1', unix_socket_directories: '' }),
    max_connections: String(options.maxConnections),
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Errors and statements hold what people wrote: the server's own log keeps out of them.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    ...(!options.durable && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' }),
  };
  const port = 'socket' in address ? socketPort : address.port;
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = await openLog(cluster, options.account);
  try {
    const child = spawn(options.binaries.postgres, ['-D', cluster, '-p', String(port), ...flags], {
      ...standing(options.account),
      // A group of its own: Ctrl-C in our terminal is for us, and we end the server when we are done with it.
      detached: true,
      windowsHide: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    let over = false;
    const ended = new Promise<void>((resolve) => {
      const done = () => {
        over = true;
        resolve();
      };
      child.on('exit', done);
      child.on('error', done);
    });
    child.unref();
    return { pid: child.pid, ended, hasEnded: () => over };
  } finally {
    await log.close();
  }
}

/** Ends the server of these files, which the caller has asked and found to be theirs. False when it takes too long. */
export async function endServer(
  cluster: string,
  startedAt: Date,
  { binaries, account }: { binaries: Binaries; account: Account | undefined },
): Promise<boolean> {
  const pidFile = await readPidFile(cluster);
  // The file notes the process, the server its opening some moments later.
  if (!pidFile || Math.abs(pidFile.startedAt * 1000 - startedAt.getTime()) > 30_000) return false;
  const { code } = await run(binaries.pgCtl, ['stop', '-D', cluster, '-m', 'fast', '-w', '-t', '60', '-s'], account);
  return code === 0;
}

/** The last lines the server wrote, for the words of an error. */
export async function lastWords(cluster: string): Promise<string> {
  const text = await readFile(join(cluster, logFile), 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-5).join('\n');
}

async function readPidFile(cluster: string): Promise<PidFile | undefined> {
  const text = await readFile(join(cluster, pidFileName), 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return '';
    throw error;
  });
  const [pid, , startedAt, port] = text.split('\n');
  // A server that is only just starting has not filled its file yet.
  return pid && Number(pid) ? { pid: Math.abs(Number(pid)), startedAt: Number(startedAt), port: Number(port), text } : undefined;
}

async function isSameFolder(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map((folder) => stat(folder).catch(() => undefined)));
  return a !== undefined && b !== undefined && a.dev === b.dev && a.ino === b.ino;
}

/** Whether a living process is the server of these files. A server stands in its folder. */
async function worksIn(pid: number, cluster: string): Promise<boolean> {
  if (process.platform === 'linux') {
    const standsIn = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
    return standsIn !== undefined && isSameFolder(standsIn, cluster);
  }
  const { code, output } = await run('ps', ['-p', String(pid), '-o', 'command='], undefined);
  // Where nothing can be learnt about a process, it is left alone.
  return typeof code === 'string' || output.includes('postgres');
}

/**
 * Takes away the file of a server that is gone, for the case that its number now belongs to some other process: Postgres would take
 * that one for its own and refuse to start. Nobody is signalled.
 */
async function setAside(cluster: string, seen: PidFile): Promise<void> {
  if (!isAlive(seen.pid)) return;
  const file = join(cluster, pidFileName);
  const aside = `${file}.gone`;
  await rename(file, aside).catch(() => {});
  // Another process may have put a living server's file there since we looked.
  if ((await readFile(aside, 'utf8').catch(() => seen.text)) !== seen.text) return rename(aside, file);
  await rm(aside, { force: true });
  await rm(join(cluster, `.s.PGSQL.${socketPort}.lock`), { force: true });
}

/** Its folder belongs to the server's user, and we may be root: a link in its place is not followed. */
async function openLog(cluster: string, account: Account | undefined) {
  const { O_WRONLY, O_CREAT, O_APPEND, O_NOFOLLOW } = constants;
  const log = await open(join(cluster, logFile), O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW, 0o600);
  if (account) await log.chown(account.uid, account.gid);
  if ((await log.stat()).size > maxLogBytes) await log.truncate();
  return log;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port'))));
    });
  });
}
