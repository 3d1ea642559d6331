import type { Claim, Comment, Decision, Draft, DraftSentence, DraftState, Origin, Support } from '../core/draft.ts';
import type { Colour, Reason } from '../core/grounding/material.ts';
import type { Language } from '../core/language.ts';

export interface DraftRow {
  id: string;
  output_id: string;
  language: Language;
  state: DraftState;
  made: 'assembled' | 'written';
  title: string;
  version: number;
  wanted_by: string | null;
  wanted_at: Date;
  headings: (string | null)[] | null;
  note: string | null;
  being_written: boolean;
  sentences: SentenceJson[] | null;
  claims:
    | { id: string; text: string; holds: boolean; why: string | null; rank: number | null; struck_by: string | null }[]
    | null;
  comments: CommentJson[] | null;
  decisions:
    | {
        decision: Decision['decision'];
        version: number;
        person_id: string;
        note: string | null;
        at: string;
        fell_at: string | null;
      }[]
    | null;
}

export interface SentenceJson {
  key: string;
  paragraph: number;
  text: string;
  original: Language | null;
  origin: Origin;
  made_by: string | null;
  verdict: Colour;
  reasons: Reason[];
  supports:
    | {
        question_id: string;
        answer_version: number | null;
        item_id: string | null;
        item_version: number | null;
        stale_at: string | null;
      }[]
    | null;
}

interface CommentJson {
  id: string;
  kind: Comment['kind'];
  version: number;
  sentence_key: string | null;
  person_id: string;
  text: string;
  question_id: string | null;
  answer_versions: number | null;
  at: string;
  outcome: 'accepted' | 'refused' | 'done' | null;
  settled_by: string | null;
  settled_at: string | null;
}

/** A text as one query gives it, with its sentences, claims, comments and decisions. */
export function draftFrom(row: DraftRow): Draft {
  const decisions = (row.decisions ?? []).map((each): Decision => ({
    decision: each.decision,
    version: each.version,
    person: each.person_id,
    ...(each.note !== null && { note: each.note }),
    at: new Date(each.at),
    ...(each.fell_at !== null && { fellAt: new Date(each.fell_at) }),
  }));
  const base = {
    id: row.id,
    output: row.output_id,
    language: row.language,
    made: row.made,
    title: row.title,
    version: row.version,
    ...(row.wanted_by !== null && { wantedBy: row.wanted_by }),
    wantedAt: row.wanted_at,
    headings: row.headings ?? [],
    ...(row.note !== null && { note: row.note }),
    sentences: (row.sentences ?? []).map(sentenceFrom),
    claims: (row.claims ?? []).map(({ rank, struck_by, why, ...claim }): Claim => ({
      ...claim,
      ...(why !== null && { why }),
      ...(rank !== null && { rank }),
      ...(struck_by !== null && { struckBy: struck_by }),
    })),
    comments: (row.comments ?? []).map(commentFrom),
    decisions,
    ...(row.being_written && { isBeingWritten: true as const }),
  };
  if (row.state !== 'approved') return { ...base, state: row.state };
  const yes = decisions.filter((each) => each.decision === 'approve' && each.version === row.version && !each.fellAt);
  const last = yes.at(-1);
  if (!last) throw new Error(`The text ${row.id} counts as approved, and nobody approved it.`);
  return { ...base, state: 'approved', approved: { by: [...new Set(yes.map(({ person }) => person))], at: last.at } };
}

export const sentenceFrom = (json: SentenceJson): DraftSentence => ({
  key: json.key,
  paragraph: json.paragraph,
  text: json.text,
  ...(json.original && { original: json.original }),
  origin: json.origin,
  ...(json.made_by !== null && { by: json.made_by }),
  verdict: json.verdict,
  reasons: json.reasons,
  supports: (json.supports ?? []).map((support): Support => ({
    question: support.question_id,
    ...(support.answer_version !== null && { answerVersion: support.answer_version }),
    ...(support.item_id !== null && { item: { id: support.item_id, version: support.item_version ?? 0 } }),
    ...(support.stale_at !== null && { staleAt: new Date(support.stale_at) }),
  })),
});

const commentFrom = (json: CommentJson): Comment => ({
  id: json.id,
  kind: json.kind,
  version: json.version,
  ...(json.sentence_key !== null && { sentence: json.sentence_key }),
  person: json.person_id,
  text: json.text,
  ...(json.question_id !== null && { question: json.question_id }),
  ...(json.answer_versions !== null && { answerVersions: json.answer_versions }),
  at: new Date(json.at),
  ...(json.outcome !== null &&
    json.settled_by !== null &&
    json.settled_at !== null && {
      settled: { outcome: json.outcome, by: json.settled_by, at: new Date(json.settled_at) },
    }),
});
