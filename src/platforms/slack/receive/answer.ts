import type { Clock, Receive, SaidMessages } from '../../../ports.ts';
import type { Form } from '../../../core/message.ts';
import type { Fields } from '../../../core/incoming.ts';
import type { Language } from '../../../core/language.ts';
import type { Words } from '../../../core/words.ts';
import type { ModalView, WebClient } from '@slack/web-api';
import type { Reason, Source } from '../parse.ts';
import type { StateValues } from '../parse/shapes.ts';

/** What Slack hears, once everything is stored that is to be stored. */
export interface Answer {
  /** Nothing was stored. An event is sent again; who clicked sees Slack's own sign that it did not work. */
  again: boolean;
  /** Goes back with the answer: words to the person, or what becomes of a form. */
  body?: object;
  /** To be done once Slack has its answer. Never rejects. */
  after?: () => Promise<void>;
}

/** Why a request was turned away or made nothing of: a label of the figures. */
export type Unrouted = Reason | 'signature' | 'stale' | 'too-large';

/** What the receiver asks of a log. Pino's logger is one. */
export interface Log {
  info(fields: object, words: string): void;
  warn(fields: object, words: string): void;
  error(fields: object, words: string): void;
}

/** Who the companion is in a workspace, and what it may do there as far as that is known. */
export interface Authorized {
  botUserId?: string;
  teamId?: string;
  scopes?: readonly string[];
}

/** What taking in what Slack sends needs from the rest of the platform. */
export interface ReceiverNeeds {
  settings: {
    /** Opens the door for HTTP. */
    signingSecret?: string | undefined;
    /** Opens Socket Mode. */
    appToken?: string | undefined;
    /** Slack's Web API, when it is not Slack's own. */
    apiUrl?: string | undefined;
  };
  receive: Receive;
  said: SaidMessages;
  clock: Clock;
  log: Log;
  phrases: (language: Language) => Words;
  figures: { unrouted(because: Unrouted): void };
  api: {
    for(workspace: string): Promise<WebClient>;
    /** Rejects with an error named `UnknownWorkspace` where the companion is not installed; with any other when that cannot be known. */
    authorize(source: Source): Promise<Authorized>;
  };
  forms: {
    render: (form: Form, language: Language, metadata: string) => ModalView;
    readActionId: (actionId: string) => { action: string; version?: number } | undefined;
    readFields: (values: StateValues) => { fields: Fields; files: readonly unknown[] };
    /** Slack's `errors` of a form, by `block_id`. */
    toFormErrors: (
      errors: Record<string, string>,
      view: { blocks: { type: string; block_id?: string }[] },
    ) => Record<string, string>;
  };
  /** The companion was removed there, at a time that may be a day ago. Resolves once that is stored. */
  onUninstalled(workspaces: string[], because: string, at: Date): Promise<void>;
}
