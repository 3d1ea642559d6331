import type { DoorAnswer, Sender } from './requests.ts';
import { type Channel, findMember, makeChannel, type Team } from './world.ts';

/** What a person does with channels, and an administrator with the companion. */
export const roomActs = (sender: Sender, team: Team, user: string, placeOf: (channel: string) => Channel) => ({
  /** Comes into a channel, or brings the companion into it. */
  async joins(channel: string, whom: 'self' | 'companion' = 'self'): Promise<DoorAnswer | undefined> {
    const place = placeOf(channel);
    const member = whom === 'self' ? user : team.botUser;
    place.members.add(member);
    if (!place.members.has(team.botUser)) return undefined;
    const inviter = whom === 'companion' ? { inviter: user } : {};
    return sender.event(team, {
      type: 'member_joined_channel',
      user: member,
      channel: place.id,
      channel_type: place.kind === 'channel' ? 'C' : 'G',
      team: team.id,
      ...inviter,
    });
  },

  async leaves(channel: string, whom: 'self' | 'companion' = 'self'): Promise<DoorAnswer | undefined> {
    const place = placeOf(channel);
    const member = whom === 'self' ? user : team.botUser;
    const heard = place.members.has(team.botUser);
    place.members.delete(member);
    if (!heard) return undefined;
    // Whoever left hears of no members any more.
    if (whom === 'companion') {
      const type = place.kind === 'channel' ? 'channel_left' : 'group_left';
      return sender.event(team, { type, channel: place.id, actor_id: user });
    }
    return sender.event(team, {
      type: 'member_left_channel',
      user: member,
      channel: place.id,
      channel_type: place.kind === 'channel' ? 'C' : 'G',
      team: team.id,
    });
  },

  /** Archives a channel, opens it again, or gives it another name. */
  async archives(channel: string): Promise<DoorAnswer> {
    const place = placeOf(channel);
    place.archived = true;
    return sender.event(team, {
      type: place.kind === 'channel' ? 'channel_archive' : 'group_archive',
      channel: place.id,
      user,
    });
  },

  async unarchives(channel: string): Promise<DoorAnswer> {
    const place = placeOf(channel);
    place.archived = false;
    return sender.event(team, {
      type: place.kind === 'channel' ? 'channel_unarchive' : 'group_unarchive',
      channel: place.id,
      user,
    });
  },

  async renames(channel: string, to: string): Promise<DoorAnswer> {
    const place = placeOf(channel);
    place.name = to;
    return sender.event(team, {
      type: place.kind === 'channel' ? 'channel_rename' : 'group_rename',
      channel: { id: place.id, name: to, created: 0 },
    });
  },

  /** A conversation of several people with the companion. */
  gathers: (others: string[]): string =>
    makeChannel(team, {
      name: 'mpdm',
      kind: 'mpim',
      members: [user, team.botUser, ...others.map((each) => findMember(team, each).id)],
    }).id,

  /** An administrator removes the companion. Slack tells it twice, in either order. */
  async removesCompanion(
    order: ('app_uninstalled' | 'tokens_revoked')[] = ['tokens_revoked', 'app_uninstalled'],
  ): Promise<DoorAnswer[]> {
    team.refused = 'account_inactive';
    const answers: DoorAnswer[] = [];
    for (const type of order) {
      answers.push(
        await sender.event(team, type === 'app_uninstalled' ? { type } : { type, tokens: { oauth: [], bot: [team.botUser] } }),
      );
    }
    return answers;
  },
});
