import type { RemoteFile } from '../../../core/incoming.ts';
import { z } from 'zod';
import type { Activity } from '../activity.ts';
import { receiving } from '../limits.ts';

const shared = z.object({ downloadUrl: z.string().max(4000), fileType: z.string().max(20).nullish().catch(undefined) });

const types: Record<string, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  txt: 'text/plain',
  md: 'text/markdown',
  csv: 'text/csv',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
};

/** These come with every message and are its words once more, or what it answers to. */
const beside = new Set(['text/html', 'text/plain', 'messageReference', 'application/vnd.microsoft.card.adaptive']);

/**
 * The files of a message that can be fetched: those shared with the companion in a conversation of one to one, and pictures put into a
 * message. `ignored` are the types of the others. Teams does not tell a file's size: it is 0 until it is fetched.
 */
export function readFiles(activity: Activity): { files: RemoteFile[]; ignored: string[] } {
  const files: RemoteFile[] = [];
  const ignored: string[] = [];
  for (const { contentType, contentUrl, name, content } of activity.attachments.slice(0, receiving.files)) {
    if (contentType === 'application/vnd.microsoft.teams.file.download.info') {
      const found = shared.safeParse(content).data;
      if (!found) {
        ignored.push(contentType);
        continue;
      }
      const ending = (found.fileType ?? name?.split('.').at(-1) ?? '').toLowerCase();
      files.push({
        name: fileName(name),
        type: types[ending] ?? 'application/octet-stream',
        size: 0,
        remote: { url: found.downloadUrl },
      });
    } else if (/^image\/[\w.+*-]{1,40}$/.test(contentType) && contentUrl && contentUrl.length <= 4000) {
      const type = contentType === 'image/*' ? 'application/octet-stream' : contentType;
      files.push({ name: fileName(name), type, size: 0, remote: { url: contentUrl } });
    } else if (!beside.has(contentType)) ignored.push(contentType.slice(0, 100));
  }
  return { files, ignored };
}

/** A file's own name: without folders, and without characters that have no shape or turn the writing around. */
function fileName(name: string | undefined): string {
  const own = (name ?? '')
    .split(/[/\\]/)
    .at(-1)
    ?.replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .trim();
  return (
    Array.from(own ?? '')
      .slice(0, 200)
      .join('') || 'file'
  );
}
