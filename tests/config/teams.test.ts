import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';

const problemsOf = (env: Record<string, string>): string[] => {
  try {
    readConfig(env);
  } catch (error) {
    expect(String(error)).not.toContain('hush');
    return String(error)
      .split('\n')
      .slice(1)
      .map((line) => line.slice(2));
  }
  return [];
};

const tenant = '8c1f7a52-0000-4000-8000-000000000001';
const bot = {
  PUBLIC_URL: 'https://vises.example.org',
  MICROSOFT_APP_ID: '8c1f7a52-0000-4000-8000-000000000002',
  MICROSOFT_APP_PASSWORD: 'hush~hush',
};

describe('Teams', () => {
  it('needs a bot with its secret, and takes the place of the local page', () => {
    const config = readConfig({ ...bot, MICROSOFT_APP_TYPE: 'SingleTenant', MICROSOFT_APP_TENANT_ID: tenant });
    expect(config.teams).toEqual({
      appId: bot.MICROSOFT_APP_ID,
      appPassword: 'hush~hush',
      appType: 'SingleTenant',
      tenantId: tenant,
      withoutAuth: false,
    });
    expect(config).toMatchObject({ local: undefined, slack: undefined, notices: [] });
    expect(problemsOf({ MICROSOFT_APP_TENANT_ID: tenant })).toEqual([
      expect.stringMatching(/^MICROSOFT_APP_ID: needed beside MICROSOFT_APP_TENANT_ID; .*Configuration/),
      expect.stringMatching(/^MICROSOFT_APP_PASSWORD: needed .*Value of a client secret/),
    ]);
  });

  it('is of one tenant when a tenant is named, and of many otherwise', () => {
    expect(readConfig(bot).teams).toMatchObject({ appType: 'MultiTenant' });
    expect(readConfig({ ...bot, MICROSOFT_APP_TENANT_ID: tenant }).teams).toMatchObject({ appType: 'SingleTenant' });
    expect(problemsOf({ ...bot, MICROSOFT_APP_TYPE: 'SingleTenant' })).toEqual([
      expect.stringMatching(/^MICROSOFT_APP_TENANT_ID: needed with SingleTenant/),
    ]);
    expect(problemsOf({ ...bot, MICROSOFT_APP_TYPE: 'Single' })).toEqual([
      expect.stringMatching(/^MICROSOFT_APP_TYPE: SingleTenant or MultiTenant/),
    ]);
  });

  it('notices the id of a secret in the place of the secret', () => {
    expect(problemsOf({ ...bot, MICROSOFT_APP_PASSWORD: tenant })).toEqual([
      expect.stringMatching(/^MICROSOFT_APP_PASSWORD: this is the Secret ID; .*Value/),
    ]);
  });

  it('says that no call will come when the address is not a public one', () => {
    expect(readConfig({ ...bot, PUBLIC_URL: 'http://vises.example.org' }).notices).toEqual([
      expect.stringMatching(/^PUBLIC_URL does not start with https/),
    ]);
  });

  it('can be tried without a registration, on this machine alone', () => {
    expect(readConfig({ TEAMS_WITHOUT_AUTH: 'yes' })).toMatchObject({
      teams: { withoutAuth: true },
      local: undefined,
      notices: [],
    });
    expect(readConfig({ TEAMS_WITHOUT_AUTH: 'yes', LOCAL_PLATFORM: 'on', NODE_ENV: 'test' }).local).toEqual({ openTo: [] });
  });

  it.each([
    [{ NODE_ENV: 'production' }, /not while NODE_ENV is production/],
    [{ HOST: '0.0.0.0' }, /only while HOST is this machine alone/],
    [{ HOST: '192.168.1.20', LOCAL_OPEN_TO: '192.168.1.20', LOCAL_PLATFORM: 'on' }, /only while HOST is this machine alone/],
    [bot, /not beside MICROSOFT_APP_ID and MICROSOFT_APP_PASSWORD/],
    [{ TEAMS_WITHOUT_AUTH: 'no' }, /yes, or left out/],
  ])('is never open to others without a registration: %o', (more, words) => {
    const problems = problemsOf({ TEAMS_WITHOUT_AUTH: 'yes', ...more });
    expect(problems).toEqual([expect.stringMatching(words)]);
    expect(problems[0]).toMatch(/^TEAMS_WITHOUT_AUTH: /);
  });

  it('and Slack can be there together', () => {
    const config = readConfig({ ...bot, SLACK_APP_TOKEN: 'xapp-hush', SLACK_BOT_TOKEN: 'xoxb-hush' });
    expect(config.teams?.withoutAuth).toBe(false);
    expect(config.slack?.botToken).toBe('xoxb-hush');
    expect(config.local).toBeUndefined();
  });
});
