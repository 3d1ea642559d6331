import { setTimeout as sleep } from 'node:timers/promises';
import type { Message } from '../../core/message.ts';
import type { Wording } from '../../core/words.ts';
import { type Delivery, DeliveryFailure, type MadeFiles, type Posted, type Workspaces } from '../../ports.ts';
import type { Cards, DrawnCard } from './cards.ts';
import type { Connector, Outgoing } from './connector.ts';
import type { Direct } from './direct.ts';
import { consentsOf, linksOf, picturesOf } from './give-files.ts';
import { readReference, type TeamsReference, threadOf } from './references.ts';
import type { Log } from './settings.ts';

interface Needs {
  connector: Connector;
  direct: Direct;
  workspaces: Workspaces;
  cards: Cards;
  files: Pick<MadeFiles, 'linkTo' | 'offer' | 'days'>;
  wording: Wording;
  log: Log;
}

const directPrefix = 'dm:';

/**
 * Posts what the companion says. A showing's nonce is the delivery's own id, so that two copies of one message are the same to whoever
 * presses their buttons. `pin` is left out: bots cannot pin in Teams.
 */
export function createPost(needs: Needs): (delivery: Delivery) => Promise<Posted> {
  const { connector, direct, workspaces, cards, files, wording, log } = needs;

  return async (delivery) => {
    const { channel, message } = delivery;
    if (channel.platform !== 'teams')
      throw new DeliveryFailure('never', 'The address is not one of Teams.', { scope: 'channel' });
    const to = readReference(delivery.reference) ?? (await fromRegistry(delivery));
    const words = wording[message.language];
    const user = channel.key.startsWith(directPrefix) ? channel.key.slice(directPrefix.length) : undefined;
    // What is said to one person in a conversation of their own can hand over files; elsewhere they stand behind links.
    const links = user === undefined ? linksOf(delivery, files, words) : undefined;
    const showing = { nonce: delivery.id, words, pictures: picturesOf(delivery, files), ...(links && { links }) };
    if (delivery.update !== undefined) {
      const card = toActivity(cards.renderUpdate(message, showing), to, message);
      await change(delivery, delivery.update, to, user, card);
      return { message: delivery.update };
    }
    const [first, ...rest] = cards.renderMessage(message, showing).map((card) => toActivity(card, to, message));
    if (!first) throw new DeliveryFailure('never', 'Nothing was drawn of the message.');
    if (user !== undefined) {
      const offered = consentsOf(delivery, files, user, words, to.bot);
      return say(to, await conversationWith(to, user), [first, ...rest, ...offered]);
    }
    if (delivery.privateTo !== undefined) return whisper(delivery, delivery.privateTo, to, [first, ...rest]);
    if (isChannel(to, channel.key) && delivery.thread === undefined) return open(to, channel.key, [first, ...rest]);
    return say(to, inside(delivery, to), [first, ...rest]);
  };

  /** Nobody has spoken there yet: what the tenant's installation told is enough to open a conversation. */
  async function fromRegistry({ channel }: Delivery): Promise<TeamsReference> {
    const { details } = (await workspaces.find('teams', channel.workspace)) ?? {};
    const to = readReference({ ...details, tenant: channel.workspace });
    if (!to) throw new DeliveryFailure('never', 'Nothing is known about how to write to this place.', { scope: 'channel' });
    return to;
  }

  async function conversationWith(to: TeamsReference, user: string): Promise<string> {
    return to.kind === 'personal' && to.conversation !== undefined ? to.conversation : direct.find(to, user);
  }

  /** A new post at the top of a channel, and what did not fit in it in its thread. */
  async function open(to: TeamsReference, channel: string, [first, ...rest]: [Outgoing, ...Outgoing[]]): Promise<Posted> {
    const { bot, tenant, serviceUrl } = to;
    const { conversation, activity } = await connector.createConversation(serviceUrl, { bot, tenant, channel, activity: first });
    if (activity === undefined) throw new DeliveryFailure('unknown', 'Teams did not name the post it made.');
    for (const more of rest) await follow(() => connector.send(serviceUrl, conversation, more), log);
    return { message: activity };
  }

  async function say(to: TeamsReference, conversation: string, [first, ...rest]: [Outgoing, ...Outgoing[]]): Promise<Posted> {
    const message = await connector.send(to.serviceUrl, conversation, first);
    for (const more of rest) await follow(() => connector.send(to.serviceUrl, conversation, more), log);
    return { message };
  }

  /** Shown to one person where they are; where Teams cannot do that, said to them alone. */
  async function whisper(
    delivery: Delivery,
    user: string,
    to: TeamsReference,
    [first, ...rest]: [Outgoing, ...Outgoing[]],
  ): Promise<Posted> {
    const conversation = inside(delivery, to);
    const recipient = { id: user };
    let message: string;
    try {
      message = await connector.send(to.serviceUrl, conversation, { ...first, recipient }, true);
    } catch (error) {
      if (!cannotWhisper(error)) throw error;
      return direct
        .find(to, user)
        .then((alone) => say(to, alone, [first, ...rest]))
        .catch(onlyOfPerson);
    }
    for (const more of rest) await follow(() => connector.send(to.serviceUrl, conversation, { ...more, recipient }, true), log);
    return { message };
  }

  /**
   * A message is found by its conversation and its id. Where a post stands is not always known to us: in the thread it was posted in, as
   * the root of its own, or, said privately, in the conversation of one to one. A change may be tried at each of them without harm.
   */
  async function change(
    delivery: Delivery,
    id: string,
    to: TeamsReference,
    user: string | undefined,
    card: Outgoing,
  ): Promise<void> {
    const { privateTo } = delivery;
    const places: (() => Promise<void>)[] = [];
    const at = (conversation: string, targeted = false) => {
      const activity = targeted && privateTo !== undefined ? { ...card, recipient: { id: privateTo } } : card;
      places.push(() => connector.update(to.serviceUrl, conversation, id, activity, targeted));
    };
    if (user !== undefined) at(await conversationWith(to, user));
    else if (privateTo !== undefined) {
      at(inside(delivery, to), true);
      places.push(() =>
        direct
          .find(to, privateTo)
          .then((alone) => connector.update(to.serviceUrl, alone, id, card))
          .catch(onlyOfPerson),
      );
    } else if (isChannel(to, delivery.channel.key)) {
      const { key } = delivery.channel;
      at(threadOf(key, delivery.thread ?? id));
      at(key);
    } else at(delivery.channel.key);
    for (const [index, place] of places.entries()) {
      try {
        return await place();
      } catch (error) {
        if (index === places.length - 1 || !(error instanceof DeliveryFailure) || error.outcome !== 'never') throw error;
      }
    }
  }
}

