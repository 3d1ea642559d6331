import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino';

/** Pino's levels, and `silent`. */
export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

export type LogLevel = (typeof logLevels)[number];

/** Fields under these names hold what people wrote, who they are, or a secret. Their content never reaches the log, at any depth. */
const privateFields = `
  text texts field fields form message messages block blocks value values word words name names displayName email phone person
  title label quote note reason content body payload answer answers item items data sql query parameters params bindings detail where
  headers password token secret secrets authorization cookie apiKey encryptionKey url databaseUrl`
  .trim()
  .split(/\s+/);
const keptOut = new Set(privateFields.map((name) => name.toLowerCase()));
const placeholder = '[kept out]';
const deepest = 6;

/** What an error may carry into the log beside its words and its stack. A database's `detail`, `where` and query quote people. */
const errorFields = [
  'code',
  'severity',
  'constraint',
  'schema',
  'table',
  'column',
  'syscall',
  'errno',
  'status',
  'outcome',
  'scope',
  'retryAfterMs',
];

/** The log: one line of JSON per thing that happened, without what people wrote. */
export function createLog(level: LogLevel, destination?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level,
    timestamp: pino.stdTimeFunctions.isoTime,
    // The bindings of child logs are not seen by the formatter, so their names are held here.
    redact: { paths: privateFields, censor: placeholder },
    formatters: {
      level: (label) => ({ level: label }),
      log: (fields) => scrubFields(fields, deepest),
    },
    // Errors are already described when this one is asked.
    serializers: { err: (described: unknown) => described },
    hooks: {
      // A line without words of its own would take those of its error, unread.
      logMethod(args, method) {
        const [first, words]: [unknown, unknown?, ...unknown[]] = args;
        const error = first instanceof Error ? first : errorIn(first);
        if (error && words === undefined)
          return method.call(this, first instanceof Error ? { err: first } : first, wordsOf(error));
        return method.apply(this, args);
      },
    },
  };
  return destination ? pino(options, destination) : pino(options);
}

const errorIn = (fields: unknown): Error | undefined =>
  typeof fields === 'object' && fields !== null && 'err' in fields && fields.err instanceof Error ? fields.err : undefined;

function scrubFields(fields: object, depth: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      keptOut.has(name.toLowerCase()) ? placeholder : scrub(value, depth - 1),
    ]),
  );
}

function scrub(value: unknown, depth: number): unknown {
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (depth <= 0 || ArrayBuffer.isView(value)) return placeholder;
  if (value instanceof Error) return describe(value, depth);
  if (value instanceof Map || value instanceof Set) return placeholder;
  return Array.isArray(value) ? value.map((item) => scrub(item, depth - 1)) : scrubFields(value, depth);
}

function describe(error: Error, depth: number): Record<string, unknown> {
  const known = Object.entries(error).filter(
    ([name, value]) => errorFields.includes(name) && value !== undefined && typeof value !== 'object',
  );
  return {
    type: error.name,
    message: wordsOf(error),
    ...Object.fromEntries(known),
    stack: (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)),
    ...(error.cause !== undefined && { cause: scrub(error.cause, depth - 1) }),
    ...(error instanceof AggregateError && { errors: scrub(error.errors, depth - 1) }),
  };
}

/** An error's message. A value that would not be read (of JSON, of a column's type) is quoted in it, and is taken out. */
function wordsOf(error: Error): string {
  const quotes =
    error instanceof SyntaxError || ('code' in error && typeof error.code === 'string' && /^22...$/.test(error.code));
  return quotes ? error.message.replace(/["'].*["']/s, '"…"') : error.message;
}
