import { callClosedMessage } from '../../core/calls/team-side.ts';
import type { Evaluation } from '../../core/evaluation/evaluation.ts';
import type { Scene } from '../../core/evaluation/turn.ts';
import type { About, Place } from '../../core/message.ts';
import type { Incoming } from '../../core/incoming.ts';
import type { Method } from '../../core/method.ts';
import { readsAsSettled } from '../../core/reading/commands/call-words.ts';
import { openCallsOf } from '../../store/call-rows.ts';
import type { Tx } from '../../store/database.ts';
import { homeOf } from '../../store/routing.ts';
import { saveTurn } from '../../store/save-turn.ts';
import { queue } from '../evaluation/queue.ts';
import type { Whose } from '../evaluation/take-turn.ts';
import type { Needs } from '../needs.ts';
import { replan } from '../nudging/replan.ts';
import type { Dealt } from '../receive.ts';
import { closeByTeam } from './open-calls.ts';

/** Somebody of the team says that what they wanted to talk about is settled. `call` names which, when a button did. */
export interface CallMatter {
  call?: string;
  question?: string;
}

/** What an incoming says of a call of the team; nothing when it is about anything else. */
export function callMatterOf(incoming: Incoming, root: About | undefined): CallMatter | undefined {
  if (incoming.kind === 'press' && incoming.action === 'call-close' && incoming.value !== undefined)
    return { call: incoming.value };
  if (incoming.kind !== 'message' || !readsAsSettled(incoming.text)) return undefined;
  return root?.question === undefined ? {} : { question: root.question };
}

/** Closes a call from the team's side, in the same transaction and under the same lock as every turn of it. */
export async function takeCallTurn(
  needs: Needs,
  tx: Tx,
  matter: CallMatter,
  whose: Whose & { evaluation: Evaluation; method: Method; scene: Scene; now: Date },
): Promise<Dealt> {
  const { evaluation, method, scene, now, channel, person } = whose;
  const t = { needs, tx, evaluation, method, now };
  const id = matter.call ?? (await callMeant(tx, whose, matter));
  const isClosed = id !== undefined && (await closeByTeam(t, id, person));
  const notes = isClosed ? [{ change: 'noted' as const, what: 'call-closed', by: person, details: { call: id } }] : [];
  await saveTurn(tx, { before: evaluation, after: evaluation, changes: notes, channelId: channel.id, now, by: person });
  const past = await replan(needs, tx, { turn: { evaluation, changes: notes }, method, now, by: person });
  const { language } = scene.by;
  const message = callClosedMessage({ evaluation, method, language, words: needs.wording[language] }, !isClosed);
  const place: Place = { to: 'private', person };
  const home = channel.kind === 'team' ? channel.id : ((await homeOf(tx, evaluation.id)) ?? channel.id);
  const where = { origin: channel.id, home, structureId: whose.structureId, evaluationId: whose.evaluationId };
  await queue(tx, channel.kind === 'team' ? where : { ...where, aloneWith: person }, [{ place, message }], now);
  await queue(tx, { ...where, origin: home }, past, now);
  return { fresh: true, readings: ['accompanier'] };
}

/** The newest of those that this person can mean: about the question of the thread, else any that is open. */
async function callMeant(tx: Tx, { evaluationId, person }: Whose, { question }: CallMatter): Promise<string | undefined> {
  const open = (await openCallsOf(tx, evaluationId)).filter((each) => !each.privately || each.openedBy === person);
  return (open.findLast((each) => question !== undefined && each.question === question) ?? open.at(-1))?.id;
}
