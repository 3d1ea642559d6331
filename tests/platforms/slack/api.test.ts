import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSlackApi } from '../../../src/platforms/slack/api.ts';
import type { SlackSettings } from '../../../src/platforms/slack/settings.ts';
import { createUninstall } from '../../../src/platforms/slack/uninstall.ts';
import { aFixedClock } from '../../support/fixed-clock.ts';
import { aLog } from '../../support/log.ts';
import { aStrictSlack, type StrictSlack } from '../../support/strict-slack.ts';
import { aRegistry } from '../../support/workspaces.ts';

const hour = 3_600_000;
const clock = aFixedClock();
let slack: StrictSlack;
beforeEach(async () => {
  slack = await aStrictSlack({ teams: [{ id: 'T0UN' }, { id: 'T0DEUX' }] });
});
afterEach(() => slack.close());

const client = { clientId: '1.2', clientSecret: 'secret', stateSecret: 'state' };

function anApi(settings: Partial<SlackSettings>, rows: Parameters<typeof aRegistry>[0] = []) {
  const workspaces = aRegistry(rows);
  const log = aLog();
  const needs = { settings: { apiUrl: slack.url, publicUrl: 'https://c.example', ...settings }, workspaces, clock, log };
  const api = createSlackApi(needs);
  return { api, workspaces, log, uninstalled: createUninstall({ api, workspaces, log }) };
}

const aRow = (key: string, secrets: Record<string, string>, details: Record<string, string> = {}) => ({
  platform: 'slack' as const,
  key,
  secrets,
  details: { botUserId: 'U0BOT', botId: 'B0BOT', ...details },
});

describe('with the token of one workspace', () => {
  it('finds out whose it is, and writes the workspace down without the token', async () => {
    const { api, workspaces } = anApi({ botToken: slack.team('T0UN').botToken });
    await api.start();
    expect(await api.authorize({ teamId: 'T0UN', isEnterpriseInstall: false })).toMatchObject({
      teamId: 'T0UN',
      botUserId: slack.team('T0UN').botUser,
    });
    const kept = await workspaces.find('slack', 'T0UN');
    expect(kept).toMatchObject({
      secrets: {},
      details: { botUserId: slack.team('T0UN').botUser, botId: slack.team('T0UN').botId },
    });
    expect(kept?.details['scopes']).toContain('chat:write');
    expect(slack.called('auth.test')).toBe(1);
  });

  it('knows no other workspace', async () => {
    const { api } = anApi({ botToken: slack.team('T0UN').botToken });
    await expect(api.authorize({ teamId: 'T0DEUX', isEnterpriseInstall: false })).rejects.toMatchObject({
      name: 'UnknownWorkspace',
    });
    await expect(api.for('T0DEUX')).rejects.toMatchObject({ outcome: 'never', scope: 'workspace' });
  });

  it('does not say that it is unknown when Slack cannot be asked', async () => {
    const { api, log } = anApi({ botToken: slack.team('T0UN').botToken });
    slack.fails('auth.test', 'cut before', { times: 3 });
    await api.start();
    expect(log.lines).toMatchObject([{ level: 'warn' }]);
    await expect(api.authorize({ teamId: 'T0UN', isEnterpriseInstall: false })).rejects.not.toMatchObject({
      name: 'UnknownWorkspace',
    });
    await expect(api.for('T0UN')).rejects.toMatchObject({ outcome: 'later' });
    await expect(api.for('T0UN')).resolves.toBeDefined();
  });

  it('goes on where it was parked once the token is good again', async () => {
    const { api, workspaces, uninstalled } = anApi({ botToken: slack.team('T0UN').botToken });
    await api.start();
    await uninstalled(['T0UN'], 'app_uninstalled');
    expect((await workspaces.find('slack', 'T0UN'))?.parked).toMatchObject({ because: 'app_uninstalled' });
    await api.for('T0UN');
    expect((await workspaces.find('slack', 'T0UN'))?.parked).toBeUndefined();
  });
});

