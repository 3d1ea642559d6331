import { randomUUID } from 'node:crypto';
import { type Clock, fromKysely, type JobResult, PgBoss, type SendOptions } from 'pg-boss';
import type { Tx } from './database.ts';
import type { Log } from './log.ts';

export interface Jobs {
  /** Opens the queue, makes its tables where they are missing, and begins to work. */
  start(): Promise<void>;
  /** Takes nothing more, and waits for what is being worked on. */
  stop(): Promise<void>;
  /**
   * Runs something at the times of a cron expression in a time zone: once, whatever the number of processes, and not while the last
   * run goes on. A time that passed while no process ran is made up for once.
   */
  schedule(name: string, cron: string, timeZone: string, run: () => Promise<unknown>): Promise<void>;
  /** Works on what `enqueue` put under this name, as it comes, some at once. */
  handle(name: string, run: (data: object) => Promise<unknown>, options?: { atOnce?: number }): Promise<void>;
  /** Queues a job in a unit of work: it is there when that is stored, and only then. A process must have begun to handle the name. */
  enqueue(tx: Tx, name: string, data: object, options?: EnqueueOptions): Promise<void>;
}

export interface EnqueueOptions {
  startAfter?: Date;
  /** Of jobs with the same key only one waits or runs. */
  key?: string;
}

/** A run that fails is tried again this often, later and later. */
const retries = { retryLimit: 5, retryDelay: 15, retryBackoff: true, retryDelayMax: 3600 };
/** A process that died is noticed by the silence of its jobs. */
const heartbeatSeconds = 30;
const stopMs = 10_000;
/** New jobs are heard of at once; this is for those whose time has come, and for what was missed. */
const pace = { notifyPollingIntervalSeconds: 5 } as const;

/** pg-boss on a few connections of its own. It reports trouble to the log and goes on. `clock` is for tests that move time by hand. */
export function openJobs({ url, log, clock }: { url: string; log: Log; clock?: Clock }): Jobs {
  const boss = new PgBoss({
    connectionString: url,
    max: 3,
    application_name: 'compagnon-vises-jobs',
    useListenNotify: true,
    superviseIntervalSeconds: 30,
    monitorIntervalSeconds: 30,
    ...(clock && { clock }),
  });
  boss.on('error', (err) => log.warn({ err }, 'The job queue had trouble with the database; it goes on'));
  boss.on('warning', ({ message, data }) => log.warn({ warning: message, type: typeOf(data) }, 'The job queue warns'));

  /** The queue keeps an error with its job. Its words may quote people, so only its name goes there; the rest goes to the log. */
  async function failureOf(name: string, run: () => Promise<unknown>): Promise<string | undefined> {
    try {
      await run();
      return undefined;
    } catch (err) {
      log.error({ err, job: name }, 'A job failed; it is tried again');
      return `${name} failed: ${err instanceof Error ? err.name : 'unknown'}`;
    }
  }

  return {
    async start() {
      await boss.start();
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: stopMs });
    },
    async schedule(name, cron, timeZone, run) {
      await boss.createQueue(name, { policy: 'exclusive', notify: true, heartbeatSeconds, deleteAfterSeconds: 3600, ...retries });
      await boss.work(name, pace, async () => {
        const failure = await failureOf(name, run);
        if (failure !== undefined) throw new Error(failure);
      });
      await boss.schedule(name, cron, null, { tz: timeZone, missed: 'once' });
    },
    async handle(name, run, { atOnce = 4 } = {}) {
      await boss.createQueue(name, { policy: 'exclusive', partition: true, notify: true, heartbeatSeconds, ...retries });
      // Only what fetches several goes on at once while there is more; one by one, each would wait for the next look.
      const batch = { batchSize: Math.max(2, atOnce), burstWhenBatchFull: true, perJobResults: true } as const;
      await boss.work<object, unknown, typeof batch & typeof pace>(name, { ...batch, ...pace }, (jobs) =>
        Promise.all(
          jobs.map(async ({ id, data }): Promise<JobResult> => {
            const failure = await failureOf(name, () => run(data));
            return failure === undefined ? { id, status: 'completed' } : { id, status: 'failed', output: { failure } };
          }),
        ),
      );
    },
    async enqueue(tx, name, data, { startAfter, key } = {}) {
      const options: SendOptions = { db: fromKysely(tx), singletonKey: key ?? randomUUID(), ...(startAfter && { startAfter }) };
      await boss.send(name, data, options);
    },
  };
}

const typeOf = (data: unknown): string | undefined =>
  typeof data === 'object' && data !== null && 'type' in data && typeof data.type === 'string' ? data.type : undefined;
