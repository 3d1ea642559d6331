import { createBotFramework } from './adapter.ts';
import type { TeamsSettings } from './settings.ts';

interface Finding {
  ok: boolean;
  what: string;
}

const good = (what: string): Finding => ({ ok: true, what });
const bad = (what: string): Finding => ({ ok: false, what });
const guid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** What can be seen of Teams from here, each with the one fix. A secret is never shown. */
export async function examineTeams(
  settings: TeamsSettings,
  publicUrl: string,
  credentials?: Parameters<typeof createBotFramework>[1],
): Promise<Finding[]> {
  if (settings.withoutAuth) return [good('Teams: without registration, for this machine only')];
  const { appId, appType, tenantId } = settings;
  const findings = [
    guid.test(appId)
      ? good(`Teams: application ${appId}`)
      : bad('MICROSOFT_APP_ID is not an application id: copy "Application (client) ID" from the app registration.'),
  ];
  if (appType === 'SingleTenant' && !guid.test(tenantId)) {
    findings.push(bad('MICROSOFT_APP_TENANT_ID is not a tenant id: copy "Directory (tenant) ID" from the app registration.'));
  }
  findings.push(
    publicUrl.startsWith('https://')
      ? good(`Teams: the bot's messaging endpoint must be ${publicUrl}/api/messages`)
      : bad(
          'PUBLIC_URL does not start with https://: Teams calls only such an address. Set it to where Teams can reach this server.',
        ),
  );
  if (findings.every(({ ok }) => ok)) findings.push(await examineToken(settings, credentials));
  return findings;
}

async function examineToken(settings: TeamsSettings, credentials: Parameters<typeof createBotFramework>[1]): Promise<Finding> {
  try {
    await createBotFramework(settings, credentials).token(true);
    return good('Teams: Microsoft gives the application a token');
  } catch {
    return bad(
      'Microsoft gives no token: make a new client secret, set MICROSOFT_APP_PASSWORD to its value (not its id), and check the way to login.microsoftonline.com.',
    );
  }
}
