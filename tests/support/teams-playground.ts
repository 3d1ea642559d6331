import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { freePort } from './process.ts';
import type { Json } from './teams-card-reader.ts';
import { until } from './until.ts';

const cli = join(import.meta.dirname, '../counterparts/node_modules/@microsoft/m365agentsplayground/cli.js');

/** Microsoft's Playground as it is installed for the tests, or nothing, said loudly. */
export function findPlayground(): string | undefined {
  if (existsSync(cli)) return cli;
  process.stderr.write(
    '\n*** The Microsoft 365 Agents Playground is not installed: the tests in it are NOT RUN. ***\n' +
      '*** Install it: npm ci, in tests/counterparts.                                      ***\n\n',
  );
  return undefined;
}

const person = (given: string, family: string, n: number): Json => ({
  id: `29:${given.toLowerCase()}`,
  name: `${given} ${family}`,
  givenName: given,
  surname: family,
  email: `${given.toLowerCase()}@example.org`,
  userPrincipleName: `${given.toLowerCase()}@example.org`,
  aadObjectId: `00000000-0000-0000-0000-00000000002${n}`,
});

export const playgroundBot = 'Compagnon VISES';
export const playgroundTeam = 'Les Ateliers du Canal';

/** All of it must be there, with five users at least. The id of a team is that of its General channel. */
const config = {
  version: '0.1.1',
  tenantId: '00000000-0000-0000-0000-000000000001',
  bot: { id: '28:companion', name: playgroundBot },
  currentUser: person('Samira', 'Benali', 0),
  users: [
    person('Luc', 'Martin', 1),
    person('Fatou', 'Diop', 2),
    person('An', 'Peeters', 3),
    person('Dan', 'Moreau', 4),
    person('Eve', 'Lambert', 5),
  ],
  personalChat: { id: 'a:samira' },
  groupChat: { id: '19:group@thread.v2', name: 'Groupe' },
  team: {
    id: '19:general@thread.tacv2',
    name: playgroundTeam,
    aadGroupId: '00000000-0000-0000-0000-000000000031',
    channels: [{ id: '19:other@thread.tacv2', name: 'Autre' }],
  },
};
export const playgroundPlaces = { personal: config.personalChat.id, group: config.groupChat.id, channel: config.team.id };
export type PlaygroundPlace = keyof typeof playgroundPlaces;

/** What the Playground shows in its window, as it comes. */
export interface Frame {
  action: string;
  actionConversationId: string;
  message?: {
    messageId: string;
    /** The post of a channel that it is in, or is. */
    postConversationId?: string;
    attachments?: { contentType: string; content: Json }[];
  };
}

/** A request of the Playground to the bot, with its answer. */
interface Exchange {
  messageId?: string;
  response?: { statusCode?: number; body?: unknown } & Json;
}

/**
 * The Microsoft 365 Agents Playground: a connector and a web client of Teams, both Microsoft's own. It signs nothing, deletes nothing, and its
 * client draws no dialogs; those are opened here by the activity that a client would send. It listens on every interface of this machine
 * whatever it is told, so it runs only for the tests that need it.
 */
export async function startPlayground({ door }: { door: string }) {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'vises-playground-'));
  const configFile = join(folder, 'playground.yml');
  const logFile = join(folder, 'playground.log');
  writeFileSync(configFile, stringify(config));
  const args = [cli, 'start', '-e', door, '-c', 'msteams', '-p', String(port), '--disable-telemetry'];
  const child: ChildProcess = spawn(process.execPath, args, {
    cwd: folder,
    env: {
      ...process.env,
      TEAMSAPPTESTER_BROWSER: 'none',
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: configFile,
      M365_AGENTS_PLAYGROUND_LOGFILE: logFile,
      // Without it the Playground calls out of this machine even when telemetry is off.
      APPLICATION_INSIGHTS_NO_STATSBEAT: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const gone = once(child, 'exit');
  const url = `http://127.0.0.1:${port}`;
  const sockets: WebSocket[] = [];
  const frames: Frame[] = [];
  const exchanges: Exchange[] = [];

  async function stop(): Promise<void> {
    for (const socket of sockets) socket.close();
    child.kill('SIGTERM');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  }

  async function listen(path: string, onFrame: (frame: unknown) => void): Promise<void> {
    const socket = new WebSocket(url.replace('http', 'ws') + path);
    socket.addEventListener('message', ({ data }) => onFrame(JSON.parse(String(data))));
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve);
      socket.addEventListener('error', reject);
    });
    sockets.push(socket);
  }

  async function call(path: string, body?: Json): Promise<Json> {
    const init = body && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    };
    const response = await fetch(url + path, init);
    const text = await response.text();
    if (!response.ok) throw new Error(`The Playground answered ${response.status} to ${path}: ${text}`);
    return text === '' ? {} : (JSON.parse(text) as Json);
  }

  try {
    // It says that it listens before it reads its settings, and ends when it cannot use them.
    const isUp = (): Promise<boolean> =>
      fetch(`${url}/_internal/v1/testConfig`).then(
        (answer) => answer.ok,
        () => false,
      );
    await until(async () => {
      if (child.exitCode !== null) throw new Error('The Playground ended before it was ready.');
      return isUp();
    }, 'the Playground');
    await listen('/_ws_conversation/v1/conversations/stream', (frame) => frames.push(frame as Frame));
    await listen('/_ws/log/stream', (frame) => {
      const { log } = frame as { log?: Exchange };
      if (log) exchanges.push(log);
    });
  } catch (error) {
    const log = existsSync(logFile) ? readFileSync(logFile, 'utf8') : '';
    await stop();
    throw new Error(`The Playground did not start.\n${log}`, { cause: error });
  }

  return {
    url,
    frames,
    exchanges,
    stop,
    /** The companion is put into this place. */
    install: (place: PlaygroundPlace) =>
      call(`/_debug/conversation/${encodeURIComponent(playgroundPlaces[place])}/installation`, {}),
    /** Sends an activity of the Playground's making with some of it changed, and gives what our door answered. */
    async activity(changes: Json, conversation: string): Promise<NonNullable<Exchange['response']>> {
      const made = await call(`/_internal/v1/customActivities/template?conversationId=${encodeURIComponent(conversation)}`);
      const sent = { ...made, ...changes };
      await call('/_internal/v1/customActivities', sent);
      const exchange = await until(
        () => exchanges.find(({ messageId, response }) => messageId === sent['id'] && response),
        'an answer to the activity',
      );
      return exchange.response ?? {};
    },
  };
}

export type Playground = Awaited<ReturnType<typeof startPlayground>>;
