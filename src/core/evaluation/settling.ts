import type { Question } from '../method.ts';
import { changeGroup, newGroup } from './correcting.ts';
import { moveOn, recheckResting, refreshCard } from './moving.ts';
import { maySet } from './settings.ts';
import { combine } from './combine.ts';
import {
  authorsOf,
  type Contribution,
  type HowKept,
  memberOf,
  nameOf,
  type Pending,
  type PersonId,
  stateOf,
} from './evaluation.ts';
import { settleAndMoveOn } from './answering.ts';
import { nothingWaits } from './explaining.ts';
import { quorumLeft, shownValue } from './question-card.ts';
import { aside, button, enumerate, heading, message, quote, text } from './say.ts';
import type { Place } from '../message.ts';
import { questionSlot, type TurnDraft } from './turn.ts';
import type { AnswerValue } from '../answer.ts';

/** What can become of a contribution beside the answer. Any member may say. */
export const outcomes = ['keep', 'both', 'merge', 'replace', 'differ'] as const;
export type Outcome = (typeof outcomes)[number];

const settleSlot = (contribution: string): string => `settle:${contribution}`;

const beside = (t: TurnDraft, question: Question): Contribution[] =>
  stateOf(t.evaluation, question.id).contributions.filter((each) => each.state === 'beside');

const kept = (t: TurnDraft, question: Question): Contribution[] =>
  stateOf(t.evaluation, question.id).contributions.filter((each) => each.state === 'kept');

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
    { slot: settleSlot(id) },
  );
}

const mergeable = (question: Question): boolean => question.type === 'long-text' || question.type === 'short-text';

/** The contribution that a press or a word means: named, else by this person, else the newest that waits. */
function meant(t: TurnDraft, question: Question, which: { contribution?: string; person?: PersonId }): Contribution | undefined {
  const waiting = beside(t, question);
  if (which.contribution) return waiting.find((each) => each.id === which.contribution);
  if (which.person) return waiting.find((each) => each.person === which.person);
  return waiting.at(-1);
}

/** One of the outcomes, pressed or typed. False when nothing waits any more: the caller explains that privately. */
export function settle(
  t: TurnDraft,
  question: Question,
  outcome: Outcome,
  which: { contribution?: string; person?: PersonId } = {},
): boolean {
  const contribution = meant(t, question, which);
  if (!contribution) return false;
  if (stateOf(t.evaluation, question.id).status === 'differ' && outcome !== 'keep' && outcome !== 'differ') {
    // One answer again instead of several views: that opens the difference.
    if (!maySet(t)) {
      t.post(t.aside, message('not-yours', t.scene.by.language, [text(t.ownWords('settle.carrier-reopens'))]));
      return true;
    }
    reopen(t, question);
  }
  switch (outcome) {
    case 'keep':
      // "Keep Fatou's" said while the answer is another's means: hers becomes the answer.
      if (which.person === contribution.person) replaceWith(t, question, contribution);
      else setAside(t, question, contribution);
      break;
    case 'both':
      keepBoth(t, question, contribution);
      break;
    case 'merge':
      proposeMerge(t, question, contribution);
      return true;
    case 'replace':
      replaceWith(t, question, contribution);
      break;
    case 'differ':
      differ(t, question, contribution);
      break;
  }
  return true;
}

function setAside(t: TurnDraft, question: Question, contribution: Contribution): void {
  t.change({ change: 'contribution-settled', id: contribution.id, state: 'aside' });
  settled(t, question, contribution, 'keep');
}

function keepBoth(t: TurnDraft, question: Question, contribution: Contribution): void {
  const state = stateOf(t.evaluation, question.id);
  const joined = state.answer && contribution.value && combine(question, [state.answer.value, contribution.value]);
  if (!joined) {
    const only = message('cannot-both', t.scene.by.language, [text(t.ownWords('settle.one-only'))], {
      about: { question: question.id, contribution: contribution.id },
      actions: [button(t.ownWords, 'replace'), button(t.ownWords, 'keep')],
    });
    t.post(t.aside, only);
    return;
  }
  t.change({ change: 'contribution-settled', id: contribution.id, state: 'kept' });
  keepAs(t, question, 'both', joined);
  settled(t, question, contribution, 'both');
}

