import { callOfSlot } from '../../core/calls/call.ts';
import { callDone, callNotDone } from '../../core/calls/desk-side.ts';
import { answeredMessage } from '../../core/calls/team-side.ts';
import { memberOf } from '../../core/evaluation/evaluation.ts';
import { withNames } from '../../core/evaluation/names.ts';
import { questionSlot } from '../../core/evaluation/turn.ts';
import type { Incoming } from '../../core/incoming.ts';
import type { Message, Place, Post } from '../../core/message.ts';
import { readCallWish } from '../../core/reading/commands/desk-words.ts';
import {
  addCallWords,
  closeCalls,
  findCall,
  findSaidAtDesk,
  openCallsOf,
  type SaidAtDesk,
  type StoredCall,
  takeCall,
} from '../../store/call-rows.ts';
import { enter, type Tx } from '../../store/database.ts';
import { lockEvaluation } from '../../store/load-evaluation.ts';
import { getMethod } from '../../store/methods.ts';
import { addPosts } from '../../store/outbox.ts';
import { homeOf } from '../../store/routing.ts';
import type { AtDesk, AtDeskFlow } from '../desks/receive-desk.ts';
import { one } from '../drafting/text-turn.ts';
import type { Dealt } from '../receive.ts';
import { type CallTurn, deskView, ownerOf, refreshCalled, showCalls } from './show-call.ts';

interface Wish {
  do: (typeof doings)[number];
  words?: string | undefined;
  /** It came by a form, which can stay open. */
  filled: boolean;
  /** A button was pressed: what it did is seen on its card. */
  pressed: boolean;
  structureId?: string | undefined;
  evaluationId?: string | undefined;
  call?: string | undefined;
}

const doings = ['answer', 'take', 'close'] as const;

const done: Dealt = { fresh: true, readings: [] };

/** Somebody who accompanies a team answers its call, takes it in hand or closes it, by a button, a form, a thread or words. */
export const receiveCall: AtDeskFlow = async (needs, tx, incoming, at, now) => {
  const wish = await wishOf(tx, incoming, at);
  if (!wish) return undefined;
  const words = needs.wording[at.language];
  const { accompanies } = at.offices;
  const team = accompanies.find(({ structureId }) => structureId === wish.structureId);
  const evaluationId = wish.evaluationId ?? team?.evaluationId;
  if (!team || evaluationId === undefined) {
    const refusal = callNotDone(words, at.language, 'gone', { given: wish.words });
    await addPosts(tx, { channelId: at.channel.id }, [{ place: placeOf(incoming), message: refusal }], now);
    return done;
  }
  await enter(tx, { kind: 'structure', structures: [team.structureId], person: at.person });
  const evaluation = await lockEvaluation(tx, evaluationId);
  const method = await getMethod(tx, evaluation.methodVersion);
  const t: CallTurn = { needs, tx, evaluation, method, now };
  const say = async (message: Message): Promise<Dealt> => {
    await addPosts(tx, { channelId: at.channel.id, ...ownerOf(t) }, [{ place: placeOf(incoming), message }], now);
    return done;
  };
  const refuse = (why: Parameters<typeof callNotDone>[2]): Promise<Dealt> =>
    say(callNotDone(words, at.language, why, { structure: evaluation.structure.name, given: wish.words }));
  // It may have ended while somebody else's work on the team was waited for.
  if (!evaluation.accompaniers?.some(({ person, isNow }) => isNow && person === at.person)) return refuse('gone');
  const found = await callMeant(t, wish);
  if (found === 'none') return refuse('none');
  if (found === 'which') {
    await showCalls(t, await openCallsOf(tx, evaluation.id), { anew: true });
    return refuse('which');
  }
  if (found.closed) return refuse('closed');
  if (wish.do === 'answer' && wish.words === undefined) {
    if (wish.filled) return { ...done, formErrors: { words: words('text.needs-words') } };
    return refuse('no-words');
  }
  await act(t, found, wish, at.person);
  if (wish.pressed && wish.do !== 'answer') return done;
  const what = ({ answer: 'answered', take: 'taken', close: 'closed' } as const)[wish.do];
  return say(callDone(deskView(t, at.language, { content: false, fearsAndLimits: false }), what));
};

/** In the thread it was written in; else where it came from. */
const placeOf = (incoming: Incoming): Place =>
  incoming.kind === 'message' && incoming.thread !== undefined
    ? { to: 'thread', of: { message: incoming.thread } }
    : { to: 'origin' };

