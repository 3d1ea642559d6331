import { type Claim, claimDue, type ClaimOptions, type Claimed } from '../../src/store/outbox-claims.ts';
import type { Outcome } from '../../src/store/outbox-outcomes.ts';
import type { Db } from '../../src/store/database.ts';
import { asOwner } from './database.ts';
import { asDispatcher } from './outbox.ts';

/** Claims as a dispatcher with time and room enough. */
export const claimFor = (db: Db, over: Partial<ClaimOptions> & { now: Date }): Promise<Claim> =>
  asDispatcher(db, (tx) => claimDue(tx, { by: 'me', leaseMs: 60_000, lanes: 100, lanesPerWorkspace: 100, ...over }));

export const textOf = (row: Claimed): string => (row.message.blocks[0]?.type === 'text' ? row.message.blocks[0].text : '');
export const textsOf = ({ lanes }: Claim): string[][] => lanes.map((lane) => lane.map(textOf));

export const sent = (row: Claimed, message: string): Outcome => ({ row, was: 'sent', message, update: row.update });
export const failed = (row: Claimed, move: Extract<Outcome, { was: 'failed' }>['move']): Outcome => ({
  row,
  was: 'failed',
  move,
  failure: 'refused',
});

export function only<Item>(items: readonly Item[]): Item {
  const [item] = items;
  if (items.length !== 1 || item === undefined) throw new Error(`One was expected, there are ${items.length}.`);
  return item;
}

/** Whatever is being sent arrives. */
export const allArrive = (url: string): Promise<object[]> =>
  asOwner(url, `update outbox set state = 'sent' where state = 'sending'`);

/** What the companion said in a channel, as it is kept. */
export const saidIn = (db: Db, { channelId }: { channelId: string }) =>
  asDispatcher(db, (tx) =>
    tx.selectFrom('said').selectAll().where('channel_id', '=', channelId).orderBy('message_ref').execute(),
  );
