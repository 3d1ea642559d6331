import type { AnswerValue } from '../answer.ts';
import { isSame } from '../same.ts';
import { type Group, groups, type Question } from '../method.ts';
import { read, type Said, takeAnswer, warn } from './answering.ts';
import { type Contribution, nameOf, pathOf, restingOn, stateOf } from './evaluation.ts';
import { ask, finish, moveOn, refreshCard, refreshProgress } from './moving.ts';
import { answerForm, shownValue } from './question-card.ts';
import { aside, button, enumerate, list, message, quote, shorten, text } from './say.ts';
import type { TurnDraft } from './turn.ts';
import { nextQuestion } from './evaluation.ts';

/** Asks for the new words of an answer, with the old ones shown. */
export function wantCorrection(t: TurnDraft, question: Question): void {
  const { answer } = stateOf(t.evaluation, question.id);
  t.read('correct');
  if (!answer) {
    t.post(
      t.here,
      message('nothing-to-correct', t.language, [
        text(t.words('correct.no-answer', { question: shorten(question.ask[t.language]) })),
      ]),
    );
    return;
  }
  const pending = t.await({ kind: 'correction' }, question.id);
  t.postFor(
    pending,
    message(
      'correct',
      t.language,
      [
        text(t.words('correct.ask', { question: question.ask[t.language] })),
        quote(shownValue(answer.value, question, t.language)),
        aside(t.words('correct.how')),
      ],
      {
        actions: [button(t.words, 'correct', { label: t.words('button.fill-in') }), button(t.words, 'cancel')],
        forms: [answerForm(question, t.language, t.words, 'correct', answer.value)],
      },
    ),
  );
}

/**
 * New words for an answer: old → new is shown, and what rested on it turns to re-check; nothing is deleted.
 * A yes is asked first only when the change alters the path or touches later answers.
 */
export function correct(t: TurnDraft, question: Question, said: Said, confirmed = false): void {
  t.read('correct');
  const { answer } = stateOf(t.evaluation, question.id);
  if (!answer) {
    // There was an answer when the correction was begun, or there never was one: the words are one now.
    takeAnswer(t, question, said);
    return;
  }
  if (!said.decided && warn(t, question, said, 'correct')) return;
  const reading = said.value ? ({ ok: true, value: said.value, remarks: [] } as const) : read(t, question, said);
  if (!reading.ok) {
    const reason = t.words(`misread.${reading.why}`, reading.with ?? {});
    if (said.origin === 'form') t.formErrors = { [question.id]: reason };
    else
      t.post(
        t.here,
        message('misread', t.language, [text(reason), aside(question.hint[t.language])], {
          actions: [button(t.words, 'example'), button(t.words, 'cancel')],
          about: { question: question.id },
        }),
      );
    return;
  }
  if (isSame(answer.value, reading.value)) {
    t.post(
      t.here,
      message('same', t.language, [text(t.words('correct.same')), quote(shownValue(answer.value, question, t.language))]),
    );
    return;
  }
  const resting = restingOn(t.evaluation, t.scene.method, question.id);
  const group = newGroup(question, reading.value);
  if (!confirmed && (resting.length > 0 || group)) {
    askFirst(t, question, said, answer.value, reading.value, resting);
    return;
  }
  apply(t, question, said, answer.value, reading.value, resting);
  if (group) changeGroup(t, group);
}

export function newGroup(question: Question, value: AnswerValue): Group | undefined {
  if (!question.askedAtStart || value.type !== 'choice') return undefined;
  return groups.find((group) => group === value.value);
}

function askFirst(t: TurnDraft, question: Question, said: Said, old: AnswerValue, next: AnswerValue, resting: Question[]): void {
  const { words, language } = t;
  const approved = approvedTextsOn(t, question);
  const pending = t.await(
    { kind: 'confirm-correction', text: said.text, value: next, ...(said.message && { source: said.message }) },
    question.id,
    said.person,
  );
  t.postFor(
    pending,
    message(
      'confirm-correction',
      language,
      [
        ...oldAndNew(t, question, old, next),
        resting.length > 0 && text(words('correct.touches', { count: resting.length })),
        resting.length > 0 && list(resting.map((each) => each.ask[language])),
        newGroup(question, next) && text(words('correct.path')),
        approved.length > 0 &&
          text(words('correct.approved-texts', { count: approved.length, names: enumerate(words, approved) })),
        text(words('correct.sure')),
      ],
      {
        actions: [button(words, 'confirm', { style: 'primary' }), button(words, 'cancel')],
      },
    ),
  );
}

/** What the approved texts are called that lean on this answer; how sure the team is decides how firmly each of them speaks. */
function approvedTextsOn({ evaluation, scene, language }: TurnDraft, { id }: Question): string[] {
  const { outputs } = scene.method;
  const leaning = (evaluation.approvedTexts ?? []).filter(({ questions }) => id === 'confidence-level' || questions.includes(id));
  return outputs.filter((output) => leaning.some((each) => each.output === output.id)).map(({ name }) => name[language]);
}

