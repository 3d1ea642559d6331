import { sql } from 'kysely';
import type { Broadcast, BroadcastState, Texts } from '../core/broadcasts/broadcast.ts';
import type { Filter } from '../core/broadcasts/audience.ts';
import type { Language, Text } from '../core/language.ts';
import type { Tx } from './database.ts';
import { asJson } from './json.ts';

/** Which network a broadcast is of; nothing to those who have no role there. Asked in routing, about the one who acts. */
export async function networkOfBroadcast(tx: Tx, id: string): Promise<string | undefined> {
  const row = await tx.selectFrom('broadcasts').select('network_id').where('id', '=', id).executeTakeFirst();
  return row?.network_id;
}

/** The newest broadcasts of networks, those that went nowhere left out. Asked in routing, about the one who acts. */
export async function recentBroadcasts(
  tx: Tx,
  networks: readonly string[],
  most: number,
): Promise<{ id: string; network: string; state: BroadcastState }[]> {
  if (networks.length === 0) return [];
  const rows = await tx
    .selectFrom('broadcasts')
    .select(['id', 'network_id', 'state'])
    .where('network_id', 'in', networks)
    .where((where) => where.or([where('state', '<>', 'cancelled'), where('released_at', 'is not', null)]))
    .orderBy('prepared_at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map((row) => ({ id: row.id, network: row.network_id, state: row.state as BroadcastState }));
}

interface Row {
  id: string;
  network_id: string;
  state: string;
  tip_id: string | null;
  step_id: string | null;
  filter: unknown;
  local_at: string | null;
  version: number;
  text_version: number;
  released_version: number | null;
  prepared_by: string;
  writers: string[];
  released_by: string | null;
  released_at: Date | null;
  starts_at: Date | null;
  audience: number | null;
  paused_because: string | null;
  withdrawn_at: Date | null;
  texts: { version: number; language: Language; text: string }[];
}

/** A broadcast as it stands, held until the transaction ends when `lock` says so. Access: its network. */
export async function findBroadcast(
  tx: Tx,
  id: string,
  { lock }: { lock?: 'update' | 'share' } = {},
): Promise<Broadcast | undefined> {
  if (lock)
    await sql`select from broadcasts where id = ${id} ${sql.raw(lock === 'update' ? 'for update' : 'for share')}`.execute(tx);
  const { rows } = await sql<Row>`
    select b.*, coalesce((select jsonb_agg(jsonb_build_object('version', t.version, 'language', t.language, 'text', t.text))
      from broadcast_texts t where t.broadcast_id = b.id and t.version in (b.text_version, b.released_version)), '[]') as texts
    from broadcasts b where b.id = ${id}`.execute(tx);
  return rows[0] && broadcastOf(rows[0]);
}

function broadcastOf(row: Row): Broadcast {
  const textsOf = (version: number | null): Texts =>
    Object.fromEntries(row.texts.filter((each) => each.version === version).map(({ language, text }) => [language, text]));
  const prepared = {
    id: row.id,
    network: row.network_id,
    ...(row.tip_id !== null && { tip: row.tip_id }),
    ...(row.step_id !== null && { step: row.step_id }),
    filter: row.filter as Filter,
    ...(row.local_at !== null && { localAt: row.local_at }),
    version: row.version,
    preparedBy: row.prepared_by,
    writers: row.writers,
    textVersion: row.text_version,
    texts: textsOf(row.text_version),
  };
  if (row.released_by === null || row.released_at === null || row.starts_at === null || row.released_version === null) {
    return { ...prepared, state: row.state as 'draft' | 'ready' | 'cancelled' };
  }
  const released = {
    ...prepared,
    releasedBy: row.released_by,
    releasedAt: row.released_at,
    startsAt: row.starts_at,
    releasedVersion: row.released_version,
    releasedTexts: textsOf(row.released_version),
    audience: row.audience ?? 0,
    ...(row.withdrawn_at && { withdrawnAt: row.withdrawn_at }),
  };
  if (row.state === 'paused')
    return { ...released, state: 'paused', pausedBecause: row.paused_because === 'errors' ? 'errors' : 'person' };
  if (row.state === 'sending') return { ...released, state: 'sending' };
  return row.state === 'done' ? { ...released, state: 'done' } : { ...released, state: 'cancelled' };
}

export interface NewBroadcast {
  id: string;
  network: string;
  by: string;
  tip?: string;
  step?: string;
  texts: Texts;
  filter: Filter;
}

/** A draft. Access: its network. */
export async function addBroadcast(
  tx: Tx,
  { id, network, by, tip, step, texts, filter }: NewBroadcast,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('broadcasts')
    .values({
      id,
      network_id: network,
      state: 'draft',
      tip_id: tip ?? null,
      step_id: step ?? null,
      filter: asJson(filter),
      prepared_by: by,
      // Who takes a tip from the library as it is has written nothing, but chose whom it is for.
      writers: [by],
      prepared_at: now,
    })
    .execute();
  if (Object.keys(texts).length > 0) await addTexts(tx, { id, network }, texts, by, now);
}

/** A further version of the text, and a hand more in it. Earlier versions stay. */
export async function addTexts(
  tx: Tx,
  { id, network }: { id: string; network: string },
  texts: Texts,
  by: string,
  now: Date,
): Promise<void> {
  const { text_version: version } = await tx
    .updateTable('broadcasts')
    .set((the) => ({ text_version: the('text_version', '+', 1), writers: withHand(by) }))
    .where('id', '=', id)
    .returning('text_version')
    .executeTakeFirstOrThrow();
  const rows = Object.entries(texts).map(([language, text]) => ({
    broadcast_id: id,
    network_id: network,
    version,
    language,
    text,
    written_by: by,
    at: now,
  }));
  if (rows.length > 0) await tx.insertInto('broadcast_texts').values(rows).execute();
}

const withHand = (by: string) =>
  sql<string[]>`case when ${by}::uuid = any (writers) then writers else array_append(writers, ${by}::uuid) end`;

/** Whom a draft is for, and when. What was ready for release is a draft again. */
export async function saveAudience(
  tx: Tx,
  id: string,
  by: string,
  { filter, localAt }: { filter: Filter; localAt?: string },
): Promise<void> {
  await tx
    .updateTable('broadcasts')
    .set({ filter: asJson(filter), local_at: localAt ?? null, state: 'draft', writers: withHand(by) })
    .where('id', '=', id)
    .execute();
}

/** What changes with a step of its life. `version` grows with each, so that a press on an older card is known as such. */
export interface Step {
  state?: BroadcastState;
  pausedBecause?: 'person' | 'errors' | null;
  released?: { by: string; at: Date; startsAt: Date; audience: number } | null;
  releasedVersion?: number;
  withdrawnAt?: Date;
  doneAt?: Date;
}

export async function saveStep(tx: Tx, id: string, step: Step): Promise<void> {
  const { released } = step;
  await tx
    .updateTable('broadcasts')
    .set((the) => ({
      version: the('version', '+', 1),
      ...(step.state && { state: step.state }),
      ...(step.pausedBecause !== undefined && { paused_because: step.pausedBecause }),
      ...(released && {
        released_by: released.by,
        released_at: released.at,
        starts_at: released.startsAt,
        audience: released.audience,
      }),
      ...(released === null && { released_by: null, released_at: null, starts_at: null, audience: null, released_version: null }),
      ...(step.releasedVersion !== undefined && { released_version: step.releasedVersion }),
      ...(step.withdrawnAt && { withdrawn_at: step.withdrawnAt }),
      ...(step.doneAt && { done_at: step.doneAt }),
    }))
    .where('id', '=', id)
    .execute();
}

/** A change that leaves its state as it is. */
export const touch = (tx: Tx, id: string): Promise<void> => saveStep(tx, id, {});

/** From here on trouble is counted anew: somebody looked and went on. */
export async function pardon(tx: Tx, id: string, { tried, trouble }: { tried: number; trouble: number }): Promise<void> {
  await tx.updateTable('broadcasts').set({ pardoned_tried: tried, pardoned_trouble: trouble }).where('id', '=', id).execute();
}

export async function pardoned(tx: Tx, id: string): Promise<{ tried: number; trouble: number }> {
  const row = await tx
    .selectFrom('broadcasts')
    .select(['pardoned_tried as tried', 'pardoned_trouble as trouble'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return row;
}

/** True when what a card shows has changed since it was last shown; from then on this is what it shows. */
export async function isNewsToShow(tx: Tx, id: string, shown: string): Promise<boolean> {
  const result = await tx
    .updateTable('broadcasts')
    .set({ shown })
    .where('id', '=', id)
    .where((where) => where.or([where('shown', 'is', null), where('shown', '<>', shown)]))
    .executeTakeFirst();
  return Number(result.numUpdatedRows) > 0;
}

/** What the people of a network can be shown of it, and of each other. Access: that network. */
export async function networkOf(tx: Tx, network: string) {
  const found = await tx.selectFrom('networks').select(['id', 'name']).where('id', '=', network).executeTakeFirstOrThrow();
  const cohorts = await tx
    .selectFrom('cohorts')
    .select(['id', 'name'])
    .where('network_id', '=', network)
    .orderBy('name')
    .execute();
  const { rows: colleagues } = await sql<{ person: string; name: string; roles: string[]; guest: boolean }>`
    select r.person_id as person, p.name, p.guest, array_agg(distinct r.role order by r.role) as roles
    from network_roles r join people p on p.id = r.person_id
    where r.network_id = ${network} and r.from_at <= now() and (r.until_at is null or r.until_at > now())
    group by r.person_id, p.name, p.guest order by p.name, r.person_id`.execute(tx);
  return { network: found, cohorts, colleagues };
}

/** Tips that a network added to its library. Access: that network. */
export async function tipsOf(tx: Tx, network: string): Promise<{ id: string; step: string; text: Text }[]> {
  const rows = await tx
    .selectFrom('tips')
    .select(['id', 'step_id', 'texts'])
    .where('network_id', '=', network)
    .orderBy('added_at')
    .execute();
  return rows.map((row) => ({ id: row.id, step: row.step_id, text: row.texts as unknown as Text }));
}

/** Keeps a tip in a network's library; the same id again takes its new words. */
export async function addTip(
  tx: Tx,
  network: string,
  { id, step, text, by }: { id: string; step: string; text: Text; by: string },
  now: Date,
): Promise<void> {
  await tx
    .insertInto('tips')
    .values({ network_id: network, id, step_id: step, texts: asJson(text), added_by: by, added_at: now })
    .onConflict((conflict) => conflict.columns(['network_id', 'id']).doUpdateSet({ texts: asJson(text), step_id: step }))
    .execute();
}

/** What teams said to it. Access: its network. */
export async function feedbackOf(
  tx: Tx,
  id: string,
  network: string,
): Promise<{ useful: number; notForUs: number; optOuts: number }> {
  const { rows } = await sql<{ useful: number; notForUs: number; optOuts: number }>`
    select count(*) filter (where f.verdict = 'useful')::int as useful, count(*) filter (where f.verdict = 'not-for-us')::int as "notForUs",
      (select count(*)::int from opt_outs o join broadcast_rows r on r.structure_id = o.structure_id
        where o.network_id = ${network} and r.broadcast_id = ${id} and r.state = 'sent') as "optOuts"
    from feedbacks f where f.broadcast_id = ${id}`.execute(tx);
  return rows[0] ?? { useful: 0, notForUs: 0, optOuts: 0 };
}
