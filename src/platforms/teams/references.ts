import type { Reference } from '../../core/incoming.ts';
import { type Activity, tenantOf } from './activity.ts';

export type PlaceKind = 'personal' | 'groupChat' | 'channel';

/** What is needed to write to a place, or to a person, again. */
export interface TeamsReference {
  serviceUrl: string;
  tenant: string;
  /** The bot's own id in Teams, `28:…`. */
  bot: string;
  kind?: PlaceKind;
  /** The conversation's id, without the root of a thread. */
  conversation?: string;
  /** The id of the team's General channel, which is the team's too. */
  team?: string;
}

export function kindOf({ conversation, channelData }: Activity): PlaceKind {
  const { conversationType, isGroup } = conversation;
  if (conversationType === 'personal' || conversationType === 'groupChat' || conversationType === 'channel')
    return conversationType;
  if (channelData.channel ?? channelData.team) return 'channel';
  return isGroup ? 'groupChat' : 'personal';
}

const rootMark = ';messageid=';

/** `19:…@thread.tacv2;messageid=ROOT` is the thread of one post of a channel. */
export function splitConversation(id: string): { conversation: string; root?: string } {
  const at = id.indexOf(rootMark);
  if (at < 0) return { conversation: id };
  const root = id.slice(at + rootMark.length);
  return { conversation: id.slice(0, at), ...(root && { root }) };
}

export const threadOf = (conversation: string, root: string): string => `${conversation}${rootMark}${root}`;

/** Kept with the place: the newest one counts, so that a move of the tenant to another region is followed. */
export function toPlaceReference(activity: Activity): Reference {
  const { conversation } = splitConversation(activity.conversation.id);
  const team = activity.channelData.team?.id;
  return { ...toPersonReference(activity), kind: kindOf(activity), conversation, ...(team && { team }) };
}

/** Kept with the person: enough to open a conversation with them alone. */
export function toPersonReference(activity: Activity): Reference {
  const aad = activity.from.aadObjectId;
  return {
    serviceUrl: activity.serviceUrl,
    tenant: tenantOf(activity) ?? '',
    bot: activity.recipient.id,
    ...(aad && { aad }),
  };
}

/** A reference as it was kept, or nothing when there is not enough in it to write anywhere. */
export function readReference(reference: Reference | undefined): TeamsReference | undefined {
  const { serviceUrl, tenant, bot, kind, conversation, team } = reference ?? {};
  if (!serviceUrl || !tenant || !bot) return undefined;
  return {
    serviceUrl,
    tenant,
    bot,
    ...((kind === 'personal' || kind === 'groupChat' || kind === 'channel') && { kind }),
    ...(conversation && { conversation }),
    ...(team && { team }),
  };
}
