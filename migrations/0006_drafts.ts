import { type Kysely, sql } from 'kysely';

/**
 * Texts on their way to an approval: what the team wants them to rest on, numbered versions, what each sentence cites, remarks and decisions.
 *
 * A version of a text never changes. What is no longer so is written beside it: `supports.stale_at` says since when a cited answer or
 * line is no longer the one the team keeps, `reviews.fell_at` since when a decision no longer counts.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...life, ...versions, ...claims, ...comments, ...decisions]) await sql.raw(statement).execute(db);
  for (const table of ['claims', 'comments']) await sql.raw(ownRows(table)).execute(db);
}

const life = [
  `alter table drafts add column title text not null default '', add column changed_at timestamptz,
     add constraint drafts_state_check check (state in ('claims', 'in-review', 'changes-asked', 'approved', 'to-recheck', 'recalled'))`,
  // One text of a kind and a language at a time; a recalled one makes room for another.
  `create unique index drafts_current on drafts (evaluation_id, output_id, language) where state <> 'recalled'`,
];

const versions = [
  `alter table draft_versions add column title text not null default '', add column note text, add column headings jsonb not null default '[]',
     add column how text not null default 'assembled'
       check (how in ('assembled', 'written', 'edited', 'accepted', 'vouched', 'renewed'))`,
  `alter table sentences add column paragraph integer not null default 0, add column original text,
     add column origin text not null default 'assembled' check (origin in ('assembled', 'written', 'typed')),
     add column made_by uuid references people`,
  // Where views differ there is no answer to cite, but what several people said.
  `alter table supports alter column answer_version drop not null, add column version integer not null default 1,
     add column position integer not null default 0, add column stale_at timestamptz`,
  `create index on supports (draft_id, version)`,
];

const claims = [
  `create table claims (
     draft_id uuid not null references drafts on delete cascade, position integer not null, structure_id uuid not null,
     ref text not null, text text not null, holds boolean not null, why text,
     rank integer, struck_by uuid references people, struck_at timestamptz,
     primary key (draft_id, position))`,
];

const comments = [
  `create table comments (
     id uuid primary key, structure_id uuid not null, draft_id uuid not null references drafts on delete cascade, version integer not null,
     sentence_key uuid, person_id uuid not null references people,
     kind text not null check (kind in ('comment', 'suggestion', 'vouched')),
     text text not null, question_id text, answer_versions integer, at timestamptz not null,
     outcome text check (outcome in ('accepted', 'refused', 'done')), settled_by uuid references people, settled_at timestamptz,
     redacted_at timestamptz)`,
  `create index on comments (draft_id)`,
];

const decisions = [
  `alter table reviews add constraint reviews_decision_check check (decision in ('approve', 'request-changes'))`,
  `create index on reviews (draft_id, version)`,
  // The structure chose that its accompanier's yes is needed for its texts too.
  `alter table grants drop constraint grants_kind_check,
     add constraint grants_kind_check check (kind in ('content', 'fears-and-limits', 'approves-texts'))`,
];

const ownRows = (table: string): string => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy own_structure on ${table} using (vises_access() = 'structure' and structure_id = any (vises_structures()))
    with check (vises_access() = 'structure' and structure_id = any (vises_structures()));`;
