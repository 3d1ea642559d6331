/**
 * How much fits into what is shown on Slack. Characters are UTF-16 units unless another unit is named: never fewer than Slack counts.
 * Each number comes from the page named above it.
 */
export const sizes = {
  /**
   * One message of ours. Slack asks for texts of at most 4,000 characters and refuses longer ones in an update; what is not ASCII may be
   * counted in bytes. https://docs.slack.dev/reference/methods/chat.postMessage https://docs.slack.dev/reference/methods/chat.update
   */
  partCodePoints: 3500,
  textBytes: 4000,
  /** https://docs.slack.dev/reference/block-kit/blocks */
  messageBlocks: 50,
  viewBlocks: 100,
  /**
   * JSON of all blocks of a message together, in bytes. Slack refuses somewhat above 12,000 (`msg_blocks_too_long`), and counts what
   * stands around the texts too. https://github.com/slackapi/bolt-js/issues/2509
   */
  messageBytes: 12_000,
  /** https://docs.slack.dev/reference/views/modal-views. Slack allows 250 kB. */
  viewBytes: 240_000,
  viewTitle: 24,
  viewButton: 24,
  metadata: 3000,
  /** `action_id`, `block_id`, `callback_id`: https://docs.slack.dev/reference/block-kit/blocks/actions-block */
  id: 255,
  /** https://docs.slack.dev/reference/block-kit/composition-objects/text-object */
  text: 3000,
  /** https://docs.slack.dev/reference/block-kit/blocks/header-block */
  header: 150,
  /** https://docs.slack.dev/reference/block-kit/blocks/image-block */
  imageAlt: 2000,
  /** https://docs.slack.dev/reference/methods/files.getUploadURLExternal */
  fileAlt: 1000,
  /** https://docs.slack.dev/reference/block-kit/blocks/actions-block */
  actionElements: 25,
  /** https://docs.slack.dev/reference/block-kit/block-elements/button-element: about 30 characters are shown. */
  buttonText: 75,
  buttonShown: 30,
  buttonValue: 2000,
  /** https://docs.slack.dev/reference/block-kit/composition-objects/option-object */
  optionText: 75,
  optionDescription: 75,
  optionValue: 75,
  /** https://docs.slack.dev/reference/block-kit/block-elements/radio-button-group-element */
  radioOptions: 10,
  /** https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element: options of one list or group, groups of one list. */
  selectOptions: 100,
  placeholder: 150,
  /** https://docs.slack.dev/reference/block-kit/blocks/input-block */
  inputLabel: 2000,
  inputHint: 2000,
  /** https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element */
  inputText: 3000,
  /** https://docs.slack.dev/reference/block-kit/block-elements/file-input-element */
  files: 10,
} as const;

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
  /** For the whole of a file that somebody gave as an answer. */
  fileMs: minute,
  /** Slack looks at a picture before it can be shown in a message: how long to wait before each try to show it. */
  pictureMs: [0, 600, 1500],
  /** Pictures that are remembered to be there. */
  rememberedPictures: 1000,
  /** For the bytes of one file that we give. Within what the outbox gives a platform, with the message before it. */
  uploadMs: 8 * second,
  /** How long an installation may take from its first page to its last. */
  installMs: 10 * minute,
  /** Slack refuses requests that are older: https://docs.slack.dev/authentication/verifying-requests-from-slack. So do we. */
  skewMs: 5 * minute,
} as const;
