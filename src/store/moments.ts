import { sql } from 'kysely';
import type { Tx } from './database.ts';

/** When the next pause ends: an evaluation's own, or the first of all. Asked as the operator. */
export async function nextPauseEnd(tx: Tx, evaluationId?: string): Promise<Date | undefined> {
  let asking = tx
    .selectFrom('evaluations')
    .select((the) => the.fn.min('paused_until').as('at'))
    .where('state', '=', sql.lit('paused'));
  if (evaluationId !== undefined) asking = asking.where('id', '=', evaluationId);
  return (await asking.executeTakeFirst())?.at ?? undefined;
}

/** The evaluations whose pause is over, some at once. Asked as the operator. */
export const pausesOver = (tx: Tx, now: Date): Promise<{ id: string; structure_id: string }[]> =>
  tx
    .selectFrom('evaluations')
    .select(['id', 'structure_id'])
    .where('state', '=', sql.lit('paused'))
    .where('paused_until', '<=', now)
    .limit(500)
    .execute();

/** When the nudges of an evaluation, or of any, are to be looked at next. Asked as the operator. */
export async function nextNudge(tx: Tx, evaluationId?: string): Promise<Date | undefined> {
  let asking = tx.selectFrom('nudge_plans').select((the) => the.fn.min('due_at').as('at'));
  if (evaluationId !== undefined) asking = asking.where('evaluation_id', '=', evaluationId);
  return (await asking.executeTakeFirst())?.at ?? undefined;
}

/** When the next message of a channel is due: those behind it wait for it. Asked as the dispatcher. */
export async function nextDelivery(tx: Tx, channelId: string): Promise<Date | undefined> {
  const row = await tx
    .selectFrom('outbox')
    .select('not_before as at')
    .where('channel_id', '=', channelId)
    .where('state', '=', sql.lit('pending'))
    .orderBy('priority')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row?.at ?? undefined;
}
