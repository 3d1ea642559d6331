import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { receiving } from '../limits.ts';

/** `stale`: signed by Slack, and too far from our time: sent again by somebody, or a clock is wrong by `seconds`. */
export type Verdict = { ok: true } | { ok: false; because: 'signature' } | { ok: false; because: 'stale'; seconds: number };

/** Whether Slack sent these bytes, now. https://docs.slack.dev/authentication/verifying-requests-from-slack */
export function verify(secret: string, headers: IncomingHttpHeaders, body: Buffer, now: Date): Verdict {
  const timestamp = headers['x-slack-request-timestamp'];
  const signature = headers['x-slack-signature'];
  if (typeof timestamp !== 'string' || !/^\d{1,12}$/.test(timestamp)) return { ok: false, because: 'signature' };
  if (typeof signature !== 'string') return { ok: false, because: 'signature' };
  const expected = Buffer.from(`v0=${createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex')}`);
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return { ok: false, because: 'signature' };
  const seconds = Number(timestamp) - Math.floor(now.getTime() / 1000);
  return Math.abs(seconds) <= receiving.clockSeconds ? { ok: true } : { ok: false, because: 'stale', seconds };
}
