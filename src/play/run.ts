import type { Log } from '../store/log.ts';
import type { Method } from '../core/method.ts';
import type { Frames } from '../core/valorisation/frames.ts';
import type { Wording } from '../core/words.ts';
import type { Db } from '../store/database.ts';
import { virtualClock } from './clock.ts';
import type { Conversation, PlayPerson } from './file.ts';
import { orderedIds } from './ids.ts';
import { recordingPlatform } from './platform.ts';
import { play } from './player.ts';
import { type PlayRecord, recordOf } from './record.ts';
import { createStage } from './stage.ts';

export interface Played extends PlayRecord {
  /** How many messages could not be delivered: each is a fault of ours. */
  undelivered: number;
}

/** Plays a conversation in a channel of its own and gives its record. Months take seconds: only the clock passes them. */
export async function runConversation(
  conversation: Conversation,
  needs: { db: Db; method: Method; wording: Wording; frames: Frames; log: Log; channel?: string },
): Promise<Played> {
  const { meta, turns } = conversation;
  const first = turns[0]?.at;
  const begins = first && first < meta.now ? first : meta.now;
  const channel = needs.channel ?? 'play';
  const clock = virtualClock(begins);
  const stage = createStage({ ...needs, channel, clock, platform: recordingPlatform(), run: channel, upkeep: true });
  const playerOf = ({ id, name, lang }: PlayPerson) => ({ user: id, name, language: lang });
  const playing = { stage, db: needs.db, method: needs.method, newId: orderedIds(), playerOf };
  const played = await play({ meta: { ...meta, now: begins }, turns }, playing);
  return { ...(await recordOf(meta, played, playing)), undelivered: stage.undelivered() };
}
