import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  CompiledQuery,
  Kysely,
  PostgresDialect,
  PostgresDriver,
  type PostgresDialectConfig,
  sql,
  type Transaction,
  type TransactionSettings,
} from 'kysely';
import { connect, makePool } from './connection.ts';
import { codeOf } from './failures.ts';
import { sendAlong } from './pipelined.ts';
import { preparing } from './prepared.ts';
import type { Log } from './log.ts';
import type { DB } from './tables.ts';

/**
 * What a unit of work may touch; the database refuses the rest.
 * - `routing`: who and where, before it is known whose work this is · `structure`: everything of these teams; `person` may be given
 *   a view over all of theirs
 * - `portfolio`: how far these teams are, for their accompanier · `network`: the same for a network's own teams
 * - `dispatcher`: what is to be said, and where · `operator`: what is due, and what went wrong
 */
export type Access =
  | { kind: 'routing' }
  | { kind: 'structure'; structures: string[]; person?: string }
  | { kind: 'portfolio'; person: string; structures: string[] }
  | { kind: 'network'; network: string; person?: string }
  | { kind: 'dispatcher' }
  | { kind: 'operator' };

/** What routing can lead to. */
export type NarrowAccess = Extract<Access, { kind: 'structure' | 'portfolio' | 'network' }>;

/** The database inside a unit of work. */
export type Tx = Transaction<DB>;

/** The database. Its content is reached by `withAccess` alone. */
export interface Db {
  /** Rejects when the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** The role that a login which passes over row security gives itself for each unit of work. */
export const appRole = 'vises_app';

interface Inside {
  kysely: Kysely<DB>;
  /** Set when the login itself would pass over row security. */
  role: typeof appRole | undefined;
  /** Set inside `asOneTransaction`: the transaction that units of work are parts of. */
  part?: <Result>(settings: string, work: (tx: Tx) => Promise<Result>) => Promise<Result>;
}

const insides = new WeakMap<Db, Inside>();

/** Opens the database of a URL, which must be migrated. Rejects, with what to do, when it cannot be used safely. */
export async function openDatabase({ url, poolSize = 10, log }: { url: string; poolSize?: number; log: Log }): Promise<Db> {
  const role = await findRole(url);
  const kysely = new Kysely<DB>({ dialect: new Dialect({ pool: preparing(makePool(url, poolSize, log)) }) });
  const db: Db = {
    async ping() {
      await sql`select 1`.execute(kysely);
    },
    close: () => kysely.destroy(),
  };
  insides.set(db, { kysely, role });
  return db;
}

/**
 * The one door to the database: a transaction that may touch what `access` names and nothing else. It is undone when `work` throws.
 *
 * With `retries`, work that lost against another transaction (a deadlock, a serialization failure) is done again from its start:
 * only for work that does nothing outside the transaction.
 */
export async function withAccess<Result>(
  db: Db,
  access: Access,
  work: (tx: Tx) => Promise<Result>,
  { retries = 0 }: { retries?: number } = {},
): Promise<Result> {
  const inside = insides.get(db);
  if (!inside) throw new Error('This database was not opened by openDatabase.');
  const first = `select ${settingsOf(access, inside.role)}`;
  if (inside.part) {
    return inside.part(first, (tx) => {
      accesses.set(tx, access.kind);
      return work(tx);
    });
  }
  for (let attempt = 0; ; attempt++) {
    try {
      return await opening.run(first, () =>
        inside.kysely.transaction().execute((tx) => {
          accesses.set(tx, access.kind);
          return opening.run(undefined, () => work(tx));
        }),
      );
    } catch (error) {
      if (attempt >= retries || !lostToAnother(error)) throw error;
      await sleep((0.5 + Math.random()) * 20 * 2 ** attempt);
    }
  }
}

/**
 * Makes one transaction of everything that is done with the database it gives: nobody sees any of it before `work` is done, and all of
 * it is undone when `work` throws. Units of work come one after the other there, each with its own access.
 *
 * It keeps a connection, and whatever it locks, to its end: for filling a database, never for turns.
 */
export async function asOneTransaction<Result>(db: Db, work: (db: Db) => Promise<Result>): Promise<Result> {
  const inside = insides.get(db);
  if (!inside) throw new Error('This database was not opened by openDatabase.');
  return inside.kysely.transaction().execute((tx) => {
    const within: Db = { ping: () => db.ping(), close: () => Promise.resolve() };
    insides.set(within, { ...inside, part: inParts(tx) });
    return work(within);
  });
}

function inParts(tx: Tx): NonNullable<Inside['part']> {
  let last: Promise<unknown> = Promise.resolve();
  return (settings, work) => {
    const part = last.then(async () => {
      await sql.raw('savepoint part').execute(tx);
      try {
        await sql.raw(settings).execute(tx);
        const result = await work(tx);
        await sql.raw('release savepoint part').execute(tx);
        return result;
      } catch (error) {
        await sql.raw('rollback to savepoint part').execute(tx);
        throw error;
      }
    });
    last = part.catch(() => {});
    return part;
  };
}

/** Goes on, in a transaction that began as routing, with what routing found. There is no way back and no second step. */
export async function enter(tx: Tx, access: NarrowAccess): Promise<void> {
  if (accesses.get(tx) !== 'routing') throw new Error(`Only a unit of work that began as routing can go on as ${access.kind}.`);
  accesses.set(tx, access.kind);
  await sendAlong(() =>
    sql.raw(`select ${settingsOf(access, undefined)} where current_setting('vises.access', true) = 'routing'`).execute(tx),
  );
}

/** What each unit of work may touch at this moment. */
const accesses = new WeakMap<Tx, Access['kind']>();

/** Every setting is written each time, so that nothing of an earlier access stays. */
function settingsOf(access: Access, role: string | undefined): string {
  const settings = {
    'vises.access': access.kind,
    'vises.structures': 'structures' in access ? `{${access.structures.map(asUuid).join(',')}}` : '',
    'vises.person': 'person' in access && access.person !== undefined ? asUuid(access.person) : '',
    'vises.network': 'network' in access ? asUuid(access.network) : '',
    ...(role && { role }),
    // Ours are short statements: compiling one, which a server without statistics may decide on, takes a hundred times what it saves.
    jit: 'off',
    // Statements go by keys, so one plan serves all values. Made anew for its values, a large one costs more than it takes to run: row
    // security adds its own conditions to each table in it.
    plan_cache_mode: 'force_generic_plan',
    // Such a plan is kept while tables fill: what goes through all of a table is right on the day it is made and never after. Nor does
    // a bitmap ever forget the dead entries of an index, and ours have many: what waits, is sent and gone.
    enable_seqscan: 'off',
    enable_bitmapscan: 'off',
    enable_hashjoin: 'off',
    enable_mergejoin: 'off',
  };
  return Object.entries(settings)
    .map(([name, value]) => `set_config('${name}', '${value}', true)`)
    .join(', ');
}

/** These stand in the text of a statement, so nothing but a uuid passes. */
function asUuid(id: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id))
    throw new Error('An access names structures, people and networks by uuid.');
  return id;
}

