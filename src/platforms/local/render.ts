import { isPicture } from '../../core/files.ts';
import type { Language } from '../../core/language.ts';
import { plainText, type About, type Action, type Block, type Form } from '../../core/message.ts';
import type { LocalPost } from '../../ports.ts';
import type { KeptPost } from './memory.ts';

/** A picture is shown from `url`; without one only its words are there. */
export type LocalBlock = Exclude<Block, { type: 'picture' }> | (Extract<Block, { type: 'picture' }> & { url?: string });

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
  /** The question that it is about. */
  question?: string;
  /** The text that it is about, and the remark on it. */
  about?: { text: string; remark?: string };
  language?: Language;
  blocks?: LocalBlock[];
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
  const pictures = new Set(message?.blocks.flatMap((block) => (block.type === 'picture' ? [block.file] : [])));
  const files = post.files.map(({ made, ...file }, index) => ({
    made,
    ...file,
    url: `/local/files/${encodeURIComponent(id)}/${index}?channel=${encodeURIComponent(post.channel)}${who}`,
  }));
  const given = files
    .filter(({ made }) => made === undefined || !pictures.has(made))
    .map(({ name, type, bytes, url }) => ({ name, type, bytes, url }));
  const draw = (block: Block): LocalBlock => {
    if (block.type !== 'picture') return block;
    const file = files.find(({ made }) => made === block.file);
    return file && isPicture(file) ? { ...block, url: file.url } : block;
  };
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
    ...(given.length > 0 ? { files: given } : {}),
    ...aboutText(message?.about),
    ...(message?.about?.question !== undefined && { question: message.about.question }),
    ...(message ? { kind: message.kind, language: message.language, blocks: message.blocks.map(draw) } : {}),
    ...(message && form ? { form, forms: message.forms } : {}),
  };
}

const aboutText = ({ draft, contribution }: About = {}): Pick<LocalView, 'about'> =>
  draft === undefined ? {} : { about: { text: draft, ...(contribution !== undefined && { remark: contribution }) } };
