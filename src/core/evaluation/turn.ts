import type { AnswerValue } from '../answer.ts';
import type { IsHoliday } from '../calendar/working-time.ts';
import type { ReadingKind } from '../commands.ts';
import type { Language } from '../language.ts';
import type { Message, Place, Post } from '../message.ts';
import type { Method, Question, QuestionId } from '../method.ts';
import type { Words, Wording } from '../words.ts';
import type { NamedModel } from '../writing/model.ts';
import type { Change, Evaluation, Member, Pending, PendingKind } from './evaluation.ts';
import { needQuestion } from './evaluation.ts';
import { evolve } from './evolve.ts';
import { named, withNames } from './names.ts';

/** Where something was said: in the thread of a question, at the top of the channel, or one to one. */
export type Spot =
  | { in: 'thread'; question?: QuestionId; message?: string; root?: string }
  | { in: 'channel'; message?: string }
  | { in: 'direct'; message?: string };

/** All that a turn depends on, besides the evaluation. */
export interface Scene {
  method: Method;
  wording: Wording;
  now: Date;
  by: Member;
  spot: Spot;
  newId: () => string;
  /** What is written where this came from reaches the companion only if it mentions it. */
  hears?: 'mentions';
  /** Days on which nobody works. */
  isHoliday?: IsHoliday;
  /** Names known to the evaluation that are no secret: places, organisations. */
  known: string[];
  /** All that is written where this happens is read, whatever the team chose for other places. */
  hearsAll?: boolean;
  /** The language model that is set up, if one is. */
  model?: NamedModel;
}

/** What one incoming thing changes, and what to say. Only data: the flow stores it and queues what is said. */
export interface Turn {
  evaluation: Evaluation;
  changes: Change[];
  say: Post[];
  readings: ReadingKind[];
  /** Fields of a form that were refused; then nothing is changed and the form stays open. */
  formErrors?: Record<string, string>;
}

/** A turn in the making. Each change is applied at once, so that what follows decides on the new state. */
export class TurnDraft {
  evaluation: Evaluation;
  readonly scene: Scene;
  readonly before: Evaluation;
  readonly changes: Change[] = [];
  readonly say: Post[] = [];
  readonly readings: ReadingKind[] = [];
  formErrors: Record<string, string> | undefined;
  /** A button or a form brought this turn, not words. */
  pressed = false;
  #closing: Pending | undefined;

  constructor(evaluation: Evaluation, scene: Scene) {
    this.scene = { ...scene, by: named(scene.by, scene.wording[scene.by.language]) };
    this.evaluation = withNames(evaluation, scene.wording[evaluation.language]);
    this.before = this.evaluation;
  }

  change(...changes: Change[]): void {
    for (const wanted of changes) {
      const change = wanted.change === 'answer-kept' ? { ...wanted, value: this.#named(wanted.question, wanted.value) } : wanted;
      this.changes.push(change);
      this.evaluation = evolve(this.evaluation, change, this.scene.now);
    }
  }

  /** Items of a list keep their id while their words stay, or while only one line was reworded; new lines get a new one. */
  #named(question: QuestionId, value: AnswerValue): AnswerValue {
    if (value.type !== 'list') return value;
    const old = this.evaluation.states[question]?.answer?.value;
    const before = old?.type === 'list' ? old.items : [];
    const free = new Map(before.map((item) => [item.text, item.id]));
    const same = value.items.map((item) => {
      const id = free.get(item.text);
      free.delete(item.text);
      return id;
    });
    const items = value.items.map((item, index) => {
      const replaced = before.length === value.items.length ? before[index] : undefined;
      const reworded = replaced?.id && free.get(replaced.text) === replaced.id ? replaced.id : undefined;
      return { ...item, id: same[index] ?? reworded ?? this.scene.newId() };
    });
    return { ...value, items };
  }

  #sayClosed(pending: Pending): void {
    const isPrivate = pending.kind === 'sensitive';
    const words = isPrivate ? this.ownWords : this.words;
    const closed: Message = {
      kind: 'closed',
      language: isPrivate ? this.scene.by.language : this.language,
      blocks: [{ type: 'text', text: words('closed.by', { name: this.scene.by.name }) }],
      actions: [],
      forms: [],
    };
    this.post(isPrivate ? this.aside : this.here, closed, { slot: pendingSlot(pending), updateOnly: true });
  }

  post(place: Place, message: Message, options: Omit<Post, 'place' | 'message'> = {}): void {
    this.say.push({ place, message, ...options });
  }

  read(kind: ReadingKind): void {
    if (!this.readings.includes(kind)) this.readings.push(kind);
  }

  /** Phrases in the team's language: what everybody sees. */
  get words(): Words {
    return this.scene.wording[this.evaluation.language];
  }

  /** Phrases in the person's own language: what only they see. */
  get ownWords(): Words {
    return this.scene.wording[this.scene.by.language];
  }

  get language(): Language {
    return this.evaluation.language;
  }

  question(id: QuestionId): Question {
    return needQuestion(this.scene.method, id);
  }

  /** Where to answer what was just said: the same thread, else the same channel. */
  get here(): Place {
    const { spot } = this.scene;
    if (spot.in === 'thread') {
      if (spot.question) return { to: 'thread', of: { slot: questionSlot(spot.question) } };
      if (spot.root) return { to: 'thread', of: { message: spot.root } };
    }
    return { to: 'origin' };
  }

  /** Only for the person who acted. */
  get aside(): Place {
    const { here } = this;
    return { to: 'private', person: this.scene.by.person, ...(here.to === 'thread' && { near: here.of }) };
  }

  await(kind: PendingKind, question?: QuestionId, person = this.scene.by.person): Pending {
    const pending: Pending = {
      id: this.scene.newId(),
      person,
      ...(question && { question }),
      addedAt: this.scene.now,
      ...kind,
    };
    this.change({ change: 'pending-added', pending });
    return pending;
  }

  /** What was awaited has come: its card loses its buttons, by the reply that takes its place or by a word of its own. */
  close(pending: Pending): void {
    this.change({ change: 'pending-closed', id: pending.id });
    this.#closing = pending;
  }

  /** A card that waits for one person's decision; what they decide takes its place. */
  postFor(pending: Pending, message: Message): void {
    const about = { ...(pending.question && { question: pending.question }), contribution: pending.id };
    this.post(pending.kind === 'sensitive' ? this.aside : this.here, { ...message, about }, { slot: pendingSlot(pending) });
  }

  /** What this person was asked and has now said in another way. */
  closeMine(...kinds: Pending['kind'][]): void {
    for (const pending of this.evaluation.pendings) {
      if (pending.person === this.scene.by.person && kinds.includes(pending.kind)) this.close(pending);
    }
  }

  /** Answers what was just said or pressed. The outcome of a pressed card takes the card's place. */
  reply(message: Message): void {
    const closing = this.pressed ? this.#closing : undefined;
    if (closing) this.#closing = undefined;
    this.post(this.here, message, closing ? { slot: pendingSlot(closing) } : {});
  }

  done(): Turn {
    if (this.#closing) this.#sayClosed(this.#closing);
    const { evaluation, changes, say, readings, formErrors } = this;
    return { evaluation, changes, say, readings, ...(formErrors && { formErrors }) };
  }
}

/** A card that waits for somebody's yes, date or choice. */
export const pendingSlot = (pending: Pending): string => `pending:${pending.id}`;

/** The names under which messages of ours are found again in a channel. */
export const questionSlot = (id: QuestionId): string => `question:${id}`;
export const progressSlot = 'progress';
export const noticeSlot = 'notice';

export type { ReadingKind };
