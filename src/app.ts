import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { openPlatforms } from './app/platforms.ts';
import { type Config, isLoopback } from './config.ts';
import { openWritingRoom } from './app/writing.ts';
import type { Content } from './content.ts';
import { readKeptContent } from './kept-content.ts';
import type { Method } from './core/method.ts';
import { book } from './core/reading/commands/phrasebook.ts';
import { createContentFiles } from './content-files.ts';
import { makeFile } from './export/make-file.ts';
import { createDispatcher } from './flows/deliver-outbox.ts';
import { createFetcher } from './flows/files/fetch-files.ts';
import type { Needs } from './flows/needs.ts';
import { createLearner } from './flows/people/learn-people.ts';
import { receiveSafely } from './flows/receive-safely.ts';
import { createTextsInReview } from './flows/review/read-text.ts';
import { createHolidays } from './holidays.ts';
import { createKeeper } from './flows/broadcasts/keep-broadcasts.ts';
import { toCsv } from './export/csv.ts';
import { createHttp } from './http.ts';
import { moments, runByItself } from './jobs.ts';
import { createMadeFiles } from './made-files.ts';
import { createFigures } from './metrics.ts';
import { createPictures } from './pictures/pictures.ts';
import { sendTo } from './platforms/platforms.ts';
import type { Clock, Receive } from './ports.ts';
import { openDatabase, withAccess } from './store/database.ts';
import { openJobs } from './store/jobs.ts';
import { findMadeFile } from './store/made-files.ts';
import { migrate } from './store/migrate.ts';
import { nudgeFigures } from './store/nudges.ts';
import { backlog } from './store/outbox.ts';
import { createSaidMessages } from './store/said-messages.ts';
import { createSecrets } from './store/secrets.ts';
import { openServer, type Server } from './store/server.ts';
import { createWorkspaces } from './store/workspaces.ts';
import { createFrames, createWording, createWordingFor } from './wording.ts';

export interface App {
  /** Where it listens. */
  address: string;
  /** Answers what is under way, delivers what it holds, and leaves the database. */
  stop(): Promise<void>;
}

export const promptsFolder = join(import.meta.dirname, '../prompts');

/** The content; when it cannot be used, the server that was being opened is left again. */
async function readFirst(opening: Promise<Server>, dataDir: string): Promise<{ content: Content; method: Method }> {
  try {
    const content = await readKeptContent(promptsFolder, join(dataDir, 'content.json'));
    const [method] = content.methods;
    if (!method) throw new Error('There is no method in prompts/method: put back the folder of one, such as vises-1.');
    return { content, method };
  } catch (error) {
    await opening.then((server) => server.stop());
    throw error;
  }
}

/** Tokens stored under an older key of ENCRYPTION_KEY go under the newest one, so that the older can be taken out. */
async function encryptAnew(workspaces: ReturnType<typeof createWorkspaces>, log: Logger): Promise<void> {
  const { renewed, unreadable } = await workspaces.useNewestKey();
  if (renewed > 0) log.info({ workspaces: renewed }, 'Stored tokens were encrypted anew with the first key of ENCRYPTION_KEY');
  if (unreadable > 0)
    log.error(
      { workspaces: unreadable },
      'Stored tokens cannot be read with ENCRYPTION_KEY: put back the key they were stored with',
    );
}

/** What links to files are sealed with: secrets that every process of this house has. A trial without any seals for as long as it runs. */
function sealingKeys({ encryptionKeys, teams, slack }: Config): Uint8Array[] {
  if (encryptionKeys.length > 0) return encryptionKeys;
  const secrets = [teams?.appPassword, slack?.signingSecret, slack?.botToken].filter((secret) => secret);
  return secrets.length > 0 ? secrets.map((secret) => Buffer.from(secret ?? '')) : [randomBytes(32)];
}

/**
 * Puts the parts together and starts them. What is not needed to answer the first request is opened after listening. `opening`: the
 * database, which may have been waking up for a while; it is left again when the start fails.
 */
