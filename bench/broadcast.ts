import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'pg';
import { toCsv } from '../src/export/csv.ts';
import { createHolidays } from '../src/holidays.ts';
import { keepBroadcasts } from '../src/flows/broadcasts/keep-broadcasts.ts';
import { releaseBroadcast } from '../src/flows/broadcasts/release-broadcast.ts';
import { broadcastLedger } from '../src/store/broadcast-rows.ts';
import { addBroadcast } from '../src/store/broadcasts.ts';
import { withAccess } from '../src/store/database.ts';
import { recover } from '../src/store/outbox-outcomes.ts';
import { createSecrets } from '../src/store/secrets.ts';
import { createWorkspaces } from '../src/store/workspaces.ts';
import { endChildren, type Show, startChild } from './beside.ts';
import { askers, type Times, timesOf } from './broadcast-askers.ts';
import { fillNetwork, heavyWorkspaces, layOut, type Size } from './broadcast-fill.ts';
import { type Arrived, mark, throttledPlatforms } from './broadcast-fakes.ts';
import { appId } from './teams-connector.ts';
import { aDatabaseOn, anEmbeddedServer, aWorldOn, quiet } from './world.ts';

export interface BroadcastBench extends Size {
  /** How long replies are measured before it begins. */
  quietMs: number;
  /** One of the two processes is killed this often. */
  killEveryMs: number;
  databaseUrl?: string | undefined;
}

export interface BroadcastFigures {
  ledger: Record<string, number>;
  addsUp: boolean;
  /** Channels where it stands more than once. */
  twice: number;
  /** Rows of the outbox that are in no final state at the end. */
  unfinished: number;
  seconds: number;
  kills: number;
  /** Times a platform said to wait. */
  refused: number;
  /** Of each large place: messages that arrived in what is allowed in the same time. */
  pace: Record<string, number>;
  /** `steady`: those that were not asked for in the seconds in which a killed process is replaced, on the same cores. */
  replies: { quiet: Times; under: Times; steady: Times };
}

/** A process starts in a second or two. */
const replacedMs = 3000;

/** What may be counted on in a workspace, a second: 200 a minute on Slack, 20 a second on Teams (Microsoft allows 30 to 50). */
const allowedPerSecond = { slack: 200 / 60, teams: 20 };

/**
 * One broadcast to many channels of both platforms, through two processes that are killed (-9) in turn, at platforms that throttle as
 * documented, while teams go on asking: whether every row ends, nothing comes twice, the sum is exact, the pace is kept, and replies are
 * as quick as before.
 */
