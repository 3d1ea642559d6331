import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DeliveryState } from '../core/delivery.ts';
import type { PlatformName } from '../core/incoming.ts';
import type { Clock, Delivery, Posted } from '../ports.ts';
import { type Db, withAccess } from '../store/database.ts';
import { type Listener, listen } from '../store/listen.ts';
import type { Log } from '../store/log.ts';
import { claimDue, type Lane } from '../store/outbox-claims.ts';
import { type Outcome, recover, settle } from '../store/outbox-outcomes.ts';
import { deliverLane } from './deliver-lane.ts';
import { gatherFiles, type MakeFile } from './files/gather-files.ts';
import { createSettler } from './settle-deliveries.ts';

/** What became of a message: its new state in the ledger, or `pending` when it will be tried again. */
export type DeliveryOutcome = Exclude<DeliveryState, 'sending'>;

/** Counts deliveries for the figures. */
export interface DeliveryFigures {
  delivery(platform: PlatformName, outcome: DeliveryOutcome): void;
}

interface Needs {
  db: Db;
  /** The address of the same database, to hear at once that something is to be said. Without it the sweep finds it. */
  url?: string;
  platforms: { post(delivery: Delivery): Promise<Posted> };
  /** Makes what a message brings and is not made yet. Without it such a message waits for a process that can. */
  makeFile?: MakeFile;
  clock: Clock;
  log: Log;
  figures?: DeliveryFigures;
}

export interface DispatcherLimits {
  /** About how many channels of one platform are spoken to at once, and how many of one workspace. */
  lanes: number;
  lanesPerWorkspace: number;
  /** How long claimed messages are ours. What is not settled by then counts as in doubt. */
  leaseMs: number;
  /** How long a platform may take to answer. */
  postMs: number;
  sweepMs: number;
  /** How long a stop waits for what is under way. */
  stopMs: number;
  random: () => number;
}

export interface Dispatcher {
  /** Delivers what is due from now on, woken by the database and by a sweep. Once only. */
  start(): void;
  /** Takes nothing more, and waits for what is under way. What hangs longer is left to the lease. */
  stop(): Promise<void>;
  /** Delivers everything due at this time, without timers, and says what became of it. */
  drain(now?: Date): Promise<Record<DeliveryOutcome, number>>;
  /** Something is due: looks at once. */
  wake: () => void;
}

const usual: DispatcherLimits = {
  lanes: 64,
  lanesPerWorkspace: 16,
  leaseMs: 60_000,
  postMs: 15_000,
  sweepMs: 1000,
  stopMs: 10_000,
  random: Math.random,
};

/** Waits for a pace are looked after together. */
const paceMs = 50;
/**
 * What nobody waits for is looked at this often at most: a broadcast has a message due every few milliseconds, and a reply that is due
 * would wait behind each look at it. Shorter than it takes any pace to fill what its burst leaves for broadcasts.
 */
const unhurriedMs = 200;
/** And no more of it than this: the hundreds of workspaces in which a broadcast begins at once would keep a process from its replies. */
const unhurriedAtOnce = 8;
const restMs = 1000;
/** How long a start waits for the connection that shows that it lives. */
const namingMs = 3000;

/**
 * Posts what is due and notes how it went. Any number of dispatchers, in any number of processes, share the work: each message is in
 * the hands of one. No transaction is open while a platform answers.
 */
