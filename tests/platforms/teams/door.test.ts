import { request as httpRequest } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Conversation, TeamsPerson } from '../../support/strict-teams.ts';
import { aTeamsPlatform, type TeamsPlatform } from '../../support/teams-platform.ts';
import type { TokenIssuer } from '../../support/teams-tokens.ts';

let place: TeamsPlatform;
let issuer: TokenIssuer;
let channel: Conversation;
let samira: TeamsPerson;

beforeAll(async () => {
  // The SDK tells each refused token to the console.
  vi.spyOn(console, 'error').mockImplementation(() => {});
  place = await aTeamsPlatform();
  if (!place.issuer) throw new Error('This platform asks for tokens.');
  issuer = place.issuer;
  samira = place.teams.person('Samira');
  channel = place.teams.aChannel('Évaluation', [samira]);
  await place.teams.installs(samira, channel);
});
afterAll(() => place.close());
beforeEach(() => {
  place.received.length = 0;
  place.counted.length = 0;
  place.log.lines.length = 0;
});
afterEach(() => place.receiveWith(() => Promise.resolve({ fresh: true })));

const aPost = () => ({ ...place.teams.base(samira, channel), type: 'message', id: place.teams.nextId(), text: 'Bonjour' });

async function call(body: unknown, authorization?: string): Promise<{ status: number; text: string }> {
  const response = await fetch(place.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, text: await response.text() };
}

