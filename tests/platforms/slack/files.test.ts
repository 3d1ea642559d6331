import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { largestFileBytes } from '../../../src/core/files.ts';
import type { RemoteFile } from '../../../src/core/incoming.ts';
import { createFetchFile } from '../../../src/platforms/slack/files.ts';
import { FileTooLarge } from '../../../src/ports.ts';
import { aSender } from '../../support/slack-sending.ts';
import { aStrictSlack, type StrictSlack } from '../../support/strict-slack.ts';

let slack: StrictSlack;
let fetchFile: ReturnType<typeof createFetchFile>;
const servers: Server[] = [];
beforeEach(async () => {
  slack = await aStrictSlack({ teams: [{ id: 'T0UN', alsoScopes: ['files:read'] }] });
  const { api, settings } = aSender(slack);
  fetchFile = createFetchFile({ api, settings });
});
afterEach(async () => {
  await slack.close();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A file as the receiver hands it on. */
function remoteOf(file: Record<string, unknown>): RemoteFile {
  const { id, name = 'bilan.pdf', mimetype = 'application/pdf', size = 0, url_private_download } = file;
  return {
    name: String(name),
    type: String(mimetype),
    size: Number(size),
    remote: { id: String(id), ...(typeof url_private_download === 'string' && { url_private_download }) },
  };
}

const pdf = { name: 'bilan.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.7 rien de secret') };

/** A host that is not Slack's, and remembers who asked. */
async function aStranger(handle: Parameters<typeof createServer>[1] = (_, response) => response.end('mine')) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.headers.authorization ?? '');
    handle?.(request, response);
  }).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

describe('a file somebody posted', () => {
  it('is fetched with the workspace’s token', async () => {
    const { bytes, type } = await fetchFile('T0UN', remoteOf(slack.aFile(pdf)));
    expect(Buffer.from(bytes).toString()).toBe('%PDF-1.7 rien de secret');
    expect(type).toBe('application/pdf');
  });

  it('is looked up first when Slack told only its id', async () => {
    const { bytes } = await fetchFile('T0UN', remoteOf(slack.aFile(pdf, { listed: false })));
    expect(bytes.length).toBe(pdf.bytes.length);
    expect(slack.called('files.info')).toBe(1);
  });

  it('is not taken for the page on which Slack asks to sign in', async () => {
    const file = remoteOf(slack.aFile(pdf));
    slack.team().scopes.delete('files:read');
    await expect(fetchFile('T0UN', file)).rejects.toMatchObject({ outcome: 'never', scope: 'message' });
    await expect(fetchFile('T0UN', file)).rejects.toThrow('files:read');
  });

  it('may itself be a page', async () => {
    const page = slack.aFile({ name: 'notre-site.html', type: 'text/html', bytes: Buffer.from('<!doctype html><p>Bonjour') });
    await expect(fetchFile('T0UN', remoteOf(page))).resolves.toMatchObject({ type: 'text/html' });
  });

  it('is gone, and nobody waits for it', async () => {
    await expect(fetchFile('T0UN', remoteOf({ id: 'F0NONE' }))).rejects.toMatchObject({ outcome: 'never', scope: 'message' });
    const file = remoteOf(slack.aFile(pdf));
    slack.team().files.clear();
    await expect(fetchFile('T0UN', file)).rejects.toThrow('HTTP 404');
  });

  it('that is too large is not read to its end, whatever was said of its size', async () => {
    const large = slack.aFile({ ...pdf, bytes: Buffer.alloc(largestFileBytes + 1, 'x') });
    await expect(fetchFile('T0UN', remoteOf(large))).rejects.toThrow(FileTooLarge);
    await expect(fetchFile('T0UN', remoteOf({ ...large, size: 10 }))).rejects.toThrow(FileTooLarge);
    await expect(fetchFile('T0UN', remoteOf({ id: large['id'] }))).rejects.toThrow(FileTooLarge);
  });

  it('is asked for again after a bad day', async () => {
    slack.fails('files.info', 'cut before');
    await expect(fetchFile('T0UN', remoteOf(slack.aFile(pdf, { listed: false })))).rejects.toMatchObject({
      outcome: 'later',
      scope: 'message',
    });
  });
});

describe('the token', () => {
  it.each([
    'https://files.slack.com.example.org/f',
    'https://example.org/files.slack.com',
    'http://169.254.169.254/latest',
    'file:///etc/passwd',
    'not an address',
  ])('does not go to %s', async (url) => {
    const file = remoteOf({ id: 'F1', url_private_download: url });
    await expect(fetchFile('T0UN', file)).rejects.toThrow('its address is not of Slack');
  });

  it('does not go to another host on this machine, nor where Slack leads', async () => {
    const stranger = await aStranger();
    await expect(fetchFile('T0UN', remoteOf({ id: 'F1', url_private_download: `${stranger.url}/f` }))).rejects.toThrow(
      'not of Slack',
    );

    const leading = await aStranger((request, response) =>
      request.url === '/files/away'
        ? response.writeHead(302, { location: `${stranger.url}/taken` }).end()
        : response.writeHead(302, { location: '/files/away' }).end(),
    );
    const settings = { apiUrl: `${leading.url}/api/` };
    const fetching = createFetchFile({ api: aSender(slack).api, settings });
    await expect(fetching('T0UN', remoteOf({ id: 'F1', url_private_download: `${leading.url}/files/1` }))).rejects.toThrow(
      'Slack led elsewhere',
    );
    expect(leading.asked).toHaveLength(2);
    expect(stranger.asked).toEqual([]);
  });

  it('goes to Slack’s own host and no other when nothing else is set', async () => {
    const stranger = await aStranger();
    const fetching = createFetchFile({ api: aSender(slack).api, settings: {} });
    await expect(fetching('T0UN', remoteOf({ id: 'F1', url_private_download: `${stranger.url}/f` }))).rejects.toThrow(
      'not of Slack',
    );
    await expect(fetching('T0UN', remoteOf({ id: 'F1', url_private_download: 'http://files.slack.com/f' }))).rejects.toThrow(
      'not of Slack',
    );
    expect(stranger.asked).toEqual([]);
  });
});

describe('a file server with a bad day', () => {
  const answering = async (status: number, headers: Record<string, string> = {}) => {
    const server = await aStranger((_, response) => response.writeHead(status, headers).end('x'));
    const fetching = createFetchFile({ api: aSender(slack).api, settings: { apiUrl: `${server.url}/api/` } });
    return fetching('T0UN', remoteOf({ id: 'F1', url_private_download: `${server.url}/f` }));
  };

  it('is asked again later', async () => {
    await expect(answering(503)).rejects.toMatchObject({ outcome: 'later' });
    await expect(answering(429, { 'retry-after': '9' })).rejects.toMatchObject({ outcome: 'later', retryAfterMs: 9000 });
    await expect(answering(403)).rejects.toMatchObject({ outcome: 'never' });
  });

  it('that breaks off in the middle gives no half a file', async () => {
    const server = await aStranger((_, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('half');
      setTimeout(() => response.destroy(), 20);
    });
    const fetching = createFetchFile({ api: aSender(slack).api, settings: { apiUrl: `${server.url}/api/` } });
    await expect(fetching('T0UN', remoteOf({ id: 'F1', url_private_download: `${server.url}/f` }))).rejects.toMatchObject({
      outcome: 'later',
    });
  });
});
