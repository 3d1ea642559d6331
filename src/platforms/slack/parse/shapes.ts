import { z } from 'zod';
import { receiving } from '../limits.ts';

/**
 * Slack's payloads as far as they are read, `null` counting as left out. What does not fit is nobody's answer.
 * https://docs.slack.dev/reference/events, https://docs.slack.dev/reference/interaction-payloads
 */
const id = (first: string) =>
  z
    .string()
    .max(receiving.idCharacters)
    .regex(new RegExp(`^[${first}][A-Z0-9]+$`));
export const user = id('UW');
export const team = id('T');
export const enterprise = id('E');
/** A conversation: a channel (C), an older private channel or group (G), or a direct one (D). */
export const channel = id('CGD');
/** A message's time and its reference, unique in its channel. */
export const ts = z.string().regex(/^\d{1,12}\.\d{1,8}$/);
const text = z.string();
const word = z.string().max(255);
const opaque = z.string().min(1).max(1000);

export const file = z.object({
  id: opaque,
  name: text.optional(),
  title: text.optional(),
  mimetype: text.optional(),
  size: z.number().int().min(0).optional(),
  mode: word.optional(),
  file_access: word.optional(),
  url_private_download: z.string().max(receiving.metadataCharacters).optional(),
});

export const authorizations = z
  .array(
    z.object({
      team_id: word.optional(),
      enterprise_id: word.optional(),
      user_id: word.optional(),
      is_bot: z.boolean().optional(),
      is_enterprise_install: z.boolean().optional(),
    }),
  )
  .optional();

/** What every event has around it. Bolt reads `event` by itself, so the parts that it looks into must have the shape it expects. */
export const envelope = z.object({
  type: z.literal('event_callback'),
  event_id: z.string().regex(/^[\w.-]{3,100}$/),
  event_time: z.number().int().min(0).max(99_999_999_999).optional(),
  team_id: word.optional(),
  enterprise_id: word.optional(),
  context_team_id: word.optional(),
  context_enterprise_id: word.optional(),
  is_ext_shared_channel: z.boolean().optional(),
  authorizations,
  event: z.looseObject({
    type: word,
    channel: z.union([z.string(), z.looseObject({ id: z.string() })]).optional(),
    user: z.union([z.string(), z.looseObject({})]).optional(),
    item: z.looseObject({}).optional(),
    subteam: z.looseObject({}).optional(),
  }),
});
export type Envelope = z.output<typeof envelope>;

const authorship = {
  user: user.optional(),
  bot_id: z.unknown().optional(),
  app_id: z.unknown().optional(),
  subtype: word.optional(),
  team: word.optional(),
  user_team: word.optional(),
  source_team: word.optional(),
};

/** A message as an event carries it, and as it stands inside `message_changed` and `message_deleted`. */
export const written = z.object({
  ...authorship,
  ts,
  thread_ts: ts.optional(),
  text: text.optional(),
  files: z.array(z.unknown()).optional(),
  edited: z.looseObject({ ts: ts.optional().catch(undefined) }).optional(),
});
const partlyWritten = written.partial();
export type PartlyWritten = z.output<typeof partlyWritten>;

export const messageEvent = z.object({ ...written.shape, channel, channel_type: word.optional() });
export const changedEvent = z.object({
  channel,
  channel_type: word.optional(),
  message: written,
  previous_message: partlyWritten.optional(),
});
export const deletedEvent = z.object({
  channel,
  channel_type: word.optional(),
  deleted_ts: ts,
  previous_message: partlyWritten.optional(),
});

const when = { event_ts: ts.optional() };
export const membershipEvent = z.object({ ...when, user, channel, inviter: user.optional(), team: word.optional() });
export const placeEvent = z.object({ ...when, channel, user: user.optional(), actor_id: user.optional() });
export const renameEvent = z.object({ ...when, channel: z.object({ id: channel, name: text }) });
export const movedEvent = z.object({ ...when, old_channel_id: channel, new_channel_id: channel });
export const homeEvent = z.object({ ...when, user, tab: word.optional() });
export const revokedEvent = z.object({ tokens: z.object({ bot: z.array(z.unknown()).optional() }).optional() });

const actor = z.object({ id: user, name: text.optional(), team_id: word.optional(), locale: word.optional() });
/** What every click, form and shortcut has. An organisation-wide installation has no `team`. */
const interaction = {
  user: actor,
  team: z.object({ id: word, enterprise_id: word.optional() }).optional(),
  enterprise: z.object({ id: word }).optional(),
  is_enterprise_install: z.boolean().optional(),
  trigger_id: opaque.optional(),
  response_url: opaque.optional(),
};
const place = z.object({ id: channel, name: text.optional() });

const option = z.object({ value: text });
export const blockAction = z.object({
  action_id: word.min(1),
  action_ts: ts,
  value: text.optional(),
  selected_option: option.optional(),
  selected_options: z.array(option).optional(),
  selected_date: word.optional(),
});

/** What one input of a form holds. */
const input = z.object({
  type: word,
  value: text.optional(),
  selected_date: text.optional(),
  selected_option: option.optional(),
  selected_options: z.array(option).optional(),
  files: z.array(z.looseObject({ id: opaque })).optional(),
});
export type StateValues = Record<string, Record<string, z.output<typeof input>>>;

export const view = z.object({
  id: opaque,
  type: word,
  callback_id: word.optional(),
  private_metadata: z.string().max(receiving.metadataCharacters).optional(),
  app_installed_team_id: word.optional(),
  blocks: z.array(z.object({ type: word, block_id: word.optional() })).optional(),
  state: z.object({ values: z.record(z.string(), z.record(z.string(), input)) }).optional(),
});
export type View = z.output<typeof view>;

export const blockActions = z.object({
  ...interaction,
  type: z.literal('block_actions'),
  actions: z.array(blockAction).min(1),
  channel: place.optional(),
  container: z.object({ type: word.optional(), message_ts: ts.optional() }).optional(),
  message: z.object({ ts: ts.optional() }).optional(),
  view: view.optional(),
});

export const viewSubmission = z.object({ ...interaction, type: z.literal('view_submission'), view });

export const messageShortcut = z.object({
  ...interaction,
  type: z.literal('message_action'),
  callback_id: word,
  trigger_id: opaque,
  channel: place,
  message: written,
});

export const globalShortcut = z.object({
  ...interaction,
  type: z.literal('shortcut'),
  callback_id: word,
  trigger_id: opaque,
});

export const command = z.object({
  command: word,
  text: text.optional(),
  user_id: user,
  user_name: text.optional(),
  channel_id: channel,
  channel_name: text.optional(),
  team_id: team,
  enterprise_id: word.optional(),
  is_enterprise_install: z.union([z.string(), z.boolean()]).optional(),
  trigger_id: opaque,
  response_url: opaque.optional(),
});
