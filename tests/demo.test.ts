import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { directKey } from '../src/core/incoming.ts';
import { plainText } from '../src/core/message.ts';
import { createDispatcher } from '../src/flows/deliver-outbox.ts';
import { receive } from '../src/flows/receive.ts';
import { demoAccompanier, demoChannel, removeDemo, seedDemo } from '../src/play/demo.ts';
import { type Conversation, readConversation } from '../src/play/file.ts';
import { createPost } from '../src/platforms/local/post.ts';
import { createLocalPosts } from '../src/store/local-posts.ts';
import { aDatabase, asOwner } from './support/database.ts';
import { aLog } from './support/log.ts';
import { frames, theMethod, wording } from './support/scene.ts';

const method = theMethod();
const now = new Date();
const dayMs = 24 * 3_600_000;
const channel = demoChannel('fr');
const clock = { now: () => new Date() };
let database: Awaited<ReturnType<typeof aDatabase>>;
let conversation: Conversation;

beforeAll(async () => {
  database = await aDatabase();
  conversation = readConversation(await readFile('prompts/demo/fr.json', 'utf8'), method);
});
afterAll(() => database.drop());

const needs = () => ({ db: database.db, url: database.url, log: aLog(), method, wording, frames });
const seed = (language: 'fr' | 'nl' = 'fr') => seedDemo(conversation, language, now, needs());
const memory = () => createLocalPosts(needs());
const count = async (table: string, where = 'true'): Promise<number> => {
  const [row] = await asOwner<{ count: string }>(database.url, `select count(*) from ${table} where ${where}`);
  return Number(row?.count);
};

/** The companion as it runs: with its own clock, delivering whatever is due. */
const aDispatcher = () =>
  createDispatcher({ ...needs(), platforms: { post: createPost({ memory: memory(), clock }) }, clock }, { sweepMs: 20 });

