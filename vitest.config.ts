import './src/node-guard.cjs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Nine months of thirty teams take two minutes: they run with `npm run torture`.
    exclude: process.env['TORTURE'] ? [] : ['tests/flows/nudging/nine-months.test.ts'],
    globalSetup: ['tests/support/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Most tests wait for a database, a browser or a process more than they compute.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
