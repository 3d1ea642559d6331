import { callSlot } from '../../core/calls/call.ts';
import { calledMessage } from '../../core/calls/team-side.ts';
import { type Change, type Evaluation, stateOf } from '../../core/evaluation/evaluation.ts';
import type { Turn } from '../../core/evaluation/turn.ts';
import type { Post } from '../../core/message.ts';
import { addCallWords, closeCalls, findCall, openCallsOf, placeCalls, type StoredCall } from '../../store/call-rows.ts';
import type { Channel } from '../../store/routing.ts';
import { shareTexts } from '../review/tell-desks.ts';
import { type CallTurn, refreshCalled, showCalls } from './show-call.ts';

type Opened = Extract<Change, { change: 'call-opened' }>;
const isOpened = (change: Change): change is Opened => change.change === 'call-opened';

/** A turn whose calls go on with those that are open already. */
export interface FoldedTurn {
  changes: Change[];
  say: Post[];
  /** Calls that are open already, with what was added to them. */
  goesOn: { id: string; words?: string }[];
}

/**
 * Before a turn is stored: who calls again about the same question, in the same place, goes on with the call that is open already, so that
 * nobody is called twice about one thing. A turn without a call costs nothing.
 */
export async function foldCalls(t: CallTurn, turn: Turn, { channel, by }: { channel: Channel; by: string }): Promise<FoldedTurn> {
  const opened = turn.changes.filter(isOpened);
  if (opened.length === 0) return { changes: turn.changes, say: turn.say, goesOn: [] };
  const open = await openCallsOf(t.tx, t.evaluation.id);
  const privately = channel.kind === 'direct';
  const folded: FoldedTurn = { changes: [...turn.changes], say: [...turn.say], goesOn: [] };
  for (const change of opened) {
    const there = open.find(
      (each) => each.question === change.question && each.privately === privately && (!privately || each.openedBy === by),
    );
    if (!there) continue;
    folded.changes = folded.changes.filter((each) => each !== change);
    folded.goesOn.push({ id: there.id, ...(change.words !== undefined && { words: change.words }) });
    folded.say = folded.say.map((post) => (post.slot === callSlot(change.id) ? goingOn(t, post, there, change, by) : post));
  }
  return folded;
}

function goingOn(t: CallTurn, post: Post, call: StoredCall, { words: text }: Opened, by: string): Post {
  const { evaluation, method, now } = t;
  const view = { evaluation, method, language: evaluation.language, words: t.needs.wording[evaluation.language] };
  const added = text === undefined ? [] : [{ side: 'team' as const, person: by, text, at: now }];
  return {
    ...post,
    message: calledMessage(view, { ...call, words: [...call.words, ...added] }),
    slot: callSlot(call.id),
    anew: true,
  };
}

/**
 * After a turn was stored: what it called out is told at the desks of who accompanies the team, calls about what went on by itself are
 * closed, and what may be read of open calls follows what the team shares. A turn that changes nothing of that costs nothing.
 */
export async function tellCalls(
  t: CallTurn,
  { before, folded, channel, by }: { before: Evaluation; folded: FoldedTurn; channel: Channel; by?: string },
): Promise<void> {
  const { tx, now, evaluation } = t;
  const opened = folded.changes.filter(isOpened).map(({ id }) => id);
  if (opened.length > 0) await placeCalls(tx, opened, { channelId: channel.id, privately: channel.kind === 'direct' });
  for (const { id, words } of folded.goesOn) {
    if (words !== undefined)
      await addCallWords(tx, evaluation.structure.id, id, {
        side: 'team',
        ...(by !== undefined && { person: by }),
        text: words,
        at: now,
      });
  }
  const touched = new Set([...opened, ...folded.goesOn.map(({ id }) => id)]);
  const over = goneOn(before, evaluation);
  const isOtherSharing = before.shared !== evaluation.shared;
  if (isOtherSharing) await shareTexts(t);
  if (touched.size === 0 && over.length === 0 && !isOtherSharing) return;
  const open = await openCallsOf(tx, evaluation.id);
  const closing = open.filter(({ kind, question }) => kind !== 'help' && question !== undefined && over.includes(question));
  await closeCalls(
    tx,
    closing.map(({ id }) => id),
    undefined,
    now,
  );
  const isShown = ({ id }: StoredCall): boolean => isOtherSharing || touched.has(id);
  await showCalls(t, [
    ...open.filter((call) => isShown(call) && !closing.includes(call)),
    ...closing.map((call) => ({ ...call, closed: { at: now } })),
  ]);
}

/** Questions that were put aside or differed, and no longer do. */
function goneOn(before: Evaluation, after: Evaluation): string[] {
  return Object.keys(before.states).filter((id) => {
    const [was, is] = [stateOf(before, id).status, stateOf(after, id).status];
    return was !== is && (was === 'parked' || was === 'differ');
  });
}

/** Somebody of the team says that a call is settled. Gives false when it is no call of this team, or was closed before. */
export async function closeByTeam(t: CallTurn, id: string, by: string): Promise<boolean> {
  const call = await findCall(t.tx, t.evaluation.id, id);
  if (!call || call.closed) return false;
  await closeCalls(t.tx, [call.id], by, t.now);
  const closed = { ...call, closed: { at: t.now, by } };
  await refreshCalled(t, closed);
  await showCalls(t, [closed]);
  return true;
}
