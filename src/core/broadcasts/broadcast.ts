import type { Language } from '../language.ts';
import type { StepId } from '../method.ts';
import type { Filter } from './audience.ts';

/**
 * The life of a broadcast.
 *
 * `draft` is being written · `ready` waits for a second person · `sending` was released, and each channel gets it when its time comes ·
 * `paused` was stopped for a while, by a person or by too many errors · `done` has come to an end in every channel · `cancelled` will
 * not be sent to those that had not had it.
 */
export const broadcastStates = ['draft', 'ready', 'sending', 'paused', 'done', 'cancelled'] as const;
export type BroadcastState = (typeof broadcastStates)[number];

/** The words of a broadcast, in the languages it was written in. */
export type Texts = Partial<Record<Language, string>>;

interface Prepared {
  id: string;
  network: string;
  /** The tip of the library that it began with. */
  tip?: string;
  /** The step of the method that it helps with. */
  step?: StepId;
  filter: Filter;
  /** `2026-03-02T09:00`, where each structure lives; absent: as soon as it is released and people are at work. */
  localAt?: string;
  /** Grows with every change: a press on an older card is stale. */
  version: number;
  preparedBy: string;
  /** Everybody whose hand is in the text or the audience. */
  writers: readonly string[];
  /** The newest version of the text, which may still wait for its release. */
  textVersion: number;
  texts: Texts;
}

/** A person's yes, with their name and time: what may leave the house. */
interface Released {
  releasedBy: string;
  releasedAt: Date;
  /** Until then it can be undone as if nothing had happened. */
  startsAt: Date;
  /** The version of the text that was released. A newer one waits for its own release. */
  releasedVersion: number;
  releasedTexts: Texts;
  audience: number;
  withdrawnAt?: Date;
}

export type Broadcast = Prepared &
  (
    | { state: 'draft' | 'ready' }
    | ({ state: 'sending' } & Released)
    | ({ state: 'done' } & Released)
    | ({ state: 'paused'; pausedBecause: 'person' | 'errors' } & Released)
    | ({ state: 'cancelled' } & Partial<Released>)
  );

/** What alone can be queued: named people let it out, and it is under way. */
export type ReleasedBroadcast = Extract<Broadcast, { state: 'sending' }>;

/** What was released once, so that it stands in channels. */
export type StandingBroadcast = Broadcast & Released;

export const wasReleased = (broadcast: Broadcast): broadcast is StandingBroadcast =>
  'releasedVersion' in broadcast && broadcast.releasedVersion !== undefined;

/** Above so many channels, a second person releases. */
export const aloneUpTo = 50;
/** How long a release can be undone. */
export const undoMs = 60_000;

/** Somebody with an office in the network, as they are at the moment of pressing. */
export interface Sender {
  person: string;
  roles: readonly string[];
  guest: boolean;
}

/** Why a press changes nothing. The phrase `broadcast.refused-<why>` says it. */
export type Refusal =
  | 'guest'
  | 'not-yours'
  | 'second-person'
  | 'not-releaser'
  | 'stale'
  | 'no-text'
  | 'nobody'
  | 'past'
  | 'too-late'
  | 'not-now'
  | 'nothing-new';

export type Allowed = { ok: true } | { ok: false; why: Refusal };

const yes: Allowed = { ok: true };
const no = (why: Refusal): Allowed => ({ ok: false, why });

/** Animators and releasers prepare, pause, resume and cancel; researchers, accompaniers and guests do not. */
export function mayPrepare({ roles, guest }: Sender): Allowed {
  if (guest) return no('guest');
  return roles.includes('animator') || roles.includes('releaser') ? yes : no('not-yours');
}

/**
 * Whether this person may let it out to so many channels. Up to fifty whoever prepared it may; above, somebody with the role of releaser
 * whose hand is not in it.
 */
export function mayRelease(
  sender: Sender,
  broadcast: Pick<Broadcast, 'writers' | 'version'>,
  { channels, seen }: { channels: number; seen: number | undefined },
): Allowed {
  const may = mayPrepare(sender);
  if (!may.ok) return may;
  if (seen !== undefined && seen !== broadcast.version) return no('stale');
  if (channels <= aloneUpTo) return yes;
  if (broadcast.writers.includes(sender.person)) return no('second-person');
  return sender.roles.includes('releaser') ? yes : no('not-releaser');
}

/** What is missing before it can be released. */
export function isComplete({ texts }: Pick<Broadcast, 'texts'>, channels: number): Allowed {
  if (Object.values(texts).every((text) => text.trim() === '')) return no('no-text');
  return channels === 0 ? no('nobody') : yes;
}

/** What somebody wants done with a broadcast that was released. */
export type Steering = 'undo' | 'pause' | 'resume' | 'cancel' | 'withdraw' | 'resend' | 'resend-unknown';

/** Whether it can be done with a broadcast as it stands. */
export function maySteer(broadcast: Broadcast, what: Steering, now: Date): Allowed {
  switch (what) {
    case 'undo':
      if (broadcast.state === 'done') return no('too-late');
      if (broadcast.state !== 'sending') return no('not-now');
      return now < broadcast.startsAt ? yes : no('too-late');
    case 'pause':
      return broadcast.state === 'sending' ? yes : no('not-now');
    case 'resume':
      return broadcast.state === 'paused' ? yes : no('not-now');
    case 'cancel':
      return ['draft', 'ready', 'sending', 'paused'].includes(broadcast.state) ? yes : no('not-now');
    case 'withdraw':
      return wasReleased(broadcast) && broadcast.withdrawnAt === undefined ? yes : no('not-now');
    case 'resend':
    case 'resend-unknown':
      return broadcast.state === 'done' && broadcast.withdrawnAt === undefined ? yes : no('not-now');
  }
}
