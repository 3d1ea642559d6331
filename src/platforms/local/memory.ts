import type { LocalPost, LocalPosts } from '../../ports.ts';

/** A post with its place in the channel: the `seq` of its first day, which no change moves. */
export interface KeptPost extends LocalPost {
  order: number;
}

export type DeskKind = 'teams' | 'network' | 'both';

/** What this platform keeps beside its posts: the files in them, who was seen where, and the order of changes. */
export interface LocalMemory extends LocalPosts {
  /** As in `LocalPosts`; `contents` are the bytes of `post.files`, in the same order. A person who posts is in the channel from then on. */
  add(post: Omit<LocalPost, 'seq' | 'editedAt' | 'deletedAt'>, contents?: Uint8Array[]): Promise<KeptPost>;
  /** A deleted post keeps its place and loses its words and files. With `files`, `contents` are their bytes, and the earlier ones go. */
  change(...change: [...Parameters<LocalPosts['change']>, contents?: Uint8Array[]]): Promise<KeptPost | undefined>;
  find(id: string): Promise<KeptPost | undefined>;
  /** The first `limit` posts changed after `after`, in the order of their changes. In one channel no earlier `seq` shows up later. */
  list(channel: string, after: number, limit: number): Promise<KeptPost[]>;
  /** The highest `seq` in a channel; 0 when nothing was ever posted there. */
  getLastSeq(channel: string): Promise<number>;
  findFile(post: string, index: number): Promise<Uint8Array | undefined>;
  /** What the place is for that this person has here for themselves: the teams they accompany, the network they work for, or both. */
  deskOf(person: string): Promise<DeskKind | undefined>;
  /** Whether this person has been in this channel before. */
  knows(channel: string, person: string): Promise<boolean>;
  /** Notes that this person is in this channel, so that `channels()` names them. */
  meet(channel: string, person: string): Promise<void>;
  /** Calls back after each change of a channel's posts, whichever process made it; with no name when any channel may have changed. */
  watch(changed: (channel?: string) => void): { stop(): Promise<void> };
}
