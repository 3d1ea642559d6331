import { type RawBuilder, sql } from 'kysely';
import type { Client } from 'pg';
import { connect } from './connection.ts';
import type { Log } from './log.ts';

export interface Listener {
  /** Resolves once it has heard for the first time that it hears: then `alive` is held too. */
  ready: Promise<void>;
  stop(): Promise<void>;
}

/** The lock that says that whoever is called so lives: it falls with its connection. */
export const lifeLock = (name: RawBuilder<unknown>): RawBuilder<unknown> => sql`hashtextextended(${name}, 7)`;

const firstWaitMs = 500;
const longestWaitMs = 30_000;
const heartbeatMs = 30_000;

/**
 * Hears the notifications of a channel of the database, each with what it brings, on a connection of its own that is opened again
 * whenever it breaks. `heard` is also called after each opening, with nothing, for what was missed. Never rejects: without a connection
 * nothing is heard, and it goes on trying.
 */
export function listen({
  url,
  channel,
  heard,
  log,
  alive,
}: {
  url: string;
  channel: string;
  heard: (payload?: string) => void;
  log: Log;
  /** A name held locked as long as the connection lives, so that others can tell that this process does. */
  alive?: string;
}): Listener {
  const { promise: ready, resolve: isReady } = Promise.withResolvers<void>();
  let client: Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let opening: Promise<void> | undefined;

  async function open(waitMs: number): Promise<void> {
    try {
      const opened = await connect(url);
      if (stopped) {
        await opened.end();
        return;
      }
      client = opened;
      opened.on('end', () => lost(opened));
      opened.on('error', () => lost(opened));
      opened.on('notification', ({ payload }) => heard(payload));
      await live(opened);
      await opened.query(`listen ${opened.escapeIdentifier(channel)}`);
      timer = setInterval(() => void beat(opened), heartbeatMs);
      isReady();
      heard();
    } catch (err) {
      if (stopped) return;
      log.warn({ err, channel }, 'Notifications of the database cannot be heard; trying again');
      again(waitMs);
    }
  }

  /** Holds the name. Not held at once when an older connection of ours still seems to live: then that one says that we do. */
  async function live(of: Client): Promise<void> {
    if (alive === undefined) await of.query('select 1');
    else await of.query('select pg_try_advisory_lock(hashtextextended($1, 7))', [alive]);
  }

  async function beat(of: Client): Promise<void> {
    try {
      await live(of);
    } catch {
      lost(of);
    }
  }

  function lost(of: Client): void {
    if (client !== of || stopped) return;
    log.warn({ channel }, 'The connection that hears notifications of the database broke; opening it again');
    again(firstWaitMs);
  }

  function again(waitMs: number): void {
    const broken = client;
    client = undefined;
    clearTimeout(timer);
    void broken?.end().catch(() => {});
    timer = setTimeout(() => {
      opening = open(Math.min(waitMs * 2, longestWaitMs));
    }, waitMs);
  }

  opening = open(firstWaitMs);
  return {
    ready,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await opening;
      clearTimeout(timer);
      await client?.end();
    },
  };
}