describe('with many workspaces', () => {
  it('speaks to each with its own token', async () => {
    const { api } = anApi(client, [
      aRow('T0UN', { botToken: slack.team('T0UN').botToken }),
      aRow('T0DEUX', { botToken: slack.team('T0DEUX').botToken }),
    ]);
    expect(await (await api.for('T0UN')).auth.test()).toMatchObject({ team_id: 'T0UN' });
    expect(await (await api.for('T0DEUX')).auth.test()).toMatchObject({ team_id: 'T0DEUX' });
  });

  it('knows nobody who did not install it', async () => {
    const { api } = anApi(client);
    await expect(api.for('T0UN')).rejects.toMatchObject({ outcome: 'never', scope: 'workspace' });
    await expect(api.authorize({ teamId: 'T0UN', isEnterpriseInstall: false })).rejects.toMatchObject({
      name: 'UnknownWorkspace',
    });
  });

  it('does not say so when the registry cannot be read', async () => {
    const { api, workspaces } = anApi(client);
    workspaces.find = () => Promise.reject(new Error('the database is away'));
    await expect(api.authorize({ teamId: 'T0UN', isEnterpriseInstall: false })).rejects.toThrow('the database is away');
    await expect(api.for('T0UN')).rejects.toMatchObject({ outcome: 'later', scope: 'message' });
  });

  it('says nothing where it was removed, in whichever order and however often Slack tells it', async () => {
    const { api, uninstalled } = anApi(client, [aRow('T0UN', { botToken: slack.team('T0UN').botToken })]);
    await api.for('T0UN');
    for (const because of ['tokens_revoked', 'app_uninstalled', 'app_uninstalled', 'tokens_revoked'])
      await uninstalled(['T0UN'], because);
    await expect(api.for('T0UN')).rejects.toMatchObject({
      outcome: 'never',
      scope: 'workspace',
      message: 'the workspace is parked: tokens_revoked',
    });
  });

  it('is not removed by news from before it was installed again', async () => {
    const { api, workspaces, uninstalled } = anApi(client);
    await workspaces.save(aRow('T0UN', { botToken: slack.team('T0UN').botToken }));
    await uninstalled(['T0UN'], 'app_uninstalled', new Date(Date.now() - hour));
    await expect(api.for('T0UN')).resolves.toBeDefined();
  });

  it('finds the new token after a new installation', async () => {
    const { api, workspaces } = anApi(client, [aRow('T0UN', { botToken: 'xoxb-old' })]);
    await expect((await api.for('T0UN')).auth.test()).rejects.toThrow('invalid_auth');
    await workspaces.save(aRow('T0UN', { botToken: slack.team('T0UN').botToken }));
    api.forget('T0UN');
    expect(await (await api.for('T0UN')).auth.test()).toMatchObject({ team_id: 'T0UN' });
  });
});

describe('a token that another process replaced', () => {
  const another = (workspaces: ReturnType<typeof anApi>['workspaces']) =>
    workspaces.save(aRow('T0UN', { botToken: slack.team('T0UN').botToken }));

  it('is looked up when Slack refuses the one that is remembered', async () => {
    const { api, workspaces } = anApi(client, [aRow('T0UN', { botToken: 'xoxb-old' })]);
    const speaking = await api.for('T0UN');
    await another(workspaces);
    expect(await speaking.auth.test()).toMatchObject({ team_id: 'T0UN' });
    expect(await (await api.for('T0UN')).auth.test()).toMatchObject({ team_id: 'T0UN' });
  });

  it('is not looked for where nobody installed the companion anew', async () => {
    const { api } = anApi(client, [aRow('T0UN', { botToken: 'xoxb-old' })]);
    await expect((await api.for('T0UN')).auth.test()).rejects.toThrow('invalid_auth');
    expect(slack.called('auth.test')).toBe(1);
  });
});

