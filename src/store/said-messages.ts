import { sql } from 'kysely';
import type { ChannelAddress } from '../core/incoming.ts';
import type { Language } from '../core/language.ts';
import type { About, Form } from '../core/message.ts';
import { type Db, withAccess } from './database.ts';

/** What is kept of a message for a platform that asks for it. */
export interface SaidMessage {
  about?: About;
  forms: Form[];
  language: Language;
}

/** What the companion said, found again by the platform's reference of it. */
export function createSaidMessages({ db }: { db: Db }) {
  return {
    find: (channel: ChannelAddress, message: string): Promise<SaidMessage | undefined> =>
      withAccess(db, { kind: 'dispatcher' }, async (tx) => {
        // What was said before languages were kept was said in the channel's.
        const { rows } = await sql<{ about: About | null; forms: Form[]; language: Language }>`
          select s.about, s.forms, coalesce(s.language, c.language) as language
          from channels c join said s on s.channel_id = c.id
          where c.platform = ${channel.platform} and c.workspace = ${channel.workspace} and c.key = ${channel.key}
            and s.message_ref = ${message}`.execute(tx);
        const [row] = rows;
        return row && { forms: row.forms, language: row.language, ...(row.about && { about: row.about }) };
      }),
  };
}
