import type { Fields } from '../../core/incoming.ts';
import type { Language } from '../../core/language.ts';
import type { About, Form, Message } from '../../core/message.ts';
import type { Words } from '../../core/words.ts';

/** An Adaptive Card, and what a notification says of it. */
export interface DrawnCard {
  card: Record<string, unknown>;
  text: string;
}

export interface DrawnDialog {
  title: string;
  card: Record<string, unknown>;
}

/** What a card or a dialog of ours sends back. */
export interface SentBack {
  action: string;
  value?: string;
  fields: Fields;
  /** Which showing of the message it was. */
  nonce?: string;
  about?: About;
  data: Record<string, string>;
}

interface Showing {
  nonce: string;
  words: Words;
  /** Where each picture of the message is, by the id of its file. */
  pictures?: ReadonlyMap<string, string>;
  /** Files that come with it, behind addresses of ours. */
  links?: Links;
}

export interface Links {
  files: readonly { name: string; url: string }[];
  /** What people should know of these addresses. */
  said: string;
}

/** How messages and forms look on Teams. */
export interface Cards {
  renderMessage(message: Message, showing: Showing): [DrawnCard, ...DrawnCard[]];
  renderUpdate(message: Message, showing: Showing): DrawnCard;
  renderDialog(
    form: Form,
    language: Language,
    data: Record<string, string>,
    filling: { words: Words; typed?: Fields; errors?: Record<string, string> },
  ): DrawnDialog;
  readSubmit(sent: unknown): SentBack | undefined;
}
