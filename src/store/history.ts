import { sql } from 'kysely';
import type { Tx } from './database.ts';

/** By question: everything that once stood there and no longer does, oldest first. */
export async function earlierWords(tx: Tx, evaluationId: string): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ question: string; text: string; is_answer: boolean }>`
    select q.question_id as question, v.text, true as is_answer, v.made_at as at, v.version
    from question_states q join answer_versions v on v.evaluation_id = q.evaluation_id and v.question_id = q.question_id
    where q.evaluation_id = ${evaluationId} and v.version is distinct from q.answer_version
    union all
    select c.question_id, v.text, false, v.at, v.version
    from contributions c join contribution_versions v on v.contribution_id = c.id
    where c.evaluation_id = ${evaluationId} and v.version < c.version
    order by at, is_answer desc, version`.execute(tx);
  const words = new Map<string, string[]>();
  for (const { question, text, is_answer } of rows) {
    const known = words.get(question) ?? [];
    // What a contribution said is usually what the answer said: once is enough.
    if (is_answer || !known.includes(text)) known.push(text);
    words.set(question, known);
  }
  return words;
}
