import { sql } from 'kysely';
import { type Change, contributionOf, type Evaluation, type QuestionState } from '../core/evaluation/evaluation.ts';
import type { Tx } from './database.ts';
import { itemRows } from './items.ts';
import { asJson } from './json.ts';
import { sendAlong } from './pipelined.ts';

export interface TurnToSave {
  before: Evaluation;
  after: Evaluation;
  changes: Change[];
  /** The channel that the turn came through, for the source of a contribution. */
  channelId: string;
  now: Date;
  /** Absent for what the companion does by itself: then nobody gave a sign. */
  by?: string;
}

/** The ids of these rows, said beside the join: so the plan goes by them, and not by how small the table was when it was made. */
const anyOf = (rows: 'settled' | 'retired' | 'files') =>
  sql`any (array(select (each->>'id')::uuid from d, jsonb_array_elements(d.j->${sql.lit(rows)}) as each))`;

/** Writes what a turn changed, and nothing else, in one statement that is sent along. The evaluation must be locked. */
export async function saveTurn(tx: Tx, turn: TurnToSave): Promise<void> {
  const { after, now, by } = turn;
  const rows = asJson(rowsOf(turn));
  const saving = sql`
    with d as (select ${rows}::jsonb as j),
    added as (
      insert into contributions (id, evaluation_id, structure_id, question_id, person_id, state, channel_id, message_ref, version, added_at, changed_at)
      select r.id, ${after.id}, ${after.structure.id}, r.question, r.person, r.state, case when m.message is null then null else ${turn.channelId}::uuid end, m.message, r.version, ${now}, ${now}
      from d, jsonb_to_recordset(d.j->'added') as r(id uuid, question text, person uuid, state text, message text, version integer)
      left join lateral (select r.message where not exists (
        select from contributions known where known.channel_id = ${turn.channelId}::uuid and known.message_ref = r.message offset 0)) as m on true),
    settled as (
      update contributions c set state = r.state, version = r.version, changed_at = r.changed
      from d, jsonb_to_recordset(d.j->'settled') as r(id uuid, state text, version integer, changed timestamptz) where c.id = r.id and c.id = ${anyOf('settled')}),
    versions as (
      insert into contribution_versions (contribution_id, version, structure_id, origin, text, value, at)
      select r.id, r.version, ${after.structure.id}, r.origin, r.text, r.value, ${now}
      from d, jsonb_to_recordset(d.j->'versions') as r(id uuid, version integer, origin text, text text, value jsonb)),
    answers as (
      insert into answer_versions (evaluation_id, question_id, version, structure_id, how, value, text, made_by, made_at)
      select ${after.id}, r.question, r.version, ${after.structure.id}, r.how, r.value, r.text, r.by, ${now}
      from d, jsonb_to_recordset(d.j->'answers') as r(question text, version integer, how text, value jsonb, text text, by uuid)),
    sources as (
      insert into answer_sources (evaluation_id, question_id, answer_version, structure_id, contribution_id, contribution_version)
      select ${after.id}, r.question, r.version, ${after.structure.id}, r.contribution, r.of
      from d, jsonb_to_recordset(d.j->'sources') as r(question text, version integer, contribution uuid, of integer)),
    items as (
      insert into answer_items (id, evaluation_id, question_id, structure_id, position)
      select r.id, ${after.id}, r.question, ${after.structure.id}, r.position
      from d, jsonb_to_recordset(d.j->'items') as r(id uuid, question text, position integer)
      on conflict (id) do update set position = excluded.position, retired_at = null),
    retired as (
      update answer_items i set retired_at = ${now} from d, jsonb_to_recordset(d.j->'retired') as r(id uuid) where i.id = r.id and i.id = ${anyOf('retired')}),
    item_versions as (
      insert into answer_item_versions (item_id, version, structure_id, answer_version, text, fields, at)
      select r.id, r.version, ${after.structure.id}, r.version, r.text, r.fields, ${now}
      from d, jsonb_to_recordset(d.j->'itemVersions') as r(id uuid, version integer, text text, fields jsonb)),
    consents as (
      insert into consents (structure_id, item_id, scope, recorded_by, recorded_at)
      select ${after.structure.id}, r.id, r.scope, r.by, ${now} from d, jsonb_to_recordset(d.j->'consents') as r(id uuid, scope text, by uuid)),
    states as (
      insert into question_states (evaluation_id, question_id, structure_id, status, recheck, recheck_because, attempts, reason, quorum, version, answer_version, asked_at, changed_at)
      select ${after.id}, r.question, ${after.structure.id}, r.status, r.recheck, r.because, r.attempts, r.reason, r.quorum, r.version, r.answer, r.asked, ${now}
      from d, jsonb_to_recordset(d.j->'states') as r(question text, status text, recheck boolean, because text, attempts integer, reason text, quorum integer, version integer, answer integer, asked timestamptz)
      on conflict (evaluation_id, question_id) do update set status = excluded.status, recheck = excluded.recheck, recheck_because = excluded.recheck_because,
        attempts = excluded.attempts, reason = excluded.reason, quorum = excluded.quorum, version = excluded.version, answer_version = excluded.answer_version,
        asked_at = excluded.asked_at, changed_at = excluded.changed_at),
    waiting as (
      insert into pendings (id, evaluation_id, structure_id, person_id, question_id, kind, payload, added_at)
      select r.id, ${after.id}, ${after.structure.id}, r.person, r.question, r.kind, r.payload, ${now}
      from d, jsonb_to_recordset(d.j->'waiting') as r(id uuid, person uuid, question text, kind text, payload jsonb)),
    closed as (delete from pendings where id = any (array(select jsonb_array_elements_text(d.j->'closed')::uuid from d))),
    calls as (
      insert into calls (id, structure_id, evaluation_id, question_id, kind, words, opened_by, opened_at)
      select r.id, ${after.structure.id}, ${after.id}, r.question, r.kind, r.words, r.by, ${now}
      from d, jsonb_to_recordset(d.j->'calls') as r(id uuid, question text, kind text, words text, by uuid)),
    attached as (
      update files f set question_id = r.question from d, jsonb_to_recordset(d.j->'files') as r(id uuid, question text) where f.id = r.id and f.id = ${anyOf('files')}),
    noted as (
      insert into audit (at, structure_id, evaluation_id, person_id, what, question_id, details)
      select ${now}, ${after.structure.id}, ${after.id}, r.by, r.what, r.question, coalesce(r.details, '{}')
      from d, jsonb_to_recordset(d.j->'noted') as r(what text, question text, by uuid, details jsonb)),
    spoke as (
      update members set last_spoke_at = ${now} where structure_id = ${after.structure.id} and person_id = ${by ?? null}::uuid)
    update evaluations set state = ${after.state}, path = ${after.path}, structure_group = ${after.group}, language = ${after.language}, pace = ${after.pace},
      carrier_id = ${after.carrier ?? null}, relay_id = ${after.relay ?? null}, open_question = ${after.openQuestion ?? null},
      paused_until = ${after.pausedUntil ?? null}, muted = ${after.muted}, hears_everything = ${after.hearsThreads},
      model_on = ${after.agreedModel !== undefined}, model_agreed = ${after.agreedModel ?? null}, version = version + 1,
      last_sign_at = case when ${by !== undefined} then ${now}::timestamptz else last_sign_at end,
      ended_at = case when ${after.state === 'ended'} then coalesce(ended_at, ${now}::timestamptz) end
    where id = ${after.id}`;
  await sendAlong(() => saving.execute(tx));
}

