import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Incoming, Reference } from '../../../src/core/incoming.ts';
import { directKey } from '../../../src/core/incoming.ts';
import type { Message } from '../../../src/core/message.ts';
import { type Delivery, DeliveryFailure } from '../../../src/ports.ts';
import type { Conversation, TeamsPerson } from '../../support/strict-teams.ts';
import { wordsIn } from '../../support/teams-card-reader.ts';
import { aTeamsPlatform, type TeamsPlatform } from '../../support/teams-platform.ts';

let place: TeamsPlatform;
let channel: Conversation;
let group: Conversation;
let samira: TeamsPerson;
let luc: TeamsPerson;

beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  place = await aTeamsPlatform();
});
afterAll(() => place.close());
beforeEach(async () => {
  samira = place.teams.person('Samira');
  luc = place.teams.person('Luc', 'nl-BE', 'guest');
  channel = place.teams.aChannel('Évaluation', [samira, luc]);
  group = place.teams.aGroupChat('Groupe', [samira, luc]);
  await place.teams.installs(samira, channel);
  await place.teams.installs(samira, group);
  place.teams.calls.length = 0;
});
afterEach(() => {
  place.teams.troubled();
  place.teams.target(true);
});

const aMessage = (text: string, over: Partial<Message> = {}): Message => ({
  kind: 'note',
  language: 'fr',
  blocks: [{ type: 'text', text }],
  actions: [],
  forms: [],
  ...over,
});

/** The reference that came with the newest incoming of a conversation. */
function referenceOf(conversation: Conversation): Reference {
  const found = place.received.findLast((incoming: Incoming) => incoming.reference?.['conversation'] === conversation.id);
  if (!found?.reference) throw new Error('Nothing came from there.');
  return found.reference;
}
const to = (conversation: Conversation, text: string, over: Partial<Delivery> = {}): Delivery => ({
  id: randomUUID(),
  channel: { platform: 'teams', workspace: place.teams.tenant, key: conversation.id },
  reference: referenceOf(conversation),
  message: aMessage(text),
  ...over,
});
const seen = (who: TeamsPerson, conversation: Conversation) =>
  place.teams.sees(who, conversation).map(({ id, root, activity, edits }) => ({ id, root, words: wordsIn(activity), edits }));
const failureOf = async (
  delivery: Delivery,
): Promise<Pick<DeliveryFailure, 'outcome' | 'scope' | 'retryAfterMs' | 'message'>> => {
  const failure = await place.platform.post(delivery).then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(failure instanceof DeliveryFailure)) throw new Error(`No failure: ${String(failure)}`);
  const { outcome, scope, retryAfterMs, message } = failure;
  return { outcome, scope, retryAfterMs, message };
};

