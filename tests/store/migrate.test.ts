import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrate } from '../../src/store/migrate.ts';
import { anEmptyDatabase, asOwner, type TestDatabase } from '../support/database.ts';
import { aLog } from '../support/log.ts';

let database: TestDatabase;
let folder: string;

beforeEach(async () => {
  database = await anEmptyDatabase();
  folder = await mkdtemp(join(tmpdir(), 'vises-migrations-'));
});

afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

/** Writes a migration that makes a table, and then does what `more` says. */
const aMigration = (file: string, table: string, more = '') =>
  writeFile(
    join(folder, file),
    `export async function up(db) { await db.schema.createTable('${table}').addColumn('n', 'integer').execute(); ${more} }`,
  );

const run = () => migrate({ url: database.url, log: aLog(), folder });

const tables = async (): Promise<string[]> => {
  const rows = await asOwner<{ tablename: string }>(
    database.url,
    `select tablename from pg_tables where schemaname = 'public' and tablename not like 'kysely%' order by 1`,
  );
  return rows.map((row) => row.tablename);
};

it('runs what the product ships, once', async () => {
  const shipped = () => migrate({ url: database.url, log: aLog() });
  expect((await shipped()).length).toBeGreaterThan(0);
  expect((await tables()).length).toBeGreaterThan(0);
  expect(await shipped()).toEqual([]);
});

it('runs migrations in the order of their names, and new ones later', async () => {
  await aMigration('0002_second.ts', 'second', `await db.schema.alterTable('first').addColumn('m', 'integer').execute();`);
  await aMigration('0001_first.ts', 'first');
  expect(await run()).toEqual(['0001_first', '0002_second']);
  await aMigration('0003_third.ts', 'third');
  expect(await run()).toEqual(['0003_third']);
  expect(await tables()).toEqual(['first', 'second', 'third']);
});

it('is done by one of several processes that start together', async () => {
  await aMigration('0001_first.ts', 'first', 'await new Promise((done) => setTimeout(done, 300));');
  expect((await Promise.all([run(), run(), run()])).flat()).toEqual(['0001_first']);
});

it('changes nothing when one of its steps fails, and says which', async () => {
  await aMigration('0001_first.ts', 'first');
  await aMigration('0002_second.ts', 'second', `throw new Error('no such luck');`);
  await expect(run()).rejects.toThrow('The migration 0002_second failed and changed nothing: no such luck');
  expect(await tables()).toEqual([]);
});

it('leaves alone a database that a newer version changed', async () => {
  await aMigration('0001_first.ts', 'first');
  await aMigration('0002_later.ts', 'later');
  await run();
  await rm(join(folder, '0002_later.ts'));
  await aMigration('0003_other.ts', 'other');
  await expect(run()).rejects.toThrow(/newer version of this program \(0002_later\)/);
  expect(await tables()).toEqual(['first', 'later']);
});

it.each(['1_first.ts', '0001-first.ts', '0001_first.js', 'notes.md'])(
  'does not pass over a file it cannot read as one: %s',
  async (file) => {
    await aMigration(file, 'first');
    await expect(run()).rejects.toThrow(`${file} is not a migration`);
  },
);

it('does not take a file without a step for a migration', async () => {
  await writeFile(join(folder, '0001_first.ts'), 'export async function down() {}');
  await expect(run()).rejects.toThrow('0001_first.ts is not a migration');
});
