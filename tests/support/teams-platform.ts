import { AppCredentials, ServiceClientCredentialsFactory } from 'botframework-connector';
import type { Incoming } from '../../src/core/incoming.ts';
import type { DoorOutcome } from '../../src/platforms/teams/receiver.ts';
import type { TeamsSettings } from '../../src/platforms/teams/settings.ts';
import { createTeamsPlatform } from '../../src/platforms/teams/teams.ts';
import type { Clock, Delivery, MadeFiles, Posted, Receive, SaidMessages, Workspace, Workspaces } from '../../src/ports.ts';
import { openDoors } from './door-server.ts';
import { aLog } from './log.ts';
import { someMadeFiles } from './made-files.ts';
import { wording } from './scene.ts';
import { aStrictTeams } from './strict-teams.ts';
import { appId, aTokenIssuer, homeTenant } from './teams-tokens.ts';

/** What Microsoft's login would give. */
export const outgoingToken = 'a-token-of-microsoft';

/** The SDK's own credentials and its cache of tokens, without the way to Microsoft. */
class TestCredentials extends AppCredentials {
  protected override refreshToken() {
    return Promise.resolve({ accessToken: outgoingToken, expiresOn: new Date(Date.now() + 3_600_000) } as never);
  }
}
export class TestLogin extends ServiceClientCredentialsFactory {
  override isValidAppId = (id: string): Promise<boolean> => Promise.resolve(id === appId);
  override isAuthenticationDisabled = (): Promise<boolean> => Promise.resolve(false);
  override createCredentials = () => Promise.resolve(new TestCredentials(appId, homeTenant) as never);
}

/** A registry in memory: denied tenants stay denied, as in the store. */
export function someWorkspaces(): Workspaces & { all: Map<string, Workspace>; deny(key: string): void } {
  const all = new Map<string, Workspace>();
  const denied = new Set<string>();
  const at = new Date('2026-01-05T09:00:00Z');
  return {
    all,
    deny: (key) => void denied.add(key),
    async find(_platform, key) {
      const found = all.get(key);
      return found && { ...found, ...(denied.has(key) && { parked: { at, because: 'denied' } }) };
    },
    async save(workspace) {
      all.set(workspace.key, { ...workspace });
    },
    async park(_platform, key, because) {
      const found = all.get(key);
      if (found) all.set(key, { ...found, parked: { at, because } });
    },
    renew: () => Promise.reject(new Error('Tenants have no secrets to renew.')),
  };
}

export interface TeamsOptions {
  receive?: Receive;
  clock?: Clock;
  /** The store's own, in place of those in memory. */
  workspaces?: Workspaces;
  said?: SaidMessages;
  files?: MadeFiles;
  /** Without registration, as on a machine to try things on. */
  withoutAuth?: boolean;
  settings?: Partial<TeamsSettings>;
}

/** The Teams platform on a door of its own, with strict Teams around it. What arrives goes to `receive`, which by default only notes it. */
export async function aTeamsPlatform(options: TeamsOptions = {}) {
  const { receive, clock = { now: () => new Date() }, withoutAuth = false, settings } = options;
  const issuer = withoutAuth ? undefined : await aTokenIssuer();
  const teams = await aStrictTeams({ now: () => clock.now(), ...(!withoutAuth && { accepts: outgoingToken }) });
  const serviceUrl = withoutAuth ? `${teams.url}/` : 'https://smba.trafficmanager.net/emea/';
  const received: Incoming[] = [];
  const counted: DoorOutcome[] = [];
  const log = aLog();
  const workspaces = someWorkspaces();
  const said = new Map<string, Awaited<ReturnType<SaidMessages['find']>>>();
  const inner = { receive: receive ?? (() => Promise.resolve({ fresh: true })) };
  const files = options.files ?? someMadeFiles({ clock });
  const platform = createTeamsPlatform({
    settings: {
      appId: withoutAuth ? '' : appId,
      appPassword: withoutAuth ? '' : 'unused',
      appType: 'SingleTenant',
      tenantId: homeTenant,
      withoutAuth,
      ...(issuer && { openIdUrl: issuer.openIdUrl, connectorUrl: teams.url }),
      ...settings,
    },
    receive: async (incoming) => {
      const result = await inner.receive(incoming);
      received.push(incoming);
      return result;
    },
    workspaces: options.workspaces ?? workspaces,
    said: options.said ?? { find: (channel, message) => Promise.resolve(said.get(`${channel.key} ${message}`)) },
    files,
    wording,
    clock,
    log,
    count: (outcome) => void counted.push(outcome),
    credentials: new TestLogin(),
  });
  const server = await openDoors(platform);
  const url = `${server.url}/api/messages`;
  teams.connect({ url, serviceUrl, ...(issuer && { sign: issuer.token }) });

  return {
    ...server,
    url,
    serviceUrl,
    platform,
    teams,
    issuer,
    workspaces,
    received,
    counted,
    log,
    /** From now on incomings go there. */
    receiveWith: (next: Receive) => void (inner.receive = next),
    /** Posts, and remembers what was said as the store does. */
    async post(delivery: Delivery): Promise<Posted> {
      const posted = await platform.post(delivery);
      const { about, forms, language } = delivery.message;
      said.set(`${delivery.channel.key} ${posted.message}`, { forms, language, ...(about && { about }) });
      return posted;
    },
    async close() {
      await server.close();
      await teams.close();
      await issuer?.close();
    },
  };
}

export type TeamsPlatform = Awaited<ReturnType<typeof aTeamsPlatform>>;