describe('what the companion says in Teams', () => {
  it('is a new post in a channel, replied to in its thread, and changed in place', async () => {
    const post = await place.platform.post(to(channel, 'Question 1'));
    const reply = await place.platform.post(to(channel, 'Merci', { thread: post.message }));
    await place.platform.post(to(channel, 'Question 1, répondue', { update: post.message }));
    await place.platform.post(to(channel, 'Merci beaucoup', { update: reply.message, thread: post.message }));
    await place.platform.post(to(channel, 'Merci infiniment', { update: reply.message }));
    expect(seen(samira, channel)).toEqual([
      { id: post.message, root: undefined, words: 'Question 1, répondue', edits: 1 },
      { id: reply.message, root: post.message, words: 'Merci infiniment', edits: 2 },
    ]);
  });

  it('stands in a group chat without threads', async () => {
    const post = await place.platform.post(to(group, 'Question 1'));
    const reply = await place.platform.post(to(group, 'Merci', { thread: post.message }));
    await place.platform.post(to(group, 'Question 1, changée', { update: post.message }));
    expect(seen(luc, group).map(({ id, root, words }) => [id, root, words])).toEqual([
      [post.message, undefined, 'Question 1, changée'],
      [reply.message, undefined, 'Merci'],
    ]);
  });

  it('goes on in its own thread when one card cannot hold it', async () => {
    const long = aMessage('', {
      blocks: Array.from({ length: 40 }, (_, index) => ({ type: 'text' as const, text: `${index} ${'mot '.repeat(400)}` })),
    });
    const post = await place.platform.post(to(channel, '', { message: long }));
    const all = seen(samira, channel);
    expect(all.length).toBeGreaterThan(1);
    expect(all.map(({ root }) => root)).toEqual([undefined, ...all.slice(1).map(() => post.message)]);
    expect(all[0]?.id).toBe(post.message);
  });

  it('is shown to one person alone, in the thread, where Teams can', async () => {
    const post = await place.platform.post(to(channel, 'Question 1'));
    const whisper = await place.platform.post(to(channel, 'Pour vous', { thread: post.message, privateTo: samira.id }));
    expect(seen(samira, channel).map(({ words }) => words)).toEqual(['Question 1', 'Pour vous']);
    expect(seen(luc, channel).map(({ words }) => words)).toEqual(['Question 1']);
    await place.platform.post(
      to(channel, 'Toujours pour vous', { update: whisper.message, thread: post.message, privateTo: samira.id }),
    );
    expect(seen(samira, channel).map(({ words }) => words)).toEqual(['Question 1', 'Toujours pour vous']);
    expect(place.teams.calls.some(({ path }) => path.endsWith('?isTargetedActivity=true'))).toBe(true);
  });

  it('is said to that person alone, where Teams cannot, and changed there', async () => {
    place.teams.target(false);
    const whisper = await place.platform.post(to(channel, 'Pour vous', { privateTo: luc.id }));
    expect(seen(luc, channel)).toEqual([]);
    const alone = place.teams.alone(luc);
    if (!alone) throw new Error('Nobody opened a conversation with Luc.');
    expect(seen(luc, alone)).toMatchObject([{ id: whisper.message, words: 'Pour vous' }]);
    await place.platform.post(to(channel, 'Encore pour vous', { update: whisper.message, privateTo: luc.id }));
    expect(seen(luc, alone)).toMatchObject([{ words: 'Encore pour vous', edits: 1 }]);
  });

  it('reaches a person who never wrote, by what their tenant’s installation told', async () => {
    const delivery = to(channel, 'Bonjour Luc');
    const { reference: _none, ...rest } = delivery;
    const channelOf = { ...rest.channel, key: directKey(luc.id) };
    await place.platform.post({ ...rest, channel: channelOf });
    await place.platform.post({ ...rest, id: randomUUID(), channel: channelOf });
    const alone = place.teams.alone(luc);
    expect(alone && seen(luc, alone).map(({ words }) => words)).toEqual(['Bonjour Luc', 'Bonjour Luc']);
    expect(place.teams.calls.filter(({ path }) => path.endsWith('/v3/conversations'))).toHaveLength(1);
  });

  it('answers in the conversation that a person opened', async () => {
    const chat = place.teams.aPersonalChat(samira);
    await place.teams.installs(samira, chat);
    await place.teams.says(samira, chat, 'Bonjour');
    place.teams.calls.length = 0;
    await place.platform.post({
      ...to(chat, 'Bonjour Samira'),
      channel: { platform: 'teams', workspace: place.teams.tenant, key: directKey(samira.id) },
    });
    expect(seen(samira, chat).map(({ words }) => words)).toEqual(['Bonjour Samira']);
    expect(place.teams.calls).toHaveLength(1);
  });

  it('carries the token that Microsoft gave, to Teams and to nobody else', async () => {
    await place.platform.post(to(channel, 'Bonjour'));
    const elsewhere = { ...referenceOf(channel), serviceUrl: 'https://attacker.example/' };
    expect(await failureOf(to(channel, 'Bonjour', { reference: elsewhere }))).toMatchObject({
      outcome: 'never',
      scope: 'channel',
    });
    expect(place.teams.calls).toHaveLength(1);
  });
});

