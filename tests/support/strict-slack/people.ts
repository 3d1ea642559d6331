import { type FilledIn, stateOf } from './fill-in.ts';
import { buttonsIn } from './methods.ts';
import type { DoorAnswer, Sender } from './requests.ts';
import { roomActs } from './rooms.ts';
import {
  type Channel,
  findChannel,
  findMember,
  type Json,
  newId,
  newTs,
  openIm,
  type OpenView,
  type StoredMessage,
  type Team,
  textIn,
} from './world.ts';

export interface Needs {
  sender: Sender;
  url: string;
  /** A trigger id that is good once, for three seconds. */
  trigger(user: string): string;
  /** Where a `response_url` of this place leads. */
  responseUrl(team: Team, channel: Channel, user: string): string;
}

const historyScope = { channel: 'channels:history', group: 'groups:history', mpim: 'mpim:history', im: 'im:history' };

/** What Slack tells our app of a message in this channel, if anything. */
function hears(team: Team, channel: Channel): boolean {
  return channel.members.has(team.botUser) && team.scopes.has(historyScope[channel.kind]);
}

/** A person of a team, who does what people do in Slack. Each act resolves with what our door answered, if it heard of it. */
export function aPerson(needs: Needs, team: Team, name: string) {
  const { sender } = needs;
  const { id: user } = findMember(team, name);
  const who = { id: user, username: name.toLowerCase(), team_id: team.id };

  /** A channel by name or id; `companion` is the conversation with it alone. */
  const placeOf = (channel: string): Channel => (channel === 'companion' ? openIm(team, user) : findChannel(team, channel));

  const seen = (channel: Channel): StoredMessage[] =>
    channel.messages.filter(({ onlyFor }) => onlyFor === undefined || onlyFor === user);

  function find(channel: Channel, ts: string): StoredMessage {
    const found = seen(channel).find((message) => message.ts === ts);
    if (!found) throw new Error(`${name} sees no message ${ts} in ${channel.name}.`);
    return found;
  }

  function eventOf(channel: Channel, message: StoredMessage): Json {
    return {
      type: 'message',
      channel: channel.id,
      channel_type: channel.kind,
      user: message.user,
      text: message.text ?? '',
      ts: message.ts,
      team: team.id,
      client_msg_id: newId('m'),
      ...(message.thread !== undefined && { thread_ts: message.thread }),
    };
  }

  /** Of several answers the worst counts: one delivery that was not stored is sent again. */
  const worst = (answers: DoorAnswer[]): DoorAnswer | undefined => answers.toSorted((a, b) => b.status - a.status)[0];

  async function press(blocks: unknown, label: string, container: Json, place: Json): Promise<DoorAnswer> {
    const button = buttonsIn(blocks).findLast((each) => textIn(each['text']) === label);
    if (!button) {
      const there = buttonsIn(blocks).map((each) => textIn(each['text']));
      throw new Error(`${name} finds no button “${label}”; there is ${there.join(', ') || 'none'}.`);
    }
    const { action_id, value } = button;
    return sender.interact(team, {
      type: 'block_actions',
      user: who,
      container,
      ...place,
      trigger_id: needs.trigger(user),
      state: { values: {} },
      actions: [
        {
          type: 'button',
          action_id,
          block_id: 'actions',
          action_ts: newTs(team),
          ...(value !== undefined && { value }),
          text: button['text'],
        },
      ],
    });
  }

  const openModals = (): OpenView[] => team.modals.get(user) ?? [];

  return {
    id: user,

    /** Posts in a channel or a thread. `mention` begins with the companion's name. */
    async says(
      channel: string,
      text: string,
      { thread, mention = false, files = [] }: { thread?: string; mention?: boolean; files?: Json[] } = {},
    ): Promise<{ ts: string; answer: DoorAnswer | undefined }> {
      const place = placeOf(channel);
      const message: StoredMessage = {
        ts: newTs(team),
        user,
        text: mention ? `<@${team.botUser}> ${text}` : text,
        blocks: [],
        thread: thread === undefined ? undefined : (find(place, thread).thread ?? thread),
        onlyFor: undefined,
        metadata: undefined,
        clientId: undefined,
        edited: false,
        pinned: false,
      };
      place.messages.push(message);
      const event = { ...eventOf(place, message), ...(files.length > 0 && { subtype: 'file_share', files }) };
      const answers: DoorAnswer[] = [];
      if (message.text?.includes(`<@${team.botUser}>`) && place.kind !== 'im' && place.members.has(team.botUser)) {
        const { channel_type: _type, subtype: _subtype, ...mentioned } = event as Json;
        answers.push(await sender.event(team, { ...mentioned, type: 'app_mention' }));
      }
      if (hears(team, place)) answers.push(await sender.event(team, event, { is_ext_shared_channel: place.shared }));
      return { ts: message.ts, answer: worst(answers) };
    },

    async edits(channel: string, ts: string, text: string): Promise<DoorAnswer | undefined> {
      const place = placeOf(channel);
      const message = find(place, ts);
      const before = eventOf(place, message);
      Object.assign(message, { text, edited: true });
      const answers: DoorAnswer[] = [];
      const now = { ...eventOf(place, message), edited: { user, ts: newTs(team) } };
      // Slack tells of the mention once more: https://github.com/slackapi/bolt-js/issues/960
      if (text.includes(`<@${team.botUser}>`) && place.kind !== 'im' && place.members.has(team.botUser)) {
        const { channel_type: _type, ...mentioned } = now as Json;
        answers.push(await sender.event(team, { ...mentioned, type: 'app_mention' }));
      }
      if (!hears(team, place)) return worst(answers);
      const changed = await sender.event(team, {
        type: 'message',
        subtype: 'message_changed',
        hidden: true,
        channel: place.id,
        channel_type: place.kind,
        ts: newTs(team),
        message: now,
        previous_message: before,
      });
      return worst([...answers, changed]);
    },

    async deletes(channel: string, ts: string): Promise<DoorAnswer | undefined> {
      const place = placeOf(channel);
      const message = find(place, ts);
      place.messages.splice(place.messages.indexOf(message), 1);
      if (!hears(team, place)) return undefined;
      return sender.event(team, {
        type: 'message',
        subtype: 'message_deleted',
        hidden: true,
        channel: place.id,
        channel_type: place.kind,
        ts: newTs(team),
        deleted_ts: ts,
        previous_message: eventOf(place, message),
      });
    },

    /** Presses the newest button with this label that this person sees, or that of one message. */
    async presses(channel: string, label: string, { on }: { on?: string } = {}): Promise<DoorAnswer> {
      const place = placeOf(channel);
      const withButton = seen(place).filter(({ blocks }) => buttonsIn(blocks).some((each) => textIn(each['text']) === label));
      const message = on === undefined ? (withButton.at(-1) ?? seen(place).at(-1)) : find(place, on);
      if (!message) throw new Error(`There is nothing in ${channel} to press on.`);
      const { ts, thread, text, blocks, onlyFor } = message;
      const container = {
        type: 'message',
        message_ts: ts,
        channel_id: place.id,
        is_ephemeral: onlyFor !== undefined,
        ...(thread !== undefined && { thread_ts: thread }),
      };
      const shown = {
        type: 'message',
        user: team.botUser,
        bot_id: team.botId,
        ts,
        text,
        blocks,
        ...(thread !== undefined && { thread_ts: thread }),
      };
      return press(blocks, label, container, {
        channel: {
          id: place.id,
          name: place.kind === 'im' ? 'directmessage' : place.kind === 'channel' ? place.name : 'privategroup',
        },
        response_url: needs.responseUrl(team, place, user),
        ...(onlyFor === undefined && { message: shown }),
      });
    },

    /** Presses a button in their own view of the companion. */
    async pressesAtHome(label: string): Promise<DoorAnswer> {
      const home = team.homes.get(user);
      if (!home) throw new Error(`${name} has no view of the companion yet.`);
      const view = { id: home.id, team_id: team.id, ...home.view, hash: home.hash };
      return press(home.view['blocks'], label, { type: 'view', view_id: home.id }, { view });
    },

    opensHome: (tab: 'home' | 'messages' = 'home'): Promise<DoorAnswer> =>
      sender.event(team, { type: 'app_home_opened', user, channel: openIm(team, user).id, tab }),

    /** The form that is open in front of this person. */
    form(): Json | undefined {
      return openModals().at(-1)?.view;
    },

    /** Sends the open form. It closes, unless something in it was refused. */
    async submits(filled: FilledIn): Promise<DoorAnswer> {
      const open = openModals().at(-1);
      if (!open) throw new Error(`No form is open in front of ${name}.`);
      const view = {
        id: open.id,
        team_id: team.id,
        hash: open.hash,
        ...open.view,
        state: { values: stateOf(open.view, filled) },
      };
      const answer = await sender.interact(team, {
        type: 'view_submission',
        user: who,
        trigger_id: needs.trigger(user),
        view,
        response_urls: [],
      });
      const { response_action, view: next } =
        typeof answer.body === 'string' ? {} : (answer.body as { response_action?: string; view?: Json });
      if (answer.status === 200 && response_action === 'update' && next) Object.assign(open, { view: next, hash: newTs(team) });
      else if (answer.status === 200 && response_action !== 'errors') team.modals.set(user, openModals().slice(0, -1));
      return answer;
    },

    command: (channel: string, command: string, text = ''): Promise<DoorAnswer> => {
      const place = placeOf(channel);
      return sender.command(team, {
        channel_id: place.id,
        channel_name: place.kind === 'im' ? 'directmessage' : place.name,
        user_id: user,
        user_name: name.toLowerCase(),
        command,
        text,
        trigger_id: needs.trigger(user),
        response_url: needs.responseUrl(team, place, user),
      });
    },

    /** A shortcut of the whole workspace, or of a message's menu. */
    shortcut(callbackId: string, on?: { channel: string; ts: string }): Promise<DoorAnswer> {
      const base = { callback_id: callbackId, user: who, action_ts: newTs(team), trigger_id: needs.trigger(user) };
      if (!on) return sender.interact(team, { type: 'shortcut', ...base });
      const place = placeOf(on.channel);
      return sender.interact(team, {
        type: 'message_action',
        ...base,
        channel: { id: place.id, name: place.name },
        message_ts: on.ts,
        message: eventOf(place, find(place, on.ts)),
        response_url: needs.responseUrl(team, place, user),
      });
    },

    ...roomActs(sender, team, user, placeOf),
  };
}
