import { sql } from 'kysely';
import type { Sender } from '../core/incoming.ts';
import { codeMinutes, mostTries } from '../core/links.ts';
import type { Tx } from './database.ts';

type Guesser = Pick<Sender, 'platform' | 'workspace' | 'user'>;

const forgottenAfterMs = codeMinutes * 60_000;
const whoIs = ({ platform, workspace, user }: Guesser): string => `${platform}/${workspace}/${user}`;

/**
 * Whether somebody typed so many codes that open nothing, in a quarter of an hour, that none of theirs is looked at, be it right or wrong.
 * One limit for every kind of code: invitations, handovers, accounts and mirrors. Tries of one person come one after the other. In routing.
 */
export async function mustWait(tx: Tx, sender: Guesser, now: Date): Promise<boolean> {
  const who = whoIs(sender);
  // So that many at once are counted too.
  await sql`select pg_advisory_xact_lock(hashtext(${`vises code ${who}`}))`.execute(tx);
  const { n } = await tx
    .selectFrom('code_guesses')
    .select(sql<number>`count(*)::int`.as('n'))
    .where('who', '=', who)
    .where('at', '>', new Date(now.getTime() - forgottenAfterMs))
    .executeTakeFirstOrThrow();
  return n >= mostTries;
}

/** Counts a code that opened nothing, and forgets those that no longer count. Who must wait waits no longer by trying on. In routing. */
export async function addGuess(tx: Tx, sender: Guesser, now: Date): Promise<void> {
  await tx
    .deleteFrom('code_guesses')
    .where('at', '<=', new Date(now.getTime() - forgottenAfterMs))
    .execute();
  const who = whoIs(sender);
  await sql`
    insert into code_guesses (who, at)
    select ${who}, ${now} where (select count(*) from code_guesses where who = ${who}) < ${mostTries}`.execute(tx);
}
