import { questionsFor } from '../src/core/method.ts';
import type { World } from './world.ts';

/** Stores answers of other teams until there are this many, as a federation of years would have: 40 answers an evaluation. */
export async function fillWithAnswers({ pool, method }: World, wanted: number): Promise<void> {
  const questions = questionsFor(method, 'full', 'insertion').map((question) => question.id);
  const perTeam = 40;
  const { rows } = await pool.query<{ there: number }>('select count(*)::int as there from answer_versions');
  const teams = Math.ceil(Math.max(0, wanted - (rows[0]?.there ?? 0)) / perTeam);
  if (teams === 0) return;
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(
      `create temp table team on commit drop as
       select gen_random_uuid() as structure, gen_random_uuid() as evaluation, gen_random_uuid() as person from generate_series(1, $1::int)`,
      [teams],
    );
    await client.query(
      `create temp table kept on commit drop as
       select t.*, q.id as question, gen_random_uuid() as contribution from team t, unnest($1::text[]) as q(id)`,
      [questions.slice(0, perTeam)],
    );
    await client.query(
      `insert into structures (id, name, structure_group, language, time_zone) select structure, 'x', 'insertion', 'fr', 'Europe/Paris' from team`,
    );
    await client.query(`insert into people (id, name) select person, 'x' from team`);
    await client.query(`insert into members (structure_id, person_id) select structure, person from team`);
    await client.query(
      `insert into evaluations (id, structure_id, method_version, state, path, structure_group, language, pace, carrier_id, started_at, last_sign_at)
       select evaluation, structure, $1, 'running', 'full', 'insertion', 'fr', 'own-pace', person, now(), now() from team`,
      [method.version],
    );
    await client.query(`insert into contributions (id, evaluation_id, structure_id, question_id, person_id, state, added_at, changed_at)
       select contribution, evaluation, structure, question, person, 'kept', now(), now() from kept`);
    await client.query(`insert into contribution_versions (contribution_id, version, structure_id, origin, text, value, at)
       select contribution, 1, structure, 'said', repeat('mots ', 30), '{"type":"text","text":"mots"}', now() from kept`);
    await client.query(`insert into answer_versions (evaluation_id, question_id, version, structure_id, how, value, text, made_by, made_at)
       select evaluation, question, 1, structure, 'kept', '{"type":"text","text":"mots"}', repeat('mots ', 30), person, now() from kept`);
    await client.query(`insert into answer_sources (evaluation_id, question_id, answer_version, structure_id, contribution_id, contribution_version)
       select evaluation, question, 1, structure, contribution, 1 from kept`);
    await client.query(`insert into question_states (evaluation_id, question_id, structure_id, status, version, answer_version, asked_at, changed_at)
       select evaluation, question, structure, 'answered', 2, 1, now(), now() from kept`);
    await client.query('commit');
  } finally {
    client.release();
  }
  await pool.query('analyze');
}
