import { expect, inject, it } from 'vitest';
import { benchBroadcast } from '../../bench/broadcast.ts';

it('ends every row of a broadcast, once, through processes that are killed at platforms that throttle and fail', async () => {
  const figures = await benchBroadcast({
    channels: 200,
    workspaces: 20,
    heavy: [50, 50, 50],
    quietMs: 1000,
    killEveryMs: 5000,
    databaseUrl: inject('postgres').url,
  });
  expect(figures.addsUp).toBe(true);
  expect(figures.twice).toBe(0);
  expect(figures.unfinished).toBe(0);
  expect(figures.ledger).toMatchObject({ audience: 200, pending: 0, excluded: 0, cancelled: 0 });
  expect(figures.ledger['unknown']).toBeGreaterThanOrEqual(8);
  expect(figures.ledger['failed']).toBeGreaterThanOrEqual(5);
  expect(figures.kills).toBeGreaterThanOrEqual(1);
  // Whatever we send, nobody has to tell us to wait.
  expect(figures.refused).toBe(0);
}, 240_000);
