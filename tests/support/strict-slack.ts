import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGrants } from './strict-slack/grants.ts';
import { answerMethod, type CheckBlocks, fileUrl } from './strict-slack/methods.ts';
import { aPerson } from './strict-slack/people.ts';
import { createSender } from './strict-slack/requests.ts';
import { createSideDoors } from './strict-slack/side-doors.ts';
import { labelsIn, show, type ShownMessage } from './strict-slack/shown.ts';
import { readArgs, readBody, sendJson } from './strict-slack/wire.ts';
import {
  type Channel,
  findChannel,
  findMember,
  type Json,
  makeTeam,
  newId,
  openIm,
  Refusal,
  type Team,
  type TeamOptions,
  type Upload,
  wordsIn,
} from './strict-slack/world.ts';

/**
 * Slack's Web API on this machine, as strict as Slack says it is, and people who use Slack: our own reading of Slack's documentation, for
 * what the counterparts that others wrote do not do. It covers:
 *
 * - refusals: unknown and revoked tokens, permissions that are missing (with `needed`), private channels that cannot be seen, channels the
 *   companion is not in or that are archived, nothing to say, changing another's message, changes of more than 4,000 characters, messages
 *   and threads that are gone, people who cannot be written to, blocks and views that Slack would not draw (`checkBlocks`)
 * - limits: 429 with `Retry-After` for one method of one workspace (`limit`), trigger ids that are good once, for three seconds
 * - bad days: an answer that never comes, connections cut before or after the work was done, HTTP errors (`fails`)
 * - files that the companion gives: an address, the bytes, and where they belong, once; pictures in messages only when they are there
 * - several workspaces at once, each with its token; installation and rotation (`oauth.v2.access`), files behind a token
 * - what people do: signed events, presses, forms, commands and shortcuts, with what `emulate` does not send (mentions, Home, membership)
 *
 * It does not draw anything, sends nothing twice by itself, and does not know a message again by `client_msg_id` (which Slack may).
 */
