import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { readKeys } from './config/keys.ts';
import { modelNames, type ModelSettings, readModel } from './config/model.ts';
import { type Given } from './config/part.ts';
import { readSlack, slackNames, type SlackSettings } from './config/slack.ts';
import { readTeams, teamsNames, type TeamsSettings } from './config/teams.ts';
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
  /** The places where people talk; at least one is there. */
  slack: SlackSettings | undefined;
  teams: TeamsSettings | undefined;
  local:
    | {
        /** Host names, beside those of this machine's loopback, under which an operator opened the local page. */
        openTo: string[];
      }
    | undefined;
  /** A language model that may write texts where a carrier lets it. */
  model: ModelSettings | undefined;
  /** What tokens are encrypted with, the newest first; none where no tokens are stored. */
  encryptionKeys: Uint8Array[];
  logLevel: LogLevel;
  /** What the operator should know at start: what is set and changes nothing, or may not do what it should. */
  notices: string[];
}

type Env = Readonly<Record<string, string | undefined>>;

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
  ENCRYPTION_KEY: z
    .string()
    .transform(readKeys)
    .refine((keys) => keys !== undefined)
    .default([]),
  LOCAL_PLATFORM: z.enum(['on', 'off']).optional(),
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
  ENCRYPTION_KEY: '32 random bytes, as 64 hex digits or in base64; several such keys are separated by commas, the newest first',
  LOCAL_PLATFORM: 'on or off',
  LOCAL_OPEN_TO: 'host names or IP addresses, separated by commas',
  LOG_LEVEL: `one of ${logLevels.join(', ')}`,
};

/** Every setting that is read. */
export const settingNames: readonly string[] = [...Object.keys(wanted), ...slackNames, ...teamsNames, ...modelNames];

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
  const given: Given = Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );
  const read = settings.safeParse(given);
  const unusable = new Set(read.error?.issues.map((issue) => String(issue.path[0])));
  const own = Object.entries(wanted).flatMap(([name, what]) => (unusable.has(name) ? [`${name}: ${what}`] : []));

  const base = read.data ?? settings.parse(Object.fromEntries(Object.entries(given).filter(([name]) => !unusable.has(name))));
  const publicUrl = base.PUBLIC_URL?.replace(/\/$/, '') ?? addressOf(base);
  const hasKey = given['ENCRYPTION_KEY'] !== undefined;
  const slack = readSlack(given, publicUrl, hasKey);
  const teams = readTeams(given, { publicUrl, onLoopback: isLoopback(base.HOST) });
  const model = readModel(given);
  const elsewhere = [...slackNames, ...teamsNames].some((name) => given[name] !== undefined);
  const local = readLocal(base, elsewhere);
  const problems = [...own, ...slack.problems, ...teams.problems, ...local.problems, ...model.problems];
  if (problems.length > 0) {
    throw new Error(
      `These settings are missing or not usable; .env.example tells where each comes from.\n${problems.map((problem) => `- ${problem}`).join('\n')}`,
    );
  }
  return {
    host: base.HOST,
    port: base.PORT,
    publicUrl,
    databaseUrl: base.DATABASE_URL,
    dataDir: resolve(base.DATA_DIR),
    slack: slack.settings,
    teams: teams.settings,
    local: local.settings,
    model: model.settings,
    encryptionKeys: base.ENCRYPTION_KEY ?? [],
    logLevel: base.LOG_LEVEL,
    notices: [...slack.notices, ...teams.notices, ...local.notices, ...model.notices],
  };
}

/** The local page is there when people can talk nowhere else, or when it is asked for. */
function readLocal(
  { HOST, LOCAL_PLATFORM, LOCAL_OPEN_TO }: z.infer<typeof settings>,
  elsewhere: boolean,
): { settings: Config['local']; problems: string[]; notices: string[] } {
  const isOn = LOCAL_PLATFORM === undefined ? !elsewhere : LOCAL_PLATFORM === 'on';
  if (!isOn) {
    return {
      settings: undefined,
      problems: elsewhere
        ? []
        : ['LOCAL_PLATFORM: off leaves no place to talk; set up Slack or Microsoft Teams as well, or remove this setting'],
      notices: LOCAL_OPEN_TO.length > 0 ? ['LOCAL_OPEN_TO is set and changes nothing: the local page is off.'] : [],
    };
  }
  const isExposed = !isLoopback(HOST) && LOCAL_OPEN_TO.length === 0;
  return {
    settings: { openTo: LOCAL_OPEN_TO },
    problems: isExposed
      ? [
          'LOCAL_OPEN_TO: needed because HOST opens the local page, which asks nobody who they are, to other machines; ' +
            `name the hosts it may be reached by, or leave ${elsewhere ? 'LOCAL_PLATFORM' : 'HOST'} out`,
        ]
      : [],
    notices: [],
  };
}

function addressOf({ HOST, PORT }: { HOST: string; PORT: number }): string {
  const named = isLoopback(HOST) || HOST === '0.0.0.0' || HOST === '::' ? 'localhost' : HOST;
  return `http://${named.includes(':') ? `[${named}]` : named}:${PORT}`;
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
