import type { Incoming, PlaceEvent } from '../../../core/incoming.ts';
import { type Context, nothing, type Parsed } from './parsed.ts';
import { type Envelope, homeEvent, membershipEvent, movedEvent, placeEvent, renameEvent, revokedEvent } from './shapes.ts';
import { clean } from './text.ts';
import { addressOf, homeOf, senderOf, type Source, sourceOfEvent, timeOf, workspaceOf } from './who.ts';

/** https://docs.slack.dev/reference/events: what happens to a place, as the core names it. */
const happenings: Record<string, PlaceEvent> = {
  channel_left: 'removed',
  group_left: 'removed',
  channel_archive: 'closed',
  group_archive: 'closed',
  channel_deleted: 'closed',
  group_deleted: 'closed',
  channel_unarchive: 'opened',
  group_unarchive: 'opened',
};

/** Comings and goings, what happens to a channel, someone's own view, and the end of an installation. */
export function parseHappening(body: Envelope, context: Context): Parsed {
  const { type } = body.event;
  switch (type) {
    case 'member_joined_channel':
    case 'member_left_channel':
      return parseMembership(body, context, type === 'member_joined_channel');
    case 'channel_rename':
    case 'group_rename': {
      const read = renameEvent.safeParse(body.event);
      if (!read.success) return nothing('malformed');
      const { channel, event_ts } = read.data;
      return place(body, context, { channel: channel.id, event_ts }, { what: 'renamed', name: clean(channel.name) });
    }
    case 'channel_id_changed': {
      const read = movedEvent.safeParse(body.event);
      if (!read.success) return nothing('malformed');
      const { old_channel_id: channel, new_channel_id: to, event_ts } = read.data;
      return place(body, context, { channel, event_ts }, { what: 'moved', to });
    }
    case 'app_home_opened':
      return parseHome(body, context);
    case 'app_uninstalled':
    case 'tokens_revoked':
      return parseEnd(body, type, context);
    default: {
      const what = Object.hasOwn(happenings, type) ? happenings[type] : undefined;
      if (!what) return nothing('unknown-type');
      const read = placeEvent.safeParse(body.event);
      if (!read.success) return nothing('malformed');
      const { channel, user, actor_id, event_ts } = read.data;
      return place(body, context, { channel, by: actor_id ?? user, event_ts }, { what });
    }
  }
}

interface Happened {
  channel: string;
  by?: string | undefined;
  event_ts?: string | undefined;
}

/** Where Slack does not say who did it, the companion's own user stands for them. */
function place(
  body: Envelope,
  context: Context,
  happened: Happened,
  told: { what: PlaceEvent; to?: string; name?: string },
): Parsed {
  const common = arrival(body, context, { ...happened, by: happened.by ?? context.botUser });
  if (!common) return nothing('nobody');
  // Nothing is archived, renamed or moved in a conversation of two.
  return common.direct ? nothing('malformed') : { what: 'event', incoming: { ...common, kind: 'place', ...told } };
}

function arrival(body: Envelope, { now }: Context, { channel, by, event_ts }: Happened) {
  const origin = sourceOfEvent(body);
  const workspace = workspaceOf(origin);
  if (workspace === undefined || by === undefined) return undefined;
  const { direct, ...address } = addressOf(workspace, channel, by);
  return {
    deliveryKey: body.event_id,
    at: whenOf(body, event_ts, now),
    channel: address,
    direct,
    sender: personOf(body, origin, workspace, by),
    ...(body.is_ext_shared_channel === true && { shared: true }),
  };
}

/** A member's own team is told where people of several organisations meet. */
function personOf(body: Envelope, origin: Source, workspace: string, user: string) {
  const { team } = body.event;
  const home = body.is_ext_shared_channel === true && typeof team === 'string' && user === body.event.user ? team : undefined;
  return senderOf(origin, workspace, user, { home });
}

const whenOf = (body: Envelope, event_ts: string | undefined, now: Date): Date =>
  event_ts !== undefined ? timeOf(event_ts) : body.event_time === undefined ? now : new Date(body.event_time * 1000);

function parseMembership(body: Envelope, context: Context, came: boolean): Parsed {
  const read = membershipEvent.safeParse(body.event);
  if (!read.success) return nothing('malformed');
  const { user, channel, inviter, event_ts } = read.data;
  if (user === context.botUser)
    return place(body, context, { channel, by: inviter, event_ts }, { what: came ? 'joined' : 'removed' });
  const common = arrival(body, context, { channel, by: user, event_ts });
  if (!common) return nothing('unknown-workspace');
  const incoming: Incoming = { ...common, kind: came ? 'arrival' : 'departure' };
  return { what: 'event', incoming };
}

function parseHome(body: Envelope, { now }: Context): Parsed {
  const read = homeEvent.safeParse(body.event);
  if (!read.success) return nothing('malformed');
  const { user, tab, event_ts } = read.data;
  if (tab !== undefined && tab !== 'home') return nothing('other-tab');
  const origin = sourceOfEvent(body);
  const workspace = workspaceOf(origin);
  if (workspace === undefined) return nothing('unknown-workspace');
  return {
    what: 'event',
    incoming: {
      kind: 'home',
      deliveryKey: body.event_id,
      at: whenOf(body, event_ts, now),
      channel: homeOf(workspace, user),
      direct: true,
      sender: senderOf(origin, workspace, user),
    },
  };
}

/**
 * One workspace of an organisation may remove the companion while the others keep it, so the organisation ends only where no workspace
 * is named.
 */
function parseEnd(body: Envelope, because: 'app_uninstalled' | 'tokens_revoked', { now }: Context): Parsed {
  const workspace = workspaceOf(sourceOfEvent(body));
  if (workspace === undefined) return nothing('unknown-workspace');
  if (because === 'tokens_revoked') {
    const read = revokedEvent.safeParse(body.event);
    if (!read.success) return nothing('malformed');
    if ((read.data.tokens?.bot ?? []).length === 0) return nothing('user-token');
  }
  return { what: 'uninstalled', workspaces: [workspace], because, at: whenOf(body, undefined, now) };
}
