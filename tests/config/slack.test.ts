import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';

const problemsOf = (env: Record<string, string>): string[] => {
  try {
    readConfig(env);
  } catch (error) {
    const words = String(error);
    for (const value of Object.values(env)) if (value.includes('hush')) expect(words).not.toContain(value);
    return words
      .split('\n')
      .slice(1)
      .map((line) => line.slice(2));
  }
  return [];
};

const publicUrl = 'https://vises.example.org';
const one = { PUBLIC_URL: publicUrl, SLACK_SIGNING_SECRET: 'hush-signing', SLACK_BOT_TOKEN: 'xoxb-hush' };
const many = {
  PUBLIC_URL: publicUrl,
  SLACK_SIGNING_SECRET: 'hush-signing',
  SLACK_CLIENT_ID: '1.2',
  SLACK_CLIENT_SECRET: 'hush-client',
  SLACK_STATE_SECRET: 'hush-state',
  ENCRYPTION_KEY: 'ab'.repeat(32),
};
const without = (env: Record<string, string>, name: string) =>
  Object.fromEntries(Object.entries(env).filter(([key]) => key !== name));

describe('Slack', () => {
  it('in one workspace needs its signing secret and its token, and takes the place of the local page', () => {
    const config = readConfig(one);
    expect(config.slack).toEqual({ signingSecret: 'hush-signing', botToken: 'xoxb-hush', publicUrl });
    expect(config).toMatchObject({ local: undefined, teams: undefined, notices: [] });
    expect(problemsOf(without(one, 'SLACK_BOT_TOKEN'))).toEqual([
      expect.stringMatching(
        /^SLACK_BOT_TOKEN: .*OAuth & Permissions.*SLACK_CLIENT_ID, SLACK_CLIENT_SECRET and SLACK_STATE_SECRET/,
      ),
    ]);
    expect(problemsOf(without(one, 'SLACK_SIGNING_SECRET'))).toEqual([
      expect.stringMatching(/^SLACK_SIGNING_SECRET: .*Basic Information > App Credentials.*SLACK_APP_TOKEN/),
    ]);
  });

  it('in Socket Mode needs no signing secret and no public address', () => {
    const config = readConfig({ SLACK_APP_TOKEN: 'xapp-hush', SLACK_BOT_TOKEN: 'xoxb-hush' });
    expect(config.slack).toEqual({ appToken: 'xapp-hush', botToken: 'xoxb-hush', publicUrl: 'http://localhost:3000' });
    expect(config.notices).toEqual([]);
  });

  it('in many workspaces needs three settings, and a key for the tokens it stores', () => {
    const config = readConfig(many);
    expect(config.slack).toEqual({
      signingSecret: 'hush-signing',
      clientId: '1.2',
      clientSecret: 'hush-client',
      stateSecret: 'hush-state',
      publicUrl,
    });
    expect(config.encryptionKeys.map((key) => Buffer.from(key).toString('hex'))).toEqual(['ab'.repeat(32)]);
    for (const name of ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET', 'ENCRYPTION_KEY']) {
      expect(problemsOf(without(many, name))).toEqual([expect.stringMatching(`^${name}: needed`)]);
    }
  });

  it('is either in one workspace or in many', () => {
    expect(problemsOf({ ...many, SLACK_BOT_TOKEN: 'xoxb-hush' })).toEqual([
      expect.stringMatching(/^SLACK_BOT_TOKEN: speaks in one workspace, .* in many: remove the one or the other/),
    ]);
  });

  it('names everything that is wrong at once', () => {
    const problems = problemsOf({ SLACK_CLIENT_ID: '1.2', SLACK_API_URL: 'slack.com', PORT: 'x' });
    expect(problems.map((problem) => problem.split(':')[0])).toEqual([
      'PORT',
      'SLACK_SIGNING_SECRET',
      'SLACK_CLIENT_SECRET',
      'SLACK_STATE_SECRET',
      'ENCRYPTION_KEY',
      'SLACK_API_URL',
    ]);
  });

  it.each([
    ['SLACK_BOT_TOKEN', 'xoxp-hush', /this is a user token, and what is needed is the Bot User OAuth Token/],
    ['SLACK_BOT_TOKEN', 'xapp-hush', /this is an app-level token/],
    ['SLACK_BOT_TOKEN', 'xoxe.xoxb-hush', /ends after 12 hours: switch token rotation off/],
    ['SLACK_APP_TOKEN', 'xoxb-hush', /this is a bot token, and what is needed is an app-level token/],
  ])('notices a token in the place of another: %s=%s', (name, value, words) => {
    expect(problemsOf({ ...one, [name]: value })).toEqual([expect.stringMatching(words)]);
  });

  it('alone with another root of its API is not set up', () => {
    expect(problemsOf({ SLACK_API_URL: 'http://localhost:4000/api' })).toHaveLength(2);
    expect(readConfig({ ...one, SLACK_API_URL: 'http://localhost:4000/api' }).slack?.apiUrl).toBe('http://localhost:4000/api/');
  });

  it('says that no call will come when the address is not a public one', () => {
    expect(readConfig(without(one, 'PUBLIC_URL')).notices).toEqual([
      expect.stringMatching(/^PUBLIC_URL does not start with https/),
    ]);
  });
});

describe('the local page', () => {
  it('stays beside Slack when it is asked for', () => {
    expect(readConfig({ ...one, LOCAL_PLATFORM: 'on' }).local).toEqual({ openTo: [] });
  });

  it('asks for no host names when it is off', () => {
    expect(readConfig({ ...one, HOST: '0.0.0.0' }).host).toBe('0.0.0.0');
    expect(problemsOf({ ...one, HOST: '0.0.0.0', LOCAL_PLATFORM: 'on' })).toEqual([
      expect.stringMatching(/^LOCAL_OPEN_TO: .*or leave LOCAL_PLATFORM out/),
    ]);
    expect(readConfig({ ...one, LOCAL_OPEN_TO: 'a.example' }).notices).toEqual([
      'LOCAL_OPEN_TO is set and changes nothing: the local page is off.',
    ]);
  });

  it('cannot be off when there is nowhere else to talk', () => {
    expect(problemsOf({ LOCAL_PLATFORM: 'off' })).toEqual([
      expect.stringMatching(/^LOCAL_PLATFORM: off leaves no place to talk/),
    ]);
  });
});

describe('keys', () => {
  const bytes = Buffer.from(Array.from({ length: 32 }, (_, index) => 255 - index));
  const other = Buffer.alloc(32, 7);

  it.each([
    ['hex', bytes.toString('hex')],
    ['hex in capitals', bytes.toString('hex').toUpperCase()],
    ['base64', bytes.toString('base64')],
    ['base64 for addresses', bytes.toString('base64url')],
  ])('are read as %s', (_how, text) => {
    const keys = readConfig({ ENCRYPTION_KEY: `${text}, ${other.toString('hex')}` }).encryptionKeys;
    expect(keys.map((key) => Buffer.from(key).toString('hex'))).toEqual([bytes.toString('hex'), other.toString('hex')]);
  });

  it.each([
    ['too short', bytes.subarray(1).toString('hex')],
    ['too long', `${bytes.toString('hex')}00`],
    ['words', 'correct horse battery staple correct horse b'],
    ['one of two', `${bytes.toString('hex')},`],
  ])('are refused when they are not 32 bytes: %s', (_how, text) => {
    const problems = problemsOf({ ENCRYPTION_KEY: text });
    expect(problems).toEqual([expect.stringMatching(/^ENCRYPTION_KEY: 32 random bytes/)]);
    expect(problems.join('')).not.toContain(text);
  });
});
