import type { Draft } from '../../core/draft.ts';
import { approvedMessage } from '../../core/drafting/approved.ts';
import { bodyMessage, headCard } from '../../core/drafting/cards.ts';
import { bodySlot, textSlot } from '../../core/drafting/desk.ts';
import { announcedSlot } from '../../core/drafting/fallen.ts';
import { decidedMessage, refusedMessage } from '../../core/drafting/notes.ts';
import { decideOn, isApproved } from '../../core/review.ts';
import { findDraft, setState } from '../../store/drafts.ts';
import { addDecision } from '../../store/reviews.ts';
import { type Asked, one, type TextTurn } from '../drafting/text-turn.ts';

/** A person's yes, or their wish for changes, for the version they saw. What decides nothing is explained to them alone. */
export async function decide(t: TextTurn, draft: Draft, decision: 'approve' | 'request-changes', asked: Asked): Promise<void> {
  const note = one(asked.fields['words']);
  const seen = decision === 'approve' && asked.value !== undefined ? Number(asked.value) : asked.seen;
  const reviewer = { person: t.by.person, guest: t.isGuest };
  const decided = decideOn(draft, reviewer, { decision, version: seen, ...(note !== undefined && { note }) }, t.deciders, t.now);
  if (!decided.ok) {
    t.aside(refusedMessage(t.ownDesk, t.seen(draft), decided.why), draft);
    return;
  }
  await addDecision(t.tx, t.owner.structureId, draft.id, decided.decision);
  await setState(t.tx, draft.id, decided.state, t.now);
  t.note(decision === 'approve' ? 'text-approve' : 'text-request-changes', draft);
  const stored = await findDraft(t.tx, t.evaluation.id, draft.id);
  if (!stored) throw new Error(`The text ${draft.id} is gone while it is being decided.`);
  t.post({ to: 'channel' }, headCard(t.desk, stored), { slot: textSlot(draft.id) });
  t.inThread(stored, bodyMessage(t.desk, stored), { slot: bodySlot(draft.id), updateOnly: true });
  if (isApproved(stored)) {
    t.note('text-approved', stored);
    t.post({ to: 'channel' }, approvedMessage(t.desk, stored), { slot: announcedSlot(stored.id, stored.version) });
    return;
  }
  const told = {
    by: t.by.person,
    approves: decision === 'approve',
    ...(note !== undefined && { note }),
    waitsFor: decided.waitsFor,
  };
  // A wish for changes is the team's to take up: it is told where everybody looks, as the card may stand far above.
  t.tell(stored, (desk) => decidedMessage(desk, stored, told), {}, decision === 'approve' ? 'thread' : 'channel');
}