export async function benchBroadcast(bench: BroadcastBench): Promise<BroadcastFigures> {
  const embedded = bench.databaseUrl === undefined ? await anEmbeddedServer() : undefined;
  const database = await aDatabaseOn(bench.databaseUrl ?? embedded?.url ?? '');
  const channels = layOut(bench);
  const byKey = new Map(channels.map((each) => [each.key, each]));
  const fakes = await throttledPlatforms((key) => byKey.get(key));
  const started: ChildProcess[] = [];
  const key = randomBytes(32);
  const world = await aWorldOn(database.url, 8);
  const pool = new Pool({ connectionString: database.url, max: 2 });
  try {
    const registry = createWorkspaces({ db: world.needs.db, secrets: createSecrets([key]) });
    const people = await fillNetwork({ ...world, pool }, registry, channels);
    const env = {
      DATABASE_URL: database.url,
      CONNECTOR_URL: fakes.connectorUrl,
      APP_ID: appId,
      SLACK_API_URL: fakes.slackUrl,
      SLACK_SIGNING_SECRET: 'a-secret-of-the-benchmark',
      SLACK_CLIENT_ID: '1.2',
      SLACK_CLIENT_SECRET: 'a-client-secret',
      SLACK_STATE_SECRET: 'a-state-secret-of-the-benchmark',
      ENCRYPTION_KEY: key.toString('hex'),
      PUBLIC_URL: 'https://bench.example',
    };
    const start = (): Promise<unknown> => startChild(started, 'bench/servers/broadcast-worker.ts', '', env);
    await start();
    await start();

    const asking = askers(channels, world, fakes);
    await asking.warmUp();
    const quietReplies = await asking.during(() => sleep(bench.quietMs));
    await pool.query(`delete from outbox where state not in ('pending', 'sending')`);

    const broadcast = await prepareAndRelease(world, pool, people);
    const began = Date.now();
    const killedAts: number[] = [];
    const underReplies = await asking.during(async () => {
      for (; !(await isOver(pool, broadcast)); await sleep(500)) {
        if (Date.now() - (killedAts.at(-1) ?? began) < bench.killEveryMs) continue;
        killedAts.push(Date.now());
        const oldest = started.find(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
        oldest?.kill('SIGKILL');
        await start();
      }
    });
    const seconds = (Date.now() - began) / 1000;
    await endChildren(started);
    await endParked(world, people.network, broadcast);
    const ledger = await withAccess(world.needs.db, { kind: 'network', network: people.network }, (tx) =>
      broadcastLedger(tx, broadcast),
    );
    return {
      ledger: { ...ledger },
      addsUp:
        ledger.sent + ledger.failed + ledger.excluded + ledger.unknown + ledger.pending + ledger.cancelled === channels.length,
      twice: countTwice(fakes.arrived),
      unfinished: await count(pool, broadcast, `state in ('pending', 'sending', 'parked')`),
      seconds,
      kills: killedAts.length,
      refused: fakes.refused,
      pace: paceOf(fakes.arrived),
      replies: {
        quiet: timesOf(quietReplies),
        under: timesOf(underReplies),
        steady: timesOf(
          underReplies.filter(({ at }) => !killedAts.some((killed) => at > killed - 500 && at < killed + replacedMs)),
        ),
      },
    };
  } finally {
    await endChildren(started);
    await pool.end();
    await world.close();
    await fakes.close();
    await database.drop();
    await embedded?.stop();
  }
}

type BenchWorld = Awaited<ReturnType<typeof aWorldOn>>;

/** Prepared by one person and released by another, as at their desks; then at once, whatever the hour of the measurement. */
async function prepareAndRelease(
  { needs, method }: BenchWorld,
  pool: Pool,
  { network, nora, remi }: { network: string; nora: string; remi: string },
): Promise<string> {
  const id = needs.newId();
  const now = new Date();
  const broadcasting = { tips: [], isHoliday: createHolidays(), toCsv };
  const step = method.stages[0]?.steps[0]?.id ?? '';
  await withAccess(needs.db, { kind: 'network', network, person: nora }, (tx) =>
    addBroadcast(tx, { id, network, by: nora, texts: { fr: `${mark}.` }, filter: { steps: [step], stuckDays: 10 } }, now),
  );
  const { rows } = await pool.query<{ channel_id: string }>('select channel_id from desks where person_id = $1', [remi]);
  await withAccess(needs.db, { kind: 'network', network, person: remi }, (tx) =>
    releaseBroadcast(
      {
        needs: { ...needs, broadcasting },
        tx,
        desk: { wording: needs.wording, language: 'fr', person: remi },
        sender: { person: remi, roles: ['releaser'], guest: false },
        network,
        channel: rows[0]?.channel_id ?? '',
        now,
      },
      id,
      undefined,
    ),
  );
  await pool.query('update broadcast_rows set due_at = now() where broadcast_id = $1', [id]);
  await pool.query('update broadcasts set starts_at = now() where id = $1', [id]);
  return id;
}

/** Nothing of it waits but what is parked for a place that may come back. */
async function isOver(pool: Pool, broadcast: string): Promise<boolean> {
  const { rows } = await pool.query<{ left: number }>(
    `select ((select count(*) from broadcast_rows where broadcast_id = $1 and state = 'waiting')
       + (select count(*) from outbox where broadcast_id = $1 and state in ('pending', 'sending')))::int as left`,
    [broadcast],
  );
  return rows[0]?.left === 0;
}

/** A day later: what is parked has come to its deadline. */
async function endParked(world: BenchWorld, network: string, broadcast: string): Promise<void> {
  const aDayLater = new Date(Date.now() + 25 * 3_600_000);
  await withAccess(world.needs.db, { kind: 'dispatcher' }, (tx) => recover(tx, aDayLater));
  const broadcasting = { tips: [], isHoliday: createHolidays(), toCsv };
  await keepBroadcasts({ ...world.needs, broadcasting, clock: { now: () => aDayLater }, log: quiet });
  const state = await withAccess(world.needs.db, { kind: 'network', network }, (tx) =>
    tx.selectFrom('broadcasts').select('state').where('id', '=', broadcast).executeTakeFirst(),
  );
  if (state?.state !== 'done') throw new Error(`The broadcast ended as ${state?.state}.`);
}

async function count(pool: Pool, broadcast: string, where: string): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(`select count(*)::int as n from outbox where broadcast_id = $1 and ${where}`, [
    broadcast,
  ]);
  return rows[0]?.n ?? 0;
}

