import type { RemoteFile } from '../../core/incoming.ts';
import { type Clock, DeliveryFailure, FileTooLarge } from '../../ports.ts';
import type { BotFramework } from './adapter.ts';
import { toFailure, unanswered } from './failures.ts';
import { fileHost } from './hosts.ts';
import { receiving } from './limits.ts';
import type { TeamsSettings } from './settings.ts';

const hops = 3;

/**
 * Fetches what a person shared, from where Teams keeps it and from nowhere else. Our token goes only to the connector, which keeps pictures;
 * a file's own address already carries what opens it, for some minutes. Rejects with a `DeliveryFailure`.
 */
export function createFetchFile(needs: { settings: TeamsSettings; framework: BotFramework; clock: Clock }) {
  const { settings, framework, clock } = needs;
  const allowed = { loopback: settings.withoutAuth };

  return async (_workspace: string, file: RemoteFile): Promise<{ bytes: Uint8Array; type: string }> => {
    let address = file.remote['url'] ?? '';
    const signal = AbortSignal.timeout(receiving.fileMs);
    for (let hop = 0; hop <= hops; hop++) {
      const host = fileHost(address, allowed);
      if (!host) throw new DeliveryFailure('never', 'The file is not kept where Teams keeps files.');
      const token = host === 'with-token' ? await framework.token() : undefined;
      const response = await fetch(address, {
        redirect: 'manual',
        signal,
        ...(token !== undefined && { headers: { authorization: `Bearer ${token}` } }),
      }).catch((error: unknown) => {
        throw asLater(unanswered(error));
      });
      const next = response.headers.get('location');
      if (response.status >= 300 && response.status < 400 && next) {
        await response.body?.cancel();
        address = URL.parse(next, address)?.href ?? '';
        continue;
      }
      if (!response.ok) {
        await response.body?.cancel();
        const { status } = response;
        // Its address is open for some minutes only: then it is gone for good, whatever our token.
        if (status === 401 || status === 403) throw new DeliveryFailure('never', 'The file can no longer be fetched.');
        throw asLater(toFailure({ status, retryAfter: response.headers.get('retry-after'), narrow: true }, clock.now()));
      }
      return { bytes: await readBytes(response), type: typeOf(response, file) };
    }
    throw new DeliveryFailure('never', 'The file is passed on too often.');
  };
}

/** Reading does no harm twice. */
const asLater = (failure: DeliveryFailure): DeliveryFailure =>
  failure.outcome === 'unknown' ? new DeliveryFailure('later', failure.message, { cause: failure }) : failure;

async function readBytes(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
      size += chunk.length;
      if (size > receiving.fileBytes) throw new FileTooLarge();
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof DeliveryFailure ? error : asLater(unanswered(error));
  }
  return Buffer.concat(chunks);
}

/** The message said what it is; a picture's type is only known when it is there. */
function typeOf(response: Response, file: RemoteFile): string {
  const told = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  return file.type === 'application/octet-stream' && /^[\w.+-]{1,60}\/[\w.+-]{1,80}$/.test(told) ? told : file.type;
}
