import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';
import { type Db, openDatabase } from '../../src/store/database.ts';
import { aLog } from './log.ts';
import { databaseUrl } from './server-url.ts';

/** A database of one's own on the server of the run. */
export interface TestDatabase {
  /** Logs in as the one who made it: on the throw-away server a superuser, past row security. */
  url: string;
  drop(): Promise<void>;
}

/** A migrated database for one test file, and the door the product uses. Drop it in `afterAll`. */
export async function aDatabase({ poolSize = 5 }: { poolSize?: number } = {}): Promise<TestDatabase & { db: Db }> {
  const { template } = inject('postgres');
  const made = await make(`template ${template} strategy file_copy`);
  const db = await openDatabase({ url: made.url, poolSize, log: aLog() });
  return {
    db,
    url: made.url,
    async drop() {
      await db.close();
      await made.drop();
    },
  };
}

/** A database with nothing in it, for tests of the migrations themselves. */
export const anEmptyDatabase = (): Promise<TestDatabase> => make('template template0');

/** Runs statements as the one who made the database, past the product's door. */
export async function asOwner<Row extends object>(url: string, sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

async function make(how: string): Promise<TestDatabase> {
  const { url: serverUrl, run } = inject('postgres');
  const name = `vises_test_${run}_${randomBytes(4).toString('hex')}`;
  await asOwner(serverUrl, `create database ${name} ${how}`);
  return {
    url: databaseUrl(serverUrl, name),
    async drop() {
      await asOwner(serverUrl, `drop database if exists ${name} with (force)`);
    },
  };
}
