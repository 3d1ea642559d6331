/** What the local platform accepts, and how it keeps its streams alive. */
export const limits = {
  /** JSON of one request, its files not counted. */
  jsonBytes: 1024 * 1024,
  /** All files of one message or form together, before base64. */
  filesBytes: 10 * 1024 * 1024,
  /** Files of one message or form. */
  files: 10,
  nameCharacters: 60,
  fileNameCharacters: 200,
  fields: 100,
  /** What one list or one turn of the stream takes from the memory at once. */
  postsAtOnce: 500,
  /** Open streams of one process. Each is one browser tab. */
  streams: 500,
  heartbeatMs: 20_000,
} as const;

/** Base64 takes four characters for three bytes. */
export const bodyWithFilesBytes = limits.jsonBytes + Math.ceil(limits.filesBytes / 3) * 4;
