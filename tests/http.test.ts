import { Agent, type IncomingMessage, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createHttp, type Http } from '../src/http.ts';
import { createFigures } from '../src/metrics.ts';
import type { Door } from '../src/ports.ts';
import { aLog } from './support/log.ts';

const open: Http[] = [];
afterEach(() => Promise.all(open.splice(0).map((http) => http.stop())));

type Options = Partial<Parameters<typeof createHttp>[0]>;

async function aServer(
  doors: Door[] = [],
  options: Options = {},
): Promise<{ http: Http; url: string; log: ReturnType<typeof aLog> }> {
  const log = aLog();
  const figures = createFigures({ backlog: async () => ({ pending: 3, sending: 1, parked: 0, oldestDueMs: 1500 }) });
  const http = createHttp({ doors, host: '127.0.0.1', port: 0, log, figures, ready: async () => {}, ...options });
  open.push(http);
  return { http, url: await http.listen(), log };
}

/** A door that says which one it is. */
const aDoor = (method: Door['method'], path: string, handle?: Door['handle']): Door => ({
  method,
  path,
  handle: handle ?? ((_request, response) => void response.end(`${method} ${path}`)),
});

const get = async (url: string, init?: RequestInit): Promise<[number, string]> => {
  const response = await fetch(url, init);
  return [response.status, await response.text()];
};

/** A request with headers that fetch does not let one set. */
async function getAs(url: string, headers: Record<string, string>, agent?: Agent): Promise<number> {
  const sent = httpRequest(url, { headers, agent: agent ?? false });
  const response = await new Promise<IncomingMessage>((resolve, reject) =>
    sent.on('response', resolve).on('error', reject).end(),
  );
  await text(response);
  return response.statusCode ?? 0;
}

describe('a door', () => {
  const doors = [
    aDoor('GET', '/'),
    aDoor('GET', '/local/messages'),
    aDoor('POST', '/local/messages'),
    aDoor('PATCH', '/local/messages/'),
    aDoor('GET', '/local/'),
    aDoor('GET', '/local/page/'),
  ];

  it.each([
    ['GET', '/', 'GET /'],
    ['GET', '/?channel=x', 'GET /'],
    ['GET', '/local/messages?after=1', 'GET /local/messages'],
    ['POST', '/local/messages', 'POST /local/messages'],
    ['PATCH', '/local/messages/42', 'PATCH /local/messages/'],
    ['GET', '/local/page/app.js', 'GET /local/page/'],
    ['GET', '/local/other', 'GET /local/'],
    ['GET', '/local/page/../other', 'GET /local/'],
  ])('is found by %s %s', async (method, path, expected) => {
    const { url } = await aServer(doors);
    expect(await get(`${url}${path}`, { method })).toEqual([200, expected]);
  });

  it('that is not there is 404, and one that is not opened this way 405', async () => {
    const { url } = await aServer(doors);
    expect((await get(`${url}/nothing`))[0]).toBe(404);
    const refused = await fetch(`${url}/local/messages`, { method: 'DELETE' });
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, POST']);
    expect((await fetch(`${url}/local/messages`, { method: 'HEAD' })).status).toBe(200);
  });

  it('that fails says so without a word of the error', async () => {
    const secret = 'Amina said 12';
    const { url, log } = await aServer([
      aDoor('GET', '/fails', () => {
        throw new Error(secret);
      }),
      aDoor('GET', '/rejects', () => Promise.reject(new Error(secret))),
      aDoor('GET', '/breaks', (_request, response) => {
        response.writeHead(200).write('half');
        throw new Error(secret);
      }),
    ]);
    for (const path of ['/fails', '/rejects']) {
      const [status, body] = await get(url + path);
      expect(status).toBe(500);
      expect(body).not.toContain('Amina');
    }
    await expect(get(`${url}/breaks`)).rejects.toThrow();
    expect(log.lines.map(({ level, fields }) => [level, 'door' in fields && fields.door])).toEqual([
      ['error', '/fails'],
      ['error', '/rejects'],
      ['error', '/breaks'],
    ]);
  });

  it('is not reached by what is not HTTP, or too much of it', async () => {
    const { url } = await aServer(doors);
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write('nonsense\r\n\r\n');
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 400 /);
    await expect(getAs(`${url}/`, { 'x-large': 'x'.repeat(20_000) })).resolves.toBe(431);
  });
});

describe('health', () => {
  it('is told apart from being able to work', async () => {
    let ready = (): Promise<void> => Promise.resolve();
    const { url } = await aServer([], { ready: () => ready() });
    expect([(await get(`${url}/healthz`))[0], (await get(`${url}/readyz`))[0]]).toEqual([200, 200]);
    ready = () => Promise.reject(new Error('the database at 10.0.0.1 is away'));
    expect(await get(`${url}/readyz`)).toEqual([503, 'not ready\n']);
    expect((await get(`${url}/healthz`))[0]).toBe(200);
    ready = () => new Promise(() => {});
    expect((await get(`${url}/readyz`))[0]).toBe(503);
  });
});

