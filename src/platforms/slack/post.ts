import { setTimeout as sleep } from 'node:timers/promises';
import type { HomeView, KnownBlock } from '@slack/types';
import type { WebAPICallResult, WebClient } from '@slack/web-api';
import type { Language } from '../../core/language.ts';
import type { Message } from '../../core/message.ts';
import type { Words } from '../../core/words.ts';
import { type Delivery, DeliveryFailure, type Posted } from '../../ports.ts';
import type { SlackApi } from './api.ts';
import { createConversations } from './conversations.ts';
import { codeOf, toDeliveryFailure } from './failures.ts';
import type { createGiveFiles } from './give-files.ts';
import { sending } from './limits.ts';
import { clientMessageId, createPostedMemory, type Parts, type Shared } from './posted.ts';
import type { Pictures } from './render/pieces.ts';
import type { Log } from './tokens.ts';

/** One message of Slack. Screen readers read `text`. */
export interface SlackMessage {
  text?: string;
  blocks: KnownBlock[];
}

/** Gives a message Slack's shape. */
export interface Rendering {
  /** The first carries the buttons; the others follow in its thread. */
  renderMessage(message: Message, pictures?: Pictures): [SlackMessage, ...SlackMessage[]];
  renderUpdate(message: Message, pictures?: Pictures): SlackMessage;
  renderHome(message: Message, pictures?: Pictures): HomeView;
}

interface Needs {
  api: Pick<SlackApi, 'for'>;
  rendering: Rendering;
  files: ReturnType<typeof createGiveFiles>;
  phrases: (language: Language) => Words;
  log: Log;
}

/** Where a delivery goes, and what is known of it already. */
interface Way {
  client: WebClient;
  delivery: Delivery;
  parts: Parts;
  shared: Shared;
}

/** Nobody is named or called by what we say, and no address in it unfolds into a picture. */
const plain = { link_names: false, unfurl_links: false, unfurl_media: false };

/** Slack does not take it in this thread, but may outside it. */
const threadIsClosed = new Set([
  'cannot_reply_to_message',
  'restricted_action_thread_locked',
  'restricted_action_non_threadable_channel',
  'thread_not_found',
  'invalid_thread_ts',
  'message_not_found',
]);

/** This cannot be shown to one person there, so it is said to that person alone. */
const cannotBePrivate = new Set([
  'user_not_in_channel',
  'method_not_supported_for_channel_type',
  'channel_type_not_supported',
  'messages_tab_disabled',
  'user_team_not_in_channel',
]);

/** Slack looked for an earlier message with our id, and lost its way: https://docs.slack.dev/reference/methods/chat.postMessage. */
const lostDuplicate = new Set(['duplicate_message_not_found', 'duplicate_channel_not_found']);

/** What Slack says of a block whose picture it cannot show, or not yet. */
const refusesPictures = new Set(['invalid_blocks', 'invalid_arguments']);

/** What is said in the place of a file has an id of its own among the parts of its delivery. */
const partsBefore = 1000;

const isUser = (id: string): boolean => /^[UW][A-Z0-9]+$/.test(id);
const isConversation = (key: string): boolean => /^[CGD][A-Z0-9]+$/.test(key);

