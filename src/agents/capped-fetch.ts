/** More came than anybody reads. */
export class TooLarge extends Error {
  override name = 'TooLarge';

  constructor() {
    super('The answer is larger than accepted.');
  }
}

/** As `fetch`, but an answer is read up to so many bytes, and nobody is sent on to another address with what was asked. */
export function cappedFetch(mostBytes: number): (input: string | URL | Request, init?: RequestInit) => Promise<Response> {
  return async (input, init) => {
    const answer = await fetch(input, { ...init, redirect: 'error' });
    const chunks: Uint8Array[] = [];
    let size = 0;
    const reader = answer.body?.getReader();
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      size += part.value.byteLength;
      if (size > mostBytes) {
        await reader?.cancel().catch(() => {});
        throw new TooLarge();
      }
      chunks.push(part.value);
    }
    const { status, statusText, headers } = answer;
    const bare = new Headers(headers);
    // What was read is no longer packed.
    bare.delete('content-encoding');
    bare.delete('content-length');
    return new Response([101, 204, 205, 304].includes(status) ? null : Buffer.concat(chunks), {
      status,
      statusText,
      headers: bare,
    });
  };
}
