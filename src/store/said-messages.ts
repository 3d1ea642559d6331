import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { type ChannelAddress, directKey } from '../core/incoming.ts';
import type { Language } from '../core/language.ts';
import type { About, Form } from '../core/message.ts';
import { type Db, withAccess } from './database.ts';

/** What is kept of a message for a platform that asks for it. */
export interface SaidMessage {
  about?: About;
  forms: Form[];
  language: Language;
}

/** Somebody may press a button before it is written down that its message was posted: so often, and so long after, it is looked for again. */
const looks = 20;
const lookAgainMs = 50;

/**
 * What the companion said, found again by the platform's reference of it. In a one-to-one conversation that is also what was to be said to
 * this person alone in a channel. While something is being said there that may be this message, it is waited for, a second at most.
 */
export function createSaidMessages({ db }: { db: Db }) {
  return {
    find: async (channel: ChannelAddress, message: string): Promise<SaidMessage | undefined> =>
      (await lookFor(db, channel, message)).found,
  };
}

/**
 * Waits until it is written down that this was said, or nothing is being said there that might be it; a second at most. False when
 * that is not enough to know.
 */
export async function untilSaid(db: Db, channel: ChannelAddress, message: string): Promise<boolean> {
  const { found, isUnderWay } = await lookFor(db, channel, message);
  return found !== undefined || !isUnderWay;
}

async function lookFor(db: Db, channel: ChannelAddress, message: string): Promise<{ found?: SaidMessage; isUnderWay: boolean }> {
  /** What was being said at the first look: what is begun later is no message that somebody has before them. */
  let awaited: string[] | undefined;
  for (let look = 1; ; look++) {
    const { found, underWay } = await lookOnce(db, channel, message);
    if (found) return { found, isUnderWay: false };
    awaited = underWay.filter((id) => awaited?.includes(id) ?? true);
    if (awaited.length === 0 || look === looks) return { isUnderWay: awaited.length > 0 };
    await sleep(lookAgainMs);
  }
}

function lookOnce(
  db: Db,
  { platform, workspace, key }: ChannelAddress,
  message: string,
): Promise<{ found?: SaidMessage; underWay: string[] }> {
  const user = key.startsWith(directKey('')) ? key.slice(directKey('').length) : null;
  return withAccess(db, { kind: 'dispatcher' }, async (tx) => {
    // One statement, so that a message is either still under way or found. What was said before languages were kept was said in the channel's.
    const { rows } = await sql<{ found: (SaidMessage & { about: About | null }) | null; underWay: string[] }>`
      with person as (
        select person_id as id from identities where platform = ${platform} and workspace = ${workspace} and user_key = ${user}
      ),
      place as (select id from channels where platform = ${platform} and workspace = ${workspace} and key = ${key}),
      hit as (
        select 0 as rank, s.* from said s where s.channel_id = (select id from place) and s.message_ref = ${message}
        union all
        select 1, s.* from said s where s.private_to = (select id from person) and s.message_ref = ${message}
      )
      select
        (select jsonb_build_object('about', h.about, 'forms', h.forms, 'language', coalesce(h.language, c.language))
          from hit h join channels c on c.id = h.channel_id
          where c.platform = ${platform} and c.workspace = ${workspace} order by h.rank, h.at desc limit 1) as found,
        array(
          select o.id::text from outbox o where o.channel_id = (select id from place) and o.state = 'sending'
          union
          select o.id::text from outbox o join channels c on c.id = o.channel_id
          where o.state = 'sending' and o.private_to = (select id from person) and c.platform = ${platform} and c.workspace = ${workspace}
        ) as "underWay"`.execute(tx);
    const [row] = rows;
    if (!row?.found) return { underWay: row?.underWay ?? [] };
    const { about, forms, language } = row.found;
    return { found: { forms, language, ...(about && { about }) }, underWay: [] };
  });
}
