import { createServer } from 'node:net';
import { promptsFolder } from '../app.ts';
import { type Config, readConfig, readEnvironment } from '../config.ts';
import { readContent } from '../content.ts';
import { createLog } from '../log.ts';
import { openDatabase, withAccess } from '../store/database.ts';
import { migrate } from '../store/migrate.ts';
import { backlog } from '../store/outbox.ts';
import { openServer } from '../store/server.ts';

type Finding = { ok: boolean; what: string };

const good = (what: string): Finding => ({ ok: true, what });
const bad = (what: string): Finding => ({ ok: false, what });
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** `npm run doctor`: looks at all that the product needs and says, for each thing that is wrong, the one fix. */
async function examine(): Promise<Finding[]> {
  const findings: Finding[] = [good(`Node ${process.versions.node}`)];
  let config: Config;
  try {
    config = readConfig(readEnvironment());
    findings.push(good('Settings can be used'), ...config.notices.map(good));
  } catch (error) {
    return [...findings, bad(reasonOf(error))];
  }
  try {
    const content = readContent(promptsFolder);
    findings.push(good(`Content: ${content.methods.map((method) => `${method.name} (version ${method.version})`).join(', ')}`));
  } catch (error) {
    findings.push(bad(reasonOf(error)));
  }
  findings.push(await examinePort(config), ...(await examineDatabase(config)));
  return findings;
}

/** The port is ours already when the companion runs; somebody else's otherwise. */
async function examinePort({ host, port }: Config): Promise<Finding> {
  const isFree = await new Promise<boolean>((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
  if (isFree) return good(`Port ${port} on ${host} is free`);
  const answer = await fetch(`http://${host.includes(':') ? `[${host}]` : host}:${port}/healthz`).catch(() => undefined);
  return answer?.ok
    ? good(`The companion is running on port ${port}`)
    : bad(`Port ${port} on ${host} is taken by another program: end it, or set PORT to a free one.`);
}

async function examineDatabase(config: Config): Promise<Finding[]> {
  const log = createLog('silent');
  try {
    const server = await openServer(config, log);
    try {
      const applied = await migrate({ url: server.url, log });
      const db = await openDatabase({ url: server.url, log, poolSize: 2 });
      try {
        const before = Date.now();
        const { pending, oldestDueMs } = await withAccess(db, { kind: 'dispatcher' }, (tx) => backlog(tx, new Date()));
        return [
          good(
            `Database: ${config.databaseUrl ? 'the server of DATABASE_URL' : `embedded, in ${config.dataDir}`}, answers in ${Date.now() - before} ms`,
          ),
          good(applied.length > 0 ? `Migrations: ${applied.length} were run now` : 'Migrations: up to date'),
          good('Row security holds this login, or the role it takes'),
          oldestDueMs > 15 * 60_000
            ? bad(
                `${pending} messages wait, the oldest for ${Math.round(oldestDueMs / 60_000)} minutes: is the companion running (npm start)?`,
              )
            : good(`${pending} messages wait to be said`),
        ];
      } finally {
        await db.close();
      }
    } finally {
      await server.stop();
    }
  } catch (error) {
    return [bad(reasonOf(error))];
  }
}

const findings = await examine();
for (const { ok, what } of findings) console.log(`${ok ? 'ok  ' : 'FIX '} ${what}`);
process.exitCode = findings.every(({ ok }) => ok) ? 0 : 1;
