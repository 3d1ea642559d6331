/** What arrives from Teams. */
export const receiving = {
  /** One activity. Teams cuts messages far below this; more is nobody's message. */
  bodyBytes: 1024 * 1024,
  /**
   * When a request is answered at the latest. Teams sends a message again after 15 s, and its clients give up on a card's button sooner.
   * https://learn.microsoft.com/azure/bot-service/bot-builder-howto-long-operations-guidance
   */
  answerMs: 2500,
  /**
   * Two presses of the same button by the same person, on the same showing of a card, within this time are one: the service behind Teams
   * sends a press again after about 30 s, under another id, when it did not hear the answer.
   * https://github.com/microsoft/botbuilder-dotnet/issues/5005
   */
  samePressMs: 60_000,
  /** The two activities of one installation come within this time. Seen; Microsoft names none. */
  sameInstallationMs: 10_000,
  /** For how long a workspace that was found is not looked up again. */
  workspaceMs: 30_000,
  /** Characters of one id, as a bound for what is stored as a key. */
  idCharacters: 500,
  /** Of a file that a person shared. */
  fileBytes: 25 * 1024 * 1024,
  fileMs: 60_000,
  files: 10,
} as const;

/** What leaves for Teams. */
export const sending = {
  /**
   * A message, counted in UTF-16; more is refused with 413.
   * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages
   */
  messageBytes: 100_000,
  /** How long a call may take. The service itself gives up after 15 s. */
  callMs: 20_000,
  /** How long Microsoft's login may take. */
  tokenMs: 10_000,
  /** The longest wait that is believed when Teams names one. */
  longestRetryAfterMs: 3_600_000,
  /** One-to-one conversations that a process remembers the ids of. */
  conversations: 5000,
} as const;
