import type { z } from 'zod';
import { parseCommand, parseForm, parseGlobalShortcut, parseMessageShortcut, parsePress } from './parse/interactions.ts';
import { parseMessage } from './parse/messages.ts';
import type { Context, Parsed, Reason } from './parse/parsed.ts';
import { parseHappening } from './parse/places.ts';
import { blockActions, command, envelope, globalShortcut, messageShortcut, viewSubmission } from './parse/shapes.ts';
import { source, type Source, sourceOfEvent, sourceOfInteraction } from './parse/who.ts';

export type { Context, Parsed, Reason } from './parse/parsed.ts';
export type { Source } from './parse/who.ts';

type Shapes = {
  event_callback: typeof envelope;
  block_actions: typeof blockActions;
  view_submission: typeof viewSubmission;
  message_action: typeof messageShortcut;
  shortcut: typeof globalShortcut;
  command: typeof command;
};

/** A payload of Slack in the shape of its kind, and for whom it is. */
export type Payload = { [K in keyof Shapes]: { kind: K; payload: z.output<Shapes[K]>; source: Source } }[keyof Shapes];

/** Kinds that are known and are nothing for us. */
const passedOver: Record<string, Reason> = { app_rate_limited: 'rate-limited', view_closed: 'inside-form' };

/** What a verified body is. What Slack does not document is told apart from what it documents and we do not read. */
export function readPayload(body: unknown): Payload | { kind: 'nothing'; because: Reason } {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return { kind: 'nothing', because: 'malformed' };
  const type = 'type' in body ? body.type : 'command' in body ? 'command' : undefined;
  if (typeof type !== 'string') return { kind: 'nothing', because: 'malformed' };
  if (Object.hasOwn(passedOver, type)) return { kind: 'nothing', because: passedOver[type] ?? 'unknown-type' };
  switch (type) {
    case 'event_callback': {
      const read = envelope.safeParse(body);
      return read.success ? { kind: type, payload: read.data, source: sourceOfEvent(read.data) } : malformed;
    }
    case 'block_actions': {
      const read = blockActions.safeParse(body);
      return read.success ? { kind: type, payload: read.data, source: sourceOfInteraction(read.data) } : malformed;
    }
    case 'view_submission': {
      const read = viewSubmission.safeParse(body);
      return read.success ? { kind: type, payload: read.data, source: sourceOfInteraction(read.data) } : malformed;
    }
    case 'message_action': {
      const read = messageShortcut.safeParse(body);
      return read.success ? { kind: type, payload: read.data, source: sourceOfInteraction(read.data) } : malformed;
    }
    case 'shortcut': {
      const read = globalShortcut.safeParse(body);
      return read.success ? { kind: type, payload: read.data, source: sourceOfInteraction(read.data) } : malformed;
    }
    case 'command': {
      const read = command.safeParse(body);
      return read.success ? { kind: type, payload: read.data, source: sourceOfCommand(read.data) } : malformed;
    }
    default:
      return { kind: 'nothing', because: 'unknown-type' };
  }
}

const malformed = { kind: 'nothing', because: 'malformed' } as const;

const sourceOfCommand = ({ team_id, enterprise_id, is_enterprise_install }: z.output<typeof command>): Source =>
  source([team_id], [enterprise_id], String(is_enterprise_install) === 'true');

/** A payload as what arrived, or nothing with the reason. From here all platforms look the same. */
export function parse(read: Payload, context: Context): Parsed {
  switch (read.kind) {
    case 'event_callback':
      return parseEvent(read.payload, context);
    case 'block_actions':
      return parsePress(read.payload, context);
    case 'view_submission':
      return parseForm(read.payload, context);
    case 'message_action':
      return parseMessageShortcut(read.payload, context);
    case 'shortcut':
      return parseGlobalShortcut(read.payload, context);
    case 'command':
      return parseCommand(read.payload, context);
  }
}

function parseEvent(body: z.output<typeof envelope>, context: Context): Parsed {
  switch (body.event.type) {
    case 'message':
    case 'app_mention':
      return parseMessage(body, context);
    default:
      return parseHappening(body, context);
  }
}

/** Without `null`, which Slack writes for what is not there, at any depth. Throws when the nesting is deeper than any payload's. */
export function withoutNulls(value: unknown, depth = 0): unknown {
  if (depth > deepest) throw new RangeError('A payload is nested too deeply.');
  if (Array.isArray(value)) return value.filter((each) => each !== null).map((each) => withoutNulls(each, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== null)
      .map(([name, each]) => [name, withoutNulls(each, depth + 1)]),
  );
}

const deepest = 60;
