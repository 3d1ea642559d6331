import { sql } from 'kysely';
import type { Tx } from './database.ts';

/** The newest version of each line of an answer, by `question/item`: what a sentence that cites it cites. */
export async function itemVersions(tx: Tx, evaluationId: string): Promise<Record<string, number>> {
  const { rows } = await sql<{ id: string; version: number }>`
    select i.question_id || '/' || i.id as id, (select max(v.version) from answer_item_versions v where v.item_id = i.id) as version
    from answer_items i where i.evaluation_id = ${evaluationId} and i.retired_at is null`.execute(tx);
  return Object.fromEntries(rows.map(({ id, version }) => [id, version]));
}

/** A text that leans on what changed. */
export interface Shaken {
  draft: string;
  /** It was not to be looked at again before: the team has not been told yet. */
  isNew: boolean;
  wasApproved: boolean;
}

/**
 * Answers changed (`all`: something that every sentence leans on): what sentences cite of them is noted as no longer so, and texts that
 * were in review or approved are to be looked at again; the decisions about them fall. One statement, found by the index on what is cited; what was changed must be stored before.
 */
export async function shakeTexts(
  tx: Tx,
  evaluationId: string,
  questions: readonly string[] | 'all',
  now: Date,
): Promise<Shaken[]> {
  const isChanged =
    questions === 'all'
      ? sql`true`
      : sql`s.question_id = any (${[...questions]}::text[]) and (s.item_id is null
          or exists (select from answer_items i where i.id = s.item_id and i.retired_at is not null)
          or exists (select from answer_item_versions v where v.item_id = s.item_id and v.version > s.item_version))`;
  const { rows } = await sql<{ draft: string; is_new: boolean; was_approved: boolean }>`
    with stale as (
      update supports s set stale_at = ${now}
      where s.evaluation_id = ${evaluationId} and s.stale_at is null and ${isChanged}
      returning s.draft_id, s.version),
    shaken as (
      select d.id, d.state from drafts d
      where d.state in ('in-review', 'changes-asked', 'approved', 'to-recheck')
        and exists (select from stale where stale.draft_id = d.id and stale.version = d.version)),
    fallen as (
      update reviews r set fell_at = ${now} from shaken where r.draft_id = shaken.id and r.fell_at is null),
    moved as (
      update drafts d set state = 'to-recheck', changed_at = ${now} from shaken where d.id = shaken.id and d.state <> 'to-recheck')
    select id as draft, state <> 'to-recheck' as is_new, state = 'approved' as was_approved from shaken order by id`.execute(tx);
  return rows.map((row) => ({ draft: row.draft, isNew: row.is_new, wasApproved: row.was_approved }));
}