export async function startApp(
  config: Config,
  log: Logger,
  opening: Promise<Server> = openServer(config, log),
  clock: Clock = { now: () => new Date() },
): Promise<App> {
  const { content, method } = await readFirst(opening, config.dataDir);
  const server = await opening;
  const { url } = server;
  /** What has been opened, the newest first. */
  const opened = [(): Promise<void> => server.stop()];
  try {
    await migrate({ url, log });
    const db = await openDatabase({ url, poolSize: 20, log });
    opened.unshift(() => db.close());
    const wording = createWording(content.phrases);
    const isHoliday = createHolidays();
    const figures = createFigures({
      backlog: () => withAccess(db, { kind: 'dispatcher' }, (tx) => backlog(tx, clock.now())),
      nudges: () => withAccess(db, { kind: 'operator' }, (tx) => nudgeFigures(tx, clock.now())),
    });
    const jobs = openJobs({ url, log });
    const room = config.model && openWritingRoom(config.model, { jobs, prompts: content.agents, figures, clock, log });
    const needs: Needs & { log: Logger } = {
      db,
      clock,
      wording,
      frames: createFrames(content.valorisation),
      method,
      newId: randomUUID,
      pictures: createPictures(),
      isHoliday,
      broadcasting: { tips: content.tips[method.name] ?? [], isHoliday, toCsv },
      opensNetworks: config.local?.openTo.length === 0 && isLoopback(config.host),
      wordingFor: createWordingFor(content.phrases, wording),
      contentFiles: createContentFiles(promptsFolder, createWording(content.faults)),
      log,
      ...(room && { writing: room.desk }),
    };

    const receive: Receive = async (incoming) => {
      const dealt = await figures.turn(incoming.kind, () => receiveSafely(needs, incoming));
      if (dealt.fresh) {
        learner.after(incoming);
        fetcher.after(incoming);
      }
      return dealt;
    };

    const workspaces = createWorkspaces({ db, secrets: createSecrets(config.encryptionKeys) });
    if (config.encryptionKeys.length > 0) await encryptAnew(workspaces, log);
    const said = createSaidMessages({ db });
    const files = createMadeFiles({
      keys: sealingKeys(config),
      publicUrl: config.publicUrl,
      find: (id) => withAccess(db, { kind: 'dispatcher' }, (tx) => findMadeFile(tx, id)),
      wording,
      clock,
    });
    const texts = createTextsInReview({ db, clock, wording });
    const platformNeeds = { db, url, receive, workspaces, said, files, content, wording, texts, figures, clock, log };
    const platforms = await openPlatforms(config, platformNeeds);
    opened.unshift(async () => void (await Promise.all(platforms.map((platform) => platform.stop()))));
    const learner = createLearner({ ...needs, platforms });
    const fetcher = createFetcher({ ...needs, platforms });
    const dispatcher = createDispatcher({
      db,
      url,
      platforms: sendTo(platforms),
      makeFile: (recipe) => makeFile(recipe, wording),
      clock,
      log,
      figures,
    });
    const http = createHttp({
      doors: [...platforms.flatMap((platform) => platform.doors), files.door],
      host: config.host,
      port: config.port,
      log,
      figures,
      ready: () => db.ping(),
    });
    const address = await http.listen();
    dispatcher.start();
    // Before somebody waits for it.
    setImmediate(book);
    opened.unshift(() => dispatcher.stop());
    const keeper = createKeeper(needs);
    keeper.start();
    opened.unshift(() => keeper.stop());
    for (const platform of platforms) {
      platform.start?.().catch((err: unknown) => log.error({ err, platform: platform.name }, 'A platform did not start'));
    }
    const working = jobs
      .start()
      .then(() => room?.begin(needs))
      .then(() => runByItself(jobs, moments({ ...needs, platforms })))
      .catch((err: unknown) => {
        room?.stop();
        log.error({ err }, 'The job queue did not start: nothing happens by itself until the next start');
      });

    return {
      address,
      async stop() {
        await http.stop();
        await Promise.all([learner.stop(), fetcher.stop()]);
        room?.stop();
        await working;
        await jobs.stop();
        for (const close of opened) await close();
      },
    };
  } catch (error) {
    for (const close of opened) await close();
    throw error;
  }
}
