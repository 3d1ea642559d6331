import { OAuth2Server } from 'oauth2-mock-server';

export const appId = '6f0c1f1e-0a52-4d0b-9b0e-6f5a2f1d7c11';
export const homeTenant = '0b6a2d1c-9a0f-4a55-8a6a-5d2f1f3b7e22';

/** Signs as the Bot Framework's service does, with keys that are served on this machine. */
export async function aTokenIssuer() {
  const server = new OAuth2Server();
  await server.issuer.keys.generate('RS256');
  await server.start(0, '127.0.0.1');
  const address = server.address();
  server.issuer.url = `http://127.0.0.1:${address.port}`;

  const sign = (issuer: OAuth2Server['issuer'], serviceUrl: string, claims: Record<string, unknown>): Promise<string> => {
    const now = Math.floor(Date.now() / 1000);
    return issuer.buildToken({
      scopesOrTransform: (_header, payload) => {
        Object.assign(payload, {
          iss: 'https://api.botframework.com',
          aud: appId,
          serviceurl: serviceUrl,
          nbf: now - 10,
          exp: now + 600,
          ...claims,
        });
      },
    });
  };

  return {
    openIdUrl: `http://127.0.0.1:${address.port}/.well-known/openid-configuration`,
    /** A good token, but for what `claims` say otherwise. */
    token: (serviceUrl: string, claims: Record<string, unknown> = {}): Promise<string> => sign(server.issuer, serviceUrl, claims),
    /** The same claims, signed by somebody else under the name of our key. */
    async forged(serviceUrl: string): Promise<string> {
      const other = new OAuth2Server();
      const { kid } = server.issuer.keys.toJSON()[0] ?? {};
      await other.issuer.keys.generate('RS256', { ...(typeof kid === 'string' && { kid }) });
      other.issuer.url = 'http://127.0.0.1';
      return sign(other.issuer, serviceUrl, {});
    },
    /** Signed by a key that is published nowhere. */
    async stranger(serviceUrl: string): Promise<string> {
      const other = new OAuth2Server();
      await other.issuer.keys.generate('RS256');
      other.issuer.url = 'http://127.0.0.1';
      return sign(other.issuer, serviceUrl, {});
    },
    close: () => server.stop(),
  };
}

export type TokenIssuer = Awaited<ReturnType<typeof aTokenIssuer>>;
