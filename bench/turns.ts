import { randomUUID } from 'node:crypto';
import { type World } from './world.ts';

export interface Measured {
  perSecond: number;
  p50: number;
  p99: number;
  cpuMs: number;
}

const at = (sorted: number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** `count` pieces of work, `width` at a time: how many a second, how long each took, and our own CPU for each. */
export async function closedLoop(count: number, width: number, work: (i: number) => Promise<unknown>): Promise<Measured> {
  const took: number[] = [];
  let next = 0;
  const cpu = process.cpuUsage();
  const began = performance.now();
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (let i = next++; i < count; i = next++) {
        const from = performance.now();
        await work(i);
        took.push(performance.now() - from);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  const used = process.cpuUsage(cpu);
  const sorted = took.toSorted((a, b) => a - b);
  return {
    perSecond: count / seconds,
    p50: at(sorted, 0.5),
    p99: at(sorted, 0.99),
    cpuMs: (used.user + used.system) / 1000 / count,
  };
}

export const median = (values: number[]): number =>
  at(
    values.toSorted((a, b) => a - b),
    0.5,
  );

/** Teams that have begun, each in a channel of its own. */
export async function teams(world: World, prefix: string, count: number): Promise<string[]> {
  const channels = Array.from({ length: count }, (_, i) => `${prefix}-${i}`);
  for (const channel of channels) await world.start(channel);
  return channels;
}

/** What people write, in turn: an answer, and now and then a question put off. Every one is a whole turn. */
const words = [
  'nous accueillons des personnes du quartier et nous cherchons avec elles',
  'pas encore',
  'environ 84 personnes en 2024',
  'trier ; former ; accompagner',
];

/** A full durable turn: claimed, decided, stored, queued and committed. */
export const turn = (world: World, channels: string[]) => (i: number) =>
  world.says(channels[i % channels.length] ?? '', words[Math.floor(i / channels.length) % words.length] ?? '');

/** The writes of a turn that keeps an answer, as one raw transaction: one statement each, nothing decided. */
export function rawTurn(world: World, channels: string[]) {
  const { pool } = world;
  const message = JSON.stringify({
    kind: 'question',
    language: 'fr',
    blocks: [{ type: 'text', text: 'x'.repeat(400) }],
    actions: [{ id: 'answer', label: 'Répondre' }],
    forms: [],
  });
  let known: Promise<Map<string, { evaluation: string; structure: string; channel: string; person: string }>> | undefined;
  const find = async () => {
    const { rows } = await pool.query(
      `select c.key, c.id as channel, c.evaluation_id as evaluation, c.structure_id as structure, e.carrier_id as person from channels c join evaluations e on e.id = c.evaluation_id`,
    );
    return new Map(rows.map((row) => [row.key as string, row]));
  };
  return async (i: number): Promise<void> => {
    known ??= find();
    const team = (await known).get(channels[i % channels.length] ?? '');
    if (!team) throw new Error('This channel has not begun.');
    const { evaluation, structure, channel, person } = team;
    const contribution = randomUUID();
    const ref = randomUUID();
    const question = `bench-${i}`;
    const client = await pool.connect();
    try {
      await client.query('begin');
      await client.query(`insert into event_keys (key, seen_at) values ($1, now()), ($2, now())`, [
        randomUUID(),
        `message:${ref}`,
      ]);
      await client.query(`select 1 from evaluations where id = $1 for update`, [evaluation]);
      await client.query(
        `insert into contributions (id, evaluation_id, structure_id, question_id, person_id, state, channel_id, message_ref, added_at, changed_at) values ($1, $2, $3, $4, $5, 'kept', $6, $7, now(), now())`,
        [contribution, evaluation, structure, question, person, channel, ref],
      );
      await client.query(
        `insert into contribution_versions (contribution_id, version, structure_id, origin, text, value, at) values ($1, 1, $2, 'said', $3, $4, now())`,
        [contribution, structure, words[0], '{"type":"text"}'],
      );
      await client.query(
        `insert into answer_versions (evaluation_id, question_id, version, structure_id, how, value, text, made_by, made_at) values ($1, $2, 1, $3, 'kept', $4, $5, $6, now())`,
        [evaluation, question, structure, '{"type":"text"}', words[0], person],
      );
      await client.query(
        `insert into answer_sources (evaluation_id, question_id, answer_version, structure_id, contribution_id, contribution_version) values ($1, $2, 1, $3, $4, 1)`,
        [evaluation, question, structure, contribution],
      );
      await client.query(
        `insert into question_states (evaluation_id, question_id, structure_id, status, version, answer_version, changed_at) values ($1, $2, $3, 'answered', 1, 1, now()), ($1, $4, $3, 'open', 1, null, now())`,
        [evaluation, question, structure, `${question}-next`],
      );
      await client.query(`update evaluations set version = version + 1, last_sign_at = now() where id = $1`, [evaluation]);
      await client.query(`update members set last_spoke_at = now() where structure_id = $1 and person_id = $2`, [
        structure,
        person,
      ]);
      await client.query(
        `insert into outbox (channel_id, structure_id, evaluation_id, priority, message, not_before, created_at) select $1, $2, $3, 0, $4, now() + interval '1 day', now() from generate_series(1, 4)`,
        [channel, structure, evaluation, message],
      );
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  };
}
