import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readContent } from '../src/content.ts';
import { readKeptContent } from '../src/kept-content.ts';

let folder: string;
let prompts: string;
let kept: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vises-content-'));
  prompts = join(folder, 'prompts');
  kept = join(folder, 'data', 'content.json');
  cpSync('prompts', prompts, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('content that was read before', () => {
  it('is the same as if it were read anew', async () => {
    expect(await readKeptContent(prompts, kept)).toEqual(readContent(prompts));
    utimesSync(kept, new Date(0), new Date(0));
    expect(await readKeptContent(prompts, kept)).toEqual(readContent(prompts));
    expect(statSync(kept).mtime, 'it was not written again').toEqual(new Date(0));
  });

  it('is read anew once a word of it changed, and its faults are told', async () => {
    await readKeptContent(prompts, kept);
    const file = join(prompts, 'phrases', 'fr.yaml');
    const [line, words] = /^button:\n {2}\S+: (.+)$/mu.exec(readFileSync(file, 'utf8')) ?? [];
    expect(line).toBeDefined();
    writeFileSync(file, readFileSync(file, 'utf8').replace(line ?? '', (line ?? '').replace(words ?? '', 'Tout autre chose')));
    expect(Object.values((await readKeptContent(prompts, kept)).phrases.fr)).toContain('Tout autre chose');
    writeFileSync(file, 'a: [');
    await expect(readKeptContent(prompts, kept)).rejects.toThrow(/phrases\/fr\.yaml:1/u);
  });

  it('is read anew once the words of a fault changed', async () => {
    await readKeptContent(prompts, kept);
    const file = join(prompts, 'faults', 'nl.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('dit bestand ontbreekt', 'dit bestand is er niet'));
    expect((await readKeptContent(prompts, kept)).faults.nl['file-missing.what']).toBe('dit bestand is er niet');
  });

  it('is read anew when what was kept is spoilt, and done without when it cannot be kept', async () => {
    await readKeptContent(prompts, kept);
    writeFileSync(kept, 'not json');
    expect(await readKeptContent(prompts, kept)).toEqual(readContent(prompts));
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    expect(await readKeptContent(prompts, join(file, 'content.json'))).toEqual(readContent(prompts));
  });
});
