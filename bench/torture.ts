/** `npm run torture`: the runs that are too long for the suite. Kills a process fifty times in the middle of its nudges. */
import { spawnSync } from 'node:child_process';

const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', 'tests/process/nudges-killed.test.ts'], {
  stdio: 'inherit',
  env: { ...process.env, TORTURE: 'yes', TORTURE_KILLS: process.env['TORTURE_KILLS'] ?? '50' },
});
process.exitCode = status ?? 1;
