import type { Connector } from './connector.ts';
import { sending } from './limits.ts';
import type { TeamsReference } from './references.ts';

export type Direct = ReturnType<typeof createDirect>;

/** The conversations of one to one. Teams gives the same one each time it is asked for; a process remembers those it has asked for. */
export function createDirect(connector: Connector) {
  const known = new Map<string, string>();

  return {
    /** The conversation with this user alone. Rejects with a `DeliveryFailure`, as when the companion is not installed for that person. */
    async find({ serviceUrl, tenant, bot }: TeamsReference, user: string): Promise<string> {
      const key = `${tenant} ${bot} ${user}`;
      const found = known.get(key);
      if (found !== undefined) return found;
      const { conversation } = await connector.createConversation(serviceUrl, { bot, tenant, user });
      if (known.size >= sending.conversations) known.clear();
      known.set(key, conversation);
      return conversation;
    },
  };
}