export function createDispatcher(needs: Needs, given: Partial<DispatcherLimits> = {}): Dispatcher {
  const limits = { ...usual, ...given };
  const { db, url, platforms, makeFile, clock, log, figures } = needs;
  let by: string = randomUUID();
  const bell = createBell();
  const underWay = new Set<{ lane: Lane; done: Promise<void> }>();
  let pump: Promise<void> | undefined;
  let listener: Listener | undefined;
  const ending = new AbortController();

  const inDatabase = <Result>(work: Parameters<typeof withAccess<Result>>[2]): Promise<Result> =>
    withAccess(db, { kind: 'dispatcher' }, work, { retries: 2 });

  function count(platform: PlatformName, outcome: DeliveryOutcome): void {
    figures?.delivery(platform, outcome);
  }

  async function claim(
    now: Date,
    only: { repliesOnly?: boolean; unhurried?: number } = {},
  ): Promise<{ lanes: Lane[]; next: Date | undefined; ended: [PlatformName, DeliveryOutcome][] }> {
    const full = fullPlaces(underWay, limits);
    const claimed = await inDatabase((tx) => claimDue(tx, { by, now, ...limits, ...only, ...full }));
    const ended = claimed.ended.map(({ platform, state }): [PlatformName, DeliveryOutcome] => [platform, state]);
    for (const [platform, outcome] of ended) count(platform, outcome);
    return { ...claimed, ended };
  }

  async function send(lane: Lane, now: () => Date, note: (outcome: Outcome) => void): Promise<void> {
    const startedAt = clock.now().getTime();
    // Another message is begun only while the lease still covers the longest answer.
    const lastMs = limits.leaseMs - 2 * limits.postMs;
    const mayGoOn = (): boolean => !ending.signal.aborted && clock.now().getTime() - startedAt <= lastMs;
    const findFiles = (ids: readonly string[]) => gatherFiles(db, makeFile, ids);
    await deliverLane({ platforms, findFiles, clock, log, random: limits.random, postMs: limits.postMs }, lane, {
      now,
      mayGoOn,
      note(outcome) {
        const became = becameOf(outcome);
        if (became) count(outcome.row.channel.platform, became);
        note(outcome);
      },
    });
  }

  const settler = createSettler({
    write: async (outcomes) => void (await inDatabase((tx) => settle(tx, by, outcomes, clock.now()))),
    answers: () =>
      db.ping().then(
        () => true,
        () => false,
      ),
    settled: bell.ring,
    log,
  });

  function begin(lane: Lane): void {
    const entry = { lane, done: Promise.resolve() };
    underWay.add(entry);
    entry.done = send(lane, () => clock.now(), settler.add).then(() => {
      underWay.delete(entry);
      return settler.settle();
    });
  }

  async function sweep(now: Date): Promise<void> {
    const found = await inDatabase((tx) => recover(tx, now));
    if (found.again + found.ambiguous > 0) log.warn(found, 'Messages of a process that ended were taken over');
  }

  async function work(): Promise<void> {
    let sweptAt = Number.NEGATIVE_INFINITY;
    let lookedAt = Number.NEGATIVE_INFINITY;
    while (!ending.signal.aborted) {
      let waitMs = limits.sweepMs;
      try {
        const now = clock.now();
        if (now.getTime() - sweptAt >= limits.sweepMs) {
          await sweep(now);
          sweptAt = now.getTime();
        }
        const untilAll = lookedAt + unhurriedMs - now.getTime();
        const { lanes, next } = await claim(now, { repliesOnly: untilAll > 0, unhurried: unhurriedAtOnce });
        for (const lane of lanes) begin(lane);
        if (untilAll > 0) waitMs = Math.min(waitMs, untilAll);
        else lookedAt = now.getTime();
        if (next) waitMs = Math.min(waitMs, Math.max(paceMs, next.getTime() - now.getTime()));
      } catch (err) {
        log.warn({ err }, 'The outbox could not be read; trying again');
        waitMs = restMs;
      }
      await bell.heard(waitMs);
    }
  }

  return {
    start() {
      if (url !== undefined) {
        const alive = `live:${by}`;
        listener = listen({ url, channel: 'outbox', heard: bell.ring, log, alive });
        // While the name is held, others know that we live; once it falls they take over what we held at once.
        let begun = false;
        const named = listener.ready.then(() => (begun ? by : (by = alive)));
        pump = Promise.race([named, sleep(namingMs, undefined, { ref: false })]).then(() => {
          begun = true;
          return work();
        });
      } else pump = work();
    },

    async stop() {
      ending.abort();
      bell.ring();
      await listener?.stop();
      await pump;
      const over = new AbortController();
      await Promise.race([
        Promise.all([...underWay].map(({ done }) => done)),
        sleep(limits.stopMs, undefined, { signal: over.signal, ref: false }).catch(() => {}),
      ]);
      over.abort();
      await settler.close();
    },

    async drain(now = clock.now()) {
      const counts: Record<DeliveryOutcome, number> = {
        pending: 0,
        sent: 0,
        ambiguous: 0,
        parked: 0,
        dead: 0,
        expired: 0,
        cancelled: 0,
      };
      await sweep(now);
      for (;;) {
        const { lanes, ended } = await claim(now);
        for (const [, outcome] of ended) counts[outcome]++;
        if (lanes.length === 0 && ended.length === 0) return counts;
        const done: Outcome[] = [];
        await Promise.all(
          lanes.map((lane) =>
            send(
              lane,
              () => now,
              (outcome) => done.push(outcome),
            ),
          ),
        );
        await inDatabase((tx) => settle(tx, by, done, now));
        for (const outcome of done) {
          const became = becameOf(outcome);
          if (became) counts[became]++;
        }
      }
    },

    wake: bell.ring,
  };
}

function becameOf(outcome: Outcome): DeliveryOutcome | undefined {
  switch (outcome.was) {
    case 'sent':
      return 'sent';
    case 'failed':
      return outcome.move.to;
    case 'unneeded':
      return 'cancelled';
    case 'untried':
      return undefined;
  }
}

/** The platforms and workspaces that already have as many lanes under way as they may: a slow one takes nothing from the others. */
function fullPlaces(
  underWay: Iterable<{ lane: Lane }>,
  { lanes, lanesPerWorkspace }: Pick<DispatcherLimits, 'lanes' | 'lanesPerWorkspace'>,
): { fullPlatforms: PlatformName[]; fullWorkspaces: string[] } {
  const platforms = new Map<PlatformName, number>();
  const workspaces = new Map<string, number>();
  for (const { lane } of underWay) {
    const { platform, workspace } = lane[0].channel;
    platforms.set(platform, (platforms.get(platform) ?? 0) + 1);
    workspaces.set(`${platform}/${workspace}`, (workspaces.get(`${platform}/${workspace}`) ?? 0) + 1);
  }
  const full = <Key>(counts: Map<Key, number>, most: number): Key[] =>
    [...counts].filter(([, count]) => count >= most).map(([key]) => key);
  return { fullPlatforms: full(platforms, lanes), fullWorkspaces: full(workspaces, lanesPerWorkspace) };
}

interface Bell {
  ring: () => void;
  /** Until the bell rings, or rang since the last time, or this long. */
  heard(ms: number): Promise<void>;
}

function createBell(): Bell {
  let rang = false;
  let listening: (() => void) | undefined;
  return {
    ring() {
      rang = true;
      listening?.();
    },
    async heard(ms) {
      if (!rang) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          listening = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        listening = undefined;
      }
      rang = false;
    },
  };
}
