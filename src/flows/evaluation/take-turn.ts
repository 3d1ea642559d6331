import { decide } from '../../core/evaluation/decide.ts';
import { type Evaluation, memberOf } from '../../core/evaluation/evaluation.ts';
import type { Scene, Spot } from '../../core/evaluation/turn.ts';
import { hearsAll, type Incoming } from '../../core/incoming.ts';
import type { Post } from '../../core/message.ts';
import type { Method } from '../../core/method.ts';
import { whereItStands } from '../../core/links/mirrors.ts';
import { enter, type NarrowAccess, type Tx } from '../../store/database.ts';
import { lockEvaluation } from '../../store/load-evaluation.ts';
import { getMethod } from '../../store/methods.ts';
import { dropWaiting, shownCards } from '../../store/mirrors.ts';
import { resumeChannel } from '../../store/parking.ts';
import { type Channel, homeOf } from '../../store/routing.ts';
import { findSaid, type Said } from '../../store/said.ts';
import { saveTurn } from '../../store/save-turn.ts';
import { addMember } from '../../store/structures.ts';
import { takeTipWord, tipMatterOf } from '../broadcasts/take-tip.ts';
import { recheckTexts } from '../drafting/recheck-draft.ts';
import { moveMatterOf, takeMoveTurn } from '../methods/take-move-turn.ts';
import { foldCalls, tellCalls } from '../calls/open-calls.ts';
import { callMatterOf, takeCallTurn } from '../calls/take-call-turn.ts';
import type { Needs } from '../needs.ts';
import { belongingsOf, refreshed } from '../joining/belongings.ts';
import { replan } from '../nudging/replan.ts';
import { givenCode } from '../joining/given-code.ts';
import { joiningMatterOf, takeJoiningTurn } from '../joining/take-joining-turn.ts';
import { claimsMatterOf, takeTextTurn, textMatterOf } from '../review/take-text-turn.ts';
import { tellDesks } from '../review/tell-desks.ts';
import { nameMentioned } from '../people/name-mentioned.ts';
import { NotYetSaid } from '../not-yet-said.ts';
import type { Dealt } from '../receive.ts';
import { lookUp } from './look-up.ts';
import { queue } from './queue.ts';
import { saidToOne } from './said-to-one.ts';

export interface Whose {
  channel: Channel;
  person: string;
  structureId: string;
  evaluationId: string;
  /** Further structures whose progress this person is shown in the same work. */
  structures?: string[];
  /** A press on a message that is not known, or words in its thread, are not taken, but thrown back as `NotYetSaid`. */
  mustKnow?: boolean;
}

