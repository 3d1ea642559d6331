import { callSlot } from '../../core/calls/call.ts';
import { callWithdrawn } from '../../core/calls/desk-side.ts';
import { deskBodySlot, deskTextSlot } from '../../core/drafting/at-desk.ts';
import { openCallsOf } from '../../store/call-rows.ts';
import { listDrafts } from '../../store/drafts.ts';
import { sayAtDesk } from '../desks/say-at-desk.ts';
import { shareTexts } from '../review/tell-desks.ts';
import { type CallTurn, ownerOf, showCalls } from './show-call.ts';

/**
 * The desks of who accompanies a team follow what it shares with them, and who they are: open calls and texts in review are put there, and
 * hold what may be read now. For whoever changes grants or accompaniments, afterwards, in the team's own work; again changes nothing.
 */
export async function followSharing(t: CallTurn): Promise<void> {
  await showCalls(t, await openCallsOf(t.tx, t.evaluation.id));
  await shareTexts(t);
}

/** Somebody no longer accompanies the team: what stands at their desk of its words is taken away. In the team's own work. */
export async function leaveDesk(t: CallTurn, person: string): Promise<void> {
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
