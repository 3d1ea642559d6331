import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** As little of Slack's Web API as it takes to be spoken to: everything is fine, at once, and whoever waits for a channel is told. */
export async function aSwiftWebApi() {
  const waiting = new Map<string, () => void>();
  let posted = 0;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const method = (request.url ?? '').split('/').at(-1)?.split('?')[0] ?? '';
      const channel = channelIn(Buffer.concat(parts).toString(), String(request.headers['content-type']));
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answerTo(method, channel)));
      if (method !== 'chat.postMessage' || channel === undefined) return;
      waiting.get(channel)?.();
      waiting.delete(channel);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  function answerTo(method: string, channel: string | undefined): object {
    if (method === 'auth.test') {
      return {
        ok: true,
        team_id: 'T0',
        team: 'bench',
        user_id: 'U0COMPANION',
        bot_id: 'B0COMPANION',
        url: 'https://bench.slack.com/',
      };
    }
    return {
      ok: true,
      channel,
      ts: `${1_700_000_000 + Math.floor(posted / 1_000_000)}.${String(posted++ % 1_000_000).padStart(6, '0')}`,
    };
  }

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
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

function channelIn(body: string, type: string): string | undefined {
  if (type.startsWith('application/json')) return (JSON.parse(body) as { channel?: string }).channel;
  return new URLSearchParams(body).get('channel') ?? undefined;
}
