import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { LocalGone, LocalView } from '../../../src/platforms/local/render.ts';
import { aLocalPlatform } from '../../support/local-platform.ts';

let local: Awaited<ReturnType<typeof aLocalPlatform>>;
let channel: string;
let count = 0;
const open: { end(): void }[] = [];

beforeAll(async () => {
  local = await aLocalPlatform();
});
afterAll(async () => {
  for (const stream of open) stream.end();
  await local.close();
});
beforeEach(() => {
  channel = `Atelier ${++count}`;
});

/** One open stream, and what it has said so far. */
async function listen(person: string, { after, lastEventId }: { after?: string; lastEventId?: string } = {}) {
  const ending = new AbortController();
  const query = new URLSearchParams({ channel, person, ...(after === undefined ? {} : { after }) });
  const answer = await fetch(`${local.url}/local/stream?${query.toString()}`, {
    signal: ending.signal,
    headers: lastEventId === undefined ? {} : { 'last-event-id': lastEventId },
  });
  const heard: { id: string; post: LocalView | LocalGone }[] = [];
  const reading = (async () => {
    let text = '';
    for await (const chunk of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk;
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const lines = Object.fromEntries(
          text
            .slice(0, end)
            .split('\n')
            .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
        );
        if (lines['id'] !== undefined) heard.push({ id: lines['id'], post: JSON.parse(lines['data'] ?? '') });
        text = text.slice(end + 2);
      }
    }
  })().catch(() => {});
  const stream = {
    type: answer.headers.get('content-type'),
    heard,
    texts: () => heard.map(({ post }) => ('deleted' in post ? 'deleted' : post.text)),
    async hears(number: number) {
      for (let tries = 0; heard.length < number; tries++) {
        if (tries > 100) throw new Error(`Only ${heard.length} of ${number} posts were heard within five seconds.`);
        await sleep(50);
      }
    },
    end: () => ending.abort(),
    ended: reading,
  };
  open.push(stream);
  return stream;
}

const companionSays = (text: string, more: object = {}) =>
  local.platform.post({
    id: randomUUID(),
    channel: { platform: 'local', workspace: 'local', key: channel },
    message: { kind: 'kept', language: 'fr', blocks: [{ type: 'text', text }], actions: [], forms: [] },
    ...more,
  });

it('tells what happens from now on: posts, edits, deletions', async () => {
  await local.say(channel, 'Samira', 'Avant');
  const luc = await listen('Luc');
  expect(luc.type).toBe('text/event-stream; charset=utf-8');
  const { id } = (await local.say(channel, 'Samira', 'Bonjour')).json;
  await luc.hears(1);
  await local.call('PATCH', `/local/messages/${id}`, { channel, person: 'Samira', text: 'Bonjour !' });
  await luc.hears(2);
  await local.call('DELETE', `/local/messages/${id}`, { channel, person: 'Samira' });
  await luc.hears(3);
  expect(luc.texts()).toEqual(['Bonjour', 'Bonjour !', 'deleted']);
  expect(luc.heard[2]?.post).toEqual({ id, seq: expect.any(Number), thread: null, deleted: true });
});

it('tells each person their own private replies only, and nothing of other channels', async () => {
  const [luc, samira] = [await listen('Luc'), await listen('Samira')];
  await companionSays('Pour Samira', { privateTo: 'Samira' });
  await local.say(`${channel} bis`, 'Zoé', 'Ailleurs');
  await companionSays('Pour tous');
  await luc.hears(1);
  await samira.hears(2);
  expect(luc.texts()).toEqual(['Pour tous']);
  expect(samira.texts()).toEqual(['Pour Samira', 'Pour tous']);
});

it('goes on where a lost connection left, by its last event', async () => {
  const first = await listen('Luc');
  await companionSays('un');
  await first.hears(1);
  first.end();
  await first.ended;
  await companionSays('deux');
  await companionSays('trois');
  const again = await listen('Luc', { lastEventId: first.heard[0]?.id ?? '' });
  await again.hears(2);
  expect(again.texts()).toEqual(['deux', 'trois']);
  const list = await local.list(channel, 'Luc');
  expect((await listen('Luc', { after: String(list.at(-1)?.seq) })).heard).toEqual([]);
});

it('begins at the beginning when asked to, however much there is', async () => {
  for (let number = 0; number < 505; number++) await companionSays(`${number}`);
  const all = await listen('Luc', { after: '0' });
  await all.hears(505);
  expect(all.texts()).toEqual(Array.from({ length: 505 }, (_, number) => `${number}`));
});

it('loses nothing between the list and the stream while many people write', async () => {
  const writing = Promise.all(
    Array.from({ length: 5 }, async (_, writer) => {
      for (let turn = 0; turn < 12; turn++) await local.say(channel, `Voix ${writer}`, `${writer}.${turn}`);
    }),
  );
  await sleep(60);
  const list = await local.list(channel, 'Luc');
  const stream = await listen('Luc', { after: String(Math.max(0, ...list.map((post) => post.seq))) });
  await writing;
  await stream.hears(60 - list.length);
  const texts = [...list.map((post) => post.text), ...stream.texts()];
  expect(new Set(texts).size).toBe(60);
  expect(texts).toHaveLength(60);
});

it('ends when the platform stops', async () => {
  const own = await aLocalPlatform();
  const answer = await fetch(`${own.url}/local/stream?channel=Atelier`);
  const ended = answer.text();
  await own.platform.stop();
  expect(await ended).toContain('retry: 2000');
  expect((await own.call('GET', '/local/stream?channel=Atelier')).status).toBe(503);
  await own.close();
});
