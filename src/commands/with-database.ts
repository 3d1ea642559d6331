import { type Config, readConfig, readEnvironment } from '../config.ts';
import { createLog } from '../log.ts';
import { type Db, openDatabase } from '../store/database.ts';
import type { Log } from '../store/log.ts';
import { migrate } from '../store/migrate.ts';
import { openServer } from '../store/server.ts';

export interface OpenedDatabase {
  db: Db;
  url: string;
  log: Log;
}

/** The settings of this machine, and a log that keeps to what went wrong unless somebody asked for more. */
export function readSettings(): { config: Config; log: Log } {
  const config = readConfig(readEnvironment());
  return { config, log: createLog(config.logLevel === 'info' ? 'warn' : config.logLevel) };
}

/** Does this with the product's database, brought up to date; the embedded server is started for it, or joined where it runs. */
export async function withDatabase<Result>(
  { config, log }: { config: Config; log: Log },
  work: (opened: OpenedDatabase) => Promise<Result>,
): Promise<Result> {
  const server = await openServer(config, log);
  try {
    await migrate({ url: server.url, log });
    const db = await openDatabase({ url: server.url, poolSize: 2, log });
    try {
      return await work({ db, url: server.url, log });
    } finally {
      await db.close();
    }
  } finally {
    await server.stop();
  }
}

/** Prints what a command has to say, or what went wrong and ends with 1. */
export async function saying(work: () => Promise<string>): Promise<void> {
  try {
    console.log(await work());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
