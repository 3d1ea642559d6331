import { sql } from 'kysely';
import type { Tx } from './database.ts';
import { addNetwork, type NetworkKind } from './networks.ts';

/** A network that a structure is in now. */
export interface Belonging {
  network: string;
  name: string;
  kind: NetworkKind;
  /** The cohort's name. */
  cohort?: string;
}

/** The networks that a structure is in now, those it shares with others first. The work is the structure's. */
export async function networksOf(tx: Tx, structureId: string): Promise<Belonging[]> {
  const rows = await tx
    .selectFrom('memberships as m')
    .innerJoin('networks as n', 'n.id', 'm.network_id')
    .leftJoin('cohorts as c', 'c.id', 'm.cohort_id')
    .select(['n.id as network', 'n.name', 'n.kind', 'c.name as cohort'])
    .where('m.structure_id', '=', structureId)
    .where('m.until_at', 'is', null)
    .orderBy('n.kind', 'desc')
    .orderBy('m.from_at')
    .execute();
  return rows.map(({ network, name, kind, cohort }) => ({
    network,
    name,
    kind: kind as NetworkKind,
    ...(cohort !== null && { cohort }),
  }));
}

/**
 * A structure is in a network and a cohort from now on. A network of its own alone ends with that; another cohort of the same network is
 * changed for this one. False when it was there already. The work is the structure's.
 */
export async function joinNetwork(
  tx: Tx,
  structureId: string,
  { network, cohort }: { network: string; cohort?: string | undefined },
  now: Date,
): Promise<boolean> {
  const there = await tx
    .selectFrom('memberships')
    .select(['id', 'cohort_id'])
    .where('structure_id', '=', structureId)
    .where('network_id', '=', network)
    .where('until_at', 'is', null)
    .executeTakeFirst();
  if (there && (cohort === undefined || there.cohort_id === cohort)) return false;
  await sql`
    update memberships set until_at = ${now}
    where structure_id = ${structureId} and until_at is null
      and (network_id = ${network} or network_id in (select id from networks where kind = 'alone'))`.execute(tx);
  await tx
    .insertInto('memberships')
    .values({ structure_id: structureId, network_id: network, cohort_id: cohort ?? null, from_at: now })
    .execute();
  return true;
}

/** A structure that is in no network has one of its own. The work is the structure's. */
export async function giveOwnNetwork(
  tx: Tx,
  structure: { id: string; name: string },
  newId: () => string,
  now: Date,
): Promise<void> {
  const earlier = await tx
    .selectFrom('memberships as m')
    .innerJoin('networks as n', 'n.id', 'm.network_id')
    .select('n.id')
    .where('m.structure_id', '=', structure.id)
    .where('n.kind', '=', 'alone')
    .executeTakeFirst();
  const id = earlier?.id ?? newId();
  if (!earlier) await addNetwork(tx, { id, name: structure.name, kind: 'alone' }, now);
  await tx.insertInto('memberships').values({ structure_id: structure.id, network_id: id, from_at: now }).execute();
}

/** From now on the structure is no longer in a network; the row stays. False when it was not in it. */
export async function leaveNetwork(tx: Tx, structureId: string, network: string, now: Date): Promise<boolean> {
  const left = await tx
    .updateTable('memberships')
    .set({ until_at: now })
    .where('structure_id', '=', structureId)
    .where('network_id', '=', network)
    .where('until_at', 'is', null)
    .executeTakeFirst();
  return left.numUpdatedRows > 0n;
}

export interface Accompanier {
  person: string;
  name: string;
}

/** Who accompanies a structure now. The work is the structure's. */
export async function accompaniersOf(tx: Tx, structureId: string): Promise<Accompanier[]> {
  const rows = await tx
    .selectFrom('accompaniments as a')
    .innerJoin('people as p', 'p.id', 'a.person_id')
    .select(['a.person_id as person', 'p.name'])
    .where('a.structure_id', '=', structureId)
    .where('a.until_at', 'is', null)
    .orderBy('a.from_at')
    .execute();
  return [...new Map(rows.map((row) => [row.person, row])).values()];
}

/** Somebody accompanies a structure from now on. False when they do already. The work is the structure's. */
export async function accompany(
  tx: Tx,
  structureId: string,
  person: string,
  network: string | undefined,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    insert into accompaniments (structure_id, person_id, network_id, from_at)
    select ${structureId}, ${person}, ${network ?? null}, ${now}
    where not exists (select from accompaniments where structure_id = ${structureId} and person_id = ${person} and until_at is null)
    returning id`.execute(tx);
  return rows.length > 0;
}

/** Ends what binds a structure to those who accompany it for a network, or to one of them. Gives who they were. */
export async function endAccompaniments(
  tx: Tx,
  structureId: string,
  of: { network: string } | { person: string },
  now: Date,
): Promise<string[]> {
  let ending = tx
    .updateTable('accompaniments')
    .set({ until_at: now })
    .where('structure_id', '=', structureId)
    .where('until_at', 'is', null);
  ending = 'network' in of ? ending.where('network_id', '=', of.network) : ending.where('person_id', '=', of.person);
  const rows = await ending.returning('person_id').execute();
  return [...new Set(rows.map(({ person_id }) => person_id))];
}

/** Who ended accompanying whom, while what stands at their desk has not been seen to. Asked as the operator. */
export async function leftDesks(tx: Tx, now: Date): Promise<{ structureId: string; person: string }[]> {
  const rows = await tx
    .selectFrom('accompaniments')
    .select(['structure_id', 'person_id'])
    .distinct()
    .where('until_at', '<=', now)
    .where('desk_left_at', 'is', null)
    .limit(200)
    .execute();
  return rows.map((row) => ({ structureId: row.structure_id, person: row.person_id }));
}

/** What stood at their desk of this structure has been seen to. The work is the structure's. */
export async function markDeskLeft(tx: Tx, structureId: string, person: string, now: Date): Promise<void> {
  await tx
    .updateTable('accompaniments')
    .set({ desk_left_at: now })
    .where('structure_id', '=', structureId)
    .where('person_id', '=', person)
    .where('until_at', '<=', now)
    .where('desk_left_at', 'is', null)
    .execute();
}

/** Who animates a network that the structure is or was in. The work is the structure's. */
export async function animatorsOf(tx: Tx, network: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('network_roles')
    .select('person_id')
    .distinct()
    .where('network_id', '=', network)
    .where('role', '=', 'animator')
    .where('until_at', 'is', null)
    .execute();
  return rows.map(({ person_id }) => person_id);
}
