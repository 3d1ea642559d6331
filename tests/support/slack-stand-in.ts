import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { WebSocket, WebSocketServer } from 'ws';

/** A form that is open, as Slack was given it. */
export interface OpenView {
  trigger_id: string;
  view: { private_metadata: string; blocks: object[]; [part: string]: unknown };
}

/** An acknowledgement as it came back on a connection. */
export interface Ack {
  envelope_id: string;
  payload?: Record<string, unknown>;
  /** Which connection it came on, the first being 0. */
  connection: number;
}

/**
 * Slack's side on this machine: a few methods of the Web API, `response_url`s, and Socket Mode. As strict as Slack where it matters: a
 * trigger opens one form, within 3 s; a connection's address works once.
 */
export async function aSlackStandIn() {
  const triggers = new Map<string, { at: number; used: boolean }>();
  const tickets = new Set<string>();
  const views: OpenView[] = [];
  const said: { path: string; body: Record<string, unknown> }[] = [];
  const calls: string[] = [];
  const acks: Ack[] = [];
  const connections: WebSocket[] = [];
  const channels = new Map<string, Record<string, unknown>>();
  let refusal: { method: string; status: number; error: string } | undefined;
  let delayMs = 0;

  const methods: Record<string, (fields: Record<string, string>) => object> = {
    'views.open': ({ trigger_id = '', view = '' }) => {
      const trigger = triggers.get(trigger_id);
      if (!trigger) return { ok: false, error: 'invalid_trigger_id' };
      if (trigger.used) return { ok: false, error: 'exchanged_trigger_id' };
      if (Date.now() - trigger.at > 3000) return { ok: false, error: 'expired_trigger_id' };
      trigger.used = true;
      const opened = JSON.parse(view) as OpenView['view'];
      views.push({ trigger_id, view: opened });
      return { ok: true, view: { id: `V${views.length}`, ...opened } };
    },
    'conversations.info': ({ channel = '' }) => {
      const found = channels.get(channel);
      return found ? { ok: true, channel: { id: channel, ...found } } : { ok: false, error: 'channel_not_found' };
    },
    'apps.connections.open': () => {
      const ticket = randomUUID();
      tickets.add(ticket);
      return { ok: true, url: `ws://127.0.0.1:${port()}/link/?ticket=${ticket}` };
    },
  };

  const server = createServer((request, response) => {
    void (async () => {
      const text = await textOf(request);
      const path = new URL(request.url ?? '/', 'http://localhost').pathname;
      if (!path.startsWith('/api/')) {
        said.push({ path, body: JSON.parse(text) as Record<string, unknown> });
        return response.end('ok');
      }
      const method = path.slice('/api/'.length);
      calls.push(method);
      if (delayMs > 0) await new Promise((resolve) => void setTimeout(resolve, delayMs));
      if (refusal?.method === method && refusal.status !== 200) return response.writeHead(refusal.status).end();
      const answer =
        refusal?.method === method
          ? { ok: false, error: refusal.error }
          : (methods[method]?.(fieldsOf(request, text)) ?? { ok: false, error: 'unknown_method' });
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    })();
  });
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, line, head) => {
    const ticket = new URL(request.url ?? '/', 'http://localhost').searchParams.get('ticket') ?? '';
    if (!tickets.delete(ticket)) return line.destroy();
    sockets.handleUpgrade(request, line, head, (socket) => {
      const connection = connections.push(socket) - 1;
      socket.on('message', (data: Buffer) => {
        acks.push({ ...(JSON.parse(data.toString()) as Omit<Ack, 'connection'>), connection });
      });
      socket.send(
        JSON.stringify({ type: 'hello', num_connections: openOnes().length, debug_info: { approximate_connection_time: 3600 } }),
      );
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const port = (): number => {
    const address = server.address();
    if (typeof address !== 'object' || address === null) throw new Error('The stand-in has no port.');
    return address.port;
  };
  const openOnes = (): WebSocket[] => connections.filter((socket) => socket.readyState === socket.OPEN);

  return {
    apiUrl: `http://127.0.0.1:${port()}/api/`,
    responseUrl: `http://127.0.0.1:${port()}/response/T/1/abc`,
    views,
    /** What was posted to a `response_url`. */
    said,
    /** Methods of the Web API, in the order of their calls. */
    calls,
    acks,
    /** Every Socket Mode connection there was. */
    connections,
    open: openOnes,
    /** A trigger, `ageMs` old. */
    trigger(ageMs = 0): string {
      const id = `9.${randomUUID()}`;
      triggers.set(id, { at: Date.now() - ageMs, used: false });
      return id;
    },
    channel: (id: string, facts: Record<string, unknown>) => void channels.set(id, facts),
    /** From now on this method is refused; without one, nothing is. */
    refuse(method?: string, { status = 200, error = 'internal_error' } = {}) {
      refusal = method === undefined ? undefined : { method, status, error };
    },
    delay: (ms: number) => void (delayMs = ms),
    /** Sends an envelope to the newest connection, as Slack picks any one. */
    deliver(type: string, payload: object, more: object = {}): string {
      const envelope_id = randomUUID();
      openOnes()
        .at(-1)
        ?.send(JSON.stringify({ type, envelope_id, payload, accepts_response_payload: type !== 'events_api', ...more }));
      return envelope_id;
    },
    /** Announces the end of a connection, as Slack does; the line itself stays open a while. */
    announce: (connection: number, reason: string) =>
      connections[connection]?.send(JSON.stringify({ type: 'disconnect', reason })),
    async stop() {
      for (const socket of connections) socket.terminate();
      sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => void server.close(resolve));
    },
  };
}

export type SlackStandIn = Awaited<ReturnType<typeof aSlackStandIn>>;

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

const fieldsOf = (request: IncomingMessage, text: string): Record<string, string> =>
  request.headers['content-type']?.startsWith('application/json')
    ? Object.fromEntries(
        Object.entries(JSON.parse(text) as Record<string, unknown>).map(([name, value]) => [
          name,
          typeof value === 'string' ? value : JSON.stringify(value),
        ]),
      )
    : Object.fromEntries(new URLSearchParams(text));
