import type { LocalGone, LocalView } from '../render.ts';

/** What was posted, by id, as this person sees it. */
export type Posts = Map<string, LocalView>;

/** A post, or the trace of one that is gone while its thread is not. */
export type Root = LocalView | { id: string; order: number; at: string; gone: true };

/** Takes in what the list or the stream says of a post, in whatever order the two say it. */
export function takeIn(posts: Posts, post: LocalView | LocalGone): void {
  if ('deleted' in post) {
    posts.delete(post.id);
    return;
  }
  const known = posts.get(post.id);
  if (!known || known.seq <= post.seq) posts.set(post.id, post);
}

const byOrder = (a: { order: number }, b: { order: number }): number => a.order - b.order;

/** What was said under each post, oldest first. */
export function threadsOf(posts: Posts): Map<string, LocalView[]> {
  const threads = new Map<string, LocalView[]>();
  for (const post of [...posts.values()].sort(byOrder)) {
    if (post.thread === null) continue;
    const replies = threads.get(post.thread);
    if (replies) replies.push(post);
    else threads.set(post.thread, [post]);
  }
  return threads;
}

/** The card of one's own view: it stays at the top. */
export function homeOf(posts: Posts): LocalView | undefined {
  return lastOf(posts, (post) => post.pinned === true && post.kind === 'home');
}

/** What stands in the channel itself, oldest first. The progress card and one's own view have their place at the top. */
export function rootsOf(posts: Posts, threads: Map<string, LocalView[]>): Root[] {
  const progress = progressOf(posts);
  const asked = new Map<string, number>();
  for (const { question, kind, thread, order } of posts.values())
    if (question !== undefined && kind === 'question' && thread === null)
      asked.set(question, Math.max(order, asked.get(question) ?? 0));
  // A question that had to wait and was asked again further down stands there alone.
  const isAskedBelow = ({ id, question, kind, order, actions }: LocalView): boolean =>
    kind === 'question' &&
    question !== undefined &&
    actions.length === 0 &&
    !threads.has(id) &&
    order < (asked.get(question) ?? 0);
  const roots: Root[] = [...posts.values()].filter(
    (post) => post.thread === null && post !== progress && !(post.pinned === true && post.kind === 'home') && !isAskedBelow(post),
  );
  for (const [id, [first]] of threads)
    if (first && !posts.has(id)) roots.push({ id, order: first.order, at: first.at, gone: true });
  return roots.sort(byOrder);
}

/**
 * The question that is being asked: the one that is open, wherever its card stands, else the last one in the channel. A card that was
 * posted again further down counts there alone.
 */
export function questionOf(posts: Posts): LocalView | undefined {
  const cards = [...posts.values()].filter((post) => post.thread === null && post.kind === 'question').sort(byOrder);
  const newest = cards.filter(
    ({ question }, index) => question === undefined || cards.findLastIndex((each) => each.question === question) === index,
  );
  return newest.findLast(({ actions }) => actions.some(({ id }) => id === 'skip')) ?? newest.at(-1);
}

/** What the companion says when it needs a yes or a choice before it goes on with what somebody gave it. */
const asking = new Set(['sensitive', 'confirm-correction', 'settle', 'merge', 'is-it-answer']);

/** Whether this waits for somebody to choose: once they have, it says what they chose, or offers one way only. */
export const isWaiting = ({ kind, actions }: LocalView): boolean =>
  kind === 'sharing'
    ? actions.filter(({ id }) => id === 'share-content').length > 1
    : kind !== undefined && asking.has(kind) && actions.length > 0;

/** The last thing that waits for a choice in this place. `isSeen`: it is before their eyes already. */
export function waitingOutOfSight(posts: Posts, isSeen: (post: LocalView) => boolean): LocalView | undefined {
  const waiting = [...posts.values()].filter(isWaiting);
  return waiting.some(isSeen) ? undefined : waiting.sort(byOrder).at(-1);
}

/** What the companion asks this person alone about what they last wrote, under a question that is no longer the one being asked. */
export function noteAbove(posts: Posts, person: string): LocalView | undefined {
  const said = lastOf(posts, (post) => post.from === person);
  const note = lastOf(posts, (post) => post.private === true && post.thread !== null && post.actions.length > 0);
  const asked = questionOf(posts);
  if (!note || !said || !asked || note.thread !== said.thread || note.thread === asked.id) return undefined;
  return note.order > said.order && asked.order > note.order ? note : undefined;
}

/** The pinned card that shows how far the team is. */
export function progressOf(posts: Posts): LocalView | undefined {
  return lastOf(
    posts,
    (post) => post.pinned === true && post.kind !== 'home' && (post.blocks ?? []).some((block) => block.type === 'progress'),
  );
}

/** Everything else that was pinned, the newest first. */
export function pinnedOf(posts: Posts): LocalView[] {
  const progress = progressOf(posts);
  return [...posts.values()]
    .filter((post) => post.pinned && post.kind !== 'home' && post !== progress)
    .sort((a, b) => b.order - a.order);
}

function lastOf(posts: Posts, fits: (post: LocalView) => boolean): LocalView | undefined {
  let last: LocalView | undefined;
  for (const post of posts.values()) if (fits(post) && (!last || post.order > last.order)) last = post;
  return last;
}

/** So many posts of a channel are drawn at first, and so many more each time older ones are asked for. */
export const shownFirst = 100;

/** A few words that name a post: its first question or line. */
export function titleOf(post: Root): string {
  if ('gone' in post) return '…';
  const blocks = post.blocks ?? [];
  const asked = post.kind === 'question' ? blocks.find((block) => block.type === 'text') : undefined;
  const named = asked ?? blocks.find((block) => block.type === 'heading') ?? blocks.find((block) => block.type === 'text');
  return shorten(named && 'text' in named ? named.text : post.text, 90);
}

export function shorten(text: string, most: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const signs = Array.from(line.slice(0, most * 2));
  if (signs.length <= most && line.length <= most * 2) return line;
  return `${signs
    .slice(0, most - 1)
    .join('')
    .trimEnd()}…`;
}
