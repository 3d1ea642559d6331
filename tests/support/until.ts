import { setTimeout as sleep } from 'node:timers/promises';

/** What `look` gives as soon as it gives something. */
export async function until<T>(
  look: () => T | Promise<T>,
  what: string,
  mostMs = 20_000,
): Promise<NonNullable<Exclude<T, false>>> {
  const end = Date.now() + mostMs;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== null && found !== false) return found as NonNullable<Exclude<T, false>>;
    if (Date.now() > end) throw new Error(`Nothing came of waiting for ${what}.`);
    await sleep(50);
  }
}