const oldAndNew = (t: TurnDraft, question: Question, old: AnswerValue, next: AnswerValue) => [
  text(t.words('correct.before')),
  quote(shownValue(old, question, t.language)),
  text(t.words('correct.after')),
  quote(shownValue(next, question, t.language)),
];

function apply(t: TurnDraft, question: Question, said: Said, old: AnswerValue, value: AnswerValue, resting: Question[]): void {
  const state = stateOf(t.evaluation, question.id);
  const person = said.person ?? t.scene.by.person;
  const kept = state.contributions.filter((each) => each.state === 'kept' || each.state === 'differs');
  const own = kept.length === 1 && kept[0]?.person === person ? kept[0] : undefined;
  const from = own ? reworded(t, own, said, value) : instead(t, question, kept, said, value);
  t.change(
    {
      change: 'answer-kept',
      question: question.id,
      how: 'corrected',
      value,
      by: t.scene.by.person,
      from: [from],
      authors: [person],
    },
    {
      change: 'question-set',
      question: question.id,
      set: { status: 'answered', recheck: false, recheckBecause: null, attempts: 0 },
    },
  );
  for (const each of resting) {
    t.change({ change: 'question-set', question: each.id, set: { recheck: true, recheckBecause: question.id } });
  }
  const { words, language } = t;
  t.reply(
    message(
      'corrected',
      language,
      [
        text(words('correct.done', { name: nameOf(t.evaluation, person), question: shorten(question.ask[language], 90) })),
        ...oldAndNew(t, question, old, value),
        resting.length > 0 && text(words('correct.to-recheck', { count: resting.length })),
        resting.length > 0 && list(resting.map((each) => each.ask[language])),
      ],
      { about: { question: question.id, version: stateOf(t.evaluation, question.id).version }, actions: [button(words, 'undo')] },
    ),
  );
  refreshCard(t, question);
  for (const each of resting) refreshCard(t, each);
  if (state.status === 'open') moveOn(t, question);
  else refreshProgress(t);
}

function reworded(t: TurnDraft, own: Contribution, said: Said, value: AnswerValue): string {
  t.change({ change: 'contribution-versioned', id: own.id, text: said.text, value, origin: said.origin });
  return own.id;
}

/** A correction by somebody else: theirs is kept, what was there stays in history. */
function instead(t: TurnDraft, question: Question, old: Contribution[], said: Said, value: AnswerValue): string {
  for (const each of old) t.change({ change: 'contribution-settled', id: each.id, state: 'aside' });
  const id = t.scene.newId();
  t.change({
    change: 'contribution-added',
    id,
    question: question.id,
    person: said.person ?? t.scene.by.person,
    state: 'kept',
    text: said.text,
    value,
    origin: said.origin,
    ...(said.message && { message: said.message }),
  });
  return id;
}

/** Another group meets another question of its own. Answers to the old one stay, hidden. */
export function changeGroup(t: TurnDraft, group: Group): void {
  t.change({ change: 'evaluation-set', set: { group } });
  afterPathChange(t);
}

/** The open question may have left the path, or the path may be open again. Nothing is asked during a pause or after the end. */
export function afterPathChange(t: TurnDraft): void {
  const path = pathOf(t.evaluation, t.scene.method);
  const { openQuestion, state } = t.evaluation;
  if (state !== 'ended' && (openQuestion === undefined || !path.some((question) => question.id === openQuestion))) {
    const next = nextQuestion(t.evaluation, t.scene.method);
    if (state === 'paused') t.change({ change: 'evaluation-set', set: { openQuestion: next?.id ?? null } });
    else if (next) ask(t, next);
    else if (openQuestion !== undefined) finish(t);
  }
  refreshProgress(t);
}

/** A person takes their own words back. An answer that rests on them turns to re-check. */
export function withdraw(t: TurnDraft, contribution: Contribution): void {
  const question = t.question(contribution.question);
  t.change({ change: 'contribution-settled', id: contribution.id, state: 'withdrawn' });
  const { answer, status, contributions } = stateOf(t.evaluation, question.id);
  const rests = answer && (contribution.state === 'kept' || contribution.state === 'differs');
  // Nobody is left who differs.
  if (status === 'differ' && answer && !contributions.some((each) => each.state === 'differs'))
    t.change({ change: 'question-set', question: question.id, set: { status: 'answered' } });
  if (rests) {
    t.change({ change: 'question-set', question: question.id, set: { recheck: true } });
    t.post(
      { to: 'thread', of: { slot: `question:${question.id}` } },
      message(
        'withdrawn',
        t.language,
        [
          text(t.words('withdraw.recheck', { name: nameOf(t.evaluation, contribution.person) })),
          quote(shownValue(answer.value, question, t.language)),
        ],
        {
          about: { question: question.id, version: stateOf(t.evaluation, question.id).version },
          actions: [button(t.words, 'still-true', { style: 'primary' }), button(t.words, 'correct')],
        },
      ),
    );
  }
  refreshCard(t, question);
}
