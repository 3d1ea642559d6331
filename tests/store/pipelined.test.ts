import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Tx, withAccess } from '../../src/store/database.ts';
import { sendAlong } from '../../src/store/pipelined.ts';
import { aDatabase, asOwner } from '../support/database.ts';

let database: Awaited<ReturnType<typeof aDatabase>>;
beforeAll(async () => {
  database = await aDatabase({ poolSize: 1 });
  await asOwner(database.url, 'create table probe (n int primary key)');
});
beforeEach(() => asOwner(database.url, 'truncate probe'));
afterAll(() => database.drop());

const inside = <Result>(work: (tx: Tx) => Promise<Result>) => withAccess(database.db, { kind: 'routing' }, work);
const add = (tx: Tx, n: number) => sendAlong(() => sql`insert into probe values (${n}) returning n`.execute(tx));
const stored = async (): Promise<number[]> =>
  (await asOwner<{ n: number }>(database.url, 'select n from probe order by n')).map(({ n }) => n);

describe('a statement that is sent along', () => {
  it('is done before the next one, in order', async () => {
    const seen = await inside(async (tx) => {
      await add(tx, 1);
      await add(tx, 2);
      return (await sql<{ n: number }>`select n from probe order by n`.execute(tx)).rows;
    });
    expect(seen).toEqual([{ n: 1 }, { n: 2 }]);
  });

  it('is committed when nothing follows', async () => {
    await inside((tx) => add(tx, 3));
    expect(await stored()).toEqual([3]);
  });

  it('gives its result once a later one was waited for', async () => {
    const rows = await inside(async (tx) => {
      const added = await add(tx, 4);
      await sql`select 1`.execute(tx);
      return (await added.result()).rows;
    });
    expect(rows).toEqual([{ n: 4 }]);
  });

  it('that fails undoes everything, with its own error and not those it caused', async () => {
    await expect(
      inside(async (tx) => {
        await add(tx, 5);
        await add(tx, 5);
        await sql`select 1`.execute(tx);
      }),
    ).rejects.toMatchObject({ code: '23505' });
    expect(await stored()).toEqual([]);
  });

  it('that fails last of all is heard at the commit', async () => {
    await expect(
      inside(async (tx) => {
        await sql`select 1`.execute(tx);
        await add(tx, 6);
        await add(tx, 6);
      }),
    ).rejects.toMatchObject({ code: '23505' });
    expect(await stored()).toEqual([]);
  });

  it('is undone with work that throws, and the connection goes on', async () => {
    const broken = inside(async (tx) => {
      await add(tx, 7);
      await add(tx, 7);
      throw new Error('the work itself failed');
    });
    await expect(broken).rejects.toThrow('the work itself failed');
    await inside((tx) => add(tx, 8));
    expect(await stored()).toEqual([8]);
  });

  it('keeps each of many units of work to itself', async () => {
    await Promise.all(Array.from({ length: 50 }, (_, n) => inside((tx) => add(tx, n)).catch(() => {})));
    expect(await stored()).toHaveLength(50);
  });
});
