import { readAnswer } from '../../core/answer.ts';
import { changeCard, moveAside, moveSlot, type Moving, outcomeCard } from '../../core/method-changes/cards.ts';
import { changesFor } from '../../core/method-changes/compare.ts';
import { finishMove, type Move, undoMove } from '../../core/method-changes/move.ts';
import { readMethodWish } from '../../core/method-changes/asked.ts';
import { type Evaluation, nameOf } from '../../core/evaluation/evaluation.ts';
import { chosen, one } from '../../core/evaluation/pressing/answers.ts';
import type { Scene, Turn } from '../../core/evaluation/turn.ts';
import type { Incoming } from '../../core/incoming.ts';
import type { Message, Post } from '../../core/message.ts';
import { findQuestion, type Method } from '../../core/method.ts';
import type { Tx } from '../../store/database.ts';
import { followVersion, findMove, saveMove } from '../../store/method-moves.ts';
import { getMethod } from '../../store/methods.ts';
import { saveTurn } from '../../store/save-turn.ts';
import { recheckTexts } from '../drafting/recheck-draft.ts';
import { queue } from '../evaluation/queue.ts';
import { channelsOf, sceneOf, type Whose } from '../evaluation/take-turn.ts';
import type { Needs } from '../needs.ts';
import { replan } from '../nudging/replan.ts';
import type { Dealt } from '../receive.ts';

/** What somebody does about a new version of the method. */
export interface MoveMatter {
  action: string;
  question?: string;
  /** What a form holds, for the question it is about. */
  fields?: Extract<Incoming, { kind: 'form' }>['fields'];
}

/** What an incoming wants of a new version; nothing when it is about anything else. */
export function moveMatterOf(incoming: Incoming): MoveMatter | undefined {
  if (incoming.kind === 'message') {
    const wish =
      incoming.addressed && incoming.thread === undefined && incoming.files.length === 0 && readMethodWish(incoming.text);
    return wish ? { action: wish } : undefined;
  }
  if ((incoming.kind !== 'press' && incoming.kind !== 'form') || !incoming.action.startsWith('method-')) return undefined;
  return {
    action: incoming.action.slice('method-'.length),
    ...(incoming.kind === 'press' && incoming.value !== undefined && { question: incoming.value }),
    ...(incoming.kind === 'form' && { fields: incoming.fields }),
  };
}

interface At extends Whose {
  evaluation: Evaluation;
  method: Method;
  scene: Scene;
  now: Date;
}

/** One step of an evaluation's way to a new version. Gives nothing when there is no version to go to: then it is read as anything else. */
export async function takeMoveTurn(needs: Needs, tx: Tx, matter: MoveMatter, at: At): Promise<Dealt | undefined> {
  const { evaluation, now } = at;
  const move = await findMove(tx, evaluation.id);
  if (!move) return undefined;
  const [from, to] = [await getMethod(tx, move.from), await getMethod(tx, move.to)];
  const words = (needs.wordingFor?.(at.method) ?? needs.wording)[evaluation.language];
  const moving: Moving = { evaluation, from, to, words, changes: changesFor(evaluation, from, to) };
  const name = nameOf(evaluation, at.person);
  const owner = { structureId: at.structureId, evaluationId: evaluation.id };
  const keep = (next: Partial<Move>): Promise<void> => saveMove(tx, owner, { ...move, ...next }, now);
  const show = async (card: Message, anew = false): Promise<Dealt> => {
    // Whoever looks at it is there, though no answer has changed yet.
    await saveTurn(tx, { before: evaluation, after: evaluation, changes: [], channelId: at.channel.id, now, by: at.person });
    const past = await replan(needs, tx, { turn: { evaluation, changes: [] }, method: at.method, now, by: at.person });
    return say(tx, at, [{ place: { to: 'channel' }, message: card, slot: moveSlot, anew }, ...past]);
  };

  if (matter.action === 'undo') {
    if (move.state !== 'done' || evaluation.methodVersion !== move.to) return aside(needs, tx, at, 'nothing-to-undo');
    if (!maySettle(at)) return aside(needs, tx, at, 'carrier-only');
    const turn = undoMove(evaluation, sceneOf(needs, evaluation, from, at.person, { in: 'channel' }, now), move);
    await keep({ state: 'undone', changed: {} });
    await followVersion(tx, evaluation.id, from.version);
    return finish(needs, tx, at, turn, from, { ...moving, evaluation: turn.evaluation }, 'undone');
  }
  if (move.state === 'done') return aside(needs, tx, at, 'done-already');
  switch (matter.action) {
    case 'see':
      await keep({ state: 'open' });
      return show(changeCard(moving, move), true);
    case 'decline':
      await keep({ state: 'declined' });
      return show(outcomeCard(moving, 'declined', name));
    case 'pause':
      return show(outcomeCard(moving, 'paused', name));
    case 'cancel':
      await keep({ state: 'declined', decisions: {} });
      return show(outcomeCard(moving, 'cancelled', name));
    case 'again':
      await keep({ decisions: {} });
      return show(changeCard(moving, { ...move, decisions: {} }));
    case 'keep':
    case 'todo':
    case 'adapt': {
      const decided = decisionOf(matter, moving, at);
      if ('formErrors' in decided) return { fresh: true, readings: [], formErrors: decided.formErrors };
      const next = { ...move, state: 'open' as const, decisions: { ...move.decisions, ...decided.decisions } };
      await keep(next);
      return show(changeCard(moving, next));
    }
    case 'finish': {
      if (!maySettle(at)) return aside(needs, tx, at, 'carrier-only');
      if (moving.changes.touching.some(({ question }) => !move.decisions[question])) return show(changeCard(moving, move));
      const { turn, changed } = finishMove(evaluation, sceneOf(needs, evaluation, to, at.person, { in: 'channel' }, now), move);
      await keep({ state: 'done', changed });
      await followVersion(tx, evaluation.id, to.version);
      return finish(needs, tx, at, turn, to, { ...moving, evaluation: turn.evaluation }, 'done');
    }
    default:
      return undefined;
  }
}

