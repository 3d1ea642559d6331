import { sql } from 'kysely';
import type { Candidate, QuestionProgress } from '../core/broadcasts/audience.ts';
import type { Language } from '../core/language.ts';
import type { Group, Method } from '../core/method.ts';
import type { Tx } from './database.ts';
import { getMethod } from './methods.ts';
import { isStopped, isWithheld } from './parking.ts';

interface Row {
  structure: string;
  name: string;
  channel: string;
  cohort: string | null;
  territory: string;
  calendar: Candidate['calendar'];
  group: Group;
  language: Language;
  time_zone: string;
  evaluation: string;
  method_version: string;
  state: 'running' | 'paused' | 'ended';
  muted: boolean;
  open_question: string | null;
  started_at: Date;
  opted_out: boolean;
  gone: boolean;
  withheld: boolean;
  contacts: number;
}

const weekMs = 7 * 24 * 3_600_000;

/**
 * Every team that is in a network now, with its home channel and how far it is: the newest evaluation of each channel. Given channels, of
 * those alone. Access: that network.
 */
export async function candidatesOf(tx: Tx, network: string, now: Date, channels?: readonly string[]): Promise<Candidate[]> {
  const { rows } = await sql<Row>`
    select distinct on (c.id) s.id as structure, s.name, c.id as channel, m.cohort_id as cohort, s.territory, s.calendar,
      e.structure_group as "group", e.language, s.time_zone, e.id as evaluation, e.method_version, e.state, e.muted, e.open_question, e.started_at,
      o.structure_id is not null as opted_out,
      c.parked_at is not null or coalesce(c.place, 'here') <> 'here' or exists (
        select from workspaces w where w.platform = c.platform and w.key = c.workspace and ${isStopped}) as gone,
      ${isWithheld} as withheld,
      (select count(*)::int from contacts t where t.channel_id = c.id and t.at > ${new Date(now.getTime() - weekMs)}) as contacts
    from memberships m
    join structures s on s.id = m.structure_id
    join channels c on c.structure_id = s.id and c.kind = 'team' and c.role = 'home'
    join evaluations e on e.id = c.evaluation_id
    left join opt_outs o on o.structure_id = s.id and o.network_id = m.network_id
    where m.network_id = ${network} and m.from_at <= now() and (m.until_at is null or m.until_at > now()) and not e.trial
      ${channels ? sql`and c.id = any (${channels}::uuid[])` : sql``}
    order by c.id, m.from_at desc`.execute(tx);
  const progress = await progressOf(
    tx,
    rows.map(({ evaluation }) => evaluation),
  );
  const methods = new Map<string, Method>();
  for (const version of new Set(rows.map((row) => row.method_version))) methods.set(version, await getMethod(tx, version));
  return rows.map((row) => ({
    structure: row.structure,
    name: row.name,
    channel: row.channel,
    ...(row.cohort && { cohort: row.cohort }),
    territory: row.territory,
    group: row.group,
    language: row.language,
    timeZone: row.time_zone,
    ...(row.calendar && { calendar: row.calendar }),
    evaluation: {
      method: methods.get(row.method_version) as Method,
      state: row.state,
      muted: row.muted,
      ...(row.open_question && { openQuestion: row.open_question }),
      startedAt: row.started_at,
      questions: progress.get(row.evaluation) ?? [],
    },
    optedOut: row.opted_out,
    gone: row.gone,
    withheld: row.withheld,
    contacts: row.contacts,
  }));
}

async function progressOf(tx: Tx, evaluations: readonly string[]): Promise<Map<string, QuestionProgress[]>> {
  const found = new Map<string, QuestionProgress[]>();
  if (evaluations.length === 0) return found;
  const rows = await tx
    .selectFrom('question_states')
    .select(['evaluation_id', 'question_id', 'status', 'asked_at', 'changed_at'])
    .where('evaluation_id', '=', sql<string>`any (${evaluations}::uuid[])`)
    .execute();
  for (const row of rows) {
    const some = found.get(row.evaluation_id) ?? [];
    some.push({
      id: row.question_id,
      status: row.status,
      changedAt: row.changed_at,
      ...(row.asked_at && { askedAt: row.asked_at }),
    });
    found.set(row.evaluation_id, some);
  }
  return found;
}
