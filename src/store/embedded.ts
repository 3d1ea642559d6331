import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { type Account, chooseAccount } from './embedded/account.ts';
import { type Binaries, findBinaries } from './embedded/binaries.ts';
import { clusterFolder, openCluster } from './embedded/cluster.ts';
import { type Address, endServer, findServer, type Launched, lastWords, launch, urlOf } from './embedded/server.ts';
import { codeOf } from './failures.ts';
import type { Log } from './log.ts';

export interface EmbeddedOptions {
  /** `DATA_DIR`: the database lies in `postgres` below it. */
  dataDir: string;
  log: Log;
  /** false for a throw-away database of tests: faster, and gone with the machine's power. */
  durable?: boolean;
  maxConnections?: number;
  /** Where root puts what the server's own user cannot reach where it is. */
  shelter?: string;
  /** The package with the server's programs, when it is not the one for this machine in `node_modules`. */
  binaries?: string;
}

export interface Embedded {
  /** Of the product's database, for `openDatabase`, `migrate` and pg-boss. Its login is the superuser of this server. */
  url: string;
  /** Where the server's files are. */
  folder: string;
  /** true when a running server was found, of another process or of one that was killed. */
  adopted: boolean;
  /** Leaves the server, and ends it when no other process uses it. */
  stop(): Promise<void>;
}

interface Home {
  cluster: string;
  account: Account | undefined;
  binaries: Binaries;
  durable: boolean;
  maxConnections: number;
  log: Log;
}

interface Joined {
  /** Our connection for as long as we use the server: it holds the shared lock by which clients are counted. */
  keeper: Client;
  address: Address;
  adopted: boolean;
}

/** The advisory lock every client holds together, and the one who ends the server alone. */
const clientsLock = 0x76_69_73_65_73;
const database = 'vises';
const rootsShelter = '/var/lib/compagnon-vises';
const recoveryMs = 15 * 60_000;

/**
 * Opens the embedded Postgres of a data folder: makes it the first time, starts it, or joins the server that already runs there.
 * Any number of processes may share it. A process that is killed leaves a server that the next one adopts.
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const home = await prepare(options);
  const place: Place = { home, joined: await join(home), rejoining: undefined, leaving: undefined };
  try {
    await ensureDatabase(place.joined.keeper);
  } catch (error) {
    await leave(home, place.joined.keeper);
    throw error;
  }
  watch(place);
  const { address, adopted } = place.joined;
  return {
    url: await urlOf(home.cluster, address, database),
    folder: home.cluster,
    adopted,
    stop: () => (place.leaving ??= stop(place)),
  };
}

/** One process's use of a server, from open to stop. */
interface Place {
  readonly home: Home;
  joined: Joined;
  rejoining: Promise<void> | undefined;
  leaving: Promise<void> | undefined;
}

async function stop(place: Place): Promise<void> {
  await place.rejoining;
  await leave(place.home, place.joined.keeper);
}

/** The server can go away under us (out of memory, a stray signal): it is started again, and pools find it at the same place. */
function watch(place: Place): void {
  place.joined.keeper.once('end', () => {
    if (!place.leaving) place.rejoining = rejoin(place);
  });
}

async function rejoin(place: Place): Promise<void> {
  const { home } = place;
  const before = place.joined.address;
  home.log.warn({ folder: home.cluster }, 'The embedded Postgres went away; it is started again');
  for (let attempt = 1; !place.leaving; attempt++) {
    try {
      place.joined = await join(home, before);
      watch(place);
      if (JSON.stringify(place.joined.address) !== JSON.stringify(before)) {
        home.log.error({ folder: home.cluster }, 'The embedded Postgres came back at another port: start this program again');
      }
      return;
    } catch (err) {
      home.log.error({ err, attempt }, 'The embedded Postgres could not be started again');
      await sleep(Math.min(5000, 500 * 2 ** attempt), undefined, { ref: false });
    }
  }
}

async function prepare(options: EmbeddedOptions): Promise<Home> {
  const { log, durable = true, maxConnections = 60, shelter = rootsShelter } = options;
  const dataDir = resolve(options.dataDir);
  const account = await chooseAccount(clusterFolder(dataDir));
  const binaries = await findBinaries({
    account,
    // Only root can make a folder that outlives the checkout; anybody else has the data folder.
    shelter: account ? shelter : dataDir,
    ...(options.binaries !== undefined && { folder: options.binaries }),
  });
  const cluster = await openCluster(dataDir, { account, binaries, shelter, durable, log });
  return { cluster, account, binaries, durable, maxConnections, log };
}

/** Joins the server that runs on these files, or starts one. Recovery after a crash and another's ending are waited out. */
async function join(home: Home, before?: Address): Promise<Joined> {
  const since = Date.now();
  let told = since;
  let started: Launched | undefined;
  let launches = 0;
  for (;;) {
    const found = await findServer(home.cluster);
    if (found.state === 'ready' && (await holdLock(found.client))) {
      return { keeper: found.client, address: found.address, adopted: found.pid !== started?.pid };
    }
    if (found.state === 'none' && (!started || started.hasEnded())) {
      if (launches++ === 3)
        throw new Error(`The embedded Postgres in ${home.cluster} does not start. It says: ${await lastWords(home.cluster)}`);
      // The port it had, so that pools find it again; the second time it may be somebody else's by now.
      started = await launch(home.cluster, {
        ...home,
        ...(before && 'port' in before && launches === 1 && { port: before.port }),
      });
    }
    if (Date.now() - since > recoveryMs) {
      throw new Error(
        `The embedded Postgres in ${home.cluster} is not ready after ${recoveryMs / 60_000} minutes: see server.log there.`,
      );
    }
    if (Date.now() - told > 10_000) {
      told = Date.now();
      home.log.info({ folder: home.cluster }, 'Waiting for the embedded Postgres: it is starting, recovering or ending');
    }
    await Promise.race([sleep(30), ...(started && !started.hasEnded() ? [started.ended] : [])]);
  }
}

/** Counts us among the clients. False when the server is being ended just now. */
async function holdLock(keeper: Client): Promise<boolean> {
  try {
    await keeper.query('select pg_advisory_lock_shared($1)', [clientsLock]);
    return true;
  } catch {
    await keeper.end().catch(() => {});
    return false;
  }
}

async function ensureDatabase(keeper: Client): Promise<void> {
  const { rowCount } = await keeper.query('select from pg_database where datname = $1', [database]);
  if (rowCount) return;
  await keeper.query(`create database ${database}`).catch((error: unknown) => {
    // Another process was quicker.
    if (!['42P04', '23505'].includes(codeOf(error) ?? '')) throw error;
  });
}

/**
 * Gives up our place among the clients. Whoever then gets the lock for itself is the last one and ends the server; a process that
 * arrives meanwhile waits for that lock, sees the server end, and starts it again.
 */
async function leave(home: Home, keeper: Client): Promise<void> {
  try {
    await keeper.query('select pg_advisory_unlock_shared($1)', [clientsLock]);
    const { rows } = await keeper.query<{ last: boolean; started_at: Date }>(
      'select pg_try_advisory_lock($1) as last, pg_postmaster_start_time() as started_at',
      [clientsLock],
    );
    if (rows[0]?.last && !(await endServer(home.cluster, rows[0].started_at, home))) {
      home.log.warn({ folder: home.cluster }, 'The embedded Postgres did not end; the next start will use it');
    }
  } catch (err) {
    home.log.warn({ err, folder: home.cluster }, 'The embedded Postgres was gone before it could be left');
  } finally {
    await keeper.end().catch(() => {});
  }
}
