import type { Incoming } from '../../../core/incoming.ts';
import type { Activity } from '../activity.ts';
import { splitConversation } from '../references.ts';
import { arrivalOf } from './arrival.ts';
import { readFiles } from './files.ts';
import { readText } from './text.ts';

/**
 * The thread that a message is written in: the root of its conversation, unless it is that root itself. Group chats and conversations of
 * one to one have no threads.
 */
export function threadRootOf(activity: Activity, message: string): { thread?: string } {
  const { root } = splitConversation(activity.conversation.id);
  return root !== undefined && root !== message ? { thread: root } : {};
}

/** What a person wrote. In a channel or a group it is meant for the companion when it mentions it. */
export function parseMessage(activity: Activity, now: Date): Incoming[] {
  const { id } = activity;
  if (id === undefined || activity.from.id === activity.recipient.id) return [];
  const arrival = arrivalOf(activity, now);
  const { text, mentionsBot } = readText(activity);
  const { files } = readFiles(activity);
  if (text === '' && files.length === 0 && !mentionsBot) return [];
  const { workspace, key } = arrival.channel;
  return [
    {
      ...arrival,
      deliveryKey: `message:${workspace}:${key}:${id}`,
      kind: 'message',
      message: id,
      ...threadRootOf(activity, id),
      text,
      files,
      addressed: arrival.direct || mentionsBot,
    },
  ];
}

/** A message was rewritten, or is back after it was deleted. */
export function parseMessageUpdate(activity: Activity, now: Date): Incoming[] {
  const { id, channelData } = activity;
  if (id === undefined || activity.from.id === activity.recipient.id) return [];
  if (channelData.eventType === 'softDeleteMessage') return parseMessageDelete(activity, now);
  const arrival = arrivalOf(activity, now);
  const { workspace, key } = arrival.channel;
  return [
    {
      ...arrival,
      deliveryKey: `edit:${workspace}:${key}:${id}:${arrival.at.toISOString()}`,
      kind: 'edit',
      message: id,
      ...threadRootOf(activity, id),
      text: readText(activity).text,
    },
  ];
}

export function parseMessageDelete(activity: Activity, now: Date): Incoming[] {
  const { id } = activity;
  if (id === undefined || activity.from.id === activity.recipient.id) return [];
  const arrival = arrivalOf(activity, now);
  const { workspace, key } = arrival.channel;
  return [
    { ...arrival, deliveryKey: `deletion:${workspace}:${key}:${id}:${arrival.at.toISOString()}`, kind: 'deletion', message: id },
  ];
}
