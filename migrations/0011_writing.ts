import { type Kysely, sql } from 'kysely';

/** Texts written with a language model: what each carrier said yes to, who waits for which text, and what it took. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // The model and the host that the yes was given for. Another one needs another yes.
  `alter table evaluations add column model_agreed text`,
  `create table writings (
     id uuid primary key, structure_id uuid not null references structures on delete cascade,
     evaluation_id uuid not null references evaluations on delete cascade, draft_id uuid not null references drafts on delete cascade,
     asked_by uuid references people, asked_at timestamptz not null, tries integer not null default 0,
     state text not null default 'asked' check (state in ('asked', 'written', 'failed', 'dropped')),
     because text, ended_at timestamptz)`,
  // One at a time, whatever the number of people who press.
  `create unique index writings_under_way on writings (structure_id) where state = 'asked'`,
  `create index on writings (draft_id)`,
  `create index on writings (asked_at) where state = 'asked'`,
  // By the day of the structure's own time zone: the budget is counted on it.
  `create table model_use (
     structure_id uuid not null references structures on delete cascade, day date not null, calls integer not null default 0,
     tokens_in bigint not null default 0, tokens_out bigint not null default 0, primary key (structure_id, day))`,
  ...['writings', 'model_use'].flatMap((table) => [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy own_structure on ${table} using (vises_access() = 'structure' and structure_id = any (vises_structures()))
       with check (vises_access() = 'structure' and structure_id = any (vises_structures()))`,
  ]),
  // Those that nobody works on any more are found without a structure, and ended in their own.
  `create policy overdue on writings for select using (vises_access() = 'operator' and state = 'asked')`,
];
