/** What is received from Slack, and how soon it is answered. */
export const receiving = {
  /** Our own bound: the largest event, of 40,000 characters, takes a few hundred kilobytes. */
  bodyBytes: 1024 * 1024,
  /** How far a request's time may be from ours, to either side: https://docs.slack.dev/authentication/verifying-requests-from-slack */
  clockSeconds: 300,
  /** Slack waits 3 s (https://docs.slack.dev/apis/events-api/#responding); the way there and back is in it. */
  answerMs: 2500,
  /** Of that, what asking Slack whether the companion is in a channel may take. */
  askMs: 1000,
  /** A word to a person after the answer, at their `response_url`. */
  wordMs: 5000,
  /** Ids of Slack: https://docs.slack.dev/apis/slack-connect says to count on no length. */
  idCharacters: 40,
  files: 10,
  fileNameCharacters: 200,
  /** https://docs.slack.dev/reference/views: `private_metadata`. */
  metadataCharacters: 3000,
} as const;

/** How a Socket Mode connection is kept. */
export const socket = {
  /** Before trying again, doubled with each failure. */
  pauseMs: 1000,
  longestPauseMs: 60_000,
  /** A connection that lasted this long was a good one. */
  steadyMs: 10_000,
  /** https://docs.slack.dev/apis/events-api/using-socket-mode: a warning comes about 10 s before the end. */
  overlapMs: 8000,
  /** The client counts silence of the other side after this long as the end of the connection. */
  pongMs: 5000,
  openMs: 10_000,
  closeMs: 1000,
} as const;
