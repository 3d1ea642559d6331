import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MadeFile } from '../../../src/core/files.ts';
import { directKey } from '../../../src/core/incoming.ts';
import type { Message } from '../../../src/core/message.ts';
import type { Delivery } from '../../../src/ports.ts';
import { aPicture, someMadeFiles } from '../../support/made-files.ts';
import { aMessage } from '../../support/outbox.ts';
import type { Conversation, TeamsPerson } from '../../support/strict-teams.ts';
import { cardIn, type Json, wordsIn } from '../../support/teams-card-reader.ts';
import { aTeamsPlatform, type TeamsPlatform } from '../../support/teams-platform.ts';

const files = someMadeFiles();
let place: TeamsPlatform;
let channel: Conversation;
let samira: TeamsPerson;
let luc: TeamsPerson;
/** What a OneDrive was given. */
const stored: { range: string | undefined; bytes: Buffer }[] = [];
let drive: Server;
let refuses = false;
const driveUrl = (): string => `http://127.0.0.1:${(drive.address() as AddressInfo).port}/session`;

beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  drive = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      if (!refuses) stored.push({ range: request.headers['content-range'], bytes: Buffer.concat(pieces) });
      response.writeHead(refuses ? 507 : 201).end('{}');
    });
  });
  drive.listen(0, '127.0.0.1');
  await once(drive, 'listening');
  place = await aTeamsPlatform({ withoutAuth: true, files });
});
afterAll(async () => {
  await place.close();
  drive.close();
});
beforeEach(async () => {
  refuses = false;
  stored.length = 0;
  samira = place.teams.person('Samira');
  luc = place.teams.person('Luc');
  channel = place.teams.aChannel('Évaluation', [samira, luc]);
  await place.teams.installs(samira, channel);
});

const text: MadeFile = { name: 'rapport.docx', type: 'application/msword', bytes: Buffer.from('un rapport') };
const reference = () => place.received.findLast((incoming) => incoming.reference !== undefined)?.reference;

function to(key: string, message: Message, given: [string, MadeFile][], over: Partial<Delivery> = {}): Delivery {
  for (const [id, file] of given) files.kept.set(id, file);
  const known = reference();
  return {
    id: randomUUID(),
    channel: { platform: 'teams', workspace: place.teams.tenant, key },
    ...(known && { reference: known }),
    message,
    files: new Map(given),
    ...over,
  };
}
function withText(key: string, over: Partial<Delivery> = {}): Delivery {
  const file = randomUUID();
  return to(
    key,
    aMessage('Voici votre texte.', { language: 'fr', attachments: [{ file, name: text.name, type: text.type }] }),
    [[file, text]],
    over,
  );
}
function withPicture(bytes: Buffer): Delivery {
  const file = randomUUID();
  const blocks: Message['blocks'] = [{ type: 'picture', file, alt: 'Trois équipes sur quatre ont fini.' }];
  return to(channel.id, aMessage('', { language: 'fr', blocks }), [[file, { name: 'a.png', type: 'image/png', bytes }]]);
}
const partsOf = (card: Json, type: string): Json[] =>
  JSON.stringify(card).includes(type) ? deep(card).filter((part) => part['type'] === type) : [];
function deep(value: unknown): Json[] {
  if (typeof value !== 'object' || value === null) return [];
  return [...(Array.isArray(value) ? [] : [value as Json]), ...Object.values(value).flatMap(deep)];
}
const newest = (who: TeamsPerson, where: Conversation) => place.teams.sees(who, where).at(-1);
const attachmentOf = (activity: Json | undefined): Json => ((activity?.['attachments'] ?? []) as Json[])[0] ?? {};

