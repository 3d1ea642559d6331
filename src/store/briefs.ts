import { sql } from 'kysely';
import type { Status } from '../core/evaluation/evaluation.ts';
import type { BriefFacts } from '../core/portfolio/brief.ts';
import type { Tx } from './database.ts';

/** The last time that the one who acts was briefed about a team, nudged it or answered a call of it. */
export async function lastContact(tx: Tx, person: string, structureId: string, now: Date): Promise<BriefFacts['since']> {
  const { rows } = await sql<{ at: Date; what: 'brief' | 'nudge' | 'call' }>`
    select at, what from (
      select max(at) as at, 'brief' as what from briefs where person_id = ${person} and structure_id = ${structureId}
      union all
      select max(due_at), 'nudge' from hand_nudges
        where person_id = ${person} and structure_id = ${structureId} and state = 'sent' and due_at <= ${now}
      union all
      select max(answered_at), 'call' from calls where taken_by = ${person} and structure_id = ${structureId}) as contact
    where at is not null order by at desc limit 1`.execute(tx);
  return rows[0];
}

export async function noteBrief(tx: Tx, person: string, structureId: string, now: Date): Promise<void> {
  await tx.insertInto('briefs').values({ person_id: person, structure_id: structureId, at: now }).execute();
}

/** What changed in a team since then, the newest last. `wordsOf` tells which questions' words may be read. */
export async function changedSince(
  tx: Tx,
  evaluationId: string,
  since: Date,
  wordsOf: readonly string[],
): Promise<{ question: string; status: Status; version: number; at: Date; words?: string }[]> {
  const { rows } = await sql<{ question: string; status: Status; version: number | null; at: Date; words: string | null }>`
    select q.question_id as question, q.status, q.answer_version as version, q.changed_at as at,
      case when q.question_id = any (${[...wordsOf]}::text[]) then (
        select v.text from answer_versions v where v.evaluation_id = q.evaluation_id and v.question_id = q.question_id
          and v.version = q.answer_version and v.redacted_at is null) end as words
    from question_states q where q.evaluation_id = ${evaluationId} and q.changed_at > ${since} and q.status <> 'open'
    order by q.changed_at, q.question_id`.execute(tx);
  return rows.map(({ question, status, version, at, words: said }) => ({
    question,
    status,
    version: version ?? 0,
    at,
    ...(said && { words: said }),
  }));
}

/** Texts that changed since then, without a word of them; and how many of the team wrote. In the team's own work. */
export async function livelinessSince(
  tx: Tx,
  { structureId, evaluationId }: { structureId: string; evaluationId: string },
  since: Date,
): Promise<{ spoke: number; members: number; texts: { output: string; at: Date }[]; calls: { question?: string; at: Date }[] }> {
  const { rows } = await sql<{ spoke: number; members: number }>`
    select count(*) filter (where last_spoke_at > ${since})::int as spoke, count(*)::int as members
    from members where structure_id = ${structureId} and until_at is null and role <> 'guest'`.execute(tx);
  const texts = await tx
    .selectFrom('text_facts')
    .select(['output_id as output', 'since as at'])
    .where('evaluation_id', '=', evaluationId)
    .where('since', '>', since)
    .orderBy('since')
    .execute();
  const calls = await tx
    .selectFrom('calls')
    .select(['question_id', 'opened_at as at'])
    .where('evaluation_id', '=', evaluationId)
    .where('kind', '=', 'help')
    .where('opened_at', '>', since)
    .orderBy('opened_at')
    .execute();
  return {
    spoke: rows[0]?.spoke ?? 0,
    members: rows[0]?.members ?? 0,
    texts,
    calls: calls.map(({ question_id, at }) => ({ at, ...(question_id !== null && { question: question_id }) })),
  };
}
