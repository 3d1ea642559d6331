import { buttonsIn } from './methods.ts';
import { type Json, type StoredMessage, textIn, wordsIn } from './world.ts';

/** A message as it stands in a channel. */
export interface ShownMessage {
  ts: string;
  /** A person's id, or `companion`. */
  from: string;
  thread: string | undefined;
  text: string;
  blocks: Json[];
  buttons: string[];
  onlyFor: string | undefined;
  pinned: boolean;
  edited: boolean;
  metadata: unknown;
  clientId: string | undefined;
  /** Ids of the files in it. */
  files: string[];
}

export const labelsIn = (blocks: unknown): string[] => buttonsIn(blocks).map((button) => textIn(button['text']));

export function show(message: StoredMessage, bots: readonly string[]): ShownMessage {
  const { ts, user, thread, text, blocks, onlyFor, pinned, edited, metadata, clientId, files = [] } = message;
  return {
    ts,
    from: bots.includes(user) ? 'companion' : user,
    thread,
    text: text ?? wordsIn(blocks),
    blocks,
    buttons: labelsIn(blocks),
    onlyFor,
    pinned,
    edited,
    metadata,
    clientId,
    files,
  };
}
