import type { Message, Post } from '../../core/message.ts';
import type { Language } from '../../core/language.ts';
import type { Tx } from '../../store/database.ts';
import { deskOf } from '../../store/desks.ts';
import { addPosts } from '../../store/outbox.ts';

/**
 * Says something at a person's desk, in the language of that desk, whatever the platform. `of` names the team it is about: required
 * where the work is a team's own, left out in a portfolio's or a network's work. `place`: the thread of something said there before.
 *
 * @returns false when the person has no desk: whoever asked must tell somebody else.
 */
export async function sayAtDesk(
  tx: Tx,
  person: string,
  post: Omit<Post, 'place' | 'message'> & { place?: Post['place']; message: (language: Language) => Message },
  now: Date,
  of: { structureId?: string; evaluationId?: string; key?: string } = {},
): Promise<boolean> {
  const desk = await deskOf(tx, person);
  if (!desk) return false;
  const { message, place = { to: 'origin' }, ...rest } = post;
  await addPosts(tx, { channelId: desk.channel.id, ...of }, [{ ...rest, place, message: message(desk.language) }], now);
  return true;
}
