import { setTimeout as sleep } from 'node:timers/promises';
import type { Incoming, PlatformName } from '../../core/incoming.ts';
import { DeliveryFailure, type PersonFacts, type Platform } from '../../ports.ts';
import { type Db, withAccess } from '../../store/database.ts';
import type { Log } from '../../store/log.ts';
import { neverLookedUpSince, type User } from '../../store/people.ts';
import type { Needs } from '../needs.ts';
import { learnPerson } from './learn-person.ts';

/** Looks up the people whom turns bring, beside the turns: nothing of it fails one or holds one up. */
export interface Learner {
  /** After a turn: its sender, when nobody looked them up for a day. */
  after(incoming: Incoming): void;
  /** Once nothing is being looked up any more. */
  idle(): Promise<void>;
  /** Looks nobody else up, and waits a moment for what is under way: whoever is left is looked up after their next turn. */
  stop(): Promise<void>;
}

/** What a platform tells is looked up anew after this. */
export const factsKeptMs = 24 * 3_600_000;
/** After a platform failed to answer. */
const restMs = 10 * 60_000;
const mostAtOnce = 3;
const stopMs = 5000;
const mostRemembered = 10_000;

/** Those of these users who are known here, and whom nobody has looked up for a day, or ever. */
export const peopleToLearn = (db: Db, users: readonly User[], now: Date): Promise<User[]> =>
  withAccess(db, { kind: 'routing' }, (tx) => neverLookedUpSince(tx, users, new Date(now.getTime() - factsKeptMs)));

export function createLearner(needs: Needs & { log: Log; platforms: readonly Pick<Platform, 'name' | 'findPerson'>[] }): Learner {
  const { db, clock, log } = needs;
  const platforms = new Map<PlatformName, Pick<Platform, 'findPerson'>>(needs.platforms.map((each) => [each.name, each]));
  /** When each of them need not be asked about again before. */
  const restsUntil = new Map<string, number>();
  const waiting: { user: User; told: PersonFacts }[] = [];
  let working = 0;
  let isStopping = false;
  let rested: (() => void)[] = [];

  function rest(key: string, until: number): void {
    restsUntil.delete(key);
    restsUntil.set(key, until);
    const oldest = restsUntil.size > mostRemembered ? restsUntil.keys().next().value : undefined;
    if (oldest !== undefined) restsUntil.delete(oldest);
  }

  async function learn(user: User, told: PersonFacts): Promise<void> {
    const now = clock.now();
    const [due] = await peopleToLearn(db, [user], now);
    // Not due, or not known here: somebody who only invited the companion may yet say something.
    if (!due) {
      rest(keyOf(user), now.getTime() + restMs);
      return;
    }
    const platform = platforms.get(user.platform);
    const found = platform?.findPerson ? await platform.findPerson(user.workspace, user.user) : undefined;
    await learnPerson(needs, user, { ...told, ...found });
  }

  async function work(): Promise<void> {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { user, told } = next;
      try {
        await learn(user, told);
      } catch (err) {
        rest(keyOf(user), clock.now().getTime() + (err instanceof DeliveryFailure ? (err.retryAfterMs ?? restMs) : restMs));
        log.warn({ err, platform: user.platform }, 'Somebody could not be looked up; it is tried again later');
      }
    }
  }

  async function idle(): Promise<void> {
    if (working > 0) await new Promise<void>((resolve) => rested.push(resolve));
  }

  return {
    after({ kind, sender }) {
      if (kind === 'place' || isStopping) return;
      const { platform, workspace, user, name, language, timeZone, guest } = sender;
      const key = keyOf(sender);
      const now = clock.now().getTime();
      if ((restsUntil.get(key) ?? 0) > now) return;
      rest(key, now + factsKeptMs);
      const told: PersonFacts = {
        ...(name !== undefined && { name }),
        ...(language && { language }),
        ...(timeZone !== undefined && { timeZone }),
        ...(guest !== undefined && { guest }),
      };
      waiting.push({ user: { platform, workspace, user }, told });
      if (working >= mostAtOnce) return;
      working++;
      void work().finally(() => {
        working--;
        if (working > 0) return;
        for (const done of rested) done();
        rested = [];
      });
    },
    idle,
    async stop() {
      isStopping = true;
      waiting.length = 0;
      await Promise.race([idle(), sleep(stopMs, undefined, { ref: false })]);
    },
  };
}

const keyOf = ({ platform, workspace, user }: User): string => JSON.stringify([platform, workspace, user]);
