import type { z } from 'zod';
import type { Incoming } from '../../../core/incoming.ts';
import { readFiles } from './files.ts';
import { type Context, nothing, type Parsed, type Reason } from './parsed.ts';
import { changedEvent, deletedEvent, type Envelope, messageEvent, type PartlyWritten } from './shapes.ts';
import { readText } from './text.ts';
import { addressOf, senderOf, sourceOfEvent, timeOf, workspaceOf } from './who.ts';

/** These are words of a person: https://docs.slack.dev/reference/events/message names the others. */
const ofPeople = new Set([undefined, 'file_share', 'thread_broadcast']);

/** Why a message is nobody's answer. */
function whyNot(by: PartlyWritten, botUser: string | undefined): Reason | undefined {
  if (by.user !== undefined && by.user === botUser) return 'own';
  if (by.bot_id !== undefined || by.app_id !== undefined || by.user === 'USLACKBOT') return 'bot';
  if (!ofPeople.has(by.subtype)) return 'subtype';
  return by.user === undefined ? 'nobody' : undefined;
}

/** Posts, edits and deletions. One post that mentions the companion may arrive twice, as itself and as a mention: both say the same. */
export function parseMessage(body: Envelope, context: Context): Parsed {
  const { event } = body;
  switch (event['subtype']) {
    case 'message_changed': {
      const read = changedEvent.safeParse(event);
      return read.success ? parseChange(body, read.data, context) : nothing('malformed');
    }
    case 'message_deleted': {
      const read = deletedEvent.safeParse(event);
      return read.success ? parseDeletion(body, { ...read.data, of: read.data.previous_message }, context) : nothing('malformed');
    }
    default: {
      const read = messageEvent.safeParse(event);
      return read.success ? parsePost(body, read.data, context) : nothing('malformed');
    }
  }
}

type Where = { channel: string; channel_type?: string | undefined };

/** What all incomings of one post share. */
function arrival(body: Envelope, where: Where, by: PartlyWritten & { user: string }, at: Date) {
  const origin = sourceOfEvent(body);
  const workspace = workspaceOf(origin);
  if (workspace === undefined) return undefined;
  const { direct, ...channel } = addressOf(workspace, where.channel, by.user, where.channel_type);
  const shared = body.is_ext_shared_channel === true;
  // Only where several organisations meet does the author's team tell more than a workspace of the same organisation.
  const home = shared ? (by.user_team ?? by.source_team ?? by.team) : undefined;
  return {
    deliveryKey: body.event_id,
    at,
    channel,
    direct,
    sender: senderOf(origin, workspace, by.user, { home }),
    ...(shared && { shared }),
  };
}

const made = (incoming: Incoming): Parsed => ({ what: 'event', incoming });

function parsePost(body: Envelope, post: z.output<typeof messageEvent>, { botUser }: Context): Parsed {
  const { user, ts } = post;
  const because = whyNot(post, botUser);
  if (because || user === undefined) return nothing(because ?? 'nobody');
  const common = arrival(body, post, { ...post, user }, timeOf(ts));
  if (!common) return nothing('unknown-workspace');
  const { text, mentioned, people } = readText(post.text ?? '', botUser);
  const files = readFiles(post.files);
  const addressed = mentioned || common.direct || body.event.type === 'app_mention';
  // Slack tells of an edit by the mention once more, also where it tells of no other messages.
  if (body.event.type === 'app_mention' && post.edited)
    return made({
      ...common,
      at: editedAt(body, post, common.at),
      kind: 'edit',
      message: ts,
      ...threadOf(post),
      text,
      ...people,
      addressed,
    });
  if (!addressed && text === '' && files.length === 0) return nothing('empty');
  return made({ ...common, kind: 'message', message: ts, ...threadOf(post), text, ...people, files, addressed });
}

/** The root of a thread carries its own time as the thread's. */
export const threadOf = (post: { ts?: string | undefined; thread_ts?: string | undefined }): { thread?: string } =>
  post.thread_ts !== undefined && post.thread_ts !== post.ts ? { thread: post.thread_ts } : {};

/** Edits may come in another order than they were made in. */
const editedAt = (body: Envelope, { edited }: Pick<PartlyWritten, 'edited'>, otherwise: Date): Date =>
  edited?.ts !== undefined ? timeOf(edited.ts) : body.event_time === undefined ? otherwise : new Date(body.event_time * 1000);

function parseChange(body: Envelope, change: z.output<typeof changedEvent>, context: Context): Parsed {
  const { message, previous_message: before } = change;
  // What had replies stays as an empty stone when it is deleted.
  if (message.subtype === 'tombstone') {
    const { subtype: _stone, ...of } = before ?? message;
    return parseDeletion(body, { ...change, deleted_ts: message.ts, of }, context);
  }
  const { user } = message;
  const because = whyNot(message, context.botUser);
  if (because || user === undefined) return nothing(because ?? 'nobody');
  if (before ? before.text === message.text : message.edited === undefined) return nothing('unchanged');
  const common = arrival(body, change, { ...message, user }, editedAt(body, message, context.now));
  if (!common) return nothing('unknown-workspace');
  const { text, people } = readText(message.text ?? '', context.botUser);
  return made({ ...common, kind: 'edit', message: message.ts, ...threadOf(message), text, ...people });
}

/** Whoever deleted it, it was its author's: Slack does not say who did. */
function parseDeletion(
  body: Envelope,
  deletion: Where & { deleted_ts: string; of: PartlyWritten | undefined },
  context: Context,
): Parsed {
  const { of, deleted_ts } = deletion;
  const because = whyNot(of ?? {}, context.botUser);
  if (because || of?.user === undefined) return nothing(because ?? 'nobody');
  const at = body.event_time === undefined ? context.now : new Date(body.event_time * 1000);
  const common = arrival(body, deletion, { ...of, user: of.user }, at);
  return common ? made({ ...common, kind: 'deletion', message: deleted_ts }) : nothing('unknown-workspace');
}
