import { sql } from 'kysely';
import type { Tx } from './database.ts';

/** So many rows in one transaction: a long absence is made up for in short steps. */
const atOnce = 5000;

/**
 * Keys of deliveries that were seen before this; the key of a message itself (`message:…`) stays for ever. Gives back how many went,
 * at most a step's worth.
 */
export async function forgetEventKeys(tx: Tx, before: Date): Promise<number> {
  return gone(
    await sql`
      delete from event_keys where key in (
        select key from event_keys where seen_at < ${before} and key not like 'message:%' limit ${atOnce})`.execute(tx),
  );
}

/** Deliveries that failed for a fault of ours, with their payload. Access: operator. */
export async function forgetParkedDeliveries(tx: Tx, before: Date): Promise<number> {
  return gone(
    await sql`
      delete from parked_deliveries where id in (select id from parked_deliveries where at < ${before} limit ${atOnce})`.execute(
      tx,
    ),
  );
}

/** What was asked of a person and never answered, with the words it was about. Access: the structures. */
export async function forgetPendings(tx: Tx, before: Date): Promise<number> {
  return gone(
    await sql`delete from pendings where id in (select id from pendings where added_at < ${before} limit ${atOnce})`.execute(tx),
  );
}

/** Messages that reached their end before this. The ledger of a broadcast stays. Access: dispatcher. */
export async function forgetDeliveries(tx: Tx, before: Date): Promise<number> {
  return gone(
    await sql`
      delete from outbox where id in (
        select id from outbox
        where done_at < ${before} and broadcast_id is null and state not in ('pending', 'sending', 'parked') limit ${atOnce})`.execute(
      tx,
    ),
  );
}

/** Files that the companion made and whose time ended before this. Access: dispatcher. */
export async function forgetMadeFiles(tx: Tx, before: Date): Promise<number> {
  return gone(
    await sql`delete from made_files where id in (select id from made_files where until_at < ${before} limit ${atOnce})`.execute(
      tx,
    ),
  );
}

/** Buckets nobody took from since: they are full, which is what a missing one is. Access: dispatcher. */
export async function forgetPaces(tx: Tx, before: Date): Promise<number> {
  return gone(
    await sql`
      delete from paces where scope in (
        select scope from paces where refilled_at < ${before} and coalesce(blocked_until, refilled_at) < ${before}
        limit ${atOnce} for update skip locked)`.execute(tx),
  );
}

/** Every structure with an evaluation. Access: operator. */
export async function structuresWithEvaluations(tx: Tx): Promise<string[]> {
  const rows = await tx.selectFrom('evaluations').select('structure_id').distinct().orderBy('structure_id').execute();
  return rows.map((row) => row.structure_id);
}

const gone = (result: { numAffectedRows?: bigint }): number => Number(result.numAffectedRows ?? 0n);
