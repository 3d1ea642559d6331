import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTeamsChecks } from '../../../src/platforms/teams/doctor.ts';
import type { TeamsSettings } from '../../../src/platforms/teams/settings.ts';
import type { Finding } from '../../../src/ports.ts';
import { aTeamsPlatform, type TeamsPlatform, TestLogin } from '../../support/teams-platform.ts';
import { appId, homeTenant } from '../../support/teams-tokens.ts';

let place: TeamsPlatform;
beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  place = await aTeamsPlatform();
});
afterAll(() => place.close());

const wrongPassword = 'a-secret-that-nobody-may-see';
class NoLogin extends TestLogin {
  override createCredentials = () => Promise.reject(new Error(`invalid_client: ${wrongPassword}`));
}

interface Over {
  publicUrl?: string;
  credentials?: TestLogin;
  aheadMs?: number;
}

async function examine(over: Partial<TeamsSettings> = {}, { publicUrl, credentials, aheadMs = 0 }: Over = {}) {
  const checks = createTeamsChecks({
    settings: {
      appId,
      appPassword: wrongPassword,
      appType: 'SingleTenant',
      tenantId: homeTenant,
      withoutAuth: false,
      ...(place.issuer && { openIdUrl: place.issuer.openIdUrl }),
      ...over,
    },
    publicUrl: publicUrl ?? 'https://companion.invalid',
    clock: { now: () => new Date(Date.now() + aheadMs) },
    credentials: credentials ?? new TestLogin(),
  });
  const found: Record<string, Finding> = {};
  for (const check of checks) found[check.name] = await check.run();
  return found;
}

/** Leads an https address to our door, as a proxy does. */
function behindAProxy(url: string): void {
  const real = globalThis.fetch;
  vi.spyOn(globalThis, 'fetch').mockImplementation((asked, init) => {
    const address = asked instanceof Request ? asked.url : String(asked);
    return real(
      address.startsWith('https://companion.example') ? address.replace('https://companion.example', url) : asked,
      init,
    );
  });
}

describe('the doctor', () => {
  it('finds nothing wrong with a registration that works, and names the endpoint', async () => {
    behindAProxy(place.url.replace('/api/messages', ''));
    const found = await examine({}, { publicUrl: 'https://companion.example' });
    vi.mocked(globalThis.fetch).mockRestore();
    expect(Object.values(found).filter(({ ok }) => !ok)).toEqual([]);
    expect(Object.keys(found)).toEqual(['Teams registration', 'Teams password', 'Teams keys', 'Teams address']);
    expect(found['Teams address']?.found).toContain('https://companion.example/api/messages');
  });

  it.each<[what: string, over: Partial<TeamsSettings>, fix: string]>([
    ['an application id that is none', { appId: 'my bot' }, 'MICROSOFT_APP_ID'],
    ['a tenant id that is none', { tenantId: 'contoso' }, 'MICROSOFT_APP_TENANT_ID'],
  ])('says where to copy %s from', async (_what, over, fix) => {
    expect((await examine(over))['Teams registration']).toMatchObject({ ok: false, fix: expect.stringContaining(fix) });
  });

  it('says what to do when Microsoft gives no token, and shows no secret', async () => {
    const found = await examine({}, { credentials: new NoLogin() });
    expect(found['Teams password']).toMatchObject({ ok: false, fix: expect.stringContaining('MICROSOFT_APP_PASSWORD') });
    expect(JSON.stringify(found)).not.toContain(wrongPassword);
  });

  it('notices keys that cannot be read, and a clock that is wrong', async () => {
    const away = await examine({ openIdUrl: `${place.url}/nothing-here` });
    expect(away['Teams keys']).toMatchObject({ ok: false, fix: expect.stringContaining('127.0.0.1') });
    expect((await examine({}, { aheadMs: 20_000 }))['Teams keys']?.ok).toBe(true);
    expect((await examine({}, { aheadMs: 400_000 }))['Teams keys']).toMatchObject({
      ok: false,
      found: expect.stringMatching(/(399|40\d) s ahead of/),
    });
  });

  it('wants an https address that leads to our door', async () => {
    const plain = await examine({}, { publicUrl: 'http://localhost:3000' });
    expect(plain['Teams address']).toMatchObject({ ok: false, fix: expect.stringContaining('PUBLIC_URL') });
    behindAProxy(`${new URL(place.issuer?.openIdUrl ?? '').origin}/elsewhere`);
    const elsewhere = await examine({}, { publicUrl: 'https://companion.example' });
    vi.mocked(globalThis.fetch).mockRestore();
    expect(elsewhere['Teams address']?.ok).toBe(false);
    const nowhere = await examine({}, { publicUrl: 'https://companion.invalid' });
    expect(nowhere['Teams address']?.found).toMatch(/does not answer/);
  });

  it('asks for no registration where there is none', async () => {
    expect(await examine({ appId: '', withoutAuth: true })).toMatchObject({ Teams: { ok: true } });
  });
});
