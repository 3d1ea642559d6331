import type { PlatformName } from '../core/incoming.ts';
import type { Message } from '../core/message.ts';
import { type Delivery, DeliveryFailure, type Platform, type Posted } from '../ports.ts';

/** A message of the companion as it stands in a channel. */
export interface Shown {
  id: string;
  channel: string;
  thread: string | undefined;
  /** Only this user sees it. */
  privateTo: string | undefined;
  message: Message;
  /** What came with it. */
  files: Delivery['files'];
}

/** One thing the companion said: a new message, or a change of one that was there. */
export interface Said extends Shown {
  changed: boolean;
}

/** A platform that remembers everything said on it, in order. */
export interface RecordingPlatform extends Platform {
  /** The messages of a channel as they stand, oldest first. */
  shown(channel: string): readonly Shown[];
  /** Everything that was said in a channel so far, oldest first. A change that changed nothing people see is left out. */
  said(channel: string): readonly Said[];
}

/** With `through`, everything is posted there as well, under the names it gives. */
export function recordingPlatform(
  options: { name?: PlatformName; through?: { post(delivery: Delivery): Promise<Posted> } } = {},
): RecordingPlatform {
  const { name = 'local', through } = options;
  const shown = new Map<string, Map<string, Shown>>();
  const said = new Map<string, Said[]>();
  let count = 0;

  return {
    name,
    doors: [],
    shown: (channel) => [...(shown.get(channel)?.values() ?? [])],
    said: (channel) => said.get(channel) ?? [],

    async post(delivery) {
      const { channel, update, thread, privateTo, message, files } = delivery;
      const known = shown.get(channel.key) ?? new Map<string, Shown>();
      const old = update === undefined ? undefined : known.get(update);
      if (update !== undefined && !old) throw new DeliveryFailure('never', 'There is no message to change.');
      const id = through ? (await through.post(delivery)).message : (update ?? `said-${++count}`);
      const now: Shown = old ? { ...old, message, files } : { id, channel: channel.key, thread, privateTo, message, files };
      shown.set(channel.key, known.set(id, now));
      if (!old || !isSameToSee(old.message, message)) {
        said.set(channel.key, [...(said.get(channel.key) ?? []), { ...now, changed: old !== undefined }]);
      }
      return { message: id };
    },

    async stop() {},
  };
}

const isSameToSee = (a: Message, b: Message): boolean =>
  JSON.stringify([a.blocks, a.actions, a.forms]) === JSON.stringify([b.blocks, b.actions, b.forms]);