/** One incoming, one turn: entered as the structure's own work, decided by the core, stored, queued. */
export async function takeTurn(needs: Needs, tx: Tx, delivered: Incoming, whose: Whose, now: Date): Promise<Dealt> {
  const { channel, person, structureId, evaluationId } = whose;
  if (delivered.kind === 'departure') return { fresh: true, readings: [] };
  const given = await givenCode(tx, delivered, now);
  await enter(tx, whose.structures ? { kind: 'structure', structures: whose.structures, person } : ownWork(structureId));
  if (channel.parked && delivered.kind === 'message') {
    await resumeChannel(tx, channel.address);
    if (channel.role === 'mirror') await dropWaiting(tx, channel.id, evaluationId, now);
  }
  const member = await addMember(tx, structureId, person, delivered.sender);
  const before = await lockEvaluation(tx, evaluationId);
  const incoming = await nameMentioned(tx, delivered, before);
  const isNew = await member.isNew();
  const method = await getMethod(tx, before.methodVersion);
  if (incoming.kind === 'arrival' && (!isNew || before.carrier === person)) return { fresh: true, readings: [] };
  const on = await lookAround(tx, incoming, whose, before);
  const tip = tipMatterOf(incoming, on);
  if (tip) return takeTipWord(needs, tx, tip, { ...whose, language: before.language }, now);
  const besides = {
    ...whose,
    evaluation: before,
    method,
    scene: sceneOf(needs, before, method, person, { in: 'channel' }, now),
    now,
    isNew,
  };
  const moving = moveMatterOf(incoming);
  if (moving) {
    const dealt = await takeMoveTurn(needs, tx, moving, besides);
    if (dealt) return dealt;
  }
  const matter =
    textMatterOf(incoming, on?.about, { method, hearsThreads: before.hearsThreads }) ??
    (await claimsMatterOf(tx, incoming, { channelId: channel.id, hasTexts: before.hasTexts === true }));
  if (matter) return takeTextTurn(needs, tx, incoming, matter, besides);
  const joining = joiningMatterOf(incoming, given);
  if (joining) {
    const scene = sceneOf(needs, before, method, person, { in: channel.kind === 'direct' ? 'direct' : 'channel' }, now);
    return takeJoiningTurn(needs, tx, incoming, joining, { ...besides, scene });
  }
  const call = callMatterOf(incoming, on?.about);
  if (call) return takeCallTurn(needs, tx, call, besides);
  const looked = await lookUp(needs, tx, incoming, whose, before, method, on, now);
  if (!looked) return { fresh: true, readings: [] };
  const scene = {
    ...sceneOf(needs, before, method, person, looked.spot, now),
    ...(hearsAll(channel.address) && { hearsAll: true }),
    ...(incoming.hears && { hears: incoming.hears }),
  };
  const turn = decide(before, looked.happening, scene);
  if (turn.formErrors) return { fresh: true, formErrors: turn.formErrors, readings: turn.readings };
  const calling = { needs, tx, evaluation: turn.evaluation, method, now };
  const folded = await foldCalls(calling, turn, { channel, by: person });
  await saveTurn(tx, { before, after: turn.evaluation, changes: folded.changes, channelId: channel.id, now, by: person });
  await tellCalls(calling, { before, folded, channel, by: person });
  const rechecks = await recheckTexts(needs, tx, { before, after: turn.evaluation, method, now });
  const past = await replan(needs, tx, { turn, method, now, by: person });
  const welcome =
    isNew && before.carrier !== person && incoming.kind !== 'arrival'
      ? decide(turn.evaluation, { what: 'newcomer' }, scene).say
      : [];
  const isTeams = channel.kind === 'team';
  const where = { ...(await channelsOf(tx, channel, before)), structureId, evaluationId };
  const say = [...folded.say, ...welcome, ...(await noticeAnew(needs, tx, before, turn.evaluation, now))];
  if (isTeams) await queue(tx, where, say, now);
  else await queue(tx, { ...where, aloneWith: person }, saidToOne(say, scene), now);
  // What was said while a mirror was away did not wait for it: it is shown as things are now.
  if (channel.parked && channel.role === 'mirror' && delivered.kind === 'message') {
    const here = { origin: channel.id, home: channel.id, structureId, evaluationId };
    const words = needs.wording[turn.evaluation.language];
    await queue(tx, here, whereItStands(turn.evaluation, method, words, await shownCards(tx, channel.id)), now);
  }
  const elsewhere = [...rechecks, ...past];
  if (elsewhere.length > 0) await queue(tx, { ...where, origin: where.home }, elsewhere, now);
  if (rechecks.length > 0) await tellDesks(calling, rechecks);
  return { fresh: true, readings: turn.readings };
}

/** The pinned notice says whether a language model is on. */
async function noticeAnew(needs: Needs, tx: Tx, before: Evaluation, after: Evaluation, now: Date): Promise<Post[]> {
  if (before.agreedModel === after.agreedModel) return [];
  const whom = await belongingsOf(tx, after, needs.wording[after.language], now);
  return refreshed(needs, after, whom);
}

/** The channels that a turn of the team speaks to: where it came from, and where everybody is. */
export async function channelsOf(
  tx: Tx,
  { id, kind, role }: Channel,
  { id: evaluationId, mirrors = [] }: Evaluation,
): Promise<{ origin: string; home: string; mirrors: string[] }> {
  const home = kind === 'team' && role === 'home' ? id : await homeOf(tx, evaluationId);
  return { origin: id, home: home ?? id, mirrors: mirrors.filter((mirror) => mirror !== home) };
}

/** What the companion said that this is about: the message that was pressed, or the one whose thread is written in. */
async function lookAround(
  tx: Tx,
  incoming: Incoming,
  { channel, mustKnow }: Whose,
  { hearsThreads }: Evaluation,
): Promise<Said | undefined> {
  switch (incoming.kind) {
    case 'message': {
      if (incoming.thread === undefined || channel.kind === 'direct') return undefined;
      const said = await findSaid(tx, channel.id, incoming.thread);
      if (!said && mustKnow && (incoming.addressed || hearsThreads)) throw new NotYetSaid();
      return said;
    }
    case 'press':
    case 'form': {
      if (incoming.message === undefined) return undefined;
      const said = await findSaid(tx, channel.id, incoming.message);
      if (!said && mustKnow) throw new NotYetSaid();
      return said;
    }
    default:
      return undefined;
  }
}

const ownWork = (structureId: string): NarrowAccess => ({ kind: 'structure', structures: [structureId] });

export function sceneOf(needs: Needs, evaluation: Evaluation, method: Method, person: string, spot: Spot, now: Date): Scene {
  const { language, structure } = evaluation;
  return {
    method,
    wording: needs.wordingFor?.(method) ?? needs.wording,
    now,
    by: memberOf(evaluation, person) ?? { person, name: '', language, role: 'member' },
    spot,
    newId: needs.newId,
    known: [structure.territory],
    ...(needs.writing && { model: needs.writing.model }),
    ...(needs.isHoliday && { isHoliday: needs.isHoliday }),
  };
}
