import { setTimeout as sleep } from 'node:timers/promises';
import { SocketModeClient } from '@slack/socket-mode';
import type { Answer, Log } from './receive/answer.ts';
import { boltLogger } from './receive/bolt.ts';
import { codeOf } from './receive/error-code.ts';
import { inTime } from './receive/in-time.ts';
import type { Intake } from './receive/intake.ts';
import { socket as limits } from './limits.ts';

/** How long things take; tests go faster. */
export type SocketPace = { readonly [name in keyof typeof limits]: number };

interface Needs {
  log: Log;
  appToken: string;
  apiUrl: string | undefined;
  intake: Pick<Intake, 'answer' | 'follow'>;
  pace?: SocketPace;
}

export interface Socket {
  /** Resolves after the first try to connect. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** How a connection ended, as Slack said before; `lost`: it said nothing. */
type End = 'refresh' | 'link_disabled' | 'too_many_websockets' | 'lost';

/** Slack says these for good: trying again helps only after somebody changed something. */
const refusals = new Set([
  'invalid_auth',
  'not_authed',
  'not_allowed_token_type',
  'account_inactive',
  'token_revoked',
  'missing_scope',
]);

/**
 * Socket Mode, kept open until it is stopped: what is stored is acknowledged, and nothing else is, so that Slack sends it again. A new
 * connection is opened before Slack ends the old one. Each connection is a client of its own, since the client's own reconnecting gives up,
 * by an error that nobody can catch, when Slack's Web API does not answer. https://docs.slack.dev/apis/events-api/using-socket-mode
 */
export function createSocket({ log, appToken, apiUrl, intake, pace = limits }: Needs): Socket {
  const stopping = new AbortController();
  const open = new Set<SocketModeClient>();
  const underWay = new Set<Promise<void>>();
  let keeping: Promise<void> | undefined;

  /** Resolves once connected, with how the connection will end. */
  async function connect(): Promise<{ ended: Promise<End>; close: () => Promise<void> }> {
    const client = new SocketModeClient({
      appToken,
      autoReconnectEnabled: false,
      clientPingTimeout: pace.pongMs,
      // What the client calls an error, we try again.
      logger: boltLogger({ warn: (fields, words) => log.warn(fields, words), error: (fields, words) => log.warn(fields, words) }),
      clientOptions: {
        ...(apiUrl !== undefined && { slackApiUrl: apiUrl }),
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
        timeout: pace.openMs,
      },
    });
    const ended = new Promise<End>((resolve) => {
      listen(client, resolve);
      client.once('disconnected', () => {
        open.delete(client);
        resolve('lost');
      });
    });
    open.add(client);
    try {
      await inTime(client.start(), pace.openMs, 'Slack did not open the connection in time.');
    } catch (error) {
      open.delete(client);
      void close(client);
      throw error;
    }
    return { ended, close: () => close(client) };
  }

  /** The client ends a connection the moment it is warned. Warned, we open the next one first. */
  function listen(client: SocketModeClient, end: (how: End) => void): void {
    const [own] = client.listeners('ws_message');
    client.removeAllListeners('ws_message');
    client.on('ws_message', (data: unknown, isBinary: unknown) => {
      const reason = typeof data === 'string' ? disconnection(data) : undefined;
      if (reason !== undefined) return end(reason === 'link_disabled' || reason === 'too_many_websockets' ? reason : 'refresh');
      // An envelope that the client does not expect is its error, and must not be the process's.
      Promise.resolve(own?.call(client, data, isBinary)).catch((err: unknown) =>
        log.warn({ err }, 'Socket Mode brought something unexpected'),
      );
    });
    client.on('slack_event', (envelope: Envelope) => {
      const work = take(envelope).finally(() => underWay.delete(work));
      underWay.add(work);
    });
  }

  async function take(envelope: Envelope): Promise<void> {
    // Not acknowledged, it goes to another connection.
    if (stopping.signal.aborted) return;
    const { ack, body, retry_num: num, retry_reason: because } = envelope;
    const retry = typeof num === 'number' && num > 0 ? { num, ...(because !== undefined && { because }) } : undefined;
    const answer: Answer = await intake.answer({ body, since: performance.now(), ...(retry && { retry }) });
    if (!answer.again) {
      try {
        await ack(envelope.accepts_response_payload === true ? answer.body : undefined);
      } catch {
        log.info({}, 'A connection ended before something stored was acknowledged: its copy will be');
      }
    }
    intake.follow(answer);
  }

  async function keep(tried: () => void): Promise<void> {
    const stopped = aborted(stopping.signal);
    let failures = 0;
    let leave: (() => Promise<void>) | undefined;
    while (!stopping.signal.aborted) {
      let pauseMs = 0;
      try {
        const { ended, close } = await connect();
        const since = performance.now();
        log.info({}, 'Connected to Slack by Socket Mode');
        tried();
        void leave?.();
        leave = undefined;
        const how = await Promise.race([ended, stopped]);
        if (how === 'link_disabled') {
          log.error({}, 'Socket Mode was switched off for the app: switch it on at api.slack.com/apps, and start again');
          return await close();
        }
        leave = how === 'refresh' ? leaveSoon(close) : undefined;
        // One that is lost at once must not be made anew at once for ever.
        failures = how === 'lost' && performance.now() - since < pace.steadyMs ? failures + 1 : 0;
        if (how === 'too_many_websockets') {
          log.warn({}, 'The app has more connections than Slack allows: run fewer processes with SLACK_APP_TOKEN');
          pauseMs = pace.longestPauseMs;
          await close();
        }
      } catch (err) {
        failures += 1;
        say(err, failures);
        tried();
      }
      if (failures > 0) pauseMs = Math.min(pace.pauseMs * 2 ** (failures - 1), pace.longestPauseMs);
      await sleep(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  /** The old connection takes what still comes, until the next one is open or Slack's warning is over. */
  function leaveSoon(close: () => Promise<void>): () => Promise<void> {
    const timer = setTimeout(() => void close(), pace.overlapMs);
    timer.unref();
    return async () => {
      clearTimeout(timer);
      await close();
    };
  }

  /** Asked twice, the client does not wait any longer for the other side to agree. */
  async function close(client: SocketModeClient): Promise<void> {
    const closed = client.disconnect();
    await Promise.race([closed, sleep(pace.closeMs, undefined, { ref: false })]);
    if (open.has(client)) await Promise.race([client.disconnect(), sleep(pace.closeMs, undefined, { ref: false })]);
    open.delete(client);
  }

  function say(err: unknown, failures: number): void {
    const code = codeOf(err);
    const told = { because: code ?? (err instanceof Error ? err.name : 'unknown'), failures };
    if (code !== undefined && refusals.has(code)) {
      log.error(
        told,
        'Slack refuses SLACK_APP_TOKEN: make an app-level token with connections:write under Basic Information, and set it',
      );
    } else log.warn(told, 'Socket Mode did not connect and is tried again');
  }

  return {
    start: () =>
      new Promise((resolve) => {
        keeping = keep(resolve).finally(resolve);
      }),
    async stop() {
      stopping.abort();
      await Promise.all(underWay);
      await Promise.all([...open].map((client) => close(client)));
      await keeping;
      await Promise.all([...open].map((client) => close(client)));
    },
  };
}

/** What the client tells of an envelope. */
interface Envelope {
  ack: (payload?: object) => Promise<void>;
  body: unknown;
  retry_num?: number;
  retry_reason?: string;
  accepts_response_payload?: boolean;
}

/** The reason of a message that announces the end, if it is one. */
function disconnection(data: string): string | undefined {
  try {
    const read: unknown = JSON.parse(data);
    if (typeof read !== 'object' || read === null || !('type' in read) || read.type !== 'disconnect') return undefined;
    return 'reason' in read && typeof read.reason === 'string' ? read.reason : '';
  } catch {
    return undefined;
  }
}

const aborted = (signal: AbortSignal): Promise<'lost'> =>
  new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve('lost'), { once: true });
  });