export async function aStrictSlack(options: StrictSlackOptions = {}) {
  const now = options.now ?? Date.now;
  const teams = new Map((options.teams ?? [{}]).map((each) => makeTeam(each, now)).map((team) => [team.id, team]));
  const signingSecret = options.signingSecret ?? 'a'.repeat(32);
  const triggers = new Map<string, { user: string; at: number; spent: boolean }>();
  const sides = createSideDoors(teams);
  const grants = createGrants();
  const faults: Fault[] = [];
  const limits: Limit[] = [];
  const calls: SlackCall[] = [];
  let { door = '' } = options;

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const url = `${origin}/api/`;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', origin);
    if (pathname.startsWith('/upload/')) return sides.takeUpload(request, pathname, response);
    const body = await readBody(request);
    if (pathname.startsWith('/response/')) return sides.takeResponse(pathname, body, response);
    if (pathname.startsWith('/files-pri/')) return sides.sendFile(request, pathname, response);
    if (!pathname.startsWith('/api/')) return void response.writeHead(404).end();
    const method = pathname.slice('/api/'.length);
    const args = readArgs(request.headers['content-type'], body);
    const token =
      /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ??
      (typeof args['token'] === 'string' ? args['token'] : undefined);
    const team = [...teams.values()].find((each) => each.botToken === token);
    calls.push({ method, args, team: team?.id, at: now() });

    const meant = faults.find((each) => each.times > 0 && each.method === method && (each.team ?? team?.id) === team?.id);
    const fault = meant && meant.after-- <= 0 ? meant : undefined;
    if (fault) {
      fault.times -= 1;
      if (fault.how === 'hangs') return;
      if (fault.how === 'cut before') return void request.socket.destroy();
      if (typeof fault.how === 'object' && 'status' in fault.how) {
        return void response.writeHead(fault.how.status, fault.how.headers).end(fault.how.body ?? '');
      }
      if (typeof fault.how === 'object') return sendJson(response, { ok: false, error: fault.how.error, ...fault.how.more });
    }
    const waitSeconds = overLimit(method, team?.id);
    if (waitSeconds !== undefined) {
      return sendJson(response, { ok: false, error: 'ratelimited' }, 429, { 'retry-after': String(waitSeconds) });
    }
    const answer = answerTo(method, args, token, team);
    if (fault?.how === 'cut after') return void request.socket.destroy();
    sendJson(response, answer, 200, team ? { 'x-oauth-scopes': [...team.scopes].join(',') } : {});
  }

  function answerTo(method: string, args: Json, token: string | undefined, team: Team | undefined): Json {
    try {
      if (method === 'api.test') return { ok: true, args };
      if (method === 'oauth.v2.access') return { ok: true, ...grants.spend(args) };
      if (method === 'apps.connections.open')
        return { ok: false, error: token?.startsWith('xapp-') ? 'internal_error' : 'not_allowed_token_type' };
      if (token === undefined) throw new Refusal('not_authed');
      if (!team) throw new Refusal('invalid_auth');
      if (team.refused !== undefined) throw new Refusal(team.refused);
      const checkBlocks = options.checkBlocks ?? (() => []);
      return { ok: true, ...answerMethod(method, { team, args, url, checkBlocks, spend }) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { ok: false, error: error.code, ...error.more };
    }
  }

  function spend(id: string): { user: string } | string {
    const trigger = triggers.get(id);
    if (!trigger) return 'invalid_trigger_id';
    if (trigger.spent) return 'exchanged_trigger_id';
    if (now() - trigger.at > 3000) return 'expired_trigger_id';
    trigger.spent = true;
    return { user: trigger.user };
  }

  function overLimit(method: string, team: string | undefined): number | undefined {
    const limit = limits.find((each) => each.method === method && each.team === team);
    if (!limit) return undefined;
    const at = now();
    limit.taken = limit.taken.filter((each) => at - each < limit.perMs);
    const [oldest] = limit.taken;
    if (limit.taken.length < limit.calls || oldest === undefined) return void limit.taken.push(at);
    return Math.max(1, Math.ceil((oldest + limit.perMs - at) / 1000));
  }

  const teamOf = (name?: string): Team => {
    const found = name === undefined ? [...teams.values()][0] : teams.get(name);
    if (!found) throw new Error(`There is no team ${name}.`);
    return found;
  };
  const channelOf = (name: string, team?: string): Channel => {
    if (team === undefined) for (const each of teams.values()) if (each.channels.has(name)) return findChannel(each, name);
    return findChannel(teamOf(team), name);
  };

  const sender = createSender({ door: () => door, signingSecret, now });
  const people = {
    sender,
    url,
    trigger(user: string): string {
      const id = newId('trigger');
      triggers.set(id, { user, at: now(), spent: false });
      return id;
    },
    responseUrl: (team: Team, channel: Channel, user: string): string => `${origin}${sides.add(team, channel, user)}`,
  };

  return {
    /** The root of the Web API: `SLACK_API_URL`. */
    url,
    signingSecret,
    /** Every call, oldest first, refused ones too. */
    calls,
    /** How often a method was called, in one team if it is named. */
    called: (method: string, team?: string): number =>
      calls.filter((call) => call.method === method && (team ?? call.team) === call.team).length,
    /** Where our door is; needed before anybody does anything. */
    opensDoor(address: string): void {
      door = address;
    },

    /** The first team, or the one with this id. */
    team: teamOf,
    teams: (): Team[] => [...teams.values()],
    /** One more team, from now on. */
    opensTeam(options: TeamOptions): Team {
      const team = makeTeam(options, now);
      teams.set(team.id, team);
      return team;
    },
    user: (name: string, team?: string): string => findMember(teamOf(team), name).id,
    channel: (name: string, team?: string): string => findChannel(teamOf(team), name).id,
    /** The conversation of one person and the companion. */
    direct: (name: string, team?: string): string => openIm(teamOf(team), findMember(teamOf(team), name).id).id,
    person: (name: string, team?: string) => aPerson(people, teamOf(team), name),

    /** What stands in a channel, oldest first: for everybody, or as one person (by id) sees it. */
    messages(channel: string, { as, team }: { as?: string; team?: string } = {}): ShownMessage[] {
      const { messages } = channelOf(channel, team);
      const seen = messages.filter(({ onlyFor }) => onlyFor === undefined || onlyFor === as);
      return seen.map((message) =>
        show(
          message,
          [...teams.values()].map(({ botUser }) => botUser),
        ),
      );
    },

    /** The files that the companion put into a team, oldest first. */
    uploads: (team?: string): Upload[] => [...teamOf(team).uploads.values()],
    /** From now on Slack looks so often at each new picture before it shows it. */
    looksAtPictures(times: number, team?: string): void {
      teamOf(team).looks = times;
    },

    /** What a person sees in App Home. */
    home(name: string, team?: string): { view: Json; text: string; buttons: string[] } | undefined {
      const found = teamOf(team).homes.get(findMember(teamOf(team), name).id);
      return found && { view: found.view, text: wordsIn(found.view['blocks']), buttons: labelsIn(found.view['blocks']) };
    },
    /** Somebody deletes a message without anybody being told. */
    loses(channel: string, ts: string): void {
      const { messages } = channelOf(channel);
      messages.splice(
        messages.findIndex((message) => message.ts === ts),
        1,
      );
    },
    /** A file that a person can add to a message, as Slack describes it in events. */
    aFile(
      file: { name: string; type: string; bytes: Uint8Array },
      { team, listed = true }: { team?: string; listed?: boolean } = {},
    ): Json {
      const owner = teamOf(team);
      const id = newId('F');
      owner.files.set(id, { ...file, listed });
      if (!listed) return { id, file_access: 'check_file_info' };
      return {
        id,
        name: file.name,
        mimetype: file.type,
        size: file.bytes.length,
        mode: 'hosted',
        url_private_download: fileUrl(url, owner, id),
      };
    },

    /** The next calls of a method go wrong, in one team if it is named; `after` so many that go well. */
    fails(
      method: string,
      how: Fault['how'],
      { team, times = 1, after = 0 }: { team?: string; times?: number; after?: number } = {},
    ): void {
      faults.push({ method, how, team, times, after });
    },
    /** Nothing goes wrong any more. */
    recovers(): void {
      faults.length = 0;
    },
    /** So many calls of a method in one team within a time; the next is told to wait. */
    limit(method: string, { team = teamOf().id, calls: most, perMs }: { team?: string; calls: number; perMs: number }): void {
      limits.push({ method, team, calls: most, perMs, taken: [] });
    },
    /** The team's token no longer counts. */
    revokes(team?: string, code = 'token_revoked'): void {
      teamOf(team).refused = code;
    },
    /** A code with which somebody comes back from saying yes to an installation. With a refresh token, the token it gives runs out. */
    grants: ({ team, ...rotating }: { team?: string; refreshToken?: string; expiresIn?: number } = {}): string =>
      grants.add(teamOf(team), rotating),
    /** What this refresh token will give, once. */
    renews(
      refreshToken: string,
      { team, ...next }: { team?: string; accessToken: string; refreshToken: string; expiresIn?: number },
    ): void {
      grants.set(refreshToken, teamOf(team), next);
    },
    /** The newest event once more. */
    again: (num?: number) => sender.again(num),

    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type StrictSlack = Awaited<ReturnType<typeof aStrictSlack>>;

export interface StrictSlackOptions {
  teams?: TeamOptions[];
  signingSecret?: string;
  /** Where events go: the address of `POST /slack/events`. */
  door?: string;
  checkBlocks?: CheckBlocks;
  /** The time, in milliseconds: of messages, events, triggers and limits. */
  now?: () => number;
}

export interface SlackCall {
  method: string;
  args: Json;
  team: string | undefined;
  at: number;
}

interface Fault {
  method: string;
  team: string | undefined;
  times: number;
  after: number;
  how:
    | 'hangs'
    | 'cut before'
    | 'cut after'
    | { error: string; more?: Json }
    | { status: number; headers?: Record<string, string>; body?: string };
}

interface Limit {
  method: string;
  team: string;
  calls: number;
  perMs: number;
  taken: number[];
}
