import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { type LogLevel, logLevels } from './log.ts';

export interface Config {
  /** Where the HTTP server listens. */
  host: string;
  port: number;
  /** The address people use, without a slash at the end. */
  publicUrl: string;
  /** The Postgres server; absent: the embedded one, kept in `dataDir`. */
  databaseUrl: string | undefined;
  dataDir: string;
  local: {
    /** Host names, beside those of this machine's loopback, under which an operator opened the local page. */
    openTo: string[];
  };
  logLevel: LogLevel;
  /** What the operator should know at start: settings that are there and change nothing. */
  notices: string[];
}

type Env = Readonly<Record<string, string | undefined>>;

/** Settings of parts that are not in this version: those that would configure a platform are refused, the others said to do nothing. */
const reserved = [
  {
    pattern: /^SLACK_(SIGNING_SECRET|BOT_TOKEN|CLIENT_ID|CLIENT_SECRET|STATE_SECRET|APP_TOKEN|API_URL)$/,
    part: 'Slack',
    refused: true,
  },
  { pattern: /^(MICROSOFT_APP_(ID|PASSWORD|TYPE|TENANT_ID)|TEAMS_WITHOUT_AUTH)$/, part: 'Microsoft Teams', refused: true },
  { pattern: /^OPENAI_(API_KEY|BASE_URL|MODEL)$/, part: 'The language model', refused: false },
  { pattern: /^ENCRYPTION_KEY$/, part: 'Keeping tokens, which this would encrypt,', refused: false },
];

const host = z.string().regex(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$|^[0-9a-f:.]*:[0-9a-f:.]*$/i);

const settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: host.default('127.0.0.1'),
  PUBLIC_URL: z.string().refine(isWebAddress).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/./)
    .optional(),
  DATA_DIR: z.string().default('.data'),
  LOCAL_PLATFORM: z.literal('on').default('on'),
  LOCAL_OPEN_TO: z
    .string()
    .transform((names) => names.split(',').map((name) => name.trim().toLowerCase()))
    .pipe(z.array(host))
    .default([]),
  LOG_LEVEL: z.enum(logLevels).default('info'),
});

const wanted: Record<keyof z.infer<typeof settings>, string> = {
  PORT: 'a whole number from 0 to 65535',
  HOST: 'a host name or an IP address of this machine',
  PUBLIC_URL: 'an address that starts with http:// or https://, without a path or a password',
  DATABASE_URL: 'an address that starts with postgres:// or postgresql://',
  DATA_DIR: 'a folder',
  LOCAL_PLATFORM: 'on, or left out: the local page is the only place to talk in this version',
  LOCAL_OPEN_TO: 'host names or IP addresses, separated by commas',
  LOG_LEVEL: `one of ${logLevels.join(', ')}`,
};

/** Settings as `npm start` finds them: those of the environment, and for the others those of the file `.env`. */
export function readEnvironment(file = '.env'): Env {
  return { ...readEnvFile(file), ...process.env };
}

/**
 * The typed settings. One error names every setting that is missing or not usable, with what would be right, and never shows what
 * was set, which may be a secret.
 */
export function readConfig(env: Env): Config {
  // An empty line of .env is a setting left out.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const problems: string[] = [];
  const notices: string[] = [];
  for (const name of Object.keys(given).sort()) {
    const found = reserved.find(({ pattern }) => pattern.test(name));
    if (found?.refused) problems.push(`${name}: ${found.part} is not part of this version yet; remove this setting`);
    else if (found) notices.push(`${name} is set and changes nothing: ${found.part} is not part of this version yet.`);
  }
  const read = settings.safeParse(given);
  const names = new Set(read.error?.issues.map((issue) => String(issue.path[0])));
  for (const [name, what] of Object.entries(wanted)) if (names.has(name)) problems.push(`${name}: ${what}`);
  if (read.data && !isLoopback(read.data.HOST) && read.data.LOCAL_OPEN_TO.length === 0) {
    problems.push(
      'LOCAL_OPEN_TO: needed because HOST opens the local page, which asks nobody who they are, to other machines; ' +
        'name the hosts it may be reached by, or leave HOST out',
    );
  }
  if (!read.data || problems.length > 0) {
    throw new Error(
      `These settings are missing or not usable; .env.example tells where each comes from.\n${problems.map((problem) => `- ${problem}`).join('\n')}`,
    );
  }
  const { HOST, PORT, PUBLIC_URL, DATABASE_URL, DATA_DIR, LOCAL_OPEN_TO, LOG_LEVEL } = read.data;
  const named = isLoopback(HOST) || HOST === '0.0.0.0' || HOST === '::' ? 'localhost' : HOST;
  return {
    host: HOST,
    port: PORT,
    publicUrl: PUBLIC_URL?.replace(/\/$/, '') ?? `http://${named.includes(':') ? `[${named}]` : named}:${PORT}`,
    databaseUrl: DATABASE_URL,
    dataDir: resolve(DATA_DIR),
    local: { openTo: LOCAL_OPEN_TO },
    logLevel: LOG_LEVEL,
    notices,
  };
}

export const isLoopback = (name: string): boolean => name === 'localhost' || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name);

function isWebAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.username && !url.password && !url.search;
}

function readEnvFile(file: string): Env {
  try {
    return parseEnv(readFileSync(file, 'utf8'));
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return {};
    throw new Error(`The settings file ${file} cannot be read.`, { cause });
  }
}
