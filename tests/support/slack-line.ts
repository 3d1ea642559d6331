import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';

/**
 * Socket Mode for a Slack that only knows our door by HTTP: what it posts to `door` goes down an open connection as an envelope, and the
 * acknowledgement comes back as the answer. Everything else of the Web API goes on to that Slack. As with Slack, an address works once, and
 * what is not acknowledged in time was not taken.
 */
export async function aSocketLine(webApi: string) {
  const tickets = new Set<string>();
  const connections = new Set<WebSocket>();
  const awaited = new Map<string, (payload: object | undefined) => void>();

  const server = createServer((request, response) => {
    void (async () => {
      const body = await bodyOf(request);
      const path = new URL(request.url ?? '/', 'http://localhost').pathname;
      if (path === '/door') {
        const answer = await handOver(String(request.headers['content-type']), body);
        return response
          .writeHead(answer === 'not taken' ? 503 : 200, { 'content-type': 'application/json' })
          .end(JSON.stringify(answer ?? {}));
      }
      if (path === '/api/apps.connections.open') {
        const ticket = randomUUID();
        tickets.add(ticket);
        return response.end(JSON.stringify({ ok: true, url: `ws://127.0.0.1:${port()}/link?ticket=${ticket}` }));
      }
      const { authorization = '', 'content-type': type = '' } = request.headers;
      const passed = await fetch(webApi + path.slice('/api/'.length), {
        method: 'POST',
        body: new Uint8Array(body),
        headers: { authorization, 'content-type': type },
      });
      return response.writeHead(passed.status, { 'content-type': 'application/json' }).end(await passed.text());
    })();
  });
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, line, head) => {
    if (!tickets.delete(new URL(request.url ?? '/', 'http://localhost').searchParams.get('ticket') ?? '')) return line.destroy();
    sockets.handleUpgrade(request, line, head, (socket) => {
      connections.add(socket);
      socket.on('close', () => connections.delete(socket));
      socket.on('message', (data: Buffer) => {
        const { envelope_id, payload } = JSON.parse(data.toString()) as { envelope_id: string; payload?: object };
        awaited.get(envelope_id)?.(payload);
      });
      socket.send(
        JSON.stringify({ type: 'hello', num_connections: connections.size, debug_info: { approximate_connection_time: 3600 } }),
      );
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = (): number => (server.address() as AddressInfo).port;

  async function handOver(type: string, body: Buffer): Promise<object | undefined | 'not taken'> {
    const [connection] = connections;
    if (!connection) return 'not taken';
    const envelope_id = randomUUID();
    const acknowledged = new Promise<object | undefined>((resolve) => void awaited.set(envelope_id, resolve));
    connection.send(JSON.stringify({ envelope_id, ...envelopeOf(type, body.toString()), accepts_response_payload: true }));
    return Promise.race([acknowledged, new Promise<'not taken'>((resolve) => void setTimeout(resolve, 3000, 'not taken'))]);
  }

  return {
    /** The root of the Web API with Socket Mode in it: `SLACK_API_URL`. */
    url: `http://127.0.0.1:${port()}/api/`,
    /** Where that Slack posts to. */
    door: `http://127.0.0.1:${port()}/door`,
    async close() {
      for (const connection of connections) connection.terminate();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function envelopeOf(type: string, body: string): { type: string; payload: unknown } {
  if (type.startsWith('application/json')) return { type: 'events_api', payload: JSON.parse(body) };
  const fields = Object.fromEntries(new URLSearchParams(body));
  return fields['payload'] === undefined
    ? { type: 'slash_commands', payload: fields }
    : { type: 'interactive', payload: JSON.parse(fields['payload']) };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
