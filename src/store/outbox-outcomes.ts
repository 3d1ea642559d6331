import { sql } from 'kysely';
import { afterCrash, byRank, type DeliveryState, type Move } from '../core/delivery.ts';
import type { Claimed } from './outbox-claims.ts';
import { asJson } from './json.ts';
import { lifeLock } from './listen.ts';
import { noteContacts } from './contacts.ts';
import { hold, scopeOf } from './paces.ts';
import { resumeStray, resumeWithheld, stopChannel, stopInstallation } from './parking.ts';
import type { Tx } from './database.ts';

/** How a claimed message came back. */
export type Outcome =
  /** `update` is the message it was to change, as known when it was sent. */
  | { row: Claimed; was: 'sent'; message: string; update: string | undefined }
  /** It failed, and this is where it goes from here. */
  | { row: Claimed; was: 'failed'; move: Move; failure: string }
  /** It was not tried: what came before it in its channel has to go first. */
  | { row: Claimed; was: 'untried' }
  /** There turned out to be nothing to do. */
  | { row: Claimed; was: 'unneeded' };

/**
 * Writes down how a batch of claimed messages went. What is no longer ours, because the lease ran out and another process took it,
 * stays as that process left it. Gives back how many rows were ours.
 */
export async function settle(tx: Tx, by: string, outcomes: readonly Outcome[], now: Date): Promise<number> {
  const sent = outcomes.filter((outcome) => outcome.was === 'sent');
  const others = outcomes.filter((outcome) => outcome.was !== 'sent');
  const marked = await markSent(tx, by, sent, now);
  await noteContacts(tx, sent, now);
  const moved = await putBack(tx, by, others, now);
  await consequences(
    tx,
    others.filter((outcome) => outcome.was === 'failed'),
    now,
  );
  return marked + moved;
}

async function markSent(tx: Tx, by: string, sent: readonly Extract<Outcome, { was: 'sent' }>[], now: Date): Promise<number> {
  if (sent.length === 0) return 0;
  // A new message takes the name of its slot; of several the last one keeps it. A changed message has its name already.
  const slotOf = ({ row }: { row: Claimed }): string => `${row.channelId} ${row.slot}`;
  const named = new Map(sent.filter(({ message, update }) => message !== update).map((each) => [slotOf(each), each.message]));
  const rows = sent.map((each) => ({
    id: each.row.id,
    message_ref: each.message,
    slot: named.get(slotOf(each)) === each.message ? (each.row.slot ?? null) : null,
  }));
  // Said twice which rows are meant: so they are looked up one by one, however many there are.
  const ids = rows.map(({ id }) => id);
  const asRows = sql`jsonb_to_recordset(${asJson(rows)}::jsonb) as d(id bigint, message_ref text, slot text)`;
  const marked = await sql`
    update outbox o set state = 'sent', message_ref = d.message_ref, done_at = ${now}, lease_until = null, failure = null
    from ${asRows}
    where o.id = d.id and o.id = any (${ids}::bigint[]) and o.leased_by = ${by} and o.state = 'sending'`.execute(tx);
  if (rows.some((row) => row.slot !== null)) {
    await sql`
      update said s set slot = null
      from ${asRows} join outbox o on o.id = d.id and o.id = any (${ids}::bigint[]) and o.state = 'sent' and o.message_ref = d.message_ref
      where s.channel_id = o.channel_id and s.slot = d.slot and s.message_ref <> d.message_ref`.execute(tx);
  }
  await sql`
    insert into said (channel_id, message_ref, slot, structure_id, evaluation_id, question_id, private_to, kind, about, forms, language, at)
    select distinct on (o.channel_id, d.message_ref)
      o.channel_id, d.message_ref, d.slot, o.structure_id, o.evaluation_id, o.question_id, o.private_to,
      o.message ->> 'kind', o.message -> 'about', coalesce(o.message -> 'forms', '[]'), o.message ->> 'language', ${now}
    from ${asRows} join outbox o on o.id = d.id and o.id = any (${ids}::bigint[]) and o.state = 'sent' and o.message_ref = d.message_ref
    order by o.channel_id, d.message_ref, o.id desc
    on conflict (channel_id, message_ref) do update set
      slot = coalesce(excluded.slot, said.slot), question_id = excluded.question_id, kind = excluded.kind, about = excluded.about,
      forms = excluded.forms, language = excluded.language`.execute(tx);
  return Number(marked.numAffectedRows ?? 0);
}