describe('the door of Teams', () => {
  it('lets in what the Bot Framework signed', async () => {
    const token = await issuer.token(place.serviceUrl);
    expect(await call(aPost(), `Bearer ${token}`)).toEqual({ status: 200, text: '' });
    expect(place.received).toMatchObject([{ kind: 'message', text: 'Bonjour', channel: { workspace: place.teams.tenant } }]);
  });

  it.each<[string, () => Promise<string | undefined>]>([
    ['no token', async () => undefined],
    ['an empty one', async () => ''],
    ['another scheme', async () => `Basic ${Buffer.from('a:b').toString('base64')}`],
    ['a broken token', async () => 'Bearer not.a.token'],
    ['a token of null', async () => `Bearer ${['eyJhbGciOiJSUzI1NiJ9', 'bnVsbA', 'c2ln'].join('.')}`],
    ['a cut signature', async () => `Bearer ${(await issuer.token(place.serviceUrl)).slice(0, -20)}`],
    ['another audience', async () => `Bearer ${await issuer.token(place.serviceUrl, { aud: 'another-application' })}`],
    ['another issuer', async () => `Bearer ${await issuer.token(place.serviceUrl, { iss: 'https://login.example' })}`],
    [
      'a token of a tenant for our application',
      async () =>
        `Bearer ${await issuer.token(place.serviceUrl, { iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/', ver: '1.0', appid: '6f0c1f1e-0a52-4d0b-9b0e-6f5a2f1d7c11' })}`,
    ],
    ['another serviceUrl', async () => `Bearer ${await issuer.token('https://smba.trafficmanager.net/amer/')}`],
    ['no serviceUrl', async () => `Bearer ${await issuer.token(place.serviceUrl, { serviceurl: undefined })}`],
    [
      'a token of yesterday',
      async () => `Bearer ${await issuer.token(place.serviceUrl, { exp: Math.floor(Date.now() / 1000) - 600 })}`,
    ],
    [
      'a token of tomorrow',
      async () => `Bearer ${await issuer.token(place.serviceUrl, { nbf: Math.floor(Date.now() / 1000) + 900 })}`,
    ],
    ['somebody else behind our key', async () => `Bearer ${await issuer.forged(place.serviceUrl)}`],
    ['a key nobody published', async () => `Bearer ${await issuer.stranger(place.serviceUrl)}`],
  ])('refuses %s, and says nothing more', async (_name, authorization) => {
    expect(await call(aPost(), await authorization())).toEqual({ status: 401, text: '' });
    expect(place.received).toEqual([]);
    expect(place.counted).toEqual(['unauthorized']);
  });

  it('refuses an address to answer to that is not one of Teams, whoever signed it', async () => {
    for (const serviceUrl of [
      'https://attacker.example/',
      'http://smba.trafficmanager.net/emea/',
      'https://smba.trafficmanager.net.attacker.example/',
      'https://smba.trafficmanager.net@attacker.example/',
      'https://smba.trafficmanager.net:8443/',
      'http://127.0.0.1:3978/',
      'https://xbotframework.com/',
      'nonsense',
    ]) {
      const token = await issuer.token(serviceUrl);
      expect([serviceUrl, (await call({ ...aPost(), serviceUrl }, `Bearer ${token}`)).status]).toEqual([serviceUrl, 401]);
    }
    expect(place.received).toEqual([]);
  });

  it('refuses other channels of the Bot Framework', async () => {
    const token = `Bearer ${await issuer.token(place.serviceUrl)}`;
    for (const channelId of ['webchat', 'emulator', 'AseChannel', '']) {
      expect([400, 401]).toContain((await call({ ...aPost(), channelId }, token)).status);
    }
    expect(place.received).toEqual([]);
  });

  it('answers what cannot be read with a bare 400', async () => {
    const token = `Bearer ${await issuer.token(place.serviceUrl)}`;
    for (const body of [
      '{',
      '[]',
      'null',
      '"text"',
      '12',
      '',
      { ...aPost(), from: null },
      { ...aPost(), conversation: 'x' },
      { ...aPost(), type: 3 },
    ]) {
      expect([body, await call(body, token)]).toEqual([body, { status: 400, text: '' }]);
    }
    expect(place.received).toEqual([]);
  });

  it('takes at most one megabyte', async () => {
    const token = `Bearer ${await issuer.token(place.serviceUrl)}`;
    expect((await call({ ...aPost(), text: 'x'.repeat(900_000) }, token)).status).toBe(200);
    expect((await call({ ...aPost(), text: 'x'.repeat(1_100_000) }, token)).status).toBe(413);
    // Without a length told before, it stops reading at the limit.
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const sending = httpRequest(place.url, { method: 'POST', headers: { authorization: token } }, (response) => {
        resolve(response.statusCode);
        sending.destroy();
      });
      sending.on('error', reject);
      for (let part = 0; part < 20; part++) sending.write('x'.repeat(100_000));
    });
    expect(status).toBe(413);
    expect(place.received).toHaveLength(1);
  });

  it('is a door for POST alone', async () => {
    expect((await fetch(place.url)).status).toBe(405);
  });

  it('asks for the activity again while nothing can be stored, without a word of why', async () => {
    const token = `Bearer ${await issuer.token(place.serviceUrl)}`;
    const post = aPost();
    place.receiveWith(() => Promise.reject(new Error('password=secret')));
    expect(await call(post, token)).toEqual({ status: 503, text: '' });
    place.receiveWith(() => Promise.resolve({ fresh: true }));
    expect((await call(post, token)).status).toBe(200);
  });

  it('answers within 2.5 seconds, whatever takes longer', async () => {
    const token = `Bearer ${await issuer.token(place.serviceUrl)}`;
    place.receiveWith(() => new Promise(() => {}));
    const before = performance.now();
    expect((await call(aPost(), token)).status).toBe(503);
    expect(performance.now() - before).toBeLessThan(3000);
    expect(place.counted).toEqual(['late']);
  });

  it('logs nothing of what was written', async () => {
    const token = `Bearer ${await issuer.token(place.serviceUrl)}`;
    place.receiveWith(() => Promise.reject(new Error('the database is away')));
    await call({ ...aPost(), text: 'Mon secret' }, token);
    expect(place.log.lines.length).toBeGreaterThan(0);
    expect(JSON.stringify(place.log.lines)).not.toMatch(/Mon secret|Samira|Bearer/);
  });

  it('says 503, not 401, while the keys cannot be had', async () => {
    const away = await aTeamsPlatform({ settings: { openIdUrl: 'http://127.0.0.1:9/.well-known/openid-configuration' } });
    try {
      const answered = await away.teams.says(samira, away.teams.aChannel('Ailleurs', [samira]), 'Bonjour');
      expect(answered.answered.status).toBe(503);
      expect(away.received).toEqual([]);
    } finally {
      await away.close();
    }
  });
});

