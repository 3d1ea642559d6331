import { WebAPIPlatformError } from '@slack/web-api';

/** Slack's own word for why a call was refused, such as `channel_not_found`. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof WebAPIPlatformError ? error.data.error : undefined;
