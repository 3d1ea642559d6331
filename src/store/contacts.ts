import { sql } from 'kysely';
import { directKey } from '../core/incoming.ts';
import type { Claimed } from './outbox-claims.ts';
import type { Tx } from './database.ts';

/**
 * Counts what people did not ask for, nudges and broadcasts, as they are delivered: by channel, and by person where it is for one alone.
 * A reply is owed and never counts; nor does the change of a message that is there already.
 */
export async function noteContacts(
  tx: Tx,
  sent: readonly { row: Claimed; message: string; update: string | undefined }[],
  now: Date,
): Promise<void> {
  const ids = sent.filter(({ row, message, update }) => row.priority !== 'reply' && message !== update).map(({ row }) => row.id);
  if (ids.length === 0) return;
  await sql`
    insert into contacts (structure_id, person_id, channel_id, outbox_id, at)
    select o.structure_id, coalesce(o.private_to, (
        select i.person_id from identities i where c.kind = 'direct' and i.platform = c.platform and i.workspace = c.workspace
          and i.user_key = substr(c.key, ${directKey('').length + 1}::integer))),
      o.channel_id, o.id, ${now}
    from outbox o join channels c on c.id = o.channel_id
    where o.id = any (${ids}::bigint[]) and o.state = 'sent' and o.done_at = ${now}
      and not exists (select from contacts known where known.outbox_id = o.id)`.execute(tx);
}