async function putBack(tx: Tx, by: string, outcomes: readonly Exclude<Outcome, { was: 'sent' }>[], now: Date): Promise<number> {
  if (outcomes.length === 0) return 0;
  const rows = outcomes.map((outcome) => {
    const id = outcome.row.id;
    switch (outcome.was) {
      case 'failed': {
        const { move, failure } = outcome;
        return {
          id,
          state: move.to,
          at: move.to === 'pending' ? move.at : null,
          failure,
          untried: 0,
          anew: move.to === 'pending' && move.anew === true,
          done: isDone(move.to),
        };
      }
      case 'untried':
        return { id, state: 'pending', at: null, failure: null, untried: 1, anew: false, done: false };
      case 'unneeded':
        return {
          id,
          state: 'cancelled',
          at: null,
          failure: 'there is no message to change',
          untried: 1,
          anew: false,
          done: true,
        };
    }
  });
  const moved = await sql`
    update outbox o set state = m.state, not_before = coalesce(m.at, o.not_before), failure = coalesce(m.failure, o.failure),
      attempts = o.attempts - m.untried, anew = o.anew or m.anew, leased_by = null, lease_until = null, done_at = case when m.done then ${now}::timestamptz end
    from jsonb_to_recordset(${asJson(rows)}::jsonb) as m(id bigint, state text, at timestamptz, failure text, untried integer, anew boolean, done boolean)
    where o.id = m.id and o.id = any (${rows.map(({ id }) => id)}::bigint[]) and o.leased_by = ${by} and o.state = 'sending'`.execute(
    tx,
  );
  return Number(moved.numAffectedRows ?? 0);
}

const isDone = (state: DeliveryState): boolean => state !== 'pending' && state !== 'parked';

/** What failures mean for the places they happened in. */
async function consequences(tx: Tx, failed: readonly Extract<Outcome, { was: 'failed' }>[], now: Date): Promise<void> {
  await park(tx, failed);
  const holds = new Map<string, Date>();
  for (const { row, move } of failed) {
    if (move.to === 'pending' && move.holds) {
      const scope = scopeOf({ ...row.channel, channelId: row.channelId }, move.holds);
      const until = holds.get(scope);
      if (!until || until < move.at) holds.set(scope, move.at);
    }
  }
  for (const [scope, until] of inOrder(holds)) await hold(tx, scope, until, now);
}

/** Parks the places that refused. One that was installed anew while a message was under way is not the one that refused it. */
async function park(tx: Tx, failed: readonly Extract<Outcome, { was: 'failed' }>[]): Promise<void> {
  const places = new Map<string, () => Promise<void>>();
  const ofWorkspaces: string[] = [];
  for (const { row, move, failure } of failed) {
    if (move.to !== 'parked') continue;
    const place = scopeOf({ ...row.channel, channelId: row.channelId }, move.scope);
    if (move.scope === 'workspace') ofWorkspaces.push(row.id);
    places.set(place, () =>
      move.scope === 'channel'
        ? stopChannel(tx, row.channelId, failure)
        : stopInstallation(tx, row.channel, failure, row.installation),
    );
  }
  for (const [, parkIt] of inOrder(places)) await parkIt();
  if (ofWorkspaces.length > 0) await resumeStray(tx, ofWorkspaces);
}

/** Always in the same order, so that two processes never wait for each other. */
const inOrder = <Value>(places: ReadonlyMap<string, Value>): [string, Value][] =>
  [...places].sort(([a], [b]) => (a < b ? -1 : 1));

/** Dispatchers that hold messages and live no more: what they held need not wait for the end of its lease. */
async function findDead(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ leased_by: string }>`
    select leased_by from (select distinct leased_by from outbox where state = 'sending' and leased_by like 'live:%') as holder
    where pg_try_advisory_xact_lock(${lifeLock(sql`leased_by`)})`.execute(tx);
  return rows.map((row) => row.leased_by);
}

/**
 * What a process left behind when it died, what was parked for too long, and what may be said again. A message whose lease ran out may have been sent: it goes
 * where an unknown outcome goes.
 */
export async function recover(tx: Tx, now: Date): Promise<{ again: number; ambiguous: number; expired: number }> {
  const dead = await findDead(tx);
  const { rows } = await sql<{ id: string; priority: number; attempts: number; is_update: boolean }>`
    select o.id::text as id, o.priority, o.attempts,
      not o.anew and exists (select from said s where s.channel_id = o.channel_id and s.slot = o.slot) as is_update
    from outbox o where o.state = 'sending' and (o.lease_until <= ${now} or o.leased_by = any (${dead}))
    order by o.id for update of o skip locked`.execute(tx);
  const decided = rows.map((row) => ({
    id: row.id,
    state: afterCrash({ priority: byRank[row.priority] ?? 'broadcast', update: row.is_update, attempts: row.attempts }),
  }));
  if (decided.length > 0) {
    await sql`
      update outbox o set state = d.state, leased_by = null, lease_until = null, failure = 'the process that sent it ended',
        done_at = case when d.state = 'ambiguous' then ${now}::timestamptz end
      from jsonb_to_recordset(${asJson(decided)}::jsonb) as d(id bigint, state text)
      where o.id = d.id and o.id = any (${decided.map(({ id }) => id)}::bigint[])`.execute(tx);
  }
  const expired = await tx
    .updateTable('outbox')
    .set({ state: 'expired', done_at: now })
    .where('state', '=', sql.lit('parked'))
    .where('deadline', '<=', now)
    .executeTakeFirst();
  await resumeWithheld(tx);
  const ambiguous = decided.filter((row) => row.state === 'ambiguous').length;
  return { again: decided.length - ambiguous, ambiguous, expired: Number(expired.numUpdatedRows) };
}
