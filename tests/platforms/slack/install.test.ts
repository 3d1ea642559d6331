import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Language } from '../../../src/core/language.ts';
import { content } from '../../support/content.ts';
import { createSlackApi } from '../../../src/platforms/slack/api.ts';
import { createInstallDoors } from '../../../src/platforms/slack/install.ts';
import { askedScopes, chosenScopes } from '../../../src/platforms/slack/scopes.ts';
import { createHttp, type Http } from '../../../src/http.ts';
import { createWording } from '../../../src/wording.ts';
import { aFixedClock } from '../../support/fixed-clock.ts';
import { aLog } from '../../support/log.ts';
import { aStrictSlack, type StrictSlack } from '../../support/strict-slack.ts';
import type { TeamOptions } from '../../support/strict-slack/world.ts';
import { aRegistry } from '../../support/workspaces.ts';

const wording = createWording(content.phrases);
const phrases = (language: Language) => wording[language];
const clock = aFixedClock();
let slack: StrictSlack;
let http: Http | undefined;
let at: string;
let workspaces: ReturnType<typeof aRegistry>;
let log: ReturnType<typeof aLog>;

async function open(teams: TeamOptions[] = [{ id: 'T0UN', name: 'La Maison du Vélo' }], publicUrl = 'https://c.example') {
  slack = await aStrictSlack({ teams });
  workspaces = aRegistry();
  log = aLog();
  const settings = { apiUrl: slack.url, publicUrl, clientId: '1.2', clientSecret: 'client-secret', stateSecret: 'state-secret' };
  const api = createSlackApi({ settings, workspaces, clock, log });
  http = createHttp({
    doors: createInstallDoors({ settings, workspaces, api, clock, log, phrases }),
    host: '127.0.0.1',
    port: 0,
    log,
    figures: { request: () => {}, render: async () => ({ type: 'text/plain', text: '' }) },
    ready: async () => true,
  });
  at = await http.listen();
  return api;
}
beforeEach(() => {
  http = undefined;
});
afterEach(async () => {
  await http?.stop();
  await slack?.close();
});

/** The first page of an installation: where it leads, and the cookie it leaves. */
async function begin(query = '') {
  const response = await fetch(`${at}/slack/install${query}`, { redirect: 'manual' });
  expect(response.status).toBe(302);
  const to = new URL(response.headers.get('location') ?? '');
  const cookie = response.headers.get('set-cookie') ?? '';
  return { to, state: to.searchParams.get('state') ?? '', cookie: cookie.split(';')[0] ?? '', attributes: cookie };
}

/** Somebody comes back from Slack. */
async function comeBack(query: Record<string, string>, cookie?: string, language = 'en') {
  const response = await fetch(`${at}/slack/oauth_redirect?${new URLSearchParams(query).toString()}`, {
    headers: { 'accept-language': language, ...(cookie !== undefined && { cookie }) },
  });
  return { status: response.status, page: await response.text(), headers: response.headers };
}

