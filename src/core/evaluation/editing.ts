import type { AnswerValue } from '../answer.ts';
import { read, sayKept, takeAnswer, warn } from './answering.ts';
import { correct, withdraw } from './correcting.ts';
import { combine } from './combine.ts';
import { authorsOf, type Contribution, type ContributionId, contributionOf, type Pending, stateOf } from './evaluation.ts';
import { recheckResting, refreshCard } from './moving.ts';
import { offerToSettle } from './settling/card.ts';
import { aside, button, message, quote, text } from './say.ts';
import { questionSlot, type TurnDraft } from './turn.ts';
import { shownValue } from './question-card.ts';

/** Editing the message edits the contribution; an answer that rests on it follows, and old → new is shown. */
export function takeEdit(t: TurnDraft, id: ContributionId | undefined, words: string, source: string): void {
  const contribution = id === undefined ? undefined : contributionOf(t.evaluation, id);
  if (!contribution) {
    editedBeforeKept(t, words, source);
    return;
  }
  if (contribution.person !== t.scene.by.person || contribution.state === 'withdrawn') return;
  closeFrom(t, source);
  if (contribution.text === words) return;
  if (warn(t, t.question(contribution.question), { text: words, origin: 'edit', message: source }, 'edit', contribution.id))
    return;
  reword(t, contribution, words);
}

/** Other words for one contribution: the answer follows where they are part of it, the others' words stay. */
export function reword(t: TurnDraft, contribution: Contribution, words: string): void {
  const question = t.question(contribution.question);
  const reading = read(t, question, { text: words, origin: 'edit' });
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

/** What waited for a decision about this message of theirs: the message says something else now, or is gone. */
function closeFrom(t: TurnDraft, source: string): Pending | undefined {
  const waiting = t.evaluation.pendings.filter(
    (each) => 'source' in each && each.source === source && each.person === t.scene.by.person,
  );
  for (const each of waiting) t.close(each);
  return waiting.at(-1);
}

/** The message was not an answer before its edit (it waited for a decision, did not fit, or nothing was open): read it anew. */
function editedBeforeKept(t: TurnDraft, words: string, source: string): void {
  const waited = closeFrom(t, source);
  const said = { text: words, origin: 'edit' as const, message: source };
  if (waited?.question) {
    const question = t.question(waited.question);
    if (waited.kind === 'confirm-answer' || (waited.kind === 'sensitive' && waited.saves === 'answer'))
      takeAnswer(t, question, said);
    else correct(t, question, said);
    return;
  }
  const { spot } = t.scene;
  const id = spot.in === 'thread' ? spot.question : undefined;
  const question = id ? t.question(id) : undefined;
  if (question && stateOf(t.evaluation, question.id).status === 'open') takeAnswer(t, question, said);
}

function followInAnswer(t: TurnDraft, contribution: Contribution): void {
  const question = t.question(contribution.question);
  const { answer, contributions } = stateOf(t.evaluation, question.id);
  const sources = contributions.filter((each) => each.state === 'kept');
  const values = sources.map((each) => each.value).filter((value) => value !== undefined);
  const value = values.length === 1 ? values[0] : combine(question, values);
  if (!answer || !value) return;
  if (answer.how === 'merged') {
    lookAtMergeAgain(t, contribution, answer.value);
    return;
  }
  t.change({
    change: 'answer-kept',
    question: question.id,
    how: 'edited',
    value,
    by: t.scene.by.person,
    from: sources.map((each) => each.id),
    authors: authorsOf(sources),
  });
  recheckResting(t, question);
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

/** The team agreed on a text of its own: it stays, and is to be looked at again. */
function lookAtMergeAgain(t: TurnDraft, contribution: Contribution, merged: AnswerValue): void {
  const question = t.question(contribution.question);
  t.change({ change: 'question-set', question: question.id, set: { recheck: true } });
  t.post(
    { to: 'thread', of: { slot: questionSlot(question.id) } },
    message(
      'edited',
      t.language,
      [text(t.words('edit.merged', { name: t.scene.by.name })), quote(shownValue(merged, question, t.language))],
      {
        about: { question: question.id, version: stateOf(t.evaluation, question.id).version },
        actions: [button(t.words, 'still-true', { style: 'primary' }), button(t.words, 'correct')],
      },
    ),
  );
}

/** Deleting the message withdraws the contribution. */
export function takeDeletion(t: TurnDraft, id: ContributionId | undefined, source?: string): void {
  if (source !== undefined) closeFrom(t, source);
  const contribution = id === undefined ? undefined : contributionOf(t.evaluation, id);
  if (!contribution || contribution.person !== t.scene.by.person || contribution.state === 'withdrawn') return;
  t.read('correct');
  withdraw(t, contribution);
}

/** The message is an answer already: nothing changes, and its author sees what is noted. */
export function sayGiven(t: TurnDraft, id: ContributionId): void {
  const contribution = contributionOf(t.evaluation, id);
  if (!contribution) return;
  t.post(t.aside, message('same', t.scene.by.language, [text(t.ownWords('correct.same')), quote(contribution.text)]));
}
