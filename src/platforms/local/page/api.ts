import type { SideBySide } from '../../../core/drafting/side-by-side.ts';
import { typeset } from '../../../core/typography.ts';
import type { DeskKind } from '../memory.ts';
import type { LocalView } from '../render.ts';
import type { Words } from './words.ts';

export interface Place {
  channel: string;
  person: string;
}

export interface SentFile {
  name: string;
  type: string;
  base64: string;
}

/** Why something was not done, in words; `again` when the same request may succeed later; `fields` when a form was refused. */
export class Trouble extends Error {
  readonly again: boolean;
  readonly fields: Record<string, string> | undefined;

  constructor(words: string, again: boolean, fields?: Record<string, string>) {
    super(words);
    this.again = again;
    this.fields = fields;
  }
}

export interface Action extends Place {
  id: string;
  message: string;
  action: string;
  value?: string | undefined;
  fields?: Record<string, string | string[]>;
  files?: SentFile[];
}

/** The doors of the local platform, as the page uses them. Everything rejects with a `Trouble`. */
export interface Api {
  /** `desk`: the place of somebody who accompanies teams or works for a network, which comes first. */
  channels(person: string | undefined): Promise<{ name: string; people: string[]; desk?: DeskKind }[]>;
  arrive(place: Place): Promise<unknown>;
  list(place: Place): Promise<LocalView[]>;
  send(message: Place & { id: string; text: string; thread?: string | undefined; files: SentFile[] }): Promise<unknown>;
  edit(id: string, change: Place & { text: string }): Promise<unknown>;
  remove(id: string, place: Place): Promise<unknown>;
  act(action: Action): Promise<unknown>;
  /** A text beside what it rests on, compared with an earlier version if one is named. */
  text(place: Place, id: string, before?: number): Promise<SideBySide>;
}

export function createApi(words: () => Words): Api {
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

  async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const headers: Record<string, string> = { 'accept-language': words().language, 'time-zone': timeZone };
    if (body !== undefined) headers['content-type'] = 'application/json';
    const answer = await fetch(path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }).catch(
      () => {
        throw new Trouble(words().say('trouble.offline'), true);
      },
    );
    const said = await answer.json().catch(() => ({}));
    if (answer.ok) return said;
    const again = answer.status >= 500 || answer.status === 429;
    const { error, errors }: { error?: string; errors?: Record<string, string> } = said;
    throw new Trouble(typeset(words().language, error ?? words().say('trouble.unexpected')), again, errors);
  }

  return {
    channels: (person) =>
      call('GET', `/local/channels${person === undefined ? '' : `?${new URLSearchParams({ person }).toString()}`}`),
    arrive: ({ channel, person }) => call('POST', '/local/arrivals', { channel, person }),
    list: (place) => call('GET', `/local/messages?${query(place)}`),
    send: (message) => call('POST', '/local/messages', message),
    edit: (id, change) => call('PATCH', `/local/messages/${encodeURIComponent(id)}`, change),
    remove: (id, place) => call('DELETE', `/local/messages/${encodeURIComponent(id)}?${query(place)}`),
    text: (place, id, before) =>
      call('GET', `/local/texts/${encodeURIComponent(id)}?${query(place)}${before === undefined ? '' : `&before=${before}`}`),
    act: (action) => call('POST', '/local/actions', action),
  };
}

export const query = ({ channel, person }: Place): string => new URLSearchParams({ channel, person }).toString();

/** Files as they travel. `FileReader` does the base64 without keeping the page from answering. */
export function readFiles(files: readonly File[]): Promise<SentFile[]> {
  return Promise.all(
    files.map(
      (file) =>
        new Promise<SentFile>((resolve, reject) => {
          const reader = new FileReader();
          reader.addEventListener('load', () => {
            const url = typeof reader.result === 'string' ? reader.result : '';
            resolve({ name: file.name, type: file.type || 'application/octet-stream', base64: url.slice(url.indexOf(',') + 1) });
          });
          reader.addEventListener('error', () => reject(reader.error ?? new Error('The file could not be read.')));
          reader.readAsDataURL(file);
        }),
    ),
  );
}
