import { deskNote, type NetworkDesk } from '../../core/joining/desk-messages.ts';
import type { Message } from '../../core/message.ts';
import type { Tx } from '../../store/database.ts';
import { addPosts } from '../../store/outbox.ts';
import type { Colleague } from '../../store/networks.ts';
import type { AtDesk } from '../desks/receive-desk.ts';
import type { Needs } from '../needs.ts';
import type { Dealt } from '../receive.ts';
import { writtenDate } from '../../core/written-date.ts';

/** Somebody at work in their network, which was entered after their role there was found to stand. */
export interface NetworkTurn {
  needs: Needs;
  tx: Tx;
  now: Date;
  at: AtDesk;
  desk: NetworkDesk;
  /** Who has which role there. */
  people: readonly Colleague[];
  /** Of the person, for days in words. */
  timeZone: string;
}

/** Says something to the one who acts, at their desk. */
export async function sayHere(
  tx: Tx,
  at: AtDesk,
  said: Message | { kind: string; phrase: string; values?: Record<string, string | number> },
  { wording }: Needs,
  now: Date,
): Promise<Dealt> {
  const message =
    'blocks' in said
      ? said
      : deskNote(said.kind, { words: wording[at.language], language: at.language }, said.phrase, said.values);
  await addPosts(tx, { channelId: at.channel.id }, [{ place: { to: 'origin' }, message }], now);
  return { fresh: true, readings: [] };
}

/** The same, in a network's work. */
export const say = (turn: NetworkTurn, said: Parameters<typeof sayHere>[2]): Promise<Dealt> =>
  sayHere(turn.tx, turn.at, said, turn.needs, turn.now);

/** A day as people write it. */
export const dayFor = ({ at, timeZone }: NetworkTurn, day: Date): string =>
  writtenDate(day, at.language, { dateStyle: 'long', timeZone });
