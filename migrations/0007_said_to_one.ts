import { type Kysely, sql } from 'kysely';

/** What was said to one person alone is found again from the conversation they have with the companion, wherever it was meant to be said. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create index said_private on said (private_to, message_ref) where private_to is not null`,
  // Asked about the one who acts, before it is known whose work this is: only what they alone were told, and only by teams they are in.
  `create policy said_to_oneself on said for select using (vises_access() = 'routing'
     and (private_to = vises_person() or exists (select 1 from channels c join identities i on i.platform = c.platform and i.workspace = c.workspace
       where c.id = said.channel_id and c.kind = 'direct' and c.key = 'dm:' || i.user_key and i.person_id = vises_person()))
     and (structure_id is null or exists (select 1 from members m
       where m.structure_id = said.structure_id and m.person_id = vises_person() and m.until_at is null)))`,
];
