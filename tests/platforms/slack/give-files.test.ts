import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MadeFile } from '../../../src/core/files.ts';
import type { Message } from '../../../src/core/message.ts';
import { renderHome, renderMessage, renderUpdate } from '../../../src/platforms/slack/render.ts';
import type { Delivery } from '../../../src/ports.ts';
import { aPicture } from '../../support/made-files.ts';
import { aMessage } from '../../support/outbox.ts';
import { aSender } from '../../support/slack-sending.ts';
import { usualScopes } from '../../support/strict-slack/world.ts';
import { aStrictSlack, type StrictSlack } from '../../support/strict-slack.ts';
import { checkMessage, checkView } from './strict.ts';

let slack: StrictSlack;
let sender: ReturnType<typeof aSender>;
const rendering = { renderMessage, renderUpdate, renderHome };

async function aSlack(scopes: string[], publicUrl?: string): Promise<void> {
  await slack?.close();
  slack = await aStrictSlack({
    teams: [{ people: ['Samira', 'Luc'], channels: ['general'], scopes }],
    checkBlocks: (_blocks, where, whole) =>
      where === 'message' || where === 'update' ? checkMessage(whole, { update: where === 'update' }) : checkView(whole),
  });
  sender = aSender(slack, { rendering, ...(publicUrl && { settings: { publicUrl } }) });
}
beforeEach(() => aSlack([...usualScopes, 'files:write']));
afterEach(() => slack.close());

const general = (): string => slack.channel('general');
const text: MadeFile = { name: 'rapport annuel.docx', type: 'application/vnd.openxmlformats', bytes: Buffer.from('un rapport') };
const picture: MadeFile = { name: 'avancement.png', type: 'image/png', bytes: aPicture };

function withText(over: Partial<Delivery> = {}): Delivery {
  const file = randomUUID();
  const message = aMessage('Voici votre texte.', { language: 'fr', attachments: [{ file, name: text.name, type: text.type }] });
  return sender.delivery(general(), message, { files: new Map([[file, text]]), ...over });
}
function withPicture(over: Partial<Delivery> = {}, file = randomUUID()): Delivery {
  const blocks: Message['blocks'] = [
    { type: 'text', text: 'Où en sont les équipes' },
    { type: 'picture', file, alt: 'Trois équipes sur quatre ont fini.' },
  ];
  return sender.delivery(general(), aMessage('', { language: 'fr', blocks }), { files: new Map([[file, picture]]), ...over });
}
const imagesIn = (channel: string) =>
  slack.messages(channel).flatMap(({ blocks }) => blocks.filter(({ type }) => type === 'image'));

