import { type AnswerValue, type FileRef, type Misread, readAnswer } from '../answer.ts';
import { reachOf } from '../calls/team-side.ts';
import type { Block } from '../message.ts';
import type { Question } from '../method.ts';
import { findSensitive, maskSensitive } from '../privacy.ts';
import { combine } from './combine.ts';
import {
  authorsOf,
  type Contribution,
  memberOf,
  nameOf,
  type Pending,
  type PersonId,
  type QuestionState,
  stateOf,
} from './evaluation.ts';
import { moveOn, refreshCard } from './moving.ts';
import { knownNames } from './names.ts';
import { quorumLeft, shownBlocks } from './question-card.ts';
import { remarkBlocks } from './remarks.ts';
import { aside, button, enumerate, message, quote, shorten, text } from './say.ts';
import { offerToSettle } from './settling/card.ts';
import { questionSlot, type TurnDraft } from './turn.ts';
import { numberWords } from './understood.ts';

/** Something said to a question, not read yet. */
export interface Said {
  text: string;
  origin: 'said' | 'form' | 'press' | 'edit';
  /** Already a value: chosen in a form or by a button. */
  value?: AnswerValue;
  files?: FileRef[];
  /** The platform's reference of the message it was said in. */
  message?: string;
  /** Whose words they are, when somebody else says yes to them. */
  person?: PersonId;
  /** The person has seen the warning about people's names and the like, and decided. */
  decided?: boolean;
}

/** Two messages of one person in one thread, this close to each other, are one thing said. */
const burstMs = 60_000;

/** A text or a choice that answers a question: kept, added to one's own words of a moment ago, or put beside a colleague's answer. */
export function takeAnswer(t: TurnDraft, question: Question, said: Said): void {
  if (!said.decided && warn(t, question, said, 'answer')) return;
  const reading = said.value ? { ok: true as const, value: said.value, remarks: [] } : read(t, question, said);
  if (!reading.ok) {
    misread(t, question, reading, said);
    return;
  }
  const state = stateOf(t.evaluation, question.id);
  if (state.answer || state.status === 'differ') {
    const own = ownRecent(t, state);
    if (own && said.origin === 'said') extend(t, question, own, said, reading.value);
    else putBeside(t, question, said, reading.value);
    return;
  }
  keep(t, question, said, reading.value, reading.remarks);
}

export function read(t: TurnDraft, question: Question, said: Said): ReturnType<typeof readAnswer> {
  const { language, structure } = t.evaluation;
  return readAnswer(question, said.text, {
    language,
    now: t.scene.now,
    timeZone: structure.timeZone,
    ...(said.files && { files: said.files }),
  });
}

/** The first fitting answer is kept at once. */
function keep(t: TurnDraft, question: Question, said: Said, value: AnswerValue, remarks: string[]): void {
  const id = t.scene.newId();
  const { person } = t.scene.by;
  t.read('answer');
  t.change(
    added(t, id, question, said, value, 'kept'),
    { change: 'answer-kept', question: question.id, how: 'kept', value, by: person, from: [id], authors: [person] },
    { change: 'question-set', question: question.id, set: { attempts: 0, reason: null, recheck: false, recheckBecause: null } },
  );
  sayKept(t, question, id, remarks);
  settleAndMoveOn(t, question);
}

/** A question with an answer is answered once enough people have spoken; then the evaluation goes on. */
export function settleAndMoveOn(t: TurnDraft, question: Question): void {
  const enough = quorumLeft(t.evaluation, question) === 0;
  if (enough) t.change({ change: 'question-set', question: question.id, set: { status: 'answered' } });
  refreshCard(t, question);
  if (enough) moveOn(t, question);
}

/**
 * Short messages in a row are one: the second is added to the first, and the reply is edited. Each message stays a contribution of its
 * own, so that editing or deleting one leaves the words of the other. Of a type that allows only one value, the newest counts.
 */