/** The carrier and the relay make it so; everybody may look and prepare. */
const maySettle = ({ scene }: At): boolean => scene.by.role === 'carrier' || scene.by.role === 'relay';

function decisionOf(
  { action, question: pressed, fields }: MoveMatter,
  { to, changes, evaluation }: Moving,
  { now, scene }: At,
): { decisions: Move['decisions'] } | { formErrors: Record<string, string> } {
  const id = pressed ?? Object.keys(fields ?? {})[0] ?? '';
  if (!changes.touching.some(({ question }) => question === id)) return { decisions: {} };
  if (action === 'keep' || action === 'todo') return { decisions: { [id]: { do: action } } };
  const question = findQuestion(to, id);
  const field = fields?.[id];
  // Without words the form is what was meant; a platform that has none leaves the change open.
  if (!question || field === undefined) return { decisions: {} };
  const { language, structure } = evaluation;
  const value = chosen(question, field, language);
  if (value) return { decisions: { [id]: { do: 'adapt', value } } };
  const reading = readAnswer(question, one(field) ?? '', { language, now, timeZone: structure.timeZone });
  if (reading.ok) return { decisions: { [id]: { do: 'adapt', value: reading.value } } };
  return { formErrors: { [id]: scene.wording[language](`misread.${reading.why}`, reading.with ?? {}) } };
}

async function finish(
  needs: Needs,
  tx: Tx,
  at: At,
  turn: Turn,
  method: Method,
  moving: Moving,
  what: 'done' | 'undone',
): Promise<Dealt> {
  const { evaluation: before, now, person, channel } = at;
  const changes = [
    ...turn.changes,
    { change: 'noted' as const, what: `method-${what}`, by: person, details: { from: before.methodVersion, to: method.version } },
  ];
  await saveTurn(tx, { before, after: turn.evaluation, changes, channelId: channel.id, now, by: person });
  const rechecks = await recheckTexts(needs, tx, { before, after: turn.evaluation, method, now });
  const past = await replan(needs, tx, { turn: { evaluation: turn.evaluation, changes }, method, now, by: person });
  const card = outcomeCard(moving, what, nameOf(before, person));
  return say(tx, at, [{ place: { to: 'channel' }, message: card, slot: moveSlot }, ...turn.say, ...rechecks, ...past]);
}

async function say(tx: Tx, at: At, posts: Post[]): Promise<Dealt> {
  const { channel, structureId, evaluationId, evaluation, now, person } = at;
  const where = { ...(await channelsOf(tx, channel, evaluation)), structureId, evaluationId };
  await queue(tx, { ...where, ...(channel.kind !== 'team' && { aloneWith: person }) }, posts, now);
  return { fresh: true, readings: ['status'] };
}

/** To the one who acted alone, in their own language. */
async function aside(needs: Needs, tx: Tx, at: At, what: Parameters<typeof moveAside>[2]): Promise<Dealt> {
  const { by } = at.scene;
  const said = moveAside(needs.wording[by.language], by.language, what);
  return say(tx, at, [{ place: { to: 'private', person: at.person }, message: said }]);
}
