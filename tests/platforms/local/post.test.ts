import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../../src/core/message.ts';
import { DeliveryFailure } from '../../../src/ports.ts';
import { aPicture } from '../../support/made-files.ts';
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
});

const address = () => ({ platform: 'local', workspace: 'local', key: channel }) as const;

const aMessage = (text: string, more: Partial<Message> = {}): Message => ({
  kind: 'kept',
  language: 'nl',
  blocks: [{ type: 'text', text }],
  actions: [],
  forms: [],
  ...more,
});

const post = (message: Message, more: object = {}) =>
  local.platform.post({ id: `row-${++count}`, channel: address(), message, ...more });

it('a delivery is posted once, however often it is tried', async () => {
  const delivery = { id: 'row-a', channel: address(), message: aMessage('Genoteerd') };
  const tries = await Promise.all([local.platform.post(delivery), local.platform.post(delivery), local.platform.post(delivery)]);
  expect(new Set(tries.map((posted) => posted.message))).toEqual(new Set(['companion:row-a']));
  expect(await local.list(channel, 'Luc')).toMatchObject([{ from: 'companion', text: 'Genoteerd' }]);
});

it('a message keeps its neutral shape, and its text for who has no layout', async () => {
  const form = { action: 'answer', title: 'Antwoord', submit: 'Bewaren', fields: [] };
  const blocks: Message['blocks'] = [
    { type: 'heading', text: 'Vraag 2' },
    { type: 'quote', text: 'Wij doen het anders', by: 'Luc' },
    { type: 'list', items: ['een', 'twee'] },
  ];
  const actions: Message['actions'] = [
    { id: 'answer', label: 'Antwoorden', style: 'primary' },
    { id: 'choose', label: 'Ja', value: 'yes' },
  ];
  await post(aMessage('', { kind: 'question', about: { question: 'why-now' }, blocks, actions, forms: [form] }), { pin: true });
  const [seen] = await local.list(channel, 'Luc');
  expect(seen).toMatchObject({ kind: 'question', language: 'nl', blocks, actions, form, forms: [form], pinned: true });
  expect(seen?.text).toBe('Vraag 2\n\n« Wij doen het anders » (Luc)\n\n• een\n• twee');
  // What it is about is the companion's own.
  expect(seen).not.toHaveProperty('about');
});

it('an update changes the message where it stands', async () => {
  const { message } = await post(aMessage('0 van 20'), { pin: true });
  await post(aMessage('Daarna'));
  expect(await post(aMessage('1 van 20'), { update: message })).toEqual({ message });
  expect(await local.list(channel, 'Luc')).toMatchObject([
    { id: message, text: '1 van 20', pinned: true, editedAt: expect.any(String) },
    { text: 'Daarna' },
  ]);
});

it('a reply goes into the thread, also when it answers a reply', async () => {
  const root = (await local.say(channel, 'Luc', 'Ja')).json.id;
  const { message } = await post(aMessage('Genoteerd'), { thread: root });
  await post(aMessage('Nog iets'), { thread: message });
  expect((await local.list(channel, 'Luc')).map((one) => one.thread)).toEqual([null, root, root]);
});

it('what cannot be posted is refused for good', async () => {
  const mine = (await local.say(channel, 'Luc', 'Van mij')).json.id;
  const refused: (() => Promise<unknown>)[] = [
    () => post(aMessage('x'), { update: 'companion:nothing' }),
    () => post(aMessage('x'), { update: mine }),
    () => post(aMessage('x'), { thread: 'nothing' }),
    () =>
      local.platform.post({ id: 'r', channel: { platform: 'local', workspace: 'local', key: '<b>' }, message: aMessage('x') }),
    () => local.platform.post({ id: 'r', channel: { platform: 'slack', workspace: 'T1', key: 'C1' }, message: aMessage('x') }),
  ];
  for (const one of refused) {
    const failure = await one().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(DeliveryFailure);
    expect(failure).toMatchObject({ outcome: 'never' });
  }
  expect(await local.list(channel, 'Luc')).toHaveLength(1);
});

describe('made files', () => {
  const text = { name: 'rapport.docx', type: 'application/msword', bytes: Buffer.from('un rapport') };
  const picture = { name: 'avancement.png', type: 'image/png', bytes: aPicture };
  const message = aMessage('', {
    blocks: [{ type: 'picture', file: 'p', alt: 'Trois sur quatre' }],
    attachments: [{ file: 't', name: text.name, type: text.type }],
  });
  const files = new Map([
    ['t', text],
    ['p', picture],
  ]);

  it('come with the post: a picture in its place, with its words, and a file to keep', async () => {
    await post(message, { files });
    const [view] = await local.list(channel, 'Luc');
    expect(view?.text).toBe('Trois sur quatre');
    expect(view?.blocks).toMatchObject([
      { type: 'picture', alt: 'Trois sur quatre', url: expect.stringContaining('/local/files/') },
    ]);
    expect(view?.files).toMatchObject([{ name: text.name, bytes: text.bytes.length }]);
    expect(view?.files?.[0]).not.toHaveProperty('made');
    const [file] = view?.files ?? [];
    const answer = await fetch(local.url + (file?.url ?? ''));
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(text.bytes);
    expect(answer.headers.get('content-disposition')).toContain('attachment');
  });

  it('of a message for one person are for nobody else', async () => {
    await post(message, { files, privateTo: 'Luc' });
    const [view] = await local.list(channel, 'Luc');
    const url = view?.files?.[0]?.url ?? '';
    expect((await fetch(local.url + url)).status).toBe(200);
    expect((await fetch(local.url + url.replace('Luc', 'Samira'))).status).toBe(404);
    expect((await fetch(local.url + url.replace('&person=Luc', ''))).status).toBe(404);
  });

  it('change with the message, and are only words once they are no longer kept', async () => {
    const { message: id } = await post(message, { files });
    const next = { ...picture, bytes: Buffer.concat([aPicture, Buffer.from('2')]) };
    await post({ ...message, attachments: [] }, { files: new Map([['p', next]]), update: id });
    const [view] = await local.list(channel, 'Luc');
    expect(view?.files).toBeUndefined();
    const [block] = view?.blocks ?? [];
    const answer = await fetch(local.url + (block?.type === 'picture' ? (block.url ?? '') : ''));
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(next.bytes);
    await post(message, { update: id });
    expect((await local.list(channel, 'Luc'))[0]?.blocks).toEqual([{ type: 'picture', file: 'p', alt: 'Trois sur quatre' }]);
  });
});
