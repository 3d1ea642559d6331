import { type Kysely, sql } from 'kysely';

/** A file that takes long to make is asked for in the turn, with all that it is made of, and made when it is delivered. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table made_files alter column bytes drop not null, add column recipe jsonb`,
  // What is made no longer needs what it was made of.
  `alter table made_files add check ((bytes is null) <> (recipe is null))`,
];
