import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createSecrets } from '../src/store/secrets.ts';
import { createWorkspaces } from '../src/store/workspaces.ts';
import { openDatabase } from '../src/store/database.ts';
import { migrate } from '../src/store/migrate.ts';
import { aDatabaseOn, anEmbeddedServer, quiet } from './world.ts';
import { closedLoop, type Measured, median } from './turns.ts';
import { aSwiftWebApi } from './slack-web-api.ts';

/**
 * A full turn on Slack (verified, decided, stored, acknowledged, the reply posted) beside the least a Bolt app can do (verified,
 * acknowledged, one message posted), in turns within one run. Each is a process of its own; Slack's side is in this one. Many workspaces,
 * so that what Slack allows in one of them holds nothing back.
 */
const signingSecret = 'a-secret-of-the-benchmark';
const width = 32;
const workspaces = 400;
const channelsEach = 2;

const channelOf = (i: number): { team: string; channel: string } => {
  const n = i % (workspaces * channelsEach);
  return { team: `T${n % workspaces}`, channel: `C${n}` };
};

function signed(body: string, type: string): RequestInit {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = `v0=${createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
  return {
    method: 'POST',
    body,
    headers: { 'content-type': type, 'x-slack-request-timestamp': timestamp, 'x-slack-signature': signature },
  };
}

let count = 0;
function mention(i: number, text: string): RequestInit {
  const { team, channel } = channelOf(i);
  const ts = `${Math.floor(Date.now() / 1000)}.${String(++count).padStart(6, '0')}`;
  const event = { type: 'app_mention', channel, user: 'U0SAMIRA', text: `<@U0COMPANION> ${text}`, ts, event_ts: ts };
  const body = JSON.stringify({
    token: 'x',
    type: 'event_callback',
    team_id: team,
    api_app_id: 'A0BENCH',
    event_id: `Ev${count}`,
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [{ enterprise_id: null, team_id: team, user_id: 'U0COMPANION', is_bot: true, is_enterprise_install: false }],
    event,
  });
  return signed(body, 'application/json');
}

/** What people write, in turn: an answer, and now and then a question put off. Every one is a whole turn. */
const words = [
  'nous accueillons des personnes du quartier et nous cherchons avec elles',
  'pas encore',
  'environ 84 personnes en 2024',
];

async function sent(door: string, request: RequestInit): Promise<void> {
  const response = await fetch(door, request);
  await response.text();
  if (response.status !== 200) throw new Error(`The door answered ${response.status}.`);
}

export async function benchSlack({
  turns,
  rounds,
  databaseUrl,
}: {
  turns: number;
  rounds: number;
  databaseUrl?: string | undefined;
}) {
  const embedded = databaseUrl === undefined ? await anEmbeddedServer() : undefined;
  const database = await aDatabaseOn(databaseUrl ?? embedded?.url ?? '');
  const webApi = await aSwiftWebApi();
  const key = randomBytes(32);
  const started: ChildProcess[] = [];
  try {
    await install(database.url, key);
    const env = { SLACK_SIGNING_SECRET: signingSecret, SLACK_API_URL: webApi.url };
    const echo = await start(started, ['bench/servers/bolt-echo.ts'], env);
    const ours = await start(started, ['bench/servers/companion.ts'], {
      ...env,
      SLACK_CLIENT_ID: '1.2',
      SLACK_CLIENT_SECRET: 'a-client-secret',
      SLACK_STATE_SECRET: 'a-state-secret-of-the-benchmark',
      ENCRYPTION_KEY: key.toString('hex'),
      DATABASE_URL: database.url,
      PUBLIC_URL: 'https://bench.example',
    });
    await begin(ours.door);

    const turn =
      ({ door }: Child) =>
      async (i: number): Promise<void> => {
        const { channel } = channelOf(i);
        const reply = webApi.hears(channel);
        await sent(door, mention(i, words[Math.floor(i / (workspaces * channelsEach)) % words.length] ?? ''));
        await reply;
      };
    const runs: { ours: Measured[]; echo: Measured[] } = { ours: [], echo: [] };
    let next = 0;
    const measure = async (child: Child, howMany: number): Promise<Measured> => {
      const from = next;
      next += howMany;
      const before = await child.cpuMs();
      const measured = await closedLoop(howMany, width, (i) => turn(child)(from + i));
      return { ...measured, cpuMs: ((await child.cpuMs()) - before) / howMany };
    };
    await measure(echo, 200);
    await measure(ours, 200);
    for (let round = 0; round < rounds; round++) {
      runs.echo.push(await measure(echo, turns));
      runs.ours.push(await measure(ours, turns));
    }
    return runs;
  } finally {
    for (const child of started) {
      child.kill('SIGTERM');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    }
    await webApi.close();
    await database.drop();
    await embedded?.stop();
  }

  /** The workspaces, as if each had installed the companion. */
  async function install(url: string, encryptionKey: Buffer): Promise<void> {
    await migrate({ url, log: quiet });
    const db = await openDatabase({ url, poolSize: 2, log: quiet });
    const registry = createWorkspaces({ db, secrets: createSecrets([encryptionKey]) });
    for (let n = 0; n < workspaces; n++) {
      const details = { botUserId: 'U0COMPANION', botId: 'B0COMPANION' };
      await registry.save({ platform: 'slack', key: `T${n}`, secrets: { botToken: `xoxb-T${n}` }, details });
    }
    await db.close();
  }

  /** Every channel begins its evaluation, by words alone. */
  async function begin(door: string): Promise<void> {
    for (const text of ['bonjour', 'Les Ateliers du Canal', 'insertion', 'Europe/Paris']) {
      await closedLoop(workspaces * channelsEach, 8, (i) => sent(door, mention(i, text)));
    }
  }
}

interface Child {
  door: string;
  /** Processor time of the process so far. */
  cpuMs(): Promise<number>;
}

async function start(started: ChildProcess[], args: string[], env: Record<string, string>): Promise<Child> {
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  started.push(child);
  const [said] = (await once(child, 'message')) as [{ port: number }];
  return {
    door: `http://127.0.0.1:${said.port}/slack/events`,
    async cpuMs() {
      child.send('cpu');
      const [{ cpuMs }] = (await once(child, 'message')) as [{ cpuMs: number }];
      return cpuMs;
    },
  };
}

/** The rates and times of both, as one line each, and their ratio. */
export async function reportSlack(show: (name: string, figures: Record<string, string | number>) => void): Promise<void> {
  const [, turns = '1500', rounds = '3'] = process.argv.slice(2);
  const runs = await benchSlack({ turns: Number(turns), rounds: Number(rounds), databaseUrl: process.env['BENCH_DATABASE_URL'] });
  const rounded = (value: number, digits = 1): number => Number(value.toFixed(digits));
  for (const [name, all] of [
    ['slack/bare Bolt echo', runs.echo],
    ['slack/full durable turn', runs.ours],
  ] as const) {
    show(name, {
      width,
      perSecond: rounded(median(all.map((run) => run.perSecond)), 0),
      p50ms: rounded(median(all.map((run) => run.p50))),
      p99ms: rounded(median(all.map((run) => run.p99))),
      cpuMsEach: rounded(median(all.map((run) => run.cpuMs)), 2),
      rounds: all.map((run) => rounded(run.perSecond, 0)).join(' '),
    });
  }
  show('slack/full turn over Bolt echo', {
    ratioOfRates: rounded(median(runs.ours.map((run, i) => run.perSecond / (runs.echo[i]?.perSecond ?? 1))), 2),
  });
}
