import { z } from 'zod';
import type { Check, Clock, Finding } from '../../ports.ts';
import { createBotFramework } from './adapter.ts';
import { sending } from './limits.ts';
import type { TeamsSettings } from './settings.ts';

interface Needs {
  settings: TeamsSettings;
  publicUrl: string;
  clock: Clock;
  /** Stand in for Microsoft's login (tests). */
  credentials?: Parameters<typeof createBotFramework>[1];
}

const good = (found: string): Finding => ({ ok: true, found });
const bad = (found: string, fix: string): Finding => ({ ok: false, found, fix });
const guid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** Where the keys of those who call are published. https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication */
const keysUrl = 'https://login.botframework.com/v1/.well-known/openidconfiguration';
const keys = z.object({ jwks_uri: z.string() });

/**
 * What can be wrong with Microsoft's side of the set-up, each with the one fix. The checks ask Microsoft and the public address themselves.
 * No secret is ever shown.
 */
export function createTeamsChecks({ settings, publicUrl, clock, credentials }: Needs): Check[] {
  if (settings.withoutAuth) {
    const found = 'without registration, for a Teams that is on this machine';
    return [{ name: 'Teams', run: () => Promise.resolve(good(found)) }];
  }
  return [
    { name: 'Teams registration', run: () => Promise.resolve(examineRegistration(settings)) },
    { name: 'Teams password', run: () => examinePassword(settings, credentials) },
    { name: 'Teams keys', run: () => examineKeys(settings, clock) },
    { name: 'Teams address', run: () => examineAddress(publicUrl) },
  ];
}

function examineRegistration({ appId, appType, tenantId }: TeamsSettings): Finding {
  const where = 'from Overview of the app registration in the Entra admin centre';
  if (!guid.test(appId))
    return bad('MICROSOFT_APP_ID is not an application id', `Copy Application (client) ID ${where} into MICROSOFT_APP_ID`);
  if (appType === 'SingleTenant' && !guid.test(tenantId))
    return bad('MICROSOFT_APP_TENANT_ID is not a tenant id', `Copy Directory (tenant) ID ${where} into MICROSOFT_APP_TENANT_ID`);
  return good(`application ${appId}, ${appType}`);
}

async function examinePassword(settings: TeamsSettings, credentials: Needs['credentials']): Promise<Finding> {
  try {
    await createBotFramework(settings, credentials).token(true);
    return good('Microsoft gives the application a token to speak with');
  } catch {
    return bad(
      'Microsoft gives the application no token to speak with',
      'Does this machine reach login.microsoftonline.com? Then make a new client secret under Certificates & secrets, and copy its Value (not its Secret ID) into MICROSOFT_APP_PASSWORD',
    );
  }
}

/** Without the keys nobody can be heard; and a token is only good while our clock and theirs agree. */
async function examineKeys({ openIdUrl = keysUrl }: TeamsSettings, clock: Clock): Promise<Finding> {
  const before = clock.now().getTime();
  const answer = await fetch(openIdUrl, { signal: AbortSignal.timeout(sending.tokenMs) }).catch(() => undefined);
  const after = clock.now().getTime();
  const published = keys.safeParse(await answer?.json().catch(() => undefined));
  if (!answer?.ok || !published.success)
    return bad('The keys that Teams signs with cannot be read', `Let this machine reach ${new URL(openIdUrl).host} by https`);
  const theirs = Date.parse(answer.headers.get('date') ?? '');
  const skewMs = Number.isNaN(theirs) ? 0 : (before + after) / 2 - theirs;
  if (Math.abs(skewMs) < sending.skewMs) return good('the keys that Teams signs with can be read, and the clocks agree');
  return bad(
    `The clock of this machine is ${Math.round(Math.abs(skewMs) / 1000)} s ${skewMs > 0 ? 'ahead of' : 'behind'} Microsoft's; from 300 s on nothing Teams sends is accepted`,
    'Switch on time synchronisation on this machine (timedatectl set-ntp true)',
  );
}

/** Our door refuses what comes without a token: that is how it is known from outside. */
async function examineAddress(publicUrl: string): Promise<Finding> {
  const endpoint = `${publicUrl}/api/messages`;
  if (!publicUrl.startsWith('https://'))
    return bad(
      `PUBLIC_URL is ${publicUrl}, and Teams calls only addresses that begin with https://`,
      'Set PUBLIC_URL to the https address under which the internet reaches this service',
    );
  const knock = { method: 'POST', body: '{}', redirect: 'manual', signal: AbortSignal.timeout(sending.tokenMs) } as const;
  const answer = await fetch(endpoint, knock).catch(() => undefined);
  await answer?.body?.cancel();
  if (answer?.status === 401) return good(`${endpoint} answers; it must be the Messaging endpoint of the Azure Bot`);
  return bad(
    `${endpoint} ${answer ? `answers with ${answer.status}, which is not our door` : 'does not answer'}`,
    'Start the companion (npm start) and lead this address to its PORT in your proxy, or correct PUBLIC_URL',
  );
}
