import { sql } from 'kysely';
import type { Tx } from './database.ts';

/** Whose broadcast a team was sent; nothing when it was not. Access: the structure. */
export async function tipOfTeam(tx: Tx, broadcast: string, structureId: string): Promise<{ network: string } | undefined> {
  if (!/^[0-9a-f-]{36}$/i.test(broadcast)) return undefined;
  return tx
    .selectFrom('broadcast_rows')
    .select('network_id as network')
    .where('broadcast_id', '=', broadcast)
    .where('structure_id', '=', structureId)
    .executeTakeFirst();
}

/** What one person thinks of it; their last word counts. Access: the structure. */
export async function addFeedback(
  tx: Tx,
  of: { broadcast: string; network: string; structureId: string; person: string; verdict: 'useful' | 'not-for-us' },
  now: Date,
): Promise<void> {
  await tx
    .insertInto('feedbacks')
    .values({
      broadcast_id: of.broadcast,
      network_id: of.network,
      structure_id: of.structureId,
      person_id: of.person,
      verdict: of.verdict,
      at: now,
    })
    .onConflict((conflict) => conflict.columns(['broadcast_id', 'person_id']).doUpdateSet({ verdict: of.verdict, at: now }))
    .execute();
}

/** The team wants nothing more of this network. Again changes nothing. Access: the structure. */
export async function optOut(tx: Tx, of: { structureId: string; network: string; person: string }, now: Date): Promise<void> {
  await tx
    .insertInto('opt_outs')
    .values({ structure_id: of.structureId, network_id: of.network, person_id: of.person, at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function optIn(tx: Tx, of: { structureId: string; network: string }): Promise<void> {
  await tx.deleteFrom('opt_outs').where('structure_id', '=', of.structureId).where('network_id', '=', of.network).execute();
}

/** A message of which nobody knew whether it arrived has arrived. Access: the structure. */
export async function noteArrived(tx: Tx, broadcast: string, channelId: string, now: Date): Promise<void> {
  await sql`
    update outbox set state = 'sent', done_at = ${now}, failure = null
    where broadcast_id = ${broadcast} and channel_id = ${channelId} and state = 'ambiguous'`.execute(tx);
}