describe('the figures', () => {
  it('count requests, turns, deliveries and what is waiting', async () => {
    const figures = createFigures({ backlog: async () => ({ pending: 3, sending: 1, parked: 2, oldestDueMs: 1500 }) });
    const { url } = await aServer([aDoor('POST', '/x')], { figures });
    await figures.turn('message', async () => ({ fresh: true }));
    await figures.turn('message', async () => ({ fresh: false }));
    await figures.turn('form', async () => ({ fresh: true, formErrors: { a: 'b' } }));
    await expect(figures.turn('press', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    figures.delivery('local', 'sent');
    await get(`${url}/x`, { method: 'POST' });
    await vi.waitFor(async () => {
      const [status, body] = await get(`${url}/metrics`);
      expect(status).toBe(200);
      for (const line of [
        'vises_turns_total{kind="message",outcome="done"} 1',
        'vises_turns_total{kind="message",outcome="copy"} 1',
        'vises_turns_total{kind="form",outcome="refused"} 1',
        'vises_turns_total{kind="press",outcome="failed"} 1',
        'vises_turn_seconds_count{kind="message"} 2',
        'vises_deliveries_total{platform="local",outcome="sent"} 1',
        'vises_outbox_messages{state="parked"} 2',
        'vises_outbox_oldest_due_seconds 1.5',
        'vises_http_requests_total{door="/x",method="POST",status="200"} 1',
      ])
        expect(body.split('\n')).toContain(line);
    });
  });

  it('are there without the database, and do not say that nothing waits', async () => {
    const figures = createFigures({ backlog: () => Promise.reject(new Error('away')) });
    const { text: body } = await figures.render();
    expect(body).not.toMatch(/^vises_outbox_messages\{/m);
    expect(body).toContain('vises_outbox_oldest_due_seconds Nan');
  });

  it('are for this machine only, unless one has the token', async () => {
    const { url } = await aServer();
    expect((await get(`${url}/metrics`))[0]).toBe(200);
    expect(await getAs(`${url}/metrics`, { 'x-forwarded-for': '203.0.113.9' })).toBe(403);
    expect(await getAs(`${url}/metrics`, { host: 'rebound.example.org' })).toBe(403);
    expect(await getAs(`${url}/metrics`, { authorization: 'Bearer guess' })).toBe(403);
    const { url: withToken } = await aServer([], { metricsToken: 'token' });
    expect(await getAs(`${withToken}/metrics`, { authorization: 'Bearer token', host: 'vises.example.org', via: 'proxy' })).toBe(
      200,
    );
    expect(await getAs(`${withToken}/metrics`, { authorization: 'Bearer guess' })).toBe(403);
  });
});

describe('stopping', () => {
  it('answers what is under way, breaks off streams, and lets kept connections go', async () => {
    const held = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const { http, url } = await aServer([
      aDoor('GET', '/slow', async (_request, response) => {
        begun.resolve();
        await held.promise;
        response.end('answered');
      }),
      aDoor(
        'GET',
        '/stream',
        (_request, response) => void response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': hello\n\n'),
      ),
    ]);
    const agent = new Agent({ keepAlive: true });
    await getAs(`${url}/healthz`, {}, agent);
    const stream = await fetch(`${url}/stream`);
    const slow = get(`${url}/slow`);
    await begun.promise;
    const stopped = http.stop();
    await expect(stream.text()).rejects.toThrow();
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
    held.resolve();
    expect(await slow).toEqual([200, 'answered']);
    await stopped;
    agent.destroy();
  });

  it('cuts off what does not end', async () => {
    const begun = Promise.withResolvers<void>();
    const { http, url, log } = await aServer([aDoor('GET', '/hangs', () => begun.resolve())], { stopMs: 50 });
    const hanging = fetch(`${url}/hangs`).catch(() => 'cut off');
    await begun.promise;
    await http.stop();
    expect(await hanging).toBe('cut off');
    expect(log.lines).toMatchObject([{ level: 'warn', fields: { requests: 1 } }]);
  });
});

it('says what to do when the port is taken', async () => {
  const { url } = await aServer();
  const second = createHttp({
    doors: [],
    host: '127.0.0.1',
    port: Number(new URL(url).port),
    log: aLog(),
    figures: createFigures({ backlog: () => Promise.reject(new Error('none')) }),
    ready: async () => {},
  });
  await expect(second.listen()).rejects.toThrow(/set PORT to another number/);
});
