import { madeFilesIn, plainText } from '../../core/message.ts';
import { DeliveryFailure, type Clock, type Delivery, type LocalPost, type Posted } from '../../ports.ts';
import type { LocalMemory } from './memory.ts';
import { companionPrefix, parseChannel } from './parse.ts';

/** Posts what the companion says. The post's id comes from the delivery, so a second try finds the first one's post. */
export function createPost({ memory, clock }: { memory: LocalMemory; clock: Clock }): (delivery: Delivery) => Promise<Posted> {
  return async (delivery) => {
    const channel = delivery.channel.platform === 'local' ? parseChannel(delivery.channel.key) : undefined;
    if (channel === undefined)
      throw new DeliveryFailure('never', 'The address is not one of the local platform.', { scope: 'channel' });
    return delivery.update === undefined ? addPost(delivery, channel) : changePost(delivery, delivery.update);
  };

  async function addPost(delivery: Delivery, channel: string): Promise<Posted> {
    const { files, contents } = filesOf(delivery);
    const post = await memory.add(
      {
        id: companionPrefix + delivery.id,
        channel,
        thread: delivery.thread === undefined ? null : await findRoot(delivery.thread, channel),
        from: 'companion',
        privateTo: delivery.privateTo ?? null,
        text: plainText(delivery.message),
        message: delivery.message,
        files,
        pinned: delivery.pin ?? false,
        at: clock.now(),
      },
      contents,
    );
    return { message: post.id };
  }

  async function changePost(delivery: Delivery, id: string): Promise<Posted> {
    const { message, pin } = delivery;
    const known = await memory.find(id);
    if (known?.from !== 'companion' || known.deletedAt)
      throw new DeliveryFailure('never', 'The message to change is not there (any more).');
    const { files, contents } = filesOf(delivery);
    const change = { text: plainText(message), message, files, ...(pin === undefined ? {} : { pinned: pin }) };
    const post = await memory.change(id, change, clock.now(), contents);
    if (!post) throw new DeliveryFailure('never', 'The message to change is not there (any more).');
    return { message: post.id };
  }

  /** Threads are one level deep: what is said to a reply goes beside it. */
  async function findRoot(thread: string, channel: string): Promise<string> {
    const known = await memory.find(thread);
    if (known?.channel !== channel) throw new DeliveryFailure('never', 'The thread is not in this channel.');
    return known.thread ?? known.id;
  }
}

/** The files of a message, as this place keeps them. */
function filesOf({ message, files: given = new Map() }: Delivery): { files: LocalPost['files']; contents: Uint8Array[] } {
  const found = madeFilesIn(message).flatMap((made) => {
    const file = given.get(made);
    return file ? [{ made, ...file }] : [];
  });
  return {
    files: found.map(({ made, name, type, bytes }) => ({ made, name, type, bytes: bytes.length })),
    contents: found.map(({ bytes }) => bytes),
  };
}
