import { type Evaluation, stateOf } from '../core/evaluation/evaluation.ts';
import { outcomes } from '../core/evaluation/settling.ts';
import { findQuestion, type Method, type QuestionId } from '../core/method.ts';
import type { PlayFields, PlayPerson, PlayTurn } from './file.ts';
import type { Shown } from './platform.ts';
import type { Deed, Player, Stage } from './stage.ts';

export type ActingTurn = Extract<PlayTurn, { do: 'say' | 'press' | 'form' }>;
type Press = Extract<PlayTurn, { do: 'press' }>;

export const isOutcome = (action: string): boolean => outcomes.some((each) => each === action);

/** Where a turn is written, pressed or filled, as the channel stands. */
export function deedsOf(
  turn: ActingTurn,
  by: Player,
  {
    stage,
    method,
    people,
    evaluation,
  }: { stage: Stage; method: Method; people: PlayPerson[]; evaluation: Evaluation | undefined },
): Deed[] {
  const { question } = turn;
  switch (turn.do) {
    case 'say': {
      const card = question === undefined || turn.inChannel ? undefined : stage.cardOf(question);
      return [{ do: 'say', text: turn.text, thread: card?.id }];
    }
    case 'press': {
      const value = valueOf(turn, people);
      const on = pressedOn(turn, value, by, stage, evaluation);
      return [{ do: 'press', message: on?.id ?? nowhere, action: turn.action, value, ...(!on && aboutOf(question)) }];
    }
    case 'form':
      return formsOf(turn, method).map(({ question, fields }): Deed => {
        const on = stage.offering(by.user, turn.action, { question }) ?? cardFor(question, stage);
        return { do: 'form', message: on?.id, action: turn.action, fields, ...(!on && aboutOf(question)) };
      });
  }
}

/** No message has this reference. */
const nowhere = 'nowhere';

const aboutOf = (question: QuestionId | undefined) => (question === undefined ? {} : { about: { question } });

/** The newest message that offers this; where none does, the question's card, as somebody presses a button that is gone meanwhile. */
function pressedOn(
  { question, action }: Press,
  value: string | undefined,
  by: Player,
  stage: Stage,
  evaluation: Evaluation | undefined,
): Shown | undefined {
  const contribution = isOutcome(action) ? waitingOf(value, question, evaluation) : undefined;
  const exactly = isOutcome(action) ? contribution && { question, contribution } : value !== undefined && { question, value };
  return (
    (exactly ? stage.offering(by.user, action, exactly) : undefined) ??
    stage.offering(by.user, action, { question }) ??
    cardFor(question, stage)
  );
}

/** What this person said to a question and nobody has settled yet. */
function waitingOf(name: string | undefined, question: QuestionId | undefined, evaluation: Evaluation | undefined) {
  const person = evaluation?.members.find((member) => member.name === name)?.person;
  const states = evaluation ? (question === undefined ? Object.values(evaluation.states) : [stateOf(evaluation, question)]) : [];
  const waiting = states.flatMap(({ contributions }) => contributions.filter(({ state }) => state === 'beside'));
  return waiting.findLast((each) => each.person === person)?.id;
}

const cardFor = (question: QuestionId | undefined, stage: Stage): Shown | undefined =>
  question === undefined ? stage.newestCard() : stage.cardOf(question);

/** The companion knows people by name, the file by id. */
function valueOf({ action, value }: Press, people: PlayPerson[]): string | undefined {
  return isOutcome(action) ? (people.find((person) => person.id === value)?.name ?? value) : value;
}

/** A form asks one question: fields of several questions are several forms. */
function formsOf({ fields, question }: Extract<PlayTurn, { do: 'form' }>, method: Method) {
  const asked = Object.entries(fields).filter(([id]) => findQuestion(method, id));
  if (asked.length === 0) return [{ question, fields }];
  const others = Object.fromEntries(Object.entries(fields).filter(([id]) => !findQuestion(method, id)));
  return asked.map(([id, content]): { question: QuestionId | undefined; fields: PlayFields } => ({
    question: id,
    fields: { ...others, [id]: content },
  }));
}

/** Whether there is still something to press, fill or answer there. A message may go on showing buttons whose time is over. */
export function isStillOpen(turn: ActingTurn, by: Player, stage: Stage, evaluation: Evaluation): boolean {
  if (turn.do === 'say') return isUnanswered(evaluation, turn.question ?? evaluation.openQuestion);
  const on = stage.offering(by.user, turn.action, { question: turn.question });
  return on !== undefined && isStillOffered(evaluation, turn.action, on, stage.aboutOf(on), by.name);
}

function isStillOffered(evaluation: Evaluation, action: string, on: Shown, about: QuestionId | undefined, name: string): boolean {
  const state = about === undefined ? undefined : stateOf(evaluation, about);
  const id = on.message.about?.contribution;
  if (isOutcome(action)) return state?.contributions.some((each) => each.id === id && each.state === 'beside') ?? false;
  switch (action) {
    case 'answer':
    case 'choose':
    case 'skip':
    case 'not-yet':
    case 'not-for-us':
      return isUnanswered(evaluation, about);
    case 'correct':
      return state?.answer !== undefined;
    case 'confirm':
    case 'cancel':
    case 'keep-masked':
    case 'reword':
      return evaluation.pendings.some((pending) => id === undefined || pending.id === id);
    case 'withdraw': {
      const person = evaluation.members.find((member) => member.name === name)?.person;
      return state?.contributions.some((each) => each.person === person && each.state !== 'withdrawn') ?? false;
    }
    case 'pause':
      return evaluation.state === 'running';
    case 'resume':
      return evaluation.state === 'paused';
    default:
      return true;
  }
}

function isUnanswered(evaluation: Evaluation, question: QuestionId | undefined): boolean {
  const state = question === undefined ? undefined : stateOf(evaluation, question);
  return state?.status === 'open' && !state.answer;
}
