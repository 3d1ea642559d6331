import type { HomeView, KnownBlock } from '@slack/types';
import type { WebAPICallResult, WebClient } from '@slack/web-api';
import type { Message } from '../../core/message.ts';
import { type Delivery, DeliveryFailure, type Posted } from '../../ports.ts';
import type { SlackApi } from './api.ts';
import { createConversations } from './conversations.ts';
import { codeOf, toDeliveryFailure } from './failures.ts';
import { clientMessageId, createPostedMemory, type Parts } from './posted.ts';
import type { Log } from './tokens.ts';

/** One message of Slack. Screen readers read `text`. */
export interface SlackMessage {
  text?: string;
  blocks: KnownBlock[];
}

/** Gives a message Slack's shape. */
export interface Rendering {
  /** The first carries the buttons; the others follow in its thread. */
  renderMessage(message: Message): [SlackMessage, ...SlackMessage[]];
  renderUpdate(message: Message): SlackMessage;
  renderHome(message: Message): HomeView;
}

interface Needs {
  api: Pick<SlackApi, 'for'>;
  rendering: Rendering;
  log: Log;
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

const isUser = (id: string): boolean => /^[UW][A-Z0-9]+$/.test(id);
const isConversation = (key: string): boolean => /^[CGD][A-Z0-9]+$/.test(key);

/** Says what the companion has to say. Rejects with a `DeliveryFailure`. */
export function createPost({ api, rendering, log }: Needs): (delivery: Delivery) => Promise<Posted> {
  const memory = createPostedMemory();
  const conversations = createConversations();

  return async (delivery) => {
    const client = await api.for(delivery.channel.workspace);
    const [, kind, user] = /^(dm|home):(.+)$/.exec(delivery.channel.key) ?? [];
    if (user !== undefined ? !isUser(user) : !isConversation(delivery.channel.key)) {
      throw new DeliveryFailure('never', 'the address is not one of Slack', { scope: 'channel' });
    }
    if (kind === 'home' && user !== undefined) return publish(client, user, delivery.message);
    // What only one person saw is not kept by Slack and cannot be changed: it is shown again.
    const isPrivate = delivery.privateTo !== undefined && kind === undefined;
    if (delivery.update !== undefined && !isPrivate) return change(client, delivery, delivery.update, user);
    return memory.once(delivery.id, (parts) =>
      isPrivate ? postPrivately(client, delivery, parts) : postOpenly(client, delivery, parts, user),
    );
  };

  async function publish(client: WebClient, user: string, message: Message): Promise<Posted> {
    await call('views.publish', client.views.publish({ user_id: user, view: rendering.renderHome(message) }));
    return { message: 'home' };
  }

  async function change(client: WebClient, delivery: Delivery, ts: string, user: string | undefined): Promise<Posted> {
    const channel = await placeOf(client, delivery, user);
    const { link_names } = plain;
    await call(
      'chat.update',
      client.apiCall('chat.update', { channel, ts, ...rendering.renderUpdate(delivery.message), link_names }),
    );
    return { message: ts };
  }

  async function postOpenly(client: WebClient, delivery: Delivery, parts: Parts, user: string | undefined): Promise<Posted> {
    const channel = await placeOf(client, delivery, user);
    const isFresh = parts[0] === undefined;
    const first = await postParts(client, channel, delivery, parts, delivery.thread);
    if (delivery.pin && isFresh) await pin(client, channel, first, delivery);
    return { message: first };
  }

  async function postParts(
    client: WebClient,
    channel: string,
    delivery: Delivery,
    parts: Parts,
    thread: string | undefined,
  ): Promise<string> {
    const [root, ...others] = rendering.renderMessage(delivery.message);
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

  /** Shown to one person where it belongs, and said to that person alone where Slack cannot do that. */
  async function postPrivately(client: WebClient, delivery: Delivery, parts: Parts): Promise<Posted> {
    const { channel, thread, privateTo: user = '' } = delivery;
    const { link_names } = plain;
    try {
      for (const [index, part] of rendering.renderMessage(delivery.message).entries()) {
        const show = (args: object): Promise<WebAPICallResult> =>
          client.apiCall('chat.postEphemeral', { channel: channel.key, user, ...part, link_names, ...args });
        parts[index] ??= await show(thread === undefined ? {} : { thread_ts: thread })
          .catch((error: unknown) => {
            if (thread !== undefined && threadIsClosed.has(codeOf(error) ?? '')) return show({});
            throw error;
          })
          .then((answer) => referenceIn(answer, 'message_ts'));
      }
      return { message: parts[0] ?? '' };
    } catch (error) {
      if (!cannotBePrivate.has(codeOf(error) ?? '')) throw toDeliveryFailure(error, 'chat.postEphemeral');
    }
    try {
      const alone = await conversations.open(client, channel.workspace, user);
      return { message: await postParts(client, alone, delivery, parts, undefined) };
    } catch (error) {
      const { outcome, message, retryAfterMs } = toDeliveryFailure(error, 'conversations.open');
      // That this person cannot be reached says nothing about the team's channel.
      throw new DeliveryFailure(outcome, message, { ...(retryAfterMs !== undefined && { retryAfterMs }), cause: error });
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
