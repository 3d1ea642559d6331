import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Pool } from 'pg';
import { pino } from 'pino';
import { readContent } from '../src/content.ts';
import type { Incoming } from '../src/core/incoming.ts';
import { receive } from '../src/flows/receive.ts';
import { openDatabase } from '../src/store/database.ts';
import { openEmbedded } from '../src/store/embedded.ts';
import { migrate } from '../src/store/migrate.ts';
import { createFrames, createWording } from '../src/wording.ts';

export const quiet = pino({ level: 'error' });

/** A database of its own on a server, dropped at the end. */
export async function aDatabaseOn(serverUrl: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `vises_bench_${randomUUID().slice(0, 8)}`;
  const as = async (sql: string): Promise<void> => {
    const client = new Client({ connectionString: serverUrl });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  await as(`create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => as(`drop database ${name} with (force)`) };
}

/** The embedded server of the product, durable as in a first try, in a folder that goes at the end. */
export async function anEmbeddedServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'vises-bench-'));
  const embedded = await openEmbedded({ dataDir, log: quiet });
  return {
    url: embedded.url,
    async stop() {
      await embedded.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The product's flows on a database, with real time, and a raw pool on the same database beside them. */
export async function aWorldOn(url: string, width: number) {
  await migrate({ url, log: quiet });
  const db = await openDatabase({ url, poolSize: width, log: quiet });
  const pool = new Pool({ connectionString: url, max: width });
  const content = readContent('prompts');
  const [method] = content.methods;
  if (!method) throw new Error('There is no method in prompts/.');
  const clock = { now: () => new Date() };
  const needs = {
    db,
    clock,
    wording: createWording(content.phrases),
    frames: createFrames(content.valorisation),
    method,
    newId: randomUUID,
  };
  const from = (channel: string, person: string) => ({
    deliveryKey: randomUUID(),
    at: clock.now(),
    channel: { platform: 'local' as const, workspace: 'local', key: channel },
    direct: false,
    sender: { platform: 'local' as const, workspace: 'local', user: person, name: person, language: 'fr' as const },
  });
  return {
    pool,
    needs,
    method,
    receive: (incoming: Incoming) => receive(needs, incoming),
    start: (channel: string) =>
      receive(needs, {
        ...from(channel, 'Samira'),
        kind: 'form',
        action: 'start',
        files: [],
        fields: { structure: channel, group: 'insertion', path: 'full', language: 'fr' },
      }),
    says: (channel: string, text: string) =>
      receive(needs, { ...from(channel, 'Samira'), kind: 'message', message: randomUUID(), text, files: [], addressed: true }),
    async close() {
      await pool.end();
      await db.close();
    },
  };
}
export type World = Awaited<ReturnType<typeof aWorldOn>>;
