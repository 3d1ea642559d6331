import type { PlatformName } from '../../src/core/incoming.ts';
import { type Message, plainText } from '../../src/core/message.ts';
import { type Delivery, DeliveryFailure, type PersonFacts, type Platform } from '../../src/ports.ts';

/** A message as it stands on the platform. */
export interface Shown {
  id: string;
  /** The delivery that posted it; the changes come after it. */
  deliveries: string[];
  channel: string;
  workspace: string;
  thread: string | undefined;
  privateTo: string | undefined;
  pinned: boolean;
  text: string;
  message: Message;
}

/** What the platform does with a message. An error is thrown before anything is shown. */
export type Behaviour = 'posts' | 'hangs' | 'posts, and the answer is lost' | Error;

export interface FakePlatform extends Required<Omit<Platform, 'start'>> {
  /** Every call, in order, also those that failed. */
  calls: Delivery[];
  /** What people see, oldest first. */
  shown: Shown[];
  /** What people see in one channel: the texts, oldest first. */
  texts(channel: string): string[];
  /** Decides about each call from now on. */
  behave(decide: (delivery: Delivery, call: number) => Behaviour | Promise<Behaviour>): void;
  /** What it knows of its people, by user: an error when it does not answer. */
  people: Map<string, PersonFacts | Error>;
  /** Whom it was asked about, in order. */
  askedAbout: string[];
  /** What it keeps for people, by name: an error when it does not give it. */
  kept: Map<string, { bytes: Uint8Array; type: string } | Error>;
  /** The names of the files that were asked for, in order. */
  askedFor: string[];
  /** A person or an administrator deletes a message. */
  remove(id: string): void;
}

/**
 * A platform as strict as the real ones: it changes only messages it has, and posts only in threads of messages it has.
 * It never shows anything twice by itself: two calls are two messages.
 */
export function aFakePlatform(name: PlatformName = 'local'): FakePlatform {
  const calls: Delivery[] = [];
  const shown: Shown[] = [];
  let decide: (delivery: Delivery, call: number) => Behaviour | Promise<Behaviour> = () => 'posts';
  let count = 0;

  const find = (id: string, channel: string): Shown => {
    const found = shown.find((message) => message.id === id && message.channel === channel);
    if (!found) throw new DeliveryFailure('never', 'message_not_found');
    return found;
  };

  function show(delivery: Delivery): string {
    const { channel, message, update, thread } = delivery;
    if (update !== undefined) {
      const changed = find(update, channel.key);
      changed.deliveries.push(delivery.id);
      Object.assign(changed, { message, text: plainText(message), pinned: changed.pinned || delivery.pin === true });
      return update;
    }
    if (thread !== undefined) find(thread, channel.key);
    const id = `${name}-${++count}`;
    shown.push({
      id,
      deliveries: [delivery.id],
      channel: channel.key,
      workspace: channel.workspace,
      thread,
      privateTo: delivery.privateTo,
      pinned: delivery.pin === true,
      text: plainText(message),
      message,
    });
    return id;
  }

  return {
    name,
    doors: [],
    people: new Map(),
    askedAbout: [],
    kept: new Map(),
    askedFor: [],
    async findPerson(_workspace, user) {
      this.askedAbout.push(user);
      const found = this.people.get(user);
      if (found instanceof Error) throw found;
      return found;
    },
    async fetchFile(_workspace, file) {
      this.askedFor.push(file.name);
      const found = this.kept.get(file.name);
      if (found instanceof Error) throw found;
      if (!found) throw new DeliveryFailure('never', 'file_not_found');
      return found;
    },
    calls,
    shown,
    texts: (channel) => shown.filter((message) => message.channel === channel).map(({ text }) => text),
    behave(next) {
      decide = next;
    },
    remove(id) {
      const at = shown.findIndex((message) => message.id === id);
      if (at < 0) throw new Error(`There is no message ${id} to delete.`);
      shown.splice(at, 1);
    },
    async post(delivery) {
      const call = calls.push(delivery);
      const behaviour = await decide(delivery, call);
      if (behaviour instanceof Error) throw behaviour;
      if (behaviour === 'hangs') return new Promise(() => {});
      const message = show(delivery);
      if (behaviour === 'posts, and the answer is lost') throw new DeliveryFailure('unknown', 'the answer was lost');
      return { message };
    },
    async stop() {},
  };
}
