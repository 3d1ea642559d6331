import { z } from 'zod';
import { type Clock, DeliveryFailure } from '../../ports.ts';
import type { BotFramework } from './adapter.ts';
import { toFailure, unanswered } from './failures.ts';
import { isConnector } from './hosts.ts';
import { sending } from './limits.ts';
import type { TeamsSettings } from './settings.ts';

const created = z.object({ id: z.string().min(1), activityId: z.string().nullish() });
const posted = z.object({ id: z.string().min(1) });
const member = z.object({
  id: z.string(),
  name: z.string().nullish().catch(undefined),
  tenantId: z.string().nullish().catch(undefined),
  userRole: z.string().nullish().catch(undefined),
});
const refusal = z.object({ error: z.object({ code: z.string() }) });

export type Member = z.output<typeof member>;

/** An activity on its way out, as the connector takes it. */
export type Outgoing = Record<string, unknown>;

export interface NewConversation {
  bot: string;
  tenant: string;
  /** A new post of this channel. */
  channel?: string;
  /** A conversation with this user alone; the same one each time. */
  user?: string;
  activity?: Outgoing;
}

/**
 * The Bot Connector's REST service, through which Teams is spoken to. The SDK's client for it tries again by itself after a lost answer,
 * and would so say things twice behind the outbox's back; here each call is made once. All reject with a `DeliveryFailure`.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
 */
export function createConnector(needs: { settings: TeamsSettings; framework: BotFramework; clock: Clock }) {
  const { settings, framework, clock } = needs;
  const { connectorUrl, withoutAuth } = settings;

  /** The address of a call. A `serviceUrl` that is not Teams' own never gets our token. */
  function addressOf(serviceUrl: string, path: string): string {
    if (!isConnector(serviceUrl, { loopback: withoutAuth }))
      throw new DeliveryFailure('never', 'The place has an address that is not one of Teams.', { scope: 'channel' });
    const base = new URL(serviceUrl);
    const origin = connectorUrl === undefined ? base.origin : new URL(connectorUrl).origin;
    return `${origin}${base.pathname.replace(/\/$/, '')}/v3/${path}`;
  }

  async function call(method: string, address: string, body: unknown, narrow = false): Promise<unknown> {
    const content = body === undefined ? undefined : JSON.stringify(body);
    if (content !== undefined && content.length * 2 > sending.messageBytes)
      throw new DeliveryFailure('never', `The message is larger than Teams takes (${content.length * 2} bytes).`);
    const first = await request(method, address, content, await framework.token());
    // A token may be withdrawn before its time: that one call is made again, since nothing was done.
    const response =
      first.status === 401 && !withoutAuth ? await request(method, address, content, await framework.token(true)) : first;
    const text = await response.text().catch((error: unknown) => {
      throw unanswered(error);
    });
    const json = parseJson(text);
    if (response.ok) return json;
    const code = refusal.safeParse(json).data?.error.code;
    throw toFailure({ status: response.status, code, retryAfter: response.headers.get('retry-after'), narrow }, clock.now());
  }

  async function request(
    method: string,
    address: string,
    content: string | undefined,
    token: string | undefined,
  ): Promise<Response> {
    const headers: Record<string, string> = { accept: 'application/json' };
    if (content !== undefined) headers['content-type'] = 'application/json; charset=utf-8';
    if (token !== undefined) headers['authorization'] = `Bearer ${token}`;
    try {
      return await fetch(address, {
        method,
        headers,
        // Our token follows nobody elsewhere.
        redirect: 'manual',
        signal: AbortSignal.timeout(sending.callMs),
        ...(content !== undefined && { body: content }),
      });
    } catch (error) {
      throw unanswered(error);
    }
  }

  /** What was done, but not told in the way we know, may well be there. */
  function read<T extends z.ZodType>(type: T, json: unknown): z.output<T> {
    const found = type.safeParse(json);
    if (!found.success) throw new DeliveryFailure('unknown', 'Teams answered in a way that is not known.');
    return found.data;
  }

  const activities = (conversation: string): string => `conversations/${encodeURIComponent(conversation)}/activities`;
  const targeting = (targeted: boolean): string => (targeted ? '?isTargetedActivity=true' : '');

  return {
    /** Posts into a conversation; gives the activity's id. `targeted`: only the activity's `recipient` sees it. */
    async send(serviceUrl: string, conversation: string, activity: Outgoing, targeted = false): Promise<string> {
      const address = addressOf(serviceUrl, activities(conversation) + targeting(targeted));
      return read(posted, await call('POST', address, activity, targeted)).id;
    },

    async update(serviceUrl: string, conversation: string, id: string, activity: Outgoing, targeted = false): Promise<void> {
      const path = `${activities(conversation)}/${encodeURIComponent(id)}${targeting(targeted)}`;
      await call('PUT', addressOf(serviceUrl, path), { ...activity, id }, true);
    },

    async delete(serviceUrl: string, conversation: string, id: string): Promise<void> {
      await call('DELETE', addressOf(serviceUrl, `${activities(conversation)}/${encodeURIComponent(id)}`), undefined, true);
    },

    async createConversation(
      serviceUrl: string,
      { bot, tenant, channel, user, activity }: NewConversation,
    ): Promise<{ conversation: string; activity?: string }> {
      const json = await call('POST', addressOf(serviceUrl, 'conversations'), {
        isGroup: channel !== undefined,
        bot: { id: bot },
        tenantId: tenant,
        channelData: { tenant: { id: tenant }, ...(channel !== undefined && { channel: { id: channel } }) },
        ...(user !== undefined && { members: [{ id: user }] }),
        ...(activity && { activity }),
      });
      const { id, activityId } = read(created, json);
      return { conversation: id, ...(activityId && { activity: activityId }) };
    },

    async member(serviceUrl: string, conversation: string, user: string): Promise<Member> {
      const path = `conversations/${encodeURIComponent(conversation)}/members/${encodeURIComponent(user)}`;
      return read(member, await call('GET', addressOf(serviceUrl, path), undefined, true));
    },
  };
}

export type Connector = ReturnType<typeof createConnector>;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
