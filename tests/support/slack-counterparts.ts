import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { describe } from 'vitest';
import { stringify } from 'yaml';
import type { Json } from './strict-slack/world.ts';

const folder = join(import.meta.dirname, '../counterparts');
const packages = { emulate: 'emulate', localSlack: 'local-slack-linux-x64' };
const found = (name: string): boolean => existsSync(join(folder, 'node_modules', name, 'package.json'));

/**
 * Tests against a program that others wrote to play Slack. Where it is not installed (`npm ci` in tests/counterparts) they do not run,
 * and say so.
 */
export function describeWith(counterpart: keyof typeof packages, title: string, tests: () => void): void {
  if (found(packages[counterpart])) {
    describe(title, tests);
    return;
  }
  const missing = `NOT RUN, because ${packages[counterpart]} is not installed (npm ci in tests/counterparts): ${title}`;
  console.warn(`\n${'!'.repeat(20)} ${missing}\n`);
  describe.skip(missing, tests);
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}

/** A collection of the emulator's memory. */
interface Table {
  all(): Json[];
  findOneBy(field: string, value: string): Json | undefined;
}
type Tables = Record<'tokens' | 'users' | 'channels' | 'messages' | 'views' | 'pins' | 'files', Table>;

interface Middleware {
  req: { url: string; header: (name: string) => string | undefined };
  json: (body: Json) => Response;
}
interface Plugin {
  register: (app: Host, store: unknown, ...rest: unknown[]) => unknown;
}
interface Host {
  use(path: string, middleware: (context: Middleware, next: () => Promise<void>) => Promise<Response | void>): void;
}

/** What the emulator is told of the app that installs itself. */
export interface EmulatedApp {
  clientId: string;
  clientSecret: string;
  redirectUri: string;
  scopes: string[];
}

/**
 * Vercel Labs' `emulate`: OAuth, permissions, files, pins and views of Slack with a state. It takes any token for somebody's; Slack does
 * not, so each call is looked at before: unknown tokens are `invalid_auth`, and revoked ones `token_revoked`.
 */
export async function startEmulate({ app, users = ['alice', 'bob'] }: { app: EmulatedApp; users?: string[] }) {
  const port = await freePort();
  const dist = join(folder, 'node_modules/emulate/dist');
  const file = readdirSync(dist).find(
    (name) => name.endsWith('.js') && readFileSync(join(dist, name), 'utf8').includes('"/api/chat.postMessage"'),
  );
  if (file === undefined) throw new Error('This version of emulate has no Slack in one file: look how it is made up now.');
  const slack = (await import(pathToFileURL(join(dist, file)).href)) as {
    slackPlugin: Plugin;
    getSlackStore(store: unknown): Tables;
  };
  const { createEmulator } = (await import(pathToFileURL(join(dist, 'api.js')).href)) as {
    createEmulator: (options: Json) => Promise<{ url: string; close(): Promise<void> }>;
  };
  const revoked = new Set<string>();
  const calls: string[] = [];
  let state: Tables | undefined;
  const { slackPlugin } = slack;
  const register = slackPlugin.register.bind(slackPlugin);
  slackPlugin.register = (host, store, ...rest) => {
    state = slack.getSlackStore(store);
    host.use('*', async (context, next) => {
      const { pathname } = new URL(context.req.url);
      const token = /^Bearer (.+)$/.exec(context.req.header('authorization') ?? '')?.[1];
      if (pathname.startsWith('/api/')) {
        calls.push(pathname.slice('/api/'.length));
        if (token !== undefined && revoked.has(token)) return context.json({ ok: false, error: 'token_revoked' });
        if (token !== undefined && !state?.tokens.findOneBy('token', token))
          return context.json({ ok: false, error: 'invalid_auth' });
      }
      await next();
    });
    return register(host, store, ...rest);
  };
  const seed = {
    signing_secret: 'signing-secret',
    strict_scopes: true,
    team: { name: 'La Maison du Vélo', domain: 'maison' },
    users: users.map((name) => ({ name, real_name: name, email: `${name}@example.com` })),
    channels: [{ name: 'eng' }, { name: 'secret', is_private: true }],
    oauth_apps: [
      {
        client_id: app.clientId,
        client_secret: app.clientSecret,
        app_id: 'A000000001',
        name: 'Compagnon VISES',
        bot_name: 'compagnon-vises',
        redirect_uris: [app.redirectUri],
        scopes: app.scopes,
      },
    ],
    tokens: users.map((user) => ({ token: `xoxp-${user}`, type: 'user', user })),
  };
  const emulator = await createEmulator({ service: 'slack', port, baseUrl: `http://127.0.0.1:${port}`, seed: { slack: seed } });
  slackPlugin.register = register;
  const tables = (): Tables => {
    if (!state) throw new Error('The emulator did not register its Slack.');
    return state;
  };
  const api = `${emulator.url}/api/`;

  return {
    api,
    calls,
    tables,
    user: (name: string): string => String(tables().users.findOneBy('name', name)?.['user_id']),
    channel: (name: string): string => String(tables().channels.findOneBy('name', name)?.['channel_id']),
    revoke: (token: string): void => void revoked.add(token),
    /** A call as one of its people, with the token it made for them. */
    async as(person: string, method: string, args: Json): Promise<Json> {
      const headers = { authorization: `Bearer xoxp-${person}`, 'content-type': 'application/json' };
      const response = await fetch(`${api}${method}`, { method: 'POST', headers, body: JSON.stringify(args) });
      return (await response.json()) as Json;
    },
    /** Somebody signs in on the page that an installation leads to, and says yes: where they are sent back. */
    async saysYes(authorizeUrl: string, person: string): Promise<URL> {
      const page = await (await fetch(authorizeUrl)).text();
      const form = page.split('<form').find((part) => part.includes(`>${person}<`) && part.includes('user_id'));
      if (form === undefined)
        throw new Error(`The page does not offer ${person}:\n${page.replaceAll(/<style[\s\S]*?<\/style>/g, '')}`);
      const fields = [...form.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
        name,
        value.replaceAll('&amp;', '&'),
      ]);
      const action = /action="([^"]+)"/.exec(form)?.[1] ?? '';
      const answer = await fetch(new URL(action, authorizeUrl), {
        method: 'POST',
        body: new URLSearchParams(fields),
        redirect: 'manual',
      });
      return new URL(answer.headers.get('location') ?? '');
    },
    close: () => emulator.close(),
  };
}