describe('in an organisation that installed it for all its workspaces', () => {
  it('takes the organisation’s token, and finds the workspace by its own id from then on', async () => {
    const { api } = anApi(client, [aRow('E0FED', { botToken: slack.team('T0UN').botToken })]);
    await expect(api.for('T0UN')).rejects.toMatchObject({ outcome: 'never' });
    expect(await api.authorize({ teamId: 'T0UN', enterpriseId: 'E0FED', isEnterpriseInstall: true })).toMatchObject({
      teamId: 'T0UN',
      botUserId: 'U0BOT',
    });
    await (await api.for('T0UN')).auth.test();
    expect(slack.calls.at(-1)?.args).toMatchObject({ team_id: 'T0UN' });
  });

  it('is parked in all of them with the organisation, and in one alone', async () => {
    const { api, uninstalled } = anApi(client, [aRow('E0FED', { botToken: slack.team('T0UN').botToken })]);
    for (const teamId of ['T0UN', 'T0DEUX']) await api.authorize({ teamId, enterpriseId: 'E0FED', isEnterpriseInstall: true });
    await uninstalled(['T0UN'], 'app_uninstalled');
    await expect(api.for('T0UN')).rejects.toMatchObject({ outcome: 'never' });
    await expect(api.for('T0DEUX')).resolves.toBeDefined();
    await uninstalled(['E0FED'], 'app_uninstalled');
    await expect(api.for('T0DEUX')).rejects.toMatchObject({ outcome: 'never' });
  });
});

