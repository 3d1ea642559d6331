import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '../../src/core/language.ts';
import { heard } from '../support/reading.ts';

type Json = Record<string, unknown>;
const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const recordsOf = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isRecord) : []);

const root = join(import.meta.dirname, '../..');
const appId = '3f2b7c1e-0000-4aaa-8bbb-123456789abc';
const settings = { MICROSOFT_APP_ID: appId, PUBLIC_URL: 'https://vises.example.org' };

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'teams-package-'))));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command as `npm run` does, with these settings and none of the machine's own. */
function pack(env: Record<string, string>, ...options: string[]): Promise<{ code: number; said: string; complained: string }> {
  const args = ['-r', './src/node-guard.cjs', 'src/commands/teams-package.ts', ...options];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: root, env: { PATH: process.env['PATH'], ...env } }, (error, said, complained) => {
      resolve({ code: error ? Number(error.code) : 0, said, complained });
    });
  });
}

async function packed(...options: string[]) {
  const out = join(folder, 'package.zip');
  expect(await pack(settings, '--out', out, ...options)).toMatchObject({ code: 0, complained: '' });
  const zip = await JSZip.loadAsync(readFileSync(out));
  const read = async (name: string): Promise<Buffer> => Buffer.from((await zip.file(name)?.async('uint8array')) ?? []);
  const json = async (name: string): Promise<Json> => JSON.parse((await read(name)).toString()) as Json;
  return { names: Object.keys(zip.files).toSorted(), read, json };
}

/** How long each text may be: https://learn.microsoft.com/microsoft-365/extensibility/schema and the localization schema beside it. */
const longest: [RegExp, number][] = [
  [/^name\.short$/, 30],
  [/^name\.full$/, 100],
  [/^description\.short$/, 80],
  [/^description\.full$/, 4000],
  [/^developer\.name$/, 32],
  [/^bots\[0\]\.commandLists\[[0-2]\]\.commands\[[0-9]\]\.title$/, 32],
  [/^bots\[0\]\.commandLists\[[0-2]\]\.commands\[[0-9]\]\.description$/, 128],
];

/** The texts of a manifest by the path under which another language puts its own. */
function texts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((each, index) => texts(each, `${path}[${index}]`));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([name, held]) => texts(held, path === '' ? name : `${path}.${name}`));
}
const localizable = (path: string): boolean => path !== 'developer.name' && longest.some(([pattern]) => pattern.test(path));

