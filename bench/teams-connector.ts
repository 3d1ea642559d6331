import { createSign, generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export const appId = '6f0c1f1e-0a52-4d0b-9b0e-6f5a2f1d7c11';

/**
 * As little of the Bot Connector as it takes to be spoken to: everything is fine, at once, and whoever waits for a channel is told. It also
 * publishes the keys that its tokens are signed with.
 */
export async function aSwiftConnector() {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { n, e } = publicKey.export({ format: 'jwk' });
  const waiting = new Map<string, () => void>();
  let posted = 0;

  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const path = (request.url ?? '').split('?')[0] ?? '';
      response.setHeader('content-type', 'application/json');
      if (path === '/openid') return response.end(JSON.stringify({ jwks_uri: `${url()}/keys` }));
      if (path === '/keys')
        return response.end(JSON.stringify({ keys: [{ kty: 'RSA', kid: 'bench', n, e, endorsements: ['msteams'] }] }));
      const [, id, what] = /\/v3\/conversations(?:\/([^/]+)\/(\w+))?/.exec(path) ?? [];
      if (what === 'members') return response.end(JSON.stringify({ id: '29:samira', name: 'Samira' }));
      if (request.method !== 'POST') return response.end('{"id":"1"}');
      const activity = String(1_700_000_000_000 + posted++);
      const channel = id === undefined ? channelIn(Buffer.concat(parts).toString()) : decodeURIComponent(id).split(';')[0];
      const made = id === undefined ? { id: `${channel};messageid=${activity}`, activityId: activity } : { id: activity };
      response.writeHead(201).end(JSON.stringify(made));
      waiting.get(channel ?? '')?.();
      waiting.delete(channel ?? '');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url: url(),
    openIdUrl: `${url()}/openid`,
    /** As the Bot Framework signs its calls for this `serviceUrl`. */
    token(serviceUrl: string): string {
      const now = Math.floor(Date.now() / 1000);
      const claims = { iss: 'https://api.botframework.com', aud: appId, serviceurl: serviceUrl, nbf: now - 60, exp: now + 3600 };
      const head = [{ alg: 'RS256', kid: 'bench', typ: 'JWT' }, claims]
        .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
        .join('.');
      return `${head}.${createSign('RSA-SHA256').update(head).sign(privateKey).toString('base64url')}`;
    },
    /** Resolves when something new is posted in this channel. */
    hears: (channel: string) => new Promise<void>((resolve) => void waiting.set(channel, resolve)),
    get posted(): number {
      return posted;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const channelIn = (body: string): string | undefined =>
  (JSON.parse(body) as { channelData?: { channel?: { id?: string } } }).channelData?.channel?.id;
