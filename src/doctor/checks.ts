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
    yield* modelChecks(config);
    return;
  }
  try {
    yield* checkDatabase(database, config);
    yield checkTokens(database, config);
    yield* platformChecks(config);
    yield* modelChecks(config);
  } finally {
    await database.close();
  }
}

/** What the platforms that are on want looked at: each gives its own list, and is loaded only then. */
async function* platformChecks({ slack, teams, encryptionKeys, publicUrl }: Config): AsyncGenerator<Check> {
  const clock = { now: () => new Date() };
  if (slack) {
    const { createSlackChecks } = await import('../platforms/slack/doctor.ts');
    yield* createSlackChecks({ settings: slack, clock, hasEncryptionKey: encryptionKeys.length > 0 });
  }
  if (teams) {
    const { createTeamsChecks } = await import('../platforms/teams/doctor.ts');
    yield* createTeamsChecks({ settings: teams, publicUrl, clock });
  }
}

/** The endpoint of the language model, if one is set up. */
async function* modelChecks({ model }: Config): AsyncGenerator<Check> {
  if (!model) return;
  const { createModelCheck } = await import('../agents/doctor.ts');
  const { apiKey, baseUrl, host, name, timeoutMs } = model;
  const clock = { now: () => new Date() };
  yield createModelCheck({ ...(apiKey && { apiKey }), baseUrl, host, model: name, timeoutMs }, clock);
}
