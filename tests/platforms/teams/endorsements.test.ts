import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { aTeamsPlatform, type TeamsPlatform } from '../../support/teams-platform.ts';
import { appId } from '../../support/teams-tokens.ts';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Keys as the Bot Framework publishes them: each names the channels it vouches for. */
const keys = [
  { ...publicKey.export({ format: 'jwk' }), kid: 'for-teams', endorsements: ['msteams', 'webchat'] },
  { ...publicKey.export({ format: 'jwk' }), kid: 'for-webchat', endorsements: ['webchat'] },
];
const server = createServer((request, response) => {
  const { port } = server.address() as { port: number };
  const answer =
    request.url === '/keys' ? { keys } : { issuer: 'https://api.botframework.com', jwks_uri: `http://127.0.0.1:${port}/keys` };
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
});

let place: TeamsPlatform;
beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as { port: number };
  place = await aTeamsPlatform({ settings: { openIdUrl: `http://127.0.0.1:${port}/` } });
});
afterAll(async () => {
  await place.close();
  server.close();
  server.closeAllConnections();
});

function token(kid: string, alg = 'RS256'): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: 'https://api.botframework.com', aud: appId, serviceurl: place.serviceUrl, nbf: now - 10, exp: now + 600 };
  const content = `${encode({ alg, kid, typ: 'JWT' })}.${encode(claims)}`;
  const signature =
    alg === 'none' ? Buffer.from('x') : sign(alg === 'RS512' ? 'sha512' : 'sha256', Buffer.from(content), privateKey);
  return `Bearer ${content}.${signature.toString('base64url')}`;
}

async function call(authorization: string): Promise<number> {
  const samira = place.teams.person('Samira');
  const activity = { ...place.teams.base(samira, place.teams.aPersonalChat(samira)), type: 'installationUpdate', action: 'add' };
  const response = await fetch(place.url, { method: 'POST', headers: { authorization }, body: JSON.stringify(activity) });
  return response.status;
}

describe('a key of the Bot Framework', () => {
  it('vouches for the channels it names, and for no other', async () => {
    expect(await call(token('for-teams'))).toBe(200);
    expect(await call(token('for-webchat'))).toBe(401);
  });

  it('is used in the one way that is agreed', async () => {
    expect(await call(token('for-teams', 'none'))).toBe(401);
    expect(await call(token('for-teams', 'HS256'))).toBe(401);
    expect(place.received).toHaveLength(1);
  });
});
