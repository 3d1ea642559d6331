import { type Kysely, sql } from 'kysely';

/** Whether the companion is in a place, who may be told what there, and what a person chose for themselves. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // What happens to a place may be told in any order: the newest moment counts.
  `alter table channels add column place text check (place in ('here', 'removed', 'closed')), add column place_at timestamptz,
     add column named_at timestamptz, add column shared_told_at timestamptz`,
  // The facts (name, language, time_zone) that a person chose themselves: what a platform tells never changes them.
  `alter table people add column chosen text[] not null default '{}'`,
  // Where a file was posted: it is fetched there.
  `alter table files add column channel_id uuid references channels on delete set null`,
  // Whoever belongs to several teams tells them apart by name.
  `create policy one_is_in on structures for select using (vises_access() = 'routing'
     and exists (select 1 from members m where m.structure_id = structures.id and m.person_id = vises_person() and m.until_at is null))`,
  // A person's own view shows all their teams: it belongs to none of them, and is written in that person's name alone.
  `create policy own_view on outbox for insert with check (vises_access() = 'structure' and structure_id is null
     and exists (select 1 from channels c join identities i on i.platform = c.platform and i.workspace = c.workspace
       where c.id = channel_id and c.kind = 'direct' and i.person_id = vises_person()
         and c.key in ('dm:' || i.user_key, 'home:' || i.user_key)))`,
];
