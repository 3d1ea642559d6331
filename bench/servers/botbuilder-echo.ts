import { createServer } from 'node:http';
import { CloudAdapter, type Request, type Response } from 'botbuilder';
import { AuthenticationConfiguration, BotFrameworkAuthenticationFactory } from 'botframework-connector';
import { BenchLogin } from './bench-login.ts';
import { tellCpu } from './cpu.ts';

/** The least that a Teams bot can do: the SDK verifies a message and posts one back. What our own turns are held against. */
const { OPENID_URL = '', APP_ID = '' } = process.env;
const authentication = BotFrameworkAuthenticationFactory.create(
  '',
  true,
  'https://api.botframework.com',
  'https://login.microsoftonline.com/botframework.com',
  'https://api.botframework.com',
  'https://token.botframework.com',
  OPENID_URL,
  OPENID_URL,
  'urn:botframework:azure',
  new BenchLogin(APP_ID),
  new AuthenticationConfiguration(),
  undefined,
  {},
);
const adapter = new CloudAdapter(authentication);

const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const { headers, method } = request;
    const asked: Request = { headers, method: method ?? '', body: JSON.parse(Buffer.concat(parts).toString()) };
    const answer: Response = {
      socket: response.socket,
      end: () => response.end(),
      header: (name: string, value: unknown) => response.setHeader(name, String(value)),
      send: (body: unknown) => response.end(typeof body === 'string' ? body : JSON.stringify(body)),
      status: (code: number) => (response.statusCode = code),
    };
    void adapter.process(asked, answer, async (context) => {
      if (context.activity.type === 'message') await context.sendActivity(`re ${context.activity.text}`);
    });
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  tellCpu();
  process.send?.({ port: typeof address === 'object' && address ? address.port : 0 });
});
