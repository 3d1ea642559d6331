import type { Draft } from '../../core/draft.ts';
import { asWritten, type Seen } from '../../core/drafting/at-desk.ts';
import { type Desk, textSlot } from '../../core/drafting/desk.ts';
import { bodyMessage, headCard } from '../../core/drafting/cards.ts';
import { claimsCard } from '../../core/drafting/wishes.ts';
import type { Change, Evaluation, Member } from '../../core/evaluation/evaluation.ts';
import { bodySlot } from '../../core/drafting/desk.ts';
import type { Fields } from '../../core/incoming.ts';
import type { Message, Place, Post } from '../../core/message.ts';
import type { Method } from '../../core/method.ts';
import type { Deciders } from '../../core/review.ts';
import { isModelOn } from '../../core/writing/model.ts';
import type { Tx } from '../../store/database.ts';
import type { Owner } from '../../store/drafts.ts';
import type { Needs } from '../needs.ts';

/** One thing that somebody does about a text, and what is to be said about it. The flows change the texts at once, in the locked evaluation. */
export class TextTurn {
  readonly needs: Needs;
  readonly tx: Tx;
  readonly now: Date;
  readonly method: Method;
  readonly by: Member;
  readonly isGuest: boolean;
  readonly deciders: Deciders;
  /** It came from the place where the team's texts are. */
  readonly atHome: boolean;
  evaluation: Evaluation;
  /** Sentences as the one who acts may read them. */
  readonly seen: Seen;
  readonly say: Post[] = [];
  /** What is told about a text beside its card, wherever it is read. */
  readonly told: Told[] = [];
  readonly notes: Change[] = [];
  formErrors: Record<string, string> | undefined;

  constructor(scene: {
    needs: Needs;
    tx: Tx;
    now: Date;
    method: Method;
    evaluation: Evaluation;
    by: Member;
    isGuest: boolean;
    deciders: Deciders;
    atHome: boolean;
    seen?: Seen;
  }) {
    this.needs = scene.needs;
    this.tx = scene.tx;
    this.now = scene.now;
    this.method = scene.method;
    this.evaluation = scene.evaluation;
    this.by = scene.by;
    this.isGuest = scene.isGuest;
    this.deciders = scene.deciders;
    this.atHome = scene.atHome;
    this.seen = scene.seen ?? asWritten;
  }

  get owner(): Owner {
    return { structureId: this.evaluation.structure.id, evaluationId: this.evaluation.id };
  }

  /** For what everybody sees. */
  get desk(): Desk {
    const { evaluation, method, deciders, needs } = this;
    const { language } = evaluation;
    const model = needs.writing?.model;
    return {
      evaluation,
      method,
      deciders,
      language,
      words: needs.wording[language],
      ...(isModelOn(evaluation, model) && { model }),
    };
  }

  /** For what only the person who acted sees, in their own language. */
  get ownDesk(): Desk {
    const { language } = this.by;
    return { ...this.desk, language, words: this.needs.wording[language] };
  }

  post(place: Place, message: Message, options: Omit<Post, 'place' | 'message'> = {}): void {
    this.say.push({ place, message, ...options });
  }

  /** Tells something about a text in its thread, or in the channel, and to whoever else reads it in a language and with rights of their own. */
  tell(
    draft: Pick<Draft, 'id'>,
    make: Told['make'],
    options: Omit<Post, 'place' | 'message'> = {},
    where: 'thread' | 'channel' = 'thread',
  ): void {
    const told = make(this.desk, asWritten);
    if (where === 'channel') this.post({ to: 'channel' }, told, options);
    else this.inThread(draft, told, options);
    this.told.push({ draft: draft.id, by: this.by.person, make, ...options });
  }

  inThread(draft: Pick<Draft, 'id'>, message: Message, options: Omit<Post, 'place' | 'message'> = {}): void {
    this.post({ to: 'thread', of: { slot: textSlot(draft.id) } }, message, options);
  }

  /** To the person who acted alone, beside the text where it is shown. */
  aside(message: Message, draft?: Pick<Draft, 'id'>): void {
    const near = draft && this.atHome ? { near: { slot: textSlot(draft.id) } } : {};
    this.post({ to: 'private', person: this.by.person, ...near }, message);
  }

  /** Shows a text as it now is: its card and its words, in place, or anew further down. */
  show(draft: Draft, { anew = false } = {}): void {
    this.post({ to: 'channel' }, headCard(this.desk, draft), { slot: textSlot(draft.id), anew });
    if (draft.version > 0) this.inThread(draft, bodyMessage(this.desk, draft), { slot: bodySlot(draft.id), anew });
  }

  /** Shows in place what a text may rest on, before it is written. */
  showClaims(draft: Draft): void {
    this.post({ to: 'channel' }, claimsCard(this.desk, draft), { slot: textSlot(draft.id) });
  }

  note(
    what: string,
    draft: Pick<Draft, 'id' | 'output' | 'version'>,
    details: Record<string, string | number | boolean> = {},
  ): void {
    const { id, output, version } = draft;
    this.notes.push({ change: 'noted', what, by: this.by.person, details: { draft: id, output, version, ...details } });
  }
}

/** Something told about a text, for any reader. */
export interface Told extends Omit<Post, 'place' | 'message'> {
  draft: string;
  /** Who did it: they know. */
  by: string;
  make: (desk: Desk, seen: Seen) => Message;
}

/** What was pressed, filled in or written. */
export interface Asked {
  action: string;
  value?: string;
  fields: Fields;
  /** A form was sent, and not only a button pressed. */
  filled: boolean;
  draft?: string;
  /** The version of the text that the person saw. */
  seen?: number;
  sentence?: string;
  /** The remark that the message is about. */
  remark?: string;
}

export const one = (value: string | string[] | undefined): string | undefined => {
  const text = (Array.isArray(value) ? value.join('\n') : value)?.trim();
  return text === '' ? undefined : text;
};
