import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Json } from './world.ts';

export async function readBody(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const piece of request.setEncoding('utf8')) text += piece;
  return text;
}

/** Slack's client sends a form in which what is not text is JSON. */
export function readArgs(type: string | undefined, body: string): Json {
  if (type?.includes('json')) return body === '' ? {} : (JSON.parse(body) as Json);
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([name, value]) => [
      name,
      /^[[{]/.test(value) && name !== 'text' ? JSON.parse(value) : value,
    ]),
  );
}

export function sendJson(response: ServerResponse, body: Json, status = 200, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers }).end(JSON.stringify(body));
}
