import type { Language } from './language.ts';
import type { QuestionId } from './method.ts';

/** What a message is about. It comes back with each press and form, and is checked then: never trusted for rights. */
export interface About {
  question?: QuestionId;
  /** The version of the question's state that the message was written for. A press on an older one is stale. */
  version?: number;
  contribution?: string;
  /** A text; `version` is then the text's, and `contribution` what was remarked on it. */
  draft?: string;
  /** The key of one of its sentences. */
  sentence?: string;
  /** What a network sends to its teams; `version` is then the broadcast's. */
  broadcast?: string;
  /** A network, at the desk of somebody who has a role there. */
  network?: string;
}

/** Plain text everywhere: renderers escape it, and nothing in it becomes a link, a mention or markup. */
export type Block =
  | { type: 'heading'; text: string }
  | { type: 'text'; text: string }
  /** Words of a person, shown as theirs. */
  | { type: 'quote'; text: string; by?: string }
  | { type: 'list'; items: string[]; numbered?: boolean }
  /** Small print: a hint, a reassurance. */
  | { type: 'aside'; text: string }
  /** A picture that was made of figures. `alt` says all that it shows; `file` is the id of a made file. */
  | { type: 'picture'; file: string; alt: string }
  /** How far the team is. Counts, never a score. */
  | { type: 'progress'; parts: { label: string; done: number; total: number; current: boolean }[]; text: string };

/** A button. Pressing it sends a `press`, or opens the form of the same action when the message has one. */
export interface Action {
  id: string;
  label: string;
  value?: string;
  style?: 'primary' | 'danger';
}

export interface Field {
  id: string;
  label: string;
  hint?: string;
  kind: 'text' | 'long-text' | 'number' | 'date' | 'choice' | 'choices' | 'list' | 'file';
  required: boolean;
  options?: { value: string; label: string }[];
  initial?: string | string[];
  placeholder?: string;
}

export interface Form {
  /** The action that opens it and that its submission carries. */
  action: string;
  title: string;
  submit: string;
  fields: Field[];
}

/** A file that the companion made, to be read or kept outside the chat. */
export interface Attachment {
  /** The id of a made file. */
  file: string;
  name: string;
  /** Its media type. */
  type: string;
}

/** What the companion says, in one language, before a platform gives it a shape. */
export interface Message {
  /** What sort of thing is said (`question`, `kept`, `progress` …): for tests, figures and the gallery of messages. */
  kind: string;
  language: Language;
  about?: About;
  blocks: Block[];
  actions: Action[];
  forms: Form[];
  /** It holds words that a language model wrote. They are labelled in the words too; some places have a label of their own. */
  isByModel?: true;
  /** Files that come with it. They are brought when it is posted; a change of it brings none. */
  attachments?: Attachment[];
}

/** Where something is said. A slot is a name of ours for one message in a channel, so that it can be replied to or updated. */
export type Place =
  /** At the top of the evaluation's home channel, and of each channel that mirrors it. */
  | { to: 'channel' }
  /** At the top of the channel that the incoming came from: a mirror, a direct conversation, or the home channel itself. */
  | { to: 'origin' }
  | { to: 'thread'; of: { slot: string } | { message: string } }
  /** In the same thread of the team's other channels, for those who were not there. Nowhere when it came from no channel. */
  | { to: 'elsewhere'; of: { slot: string } }
  | { to: 'private'; person: string; near?: { slot: string } | { message: string } }
  /** In the conversation that this person alone has with the companion, on the platform of the evaluation's home if they are there. */
  | { to: 'person'; person: string };

/** Replies go before nudges, nudges before broadcasts. */
export type Priority = 'reply' | 'nudge' | 'broadcast';

/** Something to be said, as the core asks for it. */
export interface Post {
  place: Place;
  message: Message;
  /** Publish under this name: the first time it is posted, then the posted message is updated in place. */
  slot?: string;
  /** Post it anew, further down, even if the slot was posted before; the name then belongs to the new message. */
  anew?: boolean;
  /** It is there already, and asked for again: where it was asked for it is posted anew, elsewhere it stays one message. */
  again?: boolean;
  /** In a thread: in each channel of the team, rather than only where it came from. */
  everywhere?: boolean;
  /** Only if the slot was posted before. */
  updateOnly?: boolean;
  pin?: boolean;
  priority?: Priority;
}

/** The whole content in plain text, for screen readers, notifications and platforms without layout. Buttons are left out. */
export function plainText(message: Message): string {
  return message.blocks
    .map((block) => {
      switch (block.type) {
        case 'heading':
        case 'text':
        case 'aside':
        case 'progress':
          return block.text;
        case 'picture':
          return block.alt;
        case 'quote':
          return block.by ? `« ${block.text} » (${block.by})` : `« ${block.text} »`;
        case 'list':
          return block.items.map((item, index) => `${block.numbered ? `${index + 1}.` : '•'} ${item}`).join('\n');
      }
    })
    .join('\n\n');
}

/** The ids of the made files that a message brings or shows, each once. */
export function madeFilesIn({ attachments = [], blocks }: Message): string[] {
  const shown = blocks.flatMap((block) => (block.type === 'picture' ? [block.file] : []));
  return [...new Set([...attachments.map(({ file }) => file), ...shown])];
}
