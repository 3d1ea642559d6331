import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../../src/core/message.ts';
import { aLocalPlatform } from '../../support/local-platform.ts';

let local: Awaited<ReturnType<typeof aLocalPlatform>>;
let channel: string;
let count = 0;

beforeAll(async () => {
  local = await aLocalPlatform();
});
afterAll(() => local.close());
beforeEach(() => {
  channel = `Atelier ${++count}`;
  local.received.length = 0;
  local.receiveWith(() => Promise.resolve({ fresh: true }));
});

const place = (key: string) => ({ platform: 'local', workspace: 'local', key });

const aQuestion: Message = {
  kind: 'question',
  language: 'fr',
  about: { question: 'why-now', version: 4 },
  blocks: [
    { type: 'heading', text: 'Question 1' },
    { type: 'text', text: 'Pourquoi maintenant ?' },
  ],
  actions: [
    { id: 'answer', label: 'Répondre', style: 'primary' },
    { id: 'choose', label: 'Améliorer', value: 'improve' },
  ],
  forms: [
    {
      action: 'answer',
      title: 'Réponse',
      submit: 'Envoyer',
      fields: [{ id: 'why-now', label: 'Pourquoi ?', kind: 'long-text', required: true }],
    },
  ],
};

const post = (message: Message, more: object = {}) =>
  local.platform.post({ id: randomUUID(), channel: { platform: 'local', workspace: 'local', key: channel }, message, ...more });

