import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Door } from './ports.ts';

interface Needs {
  doors: readonly Door[];
  host: string;
  port: number;
  log: { warn(fields: object, message: string): void; error(fields: object, message: string): void };
  figures: {
    request(door: string, method: string, status: number, seconds: number): void;
    render(): Promise<{ type: string; text: string }>;
  };
  /** Rejects, or gives false, when work cannot be done now. */
  ready: () => Promise<boolean | void>;
  /** Opens `/metrics` to whoever brings it as a bearer token. Without it only this machine may read them. */
  metricsToken?: string;
  /** How long a stop waits for answers under way. */
  stopMs?: number;
}

export interface Http {
  /** Resolves with its address once it listens. */
  listen(): Promise<string>;
  /** Takes no new connection, answers what is under way, breaks off event streams, and resolves when all is closed. */
  stop(): Promise<void>;
}

const readyMs = 2000;

/** The one HTTP server: the doors of the platforms, `/healthz`, `/readyz` and `/metrics`. An error's words never reach an answer. */
export function createHttp(needs: Needs): Http {
  const { log, figures, host, port, stopMs = 10_000 } = needs;
  const open = new Set<ServerResponse>();
  let stopping = false;

  const doors: readonly Door[] = [
    ...needs.doors,
    { method: 'GET', path: '/healthz', handle: (_request, response) => send(response, 200, 'ok\n') },
    {
      method: 'GET',
      path: '/readyz',
      async handle(_request, response) {
        const isReady = !stopping && (await inTime(needs.ready()));
        send(response, isReady ? 200 : 503, isReady ? 'ready\n' : 'not ready\n');
      },
    },
    {
      method: 'GET',
      path: '/metrics',
      async handle(request, response) {
        if (!mayReadFigures(request, needs.metricsToken)) return send(response, 403, 'The figures are not public.\n');
        const { type, text } = await figures.render();
        send(response, 200, text, type);
      },
    },
  ];

  const server = createServer(
    {
      // The head of a request within 10 s, all of it within a minute; a proxy's idle connections live a little longer than its minute.
      headersTimeout: 10_000,
      requestTimeout: 60_000,
      keepAliveTimeout: 65_000,
      connectionsCheckingInterval: 5000,
      maxHeaderSize: 16_384,
    },
    (request, response) => void answer(request, response),
  );
  server.maxHeadersCount = 100;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const startedAt = performance.now();
    const path = URL.parse(request.url ?? '', 'http://localhost')?.pathname;
    const found = path === undefined ? [] : doorsAt(doors, path);
    open.add(response);
    // Also lets us see later which content type the door chose.
    response.setHeader('x-content-type-options', 'nosniff');
    if (stopping) response.setHeader('connection', 'close');
    response.once('close', () => {
      open.delete(response);
      if (stopping) setImmediate(() => server.closeIdleConnections());
      const door = found[0]?.path ?? 'none';
      if (!isStream(response))
        figures.request(door, methodOf(request), response.statusCode, (performance.now() - startedAt) / 1000);
    });
    const door = found.find(({ method }) => method === request.method || (method === 'GET' && request.method === 'HEAD'));
    if (door) return handle(door, request, response);
    if (found.length === 0) return send(response, path === undefined ? 400 : 404, 'There is nothing here.\n');
    response.setHeader('allow', [...new Set(found.map(({ method }) => method))].join(', '));
    send(response, 405, 'Not by this method.\n');
  }

  async function handle(door: Door, request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await door.handle(request, response);
    } catch (err) {
      log.error({ err, door: door.path, method: request.method }, 'A request failed');
      if (response.headersSent) response.destroy();
      else send(response, 500, 'This did not work. Please try again.\n');
    }
  }

  return {
    listen: () =>
      new Promise((resolve, reject) => {
        server.once('error', (cause) => reject(cannotListen(cause, host, port)));
        server.listen(port, host, () => resolve(addressOf(server.address(), host)));
      }),

    async stop() {
      if (stopping || !server.listening) return;
      stopping = true;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      for (const response of open) {
        // Not ended, since its door may still write to it; whoever reads it comes back by itself.
        if (isStream(response)) response.destroy();
        else if (!response.headersSent) response.setHeader('connection', 'close');
      }
      const waited = new AbortController();
      const late = sleep(stopMs, 'late' as const, { signal: waited.signal, ref: false }).catch(() => undefined);
      if ((await Promise.race([closed, late])) === 'late') {
        log.warn({ requests: open.size }, 'Some requests did not end in time and were cut off');
        server.closeAllConnections();
      }
      await closed;
      waited.abort();
    },
  };
}

/** The doors of the most exact path that matches. Paths that end in `/` match all below them, except the root itself. */
function doorsAt(doors: readonly Door[], path: string): Door[] {
  const matching = doors.filter(
    (door) => door.path === path || (door.path.endsWith('/') && door.path !== '/' && path.startsWith(door.path)),
  );
  const exact = matching.filter((door) => door.path === path);
  if (exact.length > 0) return exact;
  const longest = Math.max(...matching.map((door) => door.path.length));
  return matching.filter((door) => door.path.length === longest);
}

function send(response: ServerResponse, status: number, text: string, type = 'text/plain; charset=utf-8'): void {
  response
    .writeHead(status, { 'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
    .end(text);
}

const isStream = (response: ServerResponse): boolean =>
  response.headersSent && String(response.getHeader('content-type')).startsWith('text/event-stream');

/** A label of the figures, which a stranger must not be able to fill. */
const methodOf = (request: IncomingMessage): string =>
  ['GET', 'HEAD', 'POST', 'PATCH', 'DELETE'].includes(request.method ?? '') ? (request.method ?? '') : 'other';

async function inTime(ready: Promise<boolean | void>): Promise<boolean> {
  const over = new AbortController();
  const late = sleep(readyMs, false, { signal: over.signal, ref: false }).catch(() => false);
  try {
    return (await Promise.race([ready, late])) !== false;
  } catch {
    return false;
  } finally {
    over.abort();
  }
}

/** This machine, and not by way of a proxy on it or of a web page that was given our address under another name. */
function mayReadFigures(request: IncomingMessage, token: string | undefined): boolean {
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (given !== undefined) return token !== undefined && timingSafeEqual(digest(given), digest(token));
  const proxied = ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'].some((name) => name in request.headers);
  const name = URL.parse(`http://${request.headers.host ?? ''}`)?.hostname ?? '';
  return !proxied && isLoopback(request.socket.remoteAddress ?? '') && isLoopback(name);
}

const isLoopback = (name: string): boolean => /^(localhost|\[?::1\]?|(::ffff:)?127(\.\d{1,3}){3})$/.test(name);

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

function addressOf(address: AddressInfo | string | null, host: string): string {
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function cannotListen(cause: Error, host: string, port: number): Error {
  const code = 'code' in cause ? cause.code : undefined;
  const why: Record<string, string> = {
    EADDRINUSE: 'another program uses it: stop that one, or set PORT to another number',
    EACCES: 'this user may not open it: set PORT to a number above 1023',
    EADDRNOTAVAIL: 'this machine does not have that address: correct HOST',
  };
  return new Error(`Cannot listen on ${host}, port ${port}: ${why[String(code)] ?? String(code)}.`, { cause });
}
