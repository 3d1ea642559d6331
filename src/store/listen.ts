import type { Client } from 'pg';
import { connect } from './connection.ts';
import type { Log } from './log.ts';

export interface Listener {
  stop(): Promise<void>;
}

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
}: {
  url: string;
  channel: string;
  heard: (payload?: string) => void;
  log: Log;
}): Listener {
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
      await opened.query(`listen ${opened.escapeIdentifier(channel)}`);
      timer = setInterval(() => void beat(opened), heartbeatMs);
      heard();
    } catch (err) {
      if (stopped) return;
      log.warn({ err, channel }, 'Notifications of the database cannot be heard; trying again');
      again(waitMs);
    }
  }

  async function beat(of: Client): Promise<void> {
    try {
      await of.query('select 1');
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
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await opening;
      clearTimeout(timer);
      await client?.end();
    },
  };
}
