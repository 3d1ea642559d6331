import { randomBytes, randomUUID } from 'node:crypto';
import { cardProblems } from '../platforms/teams/strict-card.ts';
import { aStrictConnector, botId, type Conversation, type Standing, type TeamsPerson } from './strict-connector.ts';
import { cardIn, findButton, type Json, readInputs } from './teams-card-reader.ts';

export type { Conversation, Standing, TeamsPerson };

/** A dialog as a person has it open. */
export interface OpenDialog {
  by: TeamsPerson;
  conversation: Conversation;
  replyToId: string;
  root: string | undefined;
  title: string;
  card: Json;
}

export interface Answered {
  status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- what the door answers is what a test asserts
  body: any;
}

/**
 * Teams as its connector shows it, on this machine: it takes what Teams takes, refuses what Teams refuses, keeps what stands in each
 * conversation, and plays the people. `accepts` is the token it asks for; without one it asks for none.
 */
export async function aStrictTeams({
  tenant = randomUUID(),
  accepts,
  now = () => new Date(),
}: { tenant?: string; accepts?: string; now?: () => Date } = {}) {
  const connector = await aStrictConnector({ tenant, accepts });
  const { add, conversations, open } = connector;
  let bot: { url: string; serviceUrl: string; sign?: (serviceUrl: string) => Promise<string> } | undefined;

  const person = (name: string, locale = 'fr-FR', role: TeamsPerson['role'] = 'user'): TeamsPerson => ({
    id: `29:${randomBytes(12).toString('base64url')}`,
    aadObjectId: randomUUID(),
    name,
    locale,
    role,
  });

  function base(by: TeamsPerson, conversation: Conversation, root?: string): Json {
    const { id, kind, team, name, tenant: of } = conversation;
    return {
      channelId: 'msteams',
      serviceUrl: bot?.serviceUrl,
      timestamp: now().toISOString(),
      id: `f:${randomUUID()}`,
      from: { id: by.id, name: by.name, aadObjectId: by.aadObjectId },
      recipient: { id: botId, name: 'Compagnon VISES' },
      conversation: {
        id: root === undefined ? id : `${id};messageid=${root}`,
        conversationType: kind,
        tenantId: of,
        ...(kind !== 'personal' && { isGroup: true, name }),
      },
      channelData: {
        tenant: { id: of },
        ...(team !== undefined && { team: { id: team, name: 'Les Ateliers du Canal' }, channel: { id, name } }),
      },
      locale: by.locale,
      localTimezone: 'Europe/Paris',
      entities: [{ type: 'clientInfo', locale: by.locale, country: 'FR', platform: 'Web', timezone: 'Europe/Paris' }],
    };
  }

  /** Comings and goings name nobody: Teams gives ids alone. */
  function unnamed(by: TeamsPerson, conversation: Conversation): Json {
    return { ...base(by, conversation), from: { id: by.id, aadObjectId: by.aadObjectId } };
  }

  /** Calls the bot as Teams does. */
  async function deliver(activity: Json): Promise<Answered> {
    if (!bot) throw new Error('Nobody is connected: call connect() first.');
    const response = await fetch(bot.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(bot.sign && { authorization: `Bearer ${await bot.sign(bot.serviceUrl)}` }),
      },
      body: JSON.stringify(activity),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  }

  const rootOf = (conversation: Conversation, id: string): string | undefined =>
    conversation.kind === 'channel' ? (conversation.messages.find((message) => message.id === id)?.root ?? id) : undefined;

  return {
    ...connector,
    tenant,
    botId,
    person,
    deliver,
    base,
    connect(next: NonNullable<typeof bot>): void {
      bot = next;
    },
    aChannel: (name: string, people: TeamsPerson[], team?: Conversation) => open('channel', name, people, { team }),
    /** A channel of an organisation of its own. */
    aChannelElsewhere: (name: string, people: TeamsPerson[]) => open('channel', name, people, { of: randomUUID() }),
    aGroupChat: (name: string, people: TeamsPerson[]) => open('groupChat', name, people),
    aPersonalChat: (who: TeamsPerson, of?: string) => open('personal', who.name, [who], { of }),
    /** The one-to-one conversation with this person, if there is one. */
    alone: (who: TeamsPerson) =>
      [...conversations.values()].find(({ kind, people }) => kind === 'personal' && people.has(who.id)),
    async installs(by: TeamsPerson, conversation: Conversation): Promise<Answered[]> {
      conversation.installed = true;
      return [
        await deliver({ ...unnamed(by, conversation), type: 'installationUpdate', action: 'add' }),
        await deliver({ ...unnamed(by, conversation), type: 'conversationUpdate', membersAdded: [{ id: botId }] }),
      ];
    },
    async removes(by: TeamsPerson, conversation: Conversation): Promise<Answered> {
      conversation.installed = false;
      return deliver({ ...unnamed(by, conversation), type: 'installationUpdate', action: 'remove' });
    },
    /** Somebody was put into the team that a channel belongs to, by somebody who is there. */
    arrives(who: TeamsPerson, conversation: Conversation, by: TeamsPerson): Promise<Answered> {
      const common = unnamed(by, conversation);
      const channelData = { ...(common['channelData'] as Json), eventType: 'teamMemberAdded' };
      const membersAdded = [{ id: who.id, aadObjectId: who.aadObjectId }];
      return deliver({ ...common, type: 'conversationUpdate', membersAdded, channelData });
    },
    /** Writes; `sent` is what Teams delivered, to be sent again. In a channel without `thread` it is a new post. */
    async says(
      by: TeamsPerson,
      conversation: Conversation,
      text: string,
      {
        mention = conversation.kind !== 'personal',
        thread,
        attachments,
      }: { mention?: boolean; thread?: string; attachments?: Json[] } = {},
    ) {
      const id = add(conversation, thread, { type: 'message', text }, by.id);
      const root = conversation.kind === 'channel' ? (thread ?? id) : undefined;
      const common = base(by, conversation, root);
      const at = '<at>Compagnon VISES</at>';
      const sent: Json = {
        ...common,
        type: 'message',
        id,
        textFormat: 'plain',
        text: mention ? `${at} ${text}` : text,
        entities: [
          ...(common['entities'] as Json[]),
          ...(mention ? [{ type: 'mention', mentioned: { id: botId, name: 'Compagnon VISES' }, text: at }] : []),
        ],
        ...(attachments && { attachments }),
      };
      return { id, sent, answered: await deliver(sent) };
    },
    edits(by: TeamsPerson, conversation: Conversation, id: string, text: string): Promise<Answered> {
      const common = base(by, conversation, rootOf(conversation, id));
      const channelData = { ...(common['channelData'] as Json), eventType: 'editMessage' };
      return deliver({ ...common, type: 'messageUpdate', id, text, textFormat: 'plain', channelData });
    },
    deletes(by: TeamsPerson, conversation: Conversation, id: string): Promise<Answered> {
      const common = base(by, conversation, rootOf(conversation, id));
      const channelData = { ...(common['channelData'] as Json), eventType: 'softDeleteMessage' };
      return deliver({ ...common, type: 'messageDelete', id, channelData });
    },
    /** Presses a button, that with this title or the very one. One that opens a dialog gives it. */
    async presses(
      by: TeamsPerson,
      conversation: Conversation,
      id: string,
      which: string | Json,
      inputs: Record<string, string> = {},
    ) {
      const message = conversation.messages.find((each) => each.id === id);
      if (!message || (message.onlyFor !== undefined && message.onlyFor !== by.id))
        throw new Error(`${by.name} does not see ${id}.`);
      const card = cardIn(message.activity);
      const button = typeof which === 'string' ? findButton(card, which) : which;
      const root = rootOf(conversation, id);
      const common = { ...base(by, conversation, root), type: 'invoke', replyToId: id };
      const data = { ...(button['data'] as Json), ...(button['associatedInputs'] === 'none' ? {} : readInputs(card, inputs)) };
      const fetches = ((button['data'] as Json)['msteams'] as Json | undefined)?.['type'] === 'task/fetch';
      const sent: Json = fetches
        ? { ...common, name: 'task/fetch', value: { data, context: { theme: 'default' } } }
        : {
            ...common,
            name: 'adaptiveCard/action',
            value: { action: { type: button['type'], title: button['title'], verb: button['verb'], data }, trigger: 'manual' },
          };
      const answered = await deliver(sent);
      return { sent, answered, dialog: dialogOf(answered, { by, conversation, replyToId: id, root }) };
    },
    /** Sends a dialog with what its fields hold, and what is filled in over that. */
    async submits(dialog: OpenDialog, fields: Record<string, string>) {
      const { by, conversation, replyToId, root, card } = dialog;
      const [action] = (card['actions'] ?? []) as Json[];
      const data = { ...(action?.['data'] as Json), ...readInputs(card, fields) };
      const common = { ...base(by, conversation, root), type: 'invoke', name: 'task/submit', replyToId };
      const sent: Json = { ...common, value: { data, context: { theme: 'default' } } };
      const answered = await deliver(sent);
      return { sent, answered, dialog: dialogOf(answered, { by, conversation, replyToId, root }) };
    },
    /** Says yes or no to a card that offers a file; with a yes comes the address for its bytes. */
    consents(by: TeamsPerson, conversation: Conversation, id: string, uploadUrl?: string): Promise<Answered> {
      const asked = conversation.messages.find((each) => each.id === id)?.activity;
      const [card] = (asked?.['attachments'] ?? []) as Json[];
      const content = (card?.['content'] ?? {}) as Json;
      const uploadInfo = {
        uploadUrl,
        contentUrl: 'https://contoso-my.sharepoint.com/personal/file',
        name: card?.['name'],
        uniqueId: randomUUID(),
        fileType: 'docx',
      };
      const value = {
        type: 'fileUpload',
        action: uploadUrl === undefined ? 'decline' : 'accept',
        context: content[uploadUrl === undefined ? 'declineContext' : 'acceptContext'],
        ...(uploadUrl !== undefined && { uploadInfo }),
      };
      return deliver({ ...base(by, conversation), type: 'invoke', name: 'fileConsent/invoke', replyToId: id, value });
    },
    /** What somebody sees of what the companion said. */
    sees: (who: TeamsPerson, conversation: Conversation): Standing[] =>
      conversation.messages.filter(({ from, onlyFor }) => from === botId && (onlyFor === undefined || onlyFor === who.id)),
  };
}

export type StrictTeams = Awaited<ReturnType<typeof aStrictTeams>>;

function dialogOf({ body }: Answered, of: Omit<OpenDialog, 'title' | 'card'>): OpenDialog | undefined {
  if (body?.task?.type !== 'continue') return undefined;
  const { title, card } = body.task.value;
  if (card.contentType !== 'application/vnd.microsoft.card.adaptive') throw new Error('A dialog holds an Adaptive Card.');
  const problems = cardProblems(card.content);
  if (problems.length > 0) throw new Error(`The dialog is not one that Teams shows: ${problems.join('; ')}`);
  return { ...of, title, card: card.content };
}
