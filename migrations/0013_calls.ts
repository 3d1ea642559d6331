import { type Kysely, sql } from 'kysely';

/**
 * What goes from a team to its accompanier and back. Progress (that somebody called, that a text is in review, and since when) is one
 * thing and words are another: an accompanier's portfolio sees the first, and the second lie in tables that only the team's own work opens.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...calls, ...texts, ...moved]) await sql.raw(statement).execute(db);
}

const ownRows = (table: string): string => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy own_structure on ${table} using (vises_access() = 'structure' and structure_id = any (vises_structures()))
    with check (vises_access() = 'structure' and structure_id = any (vises_structures()));`;

const calls = [
  // `channel_id`: where it was asked · `privately`: by somebody alone with the companion, so it goes back to them alone.
  `alter table calls add column channel_id uuid references channels on delete set null, add column privately boolean not null default false,
     add column taken_at timestamptz, add column answered_at timestamptz, add column closed_by uuid references people`,
  `create index calls_open on calls (structure_id) where closed_at is null`,
  `create table call_words (
     id bigint generated always as identity primary key,
     call_id uuid not null references calls on delete cascade deferrable initially deferred, structure_id uuid not null,
     person_id uuid references people, side text not null check (side in ('team', 'accompanier')),
     text text not null, at timestamptz not null, redacted_at timestamptz)`,
  `create index on call_words (call_id)`,
  ownRows('call_words'),
  // In a network's channel, too, only who accompanies a team finds what was said there about it.
  `create policy said_in_network on said for select using (vises_access() = 'routing' and structure_id is not null
     and exists (select 1 from channels c where c.id = said.channel_id and c.kind = 'network')
     and exists (select 1 from accompaniments a where a.structure_id = said.structure_id and a.person_id = vises_person()
       and a.from_at <= now() and (a.until_at is null or a.until_at > now())))`,
  // Words never stay in a call itself, whoever writes them there: its row is seen in the portfolio.
  `create function vises_call_words() returns trigger language plpgsql as $$
   begin
     insert into call_words (call_id, structure_id, person_id, side, text, at)
     values (new.id, new.structure_id, new.opened_by, 'team', new.words, new.opened_at);
     new.words := null;
     return new;
   end $$`,
  `create trigger words_apart before insert or update on calls for each row when (new.words is not null) execute function vises_call_words()`,
];

/** How far the texts are, without a word of them. Written by the tables that they are about, so that nobody can forget to. */
const texts = [
  `create table text_facts (
     draft_id uuid primary key references drafts on delete cascade, structure_id uuid not null, evaluation_id uuid not null,
     output_id text not null, language text not null, state text not null, version integer not null, since timestamptz not null,
     decided_by uuid[] not null default '{}', looked_by uuid[] not null default '{}')`,
  `create index on text_facts (structure_id)`,
  ownRows('text_facts'),
  `create policy portfolio on text_facts for select using (vises_access() = 'portfolio' and structure_id = any (vises_structures()))`,
  `create function vises_text_facts() returns trigger language plpgsql as $$
   begin
     insert into text_facts as f (draft_id, structure_id, evaluation_id, output_id, language, state, version, since)
     values (new.id, new.structure_id, new.evaluation_id, new.output_id, new.language, new.state, new.version,
       coalesce(new.changed_at, new.wanted_at))
     on conflict (draft_id) do update set state = excluded.state, version = excluded.version,
       since = case when f.version = excluded.version and f.state = excluded.state then f.since else excluded.since end,
       decided_by = case when f.version = excluded.version then f.decided_by else '{}' end,
       looked_by = case when f.version = excluded.version then f.looked_by else '{}' end;
     return null;
   end $$`,
  `create trigger facts after insert or update on drafts for each row execute function vises_text_facts()`,
  `create function vises_text_decided() returns trigger language plpgsql as $$
   begin
     update text_facts f set decided_by = array(
       select distinct r.person_id from reviews r where r.draft_id = f.draft_id and r.version = f.version and r.fell_at is null)
     where f.draft_id = new.draft_id;
     return null;
   end $$`,
  `create trigger facts after insert or update on reviews for each row execute function vises_text_decided()`,
  `create function vises_text_looked() returns trigger language plpgsql as $$
   begin
     update text_facts f set looked_by = array_append(array_remove(f.looked_by, new.person_id), new.person_id)
     where f.draft_id = new.draft_id and f.version = new.version;
     return null;
   end $$`,
  `create trigger facts after insert on comments for each row execute function vises_text_looked()`,
];

/** What is there already. The owner of the tables is let through for as long as that takes. */
const moved = [
  ...['calls', 'call_words', 'drafts', 'reviews', 'comments', 'text_facts'].map(
    (table) => `alter table ${table} no force row level security`,
  ),
  `update calls set words = words where words is not null`,
  `insert into text_facts (draft_id, structure_id, evaluation_id, output_id, language, state, version, since, decided_by, looked_by)
   select d.id, d.structure_id, d.evaluation_id, d.output_id, d.language, d.state, d.version, coalesce(d.changed_at, d.wanted_at),
     array(select distinct r.person_id from reviews r where r.draft_id = d.id and r.version = d.version and r.fell_at is null),
     array(select distinct c.person_id from comments c where c.draft_id = d.id and c.version = d.version)
   from drafts d`,
  // What was put off until now must be done before tables are changed again.
  `set constraints all immediate`,
  ...['calls', 'call_words', 'drafts', 'reviews', 'comments', 'text_facts'].map(
    (table) => `alter table ${table} force row level security`,
  ),
];
