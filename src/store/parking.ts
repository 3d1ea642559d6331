import { type RawBuilder, sql } from 'kysely';
import type { ChannelAddress } from '../core/incoming.ts';
import type { Tx } from './database.ts';

export type WorkspaceAddress = Pick<ChannelAddress, 'platform' | 'workspace'>;

/**
 * Nothing is said in a channel or workspace that is parked, or in a workspace that an operator denied. What is due there waits as
 * `parked`, keeps its place and its deadline, and goes on when the place is back: whoever parked it, a refusal or an uninstall.
 *
 * Parking takes along what waits now; what is queued later, or was in the hands of a process, is parked when its turn comes. Whoever
 * parks a message holds the place (`lockStopped`), so that a place that comes back at that moment finds it. Workspaces are held before
 * channels, and both before messages that wait for them; who
 * parks or resumes loses now and then against another all the same, and does it again (`retries`).
 */
export const becauseParked = 'its channel or workspace is parked';

/**
 * In a channel with people of other organisations, which nobody of the team has allowed, only what is for whoever is there is said. What
 * speaks of the evaluation waits as `parked`, with a reason of its own, until the channel is allowed or is the team's alone again.
 */
export const becauseWithheld = 'people of other organisations are there';

/** For a channel row `c`. */
export const isWithheld = sql.raw<boolean>(`(c.kind = 'team' and c.shared and not c.shared_allowed)`);

/** For a workspace row `w`. */
export const isStopped = sql.raw<boolean>('(w.parked_at is not null or w.denied_at is not null)');

/** Parks a channel, with what waits there now. Again changes nothing. Access: dispatcher, or the channel's structure. */
export async function parkChannel(tx: Tx, channelId: string, because: string): Promise<void> {
  await stopChannel(tx, channelId, because);
  await sql`
    update outbox set state = 'parked', failure = ${becauseParked}
    where id in (select id from outbox where channel_id = ${channelId} and state = 'pending' for update skip locked)`.execute(tx);
}

/**
 * Parks a workspace, with what waits there now. Again changes nothing. With `at`, the time of what this is about, an installation after
 * it stays as it is. Access: dispatcher.
 */
export async function parkWorkspace(tx: Tx, place: WorkspaceAddress, because: string, at?: Date): Promise<void> {
  await stopWorkspace(tx, place, because, at ? sql`w.installed_at <= ${at}::timestamptz` : sql`true`);
  await sql`
    update outbox set state = 'parked', failure = ${becauseParked}
    where id in (
      select o.id from outbox o
      join channels c on c.id = o.channel_id
      join workspaces w on w.platform = c.platform and w.key = c.workspace
      where o.state = 'pending' and c.platform = ${place.platform} and c.workspace = ${place.workspace} and ${isStopped}
      for update of o skip locked)`.execute(tx);
}

/** A place refused a message: what else waits there is parked when its turn comes. The first reason stays. Access: dispatcher. */
export async function stopChannel(tx: Tx, channelId: string, because: string): Promise<void> {
  await sql`
    update channels set parked_at = now(), parked_because = ${because} where id = ${channelId} and parked_at is null`.execute(tx);
}

/** The same for the installation of a workspace that a message was claimed for (`Claimed.installation`), and no newer one. */
export const stopInstallation = (tx: Tx, place: WorkspaceAddress, because: string, installation: string | null): Promise<void> =>
  stopWorkspace(tx, place, because, sql`w.installed_at = ${installation}::timestamptz`);

/** A workspace that nobody installed, because its token is a setting, is known from then on. */
async function stopWorkspace(
  tx: Tx,
  { platform, workspace }: WorkspaceAddress,
  because: string,
  isTheOne: RawBuilder<unknown>,
): Promise<void> {
  await sql`
    insert into workspaces as w (platform, key, parked_at, parked_because) values (${platform}, ${workspace}, now(), ${because})
    on conflict (platform, key) do update set parked_at = excluded.parked_at, parked_because = excluded.parked_because
    where w.parked_at is null and ${isTheOne}`.execute(tx);
}

/**
 * A channel is back: what was parked for it goes on its way again, unless its workspace is parked too. Gives back how many messages
 * that were. Access: dispatcher.
 */
export async function resumeChannel(tx: Tx, { platform, workspace, key }: ChannelAddress): Promise<number> {
  // A workspace that comes back at the same moment would otherwise leave it to us, and we to it.
  await sql`select from workspaces where platform = ${platform} and key = ${workspace} for share`.execute(tx);
  await sql`
    update channels set parked_at = null, parked_because = null, lost_told_at = null
    where platform = ${platform} and workspace = ${workspace} and key = ${key}`.execute(tx);
  return goOn(tx, sql`c.platform = ${platform} and c.workspace = ${workspace} and c.key = ${key}`);
}

/**
 * A workspace is back. Its channels that are parked for a reason of their own stay so, and a workspace that was denied stays denied.
 * Gives back how many messages go on. Access: dispatcher.
 */
export async function resumeWorkspace(tx: Tx, { platform, workspace }: WorkspaceAddress): Promise<number> {
  await sql`
    update workspaces set parked_at = null, parked_because = null where platform = ${platform} and key = ${workspace}`.execute(
    tx,
  );
  return goOn(tx, sql`c.platform = ${platform} and c.workspace = ${workspace}`);
}

/** These messages were parked for a place that turned out to be back already. Access: dispatcher. */
export const resumeStray = (tx: Tx, ids: readonly string[]): Promise<number> => goOn(tx, sql`o.id = any (${ids}::bigint[])`);

/** What waited while people of other organisations were there. It is asked for again and again. Access: dispatcher. */
export async function resumeWithheld(tx: Tx): Promise<void> {
  await sql`
    update outbox o set state = 'pending', failure = null
    from channels c
    where o.channel_id = c.id and o.state = 'parked' and o.failure = ${becauseWithheld} and not ${isWithheld}`.execute(tx);
}

async function goOn(tx: Tx, which: RawBuilder<unknown>): Promise<number> {
  const resumed = await sql`
    update outbox o set state = 'pending', failure = null
    from channels c
    where o.channel_id = c.id and o.state = 'parked' and ${which} and c.parked_at is null
      and not exists (select from workspaces w where w.platform = c.platform and w.key = c.workspace and ${isStopped})`.execute(
    tx,
  );
  await sql`select pg_notify('outbox', '')`.execute(tx);
  return Number(resumed.numAffectedRows ?? 0);
}

/** Which of these channels nothing may be said in, alone or with their workspace. They stay so until the transaction ends. */
export async function lockStopped(tx: Tx, channelIds: readonly string[]): Promise<Set<string>> {
  if (channelIds.length === 0) return new Set();
  const workspaces = await sql<{ id: string }>`
    select c.id from channels c join workspaces w on w.platform = c.platform and w.key = c.workspace
    where c.id = any (${channelIds}::uuid[]) and ${isStopped}
    order by w.id for share of w`.execute(tx);
  const channels = await sql<{ id: string }>`
    select c.id from channels c where c.id = any (${channelIds}::uuid[]) and c.parked_at is not null
    order by c.id for share`.execute(tx);
  return new Set([...channels.rows, ...workspaces.rows].map(({ id }) => id));
}