function replaceWith(t: TurnDraft, question: Question, contribution: Contribution): void {
  if (!contribution.value) return;
  for (const old of kept(t, question)) t.change({ change: 'contribution-settled', id: old.id, state: 'aside' });
  t.change({ change: 'contribution-settled', id: contribution.id, state: 'kept' });
  keepAs(t, question, 'replaced', contribution.value);
  settled(t, question, contribution, 'replace');
}

/** A text made of both, shown before it becomes the answer: somebody confirms, rewords or cancels. */
function proposeMerge(t: TurnDraft, question: Question, contribution: Contribution): void {
  const { answer } = stateOf(t.evaluation, question.id);
  if (!answer || !mergeable(question)) {
    keepBoth(t, question, contribution);
    return;
  }
  const merged = oneText(answer.value.text, contribution.text);
  const pending = t.await({ kind: 'merge', text: merged, contribution: contribution.id }, question.id);
  sayMerge(t, question, pending, merged);
}

function sayMerge(t: TurnDraft, question: Question, pending: Pending, merged: string): void {
  const { words, language } = t;
  t.postFor(
    pending,
    message('merge', language, [text(words('merge.proposal')), quote(merged), aside(words('merge.confirm'))], {
      actions: [button(words, 'confirm', { style: 'primary' }), button(words, 'reword'), button(words, 'cancel')],
      forms: [
        {
          action: 'reword',
          title: words('form.reword'),
          submit: words('form.submit'),
          fields: [{ id: question.id, label: question.ask[language], kind: 'long-text', required: true, initial: merged }],
        },
      ],
    }),
  );
}

/** The sentences of both, each once, in the order said. */
function oneText(first: string, second: string): string {
  const ended = (words: string): string => (/[.!?…»]$/u.test(words.trim()) ? words.trim() : `${words.trim()}.`);
  const known = first.toLowerCase();
  const added = second
    .split(/(?<=[.!?…])\s+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '' && !known.includes(sentence.replace(/[.!?…]+$/u, '').toLowerCase()));
  return added.length === 0 ? ended(first) : `${ended(first)} ${ended(capital(added.join(' ')))}`;
}

const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

/**
 * The merged text was confirmed, as shown or reworded: it becomes the answer, and all whose words are in it are its authors.
 * False when the contribution was settled in another way meanwhile: then nothing changes.
 */
export function confirmMerge(t: TurnDraft, question: Question, pending: Pending & { kind: 'merge' }, reworded?: string): boolean {
  const contribution = beside(t, question).find((each) => each.id === pending.contribution);
  if (!contribution) {
    if (reworded === undefined) nothingWaits(t);
    return false;
  }
  const { answer } = stateOf(t.evaluation, question.id);
  if (reworded === undefined && answer && answer.at > pending.addedAt) {
    // The answer is no longer the one that was shown: the two are put together anew.
    proposeMerge(t, question, contribution);
    return true;
  }
  const merged = reworded ?? pending.text;
  t.change({ change: 'contribution-settled', id: contribution.id, state: 'kept' });
  keepAs(t, question, 'merged', { type: 'text', text: merged });
  closeCard(t, question, contribution, 'merge');
  t.reply(
    message('merged', t.language, [text(t.words('settled.merge', { name: t.scene.by.name })), quote(merged)], {
      actions: [button(t.words, 'correct')],
      about: { question: question.id, version: stateOf(t.evaluation, question.id).version },
    }),
  );
  settleAndMoveOn(t, question);
  return true;
}

