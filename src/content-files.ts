import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Wording } from './core/words.ts';
import type { CheckedContent, ContentFiles } from './ports.ts';

/** Parts of the content folder that a network may write anew. The rest stays as shipped. */
export const editableParts = ['method', 'tips', 'phrases'] as const;

/** Content is read and checked in well under a second; whatever takes this long is no content. */
const patienceMs = 20_000;

/** The content as files that people edit: given out as a zip archive, and taken back once all of it was checked. */
export function createContentFiles(folder: string, faultWords: Wording): ContentFiles {
  return {
    faultWords,
    async pack() {
      const { default: JSZip } = await import('jszip');
      const zip = new JSZip();
      for (const part of editableParts) {
        for (const file of filesIn(join(folder, part))) zip.file(`${part}/${file}`, readFileSync(join(folder, part, file)));
      }
      return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
    },
    check: (archive) => inWorker(folder, archive),
  };
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();

/** Beside the turns: reading it all keeps a processor busy for half a second, and what people send may be anything. */
async function inWorker(folder: string, archive: Uint8Array): Promise<CheckedContent> {
  const worker = new Worker(new URL('./content-check.ts', import.meta.url), {
    workerData: { folder, archive },
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  });
  const late = setTimeout(() => void worker.terminate(), patienceMs);
  try {
    return await new Promise<CheckedContent>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('The content could not be checked in time.')));
    });
  } finally {
    clearTimeout(late);
    await worker.terminate();
  }
}
