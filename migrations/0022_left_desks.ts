import { type Kysely, sql } from 'kysely';

/** Whose desk still holds cards of a team they accompany no longer, because it ended outside the team's own work. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  'alter table accompaniments add column desk_left_at timestamptz',
  'create index accompaniments_left on accompaniments (until_at) where until_at is not null and desk_left_at is null',
  `create policy due on accompaniments for select using (vises_access() = 'operator' and until_at is not null and desk_left_at is null)`,
];
