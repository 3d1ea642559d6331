import { DeliveryFailure } from '../../ports.ts';
import { sending } from './limits.ts';
import type { TeamsSettings } from './settings.ts';
import type { ServiceClientCredentialsFactory } from 'botframework-connector';

/** Who signs what arrives, and whom a token that leaves is for. */
const botFramework = 'https://api.botframework.com';
const login = 'https://login.microsoftonline.com/botframework.com';
const signInService = 'https://token.botframework.com';

/** The part of Microsoft's retired Bot Framework SDK that is still used: who may call, and as whom we call. */
export interface BotFramework {
  /** Loads the SDK. Not needed before a call, which then takes longer. */
  load(): Promise<void>;
  /**
   * Whether a request comes from Teams: its token is signed by the Bot Framework, meant for this application, in time, of a key that
   * vouches for the activity's channel, and names the same `serviceUrl`. Rejects when the keys cannot be had just now.
   */
  mayCall(authorization: string | undefined, activity: { channelId: string; serviceUrl: string }): Promise<boolean>;
  /** The token to call with; nothing without registration. `anew` when the last one was refused. Rejects with a `DeliveryFailure`. */
  token(anew?: boolean): Promise<string | undefined>;
}

/** `credentials` stand in for Microsoft's login, which a test cannot reach. */
export function createBotFramework(settings: TeamsSettings, credentials?: ServiceClientCredentialsFactory): BotFramework {
  const { appId, appPassword, appType, tenantId, openIdUrl } = settings;
  const own = {
    MicrosoftAppId: appId,
    MicrosoftAppPassword: appPassword,
    MicrosoftAppType: appType,
    MicrosoftAppTenantId: tenantId,
  };
  let opening: ReturnType<typeof open> | undefined;
  let asking: Promise<string> | undefined;

  // The SDK is large, and those who have no Teams do not wait for it.
  async function open() {
    const sdk = await import('botbuilder');
    const factory = credentials ?? new sdk.ConfigurationServiceClientCredentialFactory(own);
    const keys = openIdUrl !== undefined && {
      ToBotFromChannelOpenIdMetadataUrl: openIdUrl,
      ToBotFromEmulatorOpenIdMetadataUrl: openIdUrl,
      ToBotFromChannelTokenIssuer: botFramework,
      ToChannelFromBotLoginUrl: login,
      ToChannelFromBotOAuthScope: botFramework,
      OAuthUrl: signInService,
      CallerId: 'urn:botframework:azure',
    };
    return {
      factory,
      authentication: new sdk.ConfigurationBotFrameworkAuthentication({ ...own, ...keys }, factory),
    };
  }
  const opened = () => (opening ??= open());

  async function mayCall(authorization: string | undefined, activity: { channelId: string; serviceUrl: string }) {
    // Of the several kinds of tokens the SDK takes, only those of the Bot Framework's own service are for us: it would also take one that
    // we ourselves were given to call with, and keeps a list, without end, of who else signed one.
    if (settings.withoutAuth || !authorization || issuerOf(authorization) !== botFramework) return false;
    const { authentication } = await opened();
    try {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- of an activity, the SDK looks at these two alone
      const shown = { ...activity, type: 'message' } as never;
      const { claimsIdentity } = await authentication.authenticateRequest(shown, authorization);
      return (
        claimsIdentity.isAuthenticated &&
        claimsIdentity.getClaimValue('iss') === botFramework &&
        claimsIdentity.getClaimValue('serviceurl') === activity.serviceUrl
      );
    } catch (error) {
      if (isRefusal(error)) return false;
      throw error;
    }
  }

  async function token(anew = false): Promise<string | undefined> {
    if (settings.withoutAuth) return undefined;
    asking ??= ask(anew).finally(() => {
      asking = undefined;
    });
    return asking;
  }

  async function ask(anew: boolean): Promise<string> {
    const late = AbortSignal.timeout(sending.tokenMs);
    try {
      return await Promise.race([
        getToken(anew),
        new Promise<never>((_resolve, reject) => {
          late.addEventListener('abort', () => reject(new Error('Microsoft login did not answer in time.')), { once: true });
        }),
      ]);
    } catch (cause) {
      throw new DeliveryFailure('later', 'Microsoft gave no token: are the application id, its password and its tenant right?', {
        scope: 'workspace',
        cause: new Error(codeOf(cause)),
      });
    }
  }

  async function getToken(anew: boolean): Promise<string> {
    const { factory } = await opened();
    const made: unknown = await factory.createCredentials(appId, botFramework, login, true);
    if (!canGiveToken(made)) throw new Error('These credentials give no token.');
    return made.getToken(anew);
  }

  return {
    async load() {
      await opened();
    },
    mayCall,
    token,
  };
}

const canGiveToken = (made: unknown): made is { getToken(anew: boolean): Promise<string> } =>
  typeof made === 'object' && made !== null && 'getToken' in made && typeof made.getToken === 'function';

/** Who says to have signed a token, before that is proved. */
function issuerOf(authorization: string): string | undefined {
  const [, payload] = /^Bearer [\w-]+\.([\w-]+)\.[\w-]+$/.exec(authorization) ?? [];
  if (payload === undefined) return undefined;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    return typeof claims === 'object' && claims !== null && 'iss' in claims && typeof claims.iss === 'string'
      ? claims.iss
      : undefined;
  } catch {
    return undefined;
  }
}

/** The token was looked at and is not good, rather than that it could not be looked at. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('statusCode' in error) return error.statusCode === 401;
  return /^(JsonWebTokenError|TokenExpiredError|NotBeforeError|SyntaxError)$/.test(error.name);
}

/** The code of a refused login. Its words stay out: they repeat what was sent. */
function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'errorCode' in error ? error.errorCode : undefined;
  if (typeof code === 'string' && /^[\w.-]{1,60}$/.test(code)) return code;
  return error instanceof Error ? error.name : 'unknown';
}
