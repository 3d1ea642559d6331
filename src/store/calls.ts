import { sql } from 'kysely';
import type { CallKind } from '../core/calls/call.ts';
import type { Language } from '../core/language.ts';
import type { Tx } from './database.ts';

/** That somebody calls, without their words: what a portfolio may know. */
export interface OpenCall {
  id: string;
  kind: CallKind;
  structureId: string;
  evaluationId: string;
  /** The structure's name. */
  structure: string;
  /** Absent: about nothing in particular. */
  question?: string;
  openedAt: Date;
  openedBy?: string;
  /** An accompanier has it in hand, since then. */
  takenBy?: string;
  takenAt?: Date;
  /** When an accompanier last answered. It stays open until somebody closes it. */
  answeredAt?: Date;
}

/** The calls of these structures that nobody has closed, the oldest first. Portfolio access is enough. */
export async function openCallsFor(tx: Tx, structures: readonly string[]): Promise<OpenCall[]> {
  const rows = await tx
    .selectFrom('calls as c')
    .innerJoin('structures as s', 's.id', 'c.structure_id')
    .select(['c.id', 'c.kind', 'c.structure_id', 'c.evaluation_id', 'c.question_id', 'c.opened_at', 'c.opened_by', 's.name'])
    .select(['c.taken_by', 'c.taken_at', 'c.answered_at'])
    .where('c.structure_id', 'in', structures.length > 0 ? structures : [nowhere])
    .where('c.closed_at', 'is', null)
    .orderBy('c.opened_at')
    .orderBy('c.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as CallKind,
    structureId: row.structure_id,
    evaluationId: row.evaluation_id,
    structure: row.name,
    ...(row.question_id !== null && { question: row.question_id }),
    openedAt: row.opened_at,
    ...(row.opened_by !== null && { openedBy: row.opened_by }),
    ...(row.taken_by !== null && { takenBy: row.taken_by }),
    ...(row.taken_at !== null && { takenAt: row.taken_at }),
    ...(row.answered_at !== null && { answeredAt: row.answered_at }),
  }));
}

const nowhere = '00000000-0000-0000-0000-000000000000';

/** A text that waits for its accompanier, without a word of it. */
export interface WaitingDraft {
  id: string;
  structureId: string;
  evaluationId: string;
  /** The structure's name. */
  structure: string;
  output: string;
  language: Language;
  version: number;
  /** Since when this version is in review. */
  since: Date;
  /** `yes`: the structure chose that theirs is needed · `look`: it may be read, and whoever reads it may remark on it. */
  wants: 'yes' | 'look';
  /** false: their yes is needed, and the team does not let them read it yet. */
  readable: boolean;
}

/**
 * The texts in review that this accompanier has not dealt with in their newest version, the one that waits longest first. Portfolio access
 * is enough.
 */
export async function draftsWaitingFor(
  tx: Tx,
  { person, structures }: { person: string; structures: readonly string[] },
  now: Date,
): Promise<WaitingDraft[]> {
  const granted = (
    kind: string,
  ) => sql<boolean>`exists (select from grants g where g.evaluation_id = f.evaluation_id and g.kind = ${kind}
    and g.from_at <= ${now} and (g.until_at is null or g.until_at > ${now}))`;
  const { rows } = await sql<{
    draft_id: string;
    structure_id: string;
    evaluation_id: string;
    name: string;
    output_id: string;
    language: Language;
    version: number;
    since: Date;
    readable: boolean;
    decides: boolean;
  }>`
    select * from (
      select f.draft_id, f.structure_id, f.evaluation_id, s.name, f.output_id, f.language, f.version, f.since, f.looked_by,
        ${granted('content')} as readable, ${granted('approves-texts')} as decides
      from text_facts f join structures s on s.id = f.structure_id
      where f.structure_id = any (${[...structures]}::uuid[]) and f.state = 'in-review' and not ${person}::uuid = any (f.decided_by)
    ) as waiting
    where decides or (readable and not ${person}::uuid = any (looked_by))
    order by since, draft_id`.execute(tx);
  return rows.map((row) => ({
    id: row.draft_id,
    structureId: row.structure_id,
    evaluationId: row.evaluation_id,
    structure: row.name,
    output: row.output_id,
    language: row.language,
    version: row.version,
    since: row.since,
    wants: row.decides ? 'yes' : 'look',
    readable: row.readable,
  }));
}
