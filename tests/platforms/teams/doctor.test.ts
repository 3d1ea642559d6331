import { describe, expect, it } from 'vitest';
import { examineTeams } from '../../../src/platforms/teams/doctor.ts';
import type { TeamsSettings } from '../../../src/platforms/teams/settings.ts';
import { TestLogin } from '../../support/teams-platform.ts';
import { appId, homeTenant } from '../../support/teams-tokens.ts';

const good: TeamsSettings = { appId, appPassword: 'a-secret', appType: 'SingleTenant', tenantId: homeTenant, withoutAuth: false };

class NoLogin extends TestLogin {
  override createCredentials = () => Promise.reject(new Error('invalid_client: a-secret'));
}

describe('the doctor', () => {
  it('finds nothing wrong with a registration that works', async () => {
    const findings = await examineTeams(good, 'https://vises.example.org', new TestLogin());
    expect(findings.filter(({ ok }) => !ok)).toEqual([]);
    expect(findings.map(({ what }) => what).join('\n')).toContain('https://vises.example.org/api/messages');
  });

  it('names each fix, and no secret', async () => {
    const findings = await examineTeams(
      { ...good, appId: 'my bot', tenantId: 'contoso' },
      'http://localhost:3000',
      new TestLogin(),
    );
    expect(findings.filter(({ ok }) => !ok).map(({ what }) => /^[A-Z_]+/.exec(what)?.[0])).toEqual([
      'MICROSOFT_APP_ID',
      'MICROSOFT_APP_TENANT_ID',
      'PUBLIC_URL',
    ]);
    const refused = await examineTeams(good, 'https://vises.example.org', new NoLogin());
    expect(refused.at(-1)).toMatchObject({ ok: false });
    expect(JSON.stringify(refused)).not.toContain('a-secret');
  });

  it('asks for no registration where there is none', async () => {
    expect(await examineTeams({ ...good, appId: '', withoutAuth: true }, 'http://localhost:3000')).toMatchObject([{ ok: true }]);
  });
});