function countTwice(arrived: readonly Arrived[]): number {
  const times = new Map<string, number>();
  for (const { channel } of arrived.filter(({ isTip }) => isTip)) times.set(channel, (times.get(channel) ?? 0) + 1);
  return [...times.values()].filter((each) => each > 1).length;
}

/** From the first to the last message of the broadcast in a place: all that arrived there, replies too, in what is allowed. */
function paceOf(arrived: readonly Arrived[]): Record<string, number> {
  return Object.fromEntries(
    heavyWorkspaces.map((workspace) => {
      const here = arrived.filter((each) => each.workspace === workspace);
      const tips = here.filter(({ isTip }) => isTip).map(({ atMs }) => atMs);
      const [from = 0, until = 0] = [tips[0], tips.at(-1)];
      const times = here.filter(({ atMs }) => atMs >= from && atMs <= until);
      const seconds = (until - from) / 1000;
      const allowed = allowedPerSecond[workspace.startsWith('T') ? 'slack' : 'teams'];
      return [workspace, (times.length - 1) / (allowed * seconds)];
    }),
  );
}

/** The figures of the measurement the design promises: 5,000 channels in 400 workspaces. */
export async function reportBroadcast(show: Show): Promise<void> {
  const [, channels = '5000', workspaces = '400'] = process.argv.slice(2);
  const all = Number(channels);
  const heavy = [Math.round(all * 0.24), Math.round(all * 0.22), Math.round(all * 0.34)] as const;
  const figures = await benchBroadcast({
    channels: all,
    workspaces: Number(workspaces),
    heavy,
    quietMs: 120_000,
    killEveryMs: 30_000,
    databaseUrl: process.env['BENCH_DATABASE_URL'],
  });
  const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits));
  const { ledger, pace, replies, ...rest } = figures;
  show('broadcast/ledger', { ...ledger, addsUp: String(rest.addsUp), twice: rest.twice, unfinished: rest.unfinished });
  show('broadcast/run', { seconds: rounded(rest.seconds, 0), kills: rest.kills, toldToWait: rest.refused });
  show(
    'broadcast/pace of what is allowed',
    Object.fromEntries(Object.entries(pace).map(([where, value]) => [where, rounded(value, 3)])),
  );
  show('broadcast/replies', {
    quietP50: rounded(replies.quiet.p50, 0),
    quietP95: rounded(replies.quiet.p95, 0),
    underP50: rounded(replies.under.p50, 0),
    underP95: rounded(replies.under.p95, 0),
    p95Ratio: rounded(replies.under.p95 / replies.quiet.p95),
    steadyP50: rounded(replies.steady.p50, 0),
    steadyP95: rounded(replies.steady.p95, 0),
    steadyRatio: rounded(replies.steady.p95 / replies.quiet.p95),
    asked: replies.quiet.count + replies.under.count,
  });
}
