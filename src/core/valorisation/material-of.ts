import { type Confidence, confidences, materialAnswer } from '../grounding/material.ts';
import type { AnswerValue } from '../answer.ts';
import { type Evaluation, pathOf, type QuestionState } from '../evaluation/evaluation.ts';
import type { Method, Question } from '../method.ts';
import { groupQuestion } from '../method.ts';
import type { TextMaterial } from './usable.ts';

/** The versions that a text was made from: of each answer by its question, of each line by `question/item`. */
export interface Versions {
  answers: Record<string, number>;
  items: Record<string, number>;
}

export interface TextSource {
  material: TextMaterial;
  versions: Versions;
}

/**
 * What an evaluation's texts may be made of, with the versions they cite. Private answers are there too: the check knows their words by them. Answers off the team's path stay out, and so do those nobody
 * settled. Where the team chose to differ, each view is there. `itemVersions` comes from the store, which numbers the lines of lists;
 * a line it does not know has the version of its answer.
 */
export function materialOf(
  evaluation: Evaluation,
  method: Method,
  itemVersions: Readonly<Record<string, number>> = {},
): TextSource {
  const versions: Versions = { answers: {}, items: {} };
  const material: TextMaterial = {
    lang: evaluation.language,
    enterprise: {
      name: evaluation.structure.name,
      group: groupIn(evaluation, method),
      territory: evaluation.structure.territory,
    },
    confidence: undefined,
    answers: {},
    people: evaluation.members.map(({ name }) => name),
  };
  const views: Record<string, string[]> = {};
  for (const question of pathOf(evaluation, method)) {
    const state = evaluation.states[question.id];
    if (!state) continue;
    const told = state.status === 'differ' ? viewsOf(state) : [];
    const value = told.length > 1 ? asText(question, told) : state.answer?.value;
    if (value === undefined) continue;
    if (told.length > 1) views[question.id] = told;
    const version = state.answer?.version ?? state.version;
    const answer = materialAnswer(question.type, value, version);
    material.answers[question.id] = answer;
    versions.answers[question.id] = version;
    for (const item of answer.items ?? [])
      versions.items[`${question.id}/${item.id}`] = itemVersions[`${question.id}/${item.id}`] ?? version;
  }
  material.confidence = confidenceIn(evaluation);
  if (Object.keys(views).length > 0) material.views = views;
  return { material, versions };
}

/** The version behind a support of a sentence: of the line where it names one, of the answer otherwise. */
export const versionOf = (versions: Versions, support: string): number | undefined =>
  support.includes('/') ? versions.items[support] : versions.answers[support];

const viewsOf = (state: QuestionState): string[] =>
  state.contributions
    .filter((each) => each.state === 'differs')
    .map((each) => (each.value?.text ?? each.text).trim())
    .filter((text) => text !== '');

/** Views that stand side by side are read together by whoever checks a sentence. */
const asText = (question: Question, told: readonly string[]): AnswerValue =>
  question.type === 'list'
    ? { type: 'list', items: told.map((text, index) => ({ id: `view-${index + 1}`, text })), text: told.join('\n') }
    : { type: 'text', text: told.join('\n') };

function groupIn(evaluation: Evaluation, method: Method): string {
  const label = groupQuestion(method).options?.find((option) => option.value === evaluation.group)?.label;
  return label?.[evaluation.language] ?? evaluation.group;
}

/** How sure the team is, as it last said; nothing where it did not say or does not agree. */
function confidenceIn(evaluation: Evaluation): Confidence | undefined {
  const state = evaluation.states['confidence-level'];
  const value = state?.status === 'answered' ? state.answer?.value : undefined;
  return value?.type === 'choice' ? confidences.find((each) => each === value.value) : undefined;
}
