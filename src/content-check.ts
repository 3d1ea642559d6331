import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import JSZip from 'jszip';
import { checkContent, type Content, readContent } from './content.ts';
import type { Language } from './core/language.ts';
import { type Fault, saying } from './core/method-changes/faults.ts';
import type { CheckedContent } from './ports.ts';

/** The thread that reads an archive of content files, laid over the shipped ones, and tells what is in it or what is wrong with it. */

const mostFiles = 100;
const mostMegabytes = 4;

const { folder, archive }: { folder: string; archive: Uint8Array } = workerData;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(await check());

async function check(): Promise<CheckedContent> {
  const files = await unpack();
  if ('faults' in files) return { ok: false, faults: files.faults };
  const work = mkdtempSync(join(tmpdir(), 'vises-content-'));
  try {
    const laid = join(work, 'prompts');
    cpSync(folder, laid, { recursive: true });
    for (const { path, bytes } of files.files) {
      mkdirSync(dirname(join(laid, path)), { recursive: true });
      writeFileSync(join(laid, path), bytes);
    }
    const checked = checkContent(laid);
    return checked.ok ? contentOf(checked.content) : checked;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** A method with the phrases that are not the shipped ones, and its tips. */
function contentOf(content: Content): CheckedContent {
  const [method] = content.methods;
  if (!method) return { ok: false, faults: [saying('no-method', {})] };
  const shipped = readContent(folder).phrases;
  const of = (language: Language) =>
    Object.fromEntries(
      Object.entries(content.phrases[language])
        .filter(([key, words]) => shipped[language][key] !== words)
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    );
  const phrases = { fr: of('fr'), nl: of('nl'), en: of('en') };
  const tips = content.tips[method.name] ?? [];
  if (Object.values(phrases).every((own) => Object.keys(own).length === 0)) return { ok: true, method, tips };
  // Wording alone makes a version too.
  const version = createHash('sha256')
    .update(`${method.version} ${JSON.stringify(phrases)}`)
    .digest('hex')
    .slice(0, 12);
  return { ok: true, method: { ...method, phrases, version }, tips };
}

type Unpacked = { files: { path: string; bytes: Uint8Array }[] } | { faults: Fault[] };

/** Only files that are content, and no more of them than there can be. A folder around all of them is looked through. */
async function unpack(): Promise<Unpacked> {
  const zip = await JSZip.loadAsync(archive).catch(() => undefined);
  if (!zip) return { faults: [saying('archive-no-zip', {})] };
  const entries = Object.values(zip.files).filter(({ dir, name }) => !dir && !/(?:^|\/)(?:__MACOSX\/|\.)/u.test(name));
  if (entries.length > mostFiles) return { faults: [saying('archive-too-many', { most: mostFiles })] };
  const files: { path: string; bytes: Uint8Array }[] = [];
  const faults: Fault[] = [];
  let size = 0;
  for (const entry of entries) {
    const path = /(?:^|\/)((?:method|tips|phrases)\/(?:[a-z0-9-]+\/)*[a-z0-9-]+\.yaml)$/u.exec(entry.name)?.[1];
    if (path === undefined) {
      faults.push({ file: entry.name, ...saying('archive-foreign', {}) });
      continue;
    }
    const bytes = await entry.async('uint8array');
    size += bytes.byteLength;
    if (size > mostMegabytes * 1_000_000) return { faults: [saying('archive-too-large', { megabytes: mostMegabytes })] };
    files.push({ path, bytes });
  }
  if (faults.length > 0) return { faults };
  if (files.length === 0) return { faults: [saying('archive-empty', {})] };
  return { files };
}
