import { LogLevel, WebAPIRateLimitedError, WebClient, type WebAPICallResult, type WebClientOptions } from '@slack/web-api';
import type { Clock } from '../../ports.ts';
import { codeOf } from './failures.ts';
import { sending } from './limits.ts';
import { apiRootOf, type SlackSettings } from './settings.ts';

const nothing = (): void => {};

/** Slack's client writes requests and answers into its log, with what people wrote in them. What matters is logged by whoever calls. */
export const silent: NonNullable<WebClientOptions['logger']> = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  setName: nothing,
  getLevel: () => LogLevel.ERROR,
};

/** Options of every client: one try, a time, and a limit comes back at once. The outbox tries again. */
export const clientOptions = (settings: Pick<SlackSettings, 'apiUrl'>): WebClientOptions => ({
  slackApiUrl: apiRootOf(settings),
  timeout: sending.answerMs,
  rejectRateLimitedCalls: true,
  retryConfig: { retries: 0 },
  allowAbsoluteUrls: false,
  logger: silent,
});

/** Slack says these about a token: it may have been renewed, or given anew by an installation that another process took. */
const refusals = new Set(['token_expired', 'token_revoked', 'account_inactive', 'invalid_auth', 'not_authed']);

/** Until when which method of a workspace is not to be called. */
export type Gate = Map<string, number>;

interface Around {
  gate: Gate;
  clock: Clock;
  /** The workspace, for tokens of a whole organisation. */
  teamId?: string;
  /** A client with a newer token than this one's, which Slack refused with this code, if there is one. */
  renew?: ((code: string) => Promise<WebClient | undefined>) | undefined;
}

/**
 * Slack's client for one workspace and token. While Slack wants a method of this workspace left alone, a call of it fails without
 * asking Slack again; and where Slack refuses the token, a newer one is tried once.
 */
export class WorkspaceClient extends WebClient {
  readonly #around: Around;

  constructor(token: string, settings: Pick<SlackSettings, 'apiUrl'>, around: Around) {
    super(token, { ...clientOptions(settings), ...(around.teamId !== undefined && { teamId: around.teamId }) });
    this.#around = around;
  }

  override async apiCall(method: string, options?: Record<string, unknown>): Promise<WebAPICallResult> {
    const { gate, clock, renew } = this.#around;
    const now = clock.now().getTime();
    const until = gate.get(method);
    if (until !== undefined && until > now) throw new WebAPIRateLimitedError(Math.ceil((until - now) / 1000));
    gate.delete(method);
    try {
      return await super.apiCall(method, options);
    } catch (error) {
      if (error instanceof WebAPIRateLimitedError) gate.set(method, clock.now().getTime() + error.retryAfter * 1000);
      const code = codeOf(error) ?? '';
      const renewed = refusals.has(code) ? await renew?.(code) : undefined;
      if (renewed) return renewed.apiCall(method, options);
      throw error;
    }
  }
}
