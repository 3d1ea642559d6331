import type { Post } from '../../core/message.ts';
import type { Tx } from '../../store/database.ts';
import { addPosts } from '../../store/outbox.ts';

export interface Where {
  /** The channel that the incoming came from: replies and private words go there. */
  origin: string;
  /** The evaluation's home channel: questions and cards go there. */
  home: string;
  structureId?: string;
  evaluationId?: string;
}

/** Queues what a turn says, in order, in the same transaction as what it changed. */
export async function queue(tx: Tx, where: Where, posts: Post[], now: Date): Promise<void> {
  const of = {
    ...(where.structureId && { structureId: where.structureId }),
    ...(where.evaluationId && { evaluationId: where.evaluationId }),
  };
  const isHome = (post: Post): boolean => post.place.to === 'channel';
  const batches: [string, Post[]][] =
    where.origin === where.home
      ? [[where.home, posts]]
      : [
          [where.origin, posts.filter((post) => !isHome(post))],
          [where.home, posts.filter(isHome)],
        ];
  for (const [channelId, some] of batches) await addPosts(tx, { channelId, ...of }, some, now);
}
