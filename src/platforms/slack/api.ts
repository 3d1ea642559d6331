import { WebClient } from '@slack/web-api';
import { type Clock, DeliveryFailure, type Workspace, type Workspaces } from '../../ports.ts';
import { clientOptions, type Gate, WorkspaceClient } from './client.ts';
import { toDeliveryFailure } from './failures.ts';
import { sending } from './limits.ts';
import type { SlackSettings } from './settings.ts';
import { createTokens, type Log, tokenOf } from './tokens.ts';

/** Where a payload says that it comes from. */
export interface Source {
  teamId?: string | undefined;
  enterpriseId?: string | undefined;
  isEnterpriseInstall: boolean;
}

export interface Authorization {
  botId?: string;
  botUserId?: string;
  teamId?: string;
  /** The permissions it was given there, where they are known. */
  scopes?: string[];
}

/** Nobody installed the companion there (any more). */
export class UnknownWorkspace extends Error {
  override name = 'UnknownWorkspace';
}

export interface SlackApi {
  /** Slack's client for a workspace, with the token that counts. Rejects with a `DeliveryFailure`. */
  for(workspace: string): Promise<WebClient>;
  /** Who the companion is where a payload comes from. Asks nothing of Slack once that is known: somebody waits for an answer. Rejects with `UnknownWorkspace`; anything else means that it cannot be said now. */
  authorize(source: Source): Promise<Authorization>;
  /** What is remembered of a workspace no longer counts. */
  forget(workspace: string): void;
  /** In the set-up with one token: finds out whose it is, and that the workspace is there again. */
  start(): Promise<void>;
}

interface Needs {
  settings: SlackSettings;
  workspaces: Workspaces;
  clock: Clock;
  log: Log;
}

/** A client for each workspace, with the token of the settings or the one that its installation left. */
export function createSlackApi(needs: Needs): SlackApi {
  const { settings } = needs;
  return settings.botToken === undefined ? createForMany(needs) : createForOne(needs, settings.botToken);
}

interface Self extends Authorization {
  teamId: string;
}

function createForOne({ settings, workspaces, clock, log }: Needs, botToken: string): SlackApi {
  const client = new WorkspaceClient(botToken, settings, { gate: new Map(), clock });
  let known: Promise<Self> | undefined;

  async function introduce(): Promise<Self> {
    const { team_id, team, user_id, bot_id, enterprise_id, response_metadata } = await client.auth.test();
    if (!team_id || !user_id)
      throw new DeliveryFailure('later', 'auth.test: an answer without a workspace', { scope: 'workspace' });
    const details = {
      botUserId: user_id,
      ...(bot_id && { botId: bot_id }),
      ...(enterprise_id && { enterprise: enterprise_id }),
      scopes: (response_metadata?.scopes ?? []).join(','),
      installedAt: clock.now().toISOString(),
    };
    await workspaces.save({ platform: 'slack', key: team_id, ...(team && { name: team }), secrets: {}, details });
    return { botUserId: user_id, teamId: team_id, ...(bot_id && { botId: bot_id }), ...scopesOf(details.scopes) };
  }

  function self(): Promise<Self> {
    known ??= introduce().catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  }

  return {
    async for(workspace) {
      const { teamId } = await self().catch((error: unknown) => {
        throw toDeliveryFailure(error, 'auth.test');
      });
      if (teamId !== workspace) throw notInstalled();
      return client;
    },
    async authorize({ teamId }) {
      const found = await self();
      if (teamId !== undefined && teamId !== found.teamId)
        throw new UnknownWorkspace('SLACK_BOT_TOKEN belongs to another workspace.');
      return found;
    },
    forget() {
      known = undefined;
    },
    async start() {
      try {
        await self();
      } catch (error) {
        log.warn({ because: toDeliveryFailure(error, 'auth.test').message }, 'Slack does not say yet whose SLACK_BOT_TOKEN is');
      }
    },
  };
}

interface Remembered {
  workspace: Workspace;
  client: WorkspaceClient;
  at: number;
}

