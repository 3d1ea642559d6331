import { randomBytes, randomUUID } from 'node:crypto';
import { readContent } from '../../src/content.ts';
import { createDispatcher } from '../../src/flows/deliver-outbox.ts';
import { createLearner } from '../../src/flows/people/learn-people.ts';
import { receiveSafely } from '../../src/flows/receive-safely.ts';
import { createHttp } from '../../src/http.ts';
import { createMadeFiles } from '../../src/made-files.ts';
import { createFigures } from '../../src/metrics.ts';
import { createTeamsPlatform } from '../../src/platforms/teams/teams.ts';
import type { Platform } from '../../src/ports.ts';
import { openDatabase } from '../../src/store/database.ts';
import { createSaidMessages } from '../../src/store/said-messages.ts';
import { createSecrets } from '../../src/store/secrets.ts';
import { createWorkspaces } from '../../src/store/workspaces.ts';
import { createFrames, createWording } from '../../src/wording.ts';
import { quiet } from '../world.ts';
import { BenchLogin } from './bench-login.ts';
import { tellCpu } from './cpu.ts';

/** The product's own parts put together as `app.ts` does, but for Microsoft's login and addresses, which no setting can move. */
const { DATABASE_URL: url = '', OPENID_URL: openIdUrl = '', CONNECTOR_URL: connectorUrl = '', APP_ID: appId = '' } = process.env;
const log = quiet;
const clock = { now: () => new Date() };
const db = await openDatabase({ url, poolSize: 20, log });
const content = readContent('prompts');
const [method] = content.methods;
if (!method) throw new Error('There is no method in prompts/.');
const wording = createWording(content.phrases);
const needs = { db, clock, wording, frames: createFrames(content.valorisation), method, newId: randomUUID, log };
const figures = createFigures({ backlog: () => Promise.reject(new Error('Not measured.')) });

const platform: Platform = createTeamsPlatform({
  settings: {
    appId,
    appPassword: 'unused',
    appType: 'SingleTenant',
    tenantId: 'bench',
    withoutAuth: false,
    openIdUrl,
    connectorUrl,
  },
  async receive(incoming) {
    const dealt = await figures.turn(incoming.kind, () => receiveSafely(needs, incoming));
    if (dealt.fresh) learner.after(incoming);
    return dealt;
  },
  workspaces: createWorkspaces({ db, secrets: createSecrets([randomBytes(32)]) }),
  said: createSaidMessages({ db }),
  files: createMadeFiles({
    keys: [randomBytes(32)],
    publicUrl: 'https://bench.example',
    find: async () => undefined,
    wording,
    clock,
  }),
  wording,
  clock,
  log,
  credentials: new BenchLogin(appId),
});
const learner = createLearner({ ...needs, platforms: [platform] });
const dispatcher = createDispatcher({ db, url, platforms: platform, clock, log, figures });
const http = createHttp({ doors: platform.doors, host: '127.0.0.1', port: 0, log, figures, ready: () => db.ping() });
const address = await http.listen();
await platform.start?.();
dispatcher.start();
tellCpu();
process.send?.({ port: Number(new URL(address).port) });

async function stop(): Promise<void> {
  await http.stop();
  await learner.idle();
  await dispatcher.stop();
  await platform.stop();
  await db.close();
}
process.once('SIGTERM', () => void stop().then(() => process.exit(0)));
