import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { type Content, readContent } from './content.ts';
import type { Method } from './core/method.ts';
import { createDispatcher } from './flows/deliver-outbox.ts';
import { createFetcher } from './flows/files/fetch-files.ts';
import type { Needs } from './flows/needs.ts';
import { createLearner } from './flows/people/learn-people.ts';
import { receiveSafely } from './flows/receive-safely.ts';
import { createHttp } from './http.ts';
import { moments, runByItself } from './jobs.ts';
import { createFigures } from './metrics.ts';
import { createLocalPlatform } from './platforms/local/local.ts';
import { sendTo } from './platforms/platforms.ts';
import type { Clock, Platform, Receive } from './ports.ts';
import { openDatabase, withAccess } from './store/database.ts';
import { openJobs } from './store/jobs.ts';
import { createLocalPosts } from './store/local-posts.ts';
import { migrate } from './store/migrate.ts';
import { backlog } from './store/outbox.ts';
import { openServer, type Server } from './store/server.ts';
import { createWording } from './wording.ts';

export interface App {
  /** Where it listens. */
  address: string;
  /** Answers what is under way, delivers what it holds, and leaves the database. */
  stop(): Promise<void>;
}

export const promptsFolder = join(import.meta.dirname, '../prompts');

/** The content; when it cannot be used, the server that was being opened is left again. */
async function readFirst(opening: Promise<Server>): Promise<{ content: Content; method: Method }> {
  try {
    const content = readContent(promptsFolder);
    const [method] = content.methods;
    if (!method) throw new Error('There is no method in prompts/method: put back the folder of one, such as vises-1.');
    return { content, method };
  } catch (error) {
    await opening.then((server) => server.stop());
    throw error;
  }
}

/** Puts the parts together and starts them. What is not needed to answer the first request is opened after listening. */
export async function startApp(config: Config, log: Logger, clock: Clock = { now: () => new Date() }): Promise<App> {
  // The database wakes while the content is read.
  const opening = openServer(config, log);
  const { content, method } = await readFirst(opening);
  const server = await opening;
  const { url } = server;
  await migrate({ url, log });
  const db = await openDatabase({ url, poolSize: 20, log });
  const needs: Needs & { log: Logger } = { db, clock, wording: createWording(content.phrases), method, newId: randomUUID, log };

  const figures = createFigures({ backlog: () => withAccess(db, { kind: 'dispatcher' }, (tx) => backlog(tx, clock.now())) });
  const receive: Receive = async (incoming) => {
    const dealt = await figures.turn(incoming.kind, () => receiveSafely(needs, incoming));
    if (dealt.fresh) {
      learner.after(incoming);
      fetcher.after(incoming);
    }
    return dealt;
  };

  const platforms: Platform[] = [
    createLocalPlatform({
      memory: createLocalPosts({ db, url, log }),
      receive,
      clock,
      log,
      phrases: content.phrases,
      hosts: config.local.openTo,
    }),
  ];
  const learner = createLearner({ ...needs, platforms });
  const fetcher = createFetcher({ ...needs, platforms });
  const dispatcher = createDispatcher({ db, url, platforms: sendTo(platforms), clock, log, figures });
  const http = createHttp({
    doors: platforms.flatMap((platform) => platform.doors),
    host: config.host,
    port: config.port,
    log,
    figures,
    ready: () => db.ping(),
  });
  const address = await http.listen();
  dispatcher.start();
  const jobs = openJobs({ url, log });
  const working = jobs
    .start()
    .then(() => runByItself(jobs, moments({ ...needs, platforms })))
    .catch((err: unknown) => log.error({ err }, 'The job queue did not start: nothing happens by itself until the next start'));

  return {
    address,
    async stop() {
      await http.stop();
      await Promise.all([learner.idle(), fetcher.idle()]);
      await working;
      await jobs.stop();
      await dispatcher.stop();
      await Promise.all(platforms.map((platform) => platform.stop()));
      await db.close();
      await server.stop();
    },
  };
}
