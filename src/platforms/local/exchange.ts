import type { IncomingMessage, ServerResponse } from 'node:http';
import { isLanguage, type Language } from '../../core/language.ts';
import { Refusal } from './refusal.ts';

/** One request and its answer, with what every door needs of it. */
export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  /** The caller's language, if they named one of ours. */
  language: Language | undefined;
}

/** What the doors ask of a log. Pino's logger is one. */
export interface Log {
  warn(fields: object, words: string): void;
  error(fields: object, words: string): void;
}

export function openExchange(request: IncomingMessage, response: ServerResponse): Exchange {
  const path = request.url ?? '/';
  // A path starting with two slashes would be read as a host.
  const url = URL.canParse(`http://local${path}`) ? new URL(`http://local${path}`) : undefined;
  if (!url) throw new Refusal(400, 'address');
  return { request, response, url, language: parseLanguage(request.headers['accept-language']) };
}

/** The first of our languages in an Accept-Language header, by the caller's own order of preference. */
export function parseLanguage(header: string | undefined): Language | undefined {
  return (header ?? '')
    .split(',', 20)
    .map((part) => {
      const [tag = '', ...rest] = part.trim().split(';');
      const weight = rest.map((one) => /^\s*q=([\d.]+)/.exec(one)?.[1]).find((one) => one !== undefined);
      return { language: tag.slice(0, 2).toLowerCase(), weight: Number(weight ?? 1) || 0 };
    })
    .filter((part) => part.weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map((part) => part.language)
    .find(isLanguage);
}

/** The JSON of a request. Another content type is refused: a page of another site cannot send this one without being asked first. */
export async function readJson(request: IncomingMessage, mostBytes: number): Promise<unknown> {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new Refusal(415, 'content-type');
  const body = await readBody(request, mostBytes);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as unknown;
  } catch {
    throw new Refusal(400, 'json');
  }
}

export const hasBody = (request: IncomingMessage): boolean =>
  request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;

/** Reads up to `mostBytes`. What is beyond is let through unread, so that the caller hears why instead of a broken line. */
function readBody(request: IncomingMessage, mostBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= mostBytes) chunks.push(chunk);
      else {
        chunks.length = 0;
        reject(new Refusal(413, 'too-large', { megabytes: Math.round(mostBytes / (1024 * 1024)) }));
      }
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', () => reject(new Refusal(400, 'interrupted')));
    request.once('close', () => reject(new Refusal(400, 'interrupted')));
  });
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  if (response.headersSent) return;
  response.writeHead(status, { ...quietHeaders, 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}

/** For everything that is a person's and nobody else's to keep, guess at or embed. */
export const quietHeaders = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
} as const;
