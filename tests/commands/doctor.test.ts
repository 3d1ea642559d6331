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

it('npm run doctor looks at Microsoft Teams when it is set up, and shows no secret', async () => {
  const database = await aDatabase();
  const registered = {
    DATABASE_URL: database.url,
    PUBLIC_URL: 'http://localhost:3978',
    MICROSOFT_APP_ID: '6f0c1f1e-0a52-4d0b-9b0e-6f5a2f1d7c11',
    MICROSOFT_APP_PASSWORD: 'a-secret-that-nobody-may-see',
    MICROSOFT_APP_TENANT_ID: '0b6a2d1c-9a0f-4a55-8a6a-5d2f1f3b7e22',
  };
  const { code, said } = await doctor(registered);
  const trial = await doctor({ DATABASE_URL: database.url, TEAMS_WITHOUT_AUTH: 'yes' });
  await database.drop();
  expect(code).toBe(1);
  expect(said).toMatch(/\nok {3}Teams registration: application 6f0c1f1e.*\n/);
  expect(said).toMatch(/\nFIX {2}Teams address: PUBLIC_URL is http:.*\n {5}Set PUBLIC_URL/);
  expect(said).not.toContain('a-secret-that-nobody-may-see');
  expect(trial).toMatchObject({ code: 0, said: expect.stringContaining('\nok   Teams: without registration') });
});
