import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../store/log.ts';
import type { Outcome } from '../store/outbox-outcomes.ts';

interface Needs {
  /** Writes how these messages went, all or none. */
  write: (outcomes: Outcome[]) => Promise<void>;
  /** Whether the database can be reached at all. */
  answers: () => Promise<boolean>;
  /** Called after each batch. */
  settled: () => void;
  log: Log;
}

export interface Settler {
  add: (outcome: Outcome) => void;
  /** Writes what there is now, without waiting for more. Never rejects. */
  settle: () => Promise<void>;
  /** Writes a last time; what cannot be written then is left to the leases. */
  close(): Promise<void>;
}

/** How long outcomes are gathered before they are written. */
const gatherMs = 50;
const restMs = 1000;
const mostTries = 5;

interface Waiting {
  outcome: Outcome;
  tries: number;
}

/** Writes down in batches how messages went. One batch at a time: what comes in meanwhile makes the next one. */
export function createSettler({ write, answers, settled, log }: Needs): Settler {
  let waiting: Waiting[] = [];
  let writing: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  async function writeAll(): Promise<void> {
    while (waiting.length > 0) {
      clearTimeout(timer);
      timer = undefined;
      const batch = waiting;
      waiting = [];
      try {
        await write(batch.map(({ outcome }) => outcome));
      } catch (err) {
        log.warn({ err, deliveries: batch.length }, 'How messages were delivered could not be written down; trying again');
        const left = await writeOneByOne(batch);
        if (closed) return;
        waiting = [...left, ...waiting];
        if (left.length > 0) await sleep(restMs);
      }
    }
  }

  /** One that cannot be written must not hold up the others. Gives back those to try again. */
  async function writeOneByOne(batch: Waiting[]): Promise<Waiting[]> {
    const left: Waiting[] = [];
    for (const [index, { outcome, tries }] of batch.entries()) {
      try {
        await write([outcome]);
      } catch (err) {
        // While the database is away every one of them fails, which is no reason to give one up.
        if (!(await answers())) return [...left, ...batch.slice(index)];
        if (tries + 1 < mostTries) left.push({ outcome, tries: tries + 1 });
        else
          log.error(
            { err, deliveryId: outcome.row.id },
            'How a message was delivered cannot be written down; it is left to its lease',
          );
      }
    }
    return left;
  }

  function settle(): Promise<void> {
    writing ??= writeAll().finally(() => {
      writing = undefined;
      settled();
    });
    return writing;
  }

  return {
    add(outcome) {
      if (closed) return;
      waiting.push({ outcome, tries: 0 });
      timer ??= setTimeout(() => void settle(), gatherMs);
    },
    settle,
    async close() {
      closed = true;
      await settle();
      // A batch that was being written when this was called may have left some.
      await settle();
      clearTimeout(timer);
    },
  };
}
