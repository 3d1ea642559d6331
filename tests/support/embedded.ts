import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openEmbedded } from '../../src/store/embedded.ts';
import { aLog } from './log.ts';

const living = new Set<ChildProcess>();

/** Another process on the same folder. */
export interface Neighbour {
  process: ChildProcess;
  url: string;
  adopted: boolean;
  /** The last row whose storing was confirmed to it. */
  promised(): number;
  /** Sends a signal, or asks it to leave, and waits for its end. */
  end(signal?: NodeJS.Signals): Promise<void>;
}

export async function aNeighbour(dataDir: string, mode: 'idle' | 'write' | 'no-handler' = 'idle'): Promise<Neighbour> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'embedded-client.ts'), dataDir, mode], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let last = 0;
  const ready = Promise.withResolvers<{ url: string; adopted: boolean }>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const told: { url?: string; adopted?: boolean; promised?: number } = JSON.parse(line);
    if (told.promised !== undefined) last = told.promised;
    if (told.url !== undefined) ready.resolve({ url: told.url, adopted: told.adopted === true });
  });
  living.add(child);
  const gone = once(child, 'exit').finally(() => living.delete(child));
  void gone.then(([code]) => ready.reject(new Error(`The process ended with ${code} before it had a database.`)));
  const { url, adopted } = await ready.promise;
  return {
    process: child,
    url,
    adopted,
    promised: () => last,
    async end(signal) {
      if (signal) child.kill(signal);
      else child.stdin.write('stop\n');
      await gone;
    },
  };
}

/** A folder to keep data in; `remove` ends whatever server a test left on it. */
export async function aFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'vises-embedded-'));
  await chmod(path, 0o755);
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Ends what a test that failed left running on a folder: other processes, and the server. */
export async function endEverythingOn(dataDir: string): Promise<void> {
  for (const child of living) child.kill('SIGKILL');
  if (isRunning(dataDir)) await (await openEmbedded({ dataDir, log: aLog() })).stop();
}

export const isRunning = (dataDir: string): boolean => existsSync(join(dataDir, 'postgres/postmaster.pid'));

/** The number of the server's process, from its own file. */
export function serverPid(dataDir: string): number {
  return Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
}