describe('what Teams refuses', () => {
  it.each<[number, string, number | undefined, Partial<DeliveryFailure>]>([
    [400, 'BadSyntax', undefined, { outcome: 'never', scope: 'message' }],
    [401, 'Unauthorized', undefined, { outcome: 'later', scope: 'workspace' }],
    [403, 'MessageWritesBlocked', undefined, { outcome: 'never', scope: 'channel' }],
    [403, 'BotNotInConversationRoster', undefined, { outcome: 'never', scope: 'channel' }],
    [404, 'ConversationNotFound', undefined, { outcome: 'never', scope: 'channel' }],
    [408, 'Timeout', undefined, { outcome: 'unknown', scope: 'message' }],
    [412, 'PreconditionFailed', undefined, { outcome: 'later', scope: 'message' }],
    [413, 'MessageSizeTooBig', undefined, { outcome: 'never', scope: 'message' }],
    [429, 'TooManyRequests', 17, { outcome: 'later', scope: 'channel', retryAfterMs: 17_000 }],
    [429, 'TooManyRequests', 999_999, { outcome: 'later', scope: 'channel', retryAfterMs: 3_600_000 }],
    [429, 'TooManyRequests', undefined, { outcome: 'later', scope: 'channel', retryAfterMs: undefined }],
    [500, 'ServiceError', undefined, { outcome: 'unknown', scope: 'message' }],
    [502, 'BadGateway', undefined, { outcome: 'unknown', scope: 'message' }],
    [503, 'ServiceUnavailable', undefined, { outcome: 'unknown', scope: 'message' }],
    [504, 'GatewayTimeout', undefined, { outcome: 'unknown', scope: 'message' }],
    [501, 'NotImplemented', undefined, { outcome: 'never', scope: 'message' }],
    [418, 'words, not a code <b>', undefined, { outcome: 'never', scope: 'message' }],
  ])('%i %s', async (status, code, retryAfter, expected) => {
    place.teams.troubled(status, code, retryAfter);
    const failure = await failureOf(to(channel, 'Bonjour'));
    expect(failure).toMatchObject(expected);
    expect(failure.message).toMatch(/^Teams answered \d{3}( \([A-Za-z]+\))?$/);
  });

  it('for a change says nothing of the channel', async () => {
    expect(await failureOf(to(channel, 'x', { update: 'nowhere' }))).toMatchObject({ outcome: 'never' });
    const { id } = await place.teams.says(luc, group, 'à moi');
    expect(await failureOf(to(group, 'x', { update: id }))).toMatchObject({ outcome: 'never', scope: 'message' });
  });

  it('an unknown conversation, an own removal, an oversized message', async () => {
    const gone = {
      ...to(channel, 'x'),
      channel: { platform: 'teams' as const, workspace: place.teams.tenant, key: '19:gone@thread.tacv2' },
    };
    expect(await failureOf(gone)).toMatchObject({ outcome: 'never', scope: 'channel' });
    const delivery = to(channel, 'x');
    await place.teams.removes(samira, channel);
    expect(await failureOf(delivery)).toMatchObject({ outcome: 'never', scope: 'channel' });
  });

  it('for one person leaves the channel open', async () => {
    for (const targeted of [true, false]) {
      place.teams.target(targeted);
      expect(await failureOf(to(channel, 'x', { privateTo: '29:nobody' }))).toMatchObject({ outcome: 'never', scope: 'message' });
      const update = { update: 'nowhere', privateTo: '29:nobody' };
      expect(await failureOf(to(channel, 'x', update))).toMatchObject({ outcome: 'never', scope: 'message' });
    }
  });

  it('in a channel it was removed from is not whispered elsewhere', async () => {
    const delivery = to(channel, 'x', { privateTo: samira.id });
    await place.teams.removes(samira, channel);
    expect(await failureOf(delivery)).toMatchObject({ outcome: 'never', scope: 'channel' });
    expect(place.teams.alone(samira)).toBeUndefined();
  });

  it('asks for a new token once when the old one is refused', async () => {
    let refused = 0;
    const server = createServer((request, response) => {
      request.resume();
      refused += 1;
      response
        .writeHead(refused === 1 ? 401 : 201, { 'content-type': 'application/json' })
        .end('{"id":"conv;messageid=5","activityId":"5"}');
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const address = server.address();
    const other = await aTeamsPlatform({
      settings: { connectorUrl: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}` },
    });
    try {
      expect(await other.platform.post(to(channel, 'Bonjour'))).toEqual({ message: '5' });
      expect(refused).toBe(2);
    } finally {
      await other.close();
      server.close();
    }
  });

  it('a lost answer may hide a message; a line that never opened does not', async () => {
    const server = createServer((request) => request.socket.destroy());
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const other = await aTeamsPlatform({ settings: { connectorUrl: `http://127.0.0.1:${port}` } });
    const outcome = (): Promise<unknown> =>
      other.platform
        .post(to(channel, 'Bonjour'))
        .catch((error: unknown) => (error instanceof DeliveryFailure ? error.outcome : error));
    try {
      expect(await outcome()).toBe('unknown');
      await new Promise((resolve) => {
        server.close(resolve);
      });
      expect(await outcome()).toBe('later');
    } finally {
      await other.close();
    }
  });
});

describe('what Teams knows', () => {
  it('of a person: the name, and who is a guest', async () => {
    expect(await place.platform.findPerson?.(place.teams.tenant, samira.id)).toEqual({ name: 'Samira', guest: false });
    expect(await place.platform.findPerson?.(place.teams.tenant, luc.id)).toEqual({ name: 'Luc', guest: true });
    expect(await place.platform.findPerson?.(place.teams.tenant, '29:nobody')).toBeUndefined();
    expect(await place.platform.findPerson?.('another-tenant', samira.id)).toBeUndefined();
  });

  it('of a file: fetched from where Teams keeps files, and from nowhere else', async () => {
    const file = (url: string) => ({ name: 'a.pdf', type: 'application/pdf', size: 0, remote: { url } });
    for (const url of [
      'https://attacker.example/a.pdf',
      'http://ateliers.sharepoint.com/a',
      'https://sharepoint.com.attacker.example/a',
      'http://169.254.169.254/latest',
      'file:///etc/passwd',
      '',
    ]) {
      await expect(place.platform.fetchFile?.(place.teams.tenant, file(url))).rejects.toMatchObject({ outcome: 'never' });
    }
    const served = createServer((request, response) => {
      const large = request.url === '/large';
      if (request.url === '/moved') return void response.writeHead(302, { location: 'https://attacker.example/' }).end();
      if (request.url === '/gone') return void response.writeHead(404).end();
      if (request.url === '/later') return void response.writeHead(503).end();
      response.writeHead(200, { 'content-type': 'application/pdf' });
      response.end(Buffer.alloc(large ? 26 * 1024 * 1024 : 5, 65));
    });
    await new Promise<void>((resolve) => {
      served.listen(0, '127.0.0.1', resolve);
    });
    const address = served.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
    const here = await aTeamsPlatform({ withoutAuth: true });
    try {
      const fetched = await here.platform.fetchFile?.(here.teams.tenant, {
        ...file(`${url}/a`),
        type: 'application/octet-stream',
      });
      expect(fetched && { type: fetched.type, text: Buffer.from(fetched.bytes).toString() }).toEqual({
        type: 'application/pdf',
        text: 'AAAAA',
      });
      for (const [path, outcome] of [
        ['large', 'never'],
        ['moved', 'never'],
        ['gone', 'never'],
        ['later', 'later'],
      ]) {
        await expect(here.platform.fetchFile?.(here.teams.tenant, file(`${url}/${path}`))).rejects.toMatchObject({ outcome });
      }
    } finally {
      await here.close();
      served.close();
      served.closeAllConnections();
    }
  });
});

it('labels words that a model wrote, and no others, in Teams’ own way', async () => {
  await place.post(
    to(channel, 'Nous avons entendu 14 personnes.', { message: aMessage('Écrit par une IA', { isByModel: true }) }),
  );
  await place.post(to(channel, 'Bonjour'));
  const entities = place.teams.sees(luc, channel).map(({ activity }) => activity['entities']);
  expect(entities.at(-2)).toEqual([
    {
      type: 'https://schema.org/Message',
      '@type': 'Message',
      '@context': 'https://schema.org',
      additionalType: ['AIGeneratedContent'],
    },
  ]);
  expect(entities.at(-1)).toBeUndefined();
});
