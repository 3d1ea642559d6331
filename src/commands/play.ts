import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { readContent } from '../content.ts';
import type { Method } from '../core/method.ts';
import type { Frames } from '../core/valorisation/frames.ts';
import type { Wording } from '../core/words.ts';
import { createLog } from '../log.ts';
import { readConversation, UnusableFile } from '../play/file.ts';
import { runConversation } from '../play/run.ts';
import { readSingleTurn, readSingleTurns } from '../play/single-turns.ts';
import { throwAwayDatabase } from '../play/throw-away.ts';
import { createFrames, createWording } from '../wording.ts';

/**
 * `npm run play -- FILE [--out RECORD.json]` plays a conversation in a throw-away database under a virtual clock and writes what was
 * said and what was recorded. `npm run play -- --turns FILE --out OUT.json` reads single turns, without a database.
 */
const usage = `npm run play -- FILE [--out RECORD.json] [--platform local] [--database-url URL]
npm run play -- --turns FILE --out OUT.json`;

/** A request that cannot be done: only its words are shown. */
class Refused extends Error {}

interface Content {
  method: Method;
  wording: Wording;
  frames: Frames;
}

try {
  await run();
} catch (error) {
  const isTold = error instanceof Refused || error instanceof UnusableFile;
  console.error(isTold || !(error instanceof Error) ? String(isTold ? error.message : error) : (error.stack ?? error.message));
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const { values, positionals } = readArguments();
  if (values.platform !== undefined && values.platform !== 'local') throw new Refused(platformWords(values.platform));
  if (values.turns !== undefined) {
    if (values.out === undefined) throw new Refused(`Say where the readings go: --turns ${values.turns} --out OUT.json.`);
    await readTurns(values.turns, values.out);
    return;
  }
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new Refused(`Name the one conversation to play.\n${usage}`);
  await playFile(file, values.out, values['database-url']);
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        turns: { type: 'string' },
        platform: { type: 'string' },
        'database-url': { type: 'string' },
      },
    });
  } catch (error) {
    throw new Refused(`${error instanceof Error ? error.message : 'The arguments cannot be read.'}\n${usage}`);
  }
}

function platformWords(platform: string): string {
  return platform === 'slack' || platform === 'teams'
    ? 'This version plays on the local platform: leave --platform out, or say --platform local.'
    : `--platform is "${platform}": this version knows local.`;
}

async function playFile(file: string, out: string | undefined, url: string | undefined): Promise<void> {
  const content = loadContent();
  const conversation = await reading(file, (json) => readConversation(json, content.method));
  const log = createLog('warn', pino.destination(2));
  const database = await throwAwayDatabase({ url, log });
  const interrupted = (): void => void database.remove().finally(() => process.exit(130));
  process.once('SIGINT', interrupted);
  process.once('SIGTERM', interrupted);
  try {
    const { undelivered, ...record } = await runConversation(conversation, { db: database.db, log, ...content });
    await write(record, out);
    if (undelivered > 0)
      throw new Refused(`${undelivered} messages of the companion could not be delivered: see the lines above.`);
    if (out !== undefined) console.log(`${conversation.turns.length} turns were played; their record is in ${out}.`);
  } finally {
    process.off('SIGINT', interrupted);
    process.off('SIGTERM', interrupted);
    await database.remove();
  }
}

async function readTurns(file: string, out: string): Promise<void> {
  const { method, wording } = loadContent();
  const turns = await reading(file, (json) => readSingleTurns(json, method));
  const read = turns.map((turn) => readSingleTurn(turn, method, wording));
  await write(read, out);
  console.log(`${read.length} turns were read; the readings are in ${out}.`);
}

function loadContent(): Content {
  const { methods, phrases, valorisation } = readContent(join(import.meta.dirname, '../../prompts'));
  const [method] = methods;
  if (!method) throw new Error('There is no method in prompts/method.');
  return { method, wording: createWording(phrases), frames: createFrames(valorisation) };
}

/** Each fault of a file is told with the file's name. */
async function reading<Result>(file: string, read: (json: string) => Result): Promise<Result> {
  const json = await readFile(file, 'utf8').catch((error: unknown) => {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new Refused(isMissing ? `There is no file ${file}.` : `The file ${file} cannot be read.`);
  });
  try {
    return read(json);
  } catch (error) {
    if (!(error instanceof UnusableFile)) throw error;
    throw new Refused(`${file} cannot be used; nothing was written.\n${error.message.replaceAll(/^/gm, '- ')}`);
  }
}

/** The whole file at once, or nothing. */
async function write(content: object, out: string | undefined): Promise<void> {
  const json = `${JSON.stringify(content, undefined, 2)}\n`;
  if (out === undefined) {
    process.stdout.write(json);
    return;
  }
  const unfinished = `${out}.${process.pid}.part`;
  try {
    await writeFile(unfinished, json);
    await rename(unfinished, out);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw new Refused(`The record cannot be written to ${out}: ${error instanceof Error ? error.message : 'unknown'}.`);
  }
}
