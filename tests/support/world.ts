import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { homeKey, type Incoming, type PlaceEvent, type PlatformName } from '../../src/core/incoming.ts';
import { makeFile } from '../../src/export/make-file.ts';
import { createDispatcher } from '../../src/flows/deliver-outbox.ts';
import { toCsv } from '../../src/export/csv.ts';
import type { Needs, WritingDesk } from '../../src/flows/needs.ts';
import { receive } from '../../src/flows/receive.ts';
import { createHolidays } from '../../src/holidays.ts';
import { aDatabase } from './database.ts';
import { aFakePlatform } from './fake-platform.ts';
import { aFixedClock } from './fixed-clock.ts';
import { frames, theMethod, theTips, wording } from './scene.ts';

const isHoliday = createHolidays();

/** The product without its doors: a real database, the real flows and dispatcher, a fake platform, a clock that stands still. */
export async function aWorld({
  poolSize = 10,
  on = 'local',
  writing,
}: { poolSize?: number; on?: PlatformName; writing?: WritingDesk } = {}) {
  const database = await aDatabase({ poolSize });
  const clock = aFixedClock(new Date('2026-01-05T09:00:00Z'));
  const platform = aFakePlatform(on);
  const lines: { level: number; msg: string; [field: string]: unknown }[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const broadcasting = { tips: theTips(), isHoliday: createHolidays(), toCsv };
  const needs = {
    db: database.db,
    clock,
    wording,
    frames,
    method: theMethod(),
    newId: randomUUID,
    isHoliday,
    log,
    broadcasting,
    ...(writing && { writing }),
  } satisfies Needs & { log: unknown };
  const dispatcher = createDispatcher({
    db: database.db,
    platforms: platform,
    makeFile: (recipe) => makeFile(recipe, wording),
    clock,
    log,
  });

  const from = (channel: string, person: string) => ({
    deliveryKey: randomUUID(),
    at: clock.now(),
    channel: { platform: on, workspace: 'local', key: channel },
    direct: false,
    sender: { platform: on, workspace: 'local', user: person, name: person, language: 'fr' as const },
  });
  const aText = (channel: string, person: string, text: string, thread?: string): Incoming & { kind: 'message' } => ({
    ...from(channel, person),
    kind: 'message',
    message: randomUUID(),
    text,
    files: [],
    addressed: true,
    ...(thread !== undefined && { thread }),
  });
  const aPress = (
    channel: string,
    person: string,
    action: string,
    message: string,
    value?: string,
  ): Incoming & { kind: 'press' } => ({
    ...from(channel, person),
    kind: 'press',
    action,
    message,
    ...(value !== undefined && { value }),
  });
  const aStart = (channel: string, person: string, fields: Record<string, string> = {}): Incoming & { kind: 'form' } => ({
    ...from(channel, person),
    kind: 'form',
    action: 'start',
    files: [],
    fields: { structure: 'Les Ateliers du Canal', group: 'insertion', path: 'express', language: 'fr', ...fields },
  });

  /** Something happens to a place. Whoever did it need not be known. */
  const aPlace = (
    channel: string,
    what: PlaceEvent,
    more: Partial<Incoming & { kind: 'place' }> = {},
  ): Incoming & { kind: 'place' } => ({ ...from(channel, 'somebody'), kind: 'place', what, ...more });
  /** Somebody opens their own view; on a platform without views it is a card where they are alone with the companion. */
  const aHome = (person: string, key = homeKey(person)): Incoming & { kind: 'home' } => ({
    ...from(key, person),
    direct: true,
    kind: 'home',
  });

  return {
    ...database,
    needs,
    clock,
    platform,
    log,
    /** What was logged. */
    lines,
    dispatcher,
    aText,
    aPress,
    aStart,
    aPlace,
    aHome,
    receive: (incoming: Incoming) => receive(needs, incoming),
    /** What is due is posted. */
    drain: () => dispatcher.drain(clock.now()),
    /** The newest message of this kind in a channel, about this question if one is named. */
    newest: (channel: string, kind: string, question?: string) =>
      platform.shown.findLast(
        (shown) =>
          shown.channel === channel && shown.message.kind === kind && (!question || shown.message.about?.question === question),
      ),
  };
}
