import { sql } from 'kysely';
import type { Handover } from '../core/portfolio/handover.ts';
import { freeCalls } from './call-rows.ts';
import type { Tx } from './database.ts';

interface Row {
  id: string;
  structure_id: string;
  structure_name: string;
  from_person: string;
  from_name: string;
  to_person: string | null;
  words: string;
  calls: number;
  notes: number;
  expires_at: Date;
  accepted_at: Date | null;
  declined_at: Date | null;
  withdrawn_at: Date | null;
}

const columns = [
  'id',
  'structure_id',
  'structure_name',
  'from_person',
  'from_name',
  'to_person',
  'words',
  'calls',
  'notes',
  'expires_at',
  'accepted_at',
  'declined_at',
  'withdrawn_at',
] as const;

const stateOf = (row: Row): Handover['state'] => {
  if (row.accepted_at) return 'accepted';
  if (row.declined_at) return 'declined';
  return row.withdrawn_at ? 'withdrawn' : 'offered';
};

const handoverFrom = (row: Row): Handover => ({
  id: row.id,
  structureId: row.structure_id,
  team: row.structure_name,
  from: row.from_person,
  fromName: row.from_name,
  ...(row.to_person && { to: row.to_person }),
  words: row.words,
  calls: row.calls,
  notes: row.notes,
  expiresAt: row.expires_at,
  state: stateOf(row),
});

/** Offers a team to whoever types the code. An earlier offer of the same team by the same person is taken back. */
export async function offerHandover(tx: Tx, handover: Handover, codeHash: string, now: Date): Promise<void> {
  await tx
    .updateTable('handovers')
    .set({ withdrawn_at: now })
    .where('structure_id', '=', handover.structureId)
    .where('from_person', '=', handover.from)
    .where('accepted_at', 'is', null)
    .where('declined_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute();
  await tx
    .insertInto('handovers')
    .values({
      id: handover.id,
      structure_id: handover.structureId,
      structure_name: handover.team,
      from_person: handover.from,
      from_name: handover.fromName,
      code_hash: codeHash,
      words: handover.words,
      calls: handover.calls,
      notes: handover.notes,
      offered_at: now,
      expires_at: handover.expiresAt,
    })
    .execute();
}

/** The offer whose code was typed. Asked in routing; nothing else of the offers can be reached that way. */
export async function findHandoverByCode(tx: Tx, codeHash: string): Promise<Handover | undefined> {
  await sql`select set_config('vises.code', ${codeHash}, true)`.execute(tx);
  const row = await tx.selectFrom('handovers').select(columns).where('code_hash', '=', codeHash).executeTakeFirst();
  return row && handoverFrom(row);
}

/** Whoever types the code first is the one who may say yes. False when somebody else was. */
export async function claimHandover(tx: Tx, id: string, person: string): Promise<boolean> {
  const row = await tx
    .updateTable('handovers')
    .set({ to_person: person })
    .where('id', '=', id)
    .where((where) => where.or([where('to_person', 'is', null), where('to_person', '=', person)]))
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** An offer that the one who acts gave or was given, held until the transaction ends. */
export async function lockHandover(tx: Tx, id: string): Promise<Handover | undefined> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return undefined;
  const row = await tx.selectFrom('handovers').select(columns).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && handoverFrom(row);
}

/** The newest offer that waits for this person's yes. */
export async function offeredTo(tx: Tx, person: string, now: Date): Promise<Handover | undefined> {
  const row = await tx
    .selectFrom('handovers')
    .select(columns)
    .where('to_person', '=', person)
    .where('accepted_at', 'is', null)
    .where('declined_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('offered_at', 'desc')
    .executeTakeFirst();
  return row && handoverFrom(row);
}

export async function endHandover(tx: Tx, id: string, how: 'accepted' | 'declined' | 'withdrawn', now: Date): Promise<void> {
  await tx
    .updateTable('handovers')
    .set(how === 'accepted' ? { accepted_at: now } : how === 'declined' ? { declined_at: now } : { withdrawn_at: now })
    .where('id', '=', id)
    .execute();
}

/**
 * Makes another person the accompanier of a team, from now on and in the same network; what the first one had in hand is free for the
 * second. False when the first one no longer accompanied it. In the team's own work.
 */
export async function changeAccompanier(
  tx: Tx,
  { structureId, from, to }: { structureId: string; from: string; to: string },
  now: Date,
): Promise<boolean> {
  const ended = await tx
    .updateTable('accompaniments')
    .set({ until_at: now })
    .where('structure_id', '=', structureId)
    .where('person_id', '=', from)
    .where((where) => where.or([where('until_at', 'is', null), where('until_at', '>', now)]))
    .returning('network_id')
    .execute();
  if (ended.length === 0) return false;
  // The database's own clock may be a little behind ours: it begins at once for both.
  await sql`
    insert into accompaniments (structure_id, person_id, network_id, from_at)
    select ${structureId}, ${to}, ${ended[0]?.network_id ?? null}, least(${now}::timestamptz, now())
    where not exists (select from accompaniments where structure_id = ${structureId} and person_id = ${to} and until_at is null)`.execute(
    tx,
  );
  await freeCalls(tx, structureId, from);
  return true;
}