describe('an installation', () => {
  it('asks Slack for what is needed and nothing else, and comes back to us', async () => {
    await open();
    const { to, attributes } = await begin();
    expect(to.href.startsWith(`${new URL(slack.url).origin}/oauth/v2/authorize?`)).toBe(true);
    expect(to.searchParams.get('scope')?.split(',')).toEqual([...askedScopes]);
    expect(Object.fromEntries(to.searchParams)).toMatchObject({
      client_id: '1.2',
      redirect_uri: 'https://c.example/slack/oauth_redirect',
    });
    expect(to.searchParams.has('user_scope')).toBe(false);
    expect(attributes).toMatch(/Max-Age=600; Path=\/slack; HttpOnly; SameSite=Lax; Secure$/);
  });

  it('asks for more only where a team chose it', async () => {
    await open();
    const scopes = async (query: string) =>
      (await begin(query)).to.searchParams.get('scope')?.split(',').slice(askedScopes.length);
    expect(await scopes('?with=threads')).toEqual([...chosenScopes.threads]);
    expect(await scopes('?with=files,threads')).toEqual([...chosenScopes.threads, ...chosenScopes.files]);
    expect(await scopes('?with=admin,chat:write.public')).toEqual([]);
  });

  it('is kept with its token, and works from then on', async () => {
    const api = await open();
    await expect(api.for('T0UN')).rejects.toMatchObject({ outcome: 'never' });
    const { state, cookie } = await begin();
    const { status, page } = await comeBack({ code: slack.grants(), state }, cookie);
    expect(status).toBe(200);
    expect(page).toContain('It is now installed in La Maison du Vélo.');
    const kept = await workspaces.find('slack', 'T0UN');
    const { botId, botUser, botToken } = slack.team();
    expect(kept).toMatchObject({
      name: 'La Maison du Vélo',
      secrets: { botToken },
      details: { botId, botUserId: botUser, appId: 'A0VISES', installedAt: clock.now().toISOString() },
    });
    expect(kept?.secrets).not.toHaveProperty('refreshToken');
    expect(await (await api.for('T0UN')).auth.test()).toMatchObject({ team_id: 'T0UN' });
    expect(slack.calls.find(({ method }) => method === 'oauth.v2.access')?.args).toMatchObject({
      client_id: '1.2',
      client_secret: 'client-secret',
      redirect_uri: 'https://c.example/slack/oauth_redirect',
    });
  });

  it('again finds everything again, where it had been removed', async () => {
    const api = await open();
    const first = await begin();
    await comeBack({ code: slack.grants(), state: first.state }, first.cookie);
    await workspaces.park('slack', 'T0UN', 'app_uninstalled');
    api.forget('T0UN');
    await expect(api.for('T0UN')).rejects.toMatchObject({ outcome: 'never' });
    const second = await begin();
    await comeBack({ code: slack.grants(), state: second.state }, second.cookie);
    await expect(api.for('T0UN')).resolves.toBeDefined();
  });

  it('of a token that runs out keeps what renews it', async () => {
    await open();
    const { state, cookie } = await begin();
    await comeBack({ code: slack.grants({ refreshToken: 'xoxe-1' }), state }, cookie);
    expect((await workspaces.find('slack', 'T0UN'))?.secrets).toMatchObject({
      refreshToken: 'xoxe-1',
      expiresAt: new Date(clock.now().getTime() + 43_200_000).toISOString(),
    });
  });

  it('of a whole organisation is kept under the organisation', async () => {
    const api = await open([{ id: 'T0UN', enterprise: 'E0FED', wholeOrganisation: true }]);
    const { state, cookie } = await begin();
    const { page } = await comeBack({ code: slack.grants(), state }, cookie);
    expect(page).toContain('Fédération');
    expect(await workspaces.find('slack', 'E0FED')).toMatchObject({ details: { wholeOrganisation: 'yes' } });
    expect(await api.authorize({ teamId: 'T0UN', enterpriseId: 'E0FED', isEnterpriseInstall: true })).toMatchObject({
      teamId: 'T0UN',
    });
    await expect(api.for('T0UN')).resolves.toBeDefined();
  });
});

describe('an installation that is not ours to finish', () => {
  it('is refused without the cookie, with another’s, and with a state somebody made up', async () => {
    await open();
    const [mine, other] = [await begin(), await begin()];
    const code = slack.grants();
    for (const [state, cookie] of [
      [mine.state, undefined],
      [mine.state, other.cookie],
      [`${mine.state}x`, `${mine.cookie}x`],
      ['a.1.b.c', 'vises-slack-install=a.1.b.c'],
      ['', 'vises-slack-install='],
    ] as const) {
      const { status, page } = await comeBack({ code, state }, cookie);
      expect([status, page.includes('please begin again here')], state).toEqual([400, true]);
    }
    expect(slack.called('oauth.v2.access')).toBe(0);
    expect(workspaces.all.size).toBe(0);
  });

  it('is refused after ten minutes', async () => {
    await open();
    const { state, cookie } = await begin();
    clock.forward(600_001);
    expect(await comeBack({ code: slack.grants(), state }, cookie)).toMatchObject({ status: 400 });
    expect(slack.called('oauth.v2.access')).toBe(0);
  });

  it('is not used up by a preview of the link', async () => {
    await open();
    const { state, cookie } = await begin();
    const code = slack.grants();
    const query = new URLSearchParams({ code, state }).toString();
    await fetch(`${at}/slack/oauth_redirect?${query}`, { method: 'HEAD', headers: { cookie } });
    expect(await comeBack({ code, state }, cookie)).toMatchObject({ status: 200 });
  });
});

