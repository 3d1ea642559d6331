import { callSlot } from '../../core/calls/call.ts';
import { callWithdrawn } from '../../core/calls/desk-side.ts';
import { deskBodySlot, deskTextSlot } from '../../core/drafting/at-desk.ts';
import { freeCalls, openCallsOf } from '../../store/call-rows.ts';
import { listDrafts } from '../../store/drafts.ts';
import { getEvaluation } from '../../store/load-evaluation.ts';
import { getMethod } from '../../store/methods.ts';
import { sayAtDesk } from '../desks/say-at-desk.ts';
import { shareTexts } from '../review/tell-desks.ts';
import { type CallTurn, ownerOf, showCalls } from './show-call.ts';

/** The team whose grants or accompaniments changed, in its own work. */
export type Followed = Pick<CallTurn, 'needs' | 'tx' | 'now'> & { evaluationId: string };

/**
 * The desks of who accompanies a team follow what it shares with them, and who they are: open calls and texts in review are put there, and
 * hold what may be read now. For whoever changes grants or accompaniments, afterwards, in the team's own work; again changes nothing.
 */
export async function followSharing(of: Followed): Promise<void> {
  const t = await asItIsNow(of);
  await showCalls(t, await openCallsOf(t.tx, t.evaluation.id));
  await shareTexts(t);
}

/** Somebody no longer accompanies the team: what stands at their desk of its words is taken away, and what they had in hand is free. */
export async function leaveDesk(of: Followed, person: string): Promise<void> {
  const t = await asItIsNow(of);
  await freeCalls(t.tx, t.evaluation.structure.id, person);
  const [calls, drafts] = [await openCallsOf(t.tx, t.evaluation.id), await listDrafts(t.tx, t.evaluation.id)];
  const slots = [...calls.map(({ id }) => callSlot(id)), ...drafts.flatMap(({ id }) => [deskTextSlot(id), deskBodySlot(id)])];
  for (const slot of slots) {
    await sayAtDesk(
      t.tx,
      person,
      {
        slot,
        updateOnly: true,
        message: (language) => callWithdrawn(t.needs.wording[language], language, t.evaluation.structure.name),
      },
      t.now,
      ownerOf(t),
    );
  }
}

/** What was read before the change says who accompanied then. */
async function asItIsNow({ needs, tx, now, evaluationId }: Followed): Promise<CallTurn> {
  const evaluation = await getEvaluation(tx, evaluationId);
  return { needs, tx, now, evaluation, method: await getMethod(tx, evaluation.methodVersion) };
}
