import { type Channel, type Json, newId, newTs, objectsIn, openIm, Refusal, type StoredMessage, type Team } from './world.ts';

/** Reads blocks, and the whole message or view that they are in, as Slack would, and names what is wrong. */
export type CheckBlocks = (blocks: Json[], where: 'message' | 'update' | 'modal' | 'home', whole: Json) => string[];

export interface Call {
  team: Team;
  args: Json;
  url: string;
  checkBlocks: CheckBlocks;
  /** Uses up a trigger id, or gives back why it is not good. */
  spend(trigger: string): { user: string } | string;
}

const scopeOf: Record<string, string> = {
  'chat.postMessage': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'chat.update': 'chat:write',
  'chat.delete': 'chat:write',
  'conversations.open': 'im:write',
  'users.info': 'users:read',
  'pins.add': 'pins:write',
  'pins.remove': 'pins:write',
  'files.info': 'files:read',
  'files.getUploadURLExternal': 'files:write',
  'files.completeUploadExternal': 'files:write',
};

const readScope = { channel: 'channels:read', group: 'groups:read', mpim: 'mpim:read', im: 'im:read' };

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function needScope(team: Team, needed: string | undefined): void {
  if (needed !== undefined && !team.scopes.has(needed)) {
    throw new Refusal('missing_scope', { needed, provided: [...team.scopes].join(',') });
  }
}

/** A private channel without the companion is none that it could know of. */
function channelOf({ team, args }: Call): Channel {
  const found = team.channels.get(text(args['channel']) ?? '');
  if (!found || (found.kind !== 'channel' && !found.members.has(team.botUser))) throw new Refusal('channel_not_found');
  return found;
}

function writableIn(call: Call): Channel {
  const channel = channelOf(call);
  if (channel.archived) throw new Refusal('is_archived');
  if (!channel.members.has(call.team.botUser)) throw new Refusal('not_in_channel');
  return channel;
}

function contentOf(call: Call, where: 'message' | 'update'): Pick<StoredMessage, 'text' | 'blocks'> {
  const { args, checkBlocks } = call;
  const blocks = Array.isArray(args['blocks']) ? (args['blocks'] as Json[]) : [];
  const said = text(args['text']);
  if (blocks.length === 0 && !said) throw new Refusal('no_text');
  if (blocks.length > 50)
    throw new Refusal('invalid_blocks', {
      response_metadata: { messages: ['[ERROR] no more than 50 items allowed [json-pointer:/blocks]'] },
    });
  const whole = { ...(said !== undefined && { text: said }), ...(blocks.length > 0 && { blocks }) };
  const wrong = [...repeatedIds(blocks), ...checkBlocks(blocks, where, whole), ...checkPictures(call, blocks)];
  if (wrong.length > 0)
    throw new Refusal('invalid_blocks', { response_metadata: { messages: wrong.map((each) => `[ERROR] ${each}`) } });
  return { text: said?.slice(0, 40_000), blocks };
}

function repeatedIds(blocks: Json[]): string[] {
  const ids = blocks.flatMap((block) => (typeof block['block_id'] === 'string' ? [block['block_id']] : []));
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `block_id ${id} already exists`);
}

function threadIn(channel: Channel, args: Json): string | undefined {
  const thread = text(args['thread_ts']);
  if (thread === undefined) return undefined;
  const root = channel.messages.find(({ ts, onlyFor }) => ts === thread && onlyFor === undefined);
  if (!root) throw new Refusal('thread_not_found');
  return root.thread ?? root.ts;
}

function store(call: Call, channel: Channel, over: Partial<StoredMessage>): StoredMessage {
  const { team, args } = call;
  const message: StoredMessage = {
    ts: newTs(team),
    user: team.botUser,
    ...contentOf(call, 'message'),
    thread: threadIn(channel, args),
    onlyFor: undefined,
    metadata: args['metadata'],
    clientId: text(args['client_msg_id']),
    edited: false,
    pinned: false,
    ...over,
  };
  channel.messages.push(message);
  return message;
}

function ownMessage({ team, args }: Call, channel: Channel, code: string): StoredMessage {
  const found = channel.messages.find(({ ts, onlyFor }) => ts === args['ts'] && onlyFor === undefined);
  if (!found) throw new Refusal('message_not_found');
  if (found.user !== team.botUser) throw new Refusal(code);
  return found;
}

