import type { Post } from '../../core/message.ts';
import type { Tx } from '../../store/database.ts';
import { addPosts } from '../../store/outbox.ts';
import { userNear } from '../../store/people.ts';
import { directChannel } from '../../store/routing.ts';

export interface Where {
  /** The channel that the incoming came from: replies and private words go there. */
  origin: string;
  /** The evaluation's home channel: questions and cards go there. */
  home: string;
  /** Further channels of the evaluation, which show what home shows. */
  mirrors?: readonly string[];
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
    for (const { channelId, post } of [...(await placesFor(tx, where, wanted)), ...elsewhere(where, wanted)]) {
      const batch = batches.get(channelId);
      if (batch) batch.push(post);
      else batches.set(channelId, [post]);
    }
  }
  for (const [channelId, some] of batches) await addPosts(tx, { channelId, ...of }, some, now);
}

interface Placed {
  channelId: string;
  post: Post;
}

const placesFor = async (tx: Tx, where: Where, post: Post): Promise<Placed[]> =>
  post.place.to === 'elsewhere' ? [] : [await channelFor(tx, where, post, post.place)];

/**
 * What the other channels of the evaluation show of it: all that home shows, and each message of ours that has a name, as it now is. What
 * is asked for again is posted anew only where that was; who is alone with the companion counts as being in none of them.
 */
function elsewhere(where: Where, post: Post): Placed[] {
  const { origin, home, mirrors = [], aloneWith } = where;
  if (mirrors.length === 0) return [];
  const team = [home, ...mirrors];
  const others = (than: string): string[] => team.filter((channelId) => channelId !== than);
  const { place } = post;
  switch (place.to) {
    case 'channel':
      return others(home).map((channelId) => ({ channelId, post: channelId === origin ? post : stays(post) }));
    case 'elsewhere':
      if (aloneWith !== undefined) return [];
      return others(origin).map((channelId) => ({ channelId, post: { ...post, place: { to: 'thread', of: place.of } } }));
    case 'thread':
    case 'origin': {
      if (post.everywhere) return others(aloneWith === undefined ? origin : home).map((channelId) => ({ channelId, post }));
      if (post.slot === undefined || aloneWith !== undefined) return [];
      return others(origin).map((channelId) => ({ channelId, post: { ...post, anew: false, updateOnly: true } }));
    }
    case 'private':
    case 'person':
      return [];
  }
}

/** Where it was not asked for, a message that is there already stays where it is. */
const stays = (post: Post): Post => (post.again ? { ...post, anew: false } : post);

/** Where a post is said, and as what. */
export async function channelFor(
  tx: Tx,
  where: Where,
  post: Post,
  place: Exclude<Post['place'], { to: 'elsewhere' }>,
): Promise<Placed> {
  const isAlone = where.aloneWith !== undefined;
  switch (place.to) {
    case 'channel':
      return { channelId: where.home, post: isAlone || where.origin === where.home ? post : stays(post) };
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

/** Their own conversation, where the evaluation's home is if they are there too; who has no account at all reads it privately in the channel. */
async function toPerson(tx: Tx, where: Where, post: Post, person: string): Promise<{ channelId: string; post: Post }> {
  const user = await userNear(tx, where.home, person);
  if (!user) return { channelId: where.home, post: { ...post, place: { to: 'private', person } } };
  const { id } = await directChannel(tx, user, post.message.language);
  return { channelId: id, post: { ...post, place: { to: 'origin' } } };
}