function lostToAnother(error: unknown): boolean {
  const code = codeOf(error);
  return (
    code === '40001' || code === '40P01' || (error instanceof Error && error.cause !== undefined && lostToAnother(error.cause))
  );
}

/** The first statement of the transaction that is being opened: it travels with `begin`, and both with what is done first. */
const opening = new AsyncLocalStorage<string | undefined>();

type Connection = Parameters<PostgresDriver['rollbackTransaction']>[0];

class Driver extends PostgresDriver {
  override async beginTransaction(connection: Connection, settings: TransactionSettings): Promise<void> {
    const first = opening.getStore();
    if (first === undefined) return super.beginTransaction(connection, settings);
    await sendAlong(() => connection.executeQuery(CompiledQuery.raw(`begin; ${first}`)));
  }
}

class Dialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig;

  constructor(config: PostgresDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new Driver(this.#config);
  }
}

/** The role to take for each unit of work, or none when row security holds the login itself. Rejects when neither is so. */
async function findRole(url: string): Promise<typeof appRole | undefined> {
  const client = await connect(url);
  try {
    const { rows } = await client.query<{ passes: boolean; app_role: 'missing' | 'passes' | 'closed' | 'usable' }>(
      `select
         me.rolsuper or me.rolbypassrls or exists (
           select from pg_class t where t.relrowsecurity and not t.relforcerowsecurity and pg_has_role(t.relowner, 'usage')) as passes,
         case when app.oid is null then 'missing'
              when app.rolsuper or app.rolbypassrls then 'passes'
              when not pg_has_role(app.oid, 'member') then 'closed'
              else 'usable' end as app_role
       from pg_roles me left join pg_roles app on app.rolname = $1
       where me.rolname = current_user`,
      [appRole],
    );
    const [login] = rows;
    if (login && !login.passes) return undefined;
    if (login?.app_role === 'usable') return appRole;
    const why = {
      missing: `the role ${appRole} is missing`,
      passes: `so does the role ${appRole}`,
      closed: `it is not a member of the role ${appRole}`,
    }[login?.app_role ?? 'missing'];
    throw new Error(
      `The database login passes over row security, and ${why}: run npm run migrate with a login that may create roles, ` +
        'or use in DATABASE_URL a login that is neither superuser nor BYPASSRLS.',
    );
  } finally {
    await client.end();
  }
}