/** A valid end: each view stays, with its author, and reaches the texts as "views differ". */
function differ(t: TurnDraft, question: Question, contribution: Contribution): void {
  const state = stateOf(t.evaluation, question.id);
  const views = [...state.contributions.filter((each) => each.state === 'kept' || each.state === 'differs'), contribution];
  if (authorsOf(views).length < 2) {
    t.post(t.aside, message('cannot-differ', t.scene.by.language, [text(t.ownWords('settle.two-needed'))]));
    return;
  }
  for (const view of views) {
    if (view.state !== 'differs') t.change({ change: 'contribution-settled', id: view.id, state: 'differs' });
  }
  t.change({ change: 'question-set', question: question.id, set: { status: 'differ', recheck: false, recheckBecause: null } });
  if (state.status !== 'differ') {
    t.change({ change: 'call-opened', id: t.scene.newId(), kind: 'differ', question: question.id, by: t.scene.by.person });
  }
  settled(t, question, contribution, 'differ');
  if (t.evaluation.openQuestion === question.id) moveOn(t, question);
}

/** Opens a difference again: the first view becomes the answer, the others wait beside it. */
export function reopen(t: TurnDraft, question: Question): boolean {
  const state = stateOf(t.evaluation, question.id);
  const views = state.contributions.filter((each) => each.state === 'differs' && each.value);
  const [first, ...others] = views;
  if (state.status !== 'differ' || !first?.value) return false;
  t.change({ change: 'contribution-settled', id: first.id, state: 'kept' });
  for (const other of others) t.change({ change: 'contribution-settled', id: other.id, state: 'beside' });
  t.change({ change: 'question-set', question: question.id, set: { status: 'answered' } });
  keepAs(t, question, 'replaced', first.value);
  for (const other of others) offerToSettle(t, question, other.id);
  refreshCard(t, question);
  return true;
}

function keepAs(t: TurnDraft, question: Question, how: HowKept, value: AnswerValue): void {
  const from = kept(t, question);
  const { person } = t.scene.by;
  const isFirst = stateOf(t.evaluation, question.id).answer === undefined;
  t.change(
    {
      change: 'answer-kept',
      question: question.id,
      // With no answer before it, there is nothing that it replaces or that undoing could bring back.
      how: isFirst ? 'kept' : how,
      value,
      by: person,
      from: from.map((each) => each.id),
      authors: authorsOf(from),
    },
    { change: 'question-set', question: question.id, set: { recheck: false, recheckBecause: null } },
  );
  recheckResting(t, question);
  const group = newGroup(question, value);
  if (group && group !== t.evaluation.group) changeGroup(t, group);
}

/** The card loses its buttons and keeps who decided what; the question's card shows the result. */
function settled(t: TurnDraft, question: Question, contribution: Contribution, outcome: Outcome): void {
  closeCard(t, question, contribution, outcome);
  if (outcome !== 'differ' && stateOf(t.evaluation, question.id).status === 'open') {
    if (quorumLeft(t.evaluation, question) === 0) settleAndMoveOn(t, question);
  }
  refreshCard(t, question);
}

function closeCard(t: TurnDraft, question: Question, contribution: Contribution, outcome: Outcome): void {
  const { words, language } = t;
  const { answer } = stateOf(t.evaluation, question.id);
  const result =
    outcome === 'keep' || outcome === 'differ' || !answer ? undefined : quote(shownValue(answer.value, question, language));
  const card = message(
    'settled',
    language,
    [
      heading(words(`settled.title`)),
      quote(contribution.text, nameOf(t.evaluation, contribution.person)),
      text(words(`settled.${outcome}`, { name: t.scene.by.name })),
      result,
    ],
    { about: { question: question.id, version: stateOf(t.evaluation, question.id).version, contribution: contribution.id } },
  );
  t.post(teamsPlace(t, question), card, { slot: settleSlot(contribution.id) });
  if (t.scene.spot.in === 'direct') t.post(t.here, card);
}
