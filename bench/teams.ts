import type { ChildProcess } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createSecrets } from '../src/store/secrets.ts';
import { createWorkspaces } from '../src/store/workspaces.ts';
import { type Child, endChildren, type Show, showBeside, startChild } from './beside.ts';
import { appId, aSwiftConnector } from './teams-connector.ts';
import { closedLoop, type Measured } from './turns.ts';
import { aDatabaseOn, anEmbeddedServer, aWorldOn } from './world.ts';

/**
 * A full turn on Teams (the token checked, decided, stored, answered, the reply posted) beside the least a bot can do with Microsoft's SDK
 * (the token checked, one message posted), in turns within one run. Each is a process of its own; Teams' side is in this one. Many tenants
 * and channels, so that what Teams allows in one of them holds nothing back.
 */
const width = 32;
const tenants = 500;
const channelsEach = 4;
const channels = tenants * channelsEach;
const door = '/api/messages';
const bot = '28:bench';

/** Where an activity says to answer. Ours speaks to none but Teams' own hosts, and is led from there to this machine. */
const ofTeams = 'https://smba.trafficmanager.net/bench/';

const placeOf = (i: number) => {
  const n = i % channels;
  return { n, tenant: `tenant-${n % tenants}`, channel: `19:c${n}@thread.tacv2` };
};
const referenceOf = (tenant: string) => ({ serviceUrl: ofTeams, tenant, bot });
const samiraOf = (n: number): string => `29:samira-${n}`;

/** What people write, in turn: an answer, and now and then a question put off. Every one is a whole turn. */
const words = [
  'nous accueillons des personnes du quartier et nous cherchons avec elles',
  'pas encore',
  'environ 84 personnes en 2024',
];

let count = 0;
function mention(i: number, text: string, serviceUrl: string): string {
  const { n, tenant, channel } = placeOf(i);
  const id = String(1_600_000_000_000 + count++);
  const at = '<at>Compagnon</at>';
  return JSON.stringify({
    type: 'message',
    id,
    timestamp: new Date().toISOString(),
    channelId: 'msteams',
    serviceUrl,
    textFormat: 'plain',
    text: `${at} ${text}`,
    from: { id: samiraOf(n), name: 'Samira', aadObjectId: `aad-${n}` },
    recipient: { id: bot, name: 'Compagnon' },
    conversation: { id: `${channel};messageid=${id}`, conversationType: 'channel', tenantId: tenant, isGroup: true },
    channelData: { tenant: { id: tenant }, team: { id: channel }, channel: { id: channel } },
    entities: [{ type: 'mention', mentioned: { id: bot, name: 'Compagnon' }, text: at }],
    locale: 'fr-FR',
  });
}

async function benchTeams({ turns, rounds, databaseUrl }: { turns: number; rounds: number; databaseUrl: string | undefined }) {
  const embedded = databaseUrl === undefined ? await anEmbeddedServer() : undefined;
  const database = await aDatabaseOn(databaseUrl ?? embedded?.url ?? '');
  const connector = await aSwiftConnector();
  const started: ChildProcess[] = [];
  try {
    await begin(database.url);
    const env = { OPENID_URL: connector.openIdUrl, APP_ID: appId };
    const echo = await startChild(started, 'bench/servers/botbuilder-echo.ts', door, env);
    const ours = await startChild(started, 'bench/servers/companion-teams.ts', door, {
      ...env,
      DATABASE_URL: database.url,
      CONNECTOR_URL: connector.url,
    });
    await quietAgain();

    let next = 0;
    const measure = async (child: Child, serviceUrl: string, howMany: number): Promise<Measured> => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${connector.token(serviceUrl)}` };
      const from = next;
      next += howMany;
      const before = await child.cpuMs();
      const measured = await closedLoop(howMany, width, async (turn) => {
        const i = from + turn;
        const reply = connector.hears(placeOf(i).channel);
        const body = mention(i, words[Math.floor(i / channels) % words.length] ?? '', serviceUrl);
        const response = await fetch(child.door, { method: 'POST', headers, body });
        await response.text();
        if (response.status !== 200) throw new Error(`The door answered ${response.status}.`);
        await reply;
      });
      return { ...measured, cpuMs: ((await child.cpuMs()) - before) / howMany };
    };
    const runs: { ours: Measured[]; echo: Measured[] } = { ours: [], echo: [] };
    await measure(echo, connector.url, 200);
    await measure(ours, ofTeams, 200);
    for (let round = 0; round < rounds; round++) {
      await quietAgain();
      runs.echo.push(await measure(echo, connector.url, turns));
      runs.ours.push(await measure(ours, ofTeams, turns));
    }
    return runs;
  } finally {
    await endChildren(started);
    await connector.close();
    await database.drop();
    await embedded?.stop();
  }

  /** Everything that was to be said has been. */
  async function quietAgain(): Promise<void> {
    for (let before = -1; before !== connector.posted;) {
      before = connector.posted;
      await sleep(1500);
    }
  }

  /** The tenants, as if each had installed the companion, and in each channel a team that has begun. */
  async function begin(url: string): Promise<void> {
    const world = await aWorldOn(url, 8);
    const registry = createWorkspaces({ db: world.needs.db, secrets: createSecrets([randomBytes(32)]) });
    for (let n = 0; n < tenants; n++) {
      const { tenant } = placeOf(n);
      await registry.save({ platform: 'teams', key: tenant, secrets: {}, details: { serviceUrl: ofTeams, bot } });
    }
    await closedLoop(channels, 8, async (i) => {
      const { n, tenant, channel } = placeOf(i);
      const reference = referenceOf(tenant);
      await world.receive({
        kind: 'form',
        deliveryKey: randomUUID(),
        at: new Date(),
        channel: { platform: 'teams', workspace: tenant, key: channel },
        direct: false,
        sender: { platform: 'teams', workspace: tenant, user: samiraOf(n), name: 'Samira', language: 'fr', reference },
        reference: { ...reference, kind: 'channel', conversation: channel },
        action: 'start',
        files: [],
        fields: { structure: `Atelier ${n}`, group: 'insertion', path: 'full', language: 'fr', timezone: 'Europe/Paris' },
      });
    });
    await world.close();
  }
}

/** The rates and times of both, as one line each, and their ratio. */
export async function reportTeams(show: Show): Promise<void> {
  const [, turns = '1000', rounds = '3'] = process.argv.slice(2);
  const runs = await benchTeams({ turns: Number(turns), rounds: Number(rounds), databaseUrl: process.env['BENCH_DATABASE_URL'] });
  showBeside(show, { width, ours: ['teams/full durable turn', runs.ours], bare: ['teams/bare botbuilder echo', runs.echo] });
}