function rowsOf(turn: TurnToSave) {
  const { before, after, changes } = turn;
  const of = <K extends Change['change']>(kind: K) =>
    changes.filter((change): change is Extract<Change, { change: K }> => change.change === kind);
  const added = of('contribution-added');
  // One message may say several things: its edits go to the first.
  const sources = new Set<string>();
  const sourceOf = (message: string | undefined): string | undefined => {
    if (message === undefined || sources.has(message)) return undefined;
    sources.add(message);
    return message;
  };
  const isNew = new Set(added.map((each) => each.id));
  const touched = new Set(
    [...of('contribution-versioned'), ...of('contribution-settled')].map((each) => each.id).filter((id) => !isNew.has(id)),
  );
  const closed = new Set(of('pending-closed').map((each) => each.id));
  const versionsOf = new Map<string, number>();
  const nextVersion = (id: string): number => {
    const version = (versionsOf.get(id) ?? contributionOf(before, id)?.version ?? 0) + 1;
    versionsOf.set(id, version);
    return version;
  };
  const answers = of('answer-kept');
  const answersOf = new Map<string, number>();
  const answerRows = answers.map(({ question, how, value, by, from }) => {
    const version = (answersOf.get(question) ?? before.states[question]?.answerVersions ?? 0) + 1;
    answersOf.set(question, version);
    return { question, version, how, value, text: value.text, by, from };
  });
  return {
    added: added.map(({ id, question, person, message }) => ({
      id,
      question,
      person,
      message: sourceOf(message),
      state: contributionOf(after, id)?.state,
      version: contributionOf(after, id)?.version,
    })),
    settled: [...touched].map((id) => {
      const each = contributionOf(after, id);
      return { id, state: each?.state, version: each?.version, changed: each?.changedAt };
    }),
    versions: changes.flatMap((change) =>
      change.change === 'contribution-added' || change.change === 'contribution-versioned'
        ? [{ id: change.id, version: nextVersion(change.id), origin: change.origin, text: change.text, value: change.value }]
        : [],
    ),
    answers: answerRows,
    sources: answerRows.flatMap(({ question, version, from }) =>
      from.map((contribution) => ({ question, version, contribution, of: contributionOf(after, contribution)?.version })),
    ),
    ...itemRows(before, after, turn.by),
    states: Object.entries(after.states)
      .filter(([id, state]) => before.states[id] !== state)
      .map(([question, state]) => stateRow(question, state)),
    waiting: of('pending-added')
      .filter(({ pending }) => !closed.has(pending.id))
      .map(({ pending: { id, person, question, addedAt: _addedAt, kind, ...payload } }) => ({
        id,
        person,
        question,
        kind,
        payload,
      })),
    closed: [...closed],
    calls: of('call-opened'),
    files: [...of('file-attached'), ...filesOf(answers)],
    noted: of('noted'),
  };
}

const stateRow = (question: string, state: QuestionState) => ({
  question,
  status: state.status,
  recheck: state.recheck,
  because: state.recheckBecause,
  attempts: state.attempts,
  reason: state.reason,
  quorum: state.quorum,
  version: state.version,
  answer: state.answer?.version,
  asked: state.askedAt,
});

/** Files that are an answer belong to its question from then on. */
const filesOf = (answers: Extract<Change, { change: 'answer-kept' }>[]) =>
  answers.flatMap(({ question, value }) =>
    value.type === 'files' ? value.files.map((file) => ({ id: file.id, question })) : [],
  );
