import type { Config } from '../config.ts';
import { createLog } from '../log.ts';
import type { Check } from '../ports.ts';
import { type Db, openDatabase, withAccess } from '../store/database.ts';
import { migrate } from '../store/migrate.ts';
import { backlog } from '../store/outbox.ts';
import { createSecrets } from '../store/secrets.ts';
import { openServer } from '../store/server.ts';
import { createWorkspaces } from '../store/workspaces.ts';

const longestWaitMs = 15 * 60_000;

export interface OpenedDatabase {
  db: Db;
  /** The migrations that were run on the way. */
  applied: string[];
  close(): Promise<void>;
}

/** Opens the database as a start would. Rejects with what to do. */
export async function openForChecks(config: Config): Promise<OpenedDatabase> {
  const log = createLog('silent');
  const server = await openServer(config, log);
  try {
    const applied = await migrate({ url: server.url, log });
    const db = await openDatabase({ url: server.url, log, poolSize: 2 });
    return {
      db,
      applied,
      async close() {
        await db.close();
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

export const checkDatabase = ({ db, applied }: OpenedDatabase, config: Config): Check[] => [
  {
    name: 'Database',
    run: async () => {
      const before = performance.now();
      await db.ping();
      const where = config.databaseUrl ? 'the server of DATABASE_URL' : `embedded, in ${config.dataDir}`;
      return { ok: true, found: `${where}, answers in ${Math.round(performance.now() - before)} ms` };
    },
  },
  {
    name: 'Migrations',
    run: () => Promise.resolve({ ok: true, found: applied.length > 0 ? `${applied.length} were run now` : 'up to date' }),
  },
  {
    name: 'Row security',
    run: () => Promise.resolve({ ok: true, found: 'holds this login, or the role it takes' }),
  },
  {
    name: 'Outbox',
    run: async () => {
      const { pending, parked, oldestDueMs } = await withAccess(db, { kind: 'dispatcher' }, (tx) => backlog(tx, new Date()));
      const found = `${pending} messages wait to be said, ${parked} more for a place that is away`;
      if (oldestDueMs <= longestWaitMs) return { ok: true, found };
      const minutes = Math.round(oldestDueMs / 60_000);
      return { ok: false, found: `${found}; the oldest for ${minutes} minutes`, fix: 'Is the companion running (npm start)?' };
    },
  },
];

/** Whether the tokens that are stored can be read with the keys that are set. */
export const checkTokens = ({ db }: OpenedDatabase, { encryptionKeys }: Config): Check => ({
  name: 'Stored tokens',
  run: async () => {
    const { stored, older, unreadable } = await createWorkspaces({ db, secrets: createSecrets(encryptionKeys) }).countSecrets();
    if (unreadable > 0) {
      return {
        ok: false,
        found: `those of ${unreadable} of ${stored} workspaces cannot be read`,
        fix: 'Put back into ENCRYPTION_KEY the key they were stored with, behind a comma, or install the companion there again.',
      };
    }
    const found = `of ${stored} workspaces, all can be read`;
    if (older === 0) return { ok: true, found };
    return { ok: true, found: `${found}; ${older} still with an older key, until the next start` };
  },
});
