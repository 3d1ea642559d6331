import { sql } from 'kysely';
import type { Tx } from './database.ts';
import type { NetworkRole } from './desks.ts';

/** `alone`: the network of one structure that is in no other. */
export type NetworkKind = 'network' | 'alone';

export const networkRoles: readonly NetworkRole[] = ['animator', 'releaser', 'researcher', 'accompanier'];

/** A new network. Its id is chosen by the caller, who may have entered it already. */
export async function addNetwork(tx: Tx, network: { id: string; name: string; kind: NetworkKind }, now: Date): Promise<void> {
  await tx
    .insertInto('networks')
    .values({ ...network, created_at: now })
    .execute();
}

/** Whether any federation or the like is here yet. Holds the answer until the transaction ends, so that two first ones never come. */
export async function lockFirstNetwork(tx: Tx): Promise<{ isFirst: boolean }> {
  await sql`select pg_advisory_xact_lock(hashtext('vises first network'))`.execute(tx);
  return { isFirst: !(await hasNetwork(tx)) };
}

export async function hasNetwork(tx: Tx): Promise<boolean> {
  const row = await tx.selectFrom('networks').select('id').where('kind', '=', 'network').limit(1).executeTakeFirst();
  return row !== undefined;
}

/** The federations and the like that are here, by name. */
export async function listNetworks(tx: Tx): Promise<{ name: string; madeAt: Date }[]> {
  const rows = await tx
    .selectFrom('networks')
    .select(['name', 'created_at'])
    .where('kind', '=', 'network')
    .orderBy('name')
    .orderBy('created_at')
    .execute();
  return rows.map((row) => ({ name: row.name, madeAt: row.created_at }));
}

/** The ids of those with this name, however it is written in capitals, the oldest first. */
export async function findNetworks(tx: Tx, name: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from networks where kind = 'network' and lower(name) = lower(${name}) order by created_at, id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Gives somebody a role from now on. False when they have it already. The work is the network's. */
export async function addRole(tx: Tx, network: string, person: string, role: NetworkRole, now: Date): Promise<boolean> {
  const { rows } = await sql`
    insert into network_roles (network_id, person_id, role, from_at)
    select ${network}, ${person}, ${role}, ${now}
    where not exists (select from network_roles where network_id = ${network} and person_id = ${person} and role = ${role} and until_at is null)
    returning person_id`.execute(tx);
  return rows.length > 0;
}

/** Ends a role from this moment on; the row stays. False when there was none. */
export async function endRole(tx: Tx, network: string, person: string, role: NetworkRole, now: Date): Promise<boolean> {
  const ended = await tx
    .updateTable('network_roles')
    .set({ until_at: now })
    .where('network_id', '=', network)
    .where('person_id', '=', person)
    .where('role', '=', role)
    .where('until_at', 'is', null)
    .executeTakeFirst();
  return ended.numUpdatedRows > 0n;
}

export interface Colleague {
  person: string;
  name: string;
  role: NetworkRole;
}

/** Who has which role in a network now, by name; nobody's role changes until the transaction ends. The work is the network's. */
export async function lockRoles(tx: Tx, network: string): Promise<Colleague[]> {
  const rows = await tx
    .selectFrom('network_roles as r')
    .select(['r.person_id as person', 'r.role'])
    .where('r.network_id', '=', network)
    .where('r.until_at', 'is', null)
    .forUpdate()
    .execute();
  if (rows.length === 0) return [];
  const named = await tx
    .selectFrom('people')
    .select(['id', 'name'])
    .where(
      'id',
      'in',
      rows.map(({ person }) => person),
    )
    .execute();
  const names = new Map(named.map(({ id, name }) => [id, name]));
  return rows
    .map(({ person, role }) => ({ person, role: role as NetworkRole, name: names.get(person) ?? '' }))
    .sort((a, b) => a.name.localeCompare(b.name) || a.role.localeCompare(b.role) || (a.person < b.person ? -1 : 1));
}

export interface Cohort {
  id: string;
  name: string;
  /** How many structures are in it now. */
  structures: number;
}

/** A new cohort; a name that is there already gives that one. The work is the network's. */
export async function addCohort(tx: Tx, network: string, name: string, now: Date): Promise<{ isNew: boolean }> {
  const known = await tx
    .selectFrom('cohorts')
    .select('id')
    .where('network_id', '=', network)
    .where(sql`lower(name)`, '=', name.toLowerCase())
    .executeTakeFirst();
  if (known) return { isNew: false };
  await tx.insertInto('cohorts').values({ network_id: network, name, created_at: now }).execute();
  return { isNew: true };
}

export async function cohortsOf(tx: Tx, network: string): Promise<Cohort[]> {
  const { rows } = await sql<Cohort>`
    select c.id, c.name, (select count(*)::int from memberships m where m.cohort_id = c.id and m.until_at is null) as structures
    from cohorts c where c.network_id = ${network} order by c.created_at, c.name`.execute(tx);
  return rows;
}

export interface MemberStructure {
  name: string;
  territory: string;
  /** The cohort's name. */
  cohort?: string;
}

/** The structures that are in a network now: their names, and nothing they wrote. The work is the network's. */
export async function structuresOf(tx: Tx, network: string): Promise<MemberStructure[]> {
  const rows = await tx
    .selectFrom('memberships as m')
    .innerJoin('structures as s', 's.id', 'm.structure_id')
    .leftJoin('cohorts as c', 'c.id', 'm.cohort_id')
    .select(['s.name', 's.territory', 'c.name as cohort'])
    .where('m.network_id', '=', network)
    .where('m.until_at', 'is', null)
    .orderBy('c.name')
    .orderBy('s.territory')
    .orderBy('s.name')
    .execute();
  return rows.map(({ name, territory, cohort }) => ({ name, territory, ...(cohort !== null && { cohort }) }));
}

/** The teams that somebody accompanies for a network now, and the language of their channels. The work is the network's. */
export async function endAccompanimentsOf(
  tx: Tx,
  network: string,
  person: string,
  now: Date,
): Promise<{ structureId: string; channelId: string; language: string }[]> {
  const ended = await tx
    .updateTable('accompaniments')
    .set({ until_at: now })
    .where('network_id', '=', network)
    .where('person_id', '=', person)
    .where('until_at', 'is', null)
    .returning('structure_id')
    .execute();
  if (ended.length === 0) return [];
  const rows = await tx
    .selectFrom('channels')
    .select(['id', 'structure_id', 'language'])
    .where('kind', '=', 'team')
    .where('role', '=', 'home')
    .where(
      'structure_id',
      'in',
      ended.map(({ structure_id }) => structure_id),
    )
    .execute();
  return rows.flatMap(({ id, structure_id, language }) =>
    structure_id ? [{ structureId: structure_id, channelId: id, language }] : [],
  );
}
