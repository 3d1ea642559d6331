import type { Incoming } from '../../core/incoming.ts';
import type { Activity } from './activity.ts';
import { parseConversationUpdate, parseInstallation } from './parse/events.ts';
import { parseMessage, parseMessageDelete, parseMessageUpdate } from './parse/messages.ts';

/**
 * What an activity of a known tenant means for the companion; nothing when it means nothing (typing, reactions, our own posts). What
 * expects an answer, the invokes, is parsed in `parse/actions.ts`.
 */
export function parse(activity: Activity, now: Date): Incoming[] {
  switch (activity.type) {
    case 'message':
      return parseMessage(activity, now);
    case 'messageUpdate':
      return parseMessageUpdate(activity, now);
    case 'messageDelete':
      return parseMessageDelete(activity, now);
    case 'installationUpdate':
      return parseInstallation(activity, now);
    case 'conversationUpdate':
      return parseConversationUpdate(activity, now);
    default:
      return [];
  }
}

/** The companion was put somewhere: this alone lets a tenant in that was not known. */
export const isInstallation = (activity: Activity): boolean =>
  (activity.type === 'installationUpdate' && activity.action === 'add') ||
  (activity.type === 'conversationUpdate' && activity.membersAdded.some(({ id }) => id === activity.recipient.id));