describe('the package for Teams', () => {
  it('holds the manifest, both other languages and both icons, and nothing else', async () => {
    const { names } = await packed();
    expect(names).toEqual(['color.png', 'en.json', 'manifest.json', 'nl.json', 'outline.png']);
  });

  it('is filled with this installation and leaves no place open', async () => {
    const manifest = await (await packed('--version', '1.2.3', '--developer', 'Fédération "A" & B')).json('manifest.json');
    expect(manifest).toMatchObject({
      manifestVersion: '1.30',
      version: '1.2.3',
      id: appId,
      developer: {
        name: 'Fédération "A" & B',
        websiteUrl: 'https://vises.example.org',
        privacyUrl: 'https://vises.example.org/',
      },
      validDomains: ['vises.example.org'],
      supportsChannelFeatures: 'tier1',
      webApplicationInfo: { id: appId },
      localizationInfo: { defaultLanguageTag: 'fr' },
    });
    expect(JSON.stringify(manifest)).not.toContain('{{');
    const [bot, ...others] = recordsOf(manifest['bots']);
    expect(others).toEqual([]);
    expect(bot).toMatchObject({
      botId: appId,
      scopes: ['personal', 'team', 'groupChat'],
      supportsFiles: true,
      supportsTargetedMessages: true,
    });
  });

  it('asks to read every message only where nobody chose otherwise', async () => {
    const permissions = {
      permissions: {
        resourceSpecific: [
          { name: 'ChannelMessage.Read.Group', type: 'Application' },
          { name: 'ChatMessage.Read.Chat', type: 'Application' },
        ],
      },
    };
    expect((await (await packed()).json('manifest.json'))['authorization']).toEqual(permissions);
    const without = await (await packed('--mentions-only')).json('manifest.json');
    expect([without['authorization'], without['webApplicationInfo']]).toEqual([undefined, undefined]);
  });

  it('keeps every text as short as Teams wants it, in three languages, each as complete as the others', async () => {
    const { json } = await packed();
    const manifest = await json('manifest.json');
    const inFrench = texts(manifest);
    const files = isRecord(manifest['localizationInfo']) ? recordsOf(manifest['localizationInfo']['additionalLanguages']) : [];
    expect(files).toEqual([
      { languageTag: 'nl', file: 'nl.json' },
      { languageTag: 'en', file: 'en.json' },
    ]);
    const keys = inFrench.map(([path]) => path).filter(localizable);
    expect(keys.length).toBeGreaterThan(20);
    for (const { file } of files) {
      const { $schema, ...own } = await json(String(file));
      expect($schema).toMatch(/v1\.30\/MicrosoftTeams\.Localization\.schema\.json$/);
      expect(Object.keys(own).toSorted()).toEqual(keys.toSorted());
      inFrench.push(...Object.entries(own).map(([path, text]): [string, string] => [path, String(text)]));
    }
    for (const [path, text] of inFrench) {
      const [, most] = longest.find(([pattern]) => pattern.test(path)) ?? [];
      if (most === undefined) continue;
      expect(text.trim(), path).not.toBe('');
      expect(text.length, `${path}: ${text}`).toBeLessThanOrEqual(most);
    }
  });

  it('offers slash commands where Teams has them, and each is understood as what it says', async () => {
    const { json } = await packed();
    const manifest = await json('manifest.json');
    const [bot] = recordsOf(manifest['bots']);
    const lists = recordsOf(bot?.['commandLists']);
    expect(lists.map(({ scopes, triggers }) => ({ scopes, triggers }))).toEqual([
      { scopes: ['team', 'groupChat'], triggers: ['slash', 'mention'] },
      { scopes: ['personal'], triggers: ['mention'] },
    ]);
    const meant = ['start', 'status', 'next', 'not-yet', 'pause', 'resume', 'recap', 'help'];
    const others = { nl: await json('nl.json'), en: await json('en.json') };
    for (const language of languages) {
      const titles = recordsOf(lists[0]?.['commands']).map((command, index) =>
        String(language === 'fr' ? command['title'] : others[language][`bots[0].commandLists[0].commands[${index}].title`]),
      );
      expect(titles.map((title) => heard(language, 'need-addressed', title))).toEqual(meant);
    }
  });

  it('has icons of the right size, the outline in white on nothing', async () => {
    const { read } = await packed();
    const color = decode(await read('color.png'));
    expect([color.width, color.height]).toEqual([192, 192]);
    expect(color.pixels.filter(({ alpha }) => alpha < 255)).toEqual([]);
    const outline = decode(await read('outline.png'));
    expect([outline.width, outline.height]).toEqual([32, 32]);
    expect(outline.pixels.some(({ alpha }) => alpha === 0) && outline.pixels.some(({ alpha }) => alpha === 255)).toBe(true);
    for (const { alpha, red, green, blue } of outline.pixels)
      if (alpha === 255) expect([red, green, blue]).toEqual([255, 255, 255]);
  });

  it('is not made without its settings, and the reason names each', async () => {
    const out = join(folder, 'none.zip');
    const refused = await pack(
      { PUBLIC_URL: 'http://localhost:3000', MICROSOFT_APP_ID: 'mine' },
      '--out',
      out,
      '--version',
      '1.0',
    );
    expect(refused.code).toBe(1);
    expect(refused.complained).toMatch(/MICROSOFT_APP_ID: .*\n.*PUBLIC_URL: .*\n(?:.*\n)*.*--version: /);
    expect(() => readFileSync(out)).toThrow('ENOENT');
  });
});

interface Pixel {
  red: number;
  green: number;
  blue: number;
  alpha: number;
}

/** A PNG of eight bits a channel, without interlacing. */
function decode(png: Buffer): { width: number; height: number; pixels: Pixel[] } {
  expect(png.subarray(0, 8).toString('latin1')).toBe('\u0089PNG\r\n\u001a\n');
  const data: Buffer[] = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const [width, height, channels] = [png.readUInt32BE(16), png.readUInt32BE(20), png[25] === 6 ? 4 : 3];
  expect([png[24], png[28], [2, 6].includes(png[25] ?? 0)]).toEqual([8, 0, true]);
  const raw = inflateSync(Buffer.concat(data));
  const line = width * channels;
  const bytes = Buffer.alloc(line * height);
  const get = (x: number, y: number): number => (x < 0 || y < 0 ? 0 : (bytes[y * line + x] ?? 0));
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (line + 1)] ?? 0;
    for (let x = 0; x < line; x++) {
      const [left, up, corner] = [
        x < channels ? 0 : get(x - channels, y),
        get(x, y - 1),
        x < channels ? 0 : get(x - channels, y - 1),
      ];
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      bytes[y * line + x] = ((raw[y * (line + 1) + 1 + x] ?? 0) + guess) & 255;
    }
  }
  const pixels = Array.from({ length: width * height }, (_, index): Pixel => {
    const [red = 0, green = 0, blue = 0, alpha = 255] = bytes.subarray(index * channels, (index + 1) * channels);
    return { red, green, blue, alpha };
  });
  return { width, height, pixels };
}

function paeth(left: number, up: number, corner: number): number {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
