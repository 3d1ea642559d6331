import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../../ports.ts';
import { sending } from '../limits.ts';

const cookieName = 'vises-slack-install';

/**
 * What an installation carries to Slack and back, so that nobody can make another person's browser finish an installation they began:
 * signed, good for ten minutes, and bound to the browser by a cookie. Nothing is kept, so any process may take the answer.
 */
export function createStates({ secret, clock, secure }: { secret: string; clock: Clock; secure: boolean }) {
  const attributes = `Path=/slack; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  const sign = (text: string): string => createHmac('sha256', secret).update(text).digest('base64url');

  return {
    give(chosen: readonly string[]): { state: string; cookie: string } {
      const text = [randomBytes(16).toString('base64url'), clock.now().getTime(), chosen.join('+')].join('.');
      const state = `${text}.${sign(text)}`;
      return { state, cookie: `${cookieName}=${state}; Max-Age=${sending.installMs / 1000}; ${attributes}` };
    },

    /** Whether this came back to the browser it was given to, in time and unchanged. */
    check(state: string | null, cookies: string | undefined): boolean {
      if (state === null) return false;
      const cookie = (cookies ?? '').split(/;\s*/).find((each) => each.startsWith(`${cookieName}=`));
      if (cookie === undefined || !same(cookie.slice(cookieName.length + 1), state)) return false;
      const at = state.lastIndexOf('.');
      const text = state.slice(0, at);
      if (at < 0 || !same(state.slice(at + 1), sign(text))) return false;
      const ageMs = clock.now().getTime() - Number(text.split('.')[1]);
      return ageMs >= 0 && ageMs <= sending.installMs;
    },

    /** Takes the cookie back. */
    spent: `${cookieName}=; Max-Age=0; ${attributes}`,
  };
}

function same(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}
