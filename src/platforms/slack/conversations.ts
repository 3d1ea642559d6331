import type { WebClient } from '@slack/web-api';
import { DeliveryFailure } from '../../ports.ts';
import { toDeliveryFailure } from './failures.ts';
import { sending } from './limits.ts';

/** The conversation that one person and the companion have alone, by Slack's id of it, which is remembered. */
export function createConversations(most: number = sending.rememberedConversations) {
  const known = new Map<string, string>();
  return {
    /** Rejects with a `DeliveryFailure`. */
    async open(client: WebClient, workspace: string, user: string): Promise<string> {
      const key = `${workspace}/${user}`;
      const found = known.get(key);
      if (found !== undefined) return found;
      const { channel } = await client.conversations.open({ users: user }).catch((error: unknown) => {
        throw toDeliveryFailure(error, 'conversations.open');
      });
      if (!channel?.id) throw new DeliveryFailure('later', 'conversations.open: an answer without a conversation');
      if (known.size >= most) known.clear();
      known.set(key, channel.id);
      return channel.id;
    },
  };
}
