import type { Fields, Incoming } from '../../../core/incoming.ts';
import type { Language } from '../../../core/language.ts';
import type { StateValues, View } from './shapes.ts';

/** Why nothing is made of what arrived: a label of the figures. */
export type Reason =
  /** Signed, and not in the shape that Slack documents. */
  | 'malformed'
  | 'unknown-type'
  | 'unknown-workspace'
  | 'rate-limited'
  /** The companion's own doing, or another bot's. */
  | 'own'
  | 'bot'
  /** A join line, a topic, a reminder: a message that is nobody's words. */
  | 'subtype'
  | 'empty'
  /** An edit that left the words as they were: a link was unfurled, a reply was counted. */
  | 'unchanged'
  | 'nobody'
  | 'other-tab'
  /** A field inside an open form changed, or a form was closed. */
  | 'inside-form'
  | 'unknown-action'
  | 'user-token';

type Of<Kind extends Incoming['kind']> = Extract<Incoming, { kind: Kind }>;

/** How to say something to the person at once: with the answer itself or, for half an hour, at this address. */
interface Reachable {
  respondAt?: string;
  language?: Language;
}

/** What a payload is. Events are sent again until they are stored; all else is not. */
export type Parsed =
  | { what: 'nothing'; because: Reason }
  | { what: 'event'; incoming: Incoming }
  /** `trigger`: opens a form, once, within 3 s. */
  | ({ what: 'press'; incoming: Of<'press'>; trigger?: string } & Reachable)
  | ({ what: 'form'; incoming: Of<'form'>; view: View } & Reachable)
  /** A command, or a shortcut on a message: written where the companion may not be. `channelId`: Slack's, if it is not a direct one. */
  | ({ what: 'call'; incoming: Of<'message' | 'press'>; channelId?: string } & Reachable)
  /** Somebody would give another person's words as an answer. */
  | ({ what: 'not-theirs' } & Reachable)
  | { what: 'uninstalled'; workspaces: string[]; because: string; at: Date };

export const nothing = (because: Reason): Parsed => ({ what: 'nothing', because });

/** What parsing knows beside the payload. */
export interface Context {
  now: Date;
  /** The companion's own user in this workspace. */
  botUser: string | undefined;
  /** The action of a button, from its `action_id`. */
  readActionId: (actionId: string) => { action: string; version?: number } | undefined;
  /** What was filled in, and Slack's own objects of the files. */
  readFields: (values: StateValues) => { fields: Fields; files: readonly unknown[] };
}