describe('a file', () => {
  it('is put into the thread of what was said, with its name and all its bytes', async () => {
    const { message } = await sender.post(withText());
    const [upload] = slack.uploads();
    expect(upload).toMatchObject({ name: text.name, bytes: text.bytes, completed: { title: text.name, channel: general() } });
    expect(slack.messages(general())).toMatchObject([
      { ts: message, text: 'Voici votre texte.' },
      { thread: message, files: [upload?.id] },
    ]);
  });

  it('follows into the thread that a reply is in, and stands beside it where two are alone', async () => {
    const { message: root } = await sender.post(sender.delivery(general(), 'La question'));
    await sender.post(withText({ thread: root }));
    expect(slack.messages(general()).at(-1)).toMatchObject({ thread: root, files: [expect.any(String)] });
    const alone = { platform: 'slack' as const, workspace: slack.team().id, key: `dm:${slack.user('Samira')}` };
    await sender.post(withText({ channel: alone }));
    expect(slack.messages(slack.direct('Samira')).at(-1)).toMatchObject({ thread: undefined, files: [expect.any(String)] });
  });

  it('is given to the person alone when what it comes with is for them alone', async () => {
    await sender.post(withText({ privateTo: slack.user('Luc') }));
    expect(slack.messages(slack.direct('Luc'))).toMatchObject([{ files: [expect.any(String)] }]);
    expect(slack.messages(general()).flatMap(({ files }) => files)).toEqual([]);
  });

  it('comes once, however often its delivery does', async () => {
    const delivery = withText();
    slack.fails('files.completeUploadExternal', 'cut after');
    await expect(sender.post(delivery)).rejects.toMatchObject({ outcome: 'unknown' });
    await sender.post(delivery);
    await sender.post(delivery);
    expect(slack.messages(general()).filter(({ files }) => files.length > 0)).toHaveLength(1);
    expect(slack.messages(general()).filter(({ text: said }) => said === 'Voici votre texte.')).toHaveLength(1);
    expect(slack.uploads()).toHaveLength(1);
  });

  it('waits when Slack asks to wait, and is brought by the next try without saying anything twice', async () => {
    const delivery = withText();
    slack.fails('files.getUploadURLExternal', { error: 'ratelimited' });
    await expect(sender.post(delivery)).rejects.toMatchObject({ outcome: 'later', scope: 'message' });
    await sender.post(delivery);
    expect(slack.messages(general())).toHaveLength(2);
  });

  it('without the permission is a link that ends, and the permission is named', async () => {
    await aSlack(usualScopes);
    const { message } = await sender.post(withText());
    const told = slack.messages(general()).at(-1);
    expect(told).toMatchObject({ thread: message, files: [] });
    expect(told?.text).toContain("il me manque la permission d'y mettre des fichiers");
    expect(JSON.stringify(told?.blocks)).toMatch(
      /companion\.example\.org\/files\/.*7 jours|7 jours.*companion\.example\.org\/files\//s,
    );
  });

  it('without the permission and without a public address is told of in words', async () => {
    await aSlack(usualScopes, 'http://localhost:3000');
    await sender.post(withText());
    const told = slack.messages(general()).at(-1);
    expect(told?.text).toContain("il me manque la permission d'y mettre des fichiers");
    expect(JSON.stringify(told?.blocks)).not.toContain('/files/');
  });

  it('that is no longer kept is told of', async () => {
    await sender.post(withText({ files: new Map() }));
    expect(slack.messages(general()).at(-1)?.text).toContain(text.name);
  });
});

describe('a picture', () => {
  it('is shown in the message, with its words for who listens', async () => {
    await sender.post(withPicture());
    const [upload] = slack.uploads();
    expect(upload).toMatchObject({ alt: 'Trois équipes sur quatre ont fini.', completed: { channel: undefined } });
    expect(imagesIn(general())).toEqual([
      { type: 'image', slack_file: { id: upload?.id }, alt_text: 'Trois équipes sur quatre ont fini.' },
    ]);
    expect(slack.messages(general())[0]?.text).toContain('Trois équipes sur quatre');
  });

  it('is put there once for all messages that show it', async () => {
    const file = randomUUID();
    const { message } = await sender.post(withPicture({}, file));
    await sender.post(withPicture({ update: message }, file));
    const home = { platform: 'slack' as const, workspace: slack.team().id, key: `home:${slack.user('Samira')}` };
    await sender.post(withPicture({ channel: home }, file));
    expect(slack.uploads()).toHaveLength(1);
    expect(JSON.stringify(slack.home('Samira')?.view)).toContain('slack_file');
  });

  it('that Slack still looks at is waited for', async () => {
    slack.looksAtPictures(1);
    await sender.post(withPicture());
    expect(imagesIn(general())).toHaveLength(1);
    expect(slack.messages(general())).toHaveLength(1);
  });

  it('that Slack does not show in time, or may not be given, leaves its words', async () => {
    slack.looksAtPictures(9);
    await sender.post(withPicture());
    await aSlack(usualScopes);
    await sender.post(withPicture());
    expect(imagesIn(general())).toEqual([]);
    expect(slack.messages(general()).map(({ text: said }) => said)).toEqual([
      expect.stringContaining('Trois équipes sur quatre ont fini.'),
    ]);
  });
});