describe('a tenant', () => {
  const tenant = 'a-tenant-nobody-knows';
  const from = (activity: object) => ({
    ...activity,
    conversation: { ...channel, id: '19:elsewhere@thread.tacv2', conversationType: 'channel', tenantId: tenant },
    channelData: { tenant: { id: tenant } },
  });
  const sent = async (activity: object): Promise<number> =>
    (await call(from(activity), `Bearer ${await issuer.token(place.serviceUrl)}`)).status;
  const install = () => ({ ...place.teams.base(samira, channel), type: 'installationUpdate', action: 'add' });

  it('that did not install the companion is answered, and nothing of it is kept', async () => {
    expect(await sent(aPost())).toBe(200);
    expect(await sent({ ...aPost(), type: 'invoke', name: 'task/fetch', value: {} })).toBe(200);
    expect(place.received).toEqual([]);
    expect(place.counted).toEqual(['unknown-workspace', 'unknown-workspace']);
    expect(place.workspaces.all.has(tenant)).toBe(false);
  });

  it('enters by installing it', async () => {
    expect(await sent(install())).toBe(200);
    expect(place.workspaces.all.get(tenant)).toMatchObject({
      key: tenant,
      secrets: {},
      details: { serviceUrl: place.serviceUrl },
    });
    expect(await sent(aPost())).toBe(200);
    expect(place.received.map(({ kind }) => kind)).toEqual(['place', 'message']);
  });

  it('that an operator denied is told nothing and kept nothing, installed anew or not', async () => {
    const other = await aTeamsPlatform();
    try {
      other.workspaces.deny(other.teams.tenant);
      const team = other.teams.aChannel('Refusée', [samira]);
      expect((await other.teams.installs(samira, team)).map(({ status }) => status)).toEqual([200, 200]);
      expect((await other.teams.says(samira, team, 'Bonjour')).answered.status).toBe(200);
      expect(other.received).toEqual([]);
      expect(new Set(other.counted)).toEqual(new Set(['stopped-workspace']));
    } finally {
      await other.close();
    }
  });
});

describe('without registration', () => {
  it('only this machine may call, and only this machine is called', async () => {
    const here = await aTeamsPlatform({ withoutAuth: true });
    try {
      const team = here.teams.aChannel('Essai', [samira]);
      await here.teams.installs(samira, team);
      expect((await here.teams.says(samira, team, 'Bonjour')).answered.status).toBe(200);
      expect(here.received.map(({ kind }) => kind)).toEqual(['place', 'place', 'message']);

      const body = JSON.stringify({ ...here.teams.base(samira, team), type: 'message', id: '1', text: 'x' });
      const from = (headers: Record<string, string>): Promise<number | undefined> =>
        new Promise((resolve, reject) => {
          const sending = httpRequest(here.url, { method: 'POST', headers }, (response) => {
            response.resume();
            resolve(response.statusCode);
          });
          sending.on('error', reject);
          sending.end(body);
        });
      expect(await from({})).toBe(200);
      expect(await from({ host: 'companion.example' })).toBe(401);
      expect(await from({ 'x-forwarded-for': '203.0.113.9' })).toBe(401);
      expect(await from({ origin: 'https://attacker.example' })).toBe(401);
      const elsewhere = { ...JSON.parse(body), serviceUrl: 'http://attacker.example/' };
      expect((await here.teams.deliver(elsewhere)).status).toBe(401);
    } finally {
      await here.close();
    }
  });
});
