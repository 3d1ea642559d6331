import { sql } from 'kysely';
import type { Language } from '../core/language.ts';
import type { ChannelAddress } from '../core/incoming.ts';
import type { Tx } from './database.ts';
import { type Channel, findChannel } from './routing.ts';

export type NetworkRole = 'animator' | 'releaser' | 'researcher' | 'accompanier';

/** What a person is to teams that are not theirs. */
export interface Offices {
  /** The teams they accompany today, by name. */
  accompanies: { structureId: string; name: string; evaluationId?: string }[];
  /** The networks they have a role in today, by name. */
  networks: { id: string; name: string; roles: NetworkRole[] }[];
}

export const hasOffice = ({ accompanies, networks }: Offices): boolean => accompanies.length > 0 || networks.length > 0;

/** The offices of somebody. Asked in routing, about the one who acts. */
export async function officesOf(tx: Tx, person: string): Promise<Offices> {
  await sql`select set_config('vises.person', ${person}, true)`.execute(tx);
  const accompanied = await sql<{ structure_id: string; name: string; evaluation_id: string | null }>`
    select distinct on (s.name, a.structure_id) a.structure_id, s.name, c.evaluation_id
    from accompaniments a join structures s on s.id = a.structure_id
    left join channels c on c.structure_id = a.structure_id and c.kind = 'team' and c.role = 'home'
    where a.person_id = ${person} and a.from_at <= now() and (a.until_at is null or a.until_at > now())
    order by s.name, a.structure_id, c.created_at desc`.execute(tx);
  const roles = await sql<{ id: string; name: string; roles: NetworkRole[] }>`
    select n.id, n.name, array_agg(distinct r.role order by r.role) as roles
    from network_roles r join networks n on n.id = r.network_id
    where r.person_id = ${person} and (r.until_at is null or r.until_at > now())
    group by n.id, n.name order by n.name, n.id`.execute(tx);
  return {
    accompanies: accompanied.rows.map(({ structure_id, name, evaluation_id }) => ({
      structureId: structure_id,
      name,
      ...(evaluation_id && { evaluationId: evaluation_id }),
    })),
    networks: roles.rows,
  };
}

/** From now on what comes to a person in their office is said there. */
export async function setDesk(tx: Tx, person: string, channelId: string, now: Date): Promise<void> {
  await tx
    .insertInto('desks')
    .values({ person_id: person, channel_id: channelId, since: now })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ channel_id: channelId, since: now }))
    .execute();
}

/** Where a person reads what comes to them in their office, and in which language; nothing when they never took one up. */
export async function deskOf(tx: Tx, person: string): Promise<{ channel: Channel; language: Language } | undefined> {
  const row = await tx
    .selectFrom('desks as d')
    .innerJoin('channels as c', 'c.id', 'd.channel_id')
    .select(['c.platform', 'c.workspace', 'c.key'])
    .where('d.person_id', '=', person)
    .executeTakeFirst();
  const channel = row && (await findChannel(tx, row as ChannelAddress));
  return channel && { channel, language: channel.language };
}
