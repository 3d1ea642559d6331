import { createHash } from 'node:crypto';
import { type ChannelAddress, directKey, type Sender } from '../../../core/incoming.ts';
import { isLanguage, type Language } from '../../../core/language.ts';
import { type Activity, tenantOf } from '../activity.ts';
import { receiving } from '../limits.ts';
import { kindOf, splitConversation, toPersonReference, toPlaceReference } from '../references.ts';

/** What all incomings of an activity share. */
export function arrivalOf(activity: Activity, now: Date) {
  const kind = kindOf(activity);
  return {
    at: readTime(activity.timestamp, now),
    channel: addressOf(activity),
    direct: kind === 'personal',
    sender: senderOf(activity, activity.from),
    reference: toPlaceReference(activity),
    ...(activity.channelData.channel?.type === 'shared' && { shared: true }),
  };
}

/** Where an activity happened. One person alone with the companion is a place named after that person, on every platform. */
export function addressOf(activity: Activity): ChannelAddress {
  const workspace = tenantOf(activity) ?? '';
  const { conversation } = splitConversation(activity.conversation.id);
  const key = kindOf(activity) === 'personal' ? directKey(activity.from.id) : conversation;
  return { platform: 'teams', workspace, key };
}

/** Who did it. `account` is somebody else than the sender for those who were added or removed. */
export function senderOf(activity: Activity, account: Activity['from']): Sender {
  const isSender = account.id === activity.from.id;
  const language = isSender ? languageOf(activity) : undefined;
  const timeZone = isSender ? timeZoneOf(activity) : undefined;
  const { aad: _aad, ...reference } = toPersonReference(activity);
  return {
    platform: 'teams',
    workspace: tenantOf(activity) ?? '',
    user: account.id,
    ...(account.name && { name: account.name }),
    ...(language && { language }),
    ...(timeZone && { timeZone }),
    ...(account.tenantId && account.tenantId !== tenantOf(activity) && { external: true }),
    reference: { ...reference, ...(account.aadObjectId && { aad: account.aadObjectId }) },
  };
}

/** The language of their Teams, when it is one of ours. */
export function languageOf(activity: Activity): Language | undefined {
  const client = activity.entities.find(({ type }) => type === 'clientInfo');
  return [activity.locale, client?.locale].map((locale) => locale?.slice(0, 2).toLowerCase()).find(isLanguage);
}

function timeZoneOf(activity: Activity): string | undefined {
  const client = activity.entities.find(({ type }) => type === 'clientInfo');
  for (const zone of [activity.localTimezone, client?.timezone]) {
    if (!zone || zone.length > 60) continue;
    try {
      return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
    } catch {
      // Not a zone of the world: the next one may be.
    }
  }
  return undefined;
}

/** When it happened; what cannot be, happens now. */
function readTime(timestamp: string | undefined, now: Date): Date {
  const at = new Date(timestamp ?? '');
  const dayMs = 86_400_000;
  return Number.isNaN(at.getTime()) || Math.abs(at.getTime() - now.getTime()) > 7 * dayMs ? now : at;
}

/** The key of something that has no id of its own that would stay the same: a digest, which shows nothing of what it is made of. */
export const digestOf = (...parts: unknown[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

/**
 * Keys under which the same thing, when it comes again soon, is a copy. Time is cut into slices and a delivery holds its own and the next
 * one, so that two less than a slice apart always share one, and two more than two slices apart never do.
 */
export function keysWithin(
  base: string,
  now: Date,
  withinMs: number = receiving.samePressMs,
): { deliveryKey: string; copyKeys: string[] } {
  const slice = Math.floor(now.getTime() / withinMs);
  return { deliveryKey: `${base}:${slice}`, copyKeys: [`${base}:${slice + 1}`] };
}
