import { sql } from 'kysely';
import type { Claim, Draft, DraftSentence, DraftState, DraftVersion } from '../core/draft.ts';
import type { Language } from '../core/language.ts';
import type { Tx } from './database.ts';
import { type DraftRow, draftFrom, type SentenceJson, sentenceFrom } from './draft-rows.ts';
import { asJson } from './json.ts';

/** A text as lists show it. */
export interface DraftLine {
  id: string;
  output: string;
  language: Language;
  state: DraftState;
  title: string;
  version: number;
}

/** The texts of an evaluation that may still become something, the newest first. */
export async function listDrafts(tx: Tx, evaluationId: string): Promise<DraftLine[]> {
  const rows = await tx
    .selectFrom('drafts')
    .select(['id', 'output_id', 'language', 'state', 'title', 'version'])
    .where('evaluation_id', '=', evaluationId)
    .where('state', '<>', 'recalled')
    .orderBy('wanted_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    output: row.output_id,
    language: row.language as Language,
    state: row.state as DraftState,
    title: row.title,
    version: row.version,
  }));
}

const sentencesJson = (version: ReturnType<typeof sql>) => sql`(
  select json_agg(json_build_object('key', s.key, 'paragraph', s.paragraph, 'text', s.text, 'original', s.original, 'origin', s.origin,
    'made_by', s.made_by, 'verdict', s.verdict, 'reasons', s.reasons, 'supports', (
      select json_agg(json_build_object('question_id', p.question_id, 'answer_version', p.answer_version, 'item_id', p.item_id,
        'item_version', p.item_version, 'stale_at', p.stale_at) order by p.position)
      from supports p where p.draft_id = s.draft_id and p.version = s.version and p.sentence_key = s.key)) order by s.position)
  from sentences s where s.draft_id = d.id and s.version = ${version})`;

/** A text with its newest version and all that was said and decided about it; nothing when this evaluation has no such text. */
export async function findDraft(tx: Tx, evaluationId: string, id: string): Promise<Draft | undefined> {
  if (!isUuid(id)) return undefined;
  const { rows } = await sql<DraftRow>`
    select d.id, d.output_id, d.language, d.state, d.made, d.title, d.version, d.wanted_by, d.wanted_at,
      (select v.headings from draft_versions v where v.draft_id = d.id and v.version = d.version) as headings,
      (select v.note from draft_versions v where v.draft_id = d.id and v.version = d.version) as note,
      ${sentencesJson(sql`d.version`)} as sentences,
      exists (select from writings w where w.draft_id = d.id and w.state = 'asked') as being_written,
      (select json_agg(json_build_object('id', c.ref, 'text', c.text, 'holds', c.holds, 'why', c.why, 'rank', c.rank, 'struck_by', c.struck_by) order by c.position)
         from claims c where c.draft_id = d.id) as claims,
      (select json_agg(json_build_object('id', c.id, 'kind', c.kind, 'version', c.version, 'sentence_key', c.sentence_key, 'person_id', vises_who(c.person_id),
           'text', c.text, 'question_id', c.question_id, 'answer_versions', c.answer_versions, 'at', c.at, 'outcome', c.outcome,
           'settled_by', c.settled_by, 'settled_at', c.settled_at) order by c.at, c.id)
         from comments c where c.draft_id = d.id) as comments,
      (select json_agg(json_build_object('decision', r.decision, 'version', r.version, 'person_id', vises_who(r.person_id), 'note', r.note, 'at', r.at, 'fell_at', r.fell_at) order by r.at, r.id)
         from reviews r where r.draft_id = d.id) as decisions
    from drafts d where d.id = ${id} and d.evaluation_id = ${evaluationId}`.execute(tx);
  const [row] = rows;
  return row && draftFrom(row);
}

const isUuid = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);

/** The sentences of one version, as they were. */
export async function getSentences(tx: Tx, draftId: string, version: number): Promise<DraftSentence[]> {
  const { rows } = await sql<{ sentences: SentenceJson[] | null }>`
    select ${sentencesJson(sql`${version}`)} as sentences from drafts d where d.id = ${draftId}`.execute(tx);
  return (rows[0]?.sentences ?? []).map(sentenceFrom);
}

/** Who made which version of a text, oldest first. */
export async function listVersions(
  tx: Tx,
  draftId: string,
): Promise<(Pick<DraftVersion, 'version' | 'how' | 'by'> & { at: Date })[]> {
  const rows = await tx
    .selectFrom('draft_versions')
    .select(['version', 'how', 'made_by', 'at'])
    .where('draft_id', '=', draftId)
    .orderBy('version')
    .execute();
  return rows.map(({ version, how, made_by, at }) => ({ version, how: how as DraftVersion['how'], by: made_by ?? '', at }));
}

