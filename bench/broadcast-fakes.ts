import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What every message of the measured broadcast says, so that it is told from replies. */
export const mark = 'Commencez par une seule question';

/** What is wrong with a channel: it was archived, its workspace took the token back, or the answer to its message is lost. */
export type Trouble = 'archived' | 'revoked' | 'ambiguous';

/** So many in so many seconds; more is refused with a time to wait. */
interface Limit {
  most: number;
  seconds: number;
}

/**
 * The numbers that the platforms write down. Slack: one message a second in a channel, bursts aside, and "several hundred" a minute in a
 * workspace, of which 200 are counted on. Teams: 7 in 1 s, 8 in 2 s and 60 in 30 s in a conversation, 50 a second in a tenant.
 */
const limits = {
  slack: { channel: [{ most: 14, seconds: 10 }], workspace: [{ most: 200, seconds: 60 }] },
  teams: {
    channel: [
      { most: 7, seconds: 1 },
      { most: 8, seconds: 2 },
      { most: 60, seconds: 30 },
    ],
    workspace: [{ most: 50, seconds: 1 }],
  },
} satisfies Record<'slack' | 'teams', Record<'channel' | 'workspace', Limit[]>>;

export interface Arrived {
  workspace: string;
  channel: string;
  atMs: number;
  isTip: boolean;
}

/** Slack's Web API and the Bot Connector on one port, with their throttles and their bad days. `placeOf` knows the channels by key. */
export async function throttledPlatforms(placeOf: (channel: string) => { workspace: string; trouble?: Trouble } | undefined) {
  const taken = new Map<string, number[]>();
  const arrived: Arrived[] = [];
  const waiting = new Map<string, () => void>();
  const spent = new Set<string>();
  let refused = 0;
  let posted = 0;

  /** Seconds to wait, or nothing when it may pass. */
  function mustWait(scopes: [string, readonly Limit[]][], now: number): number | undefined {
    for (const [scope, rules] of scopes) {
      const times = taken.get(scope) ?? [];
      for (const { most, seconds } of rules) {
        const recent = times.filter((at) => at > now - seconds * 1000);
        const [first] = recent;
        if (recent.length >= most && first !== undefined) return Math.max(1, Math.ceil((first + seconds * 1000 - now) / 1000));
      }
    }
    for (const [scope] of scopes) {
      const times = (taken.get(scope) ?? []).filter((at) => at > now - 60_000);
      times.push(now);
      taken.set(scope, times);
    }
    return undefined;
  }

  type Answer = { status: number; body: object; retryAfter?: number; lost?: boolean };

  function take(platform: 'slack' | 'teams', channel: string, isTip: boolean, fine: Answer): Answer {
    const place = placeOf(channel);
    if (!place) return fine;
    const now = Date.now();
    const { trouble, workspace } = place;
    if (trouble === 'revoked')
      return platform === 'slack'
        ? slackError('token_revoked')
        : { status: 403, body: { error: { code: 'BotNotInConversationRoster' } } };
    if (trouble === 'archived')
      return platform === 'slack'
        ? slackError('is_archived')
        : { status: 404, body: { error: { code: 'ConversationNotFound' } } };
    const wait = mustWait(
      [
        [channel, limits[platform].channel],
        [workspace, limits[platform].workspace],
      ],
      now,
    );
    if (wait !== undefined) {
      refused++;
      return { status: 429, body: { ok: false, error: 'ratelimited' }, retryAfter: wait };
    }
    arrived.push({ workspace, channel, atMs: now, isTip });
    if (!isTip) {
      waiting.get(channel)?.();
      waiting.delete(channel);
    }
    if (isTip && trouble === 'ambiguous' && !spent.has(channel)) {
      spent.add(channel);
      return { ...fine, lost: true };
    }
    return fine;
  }

  const slackError = (error: string): Answer => ({ status: 200, body: { ok: false, error } });

  function answer(method: string, path: string, body: string, type: string): Answer {
    if (path.startsWith('/api/')) return answerSlack(path.slice('/api/'.length), body, type);
    if (path === '/openid' || path === '/keys') return { status: 200, body: path === '/keys' ? { keys: [] } : {} };
    const [, id, what] = /\/v3\/conversations(?:\/([^/]+)\/(\w+))?/.exec(path) ?? [];
    if (what === 'members') return { status: 200, body: { id: '29:samira', name: 'Samira' } };
    const activity = String(1_700_000_000_000 + posted++);
    if (method !== 'POST') return { status: 200, body: { id: activity } };
    const channel = id === undefined ? teamsChannelIn(body) : decodeURIComponent(id).split(';')[0];
    const made = id === undefined ? { id: `${channel};messageid=${activity}`, activityId: activity } : { id: activity };
    return take('teams', channel ?? '', body.includes(mark), { status: 201, body: made });
  }

  function answerSlack(method: string, body: string, type: string): Answer {
    const channel = slackChannelIn(body, type) ?? '';
    const ts = `${1_700_000_000 + Math.floor(posted / 1_000_000)}.${String(posted++ % 1_000_000).padStart(6, '0')}`;
    if (method === 'auth.test')
      return { status: 200, body: { ok: true, team_id: 'T0', user_id: 'U0COMPANION', bot_id: 'B0COMPANION' } };
    if (method === 'conversations.open') return { status: 200, body: { ok: true, channel: { id: 'D0DESK' } } };
    const fine: Answer = { status: 200, body: { ok: true, channel, ts, message_ts: ts } };
    if (method !== 'chat.postMessage' && method !== 'chat.postEphemeral') return fine;
    return take('slack', channel, decodeURIComponent(body.replaceAll('+', ' ')).includes(mark), fine);
  }

  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const path = (request.url ?? '').split('?')[0] ?? '';
      const given = answer(
        request.method ?? 'GET',
        path,
        Buffer.concat(parts).toString(),
        String(request.headers['content-type']),
      );
      if (given.lost) return void request.socket.destroy();
      response.setHeader('content-type', 'application/json');
      if (given.retryAfter !== undefined) response.setHeader('retry-after', String(given.retryAfter));
      response.writeHead(given.status).end(JSON.stringify(given.body));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    slackUrl: `${url}/api/`,
    connectorUrl: url,
    openIdUrl: `${url}/openid`,
    /** What stands in channels, in the order it arrived. */
    arrived: arrived as readonly Arrived[],
    /** Times that somebody was told to wait. */
    get refused(): number {
      return refused;
    },
    /** Resolves when a reply arrives in this channel. */
    hears: (channel: string) => new Promise<void>((resolve) => void waiting.set(channel, resolve)),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function slackChannelIn(body: string, type: string): string | undefined {
  if (type.startsWith('application/json')) return (JSON.parse(body) as { channel?: string }).channel;
  return new URLSearchParams(body).get('channel') ?? undefined;
}

const teamsChannelIn = (body: string): string | undefined =>
  (JSON.parse(body) as { channelData?: { channel?: { id?: string } } }).channelData?.channel?.id;
