import type { Question } from '../method.ts';
import { combine } from './combine.ts';
import { type Contribution, type PersonId, stateOf } from './evaluation.ts';
import { button, message, text } from './say.ts';
import { maySet } from './settings.ts';
import { mergeable, settled } from './settling/card.ts';
import { differ, reopen } from './settling/differing.ts';
import { beside, keepAs, kept } from './settling/keeping.ts';
import { proposeMerge } from './settling/merging.ts';
import type { TurnDraft } from './turn.ts';

/** What can become of a contribution beside the answer. Any member may say. */
export const outcomes = ['keep', 'both', 'merge', 'replace', 'differ'] as const;
export type Outcome = (typeof outcomes)[number];

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
      mergeBoth(t, question, contribution);
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

function mergeBoth(t: TurnDraft, question: Question, contribution: Contribution): void {
  const { answer } = stateOf(t.evaluation, question.id);
  if (answer && mergeable(question)) proposeMerge(t, question, answer, contribution);
  else keepBoth(t, question, contribution);
}
