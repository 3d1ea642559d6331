const second = 1000;
const minute = 60 * second;

/** What sending keeps to. */
export const sending = {
  /** Shorter than the time the outbox gives a platform, so that we know ourselves that Slack did not answer. */
  answerMs: 10 * second,
  /** Slack said to wait, and not how long: https://docs.slack.dev/apis/web-api/rate-limits. */
  waitMs: 30 * second,
  /** While Slack moves a workspace or a channel elsewhere. */
  movingMs: minute,
  /** How long what the registry says of a workspace is believed without looking again. */
  tokenMemoryMs: 30 * second,
  /** A token that lives 12 hours is renewed when less is left: https://docs.slack.dev/authentication/using-token-rotation. */
  renewBeforeMs: 120 * minute,
  /** Deliveries of which is remembered what was posted, in case they come again. */
  rememberedDeliveries: 5000,
  /** Conversations with one person whose id is remembered. */
  rememberedConversations: 10_000,
  /** A file that somebody gave as an answer. */
  fileBytes: 10 * 1024 * 1024,
  fileMs: minute,
  /** How long an installation may take from its first page to its last. */
  installMs: 10 * minute,
  /** Slack refuses requests that are older: https://docs.slack.dev/authentication/verifying-requests-from-slack. So do we. */
  skewMs: 5 * minute,
} as const;
