import type { Fields } from '../core/incoming.ts';
import type { Tx } from './database.ts';
import { asJson } from './json.ts';

/** What was filled in of a start form so far, in a channel where nothing has begun. */
export async function findStart(tx: Tx, channelId: string): Promise<Fields | undefined> {
  const row = await tx.selectFrom('starts').select('fields').where('channel_id', '=', channelId).executeTakeFirst();
  return row && (row.fields as Fields);
}

export async function saveStart(tx: Tx, channelId: string, user: string, fields: Fields, now: Date): Promise<void> {
  await tx
    .insertInto('starts')
    .values({ channel_id: channelId, by_user: user, fields: asJson(fields), at: now })
    .onConflict((conflict) => conflict.column('channel_id').doUpdateSet({ fields: asJson(fields), at: now, by_user: user }))
    .execute();
}

export async function dropStart(tx: Tx, channelId: string): Promise<void> {
  await tx.deleteFrom('starts').where('channel_id', '=', channelId).execute();
}
