import type { Question } from '../method.ts';
import { changeGroup, newGroup } from './correcting.ts';
import { type Answer, type Contribution, stateOf } from './evaluation.ts';
import { openAgain, recheckResting, refreshCard, refreshProgress } from './moving.ts';
import { shownValue } from './question-card.ts';
import { message, quote, text } from './say.ts';
import { offerToSettle } from './settling/card.ts';
import type { TurnDraft } from './turn.ts';

/** The question whose answer a person takes back when they name none: the thread's if it is theirs, else the one they spoke to last. */
export function toUndo(t: TurnDraft, about: Question | undefined): Question | undefined {
  const { person } = t.scene.by;
  const lastOf = (id: string): number => {
    const { answer, contributions, status } = stateOf(t.evaluation, id);
    const own = contributions.filter((each) => each.state === 'kept' && each.person === person);
    const isTheirs = answer?.authors.includes(person) && answer.how !== 'started' && status !== 'differ';
    return isTheirs ? Math.max(-1, ...own.map((each) => each.changedAt.getTime())) : -1;
  };
  if (about && stateOf(t.evaluation, about.id).answer) return about;
  const [last] = Object.keys(t.evaluation.states).toSorted((a, b) => lastOf(b) - lastOf(a));
  return last !== undefined && lastOf(last) >= 0 ? t.question(last) : about;
}

/** Takes the person's last change to a question back: the answer before it, or the open question. */
export function undo(t: TurnDraft, question: Question): boolean {
  const { person } = t.scene.by;
  const state = stateOf(t.evaluation, question.id);
  const { answer } = state;
  const kept = state.contributions.filter((each) => each.state === 'kept');
  const last = kept.filter((each) => each.person === person).sort((a, b) => b.changedAt.getTime() - a.changedAt.getTime())[0];
  if (!last || state.status === 'differ' || !answer?.authors.includes(person)) return false;
  const { previous } = answer;
  if (!previous && question.askedAtStart) return false;
  t.read('correct');
  if (previous) {
    const joined = takeBack(t, question, answer, last, kept);
    const from = stateOf(t.evaluation, question.id)
      .contributions.filter((each) => each.state === 'kept')
      .map((each) => each.id);
    t.change({
      change: 'answer-kept',
      question: question.id,
      how: 'corrected',
      value: previous.value,
      by: person,
      from,
      authors: previous.authors,
    });
    t.post(
      t.here,
      message('undone', t.language, [text(t.words('undo.back')), quote(shownValue(previous.value, question, t.language))]),
    );
    for (const each of joined) offerToSettle(t, question, each.id);
    const group = newGroup(question, previous.value);
    if (group) changeGroup(t, group);
  } else {
    t.change(
      { change: 'contribution-settled', id: last.id, state: 'withdrawn' },
      { change: 'answer-dropped', question: question.id, by: person },
      { change: 'question-set', question: question.id, set: { status: 'open', recheck: false, recheckBecause: null } },
    );
    t.post(t.here, message('undone', t.language, [text(t.words('undo.open', { question: question.ask[t.language] }))]));
    openAgain(t, question);
  }
  recheckResting(t, question);
  refreshCard(t, question);
  refreshProgress(t);
  return true;
}

/**
 * Contributions as they stood for the answer before: nobody's words go under another's name. Gives back those of colleagues that were
 * joined to the answer and wait beside it again.
 */
function takeBack(t: TurnDraft, question: Question, answer: Answer, last: Contribution, kept: Contribution[]): Contribution[] {
  const { previous } = answer;
  if (!previous) return [];
  const was = (each: Contribution): boolean => previous.authors.includes(each.person);
  if (answer.how === 'both' || answer.how === 'merged') {
    const newcomers = kept.filter((each) => !was(each));
    const joined = newcomers.length > 0 ? newcomers : [last];
    for (const each of joined) {
      const state = each.person === t.scene.by.person ? 'aside' : 'beside';
      t.change({ change: 'contribution-settled', id: each.id, state });
    }
    return joined.filter((each) => each.person !== t.scene.by.person);
  }
  if (last.version > 1 && kept.length === 1 && previous.authors.every((each) => each === last.person)) {
    const { text: words } = previous.value;
    t.change({ change: 'contribution-versioned', id: last.id, text: words, value: previous.value, origin: 'said' });
    return [];
  }
  // One message among several was edited: its own former words are not the answer's.
  if (last.version > 1 && kept.length > 1) return [];
  t.change({ change: 'contribution-settled', id: last.id, state: 'aside' });
  const aside = stateOf(t.evaluation, question.id).contributions.filter(
    (each) => each.state === 'aside' && each.id !== last.id && was(each),
  );
  const shown = aside.filter((each) => each.value && previous.value.text.includes(each.value.text));
  for (const each of shown.length > 0 ? shown : aside) t.change({ change: 'contribution-settled', id: each.id, state: 'kept' });
  return [];
}
