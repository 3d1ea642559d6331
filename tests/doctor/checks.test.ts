import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { checksOf } from '../../src/doctor/checks.ts';
import { runChecks } from '../../src/doctor/run-checks.ts';
import type { Check } from '../../src/ports.ts';
import { createSecrets } from '../../src/store/secrets.ts';
import { createWorkspaces } from '../../src/store/workspaces.ts';
import { aDatabase } from '../support/database.ts';
import { aModelEndpoint } from '../support/model-endpoint.ts';
import { aChannel, reply, say } from '../support/outbox.ts';

const told = async (checks: Iterable<Check> | AsyncIterable<Check>, mostMs?: number) => {
  const lines: string[] = [];
  const ok = await runChecks(checks, (line) => lines.push(line), mostMs === undefined ? {} : { mostMs });
  return { ok, lines };
};
const well: Check = { name: 'Well', run: () => Promise.resolve({ ok: true, found: 'fine' }) };

describe('checks', () => {
  it('of a platform stand beside ours: one line each, and the fix below what is not well', async () => {
    const clock: Check = {
      name: 'Slack: clock',
      run: () => Promise.resolve({ ok: false, found: '12 minutes ahead', fix: 'Set the clock.' }),
    };
    expect(await told([clock, well])).toEqual({
      ok: false,
      lines: ['FIX  Slack: clock: 12 minutes ahead', '     Set the clock.', 'ok   Well: fine'],
    });
    expect((await told([well])).ok).toBe(true);
  });

  it('that fail or hang are findings, and stop none of the others', async () => {
    const failing: Check = { name: 'Failing', run: () => Promise.reject(new Error('no such host')) };
    const hanging: Check = { name: 'Hanging', run: () => new Promise(() => {}) };
    expect(await told([failing, hanging, well], 30)).toEqual({
      ok: false,
      lines: ['FIX  Failing: no such host', 'FIX  Hanging: no answer within 0.03 s', 'ok   Well: fine'],
    });
  });
});

describe('npm run doctor', () => {
  let database: Awaited<ReturnType<typeof aDatabase>>;
  beforeAll(async () => {
    database = await aDatabase();
  });
  afterAll(() => database.drop());

  const examine = async (env: Record<string, string> = {}) =>
    told(checksOf(readConfig({ DATABASE_URL: database.url, PORT: '0', ...env })));

  it('looks at the content, the port, the database and the tokens', async () => {
    const { ok, lines } = await examine();
    expect(lines.filter((line) => !line.startsWith('ok   '))).toEqual([]);
    expect(lines.map((line) => line.slice(5).split(':')[0])).toEqual([
      'Content',
      'Port',
      'Database',
      'Migrations',
      'Row security',
      'Outbox',
      'Stored tokens',
    ]);
    expect(ok).toBe(true);
  });

  it('asks the language model one word, where one is set up, and says what to do when it does not answer', async () => {
    const endpoint = await aModelEndpoint();
    endpoint.answers(() => 'yes');
    const asked = { OPENAI_API_KEY: 'sk-hush', OPENAI_MODEL: 'small', OPENAI_BASE_URL: endpoint.url };
    const well = await examine(asked);
    expect(well.lines.at(-1)).toMatch(/^ok {3}Language model: small at 127\.0\.0\.1:\d+ answers/u);
    expect(endpoint.asked).toHaveLength(1);
    await endpoint.stop();
    const { ok, lines } = await examine(asked);
    expect(ok).toBe(false);
    expect(lines.at(-2)).toContain('FIX  Language model: small at 127.0.0.1');
    expect(lines.at(-1)).toContain('OPENAI_BASE_URL');
    expect(lines.join('')).not.toContain('hush');
  });

  it('says that another program has the port', async () => {
    const other = createServer((_request, response) => response.writeHead(404).end());
    await new Promise<void>((resolve) => void other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const { ok, lines } = await examine({ PORT: String(port) });
    await new Promise((resolve) => void other.close(resolve));
    expect(ok).toBe(false);
    expect(lines).toContain(`FIX  Port: ${port} on 127.0.0.1 is taken by another program`);
    expect(lines).toContain('     End it, or set PORT to a free one.');
  });

  it('says that the database is away, once', async () => {
    const { ok, lines } = await examine({ DATABASE_URL: 'postgres://x:hush@127.0.0.1:1/z' });
    expect(ok).toBe(false);
    expect(lines.filter((line) => line.startsWith('FIX'))).toEqual([
      expect.stringMatching(/^FIX {2}Database: .*cannot be reached/),
    ]);
    expect(lines.join()).not.toContain('hush');
  });

  it('says that messages wait although nobody is away', async () => {
    const channel = await aChannel(database.db);
    await say(database.db, channel, [reply('late')], new Date(Date.now() - 3_600_000));
    const { ok, lines } = await examine();
    expect(ok).toBe(false);
    expect(lines).toContain(
      'FIX  Outbox: 1 messages wait to be said, 0 more for a place that is away; the oldest for 60 minutes',
    );
  });

  it('says that stored tokens cannot be read, and which keys may go', async () => {
    const [older, newer] = [randomBytes(32), randomBytes(32)];
    const workspaces = createWorkspaces({ db: database.db, secrets: createSecrets([older]) });
    await workspaces.save({ platform: 'slack', key: 'T1', secrets: { botToken: 'xoxb-hush' }, details: {} });
    const tokens = async (...keys: Buffer[]) =>
      (await examine({ ENCRYPTION_KEY: keys.map((key) => key.toString('hex')).join(',') })).lines.filter((line) =>
        line.includes('Stored tokens'),
      );
    expect(await tokens(older)).toEqual(['ok   Stored tokens: of 1 workspaces, all can be read']);
    expect(await tokens(newer, older)).toEqual([
      expect.stringMatching(/^ok .*; 1 still with an older key, until the next start/),
    ]);
    expect(await tokens(newer)).toEqual(['FIX  Stored tokens: those of 1 of 1 workspaces cannot be read']);
    expect(await tokens()).toEqual(['FIX  Stored tokens: those of 1 of 1 workspaces cannot be read']);
  });
});