describe('the demo', () => {
  it('appears on the page at once, half way through and dated in the past weeks, while the companion runs', async () => {
    const dispatcher = aDispatcher();
    dispatcher.start();
    expect(await seed()).toBe('seeded');
    await dispatcher.stop();

    const posts = await memory().list(channel, 0, 1000);
    expect(new Set(posts.map(({ from }) => from))).toEqual(new Set(['companion', 'Samira', 'Luc', 'Fatou']));
    expect(posts.every(({ at }) => at < now)).toBe(true);
    expect(Math.max(...posts.map(({ at }) => at.getTime()))).toBeGreaterThan(now.getTime() - dayMs);
    expect(Math.min(...posts.map(({ at }) => at.getTime()))).toBeLessThan(now.getTime() - 21 * dayMs);
    const said = posts.find(({ text }) => text.startsWith('Nous voulons mettre des mots sur le reste'));
    expect(posts.find(({ id }) => id === said?.thread)?.message).toMatchObject({
      kind: 'question',
      about: { question: 'why-now' },
    });
    expect(await memory().channels()).toContainEqual({ name: channel, people: ['Fatou', 'Luc', 'Samira'] });

    expect(await count('outbox', "state <> 'sent' and state <> 'cancelled'")).toBe(0);
    expect(await count('question_states', "status = 'answered'")).toBe(19);
    expect(await count('evaluations', 'trial')).toBe(1);
  });

  it('has somebody who accompanies the team, with a place of their own on the page', async () => {
    expect(await memory().deskOf(demoAccompanier)).toBe('teams');
    const local = { platform: 'local' as const, workspace: 'local' };
    await receive(
      { ...needs(), clock, newId: () => crypto.randomUUID() },
      {
        kind: 'home',
        deliveryKey: 'first-look',
        at: new Date(),
        channel: { ...local, key: directKey(demoAccompanier) },
        direct: true,
        sender: { ...local, user: demoAccompanier, name: demoAccompanier },
      },
    );
    await aDispatcher().drain();
    const shown = (await memory().list(directKey(demoAccompanier), 0, 10)).at(-1)?.message;
    expect(shown && plainText(shown)).toContain('Mon accompagnement : 1 équipe');
    expect(shown && plainText(shown)).toContain('Les Ateliers du Canal');
  });

  it('is not seeded twice', async () => {
    const before = await count('local_posts');
    expect(await seed()).toBe('already-there');
    expect(await count('local_posts')).toBe(before);
  });

  it('goes on with whoever writes there', async () => {
    const place = { platform: 'local' as const, workspace: 'local' };
    const dealt = await receive(
      { ...needs(), clock, newId: () => crypto.randomUUID() },
      {
        kind: 'message',
        deliveryKey: 'first-visit',
        at: now,
        channel: { ...place, key: channel },
        direct: false,
        sender: { ...place, user: 'Luc', name: 'Luc' },
        message: 'first-visit',
        text: 'Bilans de parcours ; feuilles de présence',
        files: [],
        addressed: true,
      },
    );
    expect(dealt.readings).toEqual(['answer']);
    await aDispatcher().drain();
    expect((await memory().list(channel, 0, 1000)).at(-1)?.message).not.toBeNull();
  });

  it('is removed with everything that was said in it, and can come back', async () => {
    expect(await removeDemo('fr', needs())).toBe('removed');
    for (const table of [
      'structures',
      'evaluations',
      'contributions',
      'contribution_versions',
      'answer_versions',
      'question_states',
      'outbox',
      'said',
      'channels',
      'local_posts',
      'local_people',
      'desks',
      'accompaniments',
    ])
      expect({ table, rows: await count(table) }).toEqual({ table, rows: 0 });
    expect(await removeDemo('fr', needs())).toBe('not-there');
    expect(await seed()).toBe('seeded');
  });

  it('never touches a team that talks in its channel', async () => {
    await asOwner(database.url, 'update evaluations set trial = false');
    expect(await seed()).toBe('taken');
    expect(await removeDemo('fr', needs())).toBe('taken');
    expect(await count('evaluations')).toBe(1);
  });

  it('leaves nothing of itself when it cannot be played to its end', async () => {
    const broken: Conversation = {
      ...conversation,
      turns: conversation.turns.map((turn, at) => (at === 9 ? { ...turn, person: 'nobody' } : turn)),
    };
    await expect(seedDemo(broken, 'nl', now, needs())).rejects.toThrow();
    expect(await count('local_posts', `channel = '${demoChannel('nl')}'`)).toBe(0);
    expect(await count('evaluations')).toBe(1);
  });
});

describe('npm run demo', () => {
  const command = (...args: string[]) =>
    promisify(execFile)(process.execPath, ['src/commands/demo.ts', ...args], {
      env: { ...process.env, DATABASE_URL: database.url },
    }).then(
      ({ stdout }) => ({ code: 0, words: stdout }),
      (error: { code: number; stdout: string; stderr: string }) => ({ code: error.code, words: error.stdout + error.stderr }),
    );

  it('says where to look, in the language that was asked for, and how to take it away', async () => {
    const { code, words } = await command('--language', 'nl');
    expect(code).toBe(0);
    expect(words).toContain('the channel les-ateliers-du-canal-nl and one of the first names Samira, Luc, Fatou');
    expect(words).toContain('npm run demo -- --remove --language nl');
    const posts = await memory().list(demoChannel('nl'), 0, 1000);
    expect(posts.find(({ message }) => message?.kind === 'question')?.message?.language).toBe('nl');
    expect((await command('--language', 'nl', '--remove')).words).toContain('The demo was removed');
    expect((await command('--language', 'nl', '--remove')).words).toContain('There is no demo to remove');
  });

  it.each([
    [['--language', 'de'], '--language is "de": use one of fr, nl, en'],
    [['--remov'], "Unknown option '--remov'"],
  ])('says in a sentence what it cannot do: %j', async (args, says) => {
    const { code, words } = await command(...args);
    expect(code).toBe(1);
    expect(words).toContain(says);
  });
});
