import { type Kysely, sql } from 'kysely';

/** What Slack and Teams need: who installed the companion, how to write to a place again, files that are fetched later, forms of what was said. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table workspaces add column details jsonb not null default '{}', add column denied_at timestamptz`,
  `alter table channels add column name text, add column reference jsonb, add column shared boolean not null default false,
     add column shared_allowed boolean not null default false`,
  `alter table identities add column reference jsonb, add column facts_at timestamptz, add column external boolean not null default false`,
  `alter table files add column remote jsonb, add column fetch_after timestamptz, add column fetch_attempts integer not null default 0, add column failed text`,
  `create index files_to_fetch on files (fetch_after) where bytes is null and remote is not null and failed is null and erased_at is null`,
  `alter table said add column forms jsonb not null default '[]', add column language text`,
  // What a platform tells of a person is written down for that person alone.
  `create policy told on people for update using (vises_access() = 'routing' and id = vises_person())
     with check (vises_access() = 'routing' and id = vises_person())`,
  // Which files wait, in whose evaluation; their bytes are stored as the structure's own work.
  `create policy to_fetch on files for select using (vises_access() = 'operator' and bytes is null and remote is not null)`,
];
