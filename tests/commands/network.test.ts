import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aDatabase, asOwner } from '../support/database.ts';

const root = join(import.meta.dirname, '../..');
let database: Awaited<ReturnType<typeof aDatabase>>;
beforeAll(async () => void (database = await aDatabase()));
afterAll(() => database.drop());

function network(...args: string[]): Promise<{ code: number; said: string; complained: string }> {
  const env = { PATH: process.env['PATH'], DATABASE_URL: database.url, LOG_LEVEL: 'silent' };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['-r', './src/node-guard.cjs', 'src/commands/network.ts', ...args],
      { cwd: root, env },
      (error, said, complained) => resolve({ code: error ? Number(error.code) : 0, said, complained }),
    );
  });
}

it('npm run network makes a network and prints a code for its animator, good once and for a week, of which only a hash is kept', async () => {
  const { code, said, complained } = await network('--name', '  La  Fédération ');
  expect([code, complained]).toEqual([0, '']);
  const [printed = ''] = /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(said) ?? [];
  const rows = await asOwner<{ name: string; role: string; uses_left: number; code_hash: string; days: number }>(
    database.url,
    `select n.name, i.role, i.uses_left, i.code_hash, round(extract(epoch from i.expires_at - i.created_at) / 86400)::int as days
     from invitations i join networks n on n.id = i.network_id`,
  );
  const hash = createHash('sha256').update(`vises-code:${printed}`).digest('hex');
  expect(rows).toEqual([{ name: 'La Fédération', role: 'animator', uses_left: 1, code_hash: hash, days: 7 }]);
});

it('npm run network lists what is there, and makes no second one of the same name', async () => {
  expect(await network()).toMatchObject({ code: 0, said: expect.stringMatching(/^La Fédération, since \d{4}-\d\d-\d\d\n$/) });
  const { code, complained } = await network('--name', 'la fédération');
  expect(code).toBe(1);
  expect(complained).toContain('npm run network -- --code-for "la fédération"');
});

it('npm run network -- --code-for prints another code for a network that is there', async () => {
  const { code, said } = await network('--code-for', 'La Fédération');
  expect(code).toBe(0);
  const [printed = ''] = /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(said) ?? [];
  const hash = createHash('sha256').update(`vises-code:${printed}`).digest('hex');
  const rows = await asOwner<{ role: string; name: string }>(
    database.url,
    `select i.role, n.name from invitations i join networks n on n.id = i.network_id where i.code_hash = '${hash}'`,
  );
  expect(rows).toEqual([{ role: 'animator', name: 'La Fédération' }]);
  expect((await network('--code-for', 'Une autre')).complained).toContain('npm run network');
});

it.each([
  ['--name', ' '],
  ['--name', 'x'.repeat(121)],
  ['--name', 'A', '--code-for', 'A'],
])('npm run network says how it is asked: %s %s', async (...args) => {
  const { code, complained } = await network(...args);
  expect(code).toBe(1);
  expect(complained).toContain('npm run network -- --name');
});
