import { openEmbedded } from './embedded.ts';
import type { Log } from './log.ts';

/** The Postgres server the product works on, whoever runs it. */
export interface Server {
  url: string;
  /** Leaves the server; the embedded one ends with its last client. Call it when every pool is closed. */
  stop(): Promise<void>;
}

/** The server of `DATABASE_URL`, or without one the embedded server of `DATA_DIR`. */
export async function openServer(
  { databaseUrl, dataDir }: { databaseUrl: string | undefined; dataDir: string },
  log: Log,
): Promise<Server> {
  if (databaseUrl !== undefined) return { url: databaseUrl, stop: () => Promise.resolve() };
  return openEmbedded({ dataDir, log });
}
