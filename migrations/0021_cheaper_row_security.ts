import { type Kysely, sql } from 'kysely';

/**
 * Row security asks the same as before, in functions. A condition with tables of its own stands in the plan of every statement on its
 * table, is set up each time, and locks those tables, though nearly all statements get by with a first one that needs none of it. A
 * function in a subquery is called when it is needed, and once a statement.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/**
 * Who acts, and for whom, is read once, before the query: as part of it, what a setting says keeps the query from its index, because
 * row security lets nothing that might tell of a row come before its own conditions.
 */
const returning = (signature: string, result: string, value: string): string => `
  create function ${signature} returns ${result} language plpgsql stable as $$
  declare
    for_structures uuid[] := vises_structures();
    for_person uuid := vises_person();
    for_network uuid := vises_network();
  begin
    return ${value};
  end $$`;

const ids = (name: string, query: string): string => returning(`${name}()`, 'uuid[]', `array(${query})`);

const reading = (signature: string, condition: string): string => returning(signature, 'boolean', condition);

const using = (name: string, table: string, rows: string, check?: string): string =>
  `alter policy ${name} on ${table} using (${rows})${check === undefined ? '' : ` with check (${check})`}`;

const checking = (name: string, table: string, check: string): string => `alter policy ${name} on ${table} with check (${check})`;

const isNow = (row: string): string => `${row}.from_at <= now() and (${row}.until_at is null or ${row}.until_at > now())`;

const isOneOf = (id: string, name: string): string => `${id} = any ((select ${name}())::uuid[])`;

const isAccompanied = (structure: string): string => isOneOf(structure, 'vises_accompanied');

/** Where somebody acts for themselves all teams they accompany; in a portfolio those that it names. */
const isSeen = (structure: string): string =>
  `(vises_access() = 'routing' or (vises_access() = 'portfolio' and ${structure} = any (vises_structures()))) and ${isAccompanied(structure)}`;

const oneself = (person: string): string =>
  `vises_access() in ('routing', 'portfolio', 'structure') and ${person} = vises_person()`;

const ofOneself = 'i.platform = c.platform and i.workspace = c.workspace and i.person_id = for_person';

const functions = [
  // Of the person who acts.
  ids('vises_accompanied', `select a.structure_id from accompaniments a where a.person_id = for_person and ${isNow('a')}`),
  ids('vises_own_structures', 'select m.structure_id from members m where m.person_id = for_person and m.until_at is null'),
  ids('vises_offices', `select r.network_id from network_roles r where r.person_id = for_person and ${isNow('r')}`),
  ids('vises_office_broadcasts', `select b.id from broadcasts b where ${isOneOf('b.network_id', 'vises_offices')}`),
  ids(
    'vises_joined',
    'select unnest(array[l.person_id, l.own_person_id]) from links l where l.parted_at is null and l.person_id = for_person',
  ),
  ids(
    'vises_own_dms',
    `select c.id from channels c join identities i on ${ofOneself} where c.kind = 'direct' and c.key = 'dm:' || i.user_key`,
  ),
  ids(
    'vises_own_places',
    `select c.id from channels c join identities i on ${ofOneself}
       where c.kind = 'direct' and c.key in ('dm:' || i.user_key, 'home:' || i.user_key)`,
  ),
  ids(
    'vises_seen_cohorts',
    `select m.cohort_id from memberships m where m.cohort_id is not null
       and ${isAccompanied('m.structure_id')} and (vises_access() = 'routing' or m.structure_id = any (for_structures))`,
  ),
  // Of the structures that are worked for.
  ids('vises_members', 'select m.person_id from members m where m.structure_id = any (for_structures)'),
  ids('vises_accompaniers', 'select a.person_id from accompaniments a where a.structure_id = any (for_structures)'),
  ids('vises_networks', 'select m.network_id from memberships m where m.structure_id = any (for_structures)'),
  ids('vises_broadcasts_to', 'select r.broadcast_id from broadcast_rows r where r.structure_id = any (for_structures)'),
  // Of the network that is worked for.
  ids(
    'vises_in_network',
    'select m.structure_id from memberships m where m.network_id = for_network and (m.until_at is null or m.until_at > now())',
  ),
  ids('vises_ever_in_network', 'select m.structure_id from memberships m where m.network_id = for_network'),
  ids('vises_broadcasts_of', 'select b.id from broadcasts b where b.network_id = for_network'),
  ids('vises_network_channels', 'select c.id from channels c where c.network_id = for_network'),
  ids('vises_colleagues', 'select r.person_id from network_roles r where r.network_id = for_network'),
  ids(
    'vises_colleague_desks',
    'select d.channel_id from desks d join network_roles r on r.person_id = d.person_id where r.network_id = for_network',
  ),
  ids(
    'vises_colleague_dms',
    `select c.id from network_roles r join identities i on i.person_id = r.person_id
       join channels c on c.platform = i.platform and c.workspace = i.workspace and c.kind = 'direct' and c.key = 'dm:' || i.user_key
       where r.network_id = for_network and ${isNow('r')}`,
  ),
  // Of one row.
  reading(
    'vises_is_network_channel(channel uuid)',
    `exists (select from channels c where c.id = channel and c.kind = 'network')`,
  ),
  reading(
    'vises_is_member_channel(channel uuid, structure uuid)',
    `exists (select from channels c where c.id = channel and c.kind = 'team' and c.structure_id = structure)
       and exists (select from memberships m where m.structure_id = structure and m.network_id = for_network and ${isNow('m')})`,
  ),
  reading(
    'vises_broadcast_waits(broadcast uuid, channel uuid, structure uuid)',
    `exists (select from broadcast_rows r where r.broadcast_id = broadcast and r.channel_id = channel and r.structure_id = structure
       and r.network_id = for_network and r.state = 'waiting')`,
  ),
  reading(
    'vises_broadcast_stands(slot_of_it text, channel uuid, structure uuid)',
    `exists (select from broadcast_rows r where 'broadcast:' || r.broadcast_id = slot_of_it and r.channel_id = channel
       and r.structure_id = structure and r.network_id = for_network and r.state in ('sent', 'unknown'))`,
  ),
  reading(
    'vises_is_handed_over(structure uuid, person uuid, written timestamptz)',
    `exists (select from handovers h where h.structure_id = structure and h.from_person = person and h.to_person = for_person
       and h.accepted_at is not null and written <= h.accepted_at)`,
  ),
];

