import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { aDatabase } from '../support/database.ts';

const root = join(import.meta.dirname, '../..');

/** Runs `npm run doctor` with these settings and none of the machine's own. */
function doctor(settings: Record<string, string>): Promise<{ code: number; said: string; complained: string }> {
  const env = { PATH: process.env['PATH'], PORT: '0', LOG_LEVEL: 'silent', ...settings };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['-r', './src/node-guard.cjs', 'src/commands/doctor.ts'],
      { cwd: root, env },
      (error, said, complained) => {
        resolve({ code: error ? Number(error.code) : 0, said, complained });
      },
    );
  });
}

it('npm run doctor says that all is well', async () => {
  const database = await aDatabase();
  const { code, said, complained } = await doctor({ DATABASE_URL: database.url });
  await database.drop();
  expect({ code, complained }).toEqual({ code: 0, complained: '' });
  expect(said).toMatch(/^ok {3}Node: \d+\.\d+\.\d+\nok {3}Settings: they can be used\nok {3}Content: /);
  expect(said).not.toContain('FIX');
});

it('npm run doctor says what to do about settings, and goes no further', async () => {
  const { code, said } = await doctor({ SLACK_BOT_TOKEN: 'xoxp-hush' });
  expect(code).toBe(1);
  expect(said).toMatch(/\nFIX {2}Settings: .*\n- SLACK_SIGNING_SECRET: .*\n- SLACK_BOT_TOKEN: this is a user token/);
  expect(said).not.toMatch(/hush|Database/);
});
