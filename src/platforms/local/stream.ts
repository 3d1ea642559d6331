import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { quietHeaders, type Exchange } from './exchange.ts';
import { limits } from './limits.ts';
import type { LocalMemory } from './memory.ts';
import { Refusal } from './refusal.ts';
import { isSeenBy, renderPost } from './render.ts';

export interface Streams {
  /** Answers with the changes after `after` that this person sees, then with each new one, until the caller goes. */
  open(exchange: Exchange, place: { channel: string; person?: string | undefined }, after: number): Promise<void>;
  stop(): Promise<void>;
}

/** Server-sent events. Nothing is kept here: each stream reads the memory from where it is, when something changed or a beat passed. */
export function createStreams({ memory, log }: { memory: LocalMemory; log: Logger }): Streams {
  const wakers = new Map<ServerResponse, { channel: string; wake: () => void }>();
  let watching: Promise<() => Promise<void>> | undefined;
  let stopped = false;

  /** One watch for all streams, begun with the first of them and begun again if it could not. */
  function watch(): Promise<unknown> {
    watching ??= memory.watch((channel) => {
      for (const waker of wakers.values()) if (channel === undefined || waker.channel === channel) waker.wake();
    });
    watching.catch(() => (watching = undefined));
    return watching;
  }

  return {
    async open({ response }, { channel, person }, after) {
      if (stopped || wakers.size >= limits.streams) throw new Refusal(503, 'busy');
      await watch();
      let last = after;
      let waiting = Promise.withResolvers<void>();
      wakers.set(response, { channel, wake: () => waiting.resolve() });
      const beat = setInterval(() => {
        response.write('event: heartbeat\ndata: {}\n\n');
        waiting.resolve();
      }, limits.heartbeatMs);
      const gone = new AbortController();
      response.once('close', () => {
        gone.abort();
        waiting.resolve();
      });

      response.writeHead(200, { ...quietHeaders, 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' });
      response.write('retry: 2000\n\n');
      try {
        while (!gone.signal.aborted && !stopped) {
          // Taken before reading: a change that comes while we read wakes us once more.
          waiting = Promise.withResolvers<void>();
          last = await writeChanges(response, { channel, person }, last, gone.signal);
          await waiting.promise;
        }
      } finally {
        clearInterval(beat);
        wakers.delete(response);
        response.end();
      }
    },

    async stop() {
      stopped = true;
      for (const [response, waker] of wakers) {
        response.end();
        waker.wake();
      }
      const end = await watching?.catch(() => undefined);
      await end?.();
    },
  };

  /** Writes what changed, oldest change first, and gives the place reached. What cannot be read now is read at the next beat. */
  async function writeChanges(
    response: ServerResponse,
    { channel, person }: { channel: string; person?: string | undefined },
    after: number,
    gone: AbortSignal,
  ): Promise<number> {
    let last = after;
    try {
      for (;;) {
        const changed = await memory.list(channel, last, limits.postsAtOnce);
        for (const post of changed) {
          last = post.seq;
          if (gone.aborted || !isSeenBy(post, person)) continue;
          const flows = response.write(`id: ${post.seq}\ndata: ${JSON.stringify(renderPost(post, person))}\n\n`);
          if (!flows) await once(response, 'drain', { signal: gone });
        }
        if (changed.length < limits.postsAtOnce || gone.aborted) return last;
      }
    } catch (error) {
      if (!gone.aborted) log.warn({ err: error }, 'The stream of the local page could not read what changed; it tries again.');
      return last;
    }
  }
}
