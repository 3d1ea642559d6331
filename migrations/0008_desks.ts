import { type Kysely, sql } from 'kysely';

/**
 * Where people work who belong to no team: those who accompany teams, and those who animate a network. They act from the conversation
 * that they have alone with the companion, or from a channel of their network.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const isAccompanied = (structure: string): string => `exists (select 1 from accompaniments a
  where a.structure_id = ${structure} and a.person_id = vises_person() and a.from_at <= now() and (a.until_at is null or a.until_at > now()))`;

const statements = [
  // Part of the routing table: where a person reads what comes to them in their office.
  `create table desks (
     person_id uuid primary key, channel_id uuid not null references channels on delete cascade, since timestamptz not null)`,
  `create index on accompaniments (person_id)`,
  `create index on network_roles (person_id)`,
  `create index on memberships (network_id)`,

  // Asked in routing about the one who acts: which teams they accompany, and what they are in which network.
  `create policy oneself on accompaniments for select using (vises_access() = 'routing' and person_id = vises_person())`,
  `create policy oneself on network_roles for select using (vises_access() = 'routing' and person_id = vises_person())`,
  `create policy accompanied on structures for select using (vises_access() = 'routing' and ${isAccompanied('structures.id')})`,
  `create policy said_at_desk on said for select using (vises_access() = 'routing' and structure_id is not null
     and ${isAccompanied('said.structure_id')}
     and (private_to = vises_person() or exists (select 1 from channels c join identities i on i.platform = c.platform and i.workspace = c.workspace
       where c.id = said.channel_id and c.kind = 'direct' and c.key = 'dm:' || i.user_key and i.person_id = vises_person())))`,

  // What is shown at a desk belongs to no team: it is written where its person is alone with the companion, or in their network's channel.
  `create policy at_desk on outbox for insert with check (vises_access() in ('portfolio', 'network') and structure_id is null
     and exists (select 1 from channels c where c.id = channel_id and (
       (c.kind = 'network' and c.network_id = vises_network())
       or (c.kind = 'direct' and exists (select 1 from identities i where i.platform = c.platform and i.workspace = c.workspace
         and i.person_id = vises_person() and c.key in ('dm:' || i.user_key, 'home:' || i.user_key))))))`,
];
