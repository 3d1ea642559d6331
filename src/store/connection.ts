import { Client, Pool, TypeOverrides, types } from 'pg';
import { codeOf, messageOf } from './failures.ts';
import type { Log } from './log.ts';

/** Postgres before this one lacks what the store relies on. */
const oldestVersion = 15;

const int8Array = 1016;
const dateArray = 1182;

/** Values as the store wants them: whole numbers as numbers, a day as `2026-11-22`; the rest as `pg` gives them. */
const parsers = new TypeOverrides();
parsers.setTypeParser(types.builtins.INT8, readWhole);
parsers.setTypeParser(int8Array, (text) => readList(text).map((item) => (item === null ? null : readWhole(item))));
parsers.setTypeParser(types.builtins.DATE, (text) => text);
parsers.setTypeParser(dateArray, readList);

/** A flat array of things that need no quotes. */
function readList(text: string): (string | null)[] {
  return text === '{}'
    ? []
    : text
        .slice(1, -1)
        .split(',')
        .map((item) => (item === 'NULL' ? null : item));
}

function readWhole(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError('A whole number of the database is too large to be read as a number.');
  return number;
}

/** A pool for the product's own work. A query that hangs, or a transaction left open, is ended by the server. */
export function makePool(url: string, poolSize: number, log: Log): Pool {
  const pool = new Pool({
    connectionString: url,
    max: poolSize,
    application_name: 'compagnon-vises',
    connectionTimeoutMillis: 10_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
    keepAlive: true,
    // Statements leave without waiting for the answers to those before them (`pipelined.ts`).
    pipeline: true,
    types: parsers,
  });
  // An idle connection that breaks is replaced by the next query; unheard, it would end the process.
  pool.on('error', (err) => log.warn({ err }, 'A database connection broke; the next query opens a new one'));
  // One that breaks inside a transaction, between two queries, would too: there the next query fails.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** One connection, for work outside the pool: migrations, and the look at the server before all else. */
export async function connect(url: string): Promise<Client> {
  const client = new Client({
    connectionString: url,
    application_name: 'compagnon-vises',
    connectionTimeoutMillis: 10_000,
    types: parsers,
  });
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (cause) {
    await client.end().catch(() => {});
    throw unreachable(client, cause);
  }
  const { rows } = await client.query<{ server_version_num: string; server_version: string }>(
    `select current_setting('server_version_num') as server_version_num, current_setting('server_version') as server_version`,
  );
  const [server] = rows;
  if (server && Number(server.server_version_num) >= oldestVersion * 10_000) return client;
  await client.end();
  throw new Error(`The database server runs Postgres ${server?.server_version}: version ${oldestVersion} or newer is needed.`);
}

/** Says what to do, and never the password. */
function unreachable({ host, port, database, user }: Client, cause: unknown): Error {
  const place = host.startsWith('/') ? host : `${host}:${port}`;
  const advice = {
    '3D000': `there is no database ${database} on the server at ${place}: create it (createdb ${database}), or correct DATABASE_URL`,
    '28P01': `the server at ${place} does not accept the password of ${user}: correct DATABASE_URL`,
    '28000': `the server at ${place} does not let ${user} in: correct DATABASE_URL, or the server's pg_hba.conf`,
    '53300': `the server at ${place} has no connection left: raise its max_connections, or end other programs`,
  }[codeOf(cause) ?? ''];
  const why = codeOf(cause) ?? messageOf(cause);
  return new Error(
    advice
      ? `The database cannot be opened: ${advice}.`
      : `The database at ${place} cannot be reached (${why}): is the server running, and is DATABASE_URL right?`,
    { cause },
  );
}
