import { type Kysely, sql } from 'kysely';

/**
 * What those who accompany a team see of reminders, what becomes of a reminder by hand that the team made needless, and one count of
 * guesses for all codes that people type.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // The ledger of reminders holds ids and dates, and no words. Whoever accompanies a team counts them, in routing too; nobody else does.
  `drop policy portfolio on nudges`,
  `create policy progress on nudges for select using ((vises_access() = 'routing'
       or (vises_access() = 'portfolio' and structure_id = any (vises_structures())))
     and exists (select 1 from accompaniments a where a.structure_id = nudges.structure_id and a.person_id = vises_person()
       and a.from_at <= now() and (a.until_at is null or a.until_at > now())))`,

  // Answered before it went: it was sent by its author, and is not said.
  `alter table hand_nudges add column taken_back_at timestamptz`,
  `create policy answered on hand_nudges for update using (vises_access() = 'structure' and structure_id = any (vises_structures()) and state = 'sent')
     with check (vises_access() = 'structure' and structure_id = any (vises_structures()) and state = 'sent')`,

  // Guesses are counted in one place, whatever the code is for.
  `drop table link_tries`,
];
