import type { SideBySide } from './core/drafting/side-by-side.ts';
import type { MadeFile } from './core/files.ts';
import type { ChannelAddress, Incoming, PlatformName, Reference, RemoteFile, Sender } from './core/incoming.ts';
import type { Language } from './core/language.ts';
import type { About, Form, Message } from './core/message.ts';
import type { Fault } from './core/method-changes/faults.ts';
import type { Method, Tip } from './core/method.ts';
import type { Wording } from './core/words.ts';
import type { Flaw, Writing, WritingTask, WrittenText } from './core/writing/writing.ts';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** Time is an argument: nothing in core or flows reads the machine's clock. */
export interface Clock {
  now(): Date;
}

/** One message on its way out. */
export interface Delivery {
  /** The outbox row; the same for every try. */
  id: string;
  channel: ChannelAddress;
  /** Post into the thread of this message. */
  thread?: string;
  /** Change this message instead of posting a new one. */
  update?: string;
  /** Shown to this user only (the platform's user id). */
  privateTo?: string;
  pin?: boolean;
  /** The newest `reference` that came from this place. */
  reference?: Reference;
  message: Message;
  /** The made files that the message brings or shows, by id. One that is missing is no longer kept: its words stand for it. */
  files?: ReadonlyMap<string, MadeFile>;
}

export interface Posted {
  /** The platform's reference of what was posted or changed. */
  message: string;
}

/**
 * A platform did not do its part.
 * - `later`: not done, trying again helps · `never`: refused, trying again does not help · `unknown`: it may have arrived.
 * `scope` is what should wait or be parked: the message alone, its channel or its whole workspace.
 */
export class DeliveryFailure extends Error {
  override name = 'DeliveryFailure';
  readonly outcome: 'later' | 'never' | 'unknown';
  readonly scope: 'message' | 'channel' | 'workspace';
  readonly retryAfterMs: number | undefined;

  constructor(
    outcome: 'later' | 'never' | 'unknown',
    reason: string,
    options: { scope?: 'message' | 'channel' | 'workspace'; retryAfterMs?: number; cause?: unknown } = {},
  ) {
    super(reason, { cause: options.cause });
    this.outcome = outcome;
    this.scope = options.scope ?? 'message';
    this.retryAfterMs = options.retryAfterMs;
  }
}

/** A file is larger than anybody keeps: it stays where its author put it. */
export class FileTooLarge extends DeliveryFailure {
  override name = 'FileTooLarge';

  constructor() {
    super('never', 'file: larger than accepted');
  }
}

/** What the door tells the platform after an incoming was dealt with. The promise rejects when nothing could be stored. */
export interface Received {
  /** false: a copy of something already dealt with, or nothing for us. */
  fresh: boolean;
  /** Fields of a form that were refused, with the reason in the person's language; the form stays open. */
  formErrors?: Record<string, string>;
}

export type Receive = (incoming: Incoming) => Promise<Received>;

/** One path of the HTTP server. Paths ending in `/` match everything below. */
export interface Door {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  path: string;
  handle(request: IncomingMessage, response: ServerResponse): Promise<void> | void;
}

/** A kind of place people talk on. Slack, Teams, the local page and the fake of the tests are the same kind of thing. */
export interface Platform {
  name: PlatformName;
  doors: Door[];
  /** Opens connections of its own, once the server listens. */
  start?(): Promise<void>;
  /** Rejects with a `DeliveryFailure`; anything else counts as later. */
  post(delivery: Delivery): Promise<Posted>;
  /** What someone posted, from where the platform keeps it. Rejects with a `DeliveryFailure`, `FileTooLarge` among them. */
  fetchFile?(workspace: string, file: RemoteFile): Promise<{ bytes: Uint8Array; type: string }>;
  /** What the platform knows of a person. Rejects with a `DeliveryFailure`. */
  findPerson?(workspace: string, user: string): Promise<PersonFacts | undefined>;
  stop(): Promise<void>;
}

export interface PersonFacts {
  name?: string;
  language?: Language;
  timeZone?: string;
  guest?: boolean;
}

/** One thing that `npm run doctor` looks at. A platform can have its own. */
export interface Check {
  /** What is looked at, in a word or two. */
  name: string;
  /** Rejecting counts as a finding that is not well, in the words of the error. */
  run(): Promise<Finding>;
}

export interface Finding {
  ok: boolean;
  /** Never a secret, and nothing that people wrote. */
  found: string;
  /** The one thing to do about it. */
  fix?: string;
}

/** A Slack team or organisation, or a Teams tenant, that installed the companion. */
export interface Workspace {
  platform: PlatformName;
  /** A Slack team's or organisation's id, a tenant's id. */
  key: string;
  name?: string;
  /** Encrypted at rest. */
  secrets: Record<string, string>;
  /** Not secret: the companion's own user, its scopes, the organisation. */
  details: Record<string, string>;
  /** Since when, and why, nothing is said there. */
  parked?: { at: Date; because: string };
}

