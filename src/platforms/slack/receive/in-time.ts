import { setTimeout as sleep } from 'node:timers/promises';

/** The result of `work`, or a rejection when it takes longer than `ms`. The work itself goes on. */
export async function inTime<Result>(work: Promise<Result>, ms: number, late: string): Promise<Result> {
  const over = new AbortController();
  const waited = sleep(Math.max(0, ms), undefined, { signal: over.signal }).then(
    () => Promise.reject(new Error(late)),
    () => new Promise<never>(() => {}),
  );
  try {
    return await Promise.race([work, waited]);
  } finally {
    over.abort();
  }
}
