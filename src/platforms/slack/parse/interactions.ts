import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { readFiles } from './files.ts';
import { homeMessage, placeOf, readMetadata } from './metadata.ts';
import { threadOf } from './messages.ts';
import { type Context, nothing, type Parsed } from './parsed.ts';
import type { blockAction, blockActions, command, globalShortcut, messageShortcut, viewSubmission } from './shapes.ts';
import { clean, readText } from './text.ts';
import { addressOf, homeOf, languageOf, senderOf, source, type Source, sourceOfInteraction, timeOf, workspaceOf } from './who.ts';

type Interaction = Pick<z.output<typeof blockActions>, 'user' | 'team' | 'enterprise' | 'is_enterprise_install' | 'response_url'>;

/** Who acts. Outside an organisation, somebody of another team than the workspace's belongs elsewhere. */
function actorOf(payload: Interaction, origin: Source, workspace: string) {
  const { id, name, locale, team_id } = payload.user;
  const home = origin.enterpriseId === undefined ? team_id : undefined;
  return senderOf(origin, workspace, id, { home, name: name && clean(name), locale });
}

const reachable = (payload: Interaction) => {
  const language = languageOf(payload.user.locale);
  return { ...(payload.response_url && { respondAt: payload.response_url }), ...(language && { language }) };
};

/** A button, a list or a date in a message or in a person's own view. */
export function parsePress(payload: z.output<typeof blockActions>, { readActionId }: Context): Parsed {
  if (payload.view && payload.view.type !== 'home') return nothing('inside-form');
  const origin = sourceOfInteraction(payload);
  const workspace = workspaceOf(origin);
  const [pressed] = payload.actions;
  if (workspace === undefined) return nothing('unknown-workspace');
  const message = payload.view ? homeMessage : (payload.container?.message_ts ?? payload.message?.ts);
  if (!pressed || message === undefined) return nothing('malformed');
  const { id: user } = payload.user;
  const { direct, ...channel } = payload.view
    ? { ...homeOf(workspace, user), direct: true }
    : payload.channel
      ? addressOf(workspace, payload.channel.id, user)
      : { direct: undefined };
  if (direct === undefined || !('key' in channel)) return nothing('malformed');
  const { action, version } = readActionId(pressed.action_id) ?? {};
  if (action === undefined || action === '') return nothing('unknown-action');
  const value = valueOf(pressed);
  return {
    what: 'press',
    incoming: {
      kind: 'press',
      // A double click is two payloads, with a time each; a copy of one has the same.
      deliveryKey: `press:${workspace}:${user}:${channel.key}:${message}:${pressed.action_id}:${pressed.action_ts}`,
      at: timeOf(pressed.action_ts),
      channel,
      direct,
      sender: actorOf(payload, origin, workspace),
      message,
      action,
      ...(value !== undefined && { value }),
      ...(version !== undefined && { about: { version } }),
    },
    ...(payload.trigger_id && { trigger: payload.trigger_id }),
    ...reachable(payload),
  };
}

function valueOf(pressed: z.output<typeof blockAction>): string | undefined {
  const several = pressed.selected_options?.map(({ value }) => value).join('\n');
  const value = pressed.value ?? pressed.selected_option?.value ?? pressed.selected_date ?? several;
  return value === undefined ? undefined : clean(value);
}

/**
 * A form that was filled in. It is taken once, however often its button is clicked; filled in otherwise it is another one, since who is
 * told that it was not saved in time may change it and send it again.
 */
export function parseForm(payload: z.output<typeof viewSubmission>, { now, readFields }: Context): Parsed {
  const { view, user } = payload;
  const origin = sourceOfInteraction(payload);
  const workspace = workspaceOf(origin);
  if (workspace === undefined) return nothing('unknown-workspace');
  const metadata = readMetadata(view.private_metadata, user.id);
  if (!metadata || !view.state) return nothing('malformed');
  const { fields, files } = readFields(view.state.values);
  return {
    what: 'form',
    view,
    language: metadata.l,
    incoming: {
      kind: 'form',
      deliveryKey: `form:${workspace}:${view.id}:${contentOf(view.state.values)}`,
      at: now,
      channel: placeOf(workspace, metadata),
      direct: metadata.direct,
      sender: actorOf(payload, origin, workspace),
      message: metadata.m,
      action: metadata.a,
      ...(metadata.v !== undefined && { about: { version: metadata.v } }),
      fields: Object.fromEntries(
        Object.entries(fields).map(([id, field]) => [id, Array.isArray(field) ? field.map(clean) : clean(field)]),
      ),
      files: readFiles(files),
    },
  };
}

