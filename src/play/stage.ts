import type { Log } from '../store/log.ts';
import type { Evaluation } from '../core/evaluation/evaluation.ts';
import type { ReadingKind } from '../core/evaluation/turn.ts';
import type { Fields, Incoming } from '../core/incoming.ts';
import type { Language } from '../core/language.ts';
import type { About, Message } from '../core/message.ts';
import type { Method, QuestionId } from '../core/method.ts';
import type { Frames } from '../core/valorisation/frames.ts';
import type { Wording } from '../core/words.ts';
import { makeFile } from '../export/make-file.ts';
import { createDispatcher } from '../flows/deliver-outbox.ts';
import { wakePaused } from '../flows/evaluation/wake-paused.ts';
import { type Dealt, receive } from '../flows/receive.ts';
import { sendDueNudges } from '../flows/nudging/send-due.ts';
import { applyRetention } from '../flows/privacy/apply-retention.ts';
import { receiveSafely } from '../flows/receive-safely.ts';
import { createHolidays } from '../holidays.ts';
import type { Delivery, Posted } from '../ports.ts';
import { type Db, withAccess } from '../store/database.ts';
import { getEvaluation } from '../store/load-evaluation.ts';
import { nextDelivery, nextNudge, nextPauseEnd } from '../store/moments.ts';
import { type Channel, findChannel } from '../store/routing.ts';
import type { VirtualClock } from './clock.ts';
import { orderedIds } from './ids.ts';
import type { RecordingPlatform, Said, Shown } from './platform.ts';

/** Somebody in the channel, as the platform knows them. */
export interface Player {
  user: string;
  name: string;
  language: Language;
}

/** What somebody does, with the platform's references already found. */
export type Deed =
  | { do: 'say'; text: string; thread?: string | undefined }
  | { do: 'edit'; message: string; text: string; thread?: string | undefined }
  | { do: 'delete'; message: string }
  | { do: 'press'; message: string; action: string; value?: string | undefined; about?: About }
  | { do: 'form'; message?: string | undefined; action: string; fields: Fields; about?: About }
  | { do: 'arrive' };

/** What came of it. */
export interface Happened {
  readings: ReadingKind[];
  formErrors: Record<string, string>;
  said: readonly Said[];
  /** The reference of what was written. */
  message: string;
}

export interface StageNeeds {
  db: Db;
  method: Method;
  wording: Wording;
  frames: Frames;
  log: Log;
  clock: VirtualClock;
  platform: RecordingPlatform;
  /** Where messages are posted, when not on the platform alone. */
  outbound?: { post(delivery: Delivery): Promise<Posted> };
  /** Where the channel is; its platform's own words for it. */
  workspace?: string;
  channel: string;
  /** Begins the references of what people write: never the same twice in one database. */
  run: string;
  /** Forgets each day what is too old, as the product does. Only in a database of its own: it works on all that is in there. */
  upkeep?: boolean;
  /** A fault of ours goes up, instead of being parked and told to the person. */
  faultsGoUp?: boolean;
  /** Brings what somebody did to the flows by way of the platform's own wire. Gives back how it was dealt with, and the reference it got. */
  carry?(incoming: Incoming): Promise<{ dealt: Dealt; message?: string }>;
  /** Hears of what people write before the companion does, as a real platform shows it. */
  written?(by: Player, deed: Deed & { do: 'say' | 'edit' | 'delete' }, message: string): Promise<void>;
}

/** One channel with people in it, under a virtual clock. Everything goes the way it goes for people. */
export interface Stage {
  act(by: Player, deed: Deed): Promise<Happened>;
  /** Lets the time pass: what is due by itself happens at its own moment. Gives what was said meanwhile. */
  passTo(moment: Date): Promise<readonly Said[]>;
  /** The card of a question: the newest one, when it was asked several times. */
  cardOf(question: QuestionId): Shown | undefined;
  /** The card that was posted last, whichever question it asks. */
  newestCard(): Shown | undefined;
  /** The newest message this user sees that offers an action, about that question or about any. */
  offering(user: string, action: string, wanted?: Offer): Shown | undefined;
  aboutOf(shown: Shown): QuestionId | undefined;
  /** The channel, with whose it is once an evaluation was started there. */
  place(): Promise<Channel | undefined>;
  evaluation(): Promise<Evaluation | undefined>;
  /** How many messages could not be delivered. Each is a fault of ours. */
  undelivered(): number;
}

export interface Offer {
  question?: QuestionId | undefined;
  value?: string | undefined;
  /** The card that settles this contribution. */
  contribution?: string | undefined;
}

const mostWaits = 100;
const dayMs = 24 * 3_600_000;

