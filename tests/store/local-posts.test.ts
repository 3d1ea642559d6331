import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createLocalPosts, type NewPost } from '../../src/store/local-posts.ts';
import { aDatabase, asOwner } from '../support/database.ts';
import { aLog } from '../support/log.ts';

let database: Awaited<ReturnType<typeof aDatabase>>;
let posts: ReturnType<typeof createLocalPosts>;
let channel: string;
let count = 0;

beforeAll(async () => {
  database = await aDatabase({ poolSize: 12 });
  posts = createLocalPosts({ db: database.db, url: database.url, log: aLog() });
});
afterAll(() => database.drop());
beforeEach(() => {
  channel = `Atelier ${++count}`;
});

const now = new Date('2026-03-04T10:00:00Z');

const aPost = (more: Partial<NewPost> = {}): NewPost => ({
  id: `post-${++count}`,
  channel,
  thread: null,
  from: 'Samira',
  privateTo: null,
  text: 'Bonjour',
  message: null,
  files: [],
  pinned: false,
  at: now,
  ...more,
});

it('keeps a post as it was given', async () => {
  const message = {
    kind: 'kept',
    language: 'fr' as const,
    about: { question: 'why-now', version: 3 },
    blocks: [{ type: 'text' as const, text: 'C’est noté.' }],
    actions: [],
    forms: [],
  };
  const post = aPost({ from: 'companion', privateTo: 'Luc', pinned: true, message, thread: 'another' });
  const added = await posts.add(post);
  expect(added).toEqual({ ...post, editedAt: null, deletedAt: null, seq: added.seq, order: added.seq });
  expect(await posts.find(post.id)).toEqual(added);
  expect(await posts.find('never posted')).toBeUndefined();
});

it('adds the same id once, whatever comes with it, and gives back what is there', async () => {
  const post = aPost({ text: 'La première fois' });
  const first = await posts.add(post, [Buffer.from('un')]);
  const copies = await Promise.all(
    Array.from({ length: 8 }, () => posts.add({ ...post, text: 'Une copie' }, [Buffer.from('deux')])),
  );
  for (const copy of copies) expect(copy).toEqual(first);
  expect(await posts.list(channel, 0, 10)).toEqual([first]);
});

it('lists changes in their order, from any of them on', async () => {
  const first = await posts.add(aPost());
  const second = await posts.add(aPost());
  const edited = await posts.change(first.id, { text: 'Bonjour à tous' }, now);
  expect(edited).toMatchObject({ text: 'Bonjour à tous', editedAt: now, order: first.order });
  expect((await posts.list(channel, 0, 10)).map((post) => post.id)).toEqual([second.id, first.id]);
  expect((await posts.list(channel, second.seq, 10)).map((post) => post.id)).toEqual([first.id]);
  expect((await posts.list(channel, 0, 1)).map((post) => post.id)).toEqual([second.id]);
  expect(await posts.list(channel, edited?.seq ?? 0, 10)).toEqual([]);
  expect(await posts.getLastSeq(channel)).toBe(edited?.seq);
  expect(await posts.getLastSeq('somewhere else')).toBe(0);
});

it('forgets the words and files of a deleted post, and keeps its place', async () => {
  const files = [{ name: 'atelier.txt', type: 'text/plain', bytes: 7 }];
  const { id } = await posts.add(aPost({ text: 'À oublier', files }), [Buffer.from('atelier')]);
  expect(Buffer.from((await posts.findFile(id, 0)) ?? []).toString()).toBe('atelier');
  expect(await posts.change(id, { deleted: true }, now)).toMatchObject({ id, text: '', files: [], deletedAt: now });
  expect(await posts.findFile(id, 0)).toBeUndefined();
  expect(await posts.change(id, { text: 'De retour' }, now)).toBeUndefined();
  expect(await posts.list(channel, 0, 10)).toMatchObject([{ id, text: '' }]);
});

it('pins without counting that as an edit', async () => {
  const { id } = await posts.add(aPost({ from: 'companion' }));
  expect(await posts.change(id, { pinned: true }, now)).toMatchObject({ pinned: true, editedAt: null });
});

it('knows who is in which channel, whether they posted or only came', async () => {
  await posts.add(aPost({ from: 'Samira' }));
  await posts.add(aPost({ from: 'companion' }));
  expect(await posts.knows(channel, 'Luc')).toBe(false);
  await Promise.all([posts.meet(channel, 'Luc'), posts.meet(channel, 'Luc')]);
  expect(await posts.knows(channel, 'Luc')).toBe(true);
  expect((await posts.channels()).find((one) => one.name === channel)).toEqual({ name: channel, people: ['Samira', 'Luc'] });
});

it('never shows a later change before an earlier one, however many write at once', async () => {
  const writers = Array.from({ length: 10 }, async (_, writer) => {
    for (let turn = 0; turn < 15; turn++) {
      const { id } = await posts.add(aPost({ id: `${channel}-${writer}-${turn}` }));
      if (turn % 3 === 0) await posts.change(id, { text: `${turn}` }, now);
    }
  });
  let isWriting = true;
  const written = Promise.all(writers).then(() => (isWriting = false));
  const seen = new Map<string, number>();
  for (let last = 0; ;) {
    const lastRound = !isWriting;
    const some = await posts.list(channel, last, 7);
    for (const post of some) seen.set(post.id, post.seq);
    last = some.at(-1)?.seq ?? last;
    if (lastRound && some.length === 0) break;
  }
  await written;
  const all = await posts.list(channel, 0, 1000);
  expect(all).toHaveLength(150);
  expect(new Map(all.map((post) => [post.id, post.seq]))).toEqual(seen);
});

it('tells of changes made by another process, also after its connection broke', async () => {
  const told: (string | undefined)[] = [];
  const watching = posts.watch((name) => told.push(name));
  await until(() => told.length > 0);
  const another = await aSecondProcess();
  try {
    await another.posts.add(aPost());
    await until(() => told.includes(channel));

    told.length = 0;
    await asOwner(database.url, `select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %local_posts%'`);
    await until(() => told.includes(undefined));
    told.length = 0;
    await another.posts.add(aPost());
    await until(() => told.includes(channel));
  } finally {
    await watching.stop();
    await another.close();
  }
  const before = told.length;
  await posts.add(aPost());
  await sleep(100);
  expect(told).toHaveLength(before);
});

async function aSecondProcess() {
  const { openDatabase } = await import('../../src/store/database.ts');
  const db = await openDatabase({ url: database.url, poolSize: 2, log: aLog() });
  return { posts: createLocalPosts({ db, url: database.url, log: aLog() }), close: () => db.close() };
}

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; !isSo(); tries++) {
    if (tries > 200) throw new Error('It did not happen within ten seconds.');
    await sleep(50);
  }
}
