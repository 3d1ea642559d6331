import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { aFolder } from './embedded.ts';

/** A post as the local platform's door lists it. */
export interface Listed {
  id: string;
  thread: string | null;
  from: string;
  text: string;
  kind?: string;
  about?: { text: string; remark?: string };
  actions: { id: string; label: string; value?: string }[];
  private?: boolean;
}

/** The real product in a process of its own, in a folder of its own, to be ended in any way and started again. */
export async function aProcess(settings: Record<string, string> = {}) {
  const folder = await aFolder();
  const dataDir = folder.path;
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  let said = '';

  async function start(): Promise<void> {
    const { DATABASE_URL: _, ...env } = process.env;
    child = spawn(process.execPath, ['-r', './src/node-guard.cjs', 'src/main.ts'], {
      env: { ...env, DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'warn', ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data: Buffer) => (said += data.toString()));
    for (let tries = 0; tries < 400; tries++) {
      if (child.exitCode !== null) throw new Error(`The companion ended while starting:\n${said}`);
      if (
        await fetch(`${base}/readyz`).then(
          (answer) => answer.ok,
          () => false,
        )
      )
        return;
      await sleep(50);
    }
    throw new Error(`The companion did not become ready:\n${said}`);
  }

  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const ending = child;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    await new Promise((done) => {
      ending.once('exit', done);
      ending.kill(signal);
    });
  }

  const call = async (method: string, path: string, body?: object): Promise<{ status: number; json: unknown }> => {
    const answer = await fetch(`${base}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, json: text === '' ? undefined : JSON.parse(text) };
  };

  return {
    base,
    dataDir,
    start,
    end,
    call,
    /** What it wrote on its output so far. */
    said: () => said,
    list: async (channel: string, person: string): Promise<Listed[]> =>
      (await call('GET', `/local/messages?channel=${channel}&person=${encodeURIComponent(person)}`)).json as Listed[],
    async remove(): Promise<void> {
      await end('SIGTERM');
      await folder.remove();
    },
  };
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
