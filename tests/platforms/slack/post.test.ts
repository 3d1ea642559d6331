import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../../src/core/message.ts';
import { aMessage } from '../../support/outbox.ts';
import { aSender } from '../../support/slack-sending.ts';
import { aStrictSlack, type StrictSlack } from '../../support/strict-slack.ts';

let slack: StrictSlack;
let sender: ReturnType<typeof aSender>;
beforeEach(async () => {
  slack = await aStrictSlack({
    teams: [{ people: ['Samira', 'Luc'], channels: ['general', { name: 'ailleurs', withoutBot: true }] }],
  });
  sender = aSender(slack);
});
afterEach(() => slack.close());

const general = (): string => slack.channel('general');
const texts = (channel: string, as?: string): string[] =>
  slack.messages(channel, as === undefined ? {} : { as }).map(({ text }) => text);

const long: Message = aMessage('', {
  blocks: [
    { type: 'text', text: 'Partie 1' },
    { type: 'text', text: '…Partie 2' },
    { type: 'text', text: '…Partie 3' },
  ],
  actions: [{ id: 'answer', label: 'Répondre' }],
});

describe('posting', () => {
  it('says it in the channel, and calls nobody by it', async () => {
    const { message } = await sender.post(sender.delivery(general(), 'Bonjour à tous'));
    expect(slack.messages(general())).toMatchObject([
      { ts: message, from: 'companion', text: 'Bonjour à tous', thread: undefined },
    ]);
    expect(slack.calls.at(-1)).toMatchObject({
      method: 'chat.postMessage',
      args: { link_names: 'false', unfurl_links: 'false', unfurl_media: 'false' },
    });
  });

  it('puts the delivery’s id beside the message, and nothing of anybody', async () => {
    await sender.post(sender.delivery(general(), 'Bonjour Samira', { id: '4711' }));
    const [shown] = slack.messages(general());
    expect(shown?.metadata).toEqual({ event_type: 'vises_message', event_payload: { delivery: '4711', part: 0 } });
    expect(shown?.clientId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('gives every try of a delivery the same id of Slack’s kind, and every delivery another', async () => {
    slack.fails('chat.postMessage', { error: 'internal_error' });
    const delivery = sender.delivery(general(), 'Bonjour');
    await expect(sender.post(delivery)).rejects.toMatchObject({ outcome: 'unknown' });
    await sender.post(delivery);
    await sender.post(sender.delivery(general(), 'Et encore'));
    const ids = slack.calls.filter(({ method }) => method === 'chat.postMessage').map(({ args }) => args['client_msg_id']);
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).not.toBe(ids[1]);
  });

  it('answers in the thread', async () => {
    const { ts } = await slackSays('Samira', 'une question ?');
    await sender.post(sender.delivery(general(), 'une réponse', { thread: ts }));
    expect(slack.messages(general()).at(-1)).toMatchObject({ text: 'une réponse', thread: ts });
  });

  it('says it beside a thread that is no longer there', async () => {
    await sender.post(sender.delivery(general(), 'une réponse', { thread: '1700000000.000100' }));
    expect(slack.messages(general())).toMatchObject([{ text: 'une réponse', thread: undefined }]);
  });

  it('writes to one person alone, whose conversation is opened once', async () => {
    const key = `dm:${slack.user('Samira')}`;
    const { message } = await sender.post(sender.delivery(key, 'Entre nous'));
    await sender.post(sender.delivery(key, 'Encore entre nous'));
    expect(texts(slack.direct('Samira'))).toEqual(['Entre nous', 'Encore entre nous']);
    expect(slack.called('conversations.open')).toBe(1);
    await sender.post(sender.delivery(key, 'Corrigé', { update: message }));
    expect(texts(slack.direct('Samira'))[0]).toBe('Corrigé');
  });

  it('shows a person their own view', async () => {
    const home = sender.delivery(
      `home:${slack.user('Luc')}`,
      aMessage('Où vous en êtes', { actions: [{ id: 'resume', label: 'Reprendre' }] }),
    );
    expect(await sender.post(home)).toEqual({ message: 'home' });
    expect(slack.home('Luc')).toMatchObject({ buttons: ['Reprendre'] });
    expect(slack.home('Luc')?.text).toContain('Où vous en êtes');
    await sender.post(sender.delivery(`home:${slack.user('Luc')}`, 'Plus loin', { update: 'home' }));
    expect(slack.home('Luc')?.text).toContain('Plus loin');
  });

  it.each(['general', 'dm:samira@example.org', 'dm:', 'home:', 'C 1', '../x'])('refuses the address %j', async (key) => {
    await expect(sender.post(sender.delivery(key, 'Bonjour'))).rejects.toMatchObject({ outcome: 'never', scope: 'channel' });
    expect(slack.calls).toEqual([]);
  });

  it('parks the channel it is not in', async () => {
    await expect(sender.post(sender.delivery(slack.channel('ailleurs'), 'Bonjour'))).rejects.toMatchObject({
      outcome: 'never',
      scope: 'channel',
    });
  });

  it('posts again without an id when Slack loses its way looking for it', async () => {
    slack.fails('chat.postMessage', { error: 'duplicate_message_not_found' });
    await sender.post(sender.delivery(general(), 'Bonjour'));
    expect(slack.messages(general())).toMatchObject([{ text: 'Bonjour', clientId: undefined }]);
  });
});

describe('a message of several parts', () => {
  it('is one message of the channel, with the rest in its thread', async () => {
    const { message } = await sender.post(sender.delivery(general(), long));
    expect(slack.messages(general())).toMatchObject([
      { ts: message, thread: undefined, text: 'Partie 1', buttons: ['Répondre'] },
      { thread: message, text: 'Partie 2', buttons: [] },
      { thread: message, text: 'Partie 3', buttons: [] },
    ]);
  });

  it('stays in the thread it is said in', async () => {
    const { ts } = await slackSays('Samira', 'une question ?');
    const { message } = await sender.post(sender.delivery(general(), long, { thread: ts }));
    expect(slack.messages(general()).slice(1)).toMatchObject([
      { ts: message, thread: ts, buttons: ['Répondre'] },
      { thread: ts, text: 'Partie 2' },
      { thread: ts, text: 'Partie 3' },
    ]);
  });

  it('is finished by the next try, without what is there already', async () => {
    const delivery = sender.delivery(general(), long);
    slack.limit('chat.postMessage', { calls: 2, perMs: 1000 });
    await expect(sender.post(delivery)).rejects.toMatchObject({ outcome: 'later', scope: 'workspace', retryAfterMs: 1000 });
    await sleep(1100);
    const { message } = await sender.post(delivery);
    expect(texts(general())).toEqual(['Partie 1', 'Partie 2', 'Partie 3']);
    expect(slack.messages(general())[0]?.ts).toBe(message);
  });

  it('is not begun again when the outbox lost what became of it', async () => {
    const delivery = sender.delivery(general(), long);
    const first = await sender.post(delivery);
    expect(await sender.post(delivery)).toEqual(first);
    expect(texts(general())).toHaveLength(3);
  });

  it('is not begun twice while Slack is slow', async () => {
    const delivery = sender.delivery(general(), long);
    const [one, other] = await Promise.all([sender.post(delivery), sender.post(delivery)]);
    expect(one).toEqual(other);
    expect(texts(general())).toHaveLength(3);
  });

  it('counts as said when a later part is refused for good, so that its buttons work', async () => {
    slack.fails('chat.postMessage', { error: 'msg_too_long' }, { times: 2, after: 1 });
    const delivery = sender.delivery(general(), long);
    expect(await sender.post(delivery)).toEqual({ message: slack.messages(general())[0]?.ts });
    expect(sender.log.lines).toMatchObject([
      { level: 'error', fields: { part: 2, because: 'chat.postMessage: msg_too_long' } },
      { level: 'error', fields: { part: 3 } },
    ]);
  });
});

describe('after an answer that was lost', () => {
  it('a reply comes again, as nobody can know', async () => {
    const delivery = sender.delivery(general(), 'Bonjour');
    slack.fails('chat.postMessage', 'cut after');
    await expect(sender.post(delivery)).rejects.toMatchObject({ outcome: 'unknown', scope: 'message' });
    await sender.post(delivery);
    expect(texts(general())).toEqual(['Bonjour', 'Bonjour']);
  });

  it('the parts that are known to be there do not', async () => {
    const delivery = sender.delivery(general(), long);
    slack.fails('chat.postMessage', 'cut after', { after: 1 });
    await expect(sender.post(delivery)).rejects.toMatchObject({ outcome: 'unknown' });
    await sender.post(delivery);
    expect(texts(general())).toEqual(['Partie 1', 'Partie 2', 'Partie 2', 'Partie 3']);
  });
});

describe('changing', () => {
  it('changes the message in place', async () => {
    const { message } = await sender.post(sender.delivery(general(), 'Avant'));
    expect(await sender.post(sender.delivery(general(), 'Après', { update: message }))).toEqual({ message });
    expect(slack.messages(general())).toMatchObject([{ ts: message, text: 'Après', edited: true }]);
  });

  it.each(['message_not_found', 'cant_update_message', 'edit_window_closed', 'msg_too_long'])(
    '%s: it can only be posted anew',
    async (code) => {
      const { message } = await sender.post(sender.delivery(general(), 'Avant'));
      slack.fails('chat.update', { error: code });
      await expect(sender.post(sender.delivery(general(), 'Après', { update: message }))).rejects.toMatchObject({
        outcome: 'never',
        scope: 'message',
      });
    },
  );

  it('never changes what somebody else wrote', async () => {
    const { ts } = await slackSays('Samira', 'mes mots');
    await expect(sender.post(sender.delivery(general(), 'Après', { update: ts }))).rejects.toMatchObject({
      outcome: 'never',
      scope: 'message',
    });
    expect(texts(general())).toEqual(['mes mots']);
  });
});

describe('for one person only', () => {
  it('is shown to that person, in the thread', async () => {
    const samira = slack.user('Samira');
    const { ts } = await slackSays('Samira', 'une question ?');
    await sender.post(sender.delivery(general(), 'Rien que pour vous', { privateTo: samira, thread: ts }));
    expect(slack.messages(general(), { as: samira }).at(-1)).toMatchObject({
      text: 'Rien que pour vous',
      onlyFor: samira,
      thread: ts,
    });
    expect(texts(general())).toEqual(['une question ?']);
  });

  it('is shown again where it would be changed, as Slack does not keep it', async () => {
    const samira = slack.user('Samira');
    const { message } = await sender.post(sender.delivery(general(), 'Avant', { privateTo: samira }));
    const again = await sender.post(sender.delivery(general(), 'Après', { privateTo: samira, update: message }));
    expect(again.message).not.toBe(message);
    expect(texts(general(), samira)).toEqual(['Avant', 'Après']);
    expect(slack.called('chat.update')).toBe(0);
  });

  it('is said to that person alone when they are not in the channel', async () => {
    const { id } = slack.person('Luc');
    await slack
      .person('Luc')
      .leaves('general')
      .catch(() => {});
    const { message } = await sender.post(sender.delivery(general(), 'Rien que pour vous', { privateTo: id }));
    expect(slack.messages(slack.direct('Luc'))).toMatchObject([{ ts: message, text: 'Rien que pour vous', onlyFor: undefined }]);
  });

  it('closes nothing for the team when that person cannot be reached at all', async () => {
    const { id } = slack.person('Luc');
    slack.team().channels.get(general())?.members.delete(id);
    const luc = slack.team().members.get(id);
    if (luc) luc.deleted = true;
    await expect(sender.post(sender.delivery(general(), 'Rien que pour vous', { privateTo: id }))).rejects.toMatchObject({
      outcome: 'never',
      scope: 'message',
    });
  });

  it('is an ordinary message where that person is alone with the companion', async () => {
    const samira = slack.user('Samira');
    await sender.post(sender.delivery(`dm:${samira}`, 'Entre nous', { privateTo: samira }));
    expect(slack.messages(slack.direct('Samira'))).toMatchObject([{ text: 'Entre nous', onlyFor: undefined }]);
  });
});

describe('pinning', () => {
  it('pins what is to be pinned', async () => {
    await sender.post(sender.delivery(general(), 'Où vous en êtes', { pin: true }));
    expect(slack.messages(general())).toMatchObject([{ pinned: true }]);
  });

  it.each([
    [{ error: 'missing_scope' }],
    [{ error: 'already_pinned' }],
    [{ error: 'permission_denied' }],
    ['cut before' as const],
  ])('says it all the same when it cannot be pinned: %j', async (how) => {
    slack.fails('pins.add', how);
    await sender.post(sender.delivery(general(), 'Où vous en êtes', { pin: true }));
    expect(texts(general())).toEqual(['Où vous en êtes']);
  });

  it('needs no permission to say it', async () => {
    slack.team().scopes.delete('pins:write');
    await sender.post(sender.delivery(general(), 'Où vous en êtes', { pin: true }));
    expect(slack.messages(general())).toMatchObject([{ pinned: false }]);
    expect(sender.log.lines).toEqual([]);
  });
});

/** A person posts, without anybody listening. */
async function slackSays(name: string, text: string): Promise<{ ts: string }> {
  const person = slack.person(name);
  return person.says('general', text);
}