describe('a message', () => {
  it('is kept, heard by the companion, and seen by everybody', async () => {
    const { status, json } = await local.say(channel, 'Samira', 'Bonjour à tous');
    expect(status).toBe(202);
    expect(local.received).toEqual([
      {
        kind: 'message',
        deliveryKey: `local:message:${json.id}`,
        at: expect.any(Date),
        channel: place(channel),
        direct: false,
        sender: { platform: 'local', workspace: 'local', user: 'Samira', name: 'Samira' },
        message: json.id,
        text: 'Bonjour à tous',
        files: [],
        addressed: true,
      },
    ]);
    const [seen, ...others] = await local.list(channel, 'Luc');
    expect(others).toEqual([]);
    expect(seen).toEqual({
      id: json.id,
      seq: expect.any(Number),
      order: seen?.seq,
      thread: null,
      from: 'Samira',
      text: 'Bonjour à tous',
      actions: [],
      at: local.received[0]?.at.toISOString(),
    });
  });

  it('brings the language and the time zone of the browser', async () => {
    const headers = { 'accept-language': 'de, nl-BE;q=0.8, fr;q=0.7', 'time-zone': 'Europe/Brussels' };
    await local.call('POST', '/local/messages', { channel, person: 'An', text: 'Dag' }, headers);
    expect(local.received[0]?.sender).toMatchObject({ language: 'nl', timeZone: 'Europe/Brussels' });
  });

  it('sent twice under one id is one message, with the same answer', async () => {
    const id = randomUUID();
    for (let copy = 0; copy < 3; copy++)
      expect(await local.say(channel, 'Samira', 'Une fois', { id })).toMatchObject({ status: 202, json: { id } });
    expect(await local.list(channel, 'Samira')).toHaveLength(1);
    expect(new Set(local.received.map((incoming) => incoming.deliveryKey)).size).toBe(1);
  });

  it('cannot take the id of another one', async () => {
    const id = randomUUID();
    await local.say(channel, 'Samira', 'La mienne', { id });
    for (const other of [
      { channel, person: 'Luc', text: 'La mienne' },
      { channel, person: 'Samira', text: 'Autre chose' },
      { channel: `${channel} bis`, person: 'Samira', text: 'La mienne' },
    ]) {
      expect((await local.call('POST', '/local/messages', { ...other, id })).status).toBe(409);
    }
    expect((await local.say(channel, 'Samira', 'x', { id: 'companion:1' })).status).toBe(400);
    expect(await local.list(channel, 'Luc')).toMatchObject([{ from: 'Samira', text: 'La mienne' }]);
  });

  it('that could not be received is neither lost nor doubled by a second try', async () => {
    const id = randomUUID();
    local.receiveWith(() => Promise.reject(new Error('The database does not answer.')));
    const failed = await local.call(
      'POST',
      '/local/messages',
      { id, channel, person: 'An', text: 'Hallo' },
      { 'accept-language': 'nl' },
    );
    expect(failed.status).toBe(503);
    expect(failed.json.error).toMatch(/niet opgeslagen.*opnieuw/);
    expect(failed.headers.get('retry-after')).toBe('2');
    expect(local.received).toEqual([]);

    local.receiveWith(() => Promise.resolve({ fresh: true }));
    expect((await local.say(channel, 'An', 'Hallo', { id })).status).toBe(202);
    expect(local.received).toMatchObject([{ kind: 'message', message: id, text: 'Hallo' }]);
    expect(await local.list(channel, 'An')).toHaveLength(1);
  });

  it('stands in a thread, and a reply to a reply stands beside it', async () => {
    const root = (await local.say(channel, 'Samira', 'Une idée')).json.id;
    const reply = (await local.say(channel, 'Luc', 'Oui', { thread: root })).json.id;
    await local.say(channel, 'Fatou', 'Moi aussi', { thread: reply });
    expect((await local.list(channel, 'Luc')).map((one) => one.thread)).toEqual([null, root, root]);
    expect(local.received[2]).toMatchObject({ thread: root });
    expect((await local.say(channel, 'Luc', 'Où ?', { thread: 'nowhere' })).status).toBe(404);
    const whisper = (await post(aQuestion, { privateTo: 'Luc' })).message;
    expect((await local.say(channel, 'Luc', 'Merci', { thread: whisper })).status).toBe(400);
    const aside = (await post(aQuestion, { privateTo: 'Luc', thread: root })).message;
    await local.say(channel, 'Luc', 'Merci', { thread: aside });
    expect((await local.list(channel, 'Samira')).at(-1)).toMatchObject({ text: 'Merci', thread: root });
  });

  it('may be empty, or only a file, which can be had again', async () => {
    expect((await local.say(channel, 'Samira', '')).status).toBe(202);
    const base64 = Buffer.from('chiffres;62').toString('base64');
    const files = [{ name: '../../tableau « été ».csv', type: 'text/csv', base64 }];
    expect((await local.say(channel, 'Samira', '', { files })).status).toBe(202);
    expect(local.received[1]).toMatchObject({
      text: '',
      files: [{ name: 'tableau « été ».csv', type: 'text/csv', bytes: Buffer.from('chiffres;62') }],
    });

    const file = (await local.list(channel, 'Luc')).at(-1)?.files?.[0];
    expect(file).toMatchObject({ name: 'tableau « été ».csv', type: 'text/csv', bytes: 11 });
    const answer = await local.call('GET', file?.url ?? '');
    expect(answer.text).toBe('chiffres;62');
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''tableau%20%C2%AB%20%C3%A9t%C3%A9%20%C2%BB.csv`,
    );
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await local.call('GET', (file?.url ?? '').replace('/0?', '/1?'))).status).toBe(404);
  });

  it('is kept as what it is: markup, controls, half an emoji, other scripts', async () => {
    for (const text of [
      '<script>alert(1)</script>',
      `a\u0000b\ud83d`,
      '🧡'.repeat(50),
      'x'.repeat(100_000),
      "'; drop table local_posts; --",
    ]) {
      expect((await local.say(channel, 'Zoé', text)).status).toBe(202);
    }
    const texts = (await local.list(channel, 'Luc')).map((one) => one.text);
    expect(texts).toEqual(local.received.map((incoming) => 'text' in incoming && incoming.text));
    expect(texts.slice(0, 2)).toEqual(['<script>alert(1)</script>', 'ab\ufffd']);
    expect(texts[3]).toHaveLength(100_000);
  });
});

describe('names', () => {
  it('are plain, in any script, and one spelling is one name', async () => {
    for (const name of ['Zoë', 'Anne-Marie', 'N’Diaye', 'D. Peeters_2', 'Ελένη', '李明'])
      expect((await local.say(channel, name, 'Bonjour')).status).toBe(202);
    await local.say(`  ${channel.replace(' ', '   ')} `, 'Zoe\u0308', 'Encore');
    expect((await local.list(channel, 'Luc')).map((one) => one.from)).toEqual([
      'Zoë',
      'Anne-Marie',
      "N'Diaye",
      'D. Peeters_2',
      'Ελένη',
      '李明',
      'Zoë',
    ]);
  });

  it.each([undefined, 12, '', '   ', '...', 'a/b', '<b>', 'companion', 'Companion', 'x'.repeat(61), 'a\nb\u202e'])(
    'that are not are refused: %j',
    async (name) => {
      const { status, json } = await local.call('POST', '/local/messages', { channel, person: name, text: 'x' });
      expect(status).toBe(400);
      expect(json.error).toContain('« person »');
      if (name?.toString().toLowerCase() !== 'companion') {
        expect((await local.call('POST', '/local/messages', { channel: name, person: 'Luc', text: 'x' })).json.error).toContain(
          '« channel »',
        );
      }
      expect(local.received).toEqual([]);
    },
  );

  it('make a place where one person is alone with the companion', async () => {
    expect((await local.say('dm:Samira', 'Samira', 'Entre nous')).status).toBe(202);
    expect(local.received[0]).toMatchObject({ direct: true, channel: place('dm:Samira') });
    expect((await local.say('dm:Samira', 'Luc', 'Coucou')).status).toBe(403);
    expect((await local.call('GET', '/local/messages?channel=dm:Samira&person=Luc')).status).toBe(403);
    expect((await local.call('GET', '/local/stream?channel=dm:Samira')).status).toBe(403);
    const named = async (who: string) =>
      (await local.call('GET', `/local/channels?person=${who}`)).json.map((one: { name: string }) => one.name);
    expect(await named('Samira')).toContain('dm:Samira');
    expect(await named('Luc')).not.toContain('dm:Samira');
  });
});

describe('an edit', () => {
  it('changes one’s own words, is heard, and is listed again', async () => {
    const { id } = (await local.say(channel, 'Samira', '62')).json;
    await local.say(channel, 'Luc', 'Merci', { thread: id });
    expect((await local.call('PATCH', `/local/messages/${id}`, { channel, person: 'Samira', text: '64' })).status).toBe(202);
    expect(local.received.at(-1)).toMatchObject({ kind: 'edit', message: id, text: '64' });
    expect(await local.list(channel, 'Luc')).toMatchObject([{ id, text: '64', editedAt: expect.any(String) }, { text: 'Merci' }]);
    expect((await local.list(channel, 'Luc', id)).map((one) => one.text)).toEqual(['64', 'Merci']);
  });

  it('in a thread says so, and a second try is the same delivery', async () => {
    const root = (await local.say(channel, 'Samira', 'Question')).json.id;
    const { id } = (await local.say(channel, 'Samira', 'un', { thread: root })).json;
    const keys = [];
    for (const text of ['deux', 'deux', 'un', 'deux']) {
      await local.call('PATCH', `/local/messages/${id}`, { channel, person: 'Samira', text });
      expect(local.received.at(-1)).toMatchObject({ kind: 'edit', thread: root, text });
      keys.push(local.received.at(-1)?.deliveryKey);
    }
    expect(keys[1]).toBe(keys[0]);
    expect(new Set(keys).size).toBe(3);
  });

  it('of the same words is none', async () => {
    const { id } = (await local.say(channel, 'Samira', 'pareil')).json;
    expect((await local.call('PATCH', `/local/messages/${id}`, { channel, person: 'Samira', text: 'pareil' })).status).toBe(202);
    expect(local.received).toHaveLength(1);
  });

  it('or deletion of someone else’s message is refused in words', async () => {
    const { id } = (await local.say(channel, 'Samira', 'À moi')).json;
    const { message } = await post(aQuestion);
    for (const other of [id, encodeURIComponent(message)]) {
      const edit = await local.call('PATCH', `/local/messages/${other}`, { channel, person: 'Luc', text: 'À moi' });
      expect(edit).toMatchObject({ status: 403, json: { error: expect.stringContaining('autre personne') } });
      expect((await local.call('DELETE', `/local/messages/${other}`, { channel, person: 'Luc' })).status).toBe(403);
    }
    expect((await local.call('PATCH', '/local/messages/none', { channel, person: 'Luc', text: 'x' })).status).toBe(404);
    expect(local.received).toHaveLength(1);
  });
});

describe('a deletion', () => {
  it.each(['body', 'query'])('takes one’s own message away, told in the %s, as often as it is sent', async (how) => {
    const { id } = (await local.say(channel, 'Samira', 'À oublier')).json;
    const who = { channel, person: 'Samira' };
    const remove = () =>
      how === 'body'
        ? local.call('DELETE', `/local/messages/${id}`, who)
        : local.call('DELETE', `/local/messages/${id}?${new URLSearchParams(who).toString()}`);
    expect((await remove()).status).toBe(202);
    expect((await remove()).status).toBe(202);
    expect(local.received.slice(1)).toMatchObject([
      { kind: 'deletion', message: id },
      { kind: 'deletion', message: id },
    ]);
    expect(local.received[2]?.deliveryKey).toBe(local.received[1]?.deliveryKey);
    expect(await local.list(channel, 'Luc')).toEqual([]);
    expect((await local.call('PATCH', `/local/messages/${id}`, { ...who, text: 'x' })).status).toBe(404);
    expect((await local.say(channel, 'Samira', 'À oublier', { id })).status).toBe(202);
    expect(local.received).toHaveLength(3);
  });
});

describe('a press', () => {
  it('brings back what the message is about, never what the caller says it is', async () => {
    const { message } = await post(aQuestion);
    const press = { channel, person: 'Luc', message, action: 'choose', value: 'improve', about: { question: 'key-message' } };
    expect((await local.call('POST', '/local/actions', press)).status).toBe(202);
    expect(local.received[0]).toEqual({
      kind: 'press',
      deliveryKey: expect.stringContaining('local:action:'),
      at: expect.any(Date),
      channel: place(channel),
      direct: false,
      sender: expect.objectContaining({ user: 'Luc' }),
      message,
      action: 'choose',
      value: 'improve',
      about: aQuestion.about,
    });
  });

  it('on what is no longer offered is passed on, so that the companion can explain', async () => {
    const { message } = await post(aQuestion);
    await post({ ...aQuestion, actions: [], forms: [], about: { question: 'why-now', version: 5 } }, { update: message });
    expect((await local.call('POST', '/local/actions', { channel, person: 'Luc', message, action: 'skip' })).status).toBe(202);
    expect(local.received[0]).toMatchObject({ kind: 'press', action: 'skip', about: { version: 5 } });
  });

  it('sent again under its id is the same delivery; the same id of someone else is another', async () => {
    const { message } = await post(aQuestion);
    for (const person of ['Luc', 'Luc', 'Samira'])
      await local.call('POST', '/local/actions', { id: 'p1', channel, person, message, action: 'skip' });
    const [first, second, third] = local.received.map((incoming) => incoming.deliveryKey);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  it('needs a message one can see', async () => {
    const { message } = await post(aQuestion, { privateTo: 'Samira' });
    const press = { channel, message, action: 'skip' };
    expect((await local.call('POST', '/local/actions', { ...press, person: 'Luc' })).status).toBe(404);
    expect((await local.call('POST', '/local/actions', { ...press, person: 'Samira', channel: `${channel} bis` })).status).toBe(
      404,
    );
    expect((await local.call('POST', '/local/actions', { channel, person: 'Luc', action: 'skip' })).status).toBe(400);
    expect((await local.call('POST', '/local/actions', { ...press, person: 'Samira' })).status).toBe(202);
    expect(local.received).toHaveLength(1);
  });

  it('that could not be received says so, in words', async () => {
    const { message } = await post(aQuestion);
    local.receiveWith(() => Promise.reject(new Error('no')));
    expect(await local.call('POST', '/local/actions', { channel, person: 'Luc', message, action: 'skip' })).toMatchObject({
      status: 503,
      json: { error: expect.stringContaining('Réessayez') },
    });
  });
});

describe('a form', () => {
  it('brings its fields and files', async () => {
    const { message } = await post(aQuestion);
    const fields = { 'why-now': 'Parce que', several: ['a', 'b'], heard: 12 };
    const files = [{ name: 'note.txt', type: 'text/plain', base64: Buffer.from('oui').toString('base64') }];
    expect(
      (await local.call('POST', '/local/actions', { channel, person: 'Luc', message, action: 'answer', fields, files })).status,
    ).toBe(202);
    expect(local.received[0]).toMatchObject({
      kind: 'form',
      message,
      action: 'answer',
      fields: { 'why-now': 'Parce que', several: ['a', 'b'], heard: '12' },
      files: [{ name: 'note.txt', bytes: Buffer.from('oui') }],
      about: aQuestion.about,
    });
  });

  it('that is refused comes back with the reasons, field by field', async () => {
    const { message } = await post(aQuestion);
    local.receiveWith(() => Promise.resolve({ fresh: true, formErrors: { 'why-now': 'Il manque une réponse.' } }));
    expect(
      await local.call('POST', '/local/actions', { channel, person: 'Luc', message, action: 'answer', fields: {} }),
    ).toMatchObject({
      status: 422,
      json: { errors: { 'why-now': 'Il manque une réponse.' } },
    });
  });

  it('needs no message', async () => {
    expect(
      (await local.call('POST', '/local/actions', { channel, person: 'Luc', action: 'start', fields: { structure: 'x' } }))
        .status,
    ).toBe(202);
    expect(local.received[0]).toMatchObject({ kind: 'form', action: 'start' });
    expect(local.received[0]).not.toHaveProperty('message');
  });

  it.each([{ fields: 'x' }, { fields: { a: { b: 1 } } }, { fields: { 'a b': 'x' } }, { fields: [1] }])(
    'with %j is refused',
    async (wrong) => {
      expect((await local.call('POST', '/local/actions', { channel, person: 'Luc', action: 'start', ...wrong })).status).toBe(
        400,
      );
    },
  );
});

describe('an arrival', () => {
  it('is told to the companion once, and not for who already spoke', async () => {
    await local.say(channel, 'Samira', 'Bonjour');
    for (const person of ['Samira', 'Luc', 'Luc'])
      expect((await local.call('POST', '/local/arrivals', { channel, person })).status).toBe(202);
    expect(local.received.slice(1)).toMatchObject([{ kind: 'arrival', sender: { user: 'Luc' } }]);
    expect((await local.call('GET', '/local/channels')).json).toContainEqual({ name: channel, people: ['Samira', 'Luc'] });
  });

  it('that could not be received is told again next time', async () => {
    local.receiveWith(() => Promise.reject(new Error('no')));
    expect((await local.call('POST', '/local/arrivals', { channel, person: 'Luc' })).status).toBe(503);
    local.receiveWith(() => Promise.resolve({ fresh: true }));
    expect((await local.call('POST', '/local/arrivals', { channel, person: 'Luc' })).status).toBe(202);
    expect(local.received).toMatchObject([{ kind: 'arrival' }]);
  });
});

describe('the list', () => {
  it('shows a person their own private replies, and nobody else’s', async () => {
    await post(aQuestion);
    await post(aQuestion, { privateTo: 'Samira' });
    expect(await local.list(channel, 'Samira')).toMatchObject([{}, { private: true }]);
    expect(await local.list(channel, 'Luc')).toHaveLength(1);
    expect((await local.call('GET', `/local/messages?channel=${channel}`)).json).toHaveLength(1);
  });

  it('goes on from a post’s id or from a change’s number', async () => {
    const first = (await local.say(channel, 'Luc', 'un')).json.id;
    const second = (await local.say(channel, 'Luc', 'deux')).json.id;
    await local.say(channel, 'Luc', 'trois');
    const all = await local.list(channel, 'Luc');
    expect((await local.list(channel, 'Luc', first)).map((one) => one.text)).toEqual(['deux', 'trois']);
    expect((await local.list(channel, 'Luc', String(all[1]?.seq))).map((one) => one.text)).toEqual(['trois']);
    // An edit moves neither the post nor the place that its id stands for.
    await local.call('PATCH', `/local/messages/${second}`, { channel, person: 'Luc', text: 'deux !' });
    expect((await local.list(channel, 'Luc')).map((one) => one.text)).toEqual(['un', 'deux !', 'trois']);
    expect((await local.list(channel, 'Luc', second)).map((one) => one.text)).toEqual(['deux !', 'trois']);
    expect((await local.call('GET', `/local/messages?channel=${channel}&after=never`)).status).toBe(400);
  });

  it('holds a long conversation whole, and in order', async () => {
    for (let number = 0; number < 520; number++) await post({ ...aQuestion, blocks: [{ type: 'text', text: `${number}` }] });
    const texts = (await local.list(channel, 'Luc')).map((one) => one.text);
    expect(texts).toEqual(Array.from({ length: 520 }, (_, number) => `${number}`));
  });
});
