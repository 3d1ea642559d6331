/** Where the companion is registered with Microsoft. */
export interface TeamsSettings {
  /** The id of the Entra application, which is the bot's. Empty only without registration. */
  appId: string;
  appPassword: string;
  /** `SingleTenant` is the kind that can still be made; it serves other organisations as well. */
  appType: 'SingleTenant' | 'MultiTenant';
  /** The tenant where the application is registered, which is not the tenant of those who use it. */
  tenantId: string;
  /** Without registration: callers and `serviceUrl`s of this machine only, and no tokens in either direction. Never in production. */
  withoutAuth: boolean;
  /** Where the keys of those who call are published; Microsoft's own when left out (tests). */
  openIdUrl?: string;
  /** Where all calls go instead of the host of an activity's `serviceUrl` (tests, gateways). */
  connectorUrl?: string;
}

/** What the platform asks of a log. Pino's logger is one. */
export interface Log {
  info(fields: object, words: string): void;
  warn(fields: object, words: string): void;
  error(fields: object, words: string): void;
}
