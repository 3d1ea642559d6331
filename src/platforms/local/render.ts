import type { Language } from '../../core/language.ts';
import { plainText, type Action, type Block, type Form } from '../../core/message.ts';
import type { LocalPost } from '../../ports.ts';
import type { KeptPost } from './memory.ts';

/** A post as the doors list it. The page draws `blocks`, `actions` and `forms`; whoever has no layout reads `text`. */
export interface LocalView {
  id: string;
  /** Grows with every change of any post: what `after=` and the stream go by. */
  seq: number;
  /** The post's place in the channel, which no change moves. */
  order: number;
  /** The post that began the thread this one is in. */
  thread: string | null;
  /** `companion` or a person. */
  from: string;
  text: string;
  actions: Action[];
  at: string;
  editedAt?: string;
  /** Seen only by the person who asked. */
  private?: true;
  pinned?: true;
  files?: { name: string; type: string; bytes: number; url: string }[];
  /** The rest is the companion's: what sort of thing is said, in which language, and its neutral shape. */
  kind?: string;
  language?: Language;
  blocks?: Block[];
  form?: Form;
  forms?: Form[];
}

/** In the stream only: this post is no longer there. */
export interface LocalGone {
  id: string;
  seq: number;
  thread: string | null;
  deleted: true;
}

export const isSeenBy = (post: LocalPost, person: string | undefined): boolean =>
  post.privateTo === null || post.privateTo === person;

export function renderPost(post: KeptPost, person: string | undefined): LocalView | LocalGone {
  const { id, seq, thread } = post;
  if (post.deletedAt) return { id, seq, thread, deleted: true };
  const message = post.message;
  const who = person === undefined ? '' : `&person=${encodeURIComponent(person)}`;
  const [form] = message?.forms ?? [];
  return {
    id,
    seq,
    order: post.order,
    thread,
    from: post.from,
    text: message ? plainText(message) : post.text,
    actions: message?.actions ?? [],
    at: post.at.toISOString(),
    ...(post.editedAt ? { editedAt: post.editedAt.toISOString() } : {}),
    ...(post.privateTo === null ? {} : { private: true as const }),
    ...(post.pinned ? { pinned: true as const } : {}),
    ...(post.files.length > 0
      ? {
          files: post.files.map((file, index) => ({
            ...file,
            url: `/local/files/${encodeURIComponent(id)}/${index}?channel=${encodeURIComponent(post.channel)}${who}`,
          })),
        }
      : {}),
    ...(message ? { kind: message.kind, language: message.language, blocks: message.blocks } : {}),
    ...(message && form ? { form, forms: message.forms } : {}),
  };
}