function extend(t: TurnDraft, question: Question, own: Contribution, said: Said, value: AnswerValue): void {
  const id = t.scene.newId();
  const state = stateOf(t.evaluation, question.id);
  const joined = state.answer && combine(question, [state.answer.value, value]);
  t.read('answer');
  if (!joined) {
    for (const each of state.contributions)
      if (each.state === 'kept') t.change({ change: 'contribution-settled', id: each.id, state: 'aside' });
  }
  t.change(added(t, id, question, said, value, 'kept'));
  const from = stateOf(t.evaluation, question.id).contributions.filter((each) => each.state === 'kept');
  t.change({
    change: 'answer-kept',
    question: question.id,
    how: 'edited',
    value: joined ?? value,
    by: t.scene.by.person,
    from: from.map((each) => each.id),
    authors: authorsOf(from),
  });
  sayKept(t, question, own.id, []);
  refreshCard(t, question);
}

function ownRecent(t: TurnDraft, state: QuestionState): Contribution | undefined {
  if (t.scene.spot.in !== 'thread') return undefined;
  return state.contributions.find(
    (each) =>
      each.state === 'kept' && each.person === t.scene.by.person && t.scene.now.getTime() - each.changedAt.getTime() <= burstMs,
  );
}

/** A later contribution waits beside the answer, until somebody says what becomes of it. */
function putBeside(t: TurnDraft, question: Question, said: Said, value: AnswerValue): void {
  const id = t.scene.newId();
  t.read('add');
  t.change(added(t, id, question, said, value, 'beside'));
  offerToSettle(t, question, id);
  if (t.scene.spot.in === 'direct') {
    const about = { question: question.id, contribution: id };
    t.post(t.here, message('beside', t.scene.by.language, [text(t.ownWords('settle.elsewhere'))], { about }));
  }
}

const added = (t: TurnDraft, id: string, question: Question, said: Said, value: AnswerValue, state: 'kept' | 'beside') =>
  ({
    change: 'contribution-added',
    id,
    question: question.id,
    person: t.scene.by.person,
    state,
    text: said.text,
    value,
    origin: said.origin,
    ...(said.message && { message: said.message }),
  }) as const;

/** "Noted", with what was understood where it is not simply the text, and one friendly remark where there is one. */
export function sayKept(t: TurnDraft, question: Question, contribution: string, remarks: string[]): void {
  const { words, evaluation } = t;
  const state = stateOf(evaluation, question.id);
  if (!state.answer) return;
  const { authors } = state.answer;
  const names = enumerate(
    words,
    authors.map((person) => nameOf(evaluation, person)),
  );
  const isUnnamed = authors.some((person) => memberOf(evaluation, person)?.unnamed);
  const left = quorumLeft(evaluation, question);
  t.post(
    t.here,
    message(
      'kept',
      evaluation.language,
      [
        text(isUnnamed ? words('kept.thanks-unnamed') : words('kept.thanks', { name: names })),
        isElsewhere(t, question) && aside(words('kept.elsewhere', { question: shorten(question.ask[t.language]) })),
        ...understood(state.answer.value, question, t),
        ...remarkBlocks(t, question, state.answer.value, remarks),
        left > 0 && text(words('kept.quorum', { left })),
      ],
      {
        about: { question: question.id, version: state.version, contribution },
        actions: [button(words, 'correct'), button(words, 'undo')],
      },
    ),
    { slot: `kept:${contribution}` },
  );
  sayElsewhere(t, question, contribution, names);
}

/** Those who are in another channel of the team read who answered what: one message, which stays one. */
function sayElsewhere(t: TurnDraft, question: Question, contribution: string, names: string): void {
  const { answer, version } = stateOf(t.evaluation, question.id);
  if (!t.evaluation.mirrors || !answer) return;
  t.post(
    { to: 'elsewhere', of: { slot: questionSlot(question.id) } },
    message(
      'kept-elsewhere',
      t.language,
      [...shownBlocks(answer.value, question, t.language, t.words, names), aside(t.words('mirror.answered'))],
      { about: { question: question.id, version, contribution } },
    ),
    { slot: `told:${contribution}` },
  );
}

/** Said outside its thread, and not what was asked last: then the reply names the question it was kept for. */
const isElsewhere = (t: TurnDraft, question: Question): boolean =>
  t.scene.spot.in !== 'thread' && t.before.openQuestion !== question.id;

