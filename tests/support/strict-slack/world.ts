import { randomBytes } from 'node:crypto';

/** A block, a view or an event as it travels: JSON whose shape is Slack's business. */
export type Json = Record<string, unknown>;

export interface Member {
  id: string;
  name: string;
  locale: string;
  timeZone: string;
  guest: boolean;
  bot: boolean;
  deleted: boolean;
}

export interface StoredMessage {
  ts: string;
  user: string;
  text: string | undefined;
  blocks: Json[];
  thread: string | undefined;
  /** Only this person sees it. Slack does not keep it, so it can neither be changed nor found. */
  onlyFor: string | undefined;
  metadata: unknown;
  clientId: string | undefined;
  edited: boolean;
  pinned: boolean;
  /** Ids of uploads that stand in it. */
  files?: string[];
}

/** What the companion puts into Slack, in the three steps of an upload. */
export interface Upload {
  id: string;
  name: string;
  length: number;
  alt: string | undefined;
  bytes: Buffer | undefined;
  /** Where it was put; `channel` is absent for what nobody was shown yet. */
  completed: { title: string | undefined; channel: string | undefined } | undefined;
  /** So often Slack says that it still looks at it. */
  looks: number;
}

export interface Channel {
  id: string;
  name: string;
  kind: 'channel' | 'group' | 'mpim' | 'im';
  members: Set<string>;
  archived: boolean;
  shared: boolean;
  messages: StoredMessage[];
}

export interface OpenView {
  id: string;
  view: Json;
  hash: string;
}

export interface Team {
  id: string;
  /** Its time, in milliseconds. */
  now: () => number;
  lastMicros: number;
  name: string;
  enterprise: string | undefined;
  /** Its organisation installed the companion for all its workspaces. */
  wholeOrganisation: boolean;
  botToken: string;
  botId: string;
  botUser: string;
  scopes: Set<string>;
  /** The token no longer counts, for this reason. */
  refused: string | undefined;
  members: Map<string, Member>;
  channels: Map<string, Channel>;
  files: Map<string, { name: string; type: string; bytes: Uint8Array; listed: boolean }>;
  uploads: Map<string, Upload>;
  /** So often Slack refuses to show each new picture, because it still looks at it. */
  looks: number;
  modals: Map<string, OpenView[]>;
  homes: Map<string, OpenView>;
}

/** Slack says no, in its own word. */
export class Refusal extends Error {
  readonly code: string;
  readonly more: Json;
  constructor(code: string, more: Json = {}) {
    super(code);
    this.code = code;
    this.more = more;
  }
}

let count = 0;
export const newId = (letter: string): string =>
  `${letter}0${(++count).toString(36).toUpperCase().padStart(4, '0')}${randomBytes(2).toString('hex').toUpperCase()}`;

/** Of now, and later each time in a team, also while the clock stands still. */
export function newTs(team: Team): string {
  team.lastMicros = Math.max(team.lastMicros + 1, Math.floor(team.now() * 1000));
  return `${Math.floor(team.lastMicros / 1e6)}.${String(team.lastMicros % 1e6).padStart(6, '0')}`;
}

export const usualScopes = [
  'chat:write',
  'commands',
  'app_mentions:read',
  'channels:read',
  'groups:read',
  'mpim:read',
  'im:write',
  'im:history',
  'users:read',
  'pins:write',
];

export interface TeamOptions {
  id?: string;
  name?: string;
  enterprise?: string;
  wholeOrganisation?: boolean;
  token?: string;
  /** Beside the usual ones; `scopes` replaces them. */
  alsoScopes?: string[];
  scopes?: string[];
  people?: (string | (Partial<Member> & { name: string }))[];
  /** Everybody and the companion are in them. */
  channels?: (string | { name: string; private?: boolean; withoutBot?: boolean; shared?: boolean })[];
}

export function makeTeam(options: TeamOptions, now: () => number): Team {
  const id = options.id ?? newId('T');
  const team: Team = {
    id,
    now,
    lastMicros: 0,
    name: options.name ?? `Team ${id}`,
    enterprise: options.enterprise,
    wholeOrganisation: options.wholeOrganisation ?? false,
    botToken: options.token ?? `xoxb-${randomBytes(12).toString('hex')}`,
    botId: newId('B'),
    botUser: newId('U'),
    scopes: new Set(options.scopes ?? [...usualScopes, ...(options.alsoScopes ?? [])]),
    refused: undefined,
    members: new Map(),
    channels: new Map(),
    files: new Map(),
    uploads: new Map(),
    looks: 0,
    modals: new Map(),
    homes: new Map(),
  };
  const usual = { locale: 'fr-FR', timeZone: 'Europe/Brussels', guest: false, bot: false, deleted: false };
  team.members.set(team.botUser, { ...usual, id: team.botUser, name: 'compagnon-vises', bot: true });
  for (const each of options.people ?? ['Samira', 'Luc']) {
    const member = { ...usual, id: newId('U'), ...(typeof each === 'string' ? { name: each } : each) };
    team.members.set(member.id, member);
  }
  for (const each of options.channels ?? ['general']) {
    const channel = typeof each === 'string' ? { name: each } : each;
    const members = [...team.members.keys()].filter((member) => member !== team.botUser || !channel.withoutBot);
    makeChannel(team, {
      name: channel.name,
      kind: channel.private ? 'group' : 'channel',
      members,
      shared: channel.shared ?? false,
    });
  }
  return team;
}

export function makeChannel(
  team: Team,
  { members, ...channel }: Pick<Channel, 'name' | 'kind'> & { members: Iterable<string>; shared?: boolean },
): Channel {
  const made: Channel = {
    shared: false,
    ...channel,
    id: newId(channel.kind === 'im' ? 'D' : channel.kind === 'channel' ? 'C' : 'G'),
    members: new Set(members),
    archived: false,
    messages: [],
  };
  team.channels.set(made.id, made);
  return made;
}

export function findMember(team: Team, name: string): Member {
  const found = team.members.get(name) ?? [...team.members.values()].find((member) => member.name === name);
  if (!found) throw new Error(`Nobody is called ${name} in ${team.name}.`);
  return found;
}

export function findChannel(team: Team, name: string): Channel {
  const found = team.channels.get(name) ?? [...team.channels.values()].find((channel) => channel.name === name);
  if (!found) throw new Error(`No channel is called ${name} in ${team.name}.`);
  return found;
}

/** The conversation of these people alone, which begins when somebody first opens it. */
export const openIm = (team: Team, user: string): Channel =>
  [...team.channels.values()].find(({ kind, members }) => kind === 'im' && members.has(user)) ??
  makeChannel(team, { name: '', kind: 'im', members: [user, team.botUser] });

/** Every object in a block or view, however deep. */
export function* objectsIn(value: unknown): Generator<Json> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as Json;
  for (const inner of Object.values(value)) yield* objectsIn(inner);
}

/** What a reader sees of blocks: every text in them, in order. */
export const wordsIn = (blocks: unknown): string =>
  [...objectsIn(blocks)].flatMap(({ text }) => (typeof text === 'string' ? [text] : [])).join('\n');

export const textIn = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string' ? value.text : '';
