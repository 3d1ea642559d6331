import { largestFileBytes } from '../../core/files.ts';
import type { RemoteFile } from '../../core/incoming.ts';
import { DeliveryFailure, FileTooLarge } from '../../ports.ts';
import type { SlackApi } from './api.ts';
import { toDeliveryFailure, wasNeverSent } from './failures.ts';
import { sending } from './limits.ts';
import { apiRootOf, type SlackSettings } from './settings.ts';

interface Needs {
  api: Pick<SlackApi, 'for'>;
  settings: Pick<SlackSettings, 'apiUrl'>;
}

const failed = (why: string, outcome: 'later' | 'never' = 'never', options = {}): DeliveryFailure =>
  new DeliveryFailure(outcome, `file: ${why}`, options);

/**
 * Fetches what somebody posted, with the token of its workspace: https://docs.slack.dev/messaging/working-with-files. `remote` holds
 * Slack's `id` of the file, and its `url_private_download` unless Slack keeps that for those who ask (`check_file_info`). The token goes to
 * Slack's own host for files and nowhere else.
 */
export function createFetchFile({ api, settings }: Needs) {
  const origin = settings.apiUrl === undefined ? 'https://files.slack.com' : new URL(apiRootOf(settings)).origin;

  return async (workspace: string, file: RemoteFile): Promise<{ bytes: Uint8Array; type: string }> => {
    const client = await api.for(workspace);
    const known = file.remote['url_private_download'] ?? (await findUrl(client, file));
    if (file.size > largestFileBytes) throw new FileTooLarge();
    const url = checkedUrl(known);
    const signal = AbortSignal.timeout(sending.fileMs);
    try {
      return await readFile(await request(url, client.token ?? '', signal), file);
    } catch (error) {
      if (error instanceof DeliveryFailure) throw error;
      throw failed(wasNeverSent(error) ? 'Slack could not be reached' : 'the connection broke off', 'later', { cause: error });
    }
  };

  /** Follows where it is led within Slack's host for files, and no further. */
  async function request(url: URL, token: string, signal: AbortSignal, steps = 3): Promise<Response> {
    const response = await fetch(url, { headers: { authorization: `Bearer ${token}` }, redirect: 'manual', signal });
    const to = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
    if (to === null || steps === 0) return response;
    const next = URL.parse(to, url);
    if (next?.origin !== origin) return response;
    await response.body?.cancel();
    return request(next, token, signal, steps - 1);
  }

  async function findUrl(client: Awaited<ReturnType<SlackApi['for']>>, { remote }: RemoteFile): Promise<string | undefined> {
    const { id } = remote;
    if (id === undefined) return undefined;
    const { file } = await client.files.info({ file: id }).catch((error: unknown) => {
      const { outcome, message, retryAfterMs } = toDeliveryFailure(error, 'files.info');
      // A file that cannot be had says nothing about the place it was posted in.
      throw new DeliveryFailure(outcome, message, { ...(retryAfterMs !== undefined && { retryAfterMs }), cause: error });
    });
    if (file?.size !== undefined && file.size > largestFileBytes) throw new FileTooLarge();
    return file?.url_private_download ?? file?.url_private;
  }

  function checkedUrl(known: string | undefined): URL {
    const url = known === undefined ? null : URL.parse(known);
    if (url?.origin !== origin || url.username !== '' || url.password !== '') throw failed('its address is not of Slack');
    return url;
  }
}

async function readFile(response: Response, file: RemoteFile): Promise<{ bytes: Uint8Array; type: string }> {
  const { status } = response;
  if (status === 429) {
    const seconds = Number.parseInt(response.headers.get('retry-after') ?? '', 10);
    await response.body?.cancel();
    throw failed('Slack asks to wait', 'later', { retryAfterMs: seconds > 0 ? seconds * 1000 : sending.waitMs });
  }
  if (status !== 200) {
    await response.body?.cancel();
    // Slack sends whoever may not read a file to its page to sign in.
    if (status >= 300 && status < 400)
      throw failed('Slack led elsewhere: the scope files:read is missing, or the file is not shared');
    throw failed(`HTTP ${status}`, status >= 500 ? 'later' : 'never');
  }
  const type = (response.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const bytes = await readCapped(response);
  if (isPage(type, bytes) && !/html/.test(`${file.type} ${file.name}`.toLowerCase())) {
    throw failed('Slack gave its page to sign in instead: the scope files:read is missing, or the token is not good');
  }
  return { bytes, type: type || file.type };
}

/** Whatever Slack said of its size: no more than this is kept in memory. */
async function readCapped(response: Response): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body ?? []) {
    size += piece.length;
    if (size > largestFileBytes) throw new FileTooLarge();
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

const isPage = (type: string, bytes: Uint8Array): boolean =>
  type === 'text/html' || /^\s*<(!doctype html|html)/i.test(Buffer.from(bytes.subarray(0, 200)).toString('latin1'));