function createForMany({ settings, workspaces, clock, log }: Needs): SlackApi {
  const tokens = createTokens({ settings, workspaces, clock, log });
  const remembered = new Map<string, Remembered>();
  const gates = new Map<string, Gate>();
  const gateOf = (key: string): Gate => {
    const gate = gates.get(key) ?? new Map<string, number>();
    gates.set(key, gate);
    return gate;
  };

  /** The row that holds the token for a workspace: its own, or its organisation's. */
  async function findHolder(key: string): Promise<Workspace | undefined> {
    const own = await workspaces.find('slack', key);
    const organisation = own?.details['organisation'];
    if (!own || own.parked || organisation === undefined || tokenOf(own)) return own;
    return workspaces.find('slack', organisation);
  }

  function forget(key: string): void {
    remembered.delete(key);
    for (const [each, { workspace }] of remembered) if (workspace.key === key) remembered.delete(each);
  }

  async function getFresh(key: string): Promise<Remembered> {
    const now = clock.now().getTime();
    const known = remembered.get(key);
    if (known && now - known.at < sending.tokenMemoryMs) return known;
    const found = await findHolder(key);
    if (!found) throw notInstalled();
    if (found.parked)
      throw new DeliveryFailure('never', `the workspace is parked: ${found.parked.because}`, { scope: 'workspace' });
    const workspace = await tokens.fresh(found);
    const client = createClient(key, workspace, true);
    if (!client) throw notInstalled();
    const entry = { workspace, client, at: now };
    remembered.set(key, entry);
    return entry;
  }

  function createClient(key: string, workspace: Workspace, mayRenew: boolean): WorkspaceClient | undefined {
    const token = tokenOf(workspace);
    if (!token) return undefined;
    return new WorkspaceClient(token.botToken, settings, {
      gate: gateOf(key),
      clock,
      ...(workspace.key !== key && { teamId: key }),
      renew: mayRenew
        ? async (code) => {
            forget(workspace.key);
            const next =
              code === 'token_expired' && token.refreshToken !== undefined
                ? await tokens.instead(workspace.key, token.botToken)
                : await workspaces.find('slack', workspace.key);
            const isAnother = next !== undefined && !next.parked && tokenOf(next)?.botToken !== token.botToken;
            return isAnother ? createClient(key, next, false) : undefined;
          }
        : undefined,
    });
  }

  /** A workspace of an organisation that installed the companion for all of them: from now on it is found by its own id. */
  async function noteMember(teamId: string, organisation: Workspace): Promise<void> {
    const own = await workspaces.find('slack', teamId);
    if (own && (tokenOf(own) || own.details['organisation'] === organisation.key) && !own.parked) return;
    const { botUserId, botId } = organisation.details;
    const details = { organisation: organisation.key, ...(botUserId && { botUserId }), ...(botId && { botId }) };
    await workspaces.save({ platform: 'slack', key: teamId, secrets: {}, details });
    forget(teamId);
  }

  return {
    async for(key) {
      try {
        return (await getFresh(key)).client;
      } catch (error) {
        throw toDeliveryFailure(error, 'token');
      }
    },

    async authorize({ teamId, enterpriseId, isEnterpriseInstall }) {
      const keys = isEnterpriseInstall ? [enterpriseId, teamId] : [teamId, enterpriseId];
      for (const key of keys) {
        const found = key === undefined ? undefined : await findHolder(key);
        if (!found || !tokenOf(found)) continue;
        if (isEnterpriseInstall && teamId !== undefined && found.key !== teamId) await noteMember(teamId, found);
        const { botId, botUserId, scopes } = found.details;
        return {
          ...scopesOf(scopes),
          ...(botId !== undefined && { botId }),
          ...(botUserId !== undefined && { botUserId }),
          ...(teamId !== undefined && { teamId }),
        };
      }
      throw new UnknownWorkspace('Nobody installed the companion in this workspace.');
    },

    forget,
    async start() {},
  };
}

/** The permissions as they are written down. None at all means that Slack did not tell. */
const scopesOf = (written: string | undefined): Pick<Authorization, 'scopes'> => (written ? { scopes: written.split(',') } : {});

const notInstalled = (): DeliveryFailure =>
  new DeliveryFailure('never', 'the companion is not installed in this workspace', { scope: 'workspace' });

/** A client without a token, for installations. */
export const createTokenless = (settings: SlackSettings): WebClient => new WebClient(undefined, clientOptions(settings));
