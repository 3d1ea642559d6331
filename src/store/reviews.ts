import { sql } from 'kysely';
import type { Comment, Decision } from '../core/draft.ts';
import type { Deciders } from '../core/review.ts';
import type { Tx } from './database.ts';

/** Notes what somebody decided about a version. What they decided about it before no longer counts. */
export async function addDecision(tx: Tx, structureId: string, draftId: string, decision: Decision): Promise<void> {
  const { at, person, version } = decision;
  await tx
    .updateTable('reviews')
    .set({ fell_at: at })
    .where('draft_id', '=', draftId)
    .where('version', '=', version)
    .where('person_id', '=', person)
    .where('fell_at', 'is', null)
    .execute();
  await tx
    .insertInto('reviews')
    .values({
      structure_id: structureId,
      draft_id: draftId,
      version,
      person_id: person,
      decision: decision.decision,
      note: decision.note ?? null,
      at,
    })
    .execute();
}

/** The text was changed or recalled: what was decided about it is history. */
export async function dropDecisions(tx: Tx, draftId: string, now: Date): Promise<void> {
  await tx.updateTable('reviews').set({ fell_at: now }).where('draft_id', '=', draftId).where('fell_at', 'is', null).execute();
}

export async function addComment(tx: Tx, structureId: string, draftId: string, comment: Comment): Promise<void> {
  await tx
    .insertInto('comments')
    .values({
      id: comment.id,
      structure_id: structureId,
      draft_id: draftId,
      version: comment.version,
      sentence_key: comment.sentence ?? null,
      person_id: comment.person,
      kind: comment.kind,
      text: comment.text,
      question_id: comment.question ?? null,
      answer_versions: comment.answerVersions ?? null,
      at: comment.at,
    })
    .execute();
}

export async function settleComment(tx: Tx, id: string, { outcome, by, at }: NonNullable<Comment['settled']>): Promise<void> {
  await tx.updateTable('comments').set({ outcome, settled_by: by, settled_at: at }).where('id', '=', id).execute();
}

/** Who decides about the texts of an evaluation now, and whether this person is a guest. */
export async function findDeciders(
  tx: Tx,
  of: { structureId: string; evaluationId: string; carrier: string | undefined; person: string },
): Promise<{ deciders: Deciders; isGuest: boolean }> {
  const { rows } = await sql<{ accompaniers: string[] | null; both: boolean; guest: boolean }>`
    select
      (select array_agg(a.person_id::text order by a.from_at) from accompaniments a where a.structure_id = ${of.structureId} and a.until_at is null) as accompaniers,
      exists (select from grants g where g.evaluation_id = ${of.evaluationId} and g.kind = 'approves-texts' and g.until_at is null) as both,
      exists (select from members m where m.structure_id = ${of.structureId} and m.person_id = ${of.person} and m.role = 'guest') as guest`.execute(
    tx,
  );
  const [row] = rows;
  return {
    deciders: {
      ...(of.carrier !== undefined && { carrier: of.carrier }),
      accompaniers: row?.accompaniers ?? [],
      both: row?.both ?? false,
    },
    isGuest: row?.guest ?? false,
  };
}

/** The structure wants its accompanier's yes for its texts too, or no longer. A dated row each time. */
export async function setBothDecide(
  tx: Tx,
  of: { structureId: string; evaluationId: string },
  by: string,
  on: boolean,
  now: Date,
): Promise<void> {
  if (!on) {
    await tx
      .updateTable('grants')
      .set({ until_at: now })
      .where('evaluation_id', '=', of.evaluationId)
      .where('kind', '=', 'approves-texts')
      .where('until_at', 'is', null)
      .execute();
    return;
  }
  await tx
    .insertInto('grants')
    .values({
      structure_id: of.structureId,
      evaluation_id: of.evaluationId,
      kind: 'approves-texts',
      granted_by: by,
      from_at: now,
    })
    .execute();
}
