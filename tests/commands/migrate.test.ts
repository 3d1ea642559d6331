import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { anEmptyDatabase } from '../support/database.ts';
import { aFolder, endEverythingOn, isRunning } from '../support/embedded.ts';

const root = join(import.meta.dirname, '../..');

let folder: Awaited<ReturnType<typeof aFolder>>;
beforeEach(async () => void (folder = await aFolder()));
afterEach(async () => {
  await endEverythingOn(folder.path);
  await folder.remove();
});

/** Runs Node in the repository, as `npm run` does, with these settings and none of the machine's own. */
function node(
  args: string[],
  settings: Record<string, string> = {},
): Promise<{ code: number; said: string; complained: string }> {
  const env = { PATH: process.env['PATH'], DATA_DIR: folder.path, DATABASE_URL: '', LOG_LEVEL: 'silent', ...settings };
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: root, env }, (error, said, complained) => {
      resolve({ code: error ? Number(error.code) : 0, said, complained });
    });
  });
}

const migrate = (settings?: Record<string, string>) => node(['-r', './src/node-guard.cjs', 'src/commands/migrate.ts'], settings);

it('npm run migrate brings the embedded database up to date and leaves nothing running', async () => {
  expect(await migrate()).toEqual({ code: 0, said: expect.stringMatching(/^Migrated: 0001_/), complained: '' });
  expect(isRunning(folder.path)).toBe(false);
  expect(await migrate()).toEqual({ code: 0, said: 'The database is up to date.\n', complained: '' });
  expect(isRunning(folder.path)).toBe(false);
});

it('npm run migrate goes to the server of DATABASE_URL', async () => {
  const database = await anEmptyDatabase();
  expect((await migrate({ DATABASE_URL: database.url })).said).toMatch(/^Migrated: 0001_/);
  await database.drop();
});

it('npm run migrate says in plain words what stops it', async () => {
  const { code, said, complained } = await migrate({ PORT: 'x' });
  expect({ code, said }).toEqual({ code: 1, said: '' });
  expect(complained).toMatch(/^These settings .*\n- PORT: a whole number from 0 to 65535\n$/);
});

it('an old Node is told what to do instead of failing on the first line of TypeScript', async () => {
  const start = (version: string) =>
    node(['-e', `Object.defineProperty(process.versions, 'node', { value: '${version}' }); require('./src/node-guard.cjs');`]);
  for (const version of ['20.20.2', '24.11.1', '8.0.0']) {
    expect(await start(version)).toMatchObject({
      code: 1,
      complained: expect.stringMatching(`needs Node 24.12 or newer.* ${version}: run "npm install"`),
    });
  }
  for (const version of ['24.12.0', '24.21.0', '26.0.0'])
    expect(await start(version)).toEqual({ code: 0, said: '', complained: '' });
});
