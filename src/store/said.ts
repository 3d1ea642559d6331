import { sql } from 'kysely';
import type { ChannelAddress } from '../core/incoming.ts';
import type { About } from '../core/message.ts';
import type { Tx } from './database.ts';
import { type Channel, findChannel } from './routing.ts';

export interface Said {
  slot?: string;
  question?: string;
  about?: About;
  kind: string;
}

/** What the companion once said, found again by the platform's reference. */
export async function findSaid(tx: Tx, channelId: string, message: string): Promise<Said | undefined> {
  const row = await tx
    .selectFrom('said')
    .select(['slot', 'question_id', 'about', 'kind'])
    .where('channel_id', '=', channelId)
    .where('message_ref', '=', message)
    .executeTakeFirst();
  return (
    row && {
      kind: row.kind,
      ...(row.slot && { slot: row.slot }),
      ...(row.question_id && { question: row.question_id }),
      ...(row.about !== null && { about: row.about as About }),
    }
  );
}

/** Something that was said to one person alone. */
export interface SaidToOne {
  /** Where it was to be said: their own conversation, or a channel in which it could not be shown to them alone. */
  channel: Channel;
  evaluationId?: string;
}

/**
 * What somebody has before them in the conversation they have alone with the companion, found again by the platform's reference. Asked in
 * routing, about the one who acts: nothing comes back of teams they are not in.
 */
export async function findSaidToOne(
  tx: Tx,
  conversation: Channel,
  person: string,
  message: string,
): Promise<SaidToOne | undefined> {
  const { platform, workspace } = conversation.address;
  await sql`select set_config('vises.person', ${person}, true)`.execute(tx);
  const { rows } = await sql<{ key: string; evaluationId: string | null }>`
    select c.key, s.evaluation_id as "evaluationId" from (
      select 0 as rank, channel_id, evaluation_id, at from said where channel_id = ${conversation.id} and message_ref = ${message}
      union all
      select 1, channel_id, evaluation_id, at from said where private_to = ${person} and message_ref = ${message}
    ) s join channels c on c.id = s.channel_id
    where c.platform = ${platform} and c.workspace = ${workspace}
    order by s.rank, s.at desc limit 1`.execute(tx);
  const [row] = rows;
  const channel = row && (await findChannel(tx, { platform, workspace, key: row.key }));
  return channel && { channel, ...(row.evaluationId && { evaluationId: row.evaluationId }) };
}

/** The contribution that a person's message became, if it became one. */
export async function findContribution(tx: Tx, channelId: string, message: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('contributions')
    .select('id')
    .where('channel_id', '=', channelId)
    .where('message_ref', '=', message)
    .executeTakeFirst();
  return row?.id;
}

/** What the newest message about a text that stands in a channel was about: the version that people there have before them. */
export async function newestAboutOf(tx: Tx, channelId: string, draft: string): Promise<About | undefined> {
  const { rows } = await sql<{ about: About }>`
    select about from said where channel_id = ${channelId} and about->>'draft' = ${draft} and slot is not null
    order by (about->>'version')::integer desc limit 1`.execute(tx);
  return rows[0]?.about;
}

/** Of the texts that are not written yet, the one whose claims were shown last in a channel. */
export async function newestClaimsIn(tx: Tx, channelId: string): Promise<string | undefined> {
  const { rows } = await sql<{ draft: string }>`
    select d.id as draft from said s join drafts d on d.id::text = s.about->>'draft' and d.state = 'claims'
    where s.channel_id = ${channelId} and s.kind = 'text-claims'
    order by s.at desc limit 1`.execute(tx);
  return rows[0]?.draft;
}

/** Where a version of a text was announced as approved, or given as such, under names of ours. */
export async function approvalSaid(
  tx: Tx,
  evaluationId: string,
  draft: { id: string; version: number },
): Promise<{ channelId: string; slot: string }[]> {
  const { rows } = await sql<{ channelId: string; slot: string }>`
    select channel_id as "channelId", slot from said
    where evaluation_id = ${evaluationId} and slot is not null and kind in ('text-approved', 'text-file', 'text-export')
      and about->>'draft' = ${draft.id} and (about->>'version')::integer = ${draft.version}`.execute(tx);
  return rows;
}

/** Whose text it is that was shown in a channel. Of a team that is not the person's in routing, nothing comes back. */
export async function ownerOfText(
  tx: Tx,
  channelId: string,
  draft: string,
): Promise<{ structureId: string; evaluationId: string } | undefined> {
  const { rows } = await sql<{ structureId: string; evaluationId: string }>`
    select structure_id as "structureId", evaluation_id as "evaluationId" from said
    where channel_id = ${channelId} and about->>'draft' = ${draft} and structure_id is not null and evaluation_id is not null
    order by at desc limit 1`.execute(tx);
  return rows[0];
}

/**
 * Where somebody has their own view before them: it was shown under this name, in a view or in their own conversation, the newest first.
 * Asked in routing, about that person.
 */
export async function ownHomes(tx: Tx, person: string, slot: string): Promise<Channel[]> {
  await sql`select set_config('vises.person', ${person}, true)`.execute(tx);
  const { rows } = await sql<{ platform: ChannelAddress['platform']; workspace: string; key: string }>`
    select c.platform, c.workspace, c.key from said s join channels c on c.id = s.channel_id
    join identities i on i.platform = c.platform and i.workspace = c.workspace and c.key in ('dm:' || i.user_key, 'home:' || i.user_key)
    where i.person_id = ${person} and s.slot = ${slot} and s.structure_id is null and c.kind = 'direct'
    order by s.at desc`.execute(tx);
  const found = await Promise.all(rows.map((address) => findChannel(tx, address)));
  return found.filter((channel) => channel !== undefined);
}
