import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Measured, median } from './turns.ts';

/** A server that is measured, as a process of its own. */
export interface Child {
  door: string;
  /** Processor time of the process so far. */
  cpuMs(): Promise<number>;
}

/** Prints the figures of one measurement. */
export type Show = (name: string, figures: Record<string, string | number>) => void;

/** Starts one as the product starts, what was compiled once being kept. It says on which port it listens, and is noted in `started`, to be ended. */
export async function startChild(
  started: ChildProcess[],
  file: string,
  path: string,
  env: Record<string, string>,
): Promise<Child> {
  const child = spawn(process.execPath, ['-r', './src/node-guard.cjs', file], {
    env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  started.push(child);
  const [said] = (await Promise.race([once(child, 'message'), failing(child, file)])) as [{ port: number }];
  return {
    door: `http://127.0.0.1:${said.port}${path}`,
    async cpuMs() {
      child.send('cpu');
      const [{ cpuMs }] = (await once(child, 'message')) as [{ cpuMs: number }];
      return cpuMs;
    },
  };
}

async function failing(child: ChildProcess, file: string): Promise<never> {
  await once(child, 'exit');
  throw new Error(`${file} ended before it listened.`);
}

export async function endChildren(started: readonly ChildProcess[]): Promise<void> {
  for (const child of started) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  }
}

type Runs = [name: string, runs: Measured[]];

/** The rates and times of both, as one line each, and the ratio of rates taken round by round. */
export function showBeside(show: Show, { width, ours, bare }: { width: number; ours: Runs; bare: Runs }): void {
  const rounded = (value: number, digits = 1): number => Number(value.toFixed(digits));
  for (const [name, runs] of [bare, ours]) {
    show(name, {
      width,
      perSecond: rounded(median(runs.map((run) => run.perSecond)), 0),
      p50ms: rounded(median(runs.map((run) => run.p50))),
      p99ms: rounded(median(runs.map((run) => run.p99))),
      cpuMsEach: rounded(median(runs.map((run) => run.cpuMs)), 2),
      rounds: runs.map((run) => rounded(run.perSecond, 0)).join(' '),
    });
  }
  show(`${ours[0]} over ${bare[0]}`, {
    ratioOfRates: rounded(median(ours[1].map((run, i) => run.perSecond / (bare[1][i]?.perSecond ?? 1))), 2),
  });
}
