import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig, readEnvironment, settingNames } from '../src/config.ts';

const refusal = (env: Record<string, string>): string => {
  try {
    readConfig(env);
  } catch (error) {
    return String(error);
  }
  throw new Error('these settings were accepted');
};

describe('settings', () => {
  it('need not be there at all', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://localhost:3000',
      databaseUrl: undefined,
      dataDir: resolve('.data'),
      slack: undefined,
      teams: undefined,
      local: { openTo: [] },
      model: undefined,
      encryptionKeys: [],
      logLevel: 'info',
      notices: [],
    });
  });

  it('are taken as they are given', () => {
    const env = {
      PORT: '8080',
      HOST: '0.0.0.0',
      PUBLIC_URL: 'https://vises.example.org/',
      DATABASE_URL: 'postgresql://me:hush@db.example.org/vises',
      DATA_DIR: '/srv/vises',
      LOCAL_PLATFORM: 'on',
      LOCAL_OPEN_TO: 'Vises.example.org, 192.168.1.20',
      LOG_LEVEL: 'debug',
    };
    expect(readConfig(env)).toEqual({
      host: '0.0.0.0',
      port: 8080,
      publicUrl: 'https://vises.example.org',
      databaseUrl: 'postgresql://me:hush@db.example.org/vises',
      dataDir: '/srv/vises',
      slack: undefined,
      teams: undefined,
      local: { openTo: ['vises.example.org', '192.168.1.20'] },
      model: undefined,
      encryptionKeys: [],
      logLevel: 'debug',
      notices: [],
    });
  });

  it('left empty count as left out', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '  ', SLACK_BOT_TOKEN: '' })).toEqual(readConfig({}));
  });

  it.each([
    ['PORT', '80 80'],
    ['PORT', '70000'],
    ['PORT', '3.5'],
    ['HOST', 'not a host'],
    ['PUBLIC_URL', 'vises.example.org'],
    ['PUBLIC_URL', 'ftp://vises.example.org'],
    ['PUBLIC_URL', 'https://vises.example.org/sub'],
    ['PUBLIC_URL', 'https://me:hush@vises.example.org'],
    ['DATABASE_URL', 'mysql://me:hush@db/vises'],
    ['LOCAL_PLATFORM', 'maybe'],
    ['ENCRYPTION_KEY', 'c0ffee'],
    ['LOCAL_OPEN_TO', 'https://vises.example.org'],
    ['LOG_LEVEL', 'loud'],
  ])('that cannot be used are named, and what they held is not: %s=%s', (name, value) => {
    const words = refusal({ [name]: value });
    expect(words).toContain(`- ${name}: `);
    expect(words).toContain('.env.example');
    expect(words).not.toContain(value);
  });

  it('that cannot be used are named all at once', () => {
    const words = refusal({ PORT: 'x', LOG_LEVEL: 'x', SLACK_SIGNING_SECRET: 'hush' });
    expect(words).toMatch(/- SLACK_BOT_TOKEN: needed to speak in one workspace/);
    expect(words).toMatch(/- PORT: .*\n- LOG_LEVEL: /s);
    expect(words).not.toContain('hush');
  });

  it.each(['0.0.0.0', '192.168.1.20', '::', 'vises.example.org'])(
    'open the local page to other machines only on purpose: HOST=%s',
    (HOST) => {
      expect(refusal({ HOST })).toMatch(/- LOCAL_OPEN_TO: needed because HOST opens the local page/);
      expect(readConfig({ HOST, LOCAL_OPEN_TO: 'vises.example.org' }).host).toBe(HOST);
    },
  );

  it.each(['localhost', '127.0.0.1', '127.0.0.53', '::1'])('need no purpose on this machine: HOST=%s', (HOST) => {
    expect(readConfig({ HOST }).publicUrl).toBe('http://localhost:3000');
  });

  it('that many machines have anyway, such as a key of OpenAI, turn no model on', () => {
    const { model, notices } = readConfig({ OPENAI_API_KEY: 'hush' });
    expect(model).toBeUndefined();
    expect(notices).toEqual(['OPENAI_API_KEY is set and changes nothing without OPENAI_MODEL, the name of a model.']);
  });

  it('name a model, its endpoint and what it may take', () => {
    const { model, notices } = readConfig({
      OPENAI_BASE_URL: 'http://localhost:8080/v1/',
      OPENAI_MODEL: 'small',
      OPENAI_TOKENS_PER_DAY: '5000',
      OPENAI_PRICE_IN: '0.15',
      OPENAI_PRICE_OUT: '0.6',
    });
    expect(model).toEqual({
      baseUrl: 'http://localhost:8080/v1',
      host: 'localhost:8080',
      name: 'small',
      timeoutMs: 60_000,
      tokensPerDay: 5000,
      prices: { in: 0.15, out: 0.6 },
    });
    expect(notices).toEqual([]);
    expect(readConfig({ OPENAI_API_KEY: 'hush', OPENAI_MODEL: 'small' }).model).toMatchObject({
      host: 'api.openai.com',
      apiKey: 'hush',
    });
    expect(readConfig({ OPENAI_BASE_URL: 'http://models.example.org', OPENAI_MODEL: 'small' }).notices[0]).toContain(
      'unencrypted',
    );
  });

  it('of a model that cannot be used say what would be right, and never what was set', () => {
    const read = () =>
      readConfig({
        OPENAI_MODEL: 'small',
        OPENAI_BASE_URL: 'ftp://user:hush@x',
        OPENAI_TIMEOUT_SECONDS: 'soon',
        OPENAI_PRICE_IN: '-1',
      });
    expect(read).toThrow(/OPENAI_BASE_URL: an address[^]*OPENAI_TIMEOUT_SECONDS: a number[^]*OPENAI_PRICE_IN, OPENAI_PRICE_OUT/u);
    expect(read).not.toThrow('hush');
    expect(() => readConfig({ OPENAI_MODEL: 'small' })).toThrow('OPENAI_API_KEY: needed for api.openai.com');
  });

  it('come from .env where the environment has none', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'vises-env-'));
    const file = join(folder, '.env');
    expect(readEnvironment(file)['PORT']).toBe(process.env['PORT']);
    await writeFile(file, 'PORT=4000\nPATH=nowhere\n');
    expect(readEnvironment(file)).toMatchObject({ PORT: '4000', PATH: process.env['PATH'] });
    await rm(folder, { recursive: true });
  });
});

it('.env.example speaks of every setting, and of none that is not read', () => {
  const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
  const described = [...example.matchAll(/^#([A-Z_]+)=/gm)].map(([, name]) => name);
  expect(new Set(described)).toEqual(new Set([...settingNames, 'TEST_DATABASE_URL']));
  // As it is, the example changes nothing.
  expect(example.split('\n').filter((line) => line && !line.startsWith('#'))).toEqual([]);
});