const progress = [
  ...['calls', 'contacts', 'evaluations', 'members', 'memberships', 'nudges', 'question_states', 'text_facts'].map((table) =>
    using('progress', table, isSeen(`${table}.structure_id`)),
  ),
  using('progress', 'hand_nudges', `state = 'sent' and ${isSeen('hand_nudges.structure_id')}`),
  using('progress', 'cohorts', `vises_access() in ('routing', 'portfolio') and ${isOneOf('id', 'vises_seen_cohorts')}`),
  using('accompanied', 'structures', `vises_access() = 'routing' and ${isAccompanied('id')}`),
  using('accompanied', 'grants', `vises_access() = 'routing' and ${isAccompanied('structure_id')}`),
  ...['briefs', 'hand_nudges'].map((table) =>
    using('oneself', table, oneself('person_id'), `${oneself('person_id')} and ${isAccompanied('structure_id')}`),
  ),
  using(
    'oneself',
    'private_notes',
    `${oneself('person_id')} and ${isAccompanied('structure_id')}`,
    `${oneself('person_id')} and ${isAccompanied('structure_id')}`,
  ),
  using(
    'handed_over',
    'private_notes',
    `vises_access() = 'structure' and hands_over and vises_is_handed_over(structure_id, person_id, written_at)`,
  ),
];

const people = [
  using('in_structure', 'people', `vises_access() = 'structure' and ${isOneOf('id', 'vises_members')}`),
  using('renamed', 'people', `vises_access() = 'structure' and ${isOneOf('id', 'vises_members')}`),
  using('accompanies', 'people', `vises_access() = 'structure' and ${isOneOf('id', 'vises_accompaniers')}`),
  using('in_network', 'people', `vises_access() = 'network' and ${isOneOf('id', 'vises_colleagues')}`),
  // The two above say the same and more.
  'drop policy accompanying on people',
  'drop policy broadcast_colleague on people',
  using('one_is_in', 'structures', `vises_access() = 'routing' and ${isOneOf('id', 'vises_own_structures')}`),
];

