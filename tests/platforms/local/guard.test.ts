import { request as httpRequest } from 'node:http';
import {
  anything,
  assert,
  asyncProperty,
  constant,
  constantFrom,
  oneof,
  record,
  string,
  tuple,
  uint8Array,
  webPath,
  webQueryParameters,
} from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aLocalPlatform } from '../../support/local-platform.ts';

let local: Awaited<ReturnType<typeof aLocalPlatform>>;

beforeAll(async () => {
  local = await aLocalPlatform({ hosts: ['vises.example.org', 'autre.example.org:8443'] });
});
afterAll(() => local.close());

/** A request as any program could send it, beyond what `fetch` allows. */
function send(
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: string | Buffer,
): Promise<{ status: number; text: string; headers: Record<string, unknown> }> {
  return new Promise((resolve, reject) => {
    const length = body === undefined || 'transfer-encoding' in headers ? {} : { 'content-length': Buffer.byteLength(body) };
    const request = httpRequest(
      { host: '127.0.0.1', port: local.port, method, path, headers: { ...headers, ...length } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => {
          chunks.push(chunk);
          if (response.headers['content-type']?.startsWith('text/event-stream')) response.destroy();
        });
        response.on('close', () =>
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString(), headers: response.headers }),
        );
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

const json = { 'content-type': 'application/json' };
const body = JSON.stringify({ channel: 'Atelier', person: 'Luc', text: 'Bonjour' });
const here = (): string => `127.0.0.1:${local.port}`;

describe('a caller', () => {
  it.each([
    'localhost',
    '127.0.0.1',
    '[::1]',
    'LOCALHOST:3000',
    'vises.example.org',
    'vises.example.org:443',
    'autre.example.org:8443',
  ])('who asks for %s is let in', async (host) => {
    expect((await send('GET', '/', { host })).status).toBe(200);
    expect((await send('POST', '/local/messages', { host, ...json }, body)).status).toBe(202);
  });

  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.nip.io', 'autre.example.org', '10.0.0.1'])(
    'who asks for another host is not: %s',
    async (host) => {
      for (const path of ['/', '/local/messages?channel=Atelier', '/local/page/main.ts', '/local/stream?channel=Atelier']) {
        expect(await send('GET', path, { host })).toMatchObject({ status: 403, text: expect.stringContaining('machine') });
      }
      expect((await send('POST', '/local/messages', { host, ...json }, body)).status).toBe(403);
    },
  );

  it.each([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost:1' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
  ])('sent by a page of another site changes nothing: %j', async (from: Record<string, string>) => {
    const before = local.received.length;
    for (const [method, path] of [
      ['POST', '/local/messages'],
      ['POST', '/local/actions'],
      ['PATCH', '/local/messages/1'],
      ['DELETE', '/local/messages/1'],
    ] as const) {
      expect((await send(method, path, { host: here(), ...from, ...json }, body)).status).toBe(403);
    }
    expect(local.received).toHaveLength(before);
  });

  it('of the page itself may act, and a link from elsewhere may open the page', async () => {
    const own = { host: here(), origin: `http://${here()}`, 'sec-fetch-site': 'same-origin' };
    expect((await send('POST', '/local/messages', { ...own, ...json }, body)).status).toBe(202);
    expect((await send('GET', '/', { host: here(), 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' })).status).toBe(
      200,
    );
    expect(
      (
        await send('GET', '/local/messages?channel=Atelier', {
          host: here(),
          'sec-fetch-site': 'cross-site',
          'sec-fetch-mode': 'no-cors',
        })
      ).status,
    ).toBe(403);
  });

  it('behind a proxy is let in when the proxy keeps the host or its name is known, and only then', async () => {
    const passed = { host: here(), 'x-forwarded-for': '192.0.2.7', origin: 'https://vises.example.org', ...json };
    expect((await send('POST', '/local/messages', passed, body)).status).toBe(202);
    const closed = await aLocalPlatform();
    const fetched = await closed.call('GET', '/', undefined, { 'x-forwarded-for': '192.0.2.7' });
    expect(fetched.status).toBe(403);
    expect((await closed.call('GET', '/')).status).toBe(200);
    await closed.close();
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', undefined])(
    'who sends no JSON is told so: %s',
    async (type) => {
      const answer = await send(
        'POST',
        '/local/messages',
        { host: here(), ...(type === undefined ? {} : { 'content-type': type }) },
        body,
      );
      expect(answer).toMatchObject({ status: 415, text: expect.stringContaining('application/json') });
    },
  );

  it.each(['', '{', '[]', 'null', '"x"', '{"channel":}', Buffer.from([0x7b, 0xff, 0xfe])])(
    'who sends broken JSON is told so: %j',
    async (broken) => {
      expect(await send('POST', '/local/messages', { host: here(), ...json }, broken)).toMatchObject({
        status: 400,
        text: expect.stringContaining('error'),
      });
    },
  );

  it('who sends too much is told so, in words, and the door stays open', async () => {
    const text = 'x'.repeat(1024 * 1024);
    for (const [method, path] of [
      ['POST', '/local/messages'],
      ['PATCH', '/local/messages/1'],
      ['POST', '/local/actions'],
    ] as const) {
      const large = JSON.stringify({ channel: 'Atelier', person: 'Luc', text, action: 'start', fields: { text } });
      expect(await send(method, path, { host: here(), ...json }, large)).toMatchObject({
        status: 413,
        text: expect.stringContaining('trop long'),
      });
    }
    const files = [{ name: 'film', type: 'video/mp4', base64: Buffer.alloc(10 * 1024 * 1024 + 1).toString('base64') }];
    const film = JSON.stringify({ channel: 'Atelier', person: 'Luc', text: '', files });
    expect(await send('POST', '/local/messages', { host: here(), ...json }, film)).toMatchObject({
      status: 413,
      text: expect.stringContaining('10 Mo'),
    });
    const chunked = { host: here(), ...json, 'transfer-encoding': 'chunked' };
    expect((await send('POST', '/local/messages', chunked, Buffer.alloc(20 * 1024 * 1024, 'x'))).status).toBe(413);
    const most = [{ name: 'film', type: 'video/mp4', base64: Buffer.alloc(10 * 1024 * 1024).toString('base64') }];
    expect(
      (
        await send(
          'POST',
          '/local/messages',
          { host: here(), ...json },
          JSON.stringify({ channel: 'Atelier', person: 'Luc', files: most }),
        )
      ).status,
    ).toBe(202);
  });

  it.each([
    ['DELETE', '/local/messages', 'GET, POST'],
    ['GET', '/local/actions', 'POST'],
    ['GET', '/local/messages/1', 'PATCH, DELETE'],
    ['POST', '/local/stream', 'GET'],
  ])('who uses %s on %s hears which method it has', async (method, path, allowed) => {
    const answer = await send(method, path, { host: here() });
    expect(answer.status).toBe(405);
    expect(answer.headers['allow']).toBe(allowed);
  });

  it.each([
    '/local',
    '/local/',
    '/local/nothing',
    '/nothing',
    '/local/page/',
    '/local/page/none.ts',
    '/local/page/../local.ts',
    '/local/page/%2e%2e/local.ts',
    '/local/page/..%2flimits.ts',
    '/local/page/lit-html/../package.json',
    '/local/page/core/answer.ts',
    '/local/page/index.html',
    '/local/files/1/0?channel=a',
    '/local/files/%E0%A4%A/0?channel=a',
  ])('who looks for what is not there finds nothing: %s', async (path) => {
    const answer = await send('GET', path, { host: here() });
    expect(answer.status).toBe(404);
  });
});

describe('nothing that is sent breaks a door:', () => {
  const expected = [200, 202, 304, 400, 403, 404, 405, 409, 413, 415, 422];
  const whatever = oneof(string(), string({ unit: 'binary' }), anything());
  const asJson = (value: unknown): string =>
    JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? String(part) : part)) ?? 'undefined';

  it('sound requests with any one part changed', async () => {
    const sound = {
      '/local/messages': {
        id: 'm1',
        channel: 'Atelier',
        person: 'Luc',
        text: 'Bonjour',
        thread: null,
        files: [{ name: 'a', type: 'text/plain', base64: 'YQ==' }],
      },
      '/local/messages/m1': { channel: 'Atelier', person: 'Luc', text: 'Bonjour' },
      '/local/actions': {
        channel: 'Atelier',
        person: 'Luc',
        message: 'm1',
        action: 'answer',
        value: 'x',
        fields: { a: 'b', c: ['d'] },
        id: 'p1',
      },
      '/local/arrivals': { channel: 'Atelier', person: 'Luc' },
    };
    const paths = ['/local/messages', '/local/messages/m1', '/local/actions', '/local/arrivals'] as const;
    const changed = constantFrom(...paths).chain((path) =>
      record({
        path: constant(path),
        method: path.endsWith('m1') ? constantFrom('PATCH', 'DELETE') : constant('POST'),
        body: tuple(constantFrom(...Object.keys(sound[path])), whatever).map(([part, value]) =>
          asJson({ ...sound[path], id: undefined, [part]: value }),
        ),
      }),
    );
    const seen = new Set<number>();
    await assert(
      asyncProperty(changed, async ({ method, path, body: sent }) => {
        const { status } = await send(method, path, { host: here(), ...json }, sent);
        seen.add(status);
        expect(expected).toContain(status);
      }),
      { numRuns: 500 },
    );
    expect([...seen]).toEqual(expect.arrayContaining([202, 400]));
  }, 60_000);

  it('any bytes, any address, any question', async () => {
    const path = oneof(
      constantFrom(
        '/local/messages',
        '/local/messages/1',
        '/local/actions',
        '/local/arrivals',
        '/local/stream',
        '/local/channels',
        '/local/files/1/0',
        '/',
      ),
      webPath().map((rest) => `/local/messages${rest}`),
      webPath(),
    );
    const query = oneof(
      constant(''),
      webQueryParameters().map((rest) => `?channel=Atelier&${rest}`),
      constant('?channel=Atelier&person=Luc&after=%FF'),
    );
    const bytes = oneof(
      uint8Array({ maxLength: 200 }).map((all) => Buffer.from(all)),
      whatever.map(asJson),
    );
    await assert(
      asyncProperty(constantFrom('GET', 'POST', 'PATCH', 'DELETE'), path, query, bytes, async (method, where, what, sent) => {
        const { status } = await send(
          method,
          encodeURI(where) + what,
          { host: here(), ...json },
          method === 'GET' ? undefined : sent,
        );
        expect(expected).toContain(status);
      }),
      { numRuns: 500 },
    );
  }, 60_000);
});
