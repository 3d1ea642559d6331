import { pino } from 'pino';
import type { Incoming } from '../../src/core/incoming.ts';
import { createLocalPlatform } from '../../src/platforms/local/local.ts';
import type { LocalView } from '../../src/platforms/local/render.ts';
import type { Platform, Receive } from '../../src/ports.ts';
import { createLocalPosts } from '../../src/store/local-posts.ts';
import { aDatabase } from './database.ts';
import { openDoors } from './door-server.ts';
import { aLog } from './log.ts';
import { pagePhrases } from './page-phrases.ts';

/** The local platform on a database and a port of its own. What arrives goes to `receive`, which by default only notes it. */
export async function aLocalPlatform({ receive, hosts = [] }: { receive?: Receive; hosts?: string[] } = {}) {
  const database = await aDatabase();
  const received: Incoming[] = [];
  const inner = { receive: receive ?? (() => Promise.resolve({ fresh: true })) };
  const clock = { now: () => new Date() };
  const platform: Platform = createLocalPlatform({
    memory: createLocalPosts({ db: database.db, url: database.url, log: aLog() }),
    receive: async (incoming) => {
      const result = await inner.receive(incoming);
      received.push(incoming);
      return result;
    },
    clock,
    log: pino({ level: 'silent' }),
    phrases: pagePhrases,
    hosts,
  });
  const server = await openDoors(platform);

  async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const answer = await fetch(server.url + path, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      json: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : undefined,
    };
  }

  return {
    ...server,
    platform,
    clock,
    received,
    /** From now on incomings go there. */
    receiveWith: (next: Receive) => void (inner.receive = next),
    call,
    say: (channel: string, person: string, text: string, more: object = {}) =>
      call('POST', '/local/messages', { channel, person, text, ...more }),
    list: async (channel: string, person: string, after = ''): Promise<LocalView[]> =>
      (await call('GET', `/local/messages?${new URLSearchParams({ channel, person, after }).toString()}`)).json,
    async close() {
      await server.close();
      await database.drop();
    },
  };
}

interface Answer {
  status: number;
  headers: Headers;
  text: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- what a door answers is what the test asserts
  json: any;
}
