import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { MadeFile } from './core/files.ts';
import { languages } from './core/language.ts';
import { typeset } from './core/typography.ts';
import type { Wording } from './core/words.ts';
import type { Clock, Door, MadeFiles } from './ports.ts';

interface Needs {
  /** Secrets of this house, the newest first: what one of them sealed counts. At least one. */
  keys: readonly Uint8Array[];
  publicUrl: string;
  find: MadeFiles['find'];
  wording: Wording;
  clock: Clock;
}

const days = 7;
const daySeconds = 24 * 3600;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What a link is sealed for, in the place of a person. No id of a person is empty. */
const anybody = '';

/**
 * Made files for places that cannot be given one, and the door where they are fetched: `GET /files/ID?until=…&seal=…`. A link gives one
 * file, to whoever holds it, for a week, and cannot be guessed, changed or listed; another address gets words and 404, whatever is wrong.
 */
export function createMadeFiles({ keys, publicUrl, find, wording, clock }: Needs): MadeFiles & { door: Door } {
  const sealing = keys.map((key) => new Uint8Array(hkdfSync('sha256', key, '', 'vises made files', 32)));

  const sealOf = (key: Uint8Array, id: string, to: string, until: number): string =>
    createHmac('sha256', key)
      .update(JSON.stringify([id, to, until]))
      .digest('base64url');

  function seal(id: string, to: string): { until: number; seal: string } {
    const [newest] = sealing;
    if (!newest) throw new Error('There is no key to seal files with.');
    const until = Math.floor(clock.now().getTime() / 1000) + days * daySeconds;
    return { until, seal: sealOf(newest, id, to, until) };
  }

  function counts(id: string, to: string, until: string, given: string): boolean {
    if (!uuid.test(id) || !/^\d{1,12}$/.test(until) || Number(until) * 1000 <= clock.now().getTime()) return false;
    return sealing.some((key) => isSame(sealOf(key, id, to, Number(until)), given));
  }

  async function give(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://files');
    const id = pathname.slice('/files/'.length);
    const isGood = counts(id, anybody, searchParams.get('until') ?? '', searchParams.get('seal') ?? '');
    const file = isGood ? await find(id) : undefined;
    if (file) return send(response, file);
    const words = languages.map((language) => typeset(language, wording[language]('files.gone'))).join('\n\n');
    response.writeHead(404, { ...headers, 'content-type': 'text/plain; charset=utf-8' }).end(`${words}\n`);
  }

  return {
    find,
    days,
    linkTo(id) {
      const { until, seal: by } = seal(id, anybody);
      return `${publicUrl}/files/${id}?${new URLSearchParams({ until: String(until), seal: by }).toString()}`;
    },
    offer(id, to) {
      const { until, seal: by } = seal(id, to);
      return `${until}.${by}`;
    },
    isOffered(id, to, proof) {
      const [until = '', by = ''] = proof.split('.');
      return to !== anybody && counts(id, to, until, by);
    },
    door: { method: 'GET', path: '/files/', handle: give },
  };
}

/** The address is all that is needed, so it is kept by nobody on the way and told to no other site. */
const headers = {
  'cache-control': 'private, no-store',
  'content-security-policy': "default-src 'none'; sandbox",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
};

function send(response: ServerResponse, { name, type, bytes }: MadeFile): void {
  const encoded = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  response
    .writeHead(200, {
      ...headers,
      'content-type': type,
      'content-length': bytes.length,
      'content-disposition': `attachment; filename*=UTF-8''${encoded}`,
    })
    .end(bytes);
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
