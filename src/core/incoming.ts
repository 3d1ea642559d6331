import type { Language } from './language.ts';
import type { About } from './message.ts';

export type PlatformName = 'slack' | 'teams' | 'local';

/** Where a team talks. `key` belongs to its platform; the core keeps it and never looks inside. */
export interface ChannelAddress {
  platform: PlatformName;
  /** The Slack team, the Teams tenant; `local` on the local platform. */
  workspace: string;
  key: string;
}

/** A person as their platform knows them. */
export interface Sender {
  platform: PlatformName;
  workspace: string;
  user: string;
  name?: string;
  language?: Language;
  timeZone?: string;
  /** Guests may answer; they never approve, broadcast or export. */
  guest?: boolean;
  /** Belongs to another organisation than the place they write in. */
  external?: boolean;
  /** What the platform needs to write to this person alone. Only its own folder looks inside. */
  reference?: Reference;
}

/** Data of a platform that is kept for it. The newest one counts. */
export type Reference = Record<string, string>;

/** A file that came with its bytes. */
export interface FileWithBytes {
  name: string;
  type: string;
  bytes: Uint8Array;
}

/** A file that waits where its platform keeps it, and is fetched after what it came with was stored. */
export interface RemoteFile {
  name: string;
  type: string;
  size: number;
  remote: Reference;
}

export type IncomingFile = FileWithBytes | RemoteFile;

interface Arrival {
  /** The same for every copy of one delivery. */
  deliveryKey: string;
  /** Further keys of the same delivery: it is a copy, too, when any of them was seen. For copies that come under another id. */
  copyKeys?: readonly string[];
  at: Date;
  channel: ChannelAddress;
  /** A one-to-one conversation with the companion. */
  direct: boolean;
  sender: Sender;
  /** People of several organisations are in this place. */
  shared?: boolean;
  /** Nothing that is written here without a mention reaches the companion: whoever installed it did not allow it to read along. */
  hears?: 'mentions';
  /** What the platform needs to write to this place again. Only its own folder looks inside. */
  reference?: Reference;
}

/** What a form holds, by field id. Several choices are a list. */
export type Fields = Record<string, string | string[]>;

/** What can arrive. A platform's payload ends at its `parse.ts`; from here all platforms look the same. */
export type Incoming =
  | (Arrival & {
      kind: 'message';
      /** The platform's reference of this message. */
      message: string;
      /** Of the message whose words these are, when its author gives them as an answer later on: `message` is another one then. */
      post?: string;
      /** The reference of the message whose thread this is written in. */
      thread?: string;
      text: string;
      /** Users who stand in `text` as `@id`, because the platform tells no names. */
      mentioned?: readonly string[];
      files: IncomingFile[];
      /** Meant for the companion: a mention, a direct message, or a place where everything is. Mentions are cut out of `text`. */
      addressed: boolean;
    })
  | (Arrival & {
      kind: 'edit';
      message: string;
      thread?: string;
      text: string;
      /** Users who stand in `text` as `@id`, because the platform tells no names. */
      mentioned?: readonly string[];
      /** It mentions the companion, which may hear of the message for the first time. */
      addressed?: boolean;
    })
  | (Arrival & { kind: 'deletion'; message: string })
  | (Arrival & { kind: 'press'; message: string; action: string; value?: string; about?: About })
  | (Arrival & { kind: 'form'; message?: string; action: string; fields: Fields; files: IncomingFile[]; about?: About })
  | (Arrival & { kind: 'arrival' | 'departure' })
  /** Something happened to the place itself, or to the companion in it. Whoever did it is the sender. */
  | (Arrival & { kind: 'place'; what: PlaceEvent; /** `moved`: its new key. */ to?: string; name?: string })
  /** Someone opened their own view of where things stand. */
  | (Arrival & { kind: 'home' });

/**
 * - `joined`, `removed`: the companion was invited, or may no longer speak here · `closed`, `opened`: archived or deleted, and back again
 * - `renamed` · `moved`: the same place has another key from now on
 */
export type PlaceEvent = 'joined' | 'removed' | 'closed' | 'opened' | 'renamed' | 'moved';

/** Key of the place where one person and the companion are alone, the same on each platform: whoever writes there is that person. */
export const directKey = (user: string): string => `dm:${user}`;

/** Key of a person's own view, which is shown anew as a whole and holds no conversation. */
export const homeKey = (user: string): string => `home:${user}`;

/** A person's own view rather than a place where something can be said. */
export const isHome = ({ key }: ChannelAddress): boolean => key.startsWith(homeKey(''));

/** All that is written in such a place is meant for the companion, and read: there is nothing to choose. */
export const hearsAll = ({ platform }: ChannelAddress): boolean => platform === 'local';

/** Where a person's own view is a card that stays at the top of the place and is changed there. */
export const pinsHome = ({ platform, key }: ChannelAddress): boolean => platform === 'local' && key.startsWith(directKey(''));

export const sameChannel = (a: ChannelAddress, b: ChannelAddress): boolean =>
  a.platform === b.platform && a.workspace === b.workspace && a.key === b.key;
