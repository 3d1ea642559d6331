import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Content } from './content.ts';

/**
 * `readContent`, but content that was found right once is read from `kept` until one of its files, or the code that checks it, changes:
 * reading and checking it takes more than half a second, and most starts find it as it was. A file that cannot be read or written is done
 * without.
 *
 * @throws {Error} Rejected with, as `readContent` throws.
 */
export async function readKeptContent(folder: string, kept: string): Promise<Content> {
  const mark = markOf(folder);
  const known = read(kept);
  if (known?.mark === mark) return known.content;
  const { readContent } = await import('./content.ts');
  const content = readContent(folder);
  write(kept, { mark, content });
  return content;
}

interface Kept {
  mark: string;
  content: Content;
}

const source = import.meta.dirname;

/** The same as long as nothing that the content depends on has changed: the words themselves, and the code by size and time. */
function markOf(folder: string): string {
  const hash = createHash('sha256');
  for (const file of filesIn(folder))
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(folder, file)))
      .update('\0');
  for (const part of ['content', 'core']) {
    for (const file of filesIn(join(source, part))) {
      const { size, mtimeMs } = statSync(join(source, part, file));
      hash.update(`${file} ${size} ${mtimeMs}\0`);
    }
  }
  const { size, mtimeMs } = statSync(join(source, 'content.ts'));
  return hash.update(`${size} ${mtimeMs} ${process.version}`).digest('hex');
}

const filesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
        .toSorted()
    : [];

function read(kept: string): Kept | undefined {
  try {
    const known: Kept = JSON.parse(readFileSync(kept, 'utf8'));
    return known;
  } catch {
    return undefined;
  }
}

function write(kept: string, what: Kept): void {
  const beside = `${kept}.${process.pid}`;
  try {
    mkdirSync(dirname(kept), { recursive: true, mode: 0o700 });
    writeFileSync(beside, JSON.stringify(what), { mode: 0o600 });
    renameSync(beside, kept);
  } catch {
    // A folder that cannot be written to makes every start a slow one, and nothing else.
  }
}
