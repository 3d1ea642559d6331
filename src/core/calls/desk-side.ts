import { dayOf, personName } from '../drafting/desk.ts';
import { type Evaluation, stateOf } from '../evaluation/evaluation.ts';
import { aside, button, heading, message, quote, text } from '../evaluation/say.ts';
import type { Language } from '../language.ts';
import type { Block, Form, Message } from '../message.ts';
import { findQuestion, type Method, type Question } from '../method.ts';
import type { Words } from '../words.ts';
import type { Call } from './call.ts';
import { writtenDate } from '../written-date.ts';

/** All that a call depends on at the desk of who accompanies the team. `words` are theirs. */
export interface DeskView {
  evaluation: Evaluation;
  method: Method;
  language: Language;
  words: Words;
  /** What the team lets them read. */
  reads: { content: boolean; fearsAndLimits: boolean };
}

/**
 * A call at the desk: who calls, about what and since when. Words stand there only where somebody attached them, or where the team shares
 * its answers; those to a private question only by a grant of its own. One message, changed in place; without buttons once it is closed.
 */
export function callCard(view: DeskView, call: Call): Message {
  const { words, language, evaluation } = view;
  const question = call.question === undefined ? undefined : findQuestion(view.method, call.question);
  const structure = evaluation.structure.name;
  const values = { structure };
  return message(
    'desk-call',
    language,
    [
      heading(words(`calls.title-${call.kind}`, values)),
      text(factOf(view, call)),
      text(question ? words('calls.question', { question: question.ask[language] }) : words('calls.no-question')),
      aside(words('calls.since', { moment: momentOf(view, call.openedAt) })),
      ...(call.words.length > 0 ? [text(words('calls.words'))] : []),
      ...call.words.map((each) => quote(each.text, nameIn(view, each.person))),
      ...(question ? sharedWords(view, question) : []),
      ...stateBlocks(view, call),
      call.closed ? undefined : aside(words('calls.how', values)),
    ],
    {
      about: { ...(question && { question: question.id }), contribution: call.id },
      actions: call.closed
        ? []
        : [
            button(words, 'acc-call-answer', { style: 'primary' }),
            !call.taken && button(words, 'acc-call-take', { value: call.id }),
            button(words, 'acc-call-close', { value: call.id }),
          ],
      forms: call.closed ? [] : [answerForm(words, structure)],
    },
  );
}

function factOf(view: DeskView, { kind, openedBy, privately }: Call): string {
  if (kind !== 'help') return view.words(`calls.${kind}`);
  return view.words(privately ? 'calls.help-privately' : 'calls.help', { name: nameIn(view, openedBy) });
}

const answerForm = (words: Words, structure: string): Form => ({
  action: 'acc-call-answer',
  title: words('form.acc-call-answer'),
  submit: words('form.text-send'),
  fields: [
    {
      id: 'words',
      label: words('form.acc-call-words'),
      hint: words('form.acc-call-words-hint', { structure }),
      kind: 'long-text',
      required: true,
    },
  ],
});

/** What the team said to the question, where that may be read. */
function sharedWords(view: DeskView, question: Question): Block[] {
  const { reads, words, evaluation } = view;
  if (!reads.content) return [aside(words('calls.not-shared'))];
  if (question.private && !reads.fearsAndLimits) return [aside(words('calls.private'))];
  const said = stateOf(evaluation, question.id).contributions.filter(({ state }) => state !== 'withdrawn' && state !== 'aside');
  if (said.length === 0) return [];
  return [text(words('calls.answers')), ...said.map((each) => quote(each.text, nameIn(view, each.person)))];
}

function stateBlocks(view: DeskView, { taken, closed }: Call): Block[] {
  const { words } = view;
  const told = (phrase: string, at: Date, by?: string): Block =>
    text(words(phrase, { day: dayOf(view, at), ...(by !== undefined && { name: nameIn(view, by) }) }));
  if (closed)
    return [closed.by === undefined ? told('call.closed-itself', closed.at) : told('call.closed', closed.at, closed.by)];
  return taken ? [told('call.taken', taken.at, taken.by)] : [];
}

/** What was done, to the one who did it by words or a form. */
export const callDone = (
  { words, language, evaluation }: Pick<DeskView, 'words' | 'language' | 'evaluation'>,
  what: 'answered' | 'taken' | 'closed',
): Message => message('desk-call-done', language, [text(words(`calls.done-${what}`, { structure: evaluation.structure.name }))]);

/** Why nothing was done with a call. Words that were meant for the team come back, so that they are not lost. */
export const callNotDone = (
  words: Words,
  language: Language,
  why: 'gone' | 'closed' | 'none' | 'which' | 'no-words',
  { structure = '', given }: { structure?: string; given?: string | undefined } = {},
): Message =>
  message('desk-call-refused', language, [
    text(words(`calls.refused-${why}`, { structure })),
    given === undefined ? undefined : quote(given),
  ]);

/** A call that this desk no longer sees: the person does not accompany the team any more. */
export const callWithdrawn = (words: Words, language: Language, structure: string): Message =>
  message('desk-withdrawn', language, [text(words('calls.withdrawn', { structure }))]);

const nameIn = ({ evaluation, words }: DeskView, person: string | undefined): string =>
  person === undefined ? words('person.unnamed') : personName(evaluation, person, words);

const momentOf = ({ evaluation, language }: DeskView, at: Date): string =>
  writtenDate(at, language, { dateStyle: 'full', timeStyle: 'short', timeZone: evaluation.structure.timeZone });