/** Whose a text is. */
export interface Owner {
  structureId: string;
  evaluationId: string;
}

/** A text that the team wants, with what it may rest on. There must be none of its kind and language yet. */
export async function addDraft(
  tx: Tx,
  owner: Owner,
  draft: Pick<Draft, 'id' | 'output' | 'language' | 'made' | 'title' | 'claims'> & { wantedBy: string },
  now: Date,
): Promise<void> {
  await tx
    .insertInto('drafts')
    .values({
      id: draft.id,
      structure_id: owner.structureId,
      evaluation_id: owner.evaluationId,
      output_id: draft.output,
      language: draft.language,
      state: 'claims',
      made: draft.made,
      title: draft.title,
      version: 0,
      wanted_by: draft.wantedBy,
      wanted_at: now,
      changed_at: now,
    })
    .execute();
  if (draft.claims.length > 0) {
    await tx
      .insertInto('claims')
      .values(
        draft.claims.map((claim, position) => ({
          draft_id: draft.id,
          structure_id: owner.structureId,
          position,
          ref: claim.id,
          text: claim.text,
          holds: claim.holds,
          why: claim.why ?? null,
        })),
      )
      .execute();
  }
}

/** Which claims the team struck, and in which order it wants the others. */
export async function saveClaims(tx: Tx, draftId: string, claims: readonly Claim[], now: Date): Promise<void> {
  const rows = claims.map(({ rank, struckBy }, position) => ({ position, rank, by: struckBy }));
  await sql`
    update claims c set rank = r.rank, struck_by = r.by, struck_at = case when r.by is null then null else coalesce(c.struck_at, ${now}) end
    from jsonb_to_recordset(${asJson(rows)}::jsonb) as r(position integer, rank integer, by uuid)
    where c.draft_id = ${draftId} and c.position = r.position`.execute(tx);
}

/** A version, with what each sentence cites. Numbers are never used twice: the evaluation must be locked. */
export async function addVersion(tx: Tx, owner: Owner, draftId: string, version: DraftVersion, now: Date): Promise<void> {
  const sentences = version.sentences.map((sentence, position) => ({
    position,
    key: sentence.key,
    paragraph: sentence.paragraph,
    text: sentence.text,
    original: sentence.original,
    origin: sentence.origin,
    by: sentence.by,
    verdict: sentence.verdict,
    reasons: sentence.reasons,
  }));
  const supports = version.sentences.flatMap(({ key, supports: all }) =>
    all.map(({ question, answerVersion, item, staleAt }, position) => ({
      key,
      position,
      question,
      answer: answerVersion,
      item: item?.id,
      item_version: item?.version,
      stale: staleAt,
    })),
  );
  await sql`
    with d as (select ${asJson({ sentences, supports })}::jsonb as j),
    made as (
      insert into draft_versions (draft_id, version, structure_id, made_by, at, title, note, headings, how, made_with)
      values (${draftId}, ${version.version}, ${owner.structureId}, ${version.by}, ${now}, ${version.title}, ${version.note ?? null}, ${asJson(version.headings)}::jsonb, ${version.how}, ${asJson(version.madeWith ?? {})}::jsonb)),
    said as (
      insert into sentences (draft_id, version, position, key, structure_id, text, verdict, reasons, paragraph, original, origin, made_by)
      select ${draftId}, ${version.version}, r.position, r.key, ${owner.structureId}, r.text, r.verdict, r.reasons, r.paragraph, r.original, r.origin, r.by
      from d, jsonb_to_recordset(d.j->'sentences') as r(position integer, key uuid, text text, verdict text, reasons jsonb, paragraph integer, original text, origin text, by uuid)),
    cited as (
      insert into supports (structure_id, draft_id, version, position, sentence_key, evaluation_id, question_id, answer_version, item_id, item_version, stale_at)
      select ${owner.structureId}, ${draftId}, ${version.version}, r.position, r.key, ${owner.evaluationId}, r.question, r.answer, r.item, r.item_version, r.stale
      from d, jsonb_to_recordset(d.j->'supports') as r(key uuid, position integer, question text, answer integer, item uuid, item_version integer, stale timestamptz))
    update drafts set version = ${version.version}, title = ${version.title}, changed_at = ${now},
      made = case when ${version.how} in ('assembled', 'written') then ${version.how} else made end where id = ${draftId}`.execute(
    tx,
  );
}

export async function setState(tx: Tx, draftId: string, state: DraftState, now: Date): Promise<void> {
  await tx.updateTable('drafts').set({ state, changed_at: now }).where('id', '=', draftId).execute();
}