function viewOf(call: Call, where: 'modal' | 'home'): Json {
  const view = call.args['view'];
  if (typeof view !== 'object' || view === null || Array.isArray(view)) throw new Refusal('invalid_arguments');
  const { type, blocks } = view as Json;
  const list = Array.isArray(blocks) ? (blocks as Json[]) : [];
  const wrong = [
    ...(type === where ? [] : [`type is not ${where}`]),
    ...(list.length > 100 ? ['no more than 100 blocks'] : []),
    ...repeatedIds(list),
    ...call.checkBlocks(list, where, view as Json),
    ...checkPictures(call, list),
  ];
  if (wrong.length > 0)
    throw new Refusal('invalid_arguments', { response_metadata: { messages: wrong.map((each) => `[ERROR] ${each}`) } });
  if (JSON.stringify(view).length > 250_000) throw new Refusal('view_too_large');
  return view as Json;
}

const answerView = (team: Team, id: string, view: Json, hash: string): Json => ({
  view: { id, team_id: team.id, hash, state: { values: {} }, ...view },
});

const methods: Record<string, (call: Call) => Json> = {
  'auth.test': ({ team, url }) => ({
    url,
    team: team.name,
    team_id: team.id,
    user: 'compagnon-vises',
    user_id: team.botUser,
    bot_id: team.botId,
    ...(team.enterprise !== undefined && { enterprise_id: team.enterprise }),
    is_enterprise_install: false,
  }),

  'chat.postMessage'(call) {
    const channel = writableIn(call);
    const message = store(call, channel, {});
    return {
      channel: channel.id,
      ts: message.ts,
      message: { ts: message.ts, user: message.user, text: message.text, bot_id: call.team.botId },
    };
  },

  'chat.postEphemeral'(call) {
    const channel = writableIn(call);
    const user = text(call.args['user']) ?? '';
    if (!call.team.members.has(user)) throw new Refusal('user_not_found');
    if (!channel.members.has(user)) throw new Refusal('user_not_in_channel');
    return { message_ts: store(call, channel, { onlyFor: user }).ts };
  },

  'chat.update'(call) {
    const channel = channelOf(call);
    if (channel.archived) throw new Refusal('is_archived');
    const message = ownMessage(call, channel, 'cant_update_message');
    const content = contentOf(call, 'update');
    if ((content.text?.length ?? 0) > 4000) throw new Refusal('msg_too_long');
    Object.assign(message, content, { edited: true });
    return { channel: channel.id, ts: message.ts, text: message.text };
  },

  'chat.delete'(call) {
    const channel = channelOf(call);
    const message = ownMessage(call, channel, 'cant_delete_message');
    channel.messages.splice(channel.messages.indexOf(message), 1);
    return { channel: channel.id, ts: message.ts };
  },

  'conversations.open'({ team, args }) {
    const users = (text(args['users']) ?? '').split(',');
    const [user = ''] = users;
    const member = team.members.get(user);
    if (!member) throw new Refusal('user_not_found');
    if (member.deleted) throw new Refusal('user_disabled');
    if (member.bot) throw new Refusal('cannot_dm_bot');
    return { channel: { id: openIm(team, user).id } };
  },

  'conversations.info'(call) {
    const channel = channelOf(call);
    needScope(call.team, readScope[channel.kind]);
    const { id, name, kind, archived, shared, members } = channel;
    return {
      channel: {
        id,
        name,
        is_channel: kind === 'channel',
        is_group: kind === 'group',
        is_im: kind === 'im',
        is_mpim: kind === 'mpim',
        is_private: kind !== 'channel',
        is_archived: archived,
        is_ext_shared: shared,
        is_member: members.has(call.team.botUser),
      },
    };
  },

  'conversations.members'(call) {
    const channel = channelOf(call);
    needScope(call.team, readScope[channel.kind]);
    return { members: [...channel.members], response_metadata: { next_cursor: '' } };
  },

  'users.info'({ team, args }) {
    const member = team.members.get(text(args['user']) ?? '');
    if (!member) throw new Refusal('user_not_found');
    const withLocale = String(args['include_locale']) === 'true';
    return {
      user: {
        id: member.id,
        team_id: team.id,
        name: member.name.toLowerCase(),
        real_name: member.name,
        deleted: member.deleted,
        is_bot: member.bot,
        is_app_user: false,
        is_restricted: member.guest,
        is_ultra_restricted: false,
        tz: member.timeZone,
        profile: { display_name: '', real_name: member.name },
        ...(withLocale && { locale: member.locale }),
      },
    };
  },

  'pins.add'(call) {
    const channel = writableIn(call);
    const message = channel.messages.find(({ ts, onlyFor }) => ts === call.args['timestamp'] && onlyFor === undefined);
    if (!message) throw new Refusal('message_not_found');
    if (message.pinned) throw new Refusal('already_pinned');
    message.pinned = true;
    return {};
  },

  'views.open'(call) {
    const view = viewOf(call, 'modal');
    const spent = call.spend(text(call.args['trigger_id']) ?? '');
    if (typeof spent === 'string') throw new Refusal(spent);
    const opened = { id: newId('V'), view, hash: newTs(call.team) };
    call.team.modals.set(spent.user, [opened]);
    return answerView(call.team, opened.id, view, opened.hash);
  },

  'views.update'(call) {
    const view = viewOf(call, 'modal');
    const open = [...call.team.modals.values()].flat().find(({ id }) => id === call.args['view_id']);
    if (!open) throw new Refusal('not_found');
    const { hash } = call.args;
    if (hash !== undefined && hash !== open.hash) throw new Refusal('hash_conflict');
    Object.assign(open, { view, hash: newTs(call.team) });
    return answerView(call.team, open.id, view, open.hash);
  },

  'views.publish'(call) {
    const view = viewOf(call, 'home');
    const user = text(call.args['user_id']) ?? '';
    if (!call.team.members.has(user)) throw new Refusal('user_not_found');
    const before = call.team.homes.get(user);
    const { hash } = call.args;
    if (hash !== undefined && hash !== before?.hash) throw new Refusal('hash_conflict');
    const shown = { id: before?.id ?? newId('V'), view, hash: newTs(call.team) };
    call.team.homes.set(user, shown);
    return answerView(call.team, shown.id, view, shown.hash);
  },

  'files.getUploadURLExternal'({ team, args, url }) {
    const name = text(args['filename']);
    const length = Number(args['length']);
    if (!name || !(length > 0)) throw new Refusal('invalid_arguments');
    if ((text(args['alt_txt']) ?? '').length > 1000) throw new Refusal('alt_txt_too_large');
    const id = newId('F');
    team.uploads.set(id, {
      id,
      name,
      length,
      alt: text(args['alt_txt']),
      bytes: undefined,
      completed: undefined,
      looks: team.looks,
    });
    return { file_id: id, upload_url: `${new URL(url).origin}/upload/${team.id}-${id}` };
  },

  'files.completeUploadExternal'(call) {
    const { team, args } = call;
    const files = Array.isArray(args['files']) ? (args['files'] as Json[]) : [];
    if (files.length === 0) throw new Refusal('invalid_arguments');
    const uploads = files.map(({ id }) => team.uploads.get(text(id) ?? ''));
    if (uploads.some((upload) => !upload?.bytes || upload.completed)) throw new Refusal('file_not_found');
    const to = text(args['channel_id']);
    if (to !== undefined) {
      const within = { ...call, args: { ...args, channel: to } };
      const channel = writableIn(within);
      channel.messages.push({
        ts: newTs(team),
        user: team.botUser,
        text: uploads.map((upload) => upload?.name).join(', '),
        blocks: [],
        thread: threadIn(channel, args),
        onlyFor: undefined,
        metadata: undefined,
        clientId: undefined,
        edited: false,
        pinned: false,
        files: uploads.flatMap((upload) => upload?.id ?? []),
      });
    }
    for (const [index, upload] of uploads.entries()) {
      if (upload) upload.completed = { title: text(files[index]?.['title']), channel: to };
    }
    return { files: files.map(({ id, title }) => ({ id, title })) };
  },

  'files.info'({ team, args, url }) {
    const id = text(args['file']) ?? '';
    const file = team.files.get(id);
    if (!file) throw new Refusal('file_not_found');
    return {
      file: { id, name: file.name, mimetype: file.type, size: file.bytes.length, url_private_download: fileUrl(url, team, id) },
    };
  },
};

