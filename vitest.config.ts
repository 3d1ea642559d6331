import './src/node-guard.cjs';
import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';

/** Long runs. What they hold is held in short by the tests beside them. */
const long = [
  'tests/flows/nudging/nine-months.test.ts',
  'tests/process/broadcast.test.ts',
  'tests/process/nudges-killed.test.ts',
];

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Nine months of thirty teams, and processes killed over and over, take minutes: they run with `npm run torture`.
    exclude: [...configDefaults.exclude, ...(process.env['TORTURE'] ? [] : long)],
    globalSetup: ['tests/support/global-setup.ts'],
    setupFiles: ['tests/support/each-file.ts'],
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Most tests wait for a database, a browser or a process more than they compute.
    maxWorkers: Math.max(3, availableParallelism() - 1),
  },
});
