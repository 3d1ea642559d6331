import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Form } from '../../src/core/message.ts';
import { createDispatcher } from '../../src/flows/deliver-outbox.ts';
import { createLog } from '../../src/log.ts';
import { sendTo } from '../../src/platforms/platforms.ts';
import type { SaidMessages } from '../../src/ports.ts';
import { createSaidMessages } from '../../src/store/said-messages.ts';
import { aDatabase, asOwner } from '../support/database.ts';
import { aFakePlatform } from '../support/fake-platform.ts';
import { aFixedClock } from '../support/fixed-clock.ts';
import { aChannel, aMessage, aPost, say, type TestChannel } from '../support/outbox.ts';

let database: Awaited<ReturnType<typeof aDatabase>>;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(() => database.drop());

const aForm = (initial: string): Form => ({
  action: 'edit',
  title: 'Your answer',
  submit: 'Keep',
  fields: [{ id: 'answer', label: 'Answer', kind: 'long-text', required: true, initial }],
});

/** A team, what it is told, and the port that finds it again. */
async function aPlace() {
  const [clock, platform] = [aFixedClock(), aFakePlatform()];
  const dispatcher = createDispatcher({ db: database.db, platforms: sendTo([platform]), clock, log: createLog('silent') });
  const channel = await aChannel(database.db);
  const said: SaidMessages = createSaidMessages({ db: database.db });
  return {
    channel,
    /** Gives the platform's reference of the channel's first message. */
    says: async (...posts: Parameters<typeof say>[2]): Promise<string> => {
      await say(database.db, channel, posts, clock.now());
      await dispatcher.drain();
      const [first] = platform.shown;
      if (!first) throw new Error('nothing was shown');
      return first.id;
    },
    find: (message: string, where: Partial<TestChannel['address']> = {}) => said.find({ ...channel.address, ...where }, message),
  };
}

describe('what was said', () => {
  it('is found with its forms, its language and what it is about', async () => {
    const { says, find } = await aPlace();
    const about = { question: 'q', version: 3 };
    const message = await says({
      place: { to: 'channel' },
      message: aMessage('Question', { language: 'nl', about, forms: [aForm('eerste')] }),
    });
    expect(await find(message)).toEqual({ about, forms: [aForm('eerste')], language: 'nl' });
  });

  it('is as its last change left it', async () => {
    const { says, find } = await aPlace();
    const card = (over: Parameters<typeof aMessage>[1]) => ({
      place: { to: 'channel' } as const,
      slot: 'card',
      message: aMessage('card', over),
    });
    const message = await says(card({ about: { question: 'q', version: 1 }, forms: [aForm('one')] }));
    await says(card({ language: 'fr', about: { question: 'q', version: 2 }, forms: [aForm('two')] }));
    expect(await find(message)).toEqual({ about: { question: 'q', version: 2 }, forms: [aForm('two')], language: 'fr' });
    await says(card({}));
    expect(await find(message)).toEqual({ forms: [], language: 'en' });
  });

  it('is not found under another channel, workspace or message', async () => {
    const { says, find } = await aPlace();
    const message = await says(aPost('words'));
    expect(await find(message)).toEqual({ forms: [], language: 'en' });
    expect(await find(message, { key: 'elsewhere' })).toBeUndefined();
    expect(await find(message, { workspace: 'elsewhere' })).toBeUndefined();
    expect(await find(message, { platform: 'slack' })).toBeUndefined();
    expect(await find('m-none')).toBeUndefined();
  });

  it('before languages were kept was said in the language of its channel', async () => {
    const { says, find, channel } = await aPlace();
    const message = await says(aPost('words'));
    await asOwner(database.url, `update said set language = null where channel_id = $1`, [channel.channelId]);
    expect(await find(message)).toEqual({ forms: [], language: 'fr' });
  });
});
