import { type Kysely, sql } from 'kysely';

/**
 * What a network sends to its teams: the text in its versions, whom it is for, and one row for each channel of the audience, which says in
 * one word what became of it there. The words add up because each row has exactly one of them, and no row comes or goes after the release.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...tables, ...access, ...ledger]) await sql.raw(statement).execute(db);
}

const tables = [
  // `released_version` is the version of the text that a person let out; a newer one waits for its release.
  `create table broadcasts (
     id uuid primary key, network_id uuid not null references networks on delete cascade,
     state text not null check (state in ('draft', 'ready', 'sending', 'paused', 'done', 'cancelled')),
     tip_id text, step_id text, filter jsonb not null default '{}', local_at text,
     version integer not null default 1, text_version integer not null default 0, released_version integer,
     prepared_by uuid not null references people, writers uuid[] not null default '{}', prepared_at timestamptz not null,
     released_by uuid references people, released_at timestamptz, starts_at timestamptz,
     audience integer, paused_because text check (paused_because in ('person', 'errors')),
     pardoned_tried integer not null default 0, pardoned_trouble integer not null default 0,
     withdrawn_at timestamptz, changes_due boolean not null default false, done_at timestamptz, shown text,
     check (state in ('draft', 'ready', 'cancelled') or (released_by is not null and released_version is not null and audience is not null)))`,
  `create index on broadcasts (network_id, prepared_at)`,
  `create index broadcasts_under_way on broadcasts (starts_at) where state in ('sending', 'paused') or changes_due`,
  `create table broadcast_texts (
     broadcast_id uuid not null references broadcasts on delete cascade, network_id uuid not null, version integer not null,
     language text not null, text text not null, written_by uuid references people, at timestamptz not null,
     primary key (broadcast_id, version, language))`,
  `create table broadcast_rows (
     id bigint generated always as identity primary key,
     broadcast_id uuid not null references broadcasts on delete cascade, network_id uuid not null,
     structure_id uuid references structures on delete set null, channel_id uuid references channels on delete set null,
     name text not null, language text not null, time_zone text not null default '', step_id text,
     state text not null check (state in ('waiting', 'queued', 'sent', 'failed', 'unknown', 'excluded', 'cancelled')),
     reason text, due_at timestamptz, said_version integer, outbox_id bigint, changed_at timestamptz not null,
     check ((state = 'excluded') = (reason is not null)),
     check (state <> 'waiting' or due_at is not null))`,
  `create unique index on broadcast_rows (broadcast_id, channel_id) where channel_id is not null`,
  `create index on broadcast_rows (broadcast_id, state)`,
  `create index broadcast_rows_due on broadcast_rows (broadcast_id, due_at) where state = 'waiting'`,
  `create index on broadcast_rows (structure_id)`,
  `create index on broadcast_rows (channel_id)`,
  // Row security asks of each structure, evaluation and question whether it is in the network.
  `create index if not exists memberships_structure on memberships (structure_id, network_id)`,
  `create table tips (
     network_id uuid not null references networks on delete cascade, id text not null, step_id text not null, texts jsonb not null,
     added_by uuid references people, added_at timestamptz not null, primary key (network_id, id))`,
  `create table feedbacks (
     broadcast_id uuid not null references broadcasts on delete cascade, network_id uuid not null,
     structure_id uuid not null references structures on delete cascade, person_id uuid not null references people on delete cascade,
     verdict text not null check (verdict in ('useful', 'not-for-us')), at timestamptz not null,
     primary key (broadcast_id, person_id))`,
  `create index on feedbacks (structure_id)`,
  `create table opt_outs (
     structure_id uuid not null references structures on delete cascade, network_id uuid not null references networks on delete cascade,
     person_id uuid references people on delete set null, at timestamptz not null, primary key (structure_id, network_id))`,
];

const isColleague = (person: string): string => `exists (select 1 from network_roles r
  where r.person_id = ${person} and r.network_id = vises_network() and r.from_at <= now() and (r.until_at is null or r.until_at > now()))`;

const isOwnBroadcast = `exists (select 1 from broadcasts b where b.id = outbox.broadcast_id and b.network_id = vises_network())`;

const access = [
  ...['broadcasts', 'broadcast_texts', 'broadcast_rows', 'tips', 'feedbacks', 'opt_outs'].flatMap((table) => [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
  ]),
  ...['broadcasts', 'broadcast_texts', 'broadcast_rows', 'tips'].map(
    (table) => `create policy own_network on ${table} using (vises_access() = 'network' and network_id = vises_network())
       with check (vises_access() = 'network' and network_id = vises_network())`,
  ),
  ...['feedbacks', 'opt_outs'].flatMap((table) => [
    `create policy own_structure on ${table} using (vises_access() = 'structure' and structure_id = any (vises_structures()))
       with check (vises_access() = 'structure' and structure_id = any (vises_structures()))`,
    `create policy in_network on ${table} for select using (vises_access() = 'network' and network_id = vises_network())`,
  ]),
  // Asked in routing about the one who acts: what the networks they have a role in are sending.
  `create policy in_office on broadcasts for select using (vises_access() = 'routing' and exists (select 1 from network_roles r
     where r.network_id = broadcasts.network_id and r.person_id = vises_person() and r.from_at <= now() and (r.until_at is null or r.until_at > now())))`,
  `create policy in_office on broadcast_texts for select using (vises_access() = 'routing'
     and exists (select 1 from broadcasts b where b.id = broadcast_texts.broadcast_id))`,
  // Which are under way, for whoever keeps them going; the rest is the network's own work.
  `create policy under_way on broadcasts for select using (vises_access() = 'operator')`,
  // A team's own rows: to say what it thought of it, and so that what it takes back counts as such.
  `create policy own_structure on broadcast_rows using (vises_access() = 'structure' and structure_id = any (vises_structures()))
     with check (vises_access() = 'structure' and structure_id = any (vises_structures()))`,
  // The dispatcher keeps the ledger of what it sends.
  `create policy dispatch on broadcast_rows using (vises_access() = 'dispatcher') with check (vises_access() = 'dispatcher')`,
  `create policy dispatch on broadcasts using (vises_access() = 'dispatcher') with check (false)`,
  `create policy own_structure on broadcasts for select using (vises_access() = 'structure' and exists (select 1 from broadcast_rows r
     where r.broadcast_id = broadcasts.id and r.structure_id = any (vises_structures())))`,
  // Row locks ask for this too; nothing is changed by it.
  `create policy held_by_structure on broadcasts for update using (vises_access() = 'structure' and exists (select 1 from broadcast_rows r
     where r.broadcast_id = broadcasts.id and r.structure_id = any (vises_structures()))) with check (false)`,

  // A network queues its own broadcasts, to the channels of their audience, and sees, holds and takes back those alone.
  `create policy broadcast on outbox for insert with check (vises_access() = 'network' and broadcast_id is not null
     and exists (select 1 from broadcast_rows r where r.broadcast_id = outbox.broadcast_id and r.channel_id = outbox.channel_id
       and r.structure_id = outbox.structure_id and r.network_id = vises_network() and r.state = 'waiting'))`,
  `create policy broadcast_seen on outbox for select using (vises_access() = 'network' and broadcast_id is not null and ${isOwnBroadcast})`,
  `create policy broadcast_held on outbox for update using (vises_access() = 'network' and broadcast_id is not null and ${isOwnBroadcast})
     with check (vises_access() = 'network' and broadcast_id is not null and ${isOwnBroadcast})`,
  // A change of what was sent is no second sending: it only ever changes the message that is there.
  `create policy broadcast_changed on outbox for insert with check (vises_access() = 'network' and broadcast_id is null and update_only
     and slot like 'broadcast:%' and exists (select 1 from broadcast_rows r where 'broadcast:' || r.broadcast_id = outbox.slot
       and r.channel_id = outbox.channel_id and r.structure_id = outbox.structure_id and r.network_id = vises_network()
       and r.state in ('sent', 'unknown')))`,
  // Colleagues of the network read each other's trials, and what waits for their release.
  `create policy broadcast_colleague on outbox for insert with check (vises_access() = 'network' and structure_id is null and broadcast_id is null
     and exists (select 1 from channels c join identities i on i.platform = c.platform and i.workspace = c.workspace
       where c.id = channel_id and c.kind = 'direct' and c.key = 'dm:' || i.user_key and ${isColleague('i.person_id')}))`,
  `create policy broadcast_colleague on people for select using (vises_access() = 'network' and ${isColleague('people.id')})`,
];

const ledger = [
  // What became of a row of the outbox is what became of its row of the ledger, in the words people are told.
  `create function vises_broadcast_told() returns trigger language plpgsql as $$
   begin
     update broadcast_rows r set changed_at = coalesce(new.done_at, r.changed_at), state = case
         when new.state = 'sent' then 'sent'
         when new.state in ('dead', 'expired') then 'failed'
         when new.state = 'ambiguous' then 'unknown'
         when new.state = 'cancelled' then 'cancelled'
         else 'queued' end
       where r.broadcast_id = new.broadcast_id and r.channel_id = new.channel_id and r.outbox_id = new.id;
     return null;
   end $$`,
  `create trigger broadcast_told after update of state on outbox for each row
     when (new.broadcast_id is not null and new.state is distinct from old.state and new.state <> 'sending'
       and not (old.state in ('pending', 'sending', 'parked') and new.state in ('pending', 'parked')))
     execute function vises_broadcast_told()`,
  // Nothing of a broadcast that was paused or cancelled goes back to those that wait for their turn, whoever puts it there.
  `create function vises_broadcast_holds() returns trigger language plpgsql as $$
   declare its text;
   begin
     select state into its from broadcasts where id = new.broadcast_id for share;
     if its = 'cancelled' then new.state := 'cancelled'; new.done_at := coalesce(new.done_at, new.not_before);
     elsif its = 'paused' then new.state := 'parked'; new.failure := 'its broadcast is paused'; new.deadline := null;
     end if;
     return new;
   end $$`,
  `create trigger broadcast_holds before update of state on outbox for each row
     when (new.broadcast_id is not null and new.state = 'pending') execute function vises_broadcast_holds()`,
  // A channel that is forgotten takes its messages with it. What was not sent by then will not be.
  `create function vises_broadcast_forgotten() returns trigger language plpgsql as $$
   begin
     update broadcast_rows r set state = 'cancelled'
       where r.broadcast_id = old.broadcast_id and r.outbox_id = old.id and r.state = 'queued';
     return null;
   end $$`,
  `create trigger broadcast_forgotten after delete on outbox for each row
     when (old.broadcast_id is not null and old.state in ('pending', 'sending', 'parked')) execute function vises_broadcast_forgotten()`,
  // A row without its channel can no longer be sent; of a structure that was erased only the count stays.
  `create function vises_broadcast_row_lost() returns trigger language plpgsql as $$
   begin
     if (new.channel_id is null or new.structure_id is null) and new.state in ('waiting', 'queued') then new.state := 'cancelled'; end if;
     if new.structure_id is null then new.name := ''; end if;
     return new;
   end $$`,
  `create trigger row_lost before update of channel_id, structure_id on broadcast_rows for each row execute function vises_broadcast_row_lost()`,
  // From the release to its undoing, the audience is what it was.
  `create function vises_broadcast_fixed() returns trigger language plpgsql as $$
   declare its text;
   begin
     select state into its from broadcasts where id = case when tg_op = 'DELETE' then old.broadcast_id else new.broadcast_id end;
     if its in ('sending', 'paused', 'done') then raise exception 'the audience of a released broadcast stays as it is'; end if;
     return case when tg_op = 'DELETE' then old else new end;
   end $$`,
  `create trigger audience_fixed before insert or delete on broadcast_rows for each row execute function vises_broadcast_fixed()`,
  // audience = sent + failed + excluded + unknown + pending + cancelled, at each step of a broadcast; and nothing is pending at its end.
  `create view broadcast_ledgers with (security_invoker = true) as
     select b.id as broadcast_id, b.audience,
       count(r.id) filter (where r.state = 'sent')::int as sent, count(r.id) filter (where r.state = 'failed')::int as failed,
       count(r.id) filter (where r.state = 'excluded')::int as excluded, count(r.id) filter (where r.state = 'unknown')::int as unknown,
       count(r.id) filter (where r.state in ('waiting', 'queued'))::int as pending, count(r.id) filter (where r.state = 'cancelled')::int as cancelled
     from broadcasts b left join broadcast_rows r on r.broadcast_id = b.id group by b.id, b.audience`,
  `create function vises_broadcast_adds_up() returns trigger language plpgsql as $$
   declare l record;
   begin
     if new.audience is null or new.state in ('draft', 'ready') then return null; end if;
     select * into l from broadcast_ledgers where broadcast_id = new.id;
     if new.audience <> l.sent + l.failed + l.excluded + l.unknown + l.pending + l.cancelled then
       raise exception 'the ledger of broadcast % does not add up', new.id;
     end if;
     if new.state in ('done', 'cancelled') and new.state <> old.state and exists (
       select from broadcast_rows r where r.broadcast_id = new.id and r.state = 'waiting') then
       raise exception 'broadcast % still has rows that wait', new.id;
     end if;
     return null;
   end $$`,
  `create constraint trigger adds_up after update of state, audience on broadcasts deferrable initially deferred
     for each row execute function vises_broadcast_adds_up()`,
];
