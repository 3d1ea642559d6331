import type { Post } from '../../core/message.ts';
import type { Tx } from '../../store/database.ts';
import { addPosts } from '../../store/outbox.ts';
import { userIn } from '../../store/people.ts';
import { directChannel } from '../../store/routing.ts';

export interface Where {
  /** The channel that the incoming came from: replies and private words go there. */
  origin: string;
  /** The evaluation's home channel: questions and cards go there. */
  home: string;
  /** The person with whom the companion is alone in the origin. */
  aloneWith?: string;
  structureId?: string;
  evaluationId?: string;
}

/** Queues what a turn says, in order, in the same transaction as what it changed. */
export async function queue(tx: Tx, where: Where, posts: Post[], now: Date): Promise<void> {
  const of = {
    ...(where.structureId && { structureId: where.structureId }),
    ...(where.evaluationId && { evaluationId: where.evaluationId }),
  };
  const batches = new Map<string, Post[]>();
  for (const wanted of posts) {
    const { channelId, post } = await channelFor(tx, where, wanted);
    const batch = batches.get(channelId);
    if (batch) batch.push(post);
    else batches.set(channelId, [post]);
  }
  for (const [channelId, some] of batches) await addPosts(tx, { channelId, ...of }, some, now);
}

/** Where a post is said, and as what. */
export async function channelFor(tx: Tx, where: Where, post: Post): Promise<{ channelId: string; post: Post }> {
  const { place } = post;
  const isAlone = where.aloneWith !== undefined;
  switch (place.to) {
    case 'channel':
      return { channelId: where.home, post };
    case 'origin':
      return { channelId: where.origin, post };
    case 'thread':
      // Messages that go by a name of ours stand in the team's channel.
      return { channelId: isAlone && 'slot' in place.of ? where.home : where.origin, post };
    case 'private':
      if (!isAlone) return { channelId: where.origin, post };
      // Nobody else is there, so nothing need be hidden; a word for somebody else never goes there.
      if (place.person === where.aloneWith) return { channelId: where.origin, post: { ...post, place: { to: 'origin' } } };
      return toPerson(tx, where, post, place.person);
    case 'person':
      return toPerson(tx, where, post, place.person);
  }
}

/** Their own conversation, where the evaluation's home is; somebody who has no identity there reads it privately in the channel. */
async function toPerson(tx: Tx, where: Where, post: Post, person: string): Promise<{ channelId: string; post: Post }> {
  const user = await userIn(tx, where.home, person);
  if (!user) return { channelId: where.home, post: { ...post, place: { to: 'private', person } } };
  const { id } = await directChannel(tx, user, post.message.language);
  return { channelId: id, post: { ...post, place: { to: 'origin' } } };
}