describe('a token that runs out', () => {
  const expiring = (inMs: number) => ({
    botToken: slack.team('T0UN').botToken,
    refreshToken: 'xoxe-1',
    expiresAt: new Date(clock.now().getTime() + inMs).toISOString(),
  });

  it('is left alone while it lives for more than two hours', async () => {
    const { api } = anApi(client, [aRow('T0UN', expiring(2 * hour + 1000))]);
    await (await api.for('T0UN')).auth.test();
    expect(slack.called('oauth.v2.access')).toBe(0);
  });

  it('keeps nobody waiting who wrote or pressed: what they did is taken in without asking Slack', async () => {
    const { api } = anApi(client, [aRow('T0UN', expiring(hour))]);
    slack.fails('oauth.v2.access', 'hangs', { times: 9 });
    const before = slack.calls.length;
    expect(await api.authorize({ teamId: 'T0UN', isEnterpriseInstall: false })).toMatchObject({ botUserId: 'U0BOT' });
    expect(slack.calls.length).toBe(before);
  });

  it('is renewed before, and stored before it is used', async () => {
    const { api, workspaces } = anApi(client, [aRow('T0UN', expiring(2 * hour - 1000))]);
    slack.renews('xoxe-1', { team: 'T0UN', accessToken: 'xoxe.xoxb-2', refreshToken: 'xoxe-2' });
    const speaking = await api.for('T0UN');
    expect((await workspaces.find('slack', 'T0UN'))?.secrets).toEqual({
      botToken: 'xoxe.xoxb-2',
      refreshToken: 'xoxe-2',
      expiresAt: new Date(clock.now().getTime() + 12 * hour).toISOString(),
    });
    expect(await speaking.auth.test()).toMatchObject({ team_id: 'T0UN' });
    expect(slack.calls.find(({ method }) => method === 'oauth.v2.access')?.args).toMatchObject({
      grant_type: 'refresh_token',
      client_id: '1.2',
      client_secret: 'secret',
    });
  });

  it('is renewed once, however many ask at once and in however many processes', async () => {
    const row = aRow('T0UN', expiring(0));
    const { api, workspaces } = anApi(client, [row]);
    const other = createSlackApi({
      settings: { apiUrl: slack.url, publicUrl: 'https://c.example', ...client },
      workspaces,
      clock,
      log: aLog(),
    });
    slack.renews('xoxe-1', { team: 'T0UN', accessToken: 'xoxe.xoxb-2', refreshToken: 'xoxe-2' });
    const clients = await Promise.all([api.for('T0UN'), other.for('T0UN'), api.for('T0UN'), other.for('T0UN')]);
    for (const each of clients) expect(await each.auth.test()).toMatchObject({ team_id: 'T0UN' });
    expect(slack.called('oauth.v2.access')).toBe(1);
  });

  it('still serves when it cannot be renewed yet', async () => {
    const { api, log } = anApi(client, [aRow('T0UN', expiring(hour))]);
    slack.fails('oauth.v2.access', 'cut before');
    expect(await (await api.for('T0UN')).auth.test()).toMatchObject({ team_id: 'T0UN' });
    expect(log.lines).toMatchObject([{ level: 'warn' }]);
  });

  it('that is over and cannot be renewed now holds the workspace, not for good', async () => {
    const { api } = anApi(client, [aRow('T0UN', expiring(-hour))]);
    slack.fails('oauth.v2.access', 'cut before');
    await expect(api.for('T0UN')).rejects.toMatchObject({ outcome: 'later', scope: 'workspace' });
  });

  it('whose refresh token is lost needs a new installation', async () => {
    const { api } = anApi(client, [aRow('T0UN', expiring(-hour))]);
    await expect(api.for('T0UN')).rejects.toMatchObject({
      outcome: 'never',
      scope: 'workspace',
      message: 'oauth.v2.access: invalid_refresh_token',
    });
  });

  it('is renewed once more in the middle of a call that Slack refuses for it, and the call is made', async () => {
    const { api, workspaces } = anApi(client, [aRow('T0UN', expiring(5 * hour))]);
    slack.renews('xoxe-1', { team: 'T0UN', accessToken: 'xoxe.xoxb-2', refreshToken: 'xoxe-2' });
    const speaking = await api.for('T0UN');
    slack.revokes('T0UN', 'token_expired');
    await speaking.apiCall('chat.postMessage', { channel: slack.channel('general', 'T0UN'), text: 'Bonjour' });
    expect(slack.messages(slack.channel('general', 'T0UN'))).toMatchObject([{ text: 'Bonjour' }]);
    expect((await workspaces.find('slack', 'T0UN'))?.secrets['botToken']).toBe('xoxe.xoxb-2');
    expect(await (await api.for('T0UN')).auth.test()).toMatchObject({ ok: true });
  });

  it('is not renewed for ever', async () => {
    const { api } = anApi(client, [aRow('T0UN', expiring(5 * hour))]);
    slack.renews('xoxe-1', { team: 'T0UN', accessToken: 'xoxe.xoxb-2', refreshToken: 'xoxe-2' });
    const speaking = await api.for('T0UN');
    slack.fails('auth.test', { error: 'token_expired' }, { times: 9 });
    await expect(speaking.auth.test()).rejects.toThrow('token_expired');
    expect(slack.called('oauth.v2.access')).toBe(1);
  });
});

describe('a limit', () => {
  it('stops that method in that workspace, and asks Slack no more until it is over', async () => {
    const { api } = anApi(
      client,
      ['T0UN', 'T0DEUX'].map((key) => aRow(key, { botToken: slack.team(key).botToken })),
    );
    const [one, other] = [await api.for('T0UN'), await api.for('T0DEUX')];
    const limited = { status: 429, headers: { 'retry-after': '30' }, body: '{"ok":false,"error":"ratelimited"}' };
    slack.fails('users.info', limited, { team: 'T0UN' });
    const user = (team: string): string => slack.user('Samira', team);
    await expect(one.users.info({ user: user('T0UN') })).rejects.toMatchObject({ retryAfter: 30 });
    clock.forward(10_000);
    await expect(one.users.info({ user: user('T0UN') })).rejects.toMatchObject({ retryAfter: 20 });
    expect(slack.called('users.info', 'T0UN')).toBe(1);
    expect(await other.users.info({ user: user('T0DEUX') })).toMatchObject({ ok: true });
    expect(await one.auth.test()).toMatchObject({ ok: true });
    clock.forward(20_000);
    expect(await (await api.for('T0UN')).users.info({ user: user('T0UN') })).toMatchObject({ ok: true });
  });
});