/** The files that a message of ours shows: ours, complete, and looked at by Slack. */
function checkPictures({ team }: Call, blocks: Json[]): string[] {
  return [...objectsIn(blocks)].flatMap(({ type, slack_file: shown }) => {
    if (type !== 'image') return [];
    const upload = team.uploads.get(text((shown as Json | undefined)?.['id']) ?? '');
    if (!upload?.completed || !upload.bytes || !isImage(upload.bytes)) return ['invalid slack file [json-pointer:/blocks]'];
    return upload.looks-- > 0 ? ['invalid slack file [json-pointer:/blocks]'] : [];
  });
}

const isImage = (bytes: Buffer): boolean =>
  ['89504e47', 'ffd8ff', '474946'].some((sign) => bytes.toString('hex').startsWith(sign));

export const fileUrl = (url: string, team: Team, id: string): string =>
  `${new URL(url).origin}/files-pri/${team.id}-${id}/download`;

/** What Slack answers; throws a `Refusal` with Slack's word for no. */
export function answerMethod(method: string, call: Call): Json {
  const answer = methods[method];
  if (!answer) throw new Refusal('unknown_method', { req_method: method });
  needScope(call.team, scopeOf[method]);
  return answer(call);
}

/** The buttons of a message or view, in order. */
export const buttonsIn = (blocks: unknown): Json[] => [...objectsIn(blocks)].filter(({ type }) => type === 'button');
