import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { makeFile } from '../../src/export/make-file.ts';
import { createDispatcher } from '../../src/flows/deliver-outbox.ts';
import type { Needs } from '../../src/flows/needs.ts';
import { receiveSafely } from '../../src/flows/receive-safely.ts';
import type { SlackSettings } from '../../src/platforms/slack/settings.ts';
import { createSlackPlatform } from '../../src/platforms/slack/slack.ts';
import { createSaidMessages } from '../../src/store/said-messages.ts';
import { createSecrets } from '../../src/store/secrets.ts';
import { createWorkspaces } from '../../src/store/workspaces.ts';
import { aDatabase, asOwner } from './database.ts';
import { openDoors } from './door-server.ts';
import { houseFiles } from './made-files.ts';
import { frames, theMethod, wording } from './scene.ts';

/**
 * The product on Slack: a real database, the real flows and dispatcher, the real platform and its doors. What plays Slack is given, by
 * the root of its Web API; `port` is where the doors are, or any that is free.
 */
export async function aSlackHouse(settings: Omit<SlackSettings, 'publicUrl'>, port = 0) {
  const database = await aDatabase({ poolSize: 10 });
  const { db, url } = database;
  const clock = { now: () => new Date() };
  const lines: { level: number; msg: string; [field: string]: unknown }[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const needs = { db, clock, wording, frames, method: theMethod(), newId: randomUUID, log } satisfies Needs & { log: unknown };
  const workspaces = createWorkspaces({ db, secrets: createSecrets([randomBytes(32)]) });
  const unrouted: string[] = [];
  const platform = createSlackPlatform({
    settings: { ...settings, publicUrl: 'https://companion.example.org' },
    receive: (incoming) => receiveSafely(needs, incoming),
    workspaces,
    said: createSaidMessages({ db }),
    files: houseFiles(db, clock),
    clock,
    log,
    phrases: (language) => wording[language],
    figures: { unrouted: (because) => void unrouted.push(because) },
  });
  const doors = await openDoors(platform, port);
  const dispatcher = createDispatcher({
    db,
    url,
    platforms: platform,
    makeFile: (recipe) => makeFile(recipe, wording),
    clock,
    log,
  });
  dispatcher.start();
  await platform.start();
  return {
    db,
    url,
    platform,
    workspaces,
    /** Where Slack sends what happens. */
    door: `${doors.url}/slack/events`,
    /** What was logged, and what was sent that nothing was made of. */
    lines,
    unrouted,
    /** Waits until all that was to be said is said. */
    async quiet(): Promise<void> {
      for (let tries = 0; tries < 600; tries++) {
        const rows = await asOwner<{ open: string }>(
          url,
          `select count(*) as open from outbox where state in ('pending', 'sending')`,
        );
        if (rows[0]?.open === '0') return;
        await sleep(50);
      }
      throw new Error('There is always something left to say.');
    },
    async close(): Promise<void> {
      await doors.close();
      await dispatcher.stop();
      await database.drop();
    },
  };
}

export type SlackHouse = Awaited<ReturnType<typeof aSlackHouse>>;