const networks = [
  using('in_network', 'structures', `vises_access() = 'network' and ${isOneOf('id', 'vises_in_network')}`),
  ...['evaluations', 'question_states'].map((table) =>
    using('in_network', table, `vises_access() = 'network' and ${isOneOf('structure_id', 'vises_in_network')}`),
  ),
  ...['cohorts', 'network_roles'].map((table) =>
    using('of_members', table, `vises_access() = 'structure' and ${isOneOf('network_id', 'vises_networks')}`),
  ),
  using('carried', 'network_roles', `vises_access() = 'routing' and ${isOneOf('person_id', 'vises_joined')}`),
  using(
    'carried_out',
    'network_roles',
    `vises_access() = 'routing' and ${isOneOf('person_id', 'vises_joined')}`,
    `vises_access() = 'routing' and ${isOneOf('person_id', 'vises_joined')}`,
  ),
  checking(
    'carried_in',
    'network_roles',
    `vises_access() = 'routing' and person_id = vises_person() and ${isOneOf('vises_person()', 'vises_joined')}`,
  ),
  using(
    'budget',
    'contacts',
    `vises_access() = 'structure' and (${isOneOf('person_id', 'vises_members')} or ${isOneOf('person_id', 'vises_accompaniers')})`,
  ),
  using(
    'network_budget',
    'contacts',
    `vises_access() = 'network'
       and (${isOneOf('structure_id', 'vises_ever_in_network')} or ${isOneOf('channel_id', 'vises_network_channels')})`,
  ),
  using('own_structure', 'broadcasts', `vises_access() = 'structure' and ${isOneOf('id', 'vises_broadcasts_to')}`),
  using('held_by_structure', 'broadcasts', `vises_access() = 'structure' and ${isOneOf('id', 'vises_broadcasts_to')}`, 'false'),
  using('in_office', 'broadcasts', `vises_access() = 'routing' and ${isOneOf('network_id', 'vises_offices')}`),
  using('in_office', 'broadcast_texts', `vises_access() = 'routing' and ${isOneOf('broadcast_id', 'vises_office_broadcasts')}`),
];

const isToOneself = `(private_to = vises_person() or ${isOneOf('channel_id', 'vises_own_dms')})`;

const said = [
  using(
    'said_to_oneself',
    'said',
    `vises_access() = 'routing' and ${isToOneself} and (structure_id is null or ${isOneOf('structure_id', 'vises_own_structures')})`,
  ),
  using(
    'said_at_desk',
    'said',
    `vises_access() = 'routing' and structure_id is not null and ${isAccompanied('structure_id')} and ${isToOneself}`,
  ),
  using(
    'said_in_network',
    'said',
    `vises_access() = 'routing' and structure_id is not null and ${isAccompanied('structure_id')} and vises_is_network_channel(channel_id)`,
  ),
  checking(
    'own_view',
    'outbox',
    `vises_access() = 'structure' and structure_id is null and ${isOneOf('channel_id', 'vises_own_places')}`,
  ),
  checking(
    'at_desk',
    'outbox',
    `vises_access() in ('portfolio', 'network') and structure_id is null
       and (${isOneOf('channel_id', 'vises_own_places')}
         or (${isOneOf('channel_id', 'vises_network_channels')} and vises_is_network_channel(channel_id)))`,
  ),
  checking(
    'to_colleagues',
    'outbox',
    `vises_access() = 'network' and structure_id is null and ${isOneOf('channel_id', 'vises_colleague_desks')}`,
  ),
  checking(
    'to_members',
    'outbox',
    `vises_access() = 'network' and structure_id is not null and vises_is_member_channel(channel_id, structure_id)`,
  ),
  checking(
    'broadcast',
    'outbox',
    `vises_access() = 'network' and broadcast_id is not null and vises_broadcast_waits(broadcast_id, channel_id, structure_id)`,
  ),
  checking(
    'broadcast_changed',
    'outbox',
    `vises_access() = 'network' and broadcast_id is null and update_only and slot like 'broadcast:%'
       and vises_broadcast_stands(slot, channel_id, structure_id)`,
  ),
  checking(
    'broadcast_colleague',
    'outbox',
    `vises_access() = 'network' and structure_id is null and broadcast_id is null and ${isOneOf('channel_id', 'vises_colleague_dms')}`,
  ),
  ...['broadcast_seen', 'broadcast_held'].map((name) =>
    using(
      name,
      'outbox',
      `vises_access() = 'network' and broadcast_id is not null and ${isOneOf('broadcast_id', 'vises_broadcasts_of')}`,
    ),
  ),
];

const indexes = [
  // Each turn takes back what it made needless, and asks who accompanies the team.
  `create index outbox_waiting on outbox (evaluation_id) where state in ('pending', 'parked')`,
  'drop index outbox_evaluation',
  'create index on accompaniments (structure_id)',
];

const statements = [...indexes, ...functions, ...progress, ...people, ...networks, ...said];
