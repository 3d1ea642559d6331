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
    yield* platformChecks(config, database);
  } finally {
    await database.close();
  }
}

/** What the platforms that are on want looked at: each gives its own list. `database` is absent when it cannot be opened. */
function platformChecks({ slack, teams }: Config, _database?: OpenedDatabase): Check[] {
  const missing = [...(slack ? ['Slack'] : []), ...(teams ? ['Microsoft Teams'] : [])];
  return missing.map((name) => ({
    name,
    run: () => Promise.resolve({ ok: false, found: 'not part of this version yet', fix: 'Remove its settings.' }),
  }));
}
