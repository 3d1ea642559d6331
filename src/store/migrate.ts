import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Kysely, PostgresDialect } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { type Client, Pool } from 'pg';
import { connect } from './connection.ts';
import { appRole } from './database.ts';
import { codeOf, messageOf } from './failures.ts';
import type { Log } from './log.ts';

/** Held by the one process that migrates. */
const migrationLock = 0x6d_69_67_72;
const shippedFolder = join(import.meta.dirname, '../../migrations');

/**
 * Brings a database to the shape this code knows, and makes the role that units of work take. Forward only. Any number of
 * processes may call it at once: one migrates, the others wait and find nothing to do.
 *
 * @returns the names of the migrations that were run now
 */
export async function migrate({
  url,
  log,
  folder = shippedFolder,
}: {
  url: string;
  log: Log;
  folder?: string;
}): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const client = await connect(url);
  try {
    await client.query('set statement_timeout = 0; set lock_timeout = 0; set idle_session_timeout = 0');
    await lock(client, log);
    await refuseUnknown(client, migrations);
    const hasRole = await ensureAppRole(client, log);
    const applied = await run(url, migrations);
    if (hasRole) await client.query(`revoke insert, update, delete on kysely_migration, kysely_migration_lock from ${appRole}`);
    if (applied.length > 0) log.info({ applied }, 'The database was brought up to date');
    return applied;
  } finally {
    await client.end();
  }
}

async function readMigrations(folder: string): Promise<Record<string, Migration>> {
  const migrations: Record<string, Migration> = {};
  for (const file of (await readdir(folder)).sort()) {
    const name = /^(\d{4}_[a-z0-9_]+)\.ts$/.exec(file)?.[1];
    const module: Partial<Migration> = name ? await import(pathToFileURL(join(folder, file)).href) : {};
    if (!name || !module.up)
      throw new Error(`${join(folder, file)} is not a migration: those are named 0001_what_it_does.ts and export up.`);
    migrations[name] = { up: module.up };
  }
  return migrations;
}

async function lock(client: Client, log: Log): Promise<void> {
  const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [migrationLock]);
  if (rows[0]?.mine) return;
  log.info({}, 'Another process is migrating the database; waiting for it');
  await client.query('select pg_advisory_lock($1)', [migrationLock]);
}

async function refuseUnknown(client: Client, known: Record<string, Migration>): Promise<void> {
  const table = await client.query(`select from pg_class where oid = to_regclass('kysely_migration')`);
  if (table.rowCount === 0) return;
  const { rows } = await client.query<{ name: string }>('select name from kysely_migration order by name');
  const unknown = rows.map((row) => row.name).filter((name) => !(name in known));
  if (unknown.length > 0) {
    throw new Error(
      `The database was changed by a newer version of this program (${unknown.join(', ')}): start that version, ` +
        'or restore a backup made before it.',
    );
  }
}

async function run(url: string, migrations: Record<string, Migration>): Promise<string[]> {
  const pool = new Pool({ connectionString: url, max: 2, application_name: 'compagnon-vises', statement_timeout: 0 });
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
    const { error, results = [] } = await migrator.migrateToLatest();
    if (error === undefined) return results.map((result) => result.migrationName);
    const failed = results.find((result) => result.status === 'Error')?.migrationName;
    throw new Error(`The migration ${failed ?? 'of the database'} failed and changed nothing: ${messageOf(error)}`, {
      cause: error,
    });
  } finally {
    await db.destroy();
  }
}

/**
 * The role without bypass, and its rights on what later migrations and pg-boss create. True when it is there and ours to use; where
 * the login may not create roles, the forced row security of each table holds the login itself.
 */
async function ensureAppRole(client: Client, log: Log): Promise<boolean> {
  const { rows } = await client.query<{ superuser: boolean; creates: boolean; role: boolean; member: boolean; granted: boolean }>(
    `select me.rolsuper as superuser, me.rolsuper or me.rolcreaterole as creates, app.oid is not null as role,
       coalesce(pg_has_role(app.oid, 'member'), false) as member,
       exists (select from pg_default_acl d where d.defaclrole = me.oid and d.defaclnamespace = 0 and d.defaclobjtype = 'n'
         and d.defaclacl::text like '%' || $1 || '=%') as granted
     from pg_roles me left join pg_roles app on app.rolname = $1
     where me.rolname = current_user`,
    [appRole],
  );
  const [login] = rows;
  if (!login || (!login.role && !login.creates)) return false;
  if (!login.role) await create(client, log);
  if (!login.superuser && !login.member) {
    const joined = await client.query(`grant ${appRole} to current_user`).then(
      () => true,
      () => false,
    );
    if (!joined) return false;
  }
  if (!login.granted) await grant(client);
  return true;
}

async function create(client: Client, log: Log): Promise<void> {
  try {
    await client.query(`create role ${appRole} nologin nosuperuser nobypassrls nocreatedb nocreaterole`);
    log.info({ role: appRole }, `The database role ${appRole} was made: row security holds it`);
  } catch (error) {
    // Roles belong to the whole server: a process that migrates another database was quicker.
    if (!['42710', '23505'].includes(codeOf(error) ?? '')) throw error;
  }
}

/** In one statement list, which Postgres runs as one transaction. */
async function grant(client: Client): Promise<void> {
  const rows = 'select, insert, update, delete';
  await client.query(`
    grant usage on schema public to ${appRole};
    grant ${rows} on all tables in schema public to ${appRole};
    grant usage, select on all sequences in schema public to ${appRole};
    alter default privileges grant ${rows} on tables to ${appRole};
    alter default privileges grant usage, select on sequences to ${appRole};
    alter default privileges grant usage on schemas to ${appRole};`);
}
