import { sql } from 'kysely';
import type { ToldSlice } from '../core/cohort/card.ts';
import { publish, type Told } from '../core/cohort/publish.ts';
import { type Counted, slicesOf } from '../core/cohort/slices.ts';
import type { Language } from '../core/language.ts';
import type { Group } from '../core/method.ts';
import type { Tx } from './database.ts';
import { getMethod } from './methods.ts';

/**
 * How far a network's structures are, as counts that may be told, and remembers what was told. Asked in the network's own work; two at
 * once are told the same.
 */
export async function tellCounts(tx: Tx, networkId: string, now: Date): Promise<ToldSlice[]> {
  await sql`select pg_advisory_xact_lock(hashtext(${`counts:${networkId}`}))`.execute(tx);
  const [structures, memory, cohorts] = [
    await countedOf(tx, networkId),
    await remembered(tx, networkId),
    await cohortsOf(tx, networkId),
  ];
  const slices: ToldSlice[] = [];
  for (const { kind, of, counts } of slicesOf(structures)) {
    const slice = `${kind}:${of}`;
    const { slice: said, told } = publish(counts, memory.get(slice) ?? new Map());
    await remember(tx, networkId, slice, told, memory.get(slice) ?? new Map(), now);
    slices.push({ ...said, kind, name: kind === 'cohort' ? (cohorts.get(of) ?? '') : of });
  }
  return slices;
}

/** Each structure of the network once, by its newest evaluation. Trials count nowhere. */
async function countedOf(tx: Tx, networkId: string): Promise<Counted[]> {
  const { rows } = await sql<{
    cohort: string | null;
    territory: string;
    group: Group;
    language: Language;
    state: 'running' | 'paused' | 'ended';
    open: string | null;
    method: string;
  }>`
    select distinct on (m.structure_id) m.cohort_id as cohort, s.territory, e.structure_group as "group", e.language, e.state,
      e.open_question as open, e.method_version as method
    from memberships m join structures s on s.id = m.structure_id join evaluations e on e.structure_id = m.structure_id and not e.trial
    where m.network_id = ${networkId} and (m.until_at is null or m.until_at > now())
    order by m.structure_id, e.started_at desc, m.from_at desc`.execute(tx);
  const counted: Counted[] = [];
  for (const { cohort, state, open, method, ...row } of rows) {
    counted.push({
      ...row,
      ...(cohort && { cohort }),
      at: state === 'paused' ? 'paused' : await stageOf(tx, method, state === 'running' ? open : null),
    });
  }
  return counted;
}

/** The stage a question is in; past all questions, it is done. */
async function stageOf(tx: Tx, version: string, question: string | null): Promise<string> {
  if (question === null) return 'done';
  const { stages } = await getMethod(tx, version);
  const stage = stages.find(({ steps }) => steps.some(({ questions }) => questions.some(({ id }) => id === question)));
  return stage?.id ?? 'done';
}

async function cohortsOf(tx: Tx, networkId: string): Promise<Map<string, string>> {
  const rows = await tx.selectFrom('cohorts').select(['id', 'name']).where('network_id', '=', networkId).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function remembered(tx: Tx, networkId: string): Promise<Map<string, Map<string, Told>>> {
  const rows = await tx
    .selectFrom('published_counts')
    .select(['slice', 'cell', 'published', 'counted'])
    .where('network_id', '=', networkId)
    .execute();
  const memory = new Map<string, Map<string, Told>>();
  for (const { slice, cell, published, counted } of rows) {
    const cells = memory.get(slice) ?? new Map<string, Told>();
    cells.set(cell, { published, counted });
    memory.set(slice, cells);
  }
  return memory;
}

async function remember(
  tx: Tx,
  networkId: string,
  slice: string,
  told: ReadonlyMap<string, Told>,
  before: ReadonlyMap<string, Told>,
  now: Date,
): Promise<void> {
  const news = [...told].filter(([cell, { published, counted }]) => {
    const known = before.get(cell);
    return known?.published !== published || known.counted !== counted;
  });
  if (news.length === 0) return;
  await tx
    .insertInto('published_counts')
    .values(news.map(([cell, { published, counted }]) => ({ network_id: networkId, slice, cell, published, counted, at: now })))
    .onConflict((conflict) =>
      conflict.columns(['network_id', 'slice', 'cell']).doUpdateSet((row) => ({
        published: row.ref('excluded.published'),
        counted: row.ref('excluded.counted'),
        at: row.ref('excluded.at'),
      })),
    )
    .execute();
}