/** Says what the companion has to say. Rejects with a `DeliveryFailure`. */
export function createPost({ api, rendering, files, phrases, log }: Needs): (delivery: Delivery) => Promise<Posted> {
  const memory = createPostedMemory();
  const conversations = createConversations();

  return async (delivery) => {
    const client = await api.for(delivery.channel.workspace);
    const [, kind, user] = /^(dm|home):(.+)$/.exec(delivery.channel.key) ?? [];
    if (user !== undefined ? !isUser(user) : !isConversation(delivery.channel.key)) {
      throw new DeliveryFailure('never', 'the address is not one of Slack', { scope: 'channel' });
    }
    if (kind === 'home' && user !== undefined) return publish(client, user, delivery);
    // What only one person saw is not kept by Slack and cannot be changed: it is shown again.
    const isPrivate = delivery.privateTo !== undefined && kind === undefined;
    if (delivery.update !== undefined && !isPrivate) return change(client, delivery, delivery.update, user);
    return memory.once(delivery.id, (parts, shared) => {
      const way = { client, delivery, parts, shared };
      return isPrivate ? postPrivately(way) : postOpenly(way, user);
    });
  };

  async function publish(client: WebClient, user: string, delivery: Delivery): Promise<Posted> {
    await withPictures(client, delivery, (pictures) => {
      const view = rendering.renderHome(delivery.message, pictures);
      return call('views.publish', client.views.publish({ user_id: user, view }));
    });
    return { message: 'home' };
  }

  async function change(client: WebClient, delivery: Delivery, ts: string, user: string | undefined): Promise<Posted> {
    const channel = await placeOf(client, delivery, user);
    const { link_names } = plain;
    await withPictures(client, delivery, (pictures) => {
      const { text, blocks } = rendering.renderUpdate(delivery.message, pictures);
      return call(
        'chat.update',
        client.apiCall('chat.update', { channel, ts, ...(text !== undefined && { text }), blocks, link_names }),
      );
    });
    return { message: ts };
  }

  /**
   * Says something with its pictures. Slack refuses a message while it still looks at a picture in it, so that is tried again for a
   * moment, and then said without.
   */
  async function withPictures<Result>(
    client: WebClient,
    delivery: Delivery,
    say: (pictures: Pictures) => Promise<Result>,
  ): Promise<Result> {
    const pictures = await files.pictures(client, delivery);
    if (pictures.size > 0) {
      for (const ms of sending.pictureMs) {
        await sleep(ms);
        try {
          return await say(pictures);
        } catch (error) {
          const code = codeOf(error instanceof DeliveryFailure ? error.cause : error) ?? '';
          if (!refusesPictures.has(code)) throw error;
        }
      }
      log.warn({ deliveryId: delivery.id }, 'Slack did not show a picture in time; its words stand for it');
    }
    return say(new Map());
  }

  async function postOpenly(way: Way, user: string | undefined): Promise<Posted> {
    const { client, delivery, parts } = way;
    const channel = await placeOf(client, delivery, user);
    const isFresh = parts[0] === undefined;
    const first = await postParts(way, channel, delivery.thread);
    if (delivery.pin && isFresh) await pin(client, channel, first, delivery);
    // Where two talk alone, a file stands beside what was said; elsewhere in its thread.
    await shareFiles(way, channel, delivery.thread ?? (user === undefined ? first : undefined));
    return { message: first };
  }

  async function postParts(way: Way, channel: string, thread: string | undefined): Promise<string> {
    const { client, delivery } = way;
    return withPictures(client, delivery, (pictures) =>
      postAll(way, channel, thread, rendering.renderMessage(delivery.message, pictures)),
    );
  }

  async function postAll(
    { client, delivery, parts }: Way,
    channel: string,
    thread: string | undefined,
    [root, ...others]: [SlackMessage, ...SlackMessage[]],
  ): Promise<string> {
    const first = (parts[0] ??= await postOne(client, channel, delivery, root, 0, thread));
    for (const [index, part] of others.entries()) {
      try {
        parts[index + 1] ??= await postOne(client, channel, delivery, part, index + 1, thread ?? first);
      } catch (error) {
        const failure = toDeliveryFailure(error, 'chat.postMessage');
        if (failure.outcome !== 'never' || failure.scope !== 'message') throw failure;
        // The part with the buttons is there and has to be found again by them.
        log.error({ deliveryId: delivery.id, part: index + 2, because: failure.message }, 'A part of a long message was refused');
      }
    }
    return first;
  }

  /** The files that come with a message; for one that Slack does not take, words or a link. */
  async function shareFiles(way: Way, channel: string, thread: string | undefined): Promise<void> {
    const { client, delivery, shared } = way;
    const { attachments = [], language } = delivery.message;
    for (const [index, attachment] of attachments.entries()) {
      const instead = await files.share(client, delivery, attachment, { channel, thread }, shared);
      if (!instead) continue;
      await postOne(client, channel, delivery, instead(phrases(language)), partsBefore + index, thread);
      shared.set(attachment.file, { id: '', isThere: true });
    }
  }

  async function postOne(
    client: WebClient,
    channel: string,
    delivery: Delivery,
    part: SlackMessage,
    index: number,
    thread: string | undefined,
  ): Promise<string> {
    const metadata = { event_type: 'vises_message', event_payload: { delivery: delivery.id, part: index } };
    const message = { channel, ...part, ...plain, metadata };
    const known = { client_msg_id: clientMessageId(delivery.id, index) };
    const inThread = thread === undefined ? {} : { thread_ts: thread };
    const post = (args: Record<string, unknown>): Promise<WebAPICallResult> => client.apiCall('chat.postMessage', args);
    const answer = post({ ...message, ...inThread, ...known }).catch((error: unknown) => {
      const code = codeOf(error) ?? '';
      if (lostDuplicate.has(code)) return post({ ...message, ...inThread });
      // Better said beside the thread than not at all.
      if (thread !== undefined && threadIsClosed.has(code)) return post({ ...message, ...known });
      throw error;
    });
    return referenceIn(await call('chat.postMessage', answer), 'ts');
  }

  /** Shown to one person where it belongs, and said to that person alone where Slack cannot do that. Files are given to them alone. */
  async function postPrivately(way: Way): Promise<Posted> {
    const { client, delivery, parts } = way;
    const { channel, privateTo: user = '', message } = delivery;
    try {
      await withPictures(client, delivery, (pictures) => showAll(way, user, rendering.renderMessage(message, pictures)));
      if ((message.attachments ?? []).length > 0)
        await ofPerson(async () => shareFiles(way, await conversations.open(client, channel.workspace, user), undefined));
      return { message: parts[0] ?? '' };
    } catch (error) {
      if (error instanceof DeliveryFailure || !cannotBePrivate.has(codeOf(error) ?? ''))
        throw toDeliveryFailure(error, 'chat.postEphemeral');
    }
    return ofPerson(async () => {
      const alone = await conversations.open(client, channel.workspace, user);
      const posted = { message: await postParts(way, alone, undefined) };
      await shareFiles(way, alone, undefined);
      return posted;
    });
  }

  async function showAll({ client, delivery, parts }: Way, user: string, all: SlackMessage[]): Promise<void> {
    const { channel, thread } = delivery;
    const { link_names } = plain;
    for (const [index, part] of all.entries()) {
      const show = (args: object): Promise<WebAPICallResult> =>
        client.apiCall('chat.postEphemeral', { channel: channel.key, user, ...part, link_names, ...args });
      parts[index] ??= await show(thread === undefined ? {} : { thread_ts: thread })
        .catch((error: unknown) => {
          if (thread !== undefined && threadIsClosed.has(codeOf(error) ?? '')) return show({});
          throw error;
        })
        .then((answer) => referenceIn(answer, 'message_ts'));
    }
  }

  async function placeOf(client: WebClient, { channel }: Delivery, user: string | undefined): Promise<string> {
    return user === undefined ? channel.key : call('conversations.open', conversations.open(client, channel.workspace, user));
  }

  /** A message that is not pinned is still there, so nothing that goes wrong here counts. */
  async function pin(client: WebClient, channel: string, timestamp: string, { id }: Delivery): Promise<void> {
    await client.pins.add({ channel, timestamp }).catch((error: unknown) => {
      if (['already_pinned', 'missing_scope'].includes(codeOf(error) ?? '')) return;
      log.warn({ deliveryId: id, because: toDeliveryFailure(error, 'pins.add').message }, 'A message could not be pinned');
    });
  }
}

/** That this person cannot be reached says nothing about the team's channel. */
async function ofPerson<Result>(work: () => Promise<Result>): Promise<Result> {
  return work().catch((error: unknown) => {
    const { outcome, message, retryAfterMs } = toDeliveryFailure(error, 'conversations.open');
    throw new DeliveryFailure(outcome, message, { ...(retryAfterMs !== undefined && { retryAfterMs }), cause: error });
  });
}

async function call<Result>(method: string, answer: Promise<Result>): Promise<Result> {
  return answer.catch((error: unknown) => {
    throw toDeliveryFailure(error, method);
  });
}

/** An answer without a reference hides a message that can never be found again. */
function referenceIn(answer: WebAPICallResult & { ts?: unknown; message_ts?: unknown }, name: 'ts' | 'message_ts'): string {
  const value = answer[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new DeliveryFailure('unknown', 'Slack took a message and did not say which');
}
