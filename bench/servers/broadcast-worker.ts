import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { readConfig } from '../../src/config.ts';
import { toCsv } from '../../src/export/csv.ts';
import { createKeeper } from '../../src/flows/broadcasts/keep-broadcasts.ts';
import { createDispatcher } from '../../src/flows/deliver-outbox.ts';
import { createHolidays } from '../../src/holidays.ts';
import { readKeptContent } from '../../src/kept-content.ts';
import { sendTo } from '../../src/platforms/platforms.ts';
import { createSlackPlatform } from '../../src/platforms/slack/slack.ts';
import { createTeamsPlatform } from '../../src/platforms/teams/teams.ts';
import { openDatabase } from '../../src/store/database.ts';
import { createSaidMessages } from '../../src/store/said-messages.ts';
import { createSecrets } from '../../src/store/secrets.ts';
import { createWorkspaces } from '../../src/store/workspaces.ts';
import { createFrames, createWording } from '../../src/wording.ts';
import { BenchLogin } from './bench-login.ts';

/** What delivers, as in the product: dispatcher, keeper of broadcasts and both platforms, without their doors. It is there to be killed. */
const { DATABASE_URL: url = '', CONNECTOR_URL: connectorUrl = '', APP_ID: appId = '' } = process.env;
const { slack, encryptionKeys } = readConfig({ ...process.env, PORT: '0' });
if (!slack) throw new Error('The settings of Slack are missing.');
const log = pino({ level: 'error' });
const clock = { now: () => new Date() };
const db = await openDatabase({ url, poolSize: 10, log });
const content = await readKeptContent('prompts', join(tmpdir(), 'vises-bench-content.json'));
const [method] = content.methods;
if (!method) throw new Error('There is no method in prompts/.');
const wording = createWording(content.phrases);
const broadcasting = { tips: content.tips[method.name] ?? [], isHoliday: createHolidays(), toCsv };
const needs = { db, clock, wording, frames: createFrames(content.valorisation), method, newId: randomUUID, log, broadcasting };

const workspaces = createWorkspaces({ db, secrets: createSecrets(encryptionKeys) });
const said = createSaidMessages({ db });
/** Nothing that is sent here brings a file. */
const files = { find: () => Promise.resolve(undefined), linkTo: () => '', offer: () => '', isOffered: () => false, days: 7 };
const receive = () => Promise.reject(new Error('Nothing arrives here.'));
const platforms = [
  createSlackPlatform({
    settings: slack,
    receive,
    files,
    workspaces,
    said,
    clock,
    log,
    phrases: (language) => wording[language],
    figures: { unrouted: () => {} },
  }),
  createTeamsPlatform({
    settings: { appId, appPassword: 'unused', appType: 'SingleTenant', tenantId: 'bench', withoutAuth: false, connectorUrl },
    receive,
    files,
    workspaces,
    said,
    wording,
    clock,
    log,
    credentials: new BenchLogin(appId),
  }),
];
const dispatcher = createDispatcher({ db, url, platforms: sendTo(platforms), clock, log });
const keeper = createKeeper(needs);
dispatcher.start();
keeper.start();
process.send?.({ port: 0 });

async function stop(): Promise<void> {
  await keeper.stop();
  await dispatcher.stop();
  await db.close();
}
process.once('SIGTERM', () => void stop().then(() => process.exit(0)));
process.once('disconnect', () => process.exit());
