/** What an operator set for Slack. With `botToken` there is one workspace; with the client's three, many that install by themselves. */
export interface SlackSettings {
  signingSecret?: string;
  /** The token of the one workspace. */
  botToken?: string;
  clientId?: string;
  clientSecret?: string;
  /** Signs what an installation carries through Slack and back. */
  stateSecret?: string;
  /** Opens Socket Mode instead of waiting for requests. */
  appToken?: string;
  /** Another root of the Web API: tests, gateways. */
  apiUrl?: string;
  /** The address people and Slack use, without a slash at the end. */
  publicUrl: string;
}

/** What an installation needs. */
export interface ClientSettings {
  clientId: string;
  clientSecret: string;
  stateSecret: string;
}

/** The client's three settings, when all are there. */
export function clientOf({ clientId, clientSecret, stateSecret }: SlackSettings): ClientSettings | undefined {
  return clientId && clientSecret && stateSecret ? { clientId, clientSecret, stateSecret } : undefined;
}

/** The root of the Web API, with a slash at the end. */
export function apiRootOf({ apiUrl }: Pick<SlackSettings, 'apiUrl'>): string {
  const root = apiUrl ?? 'https://slack.com/api/';
  return root.endsWith('/') ? root : `${root}/`;
}

/** Where a person says yes to an installation: beside the Web API, on Slack as on its government cloud. */
export const authorizeUrlOf = (settings: Pick<SlackSettings, 'apiUrl'>): string =>
  new URL('../oauth/v2/authorize', apiRootOf(settings)).href;

export const redirectUrlOf = ({ publicUrl }: Pick<SlackSettings, 'publicUrl'>): string => `${publicUrl}/slack/oauth_redirect`;
