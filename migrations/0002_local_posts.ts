import { type Kysely, sql } from 'kysely';

/**
 * The local platform's own memory of what was posted on it, as Slack and Teams keep theirs: channels and people are plain names, and
 * nothing here names a structure or an evaluation. So there is no row security on these tables: who may be in a channel is settled
 * by the platform's doors, not by a team's rights.
 *
 * `seq` is drawn anew with each change of a post; `first_seq` is the one it began with. Within one channel they are drawn under a
 * lock that is held to the end of the transaction, so a reader who has seen a `seq` never misses an earlier one.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create sequence local_changes`,
  `create table local_posts (
     id text primary key,
     channel text not null, thread text, author text not null, private_to text,
     text text not null, message jsonb, files jsonb not null default '[]', pinned boolean not null default false,
     at timestamptz not null, edited_at timestamptz, deleted_at timestamptz,
     seq bigint not null, first_seq bigint not null)`,
  `create unique index on local_posts (channel, seq)`,
  `create table local_files (
     post_id text not null references local_posts on delete cascade, position integer not null, bytes bytea not null,
     primary key (post_id, position))`,
  `create table local_people (
     channel text not null, person text not null, met_at timestamptz not null default now(), primary key (channel, person))`,
];
