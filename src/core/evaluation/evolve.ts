import { type Change, type Evaluation, type QuestionState, stateOf } from './evaluation.ts';
import type { QuestionId } from '../method.ts';
import { noNudging, withNudging } from '../nudging/nudging.ts';

/** The evaluation after one change. Pure; the store writes the same change to the database, and reading it back gives the same. */
export function evolve(evaluation: Evaluation, change: Change, now: Date): Evaluation {
  const touched = (id: QuestionId, set: Partial<QuestionState>): Evaluation => {
    const state = stateOf(evaluation, id);
    return { ...evaluation, states: { ...evaluation.states, [id]: { ...state, ...set, version: state.version + 1 } } };
  };
  const ofContribution = (
    id: string,
    set: (each: QuestionState['contributions'][number]) => QuestionState['contributions'][number],
  ): Evaluation => {
    const entry = Object.entries(evaluation.states).find(([, state]) => state.contributions.some((each) => each.id === id));
    if (!entry) return evaluation;
    return touched(entry[0], { contributions: entry[1].contributions.map((each) => (each.id === id ? set(each) : each)) });
  };

  switch (change.change) {
    case 'contribution-added': {
      const { id, question, person, state, text, value } = change;
      const added = { id, question, person, state, version: 1, text, ...(value && { value }), addedAt: now, changedAt: now };
      return touched(question, { contributions: [...stateOf(evaluation, question).contributions, added] });
    }
    case 'contribution-versioned':
      return ofContribution(change.id, ({ value: _value, ...each }) => ({
        ...each,
        version: each.version + 1,
        text: change.text,
        ...(change.value && { value: change.value }),
        changedAt: now,
      }));
    case 'contribution-settled':
      return ofContribution(change.id, (each) => ({ ...each, state: change.state }));
    case 'answer-kept': {
      const { question, how, value, authors } = change;
      const { answer: old, answerVersions } = stateOf(evaluation, question);
      const previous = old && { value: old.value, authors: old.authors };
      const version = answerVersions + 1;
      return touched(question, {
        answer: { version, how, value, authors, at: now, ...(previous && { previous }) },
        answerVersions: version,
      });
    }
    case 'answer-dropped': {
      const { answer: _answer, ...state } = stateOf(evaluation, change.question);
      return { ...evaluation, states: { ...evaluation.states, [change.question]: { ...state, version: state.version + 1 } } };
    }
    case 'question-set': {
      const { reason, recheckBecause, asked, ...set } = change.set;
      const { reason: oldReason, recheckBecause: oldBecause, ...state } = stateOf(evaluation, change.question);
      const nextReason = reason === undefined ? oldReason : (reason ?? undefined);
      const nextBecause = recheckBecause === undefined ? oldBecause : (recheckBecause ?? undefined);
      const next: QuestionState = {
        ...state,
        ...set,
        ...(nextReason && { reason: nextReason }),
        ...(nextBecause && { recheckBecause: nextBecause }),
        ...(asked && { askedAt: now }),
        version: state.version + 1,
      };
      return { ...evaluation, states: { ...evaluation.states, [change.question]: next } };
    }
    case 'evaluation-set': {
      const { openQuestion, pausedUntil, agreedModel, ...set } = change.set;
      const { openQuestion: oldOpen, pausedUntil: oldUntil, agreedModel: oldModel, ...rest } = evaluation;
      const nextOpen = openQuestion === undefined ? oldOpen : (openQuestion ?? undefined);
      const nextUntil = pausedUntil === undefined ? oldUntil : (pausedUntil ?? undefined);
      const nextModel = agreedModel === undefined ? oldModel : (agreedModel ?? undefined);
      return {
        ...rest,
        ...set,
        ...(nextOpen && { openQuestion: nextOpen }),
        ...(nextUntil && { pausedUntil: nextUntil }),
        ...(nextModel !== undefined && { agreedModel: nextModel }),
      };
    }
    case 'pending-added':
      return { ...evaluation, pendings: [...evaluation.pendings, change.pending] };
    case 'pending-closed':
      return { ...evaluation, pendings: evaluation.pendings.filter((each) => each.id !== change.id) };
    case 'nudging-set':
      return { ...evaluation, nudging: withNudging(evaluation.nudging ?? noNudging, change.set, now) };
    case 'calendar-set': {
      const { structure, members } = evaluation;
      const { person, set } = change;
      if (person !== undefined) {
        const isTheirs = (member: { person: string }): boolean => member.person === person;
        return {
          ...evaluation,
          members: members.map((each) => (isTheirs(each) ? { ...each, calendar: { ...each.calendar, ...set } } : each)),
        };
      }
      return { ...evaluation, structure: { ...structure, calendar: { ...structure.calendar, ...set } } };
    }
    case 'call-opened':
    case 'file-attached':
    case 'noted':
      return evaluation;
  }
}

/** All changes in order. */
export const evolveAll = (evaluation: Evaluation, changes: Change[], now: Date): Evaluation =>
  changes.reduce((so, change) => evolve(so, change, now), evaluation);
