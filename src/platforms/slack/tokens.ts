import { WebAPIPlatformError, WebClient } from '@slack/web-api';
import { type Clock, DeliveryFailure, type Workspace, type Workspaces } from '../../ports.ts';
import { clientOptions } from './client.ts';
import { toDeliveryFailure } from './failures.ts';
import { sending } from './limits.ts';
import { clientOf, type SlackSettings } from './settings.ts';

export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** How a workspace's token is kept, encrypted with the rest of its secrets. The time is ISO 8601; a token without one never runs out. */
export interface Token {
  botToken: string;
  refreshToken?: string;
  expiresAt?: string;
}

export function tokenOf({ secrets }: Pick<Workspace, 'secrets'>): Token | undefined {
  const { botToken, refreshToken, expiresAt } = secrets;
  if (!botToken) return undefined;
  return { botToken, ...(refreshToken && { refreshToken }), ...(expiresAt && { expiresAt }) };
}

/** What Slack answered to an installation or a renewal, as it is kept. */
export const keptToken = (
  given: { access_token: string; refresh_token?: string | undefined; expires_in?: number | undefined },
  now: Date,
): Record<string, string> => ({
  botToken: given.access_token,
  ...(given.refresh_token !== undefined && { refreshToken: given.refresh_token }),
  ...(given.expires_in !== undefined && { expiresAt: new Date(now.getTime() + given.expires_in * 1000).toISOString() }),
});

/** Slack says about these that the refresh token will never do again. Only a new installation helps. */
const lost = new Set([
  'invalid_refresh_token',
  'token_revoked',
  'token_expired',
  'account_inactive',
  'invalid_auth',
  'invalid_grant',
]);

interface Needs {
  settings: SlackSettings;
  workspaces: Workspaces;
  clock: Clock;
  log: Log;
}

export interface Tokens {
  /** The workspace with a token that still lives for a while; renewed, and stored, when it does not. Rejects with a `DeliveryFailure`. */
  fresh(workspace: Workspace): Promise<Workspace>;
  /** Slack refused this token as too old: the workspace with another one, or nothing when there is none to be had. */
  instead(key: string, used: string): Promise<Workspace | undefined>;
}

/** Renews tokens that run out, one process at a time: a refresh token can be used once, and what it gives is stored before it is used. */
export function createTokens({ settings, workspaces, clock, log }: Needs): Tokens {
  const client = new WebClient(undefined, clientOptions(settings));

  const remainingMs = ({ expiresAt }: Token): number =>
    expiresAt === undefined ? Number.POSITIVE_INFINITY : new Date(expiresAt).getTime() - clock.now().getTime();

  async function renewed({ refreshToken }: Token): Promise<Record<string, string> | undefined> {
    const ours = clientOf(settings);
    if (!ours || refreshToken === undefined) return undefined;
    const given = await client.oauth.v2.access({
      client_id: ours.clientId,
      client_secret: ours.clientSecret,
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
    });
    const { access_token, refresh_token, expires_in } = given;
    if (!access_token) throw new DeliveryFailure('later', 'oauth.v2.access: an answer without a token', { scope: 'workspace' });
    return keptToken({ access_token, refresh_token: refresh_token ?? refreshToken, expires_in }, clock.now());
  }

  /** Renews what is stored now, unless another process has done it since `used` was read. */
  const renew = (key: string, used: string): Promise<Workspace | undefined> =>
    workspaces.renew('slack', key, async (current) => {
      const token = tokenOf(current);
      return token?.botToken === used ? renewed(token) : undefined;
    });

  return {
    async fresh(workspace) {
      const token = tokenOf(workspace);
      if (!token?.refreshToken || remainingMs(token) >= sending.renewBeforeMs) return workspace;
      try {
        return (await renew(workspace.key, token.botToken)) ?? workspace;
      } catch (error) {
        const failure = failureOf(error);
        log.warn({ workspace: workspace.key, because: failure.message }, 'A token of Slack could not be renewed');
        // The old one lives on, and there will be other occasions.
        if (remainingMs(token) > 0) return workspace;
        throw failure;
      }
    },

    async instead(key, used) {
      try {
        const workspace = await renew(key, used);
        return workspace && tokenOf(workspace)?.botToken !== used ? workspace : undefined;
      } catch (error) {
        throw failureOf(error);
      }
    },
  };
}

function failureOf(error: unknown): DeliveryFailure {
  if (error instanceof WebAPIPlatformError) {
    const outcome = lost.has(error.data.error) ? 'never' : 'later';
    return new DeliveryFailure(outcome, `oauth.v2.access: ${error.data.error}`, {
      scope: 'workspace',
      ...(outcome === 'later' && { retryAfterMs: sending.movingMs }),
      cause: error,
    });
  }
  const { message, retryAfterMs } = toDeliveryFailure(error, 'oauth.v2.access');
  // What did not arrive cannot have been said: only the token is missing.
  return new DeliveryFailure('later', message, {
    scope: 'workspace',
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    cause: error,
  });
}
