import { createHash } from 'node:crypto';
import type { Posted } from '../../ports.ts';
import { sending } from './limits.ts';

/** What is known of a delivery: the references of the parts that Slack took, in order. */
export type Parts = (string | undefined)[];

/** How far each file of a delivery is, by our id of it: what Slack calls it once it has its bytes, and whether it stands in the conversation. */
export type Shared = Map<string, { id: string; isThere: boolean }>;

interface Entry {
  parts: Parts;
  shared: Shared;
  underWay?: Promise<Posted>;
}

export interface PostedMemory {
  /**
   * Posts a delivery, knowing which of its parts Slack took already. A second try of one that is still under way waits for that one,
   * so that a slow answer does not become two messages.
   */
  once(delivery: string, post: (parts: Parts, shared: Shared) => Promise<Posted>): Promise<Posted>;
}

/** The memory of one process, of its newest deliveries. After a restart only Slack knows, and does not tell. */
export function createPostedMemory(most: number = sending.rememberedDeliveries): PostedMemory {
  const entries = new Map<string, Entry>();
  return {
    once(delivery, post) {
      const entry: Entry = entries.get(delivery) ?? { parts: [], shared: new Map() };
      if (entry.underWay) return entry.underWay;
      entries.delete(delivery);
      entries.set(delivery, entry);
      for (const [oldest, { underWay }] of entries) {
        if (entries.size <= most) break;
        if (!underWay) entries.delete(oldest);
      }
      entry.underWay = post(entry.parts, entry.shared).finally(() => {
        delete entry.underWay;
      });
      return entry.underWay;
    },
  };
}

/** Our own name space of version 5 ids. */
const nameSpace = Buffer.from('6f2c1b8e5d0b4c0f9a3e7d1c2b4a6e80', 'hex');

/**
 * The same id for the same part of the same delivery, whenever and wherever it is tried (a version 5 UUID). Slack knows a message again
 * by it, although it does not promise to.
 */
export function clientMessageId(delivery: string, part: number): string {
  const hash = createHash('sha1').update(nameSpace).update(`${delivery}/${part}`).digest().subarray(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
