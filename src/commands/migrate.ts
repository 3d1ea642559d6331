import { readConfig, readEnvironment } from '../config.ts';
import { createLog } from '../log.ts';
import { migrate } from '../store/migrate.ts';
import { openServer } from '../store/server.ts';

/** `npm run migrate`: brings the database up to date and ends. Every start does the same; this is for doing it beforehand. */
try {
  const config = readConfig(readEnvironment());
  const log = createLog(config.logLevel);
  const server = await openServer(config, log);
  try {
    const applied = await migrate({ url: server.url, log });
    console.log(applied.length > 0 ? `Migrated: ${applied.join(', ')}.` : 'The database is up to date.');
  } finally {
    await server.stop();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
