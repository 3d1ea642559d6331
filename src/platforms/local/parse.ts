import { z } from 'zod';
import type { Fields, FileWithBytes, Incoming, Sender } from '../../core/incoming.ts';
import type { Language } from '../../core/language.ts';
import type { About } from '../../core/message.ts';
import { limits } from './limits.ts';
import { Refusal } from './refusal.ts';

/** Who speaks, and where. Both are plain names, made on first use. */
export interface Speaker {
  channel: string;
  person: string;
}

export interface Writing extends Speaker {
  id?: string | undefined;
  text: string;
  thread?: string | undefined;
  files: FileWithBytes[];
}

export interface Doing extends Speaker {
  id?: string | undefined;
  message?: string | undefined;
  action: string;
  value?: string | undefined;
  fields?: Fields | undefined;
  files: FileWithBytes[];
}

/** Ids that the platform gives to what the companion says begin so; nobody else's do. */
export const companionPrefix = 'companion:';

/** The place where one person and the companion are alone: `dm:` and the person's name. */
const directPrefix = 'dm:';
export const directOf = (person: string): string => directPrefix + person;
export const isDirect = (channel: string): boolean => channel.startsWith(directPrefix);

/** Whether this person may be in this channel. Without a person: whether anybody may. */
export const mayEnter = (channel: string, person: string | undefined): boolean =>
  !isDirect(channel) || channel === `${directPrefix}${person}`;

/** What Postgres and every screen can hold: no NUL, no half characters. */
const clean = (text: string): string => text.replaceAll('\u0000', '').toWellFormed();