/** A language model that writes texts. */
export interface Writer {
  /** Of the instructions that it is given. */
  readonly instructions: string;
  /**
   * Writes a text of a task, looks at it with `check`, and lets what that finds be mended, twice at most. It never rejects because of the
   * endpoint, and gives back what it took either way. It stops soon after `signal`, and begins no call once `tokens` are used.
   */
  write(
    task: WritingTask,
    options: { check: (text: WrittenText) => Flaw[]; tokens: number; signal?: AbortSignal },
  ): Promise<Writing>;
}

/** The registry of who installed the companion. */
export interface Workspaces {
  find(platform: PlatformName, key: string): Promise<Workspace | undefined>;
  /** Installed, or installed again: what was parked with the workspace goes on. */
  save(workspace: Omit<Workspace, 'parked'>): Promise<void>;
  /**
   * Nothing more is said there, and nothing is deleted. Again changes nothing; with the time `at` of what this is about, an installation
   * after it stays as it is.
   */
  park(platform: PlatformName, key: string, because: string, at?: Date): Promise<void>;
  /**
   * Holds the workspace, in all processes, while its secrets are renewed: `work` is given what is stored now and gives back what is to be
   * stored, or nothing when somebody else has just done it. Resolves, once stored, with what counts from then on.
   */
  renew(
    platform: PlatformName,
    key: string,
    work: (current: Workspace) => Promise<Record<string, string> | undefined>,
  ): Promise<Workspace | undefined>;
}

/** An archive of content files that was read: what is in it, or each fault, file by file and line by line. */
export type CheckedContent = { ok: true; method: Method; tips: Tip[] } | { ok: false; faults: Fault[] };

/** The content (method, tips, phrases) as files for people to edit. */
export interface ContentFiles {
  /** The shipped content as a zip archive. */
  pack(): Promise<Uint8Array>;
  /** Reads an archive laid over the shipped content. Rejects only for a reason that is not in the archive. */
  check(archive: Uint8Array): Promise<CheckedContent>;
  /** The words of faults, in the language of whoever reads them. */
  readonly faultWords: Wording;
}

/** What the companion said, found again by the platform's reference: a platform that asks the server for a form looks here. */
export interface SaidMessages {
  find(channel: ChannelAddress, message: string): Promise<{ about?: About; forms: Form[]; language: Language } | undefined>;
}

/** Texts in review with what they rest on, for a place that has room to show both side by side. */
export interface TextsInReview {
  /**
   * A text that stands in this place, as this user may read it; `before` is an earlier version to compare it with. Nothing when it is not
   * there, or not theirs to read.
   */
  find(
    reader: Pick<Sender, 'platform' | 'workspace' | 'user' | 'language'> & { channel: ChannelAddress },
    text: string,
    before?: number,
  ): Promise<SideBySide | undefined>;
}

/** Made files for places that cannot be given one: people fetch them here, for as long as our seal of them lasts. */
export interface MadeFiles {
  find(id: string): Promise<MadeFile | undefined>;
  /** An address of ours that gives this file, and nothing else, to whoever holds it, for `days`. */
  linkTo(id: string): string;
  /** For `days` this file may be handed to this person. The proof may travel through others' hands. */
  offer(id: string, to: string): string;
  isOffered(id: string, to: string, proof: string): boolean;
  days: number;
}

/** The local platform's own memory of what was posted on it, as Slack and Teams keep theirs. */
export interface LocalPost {
  id: string;
  channel: string;
  thread: string | null;
  /** `companion` or a person's name. */
  from: string;
  /** Only this person sees it. */
  privateTo: string | null;
  text: string;
  /** The companion's message; absent for people. */
  message: Message | null;
  /** `made`: the made file that this one is. */
  files: { name: string; type: string; bytes: number; made?: string }[];
  pinned: boolean;
  at: Date;
  editedAt: Date | null;
  deletedAt: Date | null;
  /** Grows with every change of any post: `after=` and the stream go by it. */
  seq: number;
}

export interface LocalPosts {
  /** Adds a post; the same id again changes nothing and gives back what is there. */
  add(post: Omit<LocalPost, 'seq' | 'editedAt' | 'deletedAt'>): Promise<LocalPost>;
  change(
    id: string,
    change: { text?: string; message?: Message; files?: LocalPost['files']; pinned?: boolean; deleted?: boolean },
    at: Date,
  ): Promise<LocalPost | undefined>;
  find(id: string): Promise<LocalPost | undefined>;
  list(channel: string, after: number, limit: number): Promise<LocalPost[]>;
  channels(): Promise<{ name: string; people: string[] }[]>;
}

export type { About, Language };
