import type { Draft } from '../../core/draft.ts';
import { missingMessage } from '../../core/drafting/wishes.ts';
import { alreadyWriting, beingWritten, notWritten } from '../../core/writing/messages.ts';
import { dayIn } from '../../core/writing/day.ts';
import { findDraft } from '../../store/drafts.ts';
import { addWriting, tokensUsed } from '../../store/writings.ts';
import { assembleDraft } from '../drafting/make-text.ts';
import type { TextTurn } from '../drafting/text-turn.ts';
import type { WritingDesk } from '../needs.ts';

/**
 * Somebody asks the model for a text: it is noted and queued with the turn, the team is told, and the turn ends. The model is called later, by a
 * job. One at a time for each structure.
 */
export async function askWriting(t: TextTurn, draft: Draft, writing: WritingDesk): Promise<void> {
  const made = await assembleDraft(t, draft);
  if (!made.ok) {
    t.inThread(draft, missingMessage(t.desk, draft.output, made.missing));
    return;
  }
  const { structure } = t.evaluation;
  if ((await tokensUsed(t.tx, structure.id, dayIn(t.now, structure.timeZone))) >= writing.tokensPerDay) {
    t.inThread(draft, notWritten(t.desk, draft, 'budget'));
    return;
  }
  const id = t.needs.newId();
  if (!(await addWriting(t.tx, t.owner, { id, draft: draft.id, by: t.by.person }, t.now))) {
    t.aside(alreadyWriting(t.ownDesk, draft), draft);
    return;
  }
  await writing.enqueue(t.tx, { id, structure: structure.id });
  t.note('text-writing', draft, { model: writing.model.name, host: writing.model.host });
  const stored = await findDraft(t.tx, t.evaluation.id, draft.id);
  if (stored) t.showClaims(stored);
  t.inThread(draft, beingWritten(t.desk, draft));
}
