import { Trouble, type Api, type Place, type SentFile } from './api.ts';
import { inTab } from './keeping.ts';

/** A message on its way. It keeps its id for every try, so that the server knows it again. */
export interface Leaving extends Place {
  id: string;
  thread: string | null;
  text: string;
  files: SentFile[];
  at: string;
  state: 'sending' | 'failed';
  /** Why it failed, in words, and whether the same message may pass later. */
  error?: string;
  again?: boolean;
}

function readLeaving(): Leaving[] {
  const kept = inTab.read('leaving');
  return Array.isArray(kept) ? kept : [];
}

const waitsMs = [800, 2500];

/** Sends messages one after the other, in the order they were written, and again when the server was away. */
export function createOutbox(needs: { api: Api; changed: () => void }) {
  const { api, changed } = needs;
  // A reload in the middle of a sending: it may have arrived, and sending it again with the same id does no harm.
  const leaving: Leaving[] = readLeaving().map((one) => ({ ...one, state: 'failed', again: true }));
  let turn: Promise<void> = Promise.resolve();

  function keep(): void {
    // Files are too large for this kind of storage; their message is kept for as long as the page is open.
    inTab.write(
      'leaving',
      leaving.filter((one) => one.files.length === 0),
    );
    changed();
  }

  function drop(one: Leaving): void {
    const index = leaving.indexOf(one);
    if (index >= 0) leaving.splice(index, 1);
    keep();
  }

  async function send(one: Leaving): Promise<void> {
    const { id, channel, person, text, thread, files } = one;
    for (const waitMs of [...waitsMs, undefined]) {
      try {
        await api.send({ id, channel, person, text, files, ...(thread === null ? {} : { thread }) });
        drop(one);
        return;
      } catch (error) {
        const trouble = error instanceof Trouble ? error : new Trouble(String(error), false);
        if (trouble.again && waitMs !== undefined) {
          await new Promise((resolve) => setTimeout(resolve, waitMs));
          continue;
        }
        Object.assign(one, { state: 'failed', error: trouble.message, again: trouble.again });
        keep();
        return;
      }
    }
  }

  function post(one: Leaving): void {
    one.state = 'sending';
    delete one.error;
    keep();
    turn = turn.then(() => send(one));
  }

  return {
    /** What has not arrived yet in this place, oldest first. */
    in: ({ channel, person }: Place): Leaving[] => leaving.filter((one) => one.channel === channel && one.person === person),
    /** The message with this id, when it was posted and could not be received: the post is there, the companion has not heard it. */
    unheard: (id: string): Leaving | undefined => leaving.find((one) => one.id === id && one.state === 'failed'),
    add(message: Omit<Leaving, 'id' | 'at' | 'state'>): void {
      const one: Leaving = { ...message, id: crypto.randomUUID(), at: new Date().toISOString(), state: 'sending' };
      leaving.push(one);
      post(one);
    },
    again: post,
    drop,
  };
}

export type Outbox = ReturnType<typeof createOutbox>;
