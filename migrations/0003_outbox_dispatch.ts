import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // To be posted further down although its slot has a message: only known for sure when its turn comes.
  await sql`alter table outbox add column anew boolean not null default false`.execute(db);
  // What the dispatchers look for every second, beside what is due: leases that ran out, and what was parked for too long.
  await sql`create index outbox_leases on outbox (lease_until) where state = 'sending'`.execute(db);
  await sql`create index outbox_parked on outbox (channel_id, deadline) where state = 'parked'`.execute(db);
  // Nearly always nothing waits, so statistics would say so, and a broadcast of thousands would meet plans made for nothing.
  await sql`alter table outbox alter column state set statistics 0, alter column not_before set statistics 0`.execute(db);
}
