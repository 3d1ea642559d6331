import type { IncomingMessage } from 'node:http';
import { Refusal } from './refusal.ts';

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);
const passedOnBy = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];
const loopbackAddress = /^(127\.|::1$|::ffff:127\.)/;

/**
 * Refuses callers who are not on this machine and did not come through one of the named hosts (against DNS rebinding), and pages of
 * other sites that act through a person's browser. `hosts` are names, with or without a port.
 */
export function checkCaller(request: IncomingMessage, hosts: readonly string[]): void {
  const host = request.headers.host?.toLowerCase();
  const name = host?.replace(/:\d*$/, '');
  if (!host || !name) throw new Refusal(403, 'host');
  const isNamed = (one: string): boolean => hosts.some((host) => [one, one.replace(/:\d*$/, '')].includes(host.toLowerCase()));
  // What a proxy on this machine passes on comes from elsewhere; an operator says so by naming a host.
  const isPassedOn = hosts.length === 0 && passedOnBy.some((header) => header in request.headers);
  const here = loopbackNames.has(name) && loopbackAddress.test(request.socket.remoteAddress ?? '') && !isPassedOn;
  if (!isNamed(host) && !here) throw new Refusal(403, 'host');

  const opensPage = request.method === 'GET' && request.headers['sec-fetch-mode'] === 'navigate';
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !opensPage) throw new Refusal(403, 'origin');
  const origin = request.headers.origin?.toLowerCase();
  if (origin === undefined) return;
  const from = /^https?:\/\/(.+)$/.exec(origin)?.[1];
  if (from === undefined || (from !== host && !isNamed(from))) throw new Refusal(403, 'origin');
}
