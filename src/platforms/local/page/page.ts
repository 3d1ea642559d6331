import type { Fields } from '../../../core/incoming.ts';
import type { Language } from '../../../core/language.ts';
import type { Form } from '../../../core/message.ts';
import type { DeskKind } from '../memory.ts';
import type { Api, Place } from './api.ts';
import type { Connection } from './live.ts';
import type { Outbox } from './outbox.ts';
import type { OpenReview } from './review.ts';
import type { Posts } from './posts.ts';
import type { Words } from './words.ts';

/** A form on the screen, with what was written in it so far. */
export interface OpenForm {
  /** The same for every try of one submission. */
  id: string;
  message: string;
  form: Form;
  /** What goes along with what is filled in. */
  also: Fields;
  /** Under which name what is written is kept. */
  kept: string;
  /** The language it is asked in. */
  language: Language;
  values: Fields;
  files: Record<string, File[]>;
  /** By field id, in words. */
  errors: Record<string, string>;
  trouble?: string | undefined;
  busy: boolean;
}

/** An own message being changed in its place. */
export interface Editing {
  id: string;
  text: string;
  busy: boolean;
  trouble?: string | undefined;
}

/** Everything the page shows. Views read it, acts change it and ask for `draw()`. */
export interface Page {
  words: Words;
  limits: { files: number; filesBytes: number };
  api: Api;
  outbox: Outbox;
  /** Absent until someone says who they are and where. */
  place: Place | undefined;
  posts: Posts;
  connection: Connection;
  state: 'loading' | 'ready' | 'failed';
  channels: { name: string; people: string[]; desk?: DeskKind }[];
  /** The post whose thread is open beside the channel. */
  thread: string | undefined;
  form: OpenForm | undefined;
  /** The text that is read beside its sources. */
  review: OpenReview | undefined;
  editing: Editing | undefined;
  removing: { id: string; busy: boolean; trouble?: string | undefined } | undefined;
  choosing: boolean;
  placeTrouble: Record<string, boolean>;
  /** Presses on their way: `message action value`. */
  pressed: Set<string>;
  /** Why the last press on a message was not taken, by message. */
  troubles: Map<string, string>;
  /** Files chosen and not sent, by composer. */
  chosen: Map<string, File[]>;
  chosenTrouble: Map<string, string>;
  /** Long texts that were unfolded. */
  unfolded: Set<string>;
  /** How many of the channel's last posts are drawn. */
  shown: number;
  /** Posts that came in below what is being read. */
  unseen: number;
  speak(language: Language): void;
  draw(): void;
}