/** A name as it is kept: one form for each letter, straight apostrophes, single spaces. Nothing when it is not a plain name. */
export function parseName(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > 10 * limits.nameCharacters) return undefined;
  const name = value.normalize('NFC').replaceAll('’', "'").replaceAll(/\s+/g, ' ').trim();
  if (name.length > limits.nameCharacters || !/^[\p{L}\p{M}\p{Nd} \-_'.]+$/u.test(name) || !/[\p{L}\p{Nd}]/u.test(name))
    return undefined;
  return name;
}

/** A person's name. `companion` is taken. */
export function parsePerson(value: unknown): string | undefined {
  const name = parseName(value);
  return name?.toLowerCase() === 'companion' ? undefined : name;
}

export function parseChannel(value: unknown): string | undefined {
  if (typeof value !== 'string' || !isDirect(value)) return parseName(value);
  const person = parsePerson(value.slice(directPrefix.length));
  return person && directPrefix + person;
}

const channel = z.unknown().transform((value, context) => parseChannel(value) ?? fail(context));
const person = z.unknown().transform((value, context) => parsePerson(value) ?? fail(context));
const text = z.string().transform(clean);
const id = z
  .string()
  .regex(/^[\w.:-]{1,100}$/)
  .refine((value) => !value.startsWith(companionPrefix));
const reference = z.string().regex(/^[\w.:-]{1,120}$/);
const word = z.union([z.string().max(limits.jsonBytes), z.number(), z.boolean()]).transform((value) => clean(String(value)));
const absent = <T extends z.ZodType>(type: T) => type.nullish().transform((value) => value ?? undefined);

const file = z.object({
  name: z.string().transform((value) => parseFileName(value)),
  type: z
    .string()
    .transform((value) => (/^[\w.+-]{1,60}\/[\w.+-]{1,80}$/.test(value) ? value.toLowerCase() : 'application/octet-stream')),
  base64: z
    .string()
    .regex(/^[A-Za-z0-9+/]*={0,2}$/)
    .refine((value) => value.length % 4 === 0),
});
const files = absent(z.array(file).max(limits.files)).transform((all) =>
  (all ?? []).map(({ name, type, base64 }): FileWithBytes => ({ name, type, bytes: Buffer.from(base64, 'base64') })),
);

const fields = z
  .record(z.string().regex(/^(?!__)[\w.:-]{1,100}$/), z.union([word, z.array(word)]))
  .refine((all) => Object.keys(all).length <= limits.fields);

const speaker = z.object({ channel, person });
const reader = z.object({ channel, person: absent(person) });
const writing = z.object({
  channel,
  person,
  id: absent(id),
  text: absent(text).transform((value) => value ?? ''),
  thread: absent(reference),
  files,
});
const rewriting = z.object({ channel, person, text });
const doing = z.object({
  channel,
  person,
  id: absent(id),
  message: absent(reference),
  action: z.string().regex(/^[\w.:-]{1,100}$/),
  value: absent(word),
  fields: absent(fields),
  files,
});

export const parseSpeaker = (payload: unknown): Speaker => entered(read(speaker, payload));
export const parseRewriting = (payload: unknown): Speaker & { text: string } => entered(read(rewriting, payload));

/** Who looks, and where. Without a person: what everybody in the channel sees. */
export function parseReader(query: URLSearchParams): { channel: string; person?: string | undefined } {
  return entered(read(reader, Object.fromEntries(query)));
}

export function parseWriting(payload: unknown): Writing {
  const parsed = entered(read(writing, payload));
  checkSizes(payload, parsed.files);
  return parsed;
}

export function parseDoing(payload: unknown): Doing {
  const parsed = entered(read(doing, payload));
  checkSizes(payload, parsed.files);
  if (!parsed.message && !parsed.fields) throw new Refusal(400, 'message');
  return parsed;
}

function entered<T extends { channel: string; person?: string | undefined }>(parsed: T): T {
  if (!mayEnter(parsed.channel, parsed.person)) throw new Refusal(403, 'private-place');
  return parsed;
}

/** The first thing that is wrong is enough to say: it is named by the field it is in. */
function read<T extends z.ZodType>(type: T, payload: unknown): z.output<T> {
  const result = type.safeParse(payload);
  if (result.success) return result.data;
  const part = result.error.issues[0]?.path[0];
  throw new Refusal(400, typeof part === 'string' ? part : 'json');
}

function fail(context: z.RefinementCtx): never {
  context.addIssue('not usable');
  return z.NEVER;
}

/** The files may be large, the rest may not: a request is read up to the sum of both. */
function checkSizes(payload: unknown, files: FileWithBytes[]): void {
  const bytes = files.reduce((sum, one) => sum + one.bytes.length, 0);
  if (bytes > limits.filesBytes) throw new Refusal(413, 'files-too-large', { megabytes: limits.filesBytes / (1024 * 1024) });
  const rest = JSON.stringify(payload, (key, value: unknown) => (key === 'files' ? undefined : value));
  if (Buffer.byteLength(rest) > limits.jsonBytes)
    throw new Refusal(413, 'too-large', { megabytes: limits.jsonBytes / (1024 * 1024) });
}

/** A file's own name: without folders, and without characters that have no shape or turn the writing around. */
function parseFileName(value: string): string {
  const name = clean(value.split(/[/\\]/).at(-1) ?? '')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .trim();
  return Array.from(name).slice(0, limits.fileNameCharacters).join('') || 'file';
}

/** What the caller's browser says of the person, beside their name. */
export interface Manners {
  language?: Language | undefined;
  timeZone?: string | undefined;
}

export function parseTimeZone(value: string | undefined): string | undefined {
  if (!value || value.length > 60) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/** What all incomings share. `deliveryKey` is the same for every copy of one delivery. */
function arrival({ channel, person }: Speaker, deliveryKey: string, at: Date, manners: Manners) {
  const place = { platform: 'local', workspace: 'local' } as const;
  const sender: Sender = { ...place, user: person, name: person };
  if (manners.language) sender.language = manners.language;
  if (manners.timeZone) sender.timeZone = manners.timeZone;
  return { deliveryKey, at, channel: { ...place, key: channel }, direct: isDirect(channel), sender };
}

/** Who looks at something of a place, and where. */
export const toReader = ({ channel, person }: Speaker, { language }: Manners) => {
  const place = { platform: 'local', workspace: 'local' } as const;
  return { ...place, user: person, channel: { ...place, key: channel }, ...(language && { language }) };
};

export function toMessage(writing: Writing & { id: string }, at: Date, manners: Manners): Incoming {
  const { id, text, thread, files } = writing;
  return {
    ...arrival(writing, `local:message:${id}`, at, manners),
    kind: 'message',
    message: id,
    ...(thread === undefined ? {} : { thread }),
    text,
    files,
    // Everything on this platform is said in front of the companion, and for it.
    addressed: true,
  };
}

interface Edited {
  id: string;
  thread: string | null;
  text: string;
  seq: number;
}

/** `seq` is the edit's place among all changes of the channel: the same edit sent again is the same delivery. */
export function toEdit(speaker: Speaker, post: Edited, at: Date, manners: Manners): Incoming {
  const { id: message, thread, text, seq } = post;
  return {
    ...arrival(speaker, `local:edit:${message}:${seq}`, at, manners),
    kind: 'edit',
    message,
    ...(thread === null ? {} : { thread }),
    text,
  };
}

export function toDeletion(speaker: Speaker, message: string, at: Date, manners: Manners): Incoming {
  return { ...arrival(speaker, `local:deletion:${message}`, at, manners), kind: 'deletion', message };
}

/** A press, or a form when it came with fields. `about` is what the pressed message is about, as it is stored here. */
export function toAction(doing: Doing & { id: string }, about: About | undefined, at: Date, manners: Manners): Incoming {
  const { id, message, action, value, fields, files } = doing;
  const common = {
    ...arrival(doing, `local:action:${doing.channel}:${doing.person}:${id}`, at, manners),
    action,
    ...(about ? { about } : {}),
  };
  if (fields) return { ...common, kind: 'form', ...(message ? { message } : {}), fields, files };
  if (!message) throw new Refusal(400, 'message');
  return { ...common, kind: 'press', message, ...(value === undefined ? {} : { value }) };
}

/** Somebody opens the place that is theirs alone: they see how things stand now. */
export function toHome(speaker: Speaker, id: string, at: Date, manners: Manners): Incoming {
  return { ...arrival(speaker, `local:home:${speaker.person}:${id}`, at, manners), kind: 'home' };
}

export function toArrival(speaker: Speaker, at: Date, manners: Manners): Incoming {
  return { ...arrival(speaker, `local:arrival:${speaker.channel}:${speaker.person}`, at, manners), kind: 'arrival' };
}
