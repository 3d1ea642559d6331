import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSlackChecks } from '../../../src/platforms/slack/doctor.ts';
import type { SlackSettings } from '../../../src/platforms/slack/settings.ts';
import type { Finding } from '../../../src/ports.ts';
import { aStrictSlack, type StrictSlack } from '../../support/strict-slack.ts';

let slack: StrictSlack;
beforeEach(async () => {
  slack = await aStrictSlack({ teams: [{ name: 'La Maison du Vélo' }] });
});
afterEach(() => slack.close().catch(() => {}));

const realClock = { now: () => new Date() };

async function examine(settings: Partial<SlackSettings>, over: { clock?: typeof realClock; hasEncryptionKey?: boolean } = {}) {
  const checks = createSlackChecks({
    settings: { apiUrl: slack.url, publicUrl: 'http://127.0.0.1:1', ...settings },
    clock: realClock,
    hasEncryptionKey: true,
    ...over,
  });
  const found: Record<string, Finding> = {};
  for (const check of checks) found[check.name] = await check.run();
  return found;
}

const one = () => ({ signingSecret: 'a'.repeat(32), botToken: slack.team().botToken });
const many = { signingSecret: 'a'.repeat(32), clientId: '1.2', clientSecret: 's', stateSecret: 't' };

describe('the doctor', () => {
  it('finds a good set-up of one workspace good, and looks at nothing else', async () => {
    const found = await examine(one());
    expect(Object.keys(found)).toEqual(['Signing secret', 'Bot token', 'Permissions', 'Files', 'Public address', 'Clock']);
    expect(found['Bot token']).toEqual({ ok: true, found: 'Slack knows SLACK_BOT_TOKEN: compagnon-vises in La Maison du Vélo' });
    expect(found['Permissions']?.ok).toBe(true);
    expect(found['Clock']?.ok).toBe(true);
    expect(slack.called('auth.test')).toBe(1);
  });

  it('never says a secret', async () => {
    slack.revokes();
    const told = JSON.stringify(await examine({ ...one(), signingSecret: 'not-a-signing-secret' }));
    expect(told).not.toContain('not-a-signing-secret');
    expect(told).not.toContain(slack.team().botToken);
  });

  it('tells what is wrong with the signing secret', async () => {
    const { botToken } = one();
    for (const settings of [{ signingSecret: 'xoxb-1' }, { signingSecret: 'a'.repeat(31) }, {}]) {
      const found = (await examine({ botToken, ...settings }))['Signing secret'];
      expect(found).toMatchObject({ ok: false, fix: expect.stringContaining('SLACK_SIGNING_SECRET') });
    }
  });

  it('tells that a token is refused, and how to get another', async () => {
    slack.revokes();
    const found = await examine(one());
    expect(found['Bot token']).toMatchObject({ ok: false, found: 'Slack refuses SLACK_BOT_TOKEN: token_revoked' });
    expect(found['Bot token']?.fix).toContain('xoxb-');
    expect(found['Permissions']?.ok).toBe(false);
  });

  it('says how files reach people, and when none can', async () => {
    const open = { ...one(), publicUrl: 'https://127.0.0.1:1' };
    expect((await examine(open))['Files']).toMatchObject({ ok: true, found: expect.stringContaining('links that end') });
    expect((await examine({ ...one(), publicUrl: 'http://localhost:3000' }))['Files']).toMatchObject({
      ok: false,
      fix: expect.stringContaining('files:write'),
    });
    slack.team().scopes.add('files:write');
    expect((await examine({ ...one(), publicUrl: 'http://localhost:3000' }))['Files']?.ok).toBe(true);
  });

  it('names permissions that are missing and those that are too many', async () => {
    const { scopes } = slack.team();
    scopes.add('users:read.email');
    expect((await examine(one()))['Permissions']).toMatchObject({
      ok: false,
      found: expect.stringContaining('users:read.email'),
    });
    scopes.delete('im:write');
    expect((await examine(one()))['Permissions']).toMatchObject({ ok: false, found: 'The token lacks im:write' });
    scopes.delete('users:read.email');
    scopes.add('im:write');
    scopes.add('channels:history');
    expect((await examine(one()))['Permissions']?.ok).toBe(true);
  });

  it('wants something to encrypt tokens with where workspaces install by themselves', async () => {
    expect((await examine(many, { hasEncryptionKey: false }))['Encryption key']).toMatchObject({
      ok: false,
      fix: expect.stringContaining('ENCRYPTION_KEY'),
    });
    expect((await examine(many))['Encryption key']?.ok).toBe(true);
  });

  it('wants an address that Slack reaches, by https', async () => {
    expect((await examine(many))['Public address']).toMatchObject({ ok: false, fix: expect.stringContaining('https') });
    const away = (await examine({ ...many, publicUrl: 'https://companion.invalid' }))['Public address'];
    expect(away).toMatchObject({ ok: false, found: 'https://companion.invalid/healthz does not answer' });
  });

  it('tries the door of Socket Mode, and needs no address for it', async () => {
    const found = await examine({ ...one(), appToken: 'xoxb-wrong' });
    expect(found['Socket Mode']).toMatchObject({ ok: false, found: 'SLACK_APP_TOKEN does not begin with xapp-' });
    expect(found).not.toHaveProperty('Public address');
    slack.fails('apps.connections.open', { error: 'not_allowed_token_type' });
    expect((await examine({ ...one(), appToken: 'xapp-1' }))['Socket Mode']).toMatchObject({
      ok: false,
      found: 'Slack refuses SLACK_APP_TOKEN: not_allowed_token_type',
    });
    slack.fails('apps.connections.open', { status: 200, body: '{"ok":true,"url":"wss://example.org/secret"}' });
    const open = (await examine({ ...one(), appToken: 'xapp-1' }))['Socket Mode'];
    expect(open).toEqual({ ok: true, found: 'Slack opens Socket Mode for SLACK_APP_TOKEN' });
  });

  it('compares the clock with Slack’s', async () => {
    const off = (ms: number) => ({ clock: { now: () => new Date(Date.now() + ms) } });
    expect((await examine(one(), off(20_000)))['Clock']?.ok).toBe(true);
    expect((await examine(one(), off(400_000)))['Clock']).toMatchObject({
      ok: false,
      found: expect.stringMatching(/\d{3} s ahead of/),
    });
    expect((await examine(one(), off(-400_000)))['Clock']).toMatchObject({
      ok: false,
      found: expect.stringMatching(/\d{3} s behind/),
    });
  });

  it('says that it could not look when Slack cannot be reached', async () => {
    const settings = one();
    await slack.close();
    const found = await examine(settings);
    expect(found['Bot token']).toMatchObject({
      ok: false,
      found: 'It could not be looked at: Slack: Slack could not be reached',
    });
    expect(found['Clock']?.ok).toBe(false);
  });
});
