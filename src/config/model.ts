import { type Given, off, type Part } from './part.ts';

/** An endpoint that speaks as OpenAI's does, and what it may take. */
export interface ModelSettings {
  /** Absent: the endpoint asks for none. */
  apiKey?: string;
  /** Up to and with `/v1`, without a slash at the end. */
  baseUrl: string;
  /** Where people's answers go, as they are told it. */
  host: string;
  name: string;
  /** How long one call may take. */
  timeoutMs: number;
  /** Tokens that one structure may use a day, in and out together. */
  tokensPerDay: number;
  /** What a million tokens cost, in and out. */
  prices?: { in: number; out: number };
}

export const modelNames = [
  'OPENAI_API_KEY',
  'OPENAI_BASE_URL',
  'OPENAI_MODEL',
  'OPENAI_TIMEOUT_SECONDS',
  'OPENAI_TOKENS_PER_DAY',
  'OPENAI_PRICE_IN',
  'OPENAI_PRICE_OUT',
] as const;

const usualUrl = 'https://api.openai.com/v1';
const usualTimeoutSeconds = 60;
const usualTokensPerDay = 200_000;

/** Off without a model's name: many machines have a key anyway. */
export function readModel(given: Given): Part<ModelSettings> {
  const set = modelNames.filter((name) => given[name] !== undefined);
  if (given['OPENAI_MODEL'] === undefined)
    return {
      ...off,
      notices: set.map((name) => `${name} is set and changes nothing without OPENAI_MODEL, the name of a model.`),
    };
  const apiKey = given['OPENAI_API_KEY'];
  const baseUrl = given['OPENAI_BASE_URL'] ?? usualUrl;
  const name = given['OPENAI_MODEL'];
  const url = webAddress(baseUrl);
  const timeout = numberIn(given['OPENAI_TIMEOUT_SECONDS'], usualTimeoutSeconds, { least: 1, most: 600 });
  const tokens = numberIn(given['OPENAI_TOKENS_PER_DAY'], usualTokensPerDay, { least: 1000, most: 1e9 });
  const prices = [given['OPENAI_PRICE_IN'], given['OPENAI_PRICE_OUT']].map((price) =>
    numberIn(price, 0, { least: 0, most: 1e6 }),
  );
  const hasPrices = given['OPENAI_PRICE_IN'] !== undefined || given['OPENAI_PRICE_OUT'] !== undefined;
  const problems = [
    ...(url ? [] : ['OPENAI_BASE_URL: an address that starts with http:// or https://, without a password or a question mark']),
    ...(apiKey === undefined && given['OPENAI_BASE_URL'] === undefined
      ? ['OPENAI_API_KEY: needed for api.openai.com; or name an endpoint of your own in OPENAI_BASE_URL']
      : []),
    ...(timeout === undefined ? ['OPENAI_TIMEOUT_SECONDS: a number from 1 to 600'] : []),
    ...(tokens === undefined ? ['OPENAI_TOKENS_PER_DAY: a number from 1000 on'] : []),
    ...(prices.includes(undefined) ? ['OPENAI_PRICE_IN, OPENAI_PRICE_OUT: what a million tokens cost, such as 0.15'] : []),
  ];
  const [priceIn = 0, priceOut = 0] = prices;
  if (problems.length > 0 || name === undefined || !url || timeout === undefined || tokens === undefined)
    return { ...off, problems };
  return {
    settings: {
      ...(apiKey && { apiKey }),
      baseUrl: baseUrl.replace(/\/+$/u, ''),
      host: url.host,
      name,
      timeoutMs: timeout * 1000,
      tokensPerDay: tokens,
      ...(hasPrices && { prices: { in: priceIn, out: priceOut } }),
    },
    problems,
    notices:
      url.protocol === 'http:' && !/^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/u.test(url.hostname)
        ? ['OPENAI_BASE_URL starts with http://: answers of teams travel to it unencrypted.']
        : [],
  };
}

function webAddress(text: string): URL | undefined {
  const url = URL.parse(text);
  const isUsable = url !== null && /^https?:$/u.test(url.protocol) && !url.username && !url.password && !url.search && !url.hash;
  return isUsable ? url : undefined;
}

function numberIn(text: string | undefined, usual: number, { least, most }: { least: number; most: number }): number | undefined {
  const number = text === undefined ? usual : Number(text);
  return Number.isFinite(number) && number >= least && number <= most ? number : undefined;
}
