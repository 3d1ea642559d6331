import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Door } from '../../../ports.ts';
import type { ReceiverNeeds } from './answer.ts';
import type { Intake } from './intake.ts';
import { receiving } from '../limits.ts';
import { verify } from './signature.ts';

/** Where Slack posts events, clicks, forms, shortcuts and commands: 200 once they are stored, 503 when they could not be. */
export function createDoor(
  { clock, log, figures }: Pick<ReceiverNeeds, 'clock' | 'log' | 'figures'>,
  signingSecret: string,
  intake: Intake,
): Door {
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const since = performance.now();
    const raw = await readRaw(request);
    if (raw === 'broken off') return void response.destroy();
    if (raw === 'too large') {
      figures.unrouted('too-large');
      response.setHeader('connection', 'close');
      return send(response, 413);
    }
    const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
    const form = type === 'application/x-www-form-urlencoded' ? new URLSearchParams(raw.toString()) : undefined;
    // Slack looks whether the address is there, without a signature: nothing else in such a request counts.
    if (form?.get('ssl_check') === '1') return send(response, 200);
    const verdict = verify(signingSecret, request.headers, raw, clock.now());
    if (!verdict.ok) {
      figures.unrouted(verdict.because);
      if (verdict.because === 'stale') {
        log.warn(
          { seconds: verdict.seconds },
          'A signed request is too far from our time: it was sent again, or this clock is wrong',
        );
      }
      return send(response, 401);
    }
    const body = readBody(raw, form);
    if (isVerification(body)) return send(response, 200, { challenge: body.challenge });
    const retry = retryOf(request);
    const answer = await intake.answer({ body, since, ...(retry && { retry }) });
    send(response, answer.again ? 503 : 200, answer.body);
    intake.follow(answer);
  }
  return { method: 'POST', path: '/slack/events', handle };
}

/** JSON, a form whose `payload` is JSON, or the fields of a command. What is neither counts as malformed further on. */
function readBody(raw: Buffer, form: URLSearchParams | undefined): unknown {
  try {
    if (!form) return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(raw));
    const payload = form.get('payload');
    return payload === null ? Object.fromEntries(form) : JSON.parse(payload);
  } catch {
    return undefined;
  }
}

/** https://docs.slack.dev/reference/events/url_verification */
function isVerification(body: unknown): body is { challenge: string } {
  return (
    typeof body === 'object' &&
    body !== null &&
    'type' in body &&
    body.type === 'url_verification' &&
    'challenge' in body &&
    typeof body.challenge === 'string'
  );
}

/** https://docs.slack.dev/apis/events-api/#retries */
function retryOf({ headers }: IncomingMessage): { num: number; because?: string } | undefined {
  const num = Number(headers['x-slack-retry-num']);
  const because = headers['x-slack-retry-reason'];
  if (!Number.isInteger(num) || num < 1) return undefined;
  return { num, ...(typeof because === 'string' && { because: because.slice(0, 40) }) };
}

/** The bytes as they came, which is what was signed. */
function readRaw(request: IncomingMessage): Promise<Buffer | 'too large' | 'broken off'> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= receiving.bodyBytes) chunks.push(chunk);
      else {
        // The rest is let through unread, so that the caller hears why instead of a broken line.
        chunks.length = 0;
        resolve('too large');
      }
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', () => resolve('broken off'));
    request.once('close', () => resolve('broken off'));
  });
}

function send(response: ServerResponse, status: number, body?: object): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, { 'cache-control': 'no-store', ...(body && { 'content-type': 'application/json; charset=utf-8' }) });
  response.end(body && JSON.stringify(body));
}
