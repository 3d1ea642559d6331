import { Socket } from 'node:net';
import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Access, enter, openDatabase, type Tx, withAccess } from '../../src/store/database.ts';
import { aDatabase, asOwner } from '../support/database.ts';
import { aLog } from '../support/log.ts';

const ours = '11111111-1111-4111-8111-111111111111';
const theirs = '22222222-2222-4222-8222-222222222222';
const person = '33333333-3333-4333-8333-333333333333';

let database: Awaited<ReturnType<typeof aDatabase>>;

beforeAll(async () => {
  database = await aDatabase();
  await asOwner(
    database.url,
    `create table probe (structure_id uuid not null, n int primary key);
     alter table probe enable row level security;
     alter table probe force row level security;
     create policy own on probe using (current_setting('vises.access', true) = 'structure'
       and structure_id = any (nullif(current_setting('vises.structures', true), '')::uuid[]))`,
  );
});

beforeEach(async () => {
  await asOwner(database.url, 'truncate probe');
  await inside({ kind: 'structure', structures: [ours, theirs] }, (tx) =>
    sql`insert into probe values (${ours}, 1), (${theirs}, 2)`.execute(tx),
  );
});

afterAll(() => database.drop());

const inside = <Result>(access: Access, work: (tx: Tx) => Promise<Result>) => withAccess(database.db, access, work);

const everything = async (tx: Tx): Promise<number[]> =>
  (await sql<{ n: number }>`select n from probe order by n`.execute(tx)).rows.map((row) => row.n);

