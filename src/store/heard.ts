import { sql } from 'kysely';
import type { Incoming } from '../core/incoming.ts';
import type { Tx } from './database.ts';

type Post = { channel: Incoming['channel']; message: string };

const nameOf = ({ channel: { platform, workspace, key }, message }: Post): string => `${platform}:${workspace}:${key}:${message}`;

/** The key of a message itself, which is kept for ever. */
export const keyOfMessage = (post: Post): string => `message:${nameOf(post)}`;

/** Whether this message was dealt with before, as itself or by an edit of it. Talk that was not meant for the companion was not. */
export async function wasHeard(tx: Tx, post: Post): Promise<boolean> {
  const { rows } = await sql`select from event_keys where key = ${keyOfMessage(post)}`.execute(tx);
  return rows.length > 0;
}

/**
 * Claims an edit of a message, and with it the message: should that come late, its words are of before. False when a newer edit of the
 * same message was dealt with already. The time of the newest is forgotten after 30 days, as event keys are.
 */
export async function claimEdit(tx: Tx, edit: Post & { at: Date }, now: Date): Promise<boolean> {
  const { rows } = await sql`
    with message as (
      insert into event_keys (key, seen_at) values (${keyOfMessage(edit)}, ${now}::timestamptz) on conflict do nothing)
    insert into event_keys as e (key, seen_at) values (${`edit:${nameOf(edit)}`}, ${edit.at}::timestamptz)
    on conflict (key) do update set seen_at = excluded.seen_at where e.seen_at <= excluded.seen_at returning key`.execute(tx);
  return rows.length > 0;
}
