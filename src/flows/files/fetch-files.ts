import { setTimeout as sleep } from 'node:timers/promises';
import { decide } from '../../core/evaluation/decide.ts';
import { type FileFailure, largestFileBytes } from '../../core/files.ts';
import type { Incoming } from '../../core/incoming.ts';
import { DeliveryFailure, FileTooLarge, type Platform } from '../../ports.ts';
import { type Access, withAccess } from '../../store/database.ts';
import { lockEvaluation } from '../../store/load-evaluation.ts';
import type { Log } from '../../store/log.ts';
import { getMethod } from '../../store/methods.ts';
import { homeOf } from '../../store/routing.ts';
import { saveTurn } from '../../store/save-turn.ts';
import { claimFile, dueFiles, failFile, keepFile, putOffFile, type WaitingFile } from '../../store/waiting-files.ts';
import { queue } from '../evaluation/queue.ts';
import { sceneOf } from '../evaluation/take-turn.ts';
import type { Needs } from '../needs.ts';

export type FetchNeeds = Needs & { log: Log; platforms: readonly Pick<Platform, 'name' | 'fetchFile'>[] };

const minute = 60_000;
/** How long after each try that failed the next one comes. After the last the file is given up. */
export const fetchWaitsMs = [minute, 5 * minute, 30 * minute, 120 * minute] as const;

/** How long one try may take, until another process may try. */
const leaseMs = 5 * minute;
const mostAtOnce = 50;

/**
 * Brings the files here that are due. Two at once fetch none twice, and what fails stops no other. Gives back how many came.
 *
 * @param mayGoOn asked before each file
 */
export async function fetchFiles(needs: FetchNeeds, mayGoOn: () => boolean = () => true): Promise<number> {
  const due = await withAccess(needs.db, { kind: 'operator' }, (tx) => dueFiles(tx, needs.clock.now(), mostAtOnce));
  let came = 0;
  for (const { id, structureId } of due) {
    if (!mayGoOn()) break;
    try {
      if (await fetchFile(needs, id, structureId)) came++;
    } catch (err) {
      needs.log.error({ err, file: id }, 'A file could not be dealt with; it is tried again');
    }
  }
  return came;
}

async function fetchFile(needs: FetchNeeds, id: string, structureId: string): Promise<boolean> {
  const now = needs.clock.now();
  const own: Access = { kind: 'structure', structures: [structureId] };
  const file = await withAccess(needs.db, own, (tx) => claimFile(tx, id, now, new Date(now.getTime() + leaseMs)));
  if (!file) return false;
  const fetched = await tryFetch(needs, file);
  if ('bytes' in fetched) {
    await withAccess(needs.db, own, (tx) => keepFile(tx, id, fetched));
    return true;
  }
  if (fetched.waitMs === undefined) await giveUp(needs, file, fetched.why);
  else {
    const until = new Date(now.getTime() + fetched.waitMs);
    await withAccess(needs.db, own, (tx) => putOffFile(tx, id, until));
  }
  return false;
}

type Fetched = { bytes: Uint8Array; type: string } | { why: FileFailure; /** Absent: it will never come. */ waitMs?: number };

/** Asks the platform, outside any transaction. */
async function tryFetch({ platforms, log }: FetchNeeds, file: WaitingFile): Promise<Fetched> {
  const { name, type, size, remote, from, attempts } = file;
  if (size > largestFileBytes) return { why: 'too-large' };
  const again = fetchWaitsMs[attempts - 1];
  const platform = platforms.find((each) => each.name === from.platform);
  try {
    if (!platform?.fetchFile) throw new DeliveryFailure('later', 'its platform is not switched on');
    const fetched = await platform.fetchFile(from.workspace, { name, type, size, remote });
    return fetched.bytes.byteLength > largestFileBytes ? { why: 'too-large' } : fetched;
  } catch (error) {
    const failure = error instanceof DeliveryFailure ? error : undefined;
    const because = failure?.message ?? (error instanceof Error ? `unforeseen ${error.name}` : 'unforeseen');
    log.warn({ file: file.id, platform: from.platform, attempts, because }, 'A file did not come this time');
    if (failure instanceof FileTooLarge) return { why: 'too-large' };
    if (failure?.outcome === 'never') return { why: 'refused' };
    return again === undefined
      ? { why: 'unreachable' }
      : { why: 'unreachable', waitMs: Math.max(again, failure?.retryAfterMs ?? 0) };
  }
}

/** The file is marked, what rests on it is to be looked at again, and its author hears why: all or nothing, and once. */
async function giveUp(needs: FetchNeeds, file: WaitingFile, why: FileFailure): Promise<void> {
  const { id, structureId, evaluationId, name } = file;
  const now = needs.clock.now();
  await withAccess(needs.db, { kind: 'structure', structures: [structureId] }, async (tx) => {
    const before = await lockEvaluation(tx, evaluationId);
    if (!(await failFile(tx, id, why))) return;
    const person = file.person ?? before.carrier;
    const home = await homeOf(tx, evaluationId);
    if (!person || !home) return;
    const method = await getMethod(tx, before.methodVersion);
    const scene = sceneOf(needs, before, method, person, { in: 'channel' }, now);
    const turn = decide(before, { what: 'file-failed', file: id, name, person, why }, scene);
    await saveTurn(tx, { before, after: turn.evaluation, changes: turn.changes, channelId: home, now });
    const { mirrors = [] } = before;
    await queue(tx, { origin: home, home, mirrors, structureId, evaluationId }, turn.say, now);
  });
}

export interface Fetcher {
  /** After a turn that brought files: they need not wait for the minute. */
  after(incoming: Incoming): void;
  idle(): Promise<void>;
  /** Begins no other file, and waits a moment for the one under way: what does not come now is due again once its lease is over. */
  stop(): Promise<void>;
}

const usualStopMs = 5000;

/** Fetches beside the turns, one run at a time: what comes in meanwhile makes the next one. */
export function createFetcher(needs: FetchNeeds, stopMs = usualStopMs): Fetcher {
  let running: Promise<void> | undefined;
  let isWanted = false;
  const stopping = new AbortController();
  async function run(): Promise<void> {
    while (isWanted && !stopping.signal.aborted) {
      isWanted = false;
      await fetchFiles(needs, () => !stopping.signal.aborted).catch((err: unknown) =>
        needs.log.warn({ err }, 'Files could not be fetched; they are tried again within a minute'),
      );
    }
    running = undefined;
  }
  return {
    after(incoming) {
      if (!('files' in incoming) || !incoming.files.some((file) => 'remote' in file)) return;
      isWanted = true;
      running ??= run();
    },
    idle: () => running ?? Promise.resolve(),
    async stop() {
      stopping.abort();
      await Promise.race([running, sleep(stopMs, undefined, { ref: false })]);
    },
  };
}