describe('a unit of work', () => {
  it('that forgets to filter sees the rows of the teams it named, and no other', async () => {
    expect(await inside({ kind: 'structure', structures: [ours] }, everything)).toEqual([1]);
    expect(await inside({ kind: 'structure', structures: [ours, theirs] }, everything)).toEqual([1, 2]);
    expect(await inside({ kind: 'structure', structures: [] }, everything)).toEqual([]);
  });

  it.each<Access>([
    { kind: 'routing' },
    { kind: 'portfolio', person, structures: [ours] },
    { kind: 'network', network: theirs },
    { kind: 'dispatcher' },
    { kind: 'operator' },
  ])('of another kind sees nothing of a team: $kind', async (access) => {
    expect(await inside(access, everything)).toEqual([]);
  });

  it('never has its statements compiled, which takes longer than they do', async () => {
    const jit = (tx: Tx) => sql<{ jit: string }>`select current_setting('jit') as jit`.execute(tx);
    expect((await inside({ kind: 'structure', structures: [ours] }, jit)).rows).toEqual([{ jit: 'off' }]);
  });

  it('cannot change, remove or add rows of another team', async () => {
    const access: Access = { kind: 'structure', structures: [ours] };
    await inside(access, (tx) => sql`update probe set n = n + 10`.execute(tx));
    await inside(access, (tx) => sql`delete from probe where structure_id = ${theirs}`.execute(tx));
    expect(await inside({ kind: 'structure', structures: [ours, theirs] }, everything)).toEqual([2, 11]);
    await expect(inside(access, (tx) => sql`insert into probe values (${theirs}, 3)`.execute(tx))).rejects.toThrow(
      /row-level security/,
    );
  });

  it('runs under a login or a role that row security holds', async () => {
    const { rows } = await inside({ kind: 'operator' }, (tx) =>
      sql`select rolsuper or rolbypassrls as passes from pg_roles where rolname = current_user`.execute(tx),
    );
    expect(rows).toEqual([{ passes: false }]);
  });

  it('leaves nothing of its access to the next one on the same connection', async () => {
    const db = await openDatabase({ url: database.url, poolSize: 1, log: aLog() });
    const settings = (tx: Tx) =>
      sql`select current_setting('vises.access') as access, current_setting('vises.structures') as structures,
        current_setting('vises.person') as person, current_setting('vises.network') as network, pg_backend_pid() as connection`.execute(
        tx,
      );
    const first = await withAccess(db, { kind: 'portfolio', person, structures: [ours, theirs] }, settings);
    const second = await withAccess(db, { kind: 'network', network: theirs }, settings);
    const connection = expect.any(Number);
    expect(first.rows).toEqual([{ access: 'portfolio', structures: `{${ours},${theirs}}`, person, network: '', connection }]);
    expect(second.rows).toEqual([{ access: 'network', structures: '', person: '', network: theirs, connection }]);
    expect(second.rows[0]).toHaveProperty('connection', Object(first.rows[0]).connection);
    await db.close();
  });

  it('is undone when it fails', async () => {
    const work = inside({ kind: 'structure', structures: [ours] }, async (tx) => {
      await sql`insert into probe values (${ours}, 5)`.execute(tx);
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await inside({ kind: 'structure', structures: [ours] }, everything)).toEqual([1]);
  });

  it('names teams by uuid and by nothing else', async () => {
    const work = vi.fn<() => Promise<void>>();
    const access: Access = { kind: 'structure', structures: [`${ours}', true), set_config('vises.access', 'operator`] };
    await expect(inside(access, work)).rejects.toThrow('by uuid');
    await expect(inside({ kind: 'portfolio', person: '', structures: [] }, work)).rejects.toThrow('by uuid');
    expect(work).not.toHaveBeenCalled();
  });

  it('is opened by what it does first, and waits for two answers: of its statement and of the commit', async () => {
    await inside({ kind: 'routing' }, everything);
    const asked = vi.spyOn(Client.prototype, 'query');
    const left = [vi.spyOn(Socket.prototype, '_write'), vi.spyOn(Socket.prototype, '_writev')];
    await inside({ kind: 'structure', structures: [ours] }, everything);
    expect(asked).toHaveBeenCalledTimes(3);
    expect(left.flatMap(({ mock }): unknown[] => mock.calls)).toHaveLength(2);
    vi.restoreAllMocks();
  });
});

describe('routing', () => {
  it('goes on as the team it found, in the same transaction', async () => {
    const seen = await inside({ kind: 'routing' }, async (tx) => {
      const before = await everything(tx);
      await enter(tx, { kind: 'structure', structures: [ours] });
      return [before, await everything(tx)];
    });
    expect(seen).toEqual([[], [1]]);
  });

  it('is left once, and only from routing', async () => {
    const twice = inside({ kind: 'routing' }, async (tx) => {
      await enter(tx, { kind: 'structure', structures: [ours] });
      await enter(tx, { kind: 'structure', structures: [theirs] });
    });
    await expect(twice).rejects.toThrow('began as routing');
    for (const access of [
      { kind: 'dispatcher' },
      { kind: 'operator' },
      { kind: 'structure', structures: [ours] },
    ] satisfies Access[]) {
      const work = inside(access, (tx) => enter(tx, { kind: 'structure', structures: [theirs] }));
      await expect(work).rejects.toThrow('began as routing');
    }
  });
});

describe('work that loses against another transaction', () => {
  /** Two units that take the same two rows in opposite order, each waiting until the other has its first. */
  const collide = (retries: number): Promise<PromiseSettledResult<void>[]> => {
    const access: Access = { kind: 'structure', structures: [ours, theirs] };
    const both = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const;
    const unit = (rows: readonly [number, number], mine: 0 | 1, other: 0 | 1) =>
      withAccess(
        database.db,
        access,
        async (tx) => {
          await sql`select from probe where n = ${rows[0]} for update`.execute(tx);
          both[mine].resolve();
          await both[other].promise;
          await sql`select from probe where n = ${rows[1]} for update`.execute(tx);
        },
        { retries },
      );
    return Promise.allSettled([unit([1, 2], 0, 1), unit([2, 1], 1, 0)]);
  };

  it('is done again when its caller says so', async () => {
    expect((await collide(3)).map((end) => end.status)).toEqual(['fulfilled', 'fulfilled']);
  });

  it('fails when its caller does not', async () => {
    const ends = await collide(0);
    expect(ends.map((end) => end.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(ends.find((end) => end.status === 'rejected')?.reason).toMatchObject({ code: '40P01' });
  });
});

describe('the database', () => {
  it('gives numbers, days and moments as the store wants them', async () => {
    const { rows } = await inside({ kind: 'operator' }, (tx) =>
      sql`select 9007199254740991::int8 as n, '{1,null}'::int8[] as ns, '2026-11-22'::date as day, '{2026-11-22}'::date[] as days,
        '2026-11-22T10:00:00Z'::timestamptz as at`.execute(tx),
    );
    const at = new Date('2026-11-22T10:00:00Z');
    expect(rows).toEqual([{ n: 9_007_199_254_740_991, ns: [1, null], day: '2026-11-22', days: ['2026-11-22'], at }]);
    await expect(inside({ kind: 'operator' }, (tx) => sql`select 9007199254740993::int8`.execute(tx))).rejects.toThrow(
      RangeError,
    );
  });

  it('ends what hangs, and says whose connection it is', async () => {
    const { rows } = await inside({ kind: 'operator' }, (tx) =>
      sql`select current_setting('statement_timeout') as statement, current_setting('idle_in_transaction_session_timeout') as idle,
        current_setting('application_name') as name`.execute(tx),
    );
    expect(rows).toEqual([{ statement: '30s', idle: '1min', name: 'compagnon-vises' }]);
  });

  it('goes on after its connections were cut', async () => {
    await database.db.ping();
    await asOwner(
      database.url,
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    await expect.poll(() => database.db.ping().then(() => 'answers', String)).toBe('answers');
    expect(await inside({ kind: 'structure', structures: [ours] }, everything)).toEqual([1]);
  });

  it.each([
    ['is not there', (url: URL) => (url.pathname = '/vises_test_nowhere'), /no database vises_test_nowhere.*createdb/],
    [
      'has no server',
      (url: URL) => url.searchParams.set('port', '1'),
      /cannot be reached \((ECONNREFUSED|ENOENT)\): is the server running/,
    ],
  ])('says what to do when it %s', async (_, change, words) => {
    const url = new URL(database.url);
    change(url);
    await expect(openDatabase({ url: url.href, log: aLog() })).rejects.toThrow(words);
  });

  it('keeps the password out of its complaints', async () => {
    const error = await openDatabase({ url: 'postgres://me:hush@127.0.0.1:1/vises', log: aLog() }).catch(
      (error: unknown) => error,
    );
    expect(String(error)).toContain('127.0.0.1:1');
    expect(JSON.stringify([String(error), Object(error).cause])).not.toContain('hush');
  });
});
