import { sql } from 'kysely';
import type { PlatformName, Sender } from '../core/incoming.ts';
import { isLanguage, type Language } from '../core/language.ts';
import type { Tx } from './database.ts';

/** A person as one workspace of a platform knows them. */
export type User = Pick<Sender, 'platform' | 'workspace' | 'user'>;

/** The account of a person to write to: one in the workspace of a channel if they have one there, else the one that was there first. */
export async function userNear(tx: Tx, channelId: string, person: string): Promise<User | undefined> {
  const row = await tx
    .selectFrom('identities as i')
    .leftJoin('channels as c', (join) =>
      join.onRef('c.platform', '=', 'i.platform').onRef('c.workspace', '=', 'i.workspace').on('c.id', '=', channelId),
    )
    .select(['i.platform', 'i.workspace', 'i.user_key'])
    .where('i.person_id', '=', person)
    .orderBy(sql`c.id is null`)
    .orderBy('i.linked_at')
    .orderBy('i.user_key')
    .executeTakeFirst();
  return row && { platform: row.platform as PlatformName, workspace: row.workspace, user: row.user_key };
}

export interface Membership {
  structureId: string;
  evaluationId: string;
  /** The structure's. */
  name: string;
  /** What the team's channel is called, where the platform said so. */
  channel?: string;
}

/** The teams of one person, by the names of their structures: what they may speak about in a direct message. */
export async function membershipsOf(tx: Tx, person: string): Promise<Membership[]> {
  await sql`select set_config('vises.person', ${person}, true)`.execute(tx);
  const rows = await tx
    .selectFrom('members as m')
    .innerJoin('channels as c', 'c.structure_id', 'm.structure_id')
    .innerJoin('structures as s', 's.id', 'm.structure_id')
    .select(['c.structure_id', 'c.evaluation_id', 'c.name as channel', 's.name'])
    .where('m.person_id', '=', person)
    .where('m.until_at', 'is', null)
    .where('c.kind', '=', 'team')
    .where('c.role', '=', 'home')
    .orderBy('m.from_at')
    .orderBy('c.created_at')
    .execute();
  return rows.flatMap(({ structure_id, evaluation_id, name, channel }) =>
    structure_id && evaluation_id
      ? [{ structureId: structure_id, evaluationId: evaluation_id, name, ...(channel && { channel }) }]
      : [],
  );
}

export interface Oneself {
  name: string;
  language?: Language;
  /** They chose that language themselves. */
  choseLanguage: boolean;
  guest: boolean;
}

/** What is known of a person themselves. Asked in routing, about the one who acts. */
export async function findOneself(tx: Tx, person: string): Promise<Oneself> {
  await sql`select set_config('vises.person', ${person}, true)`.execute(tx);
  const row = await tx
    .selectFrom('people')
    .select(['name', 'language', 'guest', 'chosen'])
    .where('id', '=', person)
    .executeTakeFirst();
  return {
    name: row?.name ?? '',
    guest: row?.guest ?? false,
    choseLanguage: row?.chosen.includes('language') ?? false,
    ...(isLanguage(row?.language) && { language: row.language }),
  };
}

/** The language to speak in with somebody alone: the one they chose, else their platform's, else the last that was known. */
export const languageFor = (sender: Sender, oneself: Oneself | undefined, otherwise: Language): Language =>
  (oneself?.choseLanguage ? oneself.language : undefined) ?? sender.language ?? oneself?.language ?? otherwise;

/** The person's own choice, which nothing a platform tells changes from then on. Asked in routing. */
export async function chooseLanguage(tx: Tx, person: string, language: Language): Promise<void> {
  await sql`select set_config('vises.person', ${person}, true)`.execute(tx);
  await sql`
    update people set language = ${language}, chosen = array_append(array_remove(chosen, 'language'), 'language')
    where id = ${person}`.execute(tx);
}

/** What a platform tells of a person. */
export interface Facts {
  name?: string;
  language?: Language;
  timeZone?: string;
  guest?: boolean;
}

/**
 * Writes down what a platform tells of somebody, but for what they chose themselves. Asked in routing. Gives the person, and whether
 * this gave them their first name here; nothing when they are not known.
 */
export async function saveFacts(
  tx: Tx,
  { platform, workspace, user }: User,
  facts: Facts,
  now: Date,
): Promise<{ person: string; isNamed: boolean } | undefined> {
  const identity = await tx
    .updateTable('identities')
    .set({ facts_at: now })
    .where('platform', '=', platform)
    .where('workspace', '=', workspace)
    .where('user_key', '=', user)
    .returning(['person_id', 'own_person_id'])
    .executeTakeFirst();
  if (!identity) return undefined;
  const person = identity.person_id;
  // Of a linked account only what was not known yet: else two platforms would rename a person in turns.
  const isLinked = identity.own_person_id !== null && identity.own_person_id !== person;
  await sql`select set_config('vises.person', ${person}, true)`.execute(tx);
  const known = await tx
    .selectFrom('people')
    .select(['name', 'language', 'time_zone', 'guest', 'chosen'])
    .where('id', '=', person)
    .where('erased_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!known) return undefined;
  const told = { name: facts.name?.trim() || undefined, language: facts.language, time_zone: facts.timeZone, guest: facts.guest };
  const news = Object.fromEntries(
    (['name', 'language', 'time_zone', 'guest'] as const)
      .filter((fact) => told[fact] !== undefined && told[fact] !== known[fact] && !known.chosen.includes(fact))
      .filter((fact) => !isLinked || known[fact] === null || known[fact] === '')
      .map((fact) => [fact, told[fact]]),
  );
  if (Object.keys(news).length > 0) await tx.updateTable('people').set(news).where('id', '=', person).execute();
  return { person, isNamed: known.name === '' && 'name' in news };
}

/** Who of these users is known and was last looked up before then, or never. */
export async function neverLookedUpSince(tx: Tx, users: readonly User[], then: Date): Promise<User[]> {
  const due: User[] = [];
  for (const { platform, workspace, user } of users) {
    const row = await tx
      .selectFrom('identities')
      .select('user_key')
      .where('platform', '=', platform)
      .where('workspace', '=', workspace)
      .where('user_key', '=', user)
      .where((where) => where.or([where('facts_at', 'is', null), where('facts_at', '<=', then)]))
      .executeTakeFirst();
    if (row) due.push({ platform, workspace, user });
  }
  return due;
}