const contentOf = (values: object): string =>
  createHash('sha256').update(JSON.stringify(values)).digest('base64url').slice(0, 16);

/** What a call is a reply to in Slack's eyes: nothing. Its reference is no time of a message, so nobody can answer in its thread. */
const callReference = (trigger: string): string => `cmd:${trigger}`;

/** `/vises` and what is written behind it. Slack has no commands in threads. With nothing behind it, it asks where things stand. */
export function parseCommand(payload: z.output<typeof command>, { now, botUser }: Context): Parsed {
  const { user_id: user, channel_id, team_id, enterprise_id, trigger_id, response_url } = payload;
  const origin = source([team_id], [enterprise_id], String(payload.is_enterprise_install) === 'true');
  const { direct, ...channel } = addressOf(team_id, channel_id, user);
  const { text } = readText(payload.text ?? '', botUser);
  const message = callReference(trigger_id);
  const common = {
    deliveryKey: message,
    at: now,
    channel,
    direct,
    sender: senderOf(origin, team_id, user, { name: payload.user_name && clean(payload.user_name) }),
    message,
  };
  return {
    what: 'call',
    incoming:
      text === ''
        ? { ...common, kind: 'press', action: 'status' }
        : { ...common, kind: 'message', text, files: [], addressed: true },
    ...(!direct && { channelId: channel_id }),
    ...(response_url && { respondAt: response_url }),
  };
}

/** What the shortcuts in the menu of a message do, by the callback id that the app's manifest gives them. */
const shortcuts = { vises_answer: 'answer', vises_status: 'status', vises_help: 'help', vises_correct: 'correct' } as const;
const isShortcut = (id: string): id is keyof typeof shortcuts => Object.hasOwn(shortcuts, id);

/** A shortcut on a message stands for what cannot be typed in a thread: a command there. */
export function parseMessageShortcut(payload: z.output<typeof messageShortcut>, { now, botUser }: Context): Parsed {
  const { callback_id, trigger_id, message: post, user } = payload;
  if (!isShortcut(callback_id)) return nothing('unknown-action');
  const origin = sourceOfInteraction(payload);
  const workspace = workspaceOf(origin);
  if (workspace === undefined) return nothing('unknown-workspace');
  const { direct, ...channel } = addressOf(workspace, payload.channel.id, user.id);
  const common = { deliveryKey: `shortcut:${trigger_id}`, at: now, channel, direct, sender: actorOf(payload, origin, workspace) };
  const call = { what: 'call' as const, ...(!direct && { channelId: payload.channel.id }), ...reachable(payload) };
  if (shortcuts[callback_id] !== 'answer') {
    const message = direct ? callReference(trigger_id) : (threadOf(post).thread ?? post.ts);
    return { ...call, incoming: { ...common, kind: 'press', message, action: shortcuts[callback_id] } };
  }
  if (post.user !== user.id || post.bot_id !== undefined) return { what: 'not-theirs', ...reachable(payload) };
  const { text, people } = readText(post.text ?? '', botUser);
  const files = readFiles(post.files);
  if (text === '' && files.length === 0) return nothing('empty');
  return {
    ...call,
    incoming: {
      ...common,
      kind: 'message',
      // Heard before, perhaps, as talk among colleagues: under its own reference it would be taken for a copy.
      message: `answer:${trigger_id}`,
      post: post.ts,
      // A direct conversation between two people has threads that the companion cannot see.
      ...(!direct && threadOf(post)),
      text,
      ...people,
      files,
      addressed: true,
    },
  };
}

/** The shortcut that is there everywhere: where do I stand? It is answered in the person's own conversation. */
export function parseGlobalShortcut(payload: z.output<typeof globalShortcut>, { now }: Context): Parsed {
  const origin = sourceOfInteraction(payload);
  const workspace = workspaceOf(origin);
  if (workspace === undefined) return nothing('unknown-workspace');
  const { direct, ...channel } = addressOf(workspace, 'D', payload.user.id);
  const message = callReference(payload.trigger_id);
  return {
    what: 'call',
    incoming: {
      kind: 'press',
      deliveryKey: `shortcut:${payload.trigger_id}`,
      at: now,
      channel,
      direct,
      sender: actorOf(payload, origin, workspace),
      message,
      action: 'status',
    },
    ...reachable(payload),
  };
}
