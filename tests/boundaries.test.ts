import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Who may import whom, and which packages are at home where. The first line that fits a file counts. */
const rules: { of: string; ours: string[]; packages: string[] }[] = [
  { of: 'core/', ours: ['core/'], packages: [] },
  { of: 'store/', ours: ['core/', 'store/'], packages: ['kysely', 'kysely/migration', 'pg', 'pg-boss', 'pino'] },
  { of: 'export/', ours: ['core/', 'export/'], packages: ['docx', 'diff', 'csv-stringify/sync'] },
  { of: 'holidays.ts', ours: ['core/'], packages: ['date-holidays'] },
  { of: 'pictures/', ours: ['core/', 'pictures/'], packages: ['@resvg/resvg-js'] },
  { of: 'wording.ts', ours: ['core/'], packages: ['intl-messageformat'] },
  { of: 'content/', ours: ['core/', 'content/'], packages: ['js-yaml', 'yaml', 'zod'] },
  { of: 'content.ts', ours: ['core/', 'content/', 'wording.ts'], packages: ['yaml', 'zod'] },
  { of: 'kept-content.ts', ours: ['content.ts'], packages: [] },
  { of: 'content-files.ts', ours: ['core/', 'ports.ts', 'content-check.ts'], packages: ['jszip'] },
  { of: 'content-check.ts', ours: ['core/', 'content.ts', 'ports.ts'], packages: ['jszip'] },
  { of: 'config/', ours: ['config/'], packages: [] },
  { of: 'config.ts', ours: ['core/', 'config/', 'log.ts'], packages: ['zod'] },
  { of: 'log.ts', ours: [], packages: ['pino'] },
  { of: 'metrics.ts', ours: [], packages: ['prom-client'] },
  { of: 'http.ts', ours: ['ports.ts'], packages: [] },
  { of: 'made-files.ts', ours: ['core/', 'ports.ts'], packages: [] },
  { of: 'ports.ts', ours: ['core/'], packages: [] },
  { of: 'flows/', ours: ['core/', 'store/', 'flows/', 'ports.ts'], packages: ['pino'] },
  { of: 'jobs.ts', ours: ['core/', 'store/', 'flows/', 'ports.ts'], packages: [] },
  { of: 'platforms/platforms.ts', ours: ['core/', 'ports.ts'], packages: [] },
  { of: 'platforms/local/', ours: ['core/', 'ports.ts', 'platforms/local/'], packages: ['zod', 'lit-html'] },
  {
    of: 'platforms/slack/',
    ours: ['core/', 'ports.ts', 'platforms/slack/'],
    packages: ['zod', '@slack/bolt', '@slack/web-api', '@slack/oauth', '@slack/socket-mode', '@slack/types'],
  },
  {
    of: 'platforms/teams/',
    ours: ['core/', 'ports.ts', 'platforms/teams/'],
    packages: ['zod', 'botbuilder', 'botframework-connector', 'botframework-schema', 'adaptivecards'],
  },
  { of: 'agents/', ours: ['core/', 'ports.ts', 'agents/'], packages: ['zod', '@mastra/core', 'cockatiel', 'openai'] },
];

/** These put the parts together, so they may import everything. */
const assemblers = ['app.ts', 'main.ts', 'app/', 'commands/', 'doctor/', 'play/'];

interface Import {
  file: string;
  target: string;
}

const files = globSync('**/*.ts', { cwd: 'src' }).map((file) => file.replaceAll('\\', '/'));

const imports: Import[] = files.flatMap((file) =>
  [
    ...readFileSync(join('src', file), 'utf8').matchAll(
      /(?:^|\n)(?:import|export)\b[^'";]*?from\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/g,
    ),
  ].map((found) => ({
    file,
    target: found[1] ?? found[2] ?? '',
  })),
);

const ruleOf = (file: string) => rules.find(({ of }) => file === of || (of.endsWith('/') && file.startsWith(of)));
const isAssembler = (file: string): boolean =>
  assemblers.some((each) => file === each || (each.endsWith('/') && file.startsWith(each)));

describe('the folders', () => {
  it('keep to who may import whom', () => {
    const broken = imports.filter(({ file, target }) => {
      if (!target.startsWith('.') || isAssembler(file)) return false;
      const path = normalize(join(dirname(file), target)).replaceAll('\\', '/');
      return !ruleOf(file)?.ours.some((each) => path === each || (each.endsWith('/') && path.startsWith(each)));
    });
    expect(broken).toEqual([]);
  });

  it('keep each package at home', () => {
    const broken = imports.filter(({ file, target }) => {
      if (target.startsWith('.') || target.startsWith('node:') || isAssembler(file)) return false;
      return !ruleOf(file)?.packages.some((each) => target === each || target.startsWith(`${each}/`));
    });
    expect(broken).toEqual([]);
  });

  it('have a rule for every file', () => {
    expect(files.filter((file) => !ruleOf(file) && !isAssembler(file))).toEqual([]);
    expect(imports.length).toBeGreaterThan(100);
  });

  it('never reach for the clock where time is an argument', () => {
    const clocks = files
      .filter((file) => file.startsWith('core/') || file.startsWith('flows/'))
      .filter((file) => /\bnew Date\(\)|\bDate\.now\(\)|\bMath\.random\(\)/.test(readFileSync(join('src', file), 'utf8')));
    expect(clocks).toEqual([]);
  });
});