export function createStage(needs: StageNeeds): Stage {
  const { db, method, wording, frames, log, clock, platform, run } = needs;
  const address = { platform: platform.name, workspace: needs.workspace ?? 'local', key: needs.channel };
  const flowNeeds = { db, clock, wording, frames, method, log, newId: orderedIds(), isHoliday: createHolidays() };
  const dispatcher = createDispatcher({
    db,
    platforms: needs.outbound ?? platform,
    makeFile: (recipe) => makeFile(recipe, needs.wording),
    clock,
    log,
  });
  let deeds = 0;
  let undelivered = 0;
  let found: Channel | undefined;
  let keptUpAt = clock.now();

  const shown = (): readonly Shown[] => platform.shown(needs.channel);
  async function take(incoming: Incoming): Promise<{ dealt: Dealt; message?: string }> {
    if (needs.carry) return needs.carry(incoming);
    return { dealt: await (needs.faultsGoUp ? receive(flowNeeds, incoming) : receiveSafely(flowNeeds, incoming)) };
  }

  async function deliver(): Promise<void> {
    const became = await dispatcher.drain(clock.now());
    undelivered += became.dead + became.expired + became.ambiguous + became.parked;
  }

  /** Whoever did something waits for the reply, as long as the platform's pace asks for. */
  async function deliverAll(): Promise<void> {
    await deliver();
    const channel = await place();
    if (!channel) return;
    for (let waits = 0; waits < mostWaits; waits++) {
      const due = await withAccess(db, { kind: 'dispatcher' }, (tx) => nextDelivery(tx, channel.id));
      if (!due) return;
      clock.goTo(due);
      await deliver();
    }
  }

  /** What is said while this is done. */
  async function hearing<Result>(work: () => Promise<Result>): Promise<[Result, readonly Said[]]> {
    const before = platform.said(needs.channel).length;
    const result = await work();
    return [result, platform.said(needs.channel).slice(before)];
  }

  async function place(): Promise<Channel | undefined> {
    if (!found?.evaluationId) found = await withAccess(db, { kind: 'routing' }, (tx) => findChannel(tx, address));
    return found;
  }

  async function nextMoment(): Promise<Date | undefined> {
    const channel = await place();
    if (!channel?.evaluationId) return undefined;
    const { evaluationId } = channel;
    return withAccess(db, { kind: 'operator' }, async (tx) => {
      const moments = [await nextPauseEnd(tx, evaluationId), await nextNudge(tx, evaluationId)].filter(
        (each) => each !== undefined,
      );
      return moments.toSorted((a, b) => a.getTime() - b.getTime())[0];
    });
  }

  const aboutOf = ({ message, thread }: Shown): QuestionId | undefined =>
    message.about?.question ?? shown().find((each) => each.id === thread)?.message.about?.question;

  return {
    aboutOf,
    place,
    undelivered: () => undelivered,

    async act(by, deed) {
      const n = deeds++;
      const message = 'message' in deed && deed.message !== undefined ? deed.message : `${run}-${n}`;
      const [{ dealt, message: reference = message }, said] = await hearing(async () => {
        if (deed.do === 'say' || deed.do === 'edit' || deed.do === 'delete') await needs.written?.(by, deed, message);
        const result = await take({
          ...incomingOf(deed, message),
          deliveryKey: `${run}:${n}`,
          at: clock.now(),
          channel: address,
          direct: false,
          sender: { platform: address.platform, workspace: address.workspace, ...by },
        });
        await deliverAll();
        return result;
      });
      return { readings: dealt.readings, formErrors: dealt.formErrors ?? {}, said, message: reference };
    },

    async passTo(moment) {
      const [, said] = await hearing(async () => {
        let last: Date | undefined;
        for (;;) {
          const next = await nextMoment();
          // What is still due at a moment that was dealt with waits for something else.
          if (!next || next > moment || (last && next <= last)) break;
          clock.goTo(next);
          await wakePaused(flowNeeds);
          await sendDueNudges(flowNeeds);
          await deliverAll();
          last = next;
        }
      });
      clock.goTo(moment);
      if (needs.upkeep && moment.getTime() - keptUpAt.getTime() >= dayMs) {
        keptUpAt = moment;
        await applyRetention({ db, clock });
      }
      return said;
    },

    cardOf: (question) => shown().findLast((each) => isCard(each) && each.message.about?.question === question),
    newestCard: () => shown().findLast(isCard),

    offering: (user, action, { question, value, contribution } = {}) =>
      shown().findLast(
        (each) =>
          (each.privateTo === undefined || each.privateTo === user) &&
          offers(each.message, action, value) &&
          (question === undefined || aboutOf(each) === question) &&
          (contribution === undefined || each.message.about?.contribution === contribution),
      ),

    async evaluation() {
      const channel = await place();
      if (!channel?.evaluationId || !channel.structureId) return undefined;
      const { structureId, evaluationId } = channel;
      return withAccess(db, { kind: 'structure', structures: [structureId] }, (tx) => getEvaluation(tx, evaluationId));
    },
  };
}

const isCard = ({ message, thread }: Shown): boolean => message.kind === 'question' && thread === undefined;

const offers = ({ actions, forms }: Message, action: string, value: string | undefined): boolean =>
  actions.some((each) => each.id === action && (value === undefined || each.value === value)) ||
  (value === undefined && forms.some((form) => form.action === action));

type Kind<Part> = Part extends Incoming ? Omit<Part, 'deliveryKey' | 'at' | 'channel' | 'direct' | 'sender'> : never;

function incomingOf(deed: Deed, message: string): Kind<Incoming> {
  switch (deed.do) {
    case 'say':
      return { kind: 'message', message, ...threadOf(deed), text: deed.text, files: [], addressed: true };
    case 'edit':
      return { kind: 'edit', message, ...threadOf(deed), text: deed.text };
    case 'delete':
      return { kind: 'deletion', message };
    case 'press': {
      const { action, value, about } = deed;
      return { kind: 'press', message, action, ...(value !== undefined && { value }), ...(about && { about }) };
    }
    case 'form': {
      const { action, fields, about } = deed;
      const of = deed.message === undefined ? {} : { message: deed.message };
      return { kind: 'form', ...of, action, fields, files: [], ...(about && { about }) };
    }
    case 'arrive':
      return { kind: 'arrival' };
  }
}

const threadOf = ({ thread }: { thread?: string | undefined }) => (thread === undefined ? {} : { thread });
