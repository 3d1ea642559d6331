import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Channel, type Json, newId, newTs, type Team } from './world.ts';

/** Slack's addresses beside the Web API: `response_url`s, good five times, and files, for whoever may read them. */
export function createSideDoors(teams: ReadonlyMap<string, Team>) {
  const responseUrls = new Map<string, { team: Team; channel: Channel; user: string; left: number }>();

  return {
    add(team: Team, channel: Channel, user: string): string {
      const path = `/response/${newId('R')}`;
      responseUrls.set(path, { team, channel, user, left: 5 });
      return path;
    },

    takeResponse(pathname: string, body: string, response: ServerResponse): void {
      const found = responseUrls.get(pathname);
      if (!found || found.left-- <= 0) return void response.writeHead(404).end('expired_url');
      const said = JSON.parse(body) as Json;
      found.channel.messages.push({
        ts: newTs(found.team),
        user: found.team.botUser,
        text: typeof said['text'] === 'string' ? said['text'] : undefined,
        blocks: Array.isArray(said['blocks']) ? (said['blocks'] as Json[]) : [],
        thread: typeof said['thread_ts'] === 'string' ? said['thread_ts'] : undefined,
        onlyFor: said['response_type'] === 'in_channel' ? undefined : found.user,
        metadata: undefined,
        clientId: undefined,
        edited: false,
        pinned: false,
      });
      response.writeHead(200).end('ok');
    },

    /** The second step of an upload: its bytes, without a token, and as many as were announced. */
    async takeUpload(request: IncomingMessage, pathname: string, response: ServerResponse): Promise<void> {
      const [, teamId = '', fileId = ''] = /^\/upload\/(T\w+)-(F\w+)$/.exec(pathname) ?? [];
      const upload = teams.get(teamId)?.uploads.get(fileId);
      const pieces: Buffer[] = [];
      for await (const piece of request) pieces.push(piece as Buffer);
      const bytes = Buffer.concat(pieces);
      const isFine = upload && !upload.bytes && bytes.length === upload.length && request.headers.authorization === undefined;
      if (!isFine) return void response.writeHead(400).end('no');
      upload.bytes = bytes;
      response.writeHead(200).end(`OK - ${bytes.length}`);
    },

    sendFile(request: IncomingMessage, pathname: string, response: ServerResponse): void {
      const [, teamId = '', fileId = ''] = /^\/files-pri\/(T\w+)-(F\w+)\//.exec(pathname) ?? [];
      const team = teams.get(teamId);
      const file = team?.files.get(fileId);
      if (!team || !file) return void response.writeHead(404).end();
      const mayRead = request.headers.authorization === `Bearer ${team.botToken}` && team.scopes.has('files:read');
      // Slack does not say no: it shows whoever has no right its page to sign in.
      if (!mayRead)
        return void response
          .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
          .end('<!DOCTYPE html><title>Slack</title>');
      response.writeHead(200, { 'content-type': file.type }).end(file.bytes);
    },
  };
}
