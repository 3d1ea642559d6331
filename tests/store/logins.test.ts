import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase, withAccess } from '../../src/store/database.ts';
import { type Embedded, openEmbedded } from '../../src/store/embedded.ts';
import { migrate } from '../../src/store/migrate.ts';
import { asOwner } from '../support/database.ts';
import { aFolder } from '../support/embedded.ts';
import { aLog } from '../support/log.ts';

/** A server of one's own: who may log in, and as what, belongs to the whole server. */
let folder: Awaited<ReturnType<typeof aFolder>>;
let server: Embedded;

const ours = '11111111-1111-4111-8111-111111111111';
const theirs = '22222222-2222-4222-8222-222222222222';

beforeAll(async () => {
  folder = await aFolder();
  server = await openEmbedded({ dataDir: folder.path, log: aLog(), durable: false });
});

afterAll(async () => {
  await server.stop();
  await folder.remove();
});

/** A login, and a database it owns; the address under which it comes. */
async function aLogin(name: string, attributes: string): Promise<string> {
  await asOwner(server.url, `create role ${name} login ${attributes}`);
  await asOwner(server.url, `create database ${name} owner ${name}`);
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  url.searchParams.set('user', name);
  return url.href;
}

/** A table with a row of two teams, where policies hold everybody but whom the database lets pass. */
const addProbe = (url: string, forced: boolean) =>
  asOwner(
    url,
    `create table probe (structure_id uuid not null, n int not null);
     insert into probe values ('${ours}', 1), ('${theirs}', 2);
     alter table probe enable row level security;
     ${forced ? 'alter table probe force row level security;' : ''}
     create policy own on probe using (structure_id = any (nullif(current_setting('vises.structures', true), '')::uuid[]))`,
  );

/** Who works there, and what a query without any filter gives them. */
async function unfiltered(url: string): Promise<{ works: string; sees: number[] }> {
  const db = await openDatabase({ url, log: aLog() });
  try {
    return await withAccess(db, { kind: 'structure', structures: [ours] }, async (tx) => {
      const { rows } = await sql<{ works: string; n: number }>`select current_user as works, n from probe`.execute(tx);
      return { works: rows[0]?.works ?? '', sees: rows.map((row) => row.n) };
    });
  } finally {
    await db.close();
  }
}

it('a login that may not make roles is held by the forced row security itself', async () => {
  const url = await aLogin('plain_owner', '');
  await migrate({ url, log: aLog() });
  await addProbe(url, true);
  expect(await unfiltered(url)).toEqual({ works: 'plain_owner', sees: [1] });
});

it('a login that would pass and has no role to take is turned away', async () => {
  const url = await aLogin('passing_owner', 'bypassrls');
  await migrate({ url, log: aLog() });
  await expect(openDatabase({ url, log: aLog() })).rejects.toThrow(
    /passes over row security, and the role vises_app is missing: run npm run migrate/,
  );
});

it('an owner whose tables do not force row security is turned away too', async () => {
  const url = await aLogin('unforced_owner', '');
  await migrate({ url, log: aLog() });
  await addProbe(url, false);
  await expect(openDatabase({ url, log: aLog() })).rejects.toThrow(/passes over row security/);
});

it('a login that may make roles makes the one without bypass, and takes it where it would pass', async () => {
  const url = await aLogin('making_owner', 'createrole');
  await migrate({ url, log: aLog() });
  await addProbe(url, false);
  expect(await unfiltered(url)).toEqual({ works: 'vises_app', sees: [1] });
});

it('a superuser takes the role, also for what was there before it and what comes after', async () => {
  await asOwner(server.url, 'create table older (n int); insert into older values (1)');
  await migrate({ url: server.url, log: aLog() });
  await addProbe(server.url, false);
  await asOwner(
    server.url,
    'create schema later; create table later.thing (n bigserial); insert into later.thing default values',
  );
  expect(await unfiltered(server.url)).toEqual({ works: 'vises_app', sees: [1] });
  const db = await openDatabase({ url: server.url, log: aLog() });
  await withAccess(db, { kind: 'operator' }, async (tx) => {
    await sql`insert into later.thing default values`.execute(tx);
    await sql`update older set n = 2`.execute(tx);
  });
  const touched = withAccess(db, { kind: 'operator' }, (tx) => sql`delete from kysely_migration`.execute(tx));
  await expect(touched).rejects.toThrow(/permission denied/);
  await db.close();
});

it('a login that was given no part in the role is turned away, or held', async () => {
  const url = await aLogin('late_passing_owner', 'bypassrls');
  await migrate({ url, log: aLog() });
  await expect(openDatabase({ url, log: aLog() })).rejects.toThrow(/it is not a member of the role vises_app/);
  await asOwner(server.url, 'grant vises_app to late_passing_owner');
  await migrate({ url, log: aLog() });
  await addProbe(url, true);
  expect(await unfiltered(url)).toEqual({ works: 'vises_app', sees: [1] });
});

it('a unit of work that cannot take the role gives its connection back unharmed', async () => {
  const url = new URL(server.url);
  url.pathname = '/late_passing_owner';
  url.searchParams.set('user', 'late_passing_owner');
  const db = await openDatabase({ url: url.href, poolSize: 1, log: aLog() });
  const work = () => withAccess(db, { kind: 'operator' }, (tx) => sql`select 1`.execute(tx));
  await asOwner(server.url, 'revoke vises_app from late_passing_owner');
  await expect(work()).rejects.toThrow(/permission denied/);
  await asOwner(server.url, 'grant vises_app to late_passing_owner');
  expect((await work()).rows).toHaveLength(1);
  await db.close();
});

it('the role is not taken once somebody let it pass as well', async () => {
  await asOwner(server.url, 'alter role vises_app bypassrls');
  await expect(openDatabase({ url: server.url, log: aLog() })).rejects.toThrow(/so does the role vises_app/);
  await asOwner(server.url, 'alter role vises_app nobypassrls');
});
