import type { Material, MaterialAnswer, MaterialItem } from '../grounding/material.ts';
import type { Method, Output, Question, QuestionId } from '../method.ts';
import { findQuestion } from '../method.ts';
import { isSameFigure, isSmallPercentage, levelOfFinding } from './ladder.ts';

/** Views that stand beside each other where a team chose to differ, by question. */
export interface TextMaterial extends Material {
  views?: Record<QuestionId, string[]>;
  /** The first names of the team: noted in brackets behind a line, they go into no text. */
  people?: readonly string[];
}

/** Why something stays out of a text. */
export type WhyNot =
  | 'not-answered'
  | 'kept-out'
  | 'kept-inside'
  | 'other-texts'
  | 'masked'
  | 'no-consent'
  | 'inside-consent'
  | 'no-source'
  | 'few-people'
  | 'same-figure'
  | 'hypothesis'
  | 'struck'
  | 'not-sure';

export interface UsableItem {
  /** `question/item`, or the question alone. */
  id: string;
  item: MaterialItem;
}

export interface UsableAnswer {
  question: Question;
  answer: MaterialAnswer;
  items: UsableItem[];
  views?: string[];
}

/** What a team struck out or put first, by the ids of its claims. */
export interface Choices {
  struck?: readonly string[] | undefined;
  ranked?: readonly string[] | undefined;
}

export const hasAnswer = (answer: MaterialAnswer | undefined): answer is MaterialAnswer =>
  answer !== undefined &&
  ((answer.text ?? '').trim() !== '' ||
    answer.value !== undefined ||
    (answer.values?.length ?? 0) > 0 ||
    (answer.items?.length ?? 0) > 0 ||
    (answer.files?.length ?? 0) > 0);

/** "[détail de santé retiré]": what stands where words were taken out before an answer was kept. */
const hasMask = (words: string): boolean => /\[[^\]\n]{3,60}\]/u.test(words);

/** Why a line may not be told in this text, or nothing when it may. */
export function whyNotItem(item: MaterialItem, question: Question, material: Material, output: Output): WhyNot | undefined {
  switch (question.items) {
    case 'testimony':
      if ((item.words ?? '').trim() === '') return 'not-answered';
      if (item.consent !== 'yes-public' && item.consent !== 'yes-internal') return 'no-consent';
      if (item.consent === 'yes-internal' && output.audience !== 'internal') return 'inside-consent';
      // With words taken out of it, it is no quotation any more.
      return hasMask(item.words ?? '') ? 'masked' : undefined;
    case 'figure': {
      if ((item.source ?? '').trim() === '') return 'no-source';
      if (isSmallPercentage(item, material)) return 'few-people';
      const others = material.answers[question.id]?.items ?? [];
      return others.some((other) => isSameFigure(item, other)) ? 'same-figure' : undefined;
    }
    case 'finding':
      return levelOfFinding(item, material) === undefined ? 'hypothesis' : undefined;
    default:
      return (item.text ?? '').trim() === '' ? 'not-answered' : undefined;
  }
}

/** An answer with the lines of it that this text may tell, those a team ranked first; nothing when there is none. */
export function usableAnswer(
  material: TextMaterial,
  method: Method,
  output: Output,
  id: QuestionId,
  choices: Choices = {},
): UsableAnswer | undefined {
  const question = findQuestion(method, id);
  const answer = material.answers[id];
  if (!question || question.private || !question.outputs.includes(output.id) || choices.struck?.includes(id)) return undefined;
  const views = material.views?.[id];
  if (views && views.length > 1) return { question, answer: answer ?? { type: question.type }, items: [], views };
  if (!hasAnswer(answer)) return undefined;
  if (question.type !== 'list') return { question, answer, items: [] };
  const items = (answer.items ?? [])
    .map((item) => ({ id: `${id}/${item.id}`, item }))
    .filter((each) => !choices.struck?.includes(each.id) && whyNotItem(each.item, question, material, output) === undefined);
  const places = choices.ranked ?? [];
  const place = ({ id }: UsableItem): number => (places.includes(id) ? places.indexOf(id) : places.length);
  return items.length === 0 ? undefined : { question, answer, items: items.toSorted((a, b) => place(a) - place(b)) };
}
