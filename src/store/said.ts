import type { About } from '../core/message.ts';
import type { Tx } from './database.ts';

export interface Said {
  slot?: string;
  question?: string;
  about?: About;
  kind: string;
}

/** What the companion once said, found again by the platform's reference. */
export async function findSaid(tx: Tx, channelId: string, message: string): Promise<Said | undefined> {
  const row = await tx
    .selectFrom('said')
    .select(['slot', 'question_id', 'about', 'kind'])
    .where('channel_id', '=', channelId)
    .where('message_ref', '=', message)
    .executeTakeFirst();
  return (
    row && {
      kind: row.kind,
      ...(row.slot && { slot: row.slot }),
      ...(row.question_id && { question: row.question_id }),
      ...(row.about !== null && { about: row.about as About }),
    }
  );
}

/** The contribution that a person's message became, if it became one. */
export async function findContribution(tx: Tx, channelId: string, message: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('contributions')
    .select('id')
    .where('channel_id', '=', channelId)
    .where('message_ref', '=', message)
    .executeTakeFirst();
  return row?.id;
}
