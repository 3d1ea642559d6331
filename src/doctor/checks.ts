import type { Config } from '../config.ts';
import type { Check } from '../ports.ts';
import { checkDatabase, checkTokens, openForChecks, type OpenedDatabase } from './database.ts';
import { checkContent, checkPort } from './machine.ts';

/** All that `npm run doctor` looks at with settings that can be used, in this order. The database is open while it is looked at. */
export async function* checksOf(config: Config): AsyncGenerator<Check> {
  yield checkContent;
  yield checkPort(config);
  let database: OpenedDatabase;
  try {
    database = await openForChecks(config);
  } catch (error) {
    yield { name: 'Database', run: () => Promise.reject(error instanceof Error ? error : new Error(String(error))) };
    yield* platformChecks(config);
    return;
  }
  try {
    yield* checkDatabase(database, config);
    yield checkTokens(database, config);
    yield* platformChecks(config);
  } finally {
    await database.close();
  }
}

/** What the platforms that are on want looked at: each gives its own list. */
async function* platformChecks({ slack, teams, encryptionKeys }: Config): AsyncGenerator<Check> {
  if (slack) {
    const { createSlackChecks } = await import('../platforms/slack/doctor.ts');
    yield* createSlackChecks({ settings: slack, clock: { now: () => new Date() }, hasEncryptionKey: encryptionKeys.length > 0 });
  }
  if (teams) {
    yield {
      name: 'Microsoft Teams',
      run: () => Promise.resolve({ ok: false, found: 'not part of this version yet', fix: 'Remove its settings.' }),
    };
  }
}
