import { read, sayKept, takeAnswer, warn } from './answering.ts';
import { withdraw } from './correcting.ts';
import { combine } from './combine.ts';
import { type Contribution, type ContributionId, contributionOf, stateOf } from './evaluation.ts';
import { refreshCard } from './moving.ts';
import { offerToSettle } from './settling.ts';
import { aside, message, quote, text } from './say.ts';
import type { TurnDraft } from './turn.ts';
import { restingOn } from './evaluation.ts';
import { shownValue } from './question-card.ts';

/** Editing the message edits the contribution; an answer that rests on it follows, and old → new is shown. */
export function takeEdit(t: TurnDraft, id: ContributionId | undefined, words: string, source: string): void {
  const contribution = id === undefined ? undefined : contributionOf(t.evaluation, id);
  if (!contribution) {
    editedBeforeKept(t, words, source);
    return;
  }
  if (contribution.person !== t.scene.by.person || contribution.text === words || contribution.state === 'withdrawn') return;
  const question = t.question(contribution.question);
  const said = { text: words, origin: 'edit' as const, message: source };
  if (warn(t, question, said, 'correct')) return;
  const reading = read(t, question, said);
  t.read('correct');
  if (!reading.ok) {
    const reason = t.ownWords(`misread.${reading.why}`, reading.with ?? {});
    t.post(t.aside, message('edit-misread', t.scene.by.language, [text(reason), aside(t.ownWords('edit.kept-old'))]));
    return;
  }
  t.change({ change: 'contribution-versioned', id: contribution.id, text: words, value: reading.value, origin: 'edit' });
  if (contribution.state === 'kept') followInAnswer(t, contribution);
  else if (contribution.state === 'beside') offerToSettle(t, question, contribution.id);
  refreshCard(t, question);
}

/** The message was not an answer before its edit (it did not fit, or nothing was open): read it anew. */
function editedBeforeKept(t: TurnDraft, words: string, source: string): void {
  const { spot } = t.scene;
  const id = spot.in === 'thread' ? spot.question : undefined;
  const question = id ? t.question(id) : undefined;
  if (question && stateOf(t.evaluation, question.id).status === 'open')
    takeAnswer(t, question, { text: words, origin: 'edit', message: source });
}

function followInAnswer(t: TurnDraft, contribution: Contribution): void {
  const question = t.question(contribution.question);
  const { answer, contributions } = stateOf(t.evaluation, question.id);
  const sources = contributions.filter((each) => each.state === 'kept');
  const values = sources.map((each) => each.value).filter((value) => value !== undefined);
  const value = values.length === 1 ? values[0] : combine(question, values);
  if (!answer || !value) return;
  t.change({
    change: 'answer-kept',
    question: question.id,
    how: 'edited',
    value,
    by: t.scene.by.person,
    from: sources.map((each) => each.id),
    authors: answer.authors,
  });
  for (const each of restingOn(t.evaluation, t.scene.method, question.id)) {
    t.change({ change: 'question-set', question: each.id, set: { recheck: true, recheckBecause: question.id } });
    refreshCard(t, each);
  }
  sayKept(t, question, contribution.id, []);
  t.post(
    { to: 'thread', of: { slot: `question:${question.id}` } },
    message('edited', t.language, [
      text(t.words('edit.done', { name: t.scene.by.name })),
      text(t.words('correct.before')),
      quote(shownValue(answer.value, question, t.language)),
      text(t.words('correct.after')),
      quote(shownValue(value, question, t.language)),
    ]),
  );
}

/** Deleting the message withdraws the contribution. */
export function takeDeletion(t: TurnDraft, id: ContributionId | undefined): void {
  const contribution = id === undefined ? undefined : contributionOf(t.evaluation, id);
  if (!contribution || contribution.person !== t.scene.by.person || contribution.state === 'withdrawn') return;
  t.read('correct');
  withdraw(t, contribution);
}
