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
}

export interface IncomingFile {
  name: string;
  type: string;
  bytes: Uint8Array;
}

interface Arrival {
  /** The same for every copy of one delivery. */
  deliveryKey: string;
  at: Date;
  channel: ChannelAddress;
  /** A one-to-one conversation with the companion. */
  direct: boolean;
  sender: Sender;
}

/** What a form holds, by field id. Several choices are a list. */
export type Fields = Record<string, string | string[]>;

/** What can arrive. A platform's payload ends at its `parse.ts`; from here all platforms look the same. */
export type Incoming =
  | (Arrival & {
      kind: 'message';
      /** The platform's reference of this message. */
      message: string;
      /** The reference of the message whose thread this is written in. */
      thread?: string;
      text: string;
      files: IncomingFile[];
      /** Meant for the companion: a mention, a direct message, or a place where everything is. Mentions are cut out of `text`. */
      addressed: boolean;
    })
  | (Arrival & { kind: 'edit'; message: string; thread?: string; text: string })
  | (Arrival & { kind: 'deletion'; message: string })
  | (Arrival & { kind: 'press'; message: string; action: string; value?: string; about?: About })
  | (Arrival & { kind: 'form'; message?: string; action: string; fields: Fields; files: IncomingFile[]; about?: About })
  | (Arrival & { kind: 'arrival' | 'departure' });

export const sameChannel = (a: ChannelAddress, b: ChannelAddress): boolean =>
  a.platform === b.platform && a.workspace === b.workspace && a.key === b.key;
