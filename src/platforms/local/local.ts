import type { Clock, Platform, Receive, TextsInReview } from '../../ports.ts';
import { createAssets, type Phrases } from './assets.ts';
import type { Log } from './exchange.ts';
import type { LocalMemory } from './memory.ts';
import { createPost } from './post.ts';
import { createDoors } from './receiver.ts';
import { createStreams } from './stream.ts';

/**
 * The platform without an account: a web page, and doors for whoever would rather write than click. `phrases` are the flat keys of
 * `prompts/phrases/page/`; `hosts` names where it may be reached from beside this machine.
 */
export function createLocalPlatform(needs: {
  memory: LocalMemory;
  /** Without it, texts are read in the conversation alone. */
  texts?: TextsInReview;
  receive: Receive;
  clock: Clock;
  log: Log;
  phrases: Phrases;
  hosts: readonly string[];
}): Platform {
  const streams = createStreams(needs);
  return {
    name: 'local',
    doors: createDoors({ ...needs, streams, assets: createAssets(needs.phrases) }),
    post: createPost(needs),
    stop: () => streams.stop(),
  };
}