async function wishOf(tx: Tx, incoming: Incoming, at: AtDesk): Promise<Wish | undefined> {
  if (incoming.kind === 'press' || incoming.kind === 'form') {
    const what = doings.find((each) => incoming.action === `acc-call-${each}`);
    if (!what) return undefined;
    const said = incoming.message === undefined ? undefined : await findSaidAtDesk(tx, at.place.id, incoming.message);
    const filled = incoming.kind === 'form';
    const words = filled ? one(incoming.fields['words']) : undefined;
    return { do: what, filled, pressed: !filled, words, ...whose(said) };
  }
  if (incoming.kind !== 'message' || incoming.text.trim() === '') return undefined;
  const said = incoming.thread === undefined ? undefined : await findSaidAtDesk(tx, at.place.id, incoming.thread);
  const call = callOfSlot(said?.slot);
  const { accompanies } = at.offices;
  const wish = readCallWish(incoming.text, accompanies, call !== undefined);
  if (!wish) return undefined;
  const words = wish.do === 'answer' ? wish.words : undefined;
  return {
    do: wish.do,
    words,
    filled: false,
    pressed: false,
    ...(call === undefined ? { structureId: wish.structure } : whose(said)),
  };
}

const whose = (said: SaidAtDesk | undefined): Pick<Wish, 'structureId' | 'evaluationId' | 'call'> => ({
  structureId: said?.structureId,
  evaluationId: said?.evaluationId,
  call: callOfSlot(said?.slot),
});

async function callMeant(t: CallTurn, { call }: Wish): Promise<StoredCall | 'none' | 'which'> {
  if (call !== undefined) return (await findCall(t.tx, t.evaluation.id, call)) ?? 'none';
  const open = await openCallsOf(t.tx, t.evaluation.id);
  const [only] = open;
  return open.length > 1 ? 'which' : (only ?? 'none');
}

async function act(t: CallTurn, call: StoredCall, wish: Wish, by: string): Promise<void> {
  const { tx, now } = t;
  const next: StoredCall = { ...call };
  if (wish.do === 'close') {
    await closeCalls(tx, [call.id], by, now);
    next.closed = { by, at: now };
  } else if (call.taken?.by !== by && (wish.do === 'take' || !call.taken)) {
    await takeCall(tx, call.id, by, now);
    next.taken = { by, at: now };
  }
  if (wish.do === 'answer' && wish.words !== undefined) {
    const said = { side: 'accompanier' as const, person: by, text: wish.words, at: now };
    await addCallWords(tx, t.evaluation.structure.id, call.id, said);
    next.words = [...call.words, said];
    next.answeredAt = now;
    await answerTeam(t, next, { by, text: wish.words });
  }
  await tx
    .insertInto('audit')
    .values({
      at: now,
      structure_id: t.evaluation.structure.id,
      evaluation_id: t.evaluation.id,
      person_id: by,
      what: `call-${wish.do}`,
      question_id: call.question ?? null,
      details: JSON.stringify({ call: call.id }),
    })
    .execute();
  await refreshCalled(t, next);
  await showCalls(t, [next]);
}

/** The accompanier's words go where the question stands in the team's own channel; to one person alone where one asked alone. */
async function answerTeam(t: CallTurn, call: StoredCall, said: { by: string; text: string }): Promise<void> {
  const { tx, now, evaluation, method } = t;
  const asker = call.privately && call.openedBy !== undefined ? memberOf(evaluation, call.openedBy) : undefined;
  const language = asker?.language ?? evaluation.language;
  const words = t.needs.wording[language];
  const message = answeredMessage({ evaluation: withNames(evaluation, words), method, language, words }, call, said);
  const home = await homeOf(tx, evaluation.id);
  if (call.privately) {
    const channelId = call.channelId ?? home;
    // Their conversation may be gone: then it is said to them privately where the team is.
    const place: Place =
      call.channelId === undefined && call.openedBy !== undefined ? { to: 'private', person: call.openedBy } : { to: 'origin' };
    if (channelId !== undefined) await addPosts(tx, { channelId, ...ownerOf(t) }, [{ place, message }], now);
    return;
  }
  const place: Post['place'] =
    call.question === undefined ? { to: 'channel' } : { to: 'thread', of: { slot: questionSlot(call.question) } };
  const channelId = home ?? call.channelId;
  if (channelId !== undefined) await addPosts(tx, { channelId, ...ownerOf(t) }, [{ place, message }], now);
}
