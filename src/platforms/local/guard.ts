import type { IncomingMessage } from 'node:http';
import { Refusal } from './refusal.ts';

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);
const loopbackAddress = /^(127\.|::1$|::ffff:127\.)/;

/**
 * Refuses callers who are not on this machine and did not come through one of the named hosts (against DNS rebinding), and pages of
 * other sites that act through a person's browser. `hosts` are names, with or without a port.
 */
export function checkCaller(request: IncomingMessage, hosts: readonly string[]): void {
  const host = request.headers.host?.toLowerCase();
  const name = host?.replace(/:\d*$/, '');
  if (!host || !name) throw new Refusal(403, 'host');
  const named = hosts.some((one) => one.toLowerCase() === host || one.toLowerCase() === name);
  const here = loopbackNames.has(name) && loopbackAddress.test(request.socket.remoteAddress ?? '');
  if (!named && !here) throw new Refusal(403, 'host');

  const opensPage = request.method === 'GET' && request.headers['sec-fetch-mode'] === 'navigate';
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !opensPage) throw new Refusal(403, 'origin');
  const origin = request.headers.origin?.toLowerCase();
  if (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`) throw new Refusal(403, 'origin');
}
