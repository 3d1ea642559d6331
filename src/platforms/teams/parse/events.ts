import type { Incoming, PlaceEvent } from '../../../core/incoming.ts';
import type { Activity } from '../activity.ts';
import { receiving } from '../limits.ts';
import { kindOf } from '../references.ts';
import { arrivalOf, keysWithin, senderOf } from './arrival.ts';

const placeEvents: Record<string, PlaceEvent> = {
  channelRenamed: 'renamed',
  channelDeleted: 'closed',
  channelRestored: 'opened',
  teamRenamed: 'renamed',
  teamArchived: 'closed',
  teamUnarchived: 'opened',
  teamDeleted: 'closed',
  teamHardDeleted: 'closed',
  teamRestored: 'opened',
};

/** The companion was installed somewhere, or removed. A new version of its manifest (`add-upgrade`) is neither. */
export function parseInstallation(activity: Activity, now: Date): Incoming[] {
  if (activity.action === 'add') return [comingOrGoing(activity, 'joined', now)];
  if (activity.action === 'remove') return [comingOrGoing(activity, 'removed', now)];
  return [];
}

/** People and the companion come and go; channels and teams are renamed, archived, deleted and restored. */
export function parseConversationUpdate(activity: Activity, now: Date): Incoming[] {
  const bot = activity.recipient.id;
  const { membersAdded, membersRemoved, channelData } = activity;
  if (membersAdded.some(({ id }) => id === bot)) return [comingOrGoing(activity, 'joined', now)];
  if (membersRemoved.some(({ id }) => id === bot)) return [comingOrGoing(activity, 'removed', now)];
  const what = placeEvents[channelData.eventType ?? ''];
  if (what) return placeEvent(activity, what, now);
  // In a conversation of one to one there is nobody to welcome but the one who installed the companion.
  if (kindOf(activity) === 'personal') return [];
  return [
    ...membersAdded.map((account) => personEvent(activity, 'arrival', account, now)),
    ...membersRemoved.map((account) => personEvent(activity, 'departure', account, now)),
  ];
}

/** Teams tells of one installation twice, as `installationUpdate` and as `conversationUpdate`, under two ids. */
function comingOrGoing(activity: Activity, what: 'joined' | 'removed', now: Date): Incoming {
  const arrival = arrivalOf(activity, now);
  const { workspace, key } = arrival.channel;
  const { team, channel } = activity.channelData;
  const name = channel?.name ?? team?.name;
  return {
    ...arrival,
    ...keysWithin(`place:${workspace}:${key}:${what}`, now, receiving.sameInstallationMs),
    kind: 'place',
    what,
    ...(name && what === 'joined' && { name }),
  };
}

/**
 * What happens to a channel is addressed to it. What happens to a team is addressed to its General channel, whose id is the team's: then
 * `channel.key` equals `reference.team`, and it is about all the channels that were kept with that `team`.
 */
function placeEvent(activity: Activity, what: PlaceEvent, now: Date): Incoming[] {
  const arrival = arrivalOf(activity, now);
  const { eventType = '', team, channel } = activity.channelData;
  const ofChannel = eventType.startsWith('channel');
  const key = ofChannel ? channel?.id : team?.id;
  const name = ofChannel ? channel?.name : team?.name;
  if (!key || (what === 'renamed' && !name)) return [];
  const address = { ...arrival.channel, key };
  return [
    {
      ...arrival,
      channel: address,
      direct: false,
      reference: { ...arrival.reference, kind: 'channel', conversation: key },
      deliveryKey: `place:${address.workspace}:${key}:${eventType}:${activity.id ?? arrival.at.toISOString()}`,
      kind: 'place',
      what,
      ...(what === 'renamed' && name && { name }),
    },
  ];
}

function personEvent(activity: Activity, kind: 'arrival' | 'departure', account: Activity['from'], now: Date): Incoming {
  const arrival = arrivalOf(activity, now);
  const { workspace, key } = arrival.channel;
  return {
    ...arrival,
    sender: senderOf(activity, account),
    deliveryKey: `${kind}:${workspace}:${key}:${account.id}:${activity.id ?? arrival.at.toISOString()}`,
    kind,
  };
}
