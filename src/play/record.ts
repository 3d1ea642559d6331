import type { AnswerValue } from '../core/answer.ts';
import {
  type Evaluation,
  pathOf,
  type PersonId,
  type QuestionState,
  stateOf,
  type Status,
} from '../core/evaluation/evaluation.ts';
import type { ReadingKind } from '../core/evaluation/turn.ts';
import type { Language } from '../core/language.ts';
import { plainText } from '../core/message.ts';
import type { QuestionId } from '../core/method.ts';
import { withAccess } from '../store/database.ts';
import { earlierWords } from '../store/history.ts';
import { findPeople } from '../store/routing.ts';
import { type PlayMeta, speakersOf } from './file.ts';
import { type PlayedTurn, type PlayerNeeds, questionOf, type Reply } from './player.ts';

/** What was said and what was recorded, people by their ids in the file. */
export interface PlayRecord {
  turns: { i: number; reading: ReadingKind[]; replies: RecordedReply[]; before: RecordedReply[] }[];
  record: { carrier?: string; paused_until?: string; questions: Record<QuestionId, RecordedQuestion> };
}

export interface RecordedReply {
  to: 'channel' | 'thread' | 'private';
  person?: string;
  question?: QuestionId;
  text: string;
  actions: string[];
  lang: Language;
}

export interface RecordedQuestion {
  status: Status;
  recheck: boolean;
  answer?: RecordedAnswer;
  contributions: { person: string; text: string; versions: number; withdrawn: boolean }[];
  history: string[];
}

export type RecordedAnswer = RecordedValue & { version: number; authors: string[] };
export type RecordedValue = { value: string | string[] | number } | { items: string[] } | { text: string };

/** The record of what was played, read from the database. */
export async function recordOf(meta: PlayMeta, played: PlayedTurn[], needs: PlayerNeeds): Promise<PlayRecord> {
  const idOfUser = new Map(speakersOf(meta).map((person) => [needs.playerOf(person).user, person.id]));
  const reply = (each: Reply): RecordedReply => recordedReply(each, idOfUser, needs);
  const turns = played.map(({ readings, replies, before }, i) => ({
    i,
    reading: readings,
    replies: replies.map(reply),
    before: before.map(reply),
  }));
  return { turns, record: await recordOfEvaluation(needs, idOfUser) };
}

function recordedReply(reply: Reply, idOfUser: Map<string, string>, { method, stage }: PlayerNeeds): RecordedReply {
  const question = questionOf(reply, method, stage);
  const about = question === undefined ? {} : { question };
  if ('refused' in reply) {
    const { user, language } = reply.by;
    return { to: 'private', person: idOfUser.get(user) ?? user, ...about, text: reply.refused, actions: [], lang: language };
  }
  const { message, privateTo, thread } = reply;
  return {
    to: privateTo !== undefined ? 'private' : thread !== undefined ? 'thread' : 'channel',
    ...(privateTo !== undefined && { person: idOfUser.get(privateTo) ?? privateTo }),
    ...about,
    text: plainText(message),
    actions: [...new Set(message.actions.map(({ id }) => id))],
    lang: message.language,
  };
}

async function recordOfEvaluation(
  { stage, db, method }: PlayerNeeds,
  idOfUser: Map<string, string>,
): Promise<PlayRecord['record']> {
  const evaluation = await stage.evaluation();
  const place = await stage.place();
  if (!evaluation || !place) return { questions: {} };
  const { platform, workspace } = place.address;
  const people = await withAccess(db, { kind: 'routing' }, (tx) =>
    findPeople(tx, { platform, workspace, users: [...idOfUser.keys()] }),
  );
  const idOf = new Map([...people].map(([user, person]) => [person, idOfUser.get(user) ?? user]));
  const earlier = await withAccess(db, { kind: 'structure', structures: [evaluation.structure.id] }, (tx) =>
    earlierWords(tx, evaluation.id),
  );
  const ids = new Set([...pathOf(evaluation, method).map(({ id }) => id), ...Object.keys(evaluation.states)]);
  const { carrier, pausedUntil } = evaluation;
  return {
    ...(carrier && { carrier: idOf.get(carrier) ?? carrier }),
    ...(pausedUntil && { paused_until: pausedUntil.toISOString() }),
    questions: Object.fromEntries([...ids].map((id) => [id, recordedQuestion(evaluation, id, idOf, earlier.get(id) ?? [])])),
  };
}

function recordedQuestion(
  evaluation: Evaluation,
  id: QuestionId,
  idOf: Map<PersonId, string>,
  history: string[],
): RecordedQuestion {
  const state = stateOf(evaluation, id);
  const person = (who: PersonId): string => idOf.get(who) ?? who;
  return {
    status: state.status,
    recheck: state.recheck,
    ...answerOf(state, person),
    contributions: state.contributions.map((each) => ({
      person: person(each.person),
      text: each.text,
      versions: each.version,
      withdrawn: each.state === 'withdrawn',
    })),
    history,
  };
}

/** Where views differ, each view is a contribution, and none is the answer. */
function answerOf({ answer, status }: QuestionState, person: (who: PersonId) => string): { answer?: RecordedAnswer } {
  if (!answer || status === 'differ') return {};
  return { answer: { ...recordedValue(answer.value), version: answer.version, authors: answer.authors.map(person) } };
}

export function recordedValue(value: AnswerValue): RecordedValue {
  switch (value.type) {
    case 'choice':
    case 'number':
      return { value: value.value };
    case 'choices':
      return { value: value.values };
    case 'date':
      return { value: value.date };
    case 'list':
      return { items: value.items.map(({ text }) => text) };
    case 'files':
      return { items: [...value.files.map(({ name }) => name), ...value.links] };
    case 'text':
      return { text: value.text };
  }
}