describe('when Slack says no', () => {
  it('says why, in the reader’s language', async () => {
    await open();
    const { state, cookie } = await begin();
    const denied = async (language: string) => (await comeBack({ error: 'access_denied', state }, cookie, language)).page;
    expect(await denied('fr-BE,fr;q=0.9')).toContain('L’installation a été annulée');
    expect(await denied('nl')).toContain('De installatie is geannuleerd');
    expect(await denied('de, en;q=0.5, nl;q=0.2')).toContain('The installation was cancelled');
    expect(await denied('de')).toContain('L’installation a été annulée');
    expect(await denied('nl')).toContain('<html lang="nl">');
  });

  it.each([
    ['bad_redirect_uri', 'add the public address followed by /slack/oauth_redirect'],
    ['bad_client_secret', 'SLACK_CLIENT_SECRET'],
    ['invalid_client_id', 'SLACK_CLIENT_ID'],
    ['code_already_used', 'already finished once'],
    ['invalid_team_for_non_distributed_app', 'Public Distribution'],
    ['something_new', 'Slack did not accept this installation'],
  ])('%s: explains what to do', async (code, words) => {
    await open();
    const { state, cookie } = await begin();
    slack.fails('oauth.v2.access', { error: code });
    const { status, page } = await comeBack({ code: 'c', state }, cookie);
    expect([status, page.includes(words)]).toEqual([400, true]);
    expect(log.lines).toMatchObject([{ level: 'error', fields: { because: code } }]);
    expect(workspaces.all.size).toBe(0);
  });

  it('asks to come back when Slack, or our database, has a bad day', async () => {
    await open();
    const { state, cookie } = await begin();
    slack.fails('oauth.v2.access', 'cut before');
    expect(await comeBack({ code: 'c', state }, cookie)).toMatchObject({ status: 503 });
    workspaces.save = () => Promise.reject(new Error('the database is away'));
    const { status, page } = await comeBack({ code: slack.grants(), state }, cookie);
    expect(status).toBe(503);
    expect(page).not.toContain('database');
    expect(JSON.stringify(log.lines)).not.toContain(slack.team().botToken);
  });

  it('shows nothing that came in the address', async () => {
    await open();
    const { state, cookie } = await begin();
    const { page, headers } = await comeBack({ error: '<script>alert(1)</script>', state }, cookie);
    expect(page).not.toContain('alert(1)');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});

describe('the page about permissions', () => {
  it('says in three languages why each is asked, and what works without it', async () => {
    await open();
    const page = await (await fetch(`${at}/slack/scopes`, { headers: { 'accept-language': 'nl' } })).text();
    for (const scope of [...askedScopes, ...chosenScopes.threads, ...chosenScopes.files]) {
      expect(page.split(`<code>${scope}</code>`), scope).toHaveLength(4);
    }
    for (const language of ['fr', 'nl', 'en']) expect(page).toContain(`<section lang="${language}">`);
    expect(page.indexOf('<section lang="nl">')).toBeLessThan(page.indexOf('<section lang="fr">'));
    expect(page).toContain('href="/slack/install?with=threads"');
  });

  it('is there in the set-up with one token too, without a way to install', () => {
    const needs = { workspaces: aRegistry(), api: { forget: () => {} }, clock, log: aLog(), phrases };
    const doors = createInstallDoors({ ...needs, settings: { publicUrl: 'https://c.example', botToken: 'xoxb-1' } });
    expect(doors.map(({ path }) => path)).toEqual(['/slack/scopes']);
  });
});
