import type { RemoteFile } from '../../../core/incoming.ts';
import { receiving } from '../limits.ts';
import { file } from './shapes.ts';
import { clean } from './text.ts';

/** A file that was taken away, or that the workspace's plan hides, is none. */
const gone = new Set(['tombstone', 'hidden_by_limit']);

/**
 * Files that wait at Slack. In a shared channel Slack may tell only the id, with `file_access: check_file_info`:
 * https://docs.slack.dev/reference/objects/file-object
 */
export function readFiles(files: readonly unknown[] | undefined): RemoteFile[] {
  return (files ?? []).slice(0, receiving.files).flatMap((each) => {
    const read = file.safeParse(each);
    if (!read.success || gone.has(read.data.mode ?? '')) return [];
    const { id, name, title, mimetype, size, file_access, url_private_download } = read.data;
    return [
      {
        name: readName(name ?? title ?? ''),
        type: mimetype !== undefined && /^[\w.+-]{1,60}\/[\w.+-]{1,80}$/.test(mimetype) ? mimetype.toLowerCase() : unknownType,
        size: size ?? 0,
        remote: { id, ...(url_private_download && { url_private_download }), ...(file_access && { file_access }) },
      },
    ];
  });
}

const unknownType = 'application/octet-stream';

/** Without folders, and without characters that have no shape or turn the writing around. */
function readName(value: string): string {
  const name = clean(value.split(/[/\\]/).at(-1) ?? '')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .trim();
  return Array.from(name).slice(0, receiving.fileNameCharacters).join('') || 'file';
}
