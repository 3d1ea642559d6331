import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '../store/connection.ts';
import { type Db, openDatabase } from '../store/database.ts';
import { openEmbedded } from '../store/embedded.ts';
import type { Log } from '../store/log.ts';
import { migrate } from '../store/migrate.ts';

/** A migrated database of one's own for a while. */
export interface ThrowAway {
  db: Db;
  /** Removes it with all that is in it. Calling it again waits for the same end. */
  remove(): Promise<void>;
}

/** Makes a database to be thrown away: on the server of `url`, or on an embedded one in a temporary folder. */
export async function throwAwayDatabase({ url, log }: { url?: string | undefined; log: Log }): Promise<ThrowAway> {
  const server = url === undefined ? await throwAwayServer(log) : await databaseOn(url);
  try {
    await migrate({ url: server.url, log });
    const db = await openDatabase({ url: server.url, poolSize: 3, log });
    let removed: Promise<void> | undefined;
    return { db, remove: () => (removed ??= close()) };

    async function close(): Promise<void> {
      try {
        await db.close();
      } finally {
        await server.remove();
      }
    }
  } catch (error) {
    await server.remove();
    throw error;
  }
}

interface Place {
  url: string;
  remove(): Promise<void>;
}

async function throwAwayServer(log: Log): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'vises-play-'));
  // Open to the server's own user, when we are root.
  await chmod(folder, 0o755);
  const removeFolder = () => rm(folder, { recursive: true, force: true });
  try {
    const server = await openEmbedded({ dataDir: folder, log, durable: false });
    return {
      url: server.url,
      async remove() {
        await server.stop();
        await removeFolder();
      },
    };
  } catch (error) {
    await removeFolder();
    throw error;
  }
}

async function databaseOn(url: string): Promise<Place> {
  const name = `vises_play_${randomBytes(6).toString('hex')}`;
  await onServer(url, `create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return { url: own.href, remove: () => onServer(url, `drop database if exists ${name} with (force)`) };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = await connect(url);
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