/** What was read in the words, where it is not simply the words themselves. */
function understood(value: AnswerValue, question: Question, t: TurnDraft): Block[] {
  if (value.type === 'text') return [];
  if (value.type !== 'number') return shownBlocks(value, question, t.language, t.words);
  return [quote(numberWords(value, t.language, t.words))];
}

/** What does not fit is met with the reason and the question again; after two failures it is parked and the accompanier hears of it. */
function misread(t: TurnDraft, question: Question, reading: Misread, said: Said): void {
  const reason = t.words(`misread.${reading.why}`, reading.with ?? {});
  t.read('unclear');
  if (said.origin === 'form') {
    t.formErrors = { [question.id]: reason };
    return;
  }
  const state = stateOf(t.evaluation, question.id);
  const isOpen = state.status === 'open' && !state.answer;
  if (isOpen && state.attempts + 1 >= 2) {
    park(t, question, reason);
    return;
  }
  if (isOpen) t.change({ change: 'question-set', question: question.id, set: { attempts: state.attempts + 1 } });
  t.post(
    t.here,
    message(
      'misread',
      t.language,
      [text(reason), text(t.words('misread.again', { question: question.ask[t.language] })), aside(question.hint[t.language])],
      {
        about: { question: question.id, version: state.version },
        actions: ['example', 'not-yet', 'skip', 'accompanier'].map((id) => button(t.words, id)),
      },
    ),
  );
}

function park(t: TurnDraft, question: Question, reason: string): void {
  t.change(
    { change: 'question-set', question: question.id, set: { status: 'parked', attempts: 2 } },
    { change: 'call-opened', id: t.scene.newId(), kind: 'parked', question: question.id, by: t.scene.by.person },
  );
  t.post(
    t.here,
    message('parked', t.language, [text(reason), text(t.words(`parked.${reachOf(t.evaluation)}`))], {
      about: { question: question.id, version: stateOf(t.evaluation, question.id).version },
      actions: [button(t.words, 'take-up')],
    }),
  );
  refreshCard(t, question);
  moveOn(t, question);
}

/** Warns before words about people supported are saved. True when the answer now waits for the person's decision. */
export function warn(
  t: TurnDraft,
  question: Question | undefined,
  said: Said,
  saves: (Pending & { kind: 'sensitive' })['saves'],
  edited?: string,
): boolean {
  if (said.value && said.origin === 'press') return false;
  const found = findSensitive(said.text, {
    language: t.language,
    ...(question && { question }),
    members: knownNames(t.evaluation),
    structure: t.evaluation.structure.name,
    known: t.scene.known,
  });
  if (found.length === 0) return false;
  const masked = maskSensitive(said.text, found, t.words);
  const pending = t.await(
    {
      kind: 'sensitive',
      text: said.text,
      masked,
      saves,
      ...(said.message && { source: said.message }),
      ...(edited && { contribution: edited }),
    },
    question?.id,
  );
  const kinds = [...new Set(found.map((each) => t.ownWords(`sensitive.${each.kind}`)))];
  t.read(readingOf(saves));
  t.postFor(
    pending,
    message(
      'sensitive',
      t.scene.by.language,
      [
        text(t.ownWords('sensitive.warning', { what: enumerate(t.ownWords, kinds) })),
        text(t.ownWords('sensitive.proposal')),
        quote(masked),
        aside(t.ownWords(saves === 'call' ? 'sensitive.call-choice' : 'sensitive.choice')),
      ],
      {
        actions: [
          button(t.ownWords, 'keep-masked', { style: 'primary' }),
          button(t.ownWords, 'confirm', { label: t.ownWords('button.keep-as-is') }),
          button(t.ownWords, 'cancel'),
        ],
      },
    ),
  );
  return true;
}

/** How the words count that somebody was warned about. */
export const readingOf = (saves: (Pending & { kind: 'sensitive' })['saves']): 'answer' | 'correct' | 'accompanier' =>
  saves === 'answer' ? 'answer' : saves === 'call' ? 'accompanier' : 'correct';
