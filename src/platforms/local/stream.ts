import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { quietHeaders, type Exchange, type Log } from './exchange.ts';
import { limits } from './limits.ts';
import type { LocalMemory } from './memory.ts';
import { Refusal } from './refusal.ts';
import { isSeenBy, renderPost } from './render.ts';

export const streamHeaders = {
  ...quietHeaders,
  'content-type': 'text/event-stream; charset=utf-8',
  // A proxy that gathers an answer before passing it on would keep the page waiting.
  'x-accel-buffering': 'no',
};

export interface Streams {
  /** Answers with the changes after `after` that this person sees, then with each new one, until the caller goes. */
  open(exchange: Exchange, place: { channel: string; person?: string | undefined }, after: number): Promise<void>;
  stop(): Promise<void>;
}

/** Server-sent events. Nothing is kept here: each stream reads the memory from where it is, when something changed or a beat passed. */
export function createStreams({ memory, log }: { memory: LocalMemory; log: Log }): Streams {
  const wakers = new Map<ServerResponse, { channel: string; wake: () => void }>();
  const ending = new AbortController();
  let watching: ReturnType<LocalMemory['watch']> | undefined;

  /** One watch for all streams, begun with the first of them. */
  function watch(): void {
    watching ??= memory.watch((channel) => {
      for (const waker of wakers.values()) if (channel === undefined || waker.channel === channel) waker.wake();
    });
  }

  return {
    async open({ response }, { channel, person }, after) {
      if (ending.signal.aborted || wakers.size >= limits.streams) throw new Refusal(503, 'busy');
      watch();
      let last = after;
      let waiting = Promise.withResolvers<void>();
      wakers.set(response, { channel, wake: () => waiting.resolve() });
      const gone = new AbortController();
      const over = AbortSignal.any([gone.signal, ending.signal]);
      const beat = setInterval(() => {
        if (!over.aborted) response.write('event: heartbeat\ndata: {}\n\n');
        waiting.resolve();
      }, limits.heartbeatMs);
      response.once('close', () => {
        gone.abort();
        waiting.resolve();
      });

      response.writeHead(200, streamHeaders);
      response.write('retry: 2000\n\n');
      try {
        while (!over.aborted) {
          // Taken before reading: a change that comes while we read wakes us once more.
          waiting = Promise.withResolvers<void>();
          last = await writeChanges(response, { channel, person }, last, over);
          await waiting.promise;
        }
      } finally {
        clearInterval(beat);
        wakers.delete(response);
        response.end();
      }
    },

    async stop() {
      ending.abort();
      const ends = [...wakers].map(async ([response, { wake }]) => {
        wake();
        await once(response, 'close', { signal: AbortSignal.timeout(500) }).catch(() => {});
      });
      await Promise.all(ends);
      await watching?.stop();
    },
  };

  /** Writes what changed, oldest change first, and gives the place reached. What cannot be read now is read at the next beat. */
  async function writeChanges(
    response: ServerResponse,
    { channel, person }: { channel: string; person?: string | undefined },
    after: number,
    over: AbortSignal,
  ): Promise<number> {
    let last = after;
    try {
      for (;;) {
        const changed = await memory.list(channel, last, limits.postsAtOnce);
        for (const post of changed) {
          last = post.seq;
          if (over.aborted || !isSeenBy(post, person)) continue;
          const flows = response.write(`id: ${post.seq}\ndata: ${JSON.stringify(renderPost(post, person))}\n\n`);
          if (!flows) await once(response, 'drain', { signal: over });
        }
        if (changed.length < limits.postsAtOnce || over.aborted) return last;
      }
    } catch (error) {
      if (!over.aborted) log.warn({ err: error }, 'The stream of the local page could not read what changed; it tries again.');
      return last;
    }
  }
}
