import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { cardProblems } from '../platforms/teams/strict-card.ts';
import type { Json } from './teams-card-reader.ts';

export interface TeamsPerson {
  id: string;
  aadObjectId: string;
  name: string;
  locale: string;
  role: 'user' | 'guest';
}

/** A message as it stands in a conversation. */
export interface Standing {
  id: string;
  /** The post whose thread it is in; absent for the post itself. */
  root: string | undefined;
  from: string;
  activity: Json;
  /** Only this user sees it. */
  onlyFor: string | undefined;
  edits: number;
}

export interface Conversation {
  id: string;
  tenant: string;
  kind: 'personal' | 'groupChat' | 'channel';
  name: string;
  team: string | undefined;
  installed: boolean;
  people: Map<string, TeamsPerson>;
  messages: Standing[];
}

export const botId = '28:6f0c1f1e-0a52-4d0b-9b0e-6f5a2f1d7c11';

class Refused extends Error {
  readonly status: number;
  readonly code: string;
  readonly retryAfter: number | undefined;
  constructor(status: number, code: string, retryAfter?: number) {
    super(code);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/** What the Bot Connector keeps and answers. Places are in `tenant` unless they say another. `accepts` is the token it asks for; without one it asks for none. */
export async function aStrictConnector({ tenant, accepts }: { tenant: string; accepts?: string | undefined }) {
  const conversations = new Map<string, Conversation>();
  /** Where it was shown that the companion is writing. */
  const typing: string[] = [];
  const calls: { method: string; path: string; status: number }[] = [];
  let clock = Date.now();
  let targeting = true;
  let trouble: (() => Refused | undefined) | undefined;

  const nextId = (): string => String(++clock);

  function open(
    kind: Conversation['kind'],
    name: string,
    people: TeamsPerson[],
    { team, of = team?.tenant ?? tenant }: { team?: Conversation | undefined; of?: string | undefined } = {},
  ): Conversation {
    const mark = randomBytes(12).toString('hex');
    const ids = { personal: `a:${mark}`, groupChat: `19:${mark}@thread.v2`, channel: `19:${mark}@thread.tacv2` };
    const id = ids[kind];
    const conversation: Conversation = {
      id,
      tenant: of,
      kind,
      name,
      team: kind === 'channel' ? (team?.id ?? id) : undefined,
      installed: team?.installed ?? false,
      people: new Map(people.map((each) => [each.id, each])),
      messages: [],
    };
    conversations.set(id, conversation);
    return conversation;
  }

  function find(id: string): { conversation: Conversation; root: string | undefined } {
    const [plain = '', root] = id.split(';messageid=');
    const conversation = conversations.get(plain);
    if (!conversation) throw new Refused(404, 'ConversationNotFound');
    if (!conversation.installed) throw new Refused(403, 'BotNotInConversationRoster');
    const known =
      root === undefined || conversation.messages.some((message) => message.id === root && message.root === undefined);
    if (root !== undefined && (conversation.kind !== 'channel' || !known)) throw new Refused(404, 'ConversationNotFound');
    return { conversation, root };
  }

  function check(activity: unknown, kind: Conversation['kind']): Json {
    if (typeof activity !== 'object' || activity === null) throw new Refused(400, 'BadSyntax');
    const content = activity as Json;
    const attachments = Array.isArray(content['attachments']) ? content['attachments'] : [];
    if (content['type'] !== 'message' || (!content['text'] && attachments.length === 0)) throw new Refused(400, 'BadSyntax');
    for (const attachment of attachments as Json[]) {
      if (fileCards.has(String(attachment['contentType']))) {
        if (!isFileCard(attachment, kind)) throw new Refused(400, 'BadArgument');
        continue;
      }
      if (attachment['contentType'] !== 'application/vnd.microsoft.card.adaptive') throw new Refused(400, 'BadArgument');
      const problems = cardProblems(attachment['content']);
      if (problems.length > 0) throw new Refused(400, `BadArgument ${problems[0]}`);
    }
    return content;
  }

  function add(conversation: Conversation, root: string | undefined, activity: Json, from: string, onlyFor?: string): string {
    const id = nextId();
    conversation.messages.push({ id, root, from, activity, onlyFor, edits: 0 });
    return id;
  }

  function targetOf(conversation: Conversation, activity: Json): string {
    if (!targeting) throw new Refused(400, 'TargetedMessagesNotSupported');
    if (conversation.kind === 'personal') throw new Refused(400, 'BadArgument');
    const { id } = (activity['recipient'] ?? {}) as Json;
    if (typeof id !== 'string' || !conversation.people.has(id)) throw new Refused(403, 'RecipientNotInConversation');
    return id;
  }

  function create(body: Json): Json {
    const channelData = (body['channelData'] ?? {}) as { tenant?: Json; channel?: Json };
    const within = body['tenantId'];
    if (typeof within !== 'string' || channelData.tenant?.['id'] !== within) throw new Refused(400, 'BadSyntax');
    if (((body['bot'] ?? {}) as Json)['id'] !== botId) throw new Refused(400, 'BadSyntax');
    if (channelData.channel) {
      const { conversation } = find(String(channelData.channel['id']));
      if (conversation.kind !== 'channel' || body['isGroup'] !== true || conversation.tenant !== within)
        throw new Refused(400, 'BadArgument');
      const id = add(conversation, undefined, check(body['activity'], 'channel'), botId);
      return { id: `${conversation.id};messageid=${id}`, activityId: id };
    }
    const [member] = Array.isArray(body['members']) ? (body['members'] as Json[]) : [];
    const user = String(member?.['id']);
    const known = [...conversations.values()].filter((each) => each.installed && each.people.has(user) && each.tenant === within);
    if (known.length === 0) throw new Refused(403, 'ForbiddenOperationException');
    const alone = known.find(({ kind }) => kind === 'personal');
    if (alone) return { id: alone.id };
    const who = known[0]?.people.get(user);
    if (!who) throw new Refused(403, 'ForbiddenOperationException');
    const made = open('personal', who.name, [who], { of: within });
    made.installed = true;
    return { id: made.id };
  }

  function act(method: string, path: string, query: URLSearchParams, body: Json): unknown {
    if (path === '' && method === 'POST') return create(body);
    const [id = '', what = '', which = ''] = path.split('/').map((part) => decodeURIComponent(part));
    const { conversation, root } = find(id);
    const targeted = query.get('isTargetedActivity') === 'true';
    if (what === 'members' && method === 'GET') {
      const found = conversation.people.get(which);
      if (!found) throw new Refused(404, 'MemberNotFoundInConversation');
      return { id: found.id, name: found.name, objectId: found.aadObjectId, tenantId: conversation.tenant, userRole: found.role };
    }
    if (what !== 'activities') throw new Refused(404, 'NotFound');
    if (method === 'POST' && which === '') {
      if (body['type'] === 'typing') {
        typing.push(id);
        return { id: nextId() };
      }
      const onlyFor = targeted ? targetOf(conversation, body) : undefined;
      return { id: add(conversation, root, check(body, conversation.kind), botId, onlyFor) };
    }
    const at = conversation.messages.findIndex((message) => message.id === which);
    const message = conversation.messages[at];
    if (!message || (root !== undefined && message.root !== root && message.id !== root))
      throw new Refused(404, 'ActivityNotFoundInConversation');
    if (message.from !== botId) throw new Refused(403, 'ForbiddenOperationException');
    if (targeted !== (message.onlyFor !== undefined)) throw new Refused(404, 'ActivityNotFoundInConversation');
    if (method === 'DELETE') conversation.messages.splice(at, 1);
    else if (method === 'PUT') Object.assign(message, { activity: check(body, conversation.kind), edits: message.edits + 1 });
    else throw new Refused(405, 'MethodNotAllowed');
    return { id: which };
  }

  const server = createServer((request, response) => {
    void (async () => {
      const url = new URL(request.url ?? '/', 'http://teams');
      const found = /\/v3\/conversations(?:\/(.*))?$/.exec(url.pathname);
      let status = 200;
      let answer: unknown;
      try {
        const text = await readAll(request);
        if (accepts !== undefined && request.headers.authorization !== `Bearer ${accepts}`)
          throw new Refused(401, 'Unauthorized');
        if (!found) throw new Refused(404, 'NotFound');
        if (text.length * 2 > 100_000) throw new Refused(413, 'MessageSizeTooBig');
        const refused = trouble?.();
        if (refused) throw refused;
        answer = act(request.method ?? '', found[1] ?? '', url.searchParams, text === '' ? {} : (JSON.parse(text) as Json));
        if (request.method === 'POST') status = 201;
      } catch (error) {
        status = error instanceof Refused ? error.status : 500;
        answer = {
          error: { code: error instanceof Refused ? error.code : 'ServiceError', message: 'words that nobody may log' },
        };
        if (error instanceof Refused && error.retryAfter !== undefined) response.setHeader('retry-after', error.retryAfter);
      }
      calls.push({ method: request.method ?? '', path: url.pathname + url.search, status });
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    })();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;

  return {
    url,
    conversations,
    calls,
    typing,
    nextId,
    open,
    add,
    /** Whether the clients here know targeted messages. */
    target(on: boolean): void {
      targeting = on;
    },
    /** From now on calls are refused so, until told otherwise. */
    troubled(status?: number, code = 'ServiceError', retryAfter?: number): void {
      trouble = status === undefined ? undefined : () => new Refused(status, code, retryAfter);
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const teamsCard = 'application/vnd.microsoft.teams.card.file';
const fileCards = new Set([`${teamsCard}.consent`, `${teamsCard}.info`]);

/** Files are offered and handed over in conversations of one to one only. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4 */
function isFileCard({ contentType, name, contentUrl, content }: Json, kind: Conversation['kind']): boolean {
  const { description, sizeInBytes, acceptContext, uniqueId, fileType } = (content ?? {}) as Json;
  if (kind !== 'personal' || typeof name !== 'string' || name === '') return false;
  if (contentType === `${teamsCard}.info`)
    return typeof contentUrl === 'string' && typeof uniqueId === 'string' && typeof fileType === 'string';
  return typeof description === 'string' && Number(sizeInBytes) > 0 && typeof acceptContext === 'object';
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
