import { setTimeout as sleep } from 'node:timers/promises';
import { type BenchChannel, heavyWorkspaces } from './broadcast-fill.ts';
import type { throttledPlatforms } from './broadcast-fakes.ts';
import type { World } from './world.ts';

export interface Times {
  count: number;
  p50: number;
  p95: number;
}

export interface Reply {
  /** When it was asked for. */
  at: number;
  ms: number;
}

export function timesOf(replies: readonly Reply[]): Times {
  const sorted = replies.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { count: sorted.length, p50: at(0.5), p95: at(0.95) };
}

const perSecond = 5;

/** Teams that ask where they are, in large and small places alike, each one's reply timed from the door to the platform. */
export function askers(channels: readonly BenchChannel[], world: World, fakes: Awaited<ReturnType<typeof throttledPlatforms>>) {
  const healthy = channels.filter(({ trouble }) => trouble === undefined);
  const some = [...heavyWorkspaces, undefined].flatMap((workspace) =>
    healthy
      .filter((each) =>
        workspace === undefined ? !(heavyWorkspaces as readonly string[]).includes(each.workspace) : each.workspace === workspace,
      )
      .slice(0, channels.length < 1000 ? 4 : 15),
  );
  let next = 0;
  async function ask(): Promise<number> {
    const who = some[(next++ * 17) % some.length];
    if (!who) throw new Error('Nobody is there to ask.');
    const heard = fakes.hears(who.key);
    const from = performance.now();
    const { platform, workspace, key } = who;
    await world.receive({
      kind: 'message',
      deliveryKey: `ask-${next}`,
      message: platform === 'slack' ? `${1_600_000_000 + next}.000100` : String(1_600_000_000_000 + next),
      at: new Date(),
      channel: { platform, workspace, key },
      direct: false,
      sender: { platform, workspace, user: `U-${key}`, name: 'Samira', language: 'fr' },
      text: 'où en sommes-nous ?',
      files: [],
      addressed: true,
    });
    await Promise.race([heard, sleep(30_000)]);
    return performance.now() - from;
  }
  return {
    async warmUp(): Promise<void> {
      for (let i = 0; i < some.length; i++) await Promise.race([ask(), sleep(5000)]);
      await sleep(3000);
    },
    /** Asks in its own rhythm, whatever the answers take, for as long as this lasts. */
    async during(work: () => Promise<unknown>): Promise<Reply[]> {
      const took: Reply[] = [];
      const open = new Set<Promise<void>>();
      const ending = new AbortController();
      const asking = (async () => {
        while (!ending.signal.aborted) {
          const at = Date.now();
          const one = ask().then((ms) => void took.push({ at, ms }));
          open.add(one);
          void one.finally(() => open.delete(one));
          await sleep(1000 / perSecond);
        }
      })();
      try {
        await work();
      } finally {
        ending.abort();
      }
      await asking;
      await Promise.all(open);
      return took;
    },
  };
}
