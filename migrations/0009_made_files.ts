import { type Kysely, sql } from 'kysely';

/** Files that the companion makes: an approved text to keep, a picture of figures. They are delivered with a message, and forgotten after a while. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // Of a structure, of a network, or, for one's own desk, of a person alone.
  `create table made_files (
     id uuid primary key, structure_id uuid references structures on delete cascade, network_id uuid references networks on delete cascade,
     person_id uuid, name text not null, type text not null, bytes bytea not null,
     made_at timestamptz not null, until_at timestamptz not null)`,
  `create index on made_files (until_at)`,
  `alter table made_files enable row level security`,
  `alter table made_files force row level security`,
  `create policy own_structure on made_files using (vises_access() = 'structure' and structure_id = any (vises_structures()))
     with check (vises_access() = 'structure' and structure_id = any (vises_structures()))`,
  `create policy at_desk on made_files for insert with check (structure_id is null
     and ((vises_access() = 'network' and network_id = vises_network())
       or (vises_access() in ('structure', 'portfolio', 'network') and network_id is null and person_id = vises_person())))`,
  `create policy dispatch on made_files using (vises_access() = 'dispatcher') with check (vises_access() = 'dispatcher')`,
];
