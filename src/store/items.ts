import type { Item } from '../core/answer.ts';
import type { Evaluation, QuestionState } from '../core/evaluation/evaluation.ts';
import { isSame } from '../core/same.ts';

/**
 * Items of lists have an identity of their own: the same words keep their id from version to version, so that a testimony's consent or a
 * figure's source is not lost when a line is added beside it. `version` of an item is the answer version in which it last changed.
 */
export function itemRows(before: Evaluation, after: Evaluation, by: string | undefined) {
  const items: { id: string; question: string; position: number }[] = [];
  const itemVersions: { id: string; version: number; text: string; fields: object }[] = [];
  const consents: { id: string; scope: string; by: string | undefined }[] = [];
  const retired: { id: string }[] = [];
  for (const [question, state] of Object.entries(after.states)) {
    const old = before.states[question];
    if (state.answer === old?.answer) continue;
    const was = new Map(itemsOf(old).map((item) => [item.id, item]));
    const now = itemsOf(state);
    for (const [position, item] of now.entries()) {
      if (!item.id || !state.answer) continue;
      const earlier = was.get(item.id);
      was.delete(item.id);
      items.push({ id: item.id, question, position });
      if (earlier && isSame(earlier, item)) continue;
      const { id, text, ...fields } = item;
      itemVersions.push({ id, version: state.answer.version, text, fields });
      const scope = item.consent ?? (earlier?.consent && 'unknown');
      if (scope && scope !== earlier?.consent) consents.push({ id, scope, by });
    }
    for (const id of was.keys()) if (id) retired.push({ id });
  }
  return { items, itemVersions, consents, retired };
}

const itemsOf = (state: QuestionState | undefined): Item[] =>
  state?.answer?.value.type === 'list' ? state.answer.value.items : [];
