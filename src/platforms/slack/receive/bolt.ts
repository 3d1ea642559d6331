import { App, type Logger, LogLevel, type Receiver } from '@slack/bolt';
import type { Answer, Authorized, Log, ReceiverNeeds } from './answer.ts';
import type { Payload } from '../parse.ts';

/** The workspace has not installed the companion, or has removed it. */
export class NotInstalled extends Error {
  override name = 'NotInstalled';
}

type Take = (read: Payload, as: Authorized) => Promise<Answer>;

interface Exchange {
  read: Payload;
  as?: Authorized;
  answer?: Answer;
}

/**
 * Slack's Bolt, which finds the workspace's authorization and calls us. Its own receivers answer Slack too early: before the listener, or in
 * spite of an authorization that failed. Ours answers after `process` has resolved, and what rejects here was not stored.
 */
export function createBolt({ api, log }: Pick<ReceiverNeeds, 'api' | 'log'>, take: Take) {
  const ours: Receiver = { init: () => {}, start: () => Promise.resolve(), stop: () => Promise.resolve() };
  /** What a body that Bolt holds was read as. */
  const exchanges = new WeakMap<object, Exchange>();

  const app = new App({
    receiver: ours,
    // Bolt keeps a client for each token it is given; calls are made with the platform's own clients instead.
    authorize: async (_source, body) => {
      const exchange = body && exchanges.get(body);
      if (!exchange) throw new Error('Bolt asks for the authorization of a body that it was not given.');
      exchange.as = await api.authorize(exchange.read.source);
      const { botUserId } = exchange.as;
      return { ...(botUserId !== undefined && { botUserId }) };
    },
    logger: boltLogger(log),
    logLevel: LogLevel.ERROR,
    // Both are decided in `parse`, where what is passed over is counted.
    ignoreSelf: false,
    convoStore: false,
  });
  app.error(async (error) => {
    throw error;
  });
  app.use(async ({ body }) => {
    const exchange = exchanges.get(body);
    // Slack's Bolt asks for no authorization where an installation ended.
    if (exchange) exchange.answer = await take(exchange.read, exchange.as ?? {});
  });

  /** Resolves with what Slack is to hear. Rejects with `NotInstalled`, or with whatever kept it from being stored. */
  return async function process(read: Payload, retryNum?: number): Promise<Answer> {
    const exchange: Exchange = { read };
    exchanges.set(read.payload, exchange);
    try {
      await app.processEvent({ body: read.payload, ack: () => Promise.resolve(), ...(retryNum !== undefined && { retryNum }) });
    } catch (error) {
      throw causeOf(error);
    }
    if (!exchange.answer) throw new Error('Bolt did not pass on what it was given.');
    return exchange.answer;
  };
}

/** Bolt puts its own error around ours. */
function causeOf(error: unknown): unknown {
  const original = error instanceof Error && 'original' in error && error.original instanceof Error ? error.original : error;
  return original instanceof Error && original.name === 'UnknownWorkspace'
    ? new NotInstalled('The companion is not installed there.', { cause: original })
    : original;
}

/** Bolt's `debug` and `info` lines quote what people wrote, and stay out of the log. */
export function boltLogger(log: Pick<Log, 'warn' | 'error'>): Logger {
  const words = (said: unknown[]): string => said.map((each) => (each instanceof Error ? each.message : String(each))).join(' ');
  return {
    debug: () => {},
    info: () => {},
    warn: (...said) => log.warn({ from: 'slack' }, words(said)),
    error: (...said) => log.error({ from: 'slack' }, words(said)),
    setLevel: () => {},
    getLevel: () => LogLevel.ERROR,
    setName: () => {},
  };
}