export type Emulate = Awaited<ReturnType<typeof startEmulate>>;
export type LocalSlack = Awaited<ReturnType<typeof startLocalSlack>>;

/** Who and what is in `local-slack`. */
export const localWorkspace = {
  workspace: { name: 'Acme', domain: 'acme', teamId: 'T01TEST' },
  users: [
    { id: 'U01ALICE', name: 'alice', real_name: 'Alice Ash', email: 'alice@example.com' },
    { id: 'U02BOB', name: 'bob', real_name: 'Bob Birch', email: 'bob@example.com' },
  ],
  channels: [
    { id: 'C01GEN', name: 'general', members: ['U01ALICE', 'U02BOB', 'U0BOT'] },
    { id: 'D01ALICE', name: 'dm-alice', is_im: true, is_channel: false, members: ['U01ALICE', 'U0BOT'] },
  ],
};

/**
 * `local-slack`: events, mentions, App Home, buttons, forms, commands and Socket Mode. It listens on every interface of this machine
 * whatever it is told, so it runs only for the tests that need it, and as nobody where this process is root.
 */
export async function startLocalSlack({ door, signingSecret = 'a'.repeat(32) }: { door?: string; signingSecret?: string } = {}) {
  const port = await freePort();
  const home = mkdtempSync(join(tmpdir(), 'local-slack-'));
  const app = {
    appId: 'A01APP',
    botUserId: 'U0BOT',
    botName: 'compagnon-vises',
    botToken: 'xoxb-test',
    appToken: 'xapp-test',
    signingSecret,
    mode: door === undefined ? 'socket' : 'events',
    ...(door !== undefined && { requestUrl: door }),
  };
  writeFileSync(join(home, 'config.yaml'), stringify({ ...localWorkspace, app }));
  const binary = join(
    createRequire(join(folder, 'package.json')).resolve('local-slack-linux-x64/package.json'),
    '../bin/local-slack',
  );
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : undefined;
  if (nobody) chownSync(home, nobody.uid, nobody.gid);
  const child: ChildProcess = spawn(binary, ['--config', 'config.yaml', '--port', String(port), '--base-host', '127.0.0.1'], {
    cwd: home,
    env: { HOME: home, TMPDIR: home },
    stdio: 'ignore',
    ...nobody,
  });
  const gone = once(child, 'exit');
  const url = `http://127.0.0.1:${port}`;
  const isUp = (): Promise<boolean> =>
    fetch(`${url}/_control/state`).then(
      (response) => response.ok,
      () => false,
    );
  for (let tries = 0; !(await isUp()); tries++) {
    if (tries > 200 || child.exitCode !== null) throw new Error('local-slack did not start.');
    await sleep(50);
  }

  async function control(path: string, body?: Json): Promise<Json> {
    const init = body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const response = await fetch(`${url}/_control/${path}`, init);
    const answer = (await response.json()) as Json;
    if (!response.ok || answer['ok'] === false)
      throw new Error(`local-slack, ${path}: ${JSON.stringify(answer['error'] ?? response.status)}`);
    return answer;
  }

  // Its page's own line is the only way to see a form and to send it.
  const views: Json[] = [];
  const page = new WebSocket(`${url.replace('http', 'ws')}/ui`);
  page.addEventListener('message', ({ data }) => {
    const frame = JSON.parse(String(data)) as Json;
    if (frame['t'] === 'view' || frame['t'] === 'view_errors') views.push(frame);
  });
  await once(page, 'open');

  return {
    api: `${url}/api/`,
    app,
    control,
    /** The form in front of people, if one is. */
    form(): Json | undefined {
      const stack = views.findLast(({ t }) => t === 'view')?.['stack'];
      return Array.isArray(stack) ? (stack.at(-1) as Json | undefined) : undefined;
    },
    submits: (user: string, values: Record<string, Record<string, Json>>): void =>
      page.send(JSON.stringify({ t: 'view_submit', user, values })),
    messages: async (channel: string): Promise<Json[]> => (await control(`messages/${channel}`))['messages'] as Json[],
    async stop(): Promise<void> {
      page.close();
      child.kill('SIGTERM');
      await gone;
      rmSync(home, { recursive: true, force: true });
    },
  };
}
