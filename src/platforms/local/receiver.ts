import { randomUUID } from 'node:crypto';
import type { Clock, Door, Receive, TextsInReview } from '../../ports.ts';
import type { createAssets, Phrases } from './assets.ts';
import { hasBody, openExchange, parseLanguage, quietHeaders, readJson, sendJson, type Exchange, type Log } from './exchange.ts';
import { checkCaller } from './guard.ts';
import { bodyWithFilesBytes, limits } from './limits.ts';
import type { KeptPost, LocalMemory } from './memory.ts';
import { fill } from './page/fill.ts';
import * as parse from './parse.ts';
import { Refusal } from './refusal.ts';
import { isSeenBy, renderPost } from './render.ts';
import { streamHeaders, type Streams } from './stream.ts';

interface Needs {
  memory: LocalMemory;
  texts?: TextsInReview;
  receive: Receive;
  clock: Clock;
  log: Log;
  phrases: Phrases;
  hosts: readonly string[];
  streams: Streams;
  assets: ReturnType<typeof createAssets>;
}

/** `rest` is what follows the path of a route that ends in `/`. */
type Answer = (exchange: Exchange, rest: string) => Promise<void>;
interface Route {
  method: Door['method'];
  path: string;
  answer: Answer;
}

/** The local platform's doors. What a person posts is first kept, then received; 202 says that both are done. */
export function createDoors(needs: Needs): Door[] {
  const { memory, texts, receive, clock, log, phrases, hosts, streams, assets } = needs;

  const routes: Route[] = [
    { method: 'GET', path: '/', answer: (exchange) => assets.sendPage(exchange) },
    { method: 'GET', path: '/local/page/', answer: (exchange, rest) => assets.sendAsset(exchange, rest) },
    { method: 'GET', path: '/local/channels', answer: listChannels },
    { method: 'GET', path: '/local/messages', answer: listMessages },
    { method: 'POST', path: '/local/messages', answer: takeMessage },
    { method: 'PATCH', path: '/local/messages/', answer: takeEdit },
    { method: 'DELETE', path: '/local/messages/', answer: takeDeletion },
    { method: 'GET', path: '/local/files/', answer: sendFile },
    { method: 'GET', path: '/local/texts/', answer: showText },
    { method: 'POST', path: '/local/actions', answer: takeAction },
    { method: 'POST', path: '/local/arrivals', answer: takeArrival },
    { method: 'GET', path: '/local/stream', answer: openStream },
  ];
  const elsewhere = (['GET', 'POST', 'PATCH', 'DELETE'] as const).map((method): Route => ({
    method,
    path: '/local/',
    answer: refuseElsewhere,
  }));
  return [...routes, ...elsewhere].map(({ method, path, answer }) => ({
    method,
    path,
    handle: (request, response) => handle(request, response, path, answer),
  }));

  async function handle(
    request: Exchange['request'],
    response: Exchange['response'],
    path: string,
    answer: Answer,
  ): Promise<void> {
    try {
      checkCaller(request, hosts);
      const exchange = openExchange(request, response);
      const { pathname } = exchange.url;
      const rest = path.endsWith('/') ? pathname.slice(path.length) : '';
      if (path === '/' && rest !== '') throw new Refusal(404, 'address');
      await answer(exchange, rest);
    } catch (error) {
      refuse(request, response, error);
    }
  }

  /** Says what was refused; what nobody foresaw is ours, and the same request may be sent again. */
  function refuse(request: Exchange['request'], response: Exchange['response'], error: unknown): void {
    const refusal = error instanceof Refusal ? error : unforeseen(request.method);
    if (!(error instanceof Refusal)) log.error({ err: error, method: request.method }, 'A request to the local page failed.');
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (refusal.status === 503) response.setHeader('retry-after', '2');
    const words = phrases[parseLanguage(request.headers['accept-language']) ?? 'fr'];
    sendJson(response, refusal.status, { error: fill(words[`page.refused.${refusal.why}`] ?? refusal.why, refusal.values) });
  }

  async function refuseElsewhere({ response, url }: Exchange): Promise<void> {
    const others = routes.filter(({ path }) =>
      path.endsWith('/') && path !== '/' ? url.pathname.startsWith(path) : url.pathname === path,
    );
    if (others.length === 0) throw new Refusal(404, 'address');
    response.setHeader('allow', others.map(({ method }) => method).join(', '));
    throw new Refusal(405, 'method');
  }

  async function takeMessage(exchange: Exchange): Promise<void> {
    const writing = parse.parseWriting(await readJson(exchange.request, bodyWithFilesBytes));
    const { channel, person, text, files } = writing;
    const id = writing.id ?? randomUUID();
    const thread = writing.thread === undefined ? null : await findRoot(writing.thread, writing);
    const post = await memory.add(
      {
        id,
        channel,
        thread,
        from: person,
        privateTo: null,
        text,
        message: null,
        files: files.map((file) => ({ name: file.name, type: file.type, bytes: file.bytes.length })),
        pinned: false,
        at: clock.now(),
      },
      files.map((file) => file.bytes),
    );
    const untouched = !post.editedAt && !post.deletedAt;
    if (post.channel !== channel || post.from !== person || post.thread !== thread || (untouched && post.text !== text)) {
      throw new Refusal(409, 'id-taken');
    }
    if (!post.deletedAt) {
      const incoming = parse.toMessage({ ...writing, id, thread: thread ?? undefined }, post.at, mannersOf(exchange));
      await showingDesk(exchange, writing, () => receive(incoming));
    }
    sendJson(exchange.response, 202, { id });
  }

  async function takeEdit(exchange: Exchange, rest: string): Promise<void> {
    const { text, ...speaker } = parse.parseRewriting(await readJson(exchange.request, limits.jsonBytes));
    const post = await findOwn(rest, speaker);
    if (post.deletedAt) throw new Refusal(404, 'message');
    const changed = post.text === text ? post : await memory.change(post.id, { text }, clock.now());
    if (!changed) throw new Refusal(404, 'message');
    // The same words again are either a second try of this edit, which has the same delivery key, or no edit at all.
    if (changed.editedAt) await receive(parse.toEdit(speaker, changed, changed.editedAt, mannersOf(exchange)));
    sendJson(exchange.response, 202, { id: post.id });
  }

  async function takeDeletion(exchange: Exchange, rest: string): Promise<void> {
    const { request, url } = exchange;
    const speaker = parse.parseSpeaker(
      hasBody(request) ? await readJson(request, limits.jsonBytes) : Object.fromEntries(url.searchParams),
    );
    const post = await findOwn(rest, speaker);
    const at = post.deletedAt ?? clock.now();
    if (!post.deletedAt) await memory.change(post.id, { deleted: true }, at);
    await receive(parse.toDeletion(speaker, post.id, at, mannersOf(exchange)));
    sendJson(exchange.response, 202, { id: post.id });
  }

  async function takeAction(exchange: Exchange): Promise<void> {
    const doing = parse.parseDoing(await readJson(exchange.request, bodyWithFilesBytes));
    const post = doing.message === undefined ? undefined : await findSeen(doing.message, doing);
    const id = doing.id ?? randomUUID();
    const incoming = parse.toAction({ ...doing, id }, post?.message?.about, clock.now(), mannersOf(exchange));
    const received = await showingDesk(exchange, doing, () => receive(incoming));
    await memory.meet(doing.channel, doing.person);
    const { formErrors } = received;
    if (formErrors && Object.keys(formErrors).length > 0) sendJson(exchange.response, 422, { errors: formErrors });
    else sendJson(exchange.response, 202, { id });
  }

  /** Whoever takes up an office here has their place before them at once. */
  async function showingDesk<Result>(exchange: Exchange, speaker: parse.Speaker, act: () => Promise<Result>): Promise<Result> {
    const before = parse.isDirect(speaker.channel) ? await memory.deskOf(speaker.person) : undefined;
    const result = await act();
    const after = parse.isDirect(speaker.channel) ? await memory.deskOf(speaker.person) : undefined;
    if (after !== before) await receive(parse.toHome(speaker, randomUUID(), clock.now(), mannersOf(exchange)));
    return result;
  }

  /** Someone opens a channel. The companion hears of it the first time only; at a place of their own it shows how things stand. */
  async function takeArrival(exchange: Exchange): Promise<void> {
    const speaker = parse.parseSpeaker(await readJson(exchange.request, limits.jsonBytes));
    if (!(await memory.knows(speaker.channel, speaker.person))) {
      await receive(parse.toArrival(speaker, clock.now(), mannersOf(exchange)));
      await memory.meet(speaker.channel, speaker.person);
    }
    if (parse.isDirect(speaker.channel) && (await memory.deskOf(speaker.person)))
      await receive(parse.toHome(speaker, randomUUID(), clock.now(), mannersOf(exchange)));
    sendJson(exchange.response, 202, speaker);
  }

  async function listMessages(exchange: Exchange): Promise<void> {
    const { channel, person } = parse.parseReader(exchange.url.searchParams);
    let last = await findPlace(exchange.url.searchParams.get('after'), channel);
    const posts: KeptPost[] = [];
    for (;;) {
      const some = await memory.list(channel, last, limits.postsAtOnce);
      posts.push(...some);
      if (some.length < limits.postsAtOnce) break;
      last = some.at(-1)?.seq ?? last;
    }
    const seen = posts.filter((post) => !post.deletedAt && isSeenBy(post, person)).sort((a, b) => a.order - b.order);
    sendJson(
      exchange.response,
      200,
      seen.map((post) => renderPost(post, person)),
    );
  }

  async function openStream(exchange: Exchange): Promise<void> {
    const place = parse.parseReader(exchange.url.searchParams);
    const resumed = exchange.request.headers['last-event-id'];
    if (exchange.request.method === 'HEAD') return void exchange.response.writeHead(200, streamHeaders).end();
    const after = typeof resumed === 'string' && resumed !== '' ? resumed : exchange.url.searchParams.get('after');
    await streams.open(
      exchange,
      place,
      after === null ? await memory.getLastSeq(place.channel) : await findPlace(after, place.channel),
    );
  }

  async function listChannels(exchange: Exchange): Promise<void> {
    const person = parse.parsePerson(exchange.url.searchParams.get('person'));
    const channels = (await memory.channels()).filter(({ name }) => parse.mayEnter(name, person));
    const desk = person === undefined ? undefined : await memory.deskOf(person);
    const own = person === undefined ? '' : parse.directOf(person);
    sendJson(
      exchange.response,
      200,
      desk === undefined || person === undefined
        ? channels
        : [{ name: own, people: [person], desk }, ...channels.filter(({ name }) => name !== own)],
    );
  }

  /** A text with what its sentences rest on, as this person may read it. */
  async function showText(exchange: Exchange, rest: string): Promise<void> {
    const { channel, person } = parse.parseReader(exchange.url.searchParams);
    const before = exchange.url.searchParams.get('before');
    if (before !== null && !/^\d{1,6}$/.test(before)) throw new Refusal(400, 'before');
    const text =
      person === undefined
        ? undefined
        : await texts?.find(
            parse.toReader({ channel, person }, mannersOf(exchange)),
            decode(rest),
            before === null ? undefined : Number(before),
          );
    if (!text) throw new Refusal(404, 'text-gone');
    sendJson(exchange.response, 200, text);
  }

  async function sendFile(exchange: Exchange, rest: string): Promise<void> {
    const reader = parse.parseReader(exchange.url.searchParams);
    const [id = '', index = ''] = rest.split('/');
    const post = await findSeen(decode(id), reader);
    const file = /^\d{1,3}$/.test(index) && !post.deletedAt ? post.files[Number(index)] : undefined;
    const bytes = file && (await memory.findFile(post.id, Number(index)));
    if (!file || !bytes) throw new Refusal(404, 'file');
    exchange.response.writeHead(200, {
      ...quietHeaders,
      'content-type': file.type,
      'content-length': bytes.length,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`,
      'content-security-policy': "default-src 'none'; sandbox",
    });
    exchange.response.end(bytes);
  }

  /** `after=` is a post's id or the `seq` of a change. */
  async function findPlace(after: string | null, channel: string): Promise<number> {
    if (after === null || after === '') return 0;
    const post = after.length <= 120 ? await memory.find(after) : undefined;
    if (post?.channel === channel) return post.order;
    if (/^\d{1,15}$/.test(after)) return Number(after);
    throw new Refusal(400, 'after');
  }

  async function findSeen(id: string, { channel, person }: { channel: string; person?: string | undefined }): Promise<KeptPost> {
    const post = await memory.find(id);
    if (post?.channel !== channel || !isSeenBy(post, person)) throw new Refusal(404, 'message');
    return post;
  }

  async function findOwn(rest: string, speaker: parse.Speaker): Promise<KeptPost> {
    const post = await findSeen(decode(rest), speaker);
    if (post.from !== speaker.person) throw new Refusal(403, 'not-yours');
    return post;
  }

  /** Threads are one level deep: a reply to a reply goes beside it. */
  async function findRoot(thread: string, reader: parse.Speaker): Promise<string> {
    const post = await findSeen(thread, reader);
    if (post.thread === null && post.privateTo !== null) throw new Refusal(400, 'private-thread');
    return post.thread ?? post.id;
  }
}

const unforeseen = (method: string | undefined): Refusal =>
  method === 'GET' || method === 'HEAD' ? new Refusal(503, 'not-read') : new Refusal(503, 'not-stored');

const mannersOf = ({ request, language }: Exchange): parse.Manners => {
  const zone = request.headers['time-zone'];
  return { language, timeZone: parse.parseTimeZone(typeof zone === 'string' ? zone : undefined) };
};

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new Refusal(404, 'message');
  }
}
