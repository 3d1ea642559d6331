import type { Claim, Draft, MadeText, Support } from '../../core/draft.ts';
import type { Making } from '../../core/drafting/versions.ts';
import { stateOf } from '../../core/evaluation/evaluation.ts';
import { checkSentence, type Material, materialAnswer } from '../../core/grounding.ts';
import type { Language } from '../../core/language.ts';
import { findQuestion, type OutputId, type QuestionId, questionsOf } from '../../core/method.ts';
import { itemVersions } from '../../store/drafts.ts';
import type { TextTurn } from './text-turn.ts';

// PROVISIONAL
function materialOf(t: TextTurn): Material {
  const { evaluation } = t;
  const answers: Material['answers'] = {};
  for (const question of questionsOf(t.method)) {
    const { answer } = stateOf(evaluation, question.id);
    if (answer) answers[question.id] = materialAnswer(question.type, answer.value, answer.version);
  }
  const c = stateOf(evaluation, 'confidence-level').answer?.value;
  return {
    lang: evaluation.language,
    enterprise: { name: evaluation.structure.name, group: evaluation.group, territory: evaluation.structure.territory },
    ...(c?.type === 'choice' && { confidence: c.value as 'fair' }),
    answers,
  };
}

export function missingFor(t: TextTurn, output: OutputId): QuestionId[][] {
  const material = materialOf(t);
  return (t.method.outputs.find(({ id }) => id === output)?.needs ?? []).filter((group) => !group.some((id) => material.answers[id]));
}

export function gatherClaims(t: TextTurn, output: OutputId, _language: Language): Claim[] {
  const material = materialOf(t);
  return questionsOf(t.method)
    .filter((q) => q.outputs.includes(output))
    .map((q) => ({ id: q.id, text: material.answers[q.id]?.text ?? q.id, holds: material.answers[q.id] !== undefined }));
}

export function assemblyOf(t: TextTurn, draft: Draft): ({ ok: true } & MadeText) | { ok: false; missing: QuestionId[][] } {
  const material = materialOf(t);
  const missing = missingFor(t, draft.output);
  if (missing.length > 0) return { ok: false, missing };
  const kept = draft.claims.filter((each) => each.holds && !each.struckBy);
  return {
    ok: true,
    title: 'Titre',
    paragraphs: kept.map(({ id }) => ({ sentences: [{ text: `${material.answers[id]?.text ?? ''}.`, supports: [id] }] })),
  };
}

export function assembledAnew(t: TextTurn, draft: Draft): MadeText | undefined {
  const made = assemblyOf(t, draft);
  return made.ok ? made : undefined;
}

/** What a version is made with: the check against the answers as they are now, and what each id stands for in them. */
export async function makingOf(t: TextTurn, draft: Pick<Draft, 'output' | 'language'>): Promise<Making> {
  const material = materialOf(t);
  const items = await itemVersions(t.tx, t.evaluation.id);
  return {
    language: draft.language,
    newId: t.needs.newId,
    check: ({ text, language, supports }) =>
      checkSentence({ text, lang: language, supports }, material, { method: t.method, output: draft.output }),
    cite: (id) => cited(t, id, items),
  };
}

function cited(t: TextTurn, id: string, items: ReadonlyMap<string, number>): Support | undefined {
  const [question = '', item] = id.split('/');
  const state = stateOf(t.evaluation, question);
  if (!findQuestion(t.method, question)) return undefined;
  if (!state.answer) return state.status === 'differ' ? { question } : undefined;
  if (item === undefined) return { question, answerVersion: state.answer.version };
  const version = items.get(item);
  const isThere = state.answer.value.type === 'list' && state.answer.value.items.some((each) => each.id === item);
  return isThere && version !== undefined ? { question, answerVersion: state.answer.version, item: { id: item, version } } : undefined;
}