/** Cards of ours as an activity. `summary` is what a notification shows; beside a card, `text` would be shown twice. */
const toActivity = ({ card, text }: DrawnCard, { bot }: TeamsReference, { isByModel }: Message): Outgoing => ({
  type: 'message',
  from: { id: bot },
  summary: text,
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
  ...(isByModel && { entities: [generated] }),
});

/** The label of Teams for words that a model wrote. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bot-messages-ai-generated-content */
const generated = {
  type: 'https://schema.org/Message',
  '@type': 'Message',
  '@context': 'https://schema.org',
  additionalType: ['AIGeneratedContent'],
};

/** A place of a team, where posts have threads, rather than a chat. Ids of channels end in `@thread.tacv2`, older ones in `@thread.skype`. */
const isChannel = ({ kind }: TeamsReference, key: string): boolean =>
  kind === undefined ? /@thread\.(tacv2|skype)$/.test(key) : kind === 'channel';

/** Where a reply goes: into the thread of a channel's post. Chats have none. */
const inside = ({ channel, thread }: Delivery, to: TeamsReference): string =>
  thread !== undefined && isChannel(to, channel.key) ? threadOf(channel.key, thread) : channel.key;

/** Targeted messages are refused where the client, the tenant or the manifest does not have them, or the person is not there. */
const cannotWhisper = (error: unknown): boolean =>
  error instanceof DeliveryFailure && error.outcome === 'never' && error.scope === 'message';

/** That one person cannot be reached says nothing of the team's channel, which the message is kept under. */
function onlyOfPerson(error: unknown): never {
  if (!(error instanceof DeliveryFailure) || error.scope !== 'channel') throw error;
  const { outcome, message, retryAfterMs } = error;
  throw new DeliveryFailure(outcome, message, { cause: error, ...(retryAfterMs !== undefined && { retryAfterMs }) });
}

const shortWaitMs = 1000;
const longestWaitMs = 5000;

/**
 * Sends what did not fit in the first card, which stands, with the buttons. To say it all again would double that one, so a refusal for
 * now is waited for here, and a refusal for good leaves the rest out.
 */
async function follow(send: () => Promise<string>, log: Log): Promise<void> {
  for (let attempts = 1; ; attempts++) {
    try {
      await send();
      return;
    } catch (cause) {
      if (cause instanceof DeliveryFailure && cause.outcome === 'never') {
        log.error({ err: cause }, 'Teams refused a further part of a long message; its beginning stands');
        return;
      }
      if (!(cause instanceof DeliveryFailure) || cause.outcome === 'unknown' || attempts === 3)
        throw new DeliveryFailure('unknown', 'Only the beginning of a long message surely arrived.', { cause });
      await sleep(Math.min(cause.retryAfterMs ?? shortWaitMs, longestWaitMs));
    }
  }
}
