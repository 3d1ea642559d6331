import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { dirname, join } from 'node:path';
import type { Language } from '../../core/language.ts';
import { typeset } from '../../core/typography.ts';
import type { Exchange } from './exchange.ts';
import { limits } from './limits.ts';
import { Refusal } from './refusal.ts';

/** Phrases by language and flat key. The page takes those that begin with `page.`. */
export type Phrases = Record<Language, Record<string, string>>;

interface Asset {
  type: string;
  body: string;
  etag: string;
}

const pageFolder = join(import.meta.dirname, 'page');
const coreFolder = join(import.meta.dirname, '../../core');
/** Node is given the build in `node/`; browsers take the one beside it. */
const litFolder = join(dirname(createRequire(import.meta.url).resolve('lit-html')), '..');

/** Scripts and styles come from here and nowhere else, and nothing a person wrote can become a script or a style. */
const contentSecurity = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

const pageHeaders = {
  'cache-control': 'no-cache',
  'content-security-policy': contentSecurity,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** Serves the page and its parts, each prepared when first asked for. The page runs as written: types are taken out, nothing is built. */
export function createAssets(phrases: Phrases) {
  const prepared = new Map<string, Promise<Asset>>();

  function prepare(key: string, make: () => Promise<Omit<Asset, 'etag'>>): Promise<Asset> {
    const known = prepared.get(key);
    if (known) return known;
    const asset = make().then((made) => ({
      ...made,
      etag: `"${createHash('sha256').update(made.body).digest('base64url').slice(0, 22)}"`,
    }));
    prepared.set(key, asset);
    asset.catch(() => prepared.delete(key));
    return asset;
  }

  return {
    async sendPage(exchange: Exchange): Promise<void> {
      const language = exchange.language ?? 'fr';
      send(exchange, await prepare(`page ${language}`, () => makePage(language)), { vary: 'accept-language' });
    },

    /** `path` is what follows `/local/page/`. */
    async sendAsset(exchange: Exchange, path: string): Promise<void> {
      const make = findMaker(path);
      if (!make) throw new Refusal(404, 'address');
      const asset = await prepare(path, make).catch((error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw new Refusal(404, 'address');
        throw error;
      });
      send(exchange, asset, {});
    },
  };

  /** The phrases travel in the page itself, so that it speaks from its first moment, and changes language without asking. */
  async function makePage(language: Language): Promise<Omit<Asset, 'etag'>> {
    const template = await readFile(join(pageFolder, 'index.html'), 'utf8');
    const ours = Object.fromEntries(
      Object.entries(phrases).map(([name, all]) => [
        name,
        Object.fromEntries(Object.entries(all).filter(([key]) => key.startsWith('page.'))),
      ]),
    );
    const data = JSON.stringify({
      language,
      phrases: ours,
      limits: { files: limits.files, filesBytes: limits.filesBytes },
    }).replaceAll('<', String.raw`\u003c`);
    const body = template.replaceAll(/%(\w[\w.-]*)%/g, (_, key: string) => {
      if (key === 'data') return data;
      if (key === 'language') return language;
      return escapeHtml(typeset(language, phrases[language][`page.${key}`] ?? key));
    });
    return { type: 'text/html; charset=utf-8', body };
  }
}

/** The parts of the core that run in the browser too. */
const sharedCore = new Set(['typography.ts', 'language.ts']);

/** A fixed shape of paths, so that none leads out of its folder. */
function findMaker(path: string): (() => Promise<Omit<Asset, 'etag'>>) | undefined {
  const lit = /^lit-html\/((?:directives\/)?[a-z-]+\.js)$/.exec(path)?.[1];
  if (lit) return async () => ({ type: script, body: await readScript(join(litFolder, lit)) });
  if (!/^(?:[a-z-]+\/)?[a-z-]+\.(?:ts|css|svg)$/.test(path)) return undefined;
  const shared = path.startsWith('core/') ? path.slice('core/'.length) : undefined;
  if (shared !== undefined && !sharedCore.has(shared)) return undefined;
  const file = shared === undefined ? join(pageFolder, path) : join(coreFolder, shared);
  if (path.endsWith('.ts')) return async () => ({ type: script, body: stripTypeScriptTypes(await readScript(file)) });
  const type = path.endsWith('.css') ? 'text/css; charset=utf-8' : 'image/svg+xml';
  return async () => ({ type, body: await readFile(file, 'utf8') });
}

const script = 'text/javascript; charset=utf-8';

/** A browser needs an address where Node takes a package's name, and finds the core beside the page. */
async function readScript(file: string): Promise<string> {
  const source = await readFile(file, 'utf8');
  return source
    .replaceAll(/(from\s*|import\s*)(['"])lit-html(?:\/([\w/-]+\.js))?\2/g, (_, before: string, quote: string, part?: string) => {
      return `${before}${quote}/local/page/lit-html/${part ?? 'lit-html.js'}${quote}`;
    })
    .replaceAll(/(from\s*)(['"])(?:\.\.\/)+core\/([a-z-]+\.ts)\2/g, (_, before: string, quote: string, part: string) => {
      return `${before}${quote}/local/page/core/${part}${quote}`;
    })
    .replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n');
}

function send({ request, response }: Exchange, asset: Asset, headers: Record<string, string>): void {
  const all = { ...pageHeaders, ...headers, etag: asset.etag };
  if (request.headers['if-none-match'] === asset.etag) {
    response.writeHead(304, all).end();
    return;
  }
  response.writeHead(200, { ...all, 'content-type': asset.type }).end(asset.body);
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