describe('a file in a channel', () => {
  it('stands behind a link of ours that gives it, and people know what that means', async () => {
    await place.post(withText(channel.id));
    const card = cardIn(newest(luc, channel)?.activity ?? {});
    const [button] = partsOf(card, 'Action.OpenUrl');
    expect(button).toMatchObject({ title: text.name, url: expect.stringMatching(/^https:\/\/companion\.example\.org\/files\//) });
    expect(wordsIn(newest(luc, channel)?.activity ?? {})).toContain('7 jours');
  });

  it('for one person alone is linked to them alone', async () => {
    await place.post(withText(channel.id, { privateTo: luc.id }));
    expect(place.teams.sees(samira, channel).some(({ activity }) => JSON.stringify(activity).includes('/files/'))).toBe(false);
    expect(JSON.stringify(newest(luc, channel)?.activity)).toContain('/files/');
  });
});

describe('a picture', () => {
  it('that is small travels in the card, with its words', async () => {
    await place.post(withPicture(aPicture));
    const [image] = partsOf(cardIn(newest(luc, channel)?.activity ?? {}), 'Image');
    expect(image).toMatchObject({ altText: 'Trois équipes sur quatre ont fini.' });
    expect(image?.['url']).toBe(`data:image/png;base64,${aPicture.toString('base64')}`);
  });

  it('that is large stands behind a link of ours', async () => {
    await place.post(withPicture(Buffer.concat([aPicture, randomBytes(20_000)])));
    const [image] = partsOf(cardIn(newest(luc, channel)?.activity ?? {}), 'Image');
    expect(image?.['url']).toMatch(/^https:\/\/companion\.example\.org\/files\//);
  });

  it('stays in a card that is changed, beside very long words', async () => {
    const delivery = withPicture(aPicture);
    const { message } = await place.post(delivery);
    const long = { type: 'text' as const, text: 'Une phrase bien longue. '.repeat(2000) };
    await place.post({
      ...delivery,
      id: randomUUID(),
      update: message,
      message: { ...delivery.message, blocks: [long, ...delivery.message.blocks] },
    });
    const card = cardIn(newest(luc, channel)?.activity ?? {});
    expect(partsOf(card, 'Image')).toHaveLength(1);
    expect(JSON.stringify(card)).toContain('…');
  });
});

describe('a file in a conversation of one to one', () => {
  async function offered(): Promise<{ alone: Conversation; asked: string }> {
    await place.post(withText(directKey(samira.id)));
    const alone = place.teams.alone(samira);
    const asked = alone && newest(samira, alone);
    if (!alone || !asked) throw new Error('Nothing was said to Samira alone.');
    expect(attachmentOf(asked.activity)).toMatchObject({
      contentType: 'application/vnd.microsoft.teams.card.file.consent',
      name: text.name,
      content: { sizeInBytes: text.bytes.length },
    });
    return { alone, asked: asked.id };
  }

  it('is offered, and after a yes put into their OneDrive and shown', async () => {
    const { alone, asked } = await offered();
    expect((await place.teams.consents(samira, alone, asked, driveUrl())).status).toBe(200);
    await vi.waitFor(() => expect(alone.messages.some(({ id }) => id === asked)).toBe(false));
    expect(stored).toEqual([{ range: `bytes 0-${text.bytes.length - 1}/${text.bytes.length}`, bytes: text.bytes }]);
    expect(attachmentOf(newest(samira, alone)?.activity)).toMatchObject({
      contentType: 'application/vnd.microsoft.teams.card.file.info',
      name: text.name,
    });
  });

  it('after a no is not stored anywhere', async () => {
    const { alone, asked } = await offered();
    await place.teams.consents(samira, alone, asked);
    await vi.waitFor(() => expect(wordsIn(newest(samira, alone)?.activity ?? {})).toContain("rien n'a été enregistré"));
    expect(stored).toEqual([]);
    expect(alone.messages.some(({ id }) => id === asked)).toBe(false);
  });

  it('goes to no address but a OneDrive, and the offer stays', async () => {
    const { alone, asked } = await offered();
    await place.teams.consents(samira, alone, asked, 'https://onedrive.evil.example/session');
    await vi.waitFor(() => expect(wordsIn(newest(samira, alone)?.activity ?? {})).toContain("n'a pas pu être enregistré"));
    expect(alone.messages.some(({ id }) => id === asked)).toBe(true);
    refuses = true;
    await place.teams.consents(samira, alone, asked, driveUrl());
    await vi.waitFor(() =>
      expect(place.teams.sees(samira, alone).filter(({ activity }) => wordsIn(activity).includes("n'a pas pu"))).toHaveLength(2),
    );
    refuses = false;
    await place.teams.consents(samira, alone, asked, driveUrl());
    await vi.waitFor(() => expect(stored).toHaveLength(1));
  });

  it('is given to nobody else, whatever they send', async () => {
    const { asked } = await offered();
    const alone = place.teams.alone(samira);
    if (!alone) throw new Error('There is no such conversation.');
    expect((await place.teams.consents({ ...samira, id: luc.id }, alone, asked, driveUrl())).status).toBe(200);
    await place.platform.stop();
    expect(stored).toEqual([]);
  });
});
