import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { folder as fixtures } from '../support/grounding.ts';

const run = promisify(execFile);
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check-sentences-test-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

async function check(...args: string[]): Promise<Outcome> {
  try {
    const { stdout, stderr } = await run(process.execPath, ['src/commands/check-sentences.ts', ...args], {
      maxBuffer: 64 * 1024 * 1024,
    });
    return { code: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as Outcome;
    return { code, stdout, stderr };
  }
}

const material = (id: string): string => join(fixtures, 'materials', `${id}.json`);

async function aFile(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const line = (id: string, sentence: string, more: object = {}): string =>
  JSON.stringify({ id, lang: 'fr', material: 'ateliers', output: 'annual-report', sentence, supports: ['key-figures'], ...more });

const faithful = line('a', 'Onze salariées sur quatorze disent faire au moins une démarche seules.', { note: 'ignored' });
const altered = line('b', 'Douze salariées sur quatorze disent faire au moins une démarche seules.');

describe('check-sentences', () => {
  it('writes a verdict a line, in the order of the sentences', async () => {
    const sentences = await aFile('s.jsonl', `\uFEFF${faithful}\r\n\n${altered}\n`);
    const out = join(folder, 'v.jsonl');
    const { code, stdout } = await check('--material', material('ateliers'), '--sentences', sentences, '--out', out);
    expect(code).toBe(0);
    expect(stdout).toContain('2 sentences were checked: 1 green, 0 amber, 1 red');
    const verdicts = (await readFile(out, 'utf8'))
      .trim()
      .split('\n')
      .map((each): unknown => JSON.parse(each));
    expect(verdicts).toEqual([
      { id: 'a', verdict: 'green', reasons: [] },
      { id: 'b', verdict: 'red', reasons: [{ code: 'figure', span: 'Douze', why: expect.stringMatching(/\.$/) as string }] },
    ]);
  });

  it('takes several materials and prints where no file is named', async () => {
    const dutch = line('c', 'Vier van de vijf bewoners kennen hun buren.', { lang: 'nl', material: 'schakel' });
    const sentences = await aFile('s.jsonl', `${faithful}\n${dutch}\n`);
    const { code, stdout } = await check(
      '--material',
      material('ateliers'),
      '--material',
      material('schakel'),
      '--sentences',
      sentences,
    );
    expect(code).toBe(0);
    expect(
      stdout
        .trim()
        .split('\n')
        .map((each) => (JSON.parse(each) as { verdict: string }).verdict),
    ).toEqual(['green', 'red']);
  });

  it('names the file and the line of what it cannot use, and writes nothing', async () => {
    const wrongOutput = line('d', 'Onze.', { output: 'poem' });
    const sentences = await aFile(
      's.jsonl',
      `${faithful}\nnot json\n${line('e', 'Onze.', { supports: 'key-figures' })}\n${wrongOutput}\n${line('f', 'Onze.', { material: 'other' })}\n`,
    );
    const out = join(folder, 'v.jsonl');
    const { code, stderr } = await check('--material', material('ateliers'), '--sentences', sentences, '--out', out);
    expect(code).toBe(1);
    expect(stderr).toContain(`${sentences} line 2: it is no JSON`);
    expect(stderr).toContain(`${sentences} line 3: supports must be a list of question ids`);
    expect(stderr).toContain(`${sentences} line 4: output is "poem": it must be one of annual-report`);
    expect(stderr).toContain(`${sentences} line 5: material is "other": it must be one of ateliers`);
    expect(stderr).not.toContain('line 1:');
    expect(existsSync(out)).toBe(false);
    expect(readdirSync(folder)).toEqual(['s.jsonl']);
  });

  it('names the line of a fault in the answers', async () => {
    const sentences = await aFile('s.jsonl', faithful);
    const broken = await aFile('m.json', '{\n  "id": "m",\n  "lang": "fr",\n  oops\n}');
    expect((await check('--material', broken, '--sentences', sentences)).stderr).toContain(`${broken} line 4: it is no JSON`);
    const wrong = await aFile(
      'n.json',
      '{\n  "id": "n",\n  "lang": "de",\n  "enterprise": { "name": "N" },\n  "answers": {\n    "testimonies": { "type": "list", "items": [\n      { "id": "t", "consent": "maybe" } ] }\n  }\n}',
    );
    const { code, stderr } = await check('--material', wrong, '--sentences', sentences);
    expect(code).toBe(1);
    expect(stderr).toContain(`${wrong} line 3: lang must be one of fr, nl, en`);
    expect(stderr).toContain(`${wrong} line 7: answers.testimonies.items`);
  });

  it('says what is missing', async () => {
    expect((await check()).stderr).toContain('Name the answers and the sentences.');
    const absent = join(folder, 'absent.jsonl');
    expect((await check('--material', material('ateliers'), '--sentences', absent)).stderr).toContain(
      `There is no file ${absent}.`,
    );
    const sentences = await aFile('s.jsonl', faithful);
    const twice = await check('--material', material('ateliers'), '--material', material('ateliers'), '--sentences', sentences);
    expect(twice.stderr).toContain('are both named "ateliers"');
  });

  it('reads many sentences one at a time', async () => {
    const sentences = await aFile('s.jsonl', `${faithful}\n`.repeat(4000));
    const out = join(folder, 'v.jsonl');
    const { stdout } = await check('--material', material('ateliers'), '--sentences', sentences, '--out', out);
    expect(stdout).toContain('4000 sentences were checked: 4000 green');
    expect((await readFile(out, 'utf8')).trim().split('\n')).toHaveLength(4000);
  });
});
