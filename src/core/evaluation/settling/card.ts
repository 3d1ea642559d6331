import type { Place } from '../../message.ts';
import type { Question } from '../../method.ts';
import { isSame } from '../../same.ts';
import { settleAndMoveOn } from '../answering.ts';
import { combine } from '../combine.ts';
import { authorsOf, type Contribution, memberOf, nameOf, stateOf } from '../evaluation.ts';
import { refreshCard } from '../moving.ts';
import { quorumLeft, shownValue } from '../question-card.ts';
import { button, enumerate, heading, message, quote, text } from '../say.ts';
import type { Outcome } from '../settling.ts';
import { questionSlot, type TurnDraft } from '../turn.ts';
import { kept } from './keeping.ts';

const settleSlot = (contribution: string): string => `settle:${contribution}`;

/** What the team decides is shown where the team is, also when it was said one to one. */
const teamsPlace = (t: TurnDraft, question: Question): Place =>
  t.scene.spot.in === 'direct' ? { to: 'thread', of: { slot: questionSlot(question.id) } } : t.here;

/** "Add to the answer?": both shown side by side, with the outcomes that make sense for them. */
export function offerToSettle(t: TurnDraft, question: Question, id: string, place = teamsPlace(t, question)): void {
  const state = stateOf(t.evaluation, question.id);
  const contribution = state.contributions.find((each) => each.id === id);
  if (!contribution?.value) return;
  const { words, language } = t;
  const joins =
    state.answer && state.status !== 'differ' && combine(question, [state.answer.value, contribution.value]) !== undefined;
  const differs = authorsOf([...kept(t, question), contribution]).length > 1 || state.status === 'differ';
  const actions = [
    joins && button(words, 'both', { style: 'primary' }),
    joins && mergeable(question) && button(words, 'merge'),
    state.status !== 'differ' && button(words, 'replace'),
    differs && button(words, 'differ'),
    button(words, 'keep'),
  ];
  t.post(
    place,
    message(
      'settle',
      language,
      [
        text(
          memberOf(t.evaluation, contribution.person)?.unnamed
            ? words('settle.ask-unnamed')
            : words('settle.ask', { name: nameOf(t.evaluation, contribution.person) }),
        ),
        state.answer &&
          quote(
            shownValue(state.answer.value, question, language),
            enumerate(
              words,
              state.answer.authors.map((each) => nameOf(t.evaluation, each)),
            ),
          ),
        quote(shownValue(contribution.value, question, language), nameOf(t.evaluation, contribution.person)),
      ],
      { about: { question: question.id, version: state.version, contribution: id }, actions },
    ),
    { slot: settleSlot(id), everywhere: true },
  );
}

/** Texts can be made one; other types are joined, or chosen between. */
export const mergeable = (question: Question): boolean => question.type === 'long-text' || question.type === 'short-text';

/** The card loses its buttons and keeps who decided what; the question's card shows the result. */
export function settled(t: TurnDraft, question: Question, contribution: Contribution, outcome: Outcome): void {
  closeCard(t, question, contribution, outcome);
  if (outcome !== 'differ' && stateOf(t.evaluation, question.id).status === 'open') {
    if (quorumLeft(t.evaluation, question) === 0) settleAndMoveOn(t, question);
  }
  refreshCard(t, question);
}

/** The card alone, where its outcome is told elsewhere. */
export function closeCard(t: TurnDraft, question: Question, contribution: Contribution, outcome: Outcome): void {
  const { words, language } = t;
  const { answer } = stateOf(t.evaluation, question.id);
  const name = nameOf(t.evaluation, contribution.person);
  const isWhole = answer !== undefined && contribution.value !== undefined && isSame(contribution.value, answer.value);
  const result =
    outcome === 'keep' || outcome === 'differ' || !answer
      ? undefined
      : quote(shownValue(answer.value, question, language), ...(isWhole ? [name] : []));
  const card = message(
    'settled',
    language,
    [
      heading(words(`settled.title`)),
      // The words that became the answer stand there once, as it now is.
      result && isWhole ? undefined : quote(contribution.text, name),
      text(words(`settled.${outcome}`, { name: t.scene.by.name })),
      result,
    ],
    { about: { question: question.id, version: stateOf(t.evaluation, question.id).version, contribution: contribution.id } },
  );
  t.post(teamsPlace(t, question), card, { slot: settleSlot(contribution.id), everywhere: true });
  if (t.scene.spot.in === 'direct') t.post(t.here, card);
}
