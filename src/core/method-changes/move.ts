import type { AnswerValue } from '../answer.ts';
import { type Evaluation, stateOf } from '../evaluation/evaluation.ts';
import { afterPathChange, correct } from '../evaluation/correcting.ts';
import { refreshCard } from '../evaluation/moving.ts';
import { type Scene, type Turn, TurnDraft } from '../evaluation/turn.ts';
import { findQuestion, type QuestionId } from '../method.ts';
import { isSame } from '../same.ts';
import type { MethodChange } from './compare.ts';

/** What a team decided about one change: its answer stays as it is, these are its new words, or it is looked at again later. */
export type Decision = { do: 'keep' } | { do: 'adapt'; value: AnswerValue } | { do: 'todo' };

/** An evaluation on its way to a new version. Nothing of it has an effect before it is finished. */
export interface Move {
  from: string;
  to: string;
  state: 'offered' | 'open' | 'done' | 'undone' | 'declined';
  decisions: Record<QuestionId, Decision>;
  /** What finishing changed, to be undone. */
  changed: Record<QuestionId, { old?: AnswerValue; now?: AnswerValue; recheck?: boolean }>;
}

/** The first change that nobody has decided. */
export const nextUndecided = (
  touching: readonly MethodChange[],
  { decisions }: Pick<Move, 'decisions'>,
): MethodChange | undefined => touching.find(({ question }) => !decisions[question]);

/** Follows the new version from now on, and does what was decided. The scene's method is the new one. */
export function finishMove(
  evaluation: Evaluation,
  scene: Scene,
  move: Pick<Move, 'decisions'>,
): { turn: Turn; changed: Move['changed'] } {
  const t = new TurnDraft(evaluation, scene);
  t.pressed = true;
  const changed: Move['changed'] = {};
  for (const [id, decision] of Object.entries(move.decisions)) {
    const question = findQuestion(scene.method, id);
    const { answer, recheck } = stateOf(t.evaluation, id);
    if (!question || decision.do === 'keep') continue;
    if (decision.do === 'adapt' && answer) {
      // Words that name people are asked about first, as everywhere: then the answer waits for what the person decides.
      correct(t, question, { text: decision.value.text, origin: 'form', value: decision.value }, true);
      if (isSame(stateOf(t.evaluation, id).answer?.value, decision.value))
        changed[id] = { old: answer.value, now: decision.value };
    } else if (!recheck) {
      t.change({ change: 'question-set', question: id, set: { recheck: true } });
      changed[id] = { recheck: true };
    }
  }
  showAnew(t);
  return { turn: t.done(), changed };
}

/** Follows the earlier version again. What the team changed since then stays as it is. The scene's method is the earlier one. */
export function undoMove(evaluation: Evaluation, scene: Scene, { changed }: Pick<Move, 'changed'>): Turn {
  const t = new TurnDraft(evaluation, scene);
  t.pressed = true;
  for (const [id, { old, now, recheck }] of Object.entries(changed)) {
    const question = findQuestion(scene.method, id);
    const state = stateOf(t.evaluation, id);
    if (!question) continue;
    if (old && now && state.answer && isSame(state.answer.value, now))
      correct(t, question, { text: old.text, origin: 'form', value: old, decided: true }, true);
    if (recheck && state.recheck && state.recheckBecause === undefined)
      t.change({ change: 'question-set', question: id, set: { recheck: false } });
  }
  showAnew(t);
  return t.done();
}

/** The open question in the words that count now; another one when it is not asked any more. */
function showAnew(t: TurnDraft): void {
  const open = t.evaluation.openQuestion === undefined ? undefined : findQuestion(t.scene.method, t.evaluation.openQuestion);
  if (open) refreshCard(t, open);
  afterPathChange(t);
}
