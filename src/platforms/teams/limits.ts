/** How large what we draw may be. Sizes of cards are counted as UTF-16, as Microsoft counts messages. */
export const sizes = {
  /**
   * One card of a message. Older pages of Microsoft still name 28 kB for a message, so we stay below that.
   * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
   */
  cardBytes: 25_000,
  /** Pictures that are in a card themselves, counted as the card is; the others are behind an address of ours. Ours. */
  picturesBytes: 14_000,
  /** A dialog cannot be split. A message may have 100 kB, and Microsoft advises to stay below 80 kB. Same page. */
  dialogBytes: 80_000,
  /** One element of a card; what is longer is cut between sentences or words. Ours. */
  elementCharacters: 2_000,
  /** The line that a notification shows, and what is read aloud. Ours. */
  summaryCharacters: 200,
  /**
   * A button as wide as a phone shows about so many; Teams cuts the rest.
   * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/design-effective-cards
   */
  buttonCharacters: 40,
  /** Buttons beside each other, and the characters that fit beside each other at 360 pixels, each button's edges counted as four. Ours. */
  buttonsInRow: 3,
  rowCharacters: 42,
  buttonEdgeCharacters: 4,
  /** Options of which one is longer than this are a list to choose from, not buttons. Ours. */
  choiceButtonCharacters: 30,
  /** An option longer than this is no option to choose from. Ours. */
  choiceCharacters: 200,
  /** Up to so many options are all shown; more are a menu. Ours. */
  choicesShown: 6,
  /** What one line and one long text of a form take. What a form already holds is never cut. Ours. */
  lineCharacters: 2_000,
  textCharacters: 20_000,
} as const;

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
  /**
   * After how long somebody who waits sees that the companion is writing: Teams asks for an answer or that sign within two seconds.
   * https://learn.microsoft.com/microsoftteams/platform/concepts/deploy-and-publish/appsource/prepare/teams-store-validation-guidelines
   */
  typingAfterMs: 1000,
  /** How long a call may take. The service itself gives up after 15 s. */
  callMs: 20_000,
  /** How long the bytes of a file may take on their way to somebody's OneDrive. */
  uploadMs: 60_000,
  /** How long a stop waits for files on their way. */
  stopMs: 5_000,
  /** How long Microsoft's login may take. */
  tokenMs: 10_000,
  /**
   * From how far apart the clocks of this machine and of Microsoft may be told of. A token counts from five minutes before to five minutes after its time.
   * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
   */
  skewMs: 60_000,
  /** The longest wait that is believed when Teams names one. */
  longestRetryAfterMs: 3_600_000,
  /** One-to-one conversations that a process remembers the ids of. */
  conversations: 5000,
} as const;
