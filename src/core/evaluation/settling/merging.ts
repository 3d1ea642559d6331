import type { Question } from '../../method.ts';
import { settleAndMoveOn } from '../answering.ts';
import { type Answer, type Contribution, type Pending, stateOf } from '../evaluation.ts';
import { nothingWaits } from '../explaining.ts';
import { aside, button, message, quote, text } from '../say.ts';
import type { TurnDraft } from '../turn.ts';
import { closeCard } from './card.ts';
import { beside, keepAs } from './keeping.ts';

/** A text made of both, shown before it becomes the answer: somebody confirms, rewords or cancels. */
export function proposeMerge(t: TurnDraft, question: Question, answer: Answer, contribution: Contribution): void {
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
    proposeMerge(t, question, answer, contribution);
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
