/** How large what we draw may be. Sizes of cards are counted as UTF-16, as Microsoft counts messages. */
export const sizes = {
  /**
   * One card of a message. Older pages of Microsoft still name 28 kB for a message, so we stay below that.
   * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
   */
  cardBytes: 25_000,
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
