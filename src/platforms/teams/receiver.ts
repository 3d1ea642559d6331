import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Wording } from '../../core/words.ts';
import type { Clock, Door, Receive, SaidMessages, Workspaces } from '../../ports.ts';
import { type Activity, parseActivity, parseEnvelope } from './activity.ts';
import type { BotFramework } from './adapter.ts';
import type { Cards } from './cards.ts';
import type { Connector } from './connector.ts';
import type { Consent } from './consent.ts';
import { isConnector, isLoopback } from './hosts.ts';
import { createTenants } from './install.ts';
import { createInvokes, type InvokeAnswer } from './invokes.ts';
import { receiving } from './limits.ts';
import { parsePress } from './parse/actions.ts';
import { readFiles } from './parse/files.ts';
import { parse } from './parse.ts';
import type { Log, TeamsSettings } from './settings.ts';
import { createTyping } from './typing.ts';

/** What became of a request that was not simply dealt with: for the figures. */
export type DoorOutcome = 'unauthorized' | 'unreadable' | 'unknown-workspace' | 'stopped-workspace' | 'late' | 'failed';

export interface ReceiverNeeds {
  settings: TeamsSettings;
  framework: BotFramework;
  connector: Connector;
  receive: Receive;
  workspaces: Workspaces;
  said: SaidMessages;
  cards: Cards;
  consent: Pick<Consent, 'take'>;
  wording: Wording;
  clock: Clock;
  log: Log;
  count: (outcome: DoorOutcome) => void;
}

/**
 * The door of Teams. A message is answered 200 once it is stored, and 5xx when it is not, so that it comes again; a button or a dialog is
 * answered with words or a dialog. Nothing of an error, of a token or of what was sent reaches an answer.
 */
export function createDoor(needs: ReceiverNeeds): Door {
  const { settings, framework, receive, clock, log, cards, count } = needs;
  const tenants = createTenants(needs);
  const invokes = createInvokes(needs);
  const typingWhile = createTyping(needs);

  return {
    method: 'POST',
    path: '/api/messages',
    async handle(request, response) {
      const controller = new AbortController();
      const late = sleep(receiving.answerMs, 'late' as const, { signal: controller.signal, ref: false }).catch(
        () => 'late' as const,
      );
      let activity: Activity | undefined;
      const work = deal(request, (read) => void (activity = read));
      const failing = (err: unknown): InvokeAnswer => failed(err, activity);
      const answered = await Promise.race([work.catch(failing), late]);
      controller.abort();
      if (answered !== 'late') return send(request, response, answered);
      count('late');
      work.catch(failing);
      log.warn({ kind: activity?.type }, 'An activity of Teams took too long; it comes again, or the person was told');
      send(request, response, unanswered(activity));
    },
  };

  function failed(err: unknown, activity: Activity | undefined): InvokeAnswer {
    count('failed');
    log.error(
      { err, kind: activity?.type },
      'An activity of Teams could not be dealt with; it comes again, or the person was told',
    );
    return unanswered(activity);
  }

  function unanswered(activity: Activity | undefined): InvokeAnswer {
    return activity?.type === 'invoke' ? invokes.notSaved(activity) : { status: 503 };
  }

  async function deal(request: IncomingMessage, onRead: (activity: Activity) => void): Promise<InvokeAnswer> {
    const { authorization } = request.headers;
    if (settings.withoutAuth ? !isHere(request) : !authorization) return refuse();
    const body = await readBody(request);
    if (!body.ok) return unreadable(body.status);
    const envelope = parseEnvelope(body.json);
    if (!envelope) return unreadable(400);
    if (!isConnector(envelope.serviceUrl, { loopback: settings.withoutAuth })) return refuse();
    if (!settings.withoutAuth && !(await framework.mayCall(authorization, envelope))) return refuse();
    const activity = parseActivity(body.json);
    if (!activity) return unreadable(400);
    onRead(activity);
    const admission = await tenants.admit(activity);
    if (admission !== 'known') {
      count(admission === 'unknown' ? 'unknown-workspace' : 'stopped-workspace');
      return { status: 200 };
    }
    return activity.type === 'invoke' ? invokes.answer(activity) : take(activity);
  }

  async function take(activity: Activity): Promise<InvokeAnswer> {
    const now = clock.now();
    const sent = activity.type === 'message' && activity.value ? cards.readSubmit(activity.value) : undefined;
    const pressed = sent && parsePress(activity, sent, now);
    const incomings = pressed ? [pressed] : parse(activity, now);
    if (activity.type === 'message' && incomings.length > 0) {
      const { ignored } = readFiles(activity);
      if (ignored.length > 0)
        log.info({ types: ignored }, 'Attachments of a kind that cannot be fetched were left out of a message');
    }
    // In order: each is stored before the next one, and a copy of those that were is nothing new.
    for (const incoming of incomings) await typingWhile(activity, incoming, () => receive(incoming));
    return { status: 200 };
  }

  function refuse(): InvokeAnswer {
    count('unauthorized');
    return { status: 401 };
  }

  function unreadable(status: number): InvokeAnswer {
    count('unreadable');
    return { status };
  }
}

/** Whether a request comes from this machine, and was not passed on by a proxy or led here by a page of another site. */
function isHere(request: IncomingMessage): boolean {
  const passedOn = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'via', 'x-real-ip'].some(
    (name) => name in request.headers,
  );
  const name = URL.parse(`http://${request.headers.host ?? ''}`)?.hostname ?? '';
  return !passedOn && !('origin' in request.headers) && isLoopback(request.socket.remoteAddress ?? '') && isLoopback(name);
}

type Body = { ok: true; json: unknown } | { ok: false; status: number };

async function readBody(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  let size = 0;
  if (Number(request.headers['content-length'] ?? 0) > receiving.bodyBytes) return { ok: false, status: 413 };
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      if (!Buffer.isBuffer(chunk)) return { ok: false, status: 400 };
      size += chunk.length;
      if (size > receiving.bodyBytes) return { ok: false, status: 413 };
      chunks.push(chunk);
    }
    return { ok: true, json: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))) as unknown };
  } catch {
    return { ok: false, status: 400 };
  }
}

function send(request: IncomingMessage, response: ServerResponse, { status, body }: InvokeAnswer): void {
  if (response.headersSent || response.destroyed) return;
  response.setHeader('cache-control', 'no-store');
  // What was not read is not waited for.
  if (!request.complete) response.setHeader('connection', 'close');
  if (status === 503) response.setHeader('retry-after', '2');
  if (body === undefined) {
    response.writeHead(status).end();
    return;
  }
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}
