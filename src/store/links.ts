import { sql } from 'kysely';
import type { PlatformName } from '../core/incoming.ts';
import { enter, type Tx } from './database.ts';
import { asJson } from './json.ts';
import type { User } from './people.ts';

/** An account of a person, as it is told to them. */
export interface Account {
  user: User;
  /** Whoever arrived with it. */
  own: string;
  name: string;
  /** What its workspace is called, where that is known. */
  place?: string;
}

/** What came along with a link, to go back when it is undone: structures, and evaluations for who carries or relays. */
interface Carried {
  members: string[];
  ended: string[];
  accompaniments: string[];
  closed: string[];
  carrier: string[];
  relay: string[];
  desk?: true;
}

/** Links and partings come one after the other: two that cross would make a ring. Access: routing. */
export async function lockLinks(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('links', 0))`.execute(tx);
}

/** Who a user is today; nothing when they are not known. */
export async function personOf(tx: Tx, { platform, workspace, user }: User): Promise<string | undefined> {
  const row = await tx
    .selectFrom('identities')
    .select('person_id')
    .where('platform', '=', platform)
    .where('workspace', '=', workspace)
    .where('user_key', '=', user)
    .executeTakeFirst();
  return row?.person_id;
}

/** Every account of a person, the first one first. Access: routing. */
export async function accountsOf(tx: Tx, person: string): Promise<Account[]> {
  const rows = await tx
    .selectFrom('identities as i')
    .leftJoin('workspaces as w', (join) => join.onRef('w.platform', '=', 'i.platform').onRef('w.key', '=', 'i.workspace'))
    .select(['i.platform', 'i.workspace', 'i.user_key', 'i.own_person_id', 'w.name as place'])
    .where('i.person_id', '=', person)
    .orderBy('i.linked_at')
    .orderBy('i.user_key')
    .execute();
  const accounts: Account[] = [];
  for (const row of rows) {
    const own = row.own_person_id ?? person;
    accounts.push({
      user: { platform: row.platform as PlatformName, workspace: row.workspace, user: row.user_key },
      own,
      name: await nameOf(tx, own),
      ...(row.place && { place: row.place }),
    });
  }
  return accounts;
}

async function nameOf(tx: Tx, person: string): Promise<string> {
  await actAs(tx, person);
  const row = await tx.selectFrom('people').select('name').where('id', '=', person).executeTakeFirst();
  return row?.name ?? '';
}

/** Whether somebody can be linked: not erased, no guest. Access: routing. */
export async function mayBeLinked(tx: Tx, person: string): Promise<'yes' | 'guest' | 'erased'> {
  await actAs(tx, person);
  const row = await tx.selectFrom('people').select(['guest', 'erased_at']).where('id', '=', person).executeTakeFirst();
  if (!row || row.erased_at !== null) return 'erased';
  return row.guest ? 'guest' : 'yes';
}

/**
 * From now on the accounts of `own` are accounts of `person`, who takes on what they are: member, accompanier, carrier, with a role in a
 * network. What they said keeps its author. Begins as routing, with `lockLinks` held; the work is then that of all their structures, in
 * the name of `person`.
 */
export async function link(tx: Tx, { own, person }: { own: string; person: string }, now: Date): Promise<void> {
  const structures = [...new Set([...(await structuresOf(tx, own)), ...(await structuresOf(tx, person))])];
  const name = await nameOf(tx, own);
  await actAs(tx, person);
  // Those who were joined to the one who is joined now lead straight to the same person.
  await tx.updateTable('links').set({ person_id: person }).where('person_id', '=', own).where('parted_at', 'is', null).execute();
  const { id } = await tx
    .insertInto('links')
    .values({ own_person_id: own, person_id: person, linked_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  await sql`
    insert into network_roles (network_id, person_id, role, from_at)
    select r.network_id, ${person}, r.role, ${now} from network_roles r
    where r.person_id = ${own} and (r.until_at is null or r.until_at > ${now}) and not exists (
      select from network_roles k where k.network_id = r.network_id and k.role = r.role and k.person_id = ${person} and k.until_at is null)`.execute(
    tx,
  );
  await sql`update network_roles set until_at = ${now} where person_id = ${own} and (until_at is null or until_at > ${now})`.execute(
    tx,
  );
  await sql`update people set name = ${name} where id = ${person} and name = ''`.execute(tx);
  const desk = await sql`
    insert into desks (person_id, channel_id, since) select ${person}, channel_id, ${now} from desks where person_id = ${own}
    on conflict do nothing`.execute(tx);
  await sql`update identities set own_person_id = coalesce(own_person_id, person_id), person_id = ${person} where person_id = ${own}`.execute(
    tx,
  );
  await enter(tx, { kind: 'structure', structures, person });
  const carried = await carry(tx, { own, person }, now);
  const all = { ...carried, ...((desk.numAffectedRows ?? 0n) > 0n && { desk: true as const }) };
  await tx
    .updateTable('links')
    .set({ carried: asJson(all) })
    .where('id', '=', id)
    .execute();
  await note(tx, 'person-linked', { own, person }, structures, now);
}

/** What they are in their teams. Access: those structures. */
async function carry(tx: Tx, { own, person }: { own: string; person: string }, now: Date): Promise<Carried> {
  const members = await sql<{ id: string }>`
    insert into members as m (structure_id, person_id, role, job, from_at, welcomed_at, last_spoke_at)
    select o.structure_id, ${person}, o.role, o.job, o.from_at, o.welcomed_at, o.last_spoke_at from members o
    where o.person_id = ${own} and o.until_at is null
    on conflict (structure_id, person_id) do update set until_at = null, role = excluded.role where m.until_at is not null
    returning structure_id as id`.execute(tx);
  const ended = await sql<{ id: string }>`
    update members set until_at = ${now} where person_id = ${own} and until_at is null returning structure_id as id`.execute(tx);
  const accompaniments = await sql<{ id: string }>`
    insert into accompaniments (structure_id, person_id, network_id, from_at)
    select a.structure_id, ${person}, a.network_id, a.from_at from accompaniments a
    where a.person_id = ${own} and a.until_at is null and not exists (
      select from accompaniments k where k.person_id = ${person} and k.structure_id = a.structure_id and k.until_at is null)
    returning structure_id as id`.execute(tx);
  const closed = await sql<{ id: string }>`
    update accompaniments set until_at = ${now} where person_id = ${own} and until_at is null returning structure_id as id`.execute(
    tx,
  );
  const carrier = await sql<{ id: string }>`
    update evaluations set carrier_id = ${person} where carrier_id = ${own} returning id`.execute(tx);
  const relay = await sql<{
    id: string;
  }>`update evaluations set relay_id = ${person} where relay_id = ${own} returning id`.execute(tx);
  await sql`update pendings set person_id = ${person} where person_id = ${own}`.execute(tx);
  await sql`update outbox set private_to = ${person} where private_to = ${own} and state in ('pending', 'sending', 'parked')`.execute(
    tx,
  );
  await sql`update said set private_to = ${person} where private_to = ${own}`.execute(tx);
  const ids = ({ rows }: { rows: { id: string }[] }): string[] => rows.map(({ id }) => id);
  return {
    members: ids(members),
    ended: ids(ended),
    accompaniments: ids(accompaniments),
    closed: ids(closed),
    carrier: ids(carrier),
    relay: ids(relay),
  };
}

/**
 * The accounts of `own` are their own again, with all that came along with them and still is so. What was done meanwhile stays the
 * other's. Begins as routing, with `lockLinks` held; false when they are not linked to `person`.
 */
export async function part(tx: Tx, { own, person }: { own: string; person: string }, now: Date): Promise<boolean> {
  const found = await tx
    .selectFrom('links')
    .select(['id', 'carried', 'linked_at'])
    .where('own_person_id', '=', own)
    .where('person_id', '=', person)
    .where('parted_at', 'is', null)
    .executeTakeFirst();
  if (!found) return false;
  const structures = [...new Set([...(await structuresOf(tx, own)), ...(await structuresOf(tx, person))])];
  await actAs(tx, person);
  // A role goes back when it came at that moment and nobody took it away since.
  await sql`
    update network_roles o set until_at = null from network_roles k
    where o.person_id = ${own} and o.until_at = ${found.linked_at} and k.person_id = ${person} and k.network_id = o.network_id
      and k.role = o.role and k.until_at is null`.execute(tx);
  await sql`
    update network_roles set until_at = ${now} where person_id = ${person} and from_at = ${found.linked_at} and until_at is null`.execute(
    tx,
  );
  const carried = found.carried as unknown as Carried;
  if (carried.desk) {
    await sql`
      delete from desks d using desks o where d.person_id = ${person} and o.person_id = ${own} and d.channel_id = o.channel_id`.execute(
      tx,
    );
  }
  await sql`update identities set person_id = own_person_id, own_person_id = null where own_person_id = ${own}`.execute(tx);
  await tx.updateTable('links').set({ parted_at: now }).where('id', '=', found.id).execute();
  await enter(tx, { kind: 'structure', structures, person });
  await giveBack(tx, { own, person, carried, since: found.linked_at }, now);
  await note(tx, 'person-parted', { own, person }, structures, now);
  return true;
}

async function giveBack(
  tx: Tx,
  { own, person, carried, since }: { own: string; person: string; carried: Carried; since: Date },
  now: Date,
): Promise<void> {
  const { members, ended, accompaniments, closed, carrier, relay } = carried;
  await sql`
    update members o set until_at = null from members k
    where o.person_id = ${own} and o.structure_id = any (${ended}::uuid[]) and k.person_id = ${person}
      and k.structure_id = o.structure_id and k.until_at is null`.execute(tx);
  await sql`
    update members set until_at = ${now} where person_id = ${person} and structure_id = any (${members}::uuid[]) and until_at is null`.execute(
    tx,
  );
  await sql`
    update accompaniments o set until_at = null from accompaniments k
    where o.person_id = ${own} and o.structure_id = any (${closed}::uuid[]) and o.until_at = ${since} and k.person_id = ${person}
      and k.structure_id = o.structure_id and k.until_at is null`.execute(tx);
  await sql`
    update accompaniments set until_at = ${now}
    where person_id = ${person} and structure_id = any (${accompaniments}::uuid[]) and until_at is null`.execute(tx);
  await sql`update evaluations set carrier_id = ${own} where carrier_id = ${person} and id = any (${carrier}::uuid[])`.execute(
    tx,
  );
  await sql`update evaluations set relay_id = ${own} where relay_id = ${person} and id = any (${relay}::uuid[])`.execute(tx);
  // What was shown to one account alone is found again by whoever has that account now.
  const theirs = sql`
    from channels c where c.id = t.channel_id and t.private_to = ${person}
      and exists (select from identities i where i.person_id = ${own} and i.platform = c.platform and i.workspace = c.workspace)
      and not exists (select from identities i where i.person_id = ${person} and i.platform = c.platform and i.workspace = c.workspace)`;
  await sql`update said t set private_to = ${own} ${theirs}`.execute(tx);
  await sql`update outbox t set private_to = ${own} ${theirs} and t.state in ('pending', 'sending', 'parked')`.execute(tx);
}

/** In each team it is written down that it happened. Access: those structures. */
async function note(
  tx: Tx,
  what: 'person-linked' | 'person-parted',
  { own, person }: { own: string; person: string },
  structures: readonly string[],
  now: Date,
): Promise<void> {
  await sql`
    insert into audit (at, structure_id, person_id, what, details)
    select ${now}, id, ${person}, ${what}, ${asJson({ own })}::jsonb from unnest(${structures}::uuid[]) as id`.execute(tx);
}

/** The teams that somebody is or was in, or accompanies. Access: routing. */
async function structuresOf(tx: Tx, person: string): Promise<string[]> {
  await actAs(tx, person);
  const { rows } = await sql<{ id: string }>`
    select structure_id as id from members where person_id = ${person}
    union select structure_id from accompaniments where person_id = ${person}`.execute(tx);
  return rows.map(({ id }) => id);
}

async function actAs(tx: Tx, person: string): Promise<void> {
  await sql`select set_config('vises.person', ${person}, true)`.execute(tx);
}
